import { cite } from '../citation.ts'
import { departing } from '../guards/discretion.ts'
import { outsideList } from '../guards/leniency.ts'
import type { Act, Rule } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'

/** What supervision is told of discretion (R32, R33). */
export const discretionRules: readonly Rule<PenaltyCase>[] = [
  {
    id: 'benchmark-departure',
    article: cite('行政处罚法', 34),
    title: words('偏离裁量基准', 'Departure from the benchmark'),
    severity: 'ordinary',
    finds: (after, act) =>
      act.kind !== 'decide-penalty' ? [] : [...new Set(departing({ state: after, act: act as Act<object>, facts: act.facts, on: dayOf(act.occurredAt) }).map(({ cell }) => cell.violation))],
  },
  {
    id: 'outside-the-list',
    article: cite('行政处罚法', 33, 1),
    title: words('清单之外从轻、减轻、免予处罚', 'Leniency outside the lists'),
    severity: 'slight',
    finds: (after, act) => (act.kind === 'submit-report' && outsideList({ state: after }) ? [''] : []),
  },
]
