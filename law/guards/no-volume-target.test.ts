import { expect, test } from 'vitest'
import { volumeTarget } from './no-volume-target.ts'

const judged = (...texts: string[]) => volumeTarget([{ texts }])

test.each([
  '检查次数', '年度行政检查数量', '人均办案量', '立案数', '办理案件不少于30件', '罚没金额', '罚款总额同比增长', '处罚案件数量排名', '完成检查任务200户次', '每人每年完成10件案件',
  '罚没收入', '人均检查', 'number of inspections', 'Total amount of fines',
  '每办结一起案件加2分', '每查处1件加1分', '罚款每万元加1分', '执法办案排名', '查处率全县排名', '年处罚50万元', '办理案件30件以上', '罚没款', '检查频次', 'fine revenue',
  'cases handled per officer', '全年办理行政处罚案件不少于30件', '每季度检查企业五十户', '罚没收入达到 20 万元', '查处一百件以上案件', '每年办案不得少于30件',
])('%s cannot be saved, and both norms are named', (text) => {
  expect(judged('指标', text)?.zh).toMatch(/第七十四条.*54号/s)
})

test.each([
  '案卷评查合格率', '法定期限内办结率', '行政执法公示及时率', '培训学时达标率', '检查频次不超过上限', '企业满意度', '问题整改率', '自由裁量基准量化', '案件质量', '监督意见书按期回复',
  '处罚案件结案率', '执法数据准确率', '重大执法决定法制审核率',
  '罚款五万元以上的案件须经集体讨论', '处罚案卷质量排名', '案卷评查每发现一处问题扣1分', '对同一企业每年检查不得超过2次', '开展行政执法监督检查2次', '报备培训计划', '每人培训不少于60学时',
  '所有处罚事项都有裁量基准', '不得以罚款或者检查数量计分', '抽取案卷评查并通报结果', '完成1至2个乡镇试点', '案件按期办结率达到95%',
])('%s can', (text) => {
  expect(judged(text)).toBeUndefined()
})

test('what it is computed from tells, whatever it is called', () => {
  expect(volumeTarget([{ texts: ['工作成效'], inputs: ['file-quality'] }])).toBeUndefined()
  expect(volumeTarget([{ texts: ['工作成效'], inputs: ['file-quality', 'cases'] }])?.en).toMatch(/74\(3\)/)
})
