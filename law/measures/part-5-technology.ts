import { words } from '../words.ts'
import { byHand } from './indicator.ts'
import type { Measure } from './measure.ts'

export const technology: readonly Measure[] = [
  {
    number: 41, part: 5, group: 17, responsible: 'A+data', yearly: '12-31', unconfirmed: true,
    title: words('推进行政执法和行政执法监督信息系统建设', 'Information systems'),
    demand: words('全面应用全省行政执法综合管理监督信息系统。', 'The provincial system is used throughout.'),
    indicators: [byHand('41.online', words('全面应用系统的单位', 'Bodies that use the system throughout'), words('与省级系统的对接', 'the exchange with the provincial system'))],
  },
  {
    number: 42, part: 5, group: 17, responsible: 'A', yearly: '12-31', unconfirmed: true,
    title: words('强化信息化应用', 'Enforcement by device'),
    demand: words('推广掌上执法、电子文书和执法记录仪。', 'Mobile enforcement, electronic forms, recorders.'),
    indicators: [byHand('42.device', words('现场数据由设备采集', 'Field data captured on devices'), words('移动执法', 'mobile enforcement'))],
  },
  {
    number: 43, part: 5, group: 18, responsible: 'A', yearly: '12-31', unconfirmed: true,
    title: words('推进数据互联互通', 'Data that meet'),
    demand: words('与“互联网+监管”、信用、12345等系统互联互通。', 'Exchange with supervision, credit and 12345 systems.'),
    indicators: [byHand('43.linked', words('正常运行的对接', 'Exchanges that run'), words('数据交换', 'data exchange'))],
  },
]
