import { cite } from '../citation.ts'
import type { Rule } from '../procedure.ts'
import type { TownshipCase } from '../procedures/township-case.ts'
import { words } from '../words.ts'
import { closedLate } from './closed-late.ts'

export const townshipRules: readonly Rule<TownshipCase>[] = [
  {
    id: 'hand-over-late',
    article: cite('行政处罚法', 24, 1),
    title: words('赋权案件交接逾期', 'Cases handed over late'),
    severity: 'slight',
    finds: (after, act) => closedLate('hand-over', after, act.occurredAt, act.kind === 'receive-cases'),
  },
]
