import { cite } from '../citation.ts'
import type { ItemFact } from '../facts.ts'
import { guard, type Judged } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import type { Penalty } from '../procedures/penalty-decided.ts'
import type { Violation } from '../procedures/penalty-found.ts'
import { words } from '../words.ts'

/** Which norm applies when it changed after the conduct (处罚法 37, R14): the old one, unless the new one is lighter or sees no violation. */

interface Proposes {
  readonly outcome?: string
  readonly penalties?: readonly Penalty[]
}

const isCompared = (state: PenaltyCase, violation: Violation, item: ItemFact): boolean => {
  const compared = state.norms?.[violation.id]
  return compared !== undefined && compared.later === item.later?.version
}

/** The norm whose kinds and limits count. */
export const normApplied = (state: PenaltyCase, violation: Violation, item: ItemFact | undefined): ItemFact | undefined =>
  item?.later && state.norms?.[violation.id]?.result === 'new' ? { ...item, ...item.later } : item

/** Violations whose norm is no longer what it was. */
export const changedNorms = ({ state, facts }: Pick<Judged<PenaltyCase>, 'state' | 'facts'>): [Violation, ItemFact][] =>
  state.violations.flatMap((violation) => {
    const item = facts.items?.[violation.item]
    return item?.changed ? [[violation, item] as [Violation, ItemFact]] : []
  })

/** 处罚法 37: before a proposal the old and the new norm are compared. */
export const normsCompared = guard<PenaltyCase>(
  'norms-compared',
  cite('行政处罚法', 37),
  {
    title: words('新旧规定已比较', 'Old and new norm compared'),
    cure: words('登记“比较新旧规定”，写明适用旧规定还是新规定；新规定较轻或者不认为是违法的，适用新规定。', 'Record the comparison and say which applies; if the new norm is lighter or sees no violation, the new one.'),
    needs: ['items'],
  },
  (judged) =>
    changedNorms(judged).some(([violation, item]) => !isCompared(judged.state, violation, item)) &&
    words('违法行为发生后，所依据的规定已经修改或者废止，尚未比较新旧规定。', 'The norm was amended or repealed after the conduct, and old and new are not yet compared.'),
)

/** 处罚法 37: what the new norm does not see as unlawful is not punished. */
export const stillUnlawful = guard<PenaltyCase, Proposes>(
  'still-unlawful',
  cite('行政处罚法', 37),
  {
    title: words('新规定仍认为是违法', 'Still unlawful under the new norm'),
    cure: words('以“新法不认为是违法或者处罚较轻”为由，提出不予行政处罚。', 'Propose no penalty on the ground of the new law.'),
  },
  ({ state, act: { payload } }) =>
    payload?.outcome !== 'no-penalty' &&
    (payload?.penalties ?? []).some((each) => state.norms?.[each.violation]?.result === 'not-unlawful') &&
    words('新规定不认为该行为是违法，不得处罚。', 'Under the new norm the conduct is not unlawful; there is no penalty.'),
)
