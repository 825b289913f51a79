import type { Day } from '@faheng/law/time/day.ts'

export interface DemoStatute {
  readonly statute: string
  readonly version: string
  readonly title: string
  readonly rank: 'law' | 'administrative-regulation' | 'departmental-rule'
  readonly promulgated: Day
  readonly inForce: Day
  readonly repealed?: Day
}

const law = (statute: string, promulgated: Day, inForce: Day, repealed?: Day): DemoStatute => ({
  statute, version: promulgated, title: `中华人民共和国${statute}`, rank: 'law', promulgated, inForce, ...(repealed ? { repealed } : {}),
})
const regulation = (statute: string, promulgated: Day, inForce = promulgated): DemoStatute => ({
  statute, version: promulgated, title: statute, rank: 'administrative-regulation', promulgated, inForce,
})

/** The versions the demonstration's items rest on, with the days on which they came into force and were replaced. */
export const statutes: readonly DemoStatute[] = [
  law('行政处罚法', '2021-01-22', '2021-07-15'),
  law('食品安全法', '2021-04-29', '2021-04-29', '2025-12-01'),
  law('食品安全法', '2025-09-12', '2025-12-01'),
  law('产品质量法', '2018-12-29', '2018-12-29'),
  law('消费者权益保护法', '2013-10-25', '2014-03-15'),
  law('广告法', '2021-04-29', '2021-04-29'),
  law('反不正当竞争法', '2019-04-23', '2019-04-23', '2025-10-15'),
  law('反不正当竞争法', '2025-06-27', '2025-10-15'),
  law('安全生产法', '2021-06-10', '2021-09-01'),
  law('农产品质量安全法', '2022-09-02', '2023-01-01'),
  law('种子法', '2021-12-24', '2022-03-01'),
  law('动物防疫法', '2021-01-22', '2021-05-01'),
  law('噪声污染防治法', '2021-12-24', '2022-06-05', '2026-08-15'),
  law('大气污染防治法', '2018-10-26', '2018-10-26', '2026-08-15'),
  law('生态环境法典', '2026-03-12', '2026-08-15'),
  regulation('价格违法行为行政处罚规定', '2010-12-04'),
  regulation('计量法实施细则', '2022-03-29', '2022-05-01'),
  regulation('道路运输条例', '2023-07-20'),
  regulation('城市市容和环境卫生管理条例', '2017-03-01'),
  regulation('劳动保障监察条例', '2004-11-01', '2004-12-01'),
  { statute: '公共场所卫生管理条例实施细则', version: '2017-12-26', title: '公共场所卫生管理条例实施细则', rank: 'departmental-rule', promulgated: '2017-12-26', inForce: '2017-12-26' },
]
