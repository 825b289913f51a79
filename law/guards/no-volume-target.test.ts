import { expect, test } from 'vitest'
import { volumeTarget } from './no-volume-target.ts'

const judged = (...texts: string[]) => volumeTarget([{ texts }])

test.each([
  '检查次数', '年度行政检查数量', '人均办案量', '立案数', '办理案件不少于30件', '罚没金额', '罚款总额同比增长', '处罚案件数量排名', '完成检查任务200户次', '每人每年完成10件案件',
  '罚没收入', '人均检查', 'number of inspections', 'Total amount of fines',
])('%s cannot be saved, and both norms are named', (text) => {
  expect(judged('指标', text)?.zh).toMatch(/第七十四条.*54号/s)
})

test.each([
  '案卷评查合格率', '法定期限内办结率', '行政执法公示及时率', '培训学时达标率', '检查频次不超过上限', '企业满意度', '问题整改率', '自由裁量基准量化', '案件质量', '监督意见书按期回复',
  '处罚案件结案率', '执法数据准确率', '重大执法决定法制审核率',
])('%s can', (text) => {
  expect(judged(text)).toBeUndefined()
})

test('what it is computed from tells, whatever it is called', () => {
  expect(volumeTarget([{ texts: ['工作成效'], inputs: ['file-quality'] }])).toBeUndefined()
  expect(volumeTarget([{ texts: ['工作成效'], inputs: ['file-quality', 'cases'] }])?.en).toMatch(/74\(3\)/)
})
