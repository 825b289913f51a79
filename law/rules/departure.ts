import { cite } from '../citation.ts'
import type { Rule } from '../procedure.ts'
import type { DepartureLife } from '../procedures/departure-life.ts'
import { isOver } from '../time/period.ts'
import { words } from '../words.ts'

/** Certificate and access end on the day he leaves; what is late is measured from the event to the record. */
export const departureRules: readonly Rule<DepartureLife>[] = [
  {
    id: 'departure-late',
    article: cite('行政处罚法', 42, 1),
    title: words('离岗后未当日注销证件、停用权限', 'Certificate and access not ended on the day he left'),
    severity: 'serious',
    finds: (after, act) => (act.kind === 'record-departure' && after.eventOn !== undefined && isOver(after.eventOn, act.recordedAt) ? [''] : []),
  },
  {
    id: 'hand-over-late',
    article: cite('行政处罚法', 42, 1),
    title: words('离岗交接逾期', 'Handed over late'),
    severity: 'ordinary',
    finds: (after, act) =>
      act.kind === 'complete-departure' && after.clocks.some((each) => each.clock === 'hand-over' && each.closed === act.occurredAt && each.due !== undefined && isOver(each.due, act.occurredAt)) ? [''] : [],
  },
]
