import { cite } from '../citation.ts'
import { days, workdays } from '../time/period.ts'
import { words } from '../words.ts'
import type { Overlay } from './overlay.ts'

export const general: Overlay = {
  name: 'general',
  title: words('一般规定', 'General rules'),
  from: '2021-07-15',
  article: cite('行政处罚法', 60),
  defence: workdays(5),
  decision: days(90),
  refund: days(15),
  reviewAlways: false,
  pauses: { 'with-police': cite('行政处罚法', 27, 1) },
}
