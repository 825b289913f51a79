import { cite } from '../citation.ts'
import { days, workdays } from '../time/period.ts'
import { words } from '../words.ts'
import type { Overlay } from './overlay.ts'

/** 市场监督管理行政处罚程序规定: 15 + 15 workdays to decide on filing (18), review of every ordinary case (49), 5 workdays to defend (57), 90 days, 30 more by a head, further by the heads together (64). */
export const marketSupervision: Overlay = {
  name: 'market-supervision',
  title: words('市场监督管理', 'Market supervision'),
  from: '2021-07-15',
  article: cite('市场监督管理行政处罚程序规定', 64),
  verification: workdays(15),
  defence: workdays(5),
  decision: days(90),
  extension: cite('市场监督管理行政处罚程序规定', 64, 1),
  verificationExtension: workdays(15),
  informant: workdays(5),
  refund: days(15),
  review: workdays(10),
  reviewAlways: true,
  pauses: {
    'with-police': cite('行政处罚法', 27, 1),
    suspended: cite('市场监督管理行政处罚程序规定', 64),
    testing: cite('市场监督管理行政处罚程序规定', 64),
    hearing: cite('市场监督管理行政处罚程序规定', 64),
    announcement: cite('市场监督管理行政处罚程序规定', 64),
  },
}
