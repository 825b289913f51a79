import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { isSeized, pendingThings } from '../procedures/penalty-lots.ts'
import { permitFor } from '../procedures/penalty-permits.ts'
import { words } from '../words.ts'

/** Registering, sealing, seizing and what is done in urgency (处罚法 56; 强制法 18, 19, 25; R8, R9). */

interface Taking {
  readonly party?: string
  readonly measure?: 'sealed' | 'seized'
  readonly urgent?: boolean
}

/** 强制法 17(1): the power of coercion is not entrusted. */
export const notByEntrusted = guard<PenaltyCase>(
  'coercion-not-entrusted',
  cite('行政强制法', 17, 1),
  {
    title: words('行政强制措施权不得委托', 'Coercion is not entrusted'),
    cure: words('报告委托机关，由其具备资格的执法人员实施；受委托组织已经实施的，立即解除。', 'Report to the principal, whose own officers carry it out; release at once what was taken.'),
    needs: ['entrusted'],
  },
  ({ state, facts }) => facts.entrusted?.[state.body] !== undefined && words('本组织是受委托组织，不得实施查封、扣押。', 'An entrusted organisation neither seals nor seizes.'),
)

/** 强制法 18(一): sealing and seizure are approved by a head beforehand, each for itself; in urgency afterwards (19). */
export const seizureApproved = guard<PenaltyCase, Taking>(
  'seizure-approved',
  cite('行政强制法', 18, undefined, 1),
  {
    title: words('查封、扣押经负责人批准', 'Sealing or seizure approved by a head'),
    cure: words('立即补办批准；不予批准的，立即解除。', 'Have it approved at once; if refused, release at once.'),
  },
  ({ state, act: { payload }, on }) =>
    payload !== undefined && !payload.urgent && !permitFor(state, payload, on) && words('对该当事人的本次查封、扣押没有经机关负责人批准。', 'This sealing or seizure, of this party, was not approved by a head.'),
)

/** 处罚法 56: registration needs the approval of a head beforehand, each for itself. */
export const registrationApproved = guard<PenaltyCase, Omit<Taking, 'measure'>>(
  'registration-approved',
  cite('行政处罚法', 56),
  {
    title: words('先行登记保存经负责人批准', 'Registration approved by a head'),
    cure: words('立即补办批准；不予批准的，立即解除。', 'Have it approved at once; if refused, release at once.'),
  },
  ({ state, act: { payload }, on }) =>
    payload !== undefined && !payload.urgent && !permitFor(state, payload, on) && words('对该当事人的本次先行登记保存没有经机关负责人批准。', 'This advance registration, of this party, was not approved by a head.'),
)

/** 强制法 19: an approval afterwards speaks of something taken in urgency. */
export const takenInUrgency = guard<PenaltyCase>(
  'taken-in-urgency',
  cite('行政强制法', 19),
  {
    title: words('有情况紧急时采取的措施', 'Something was taken in urgency'),
    cure: words('先登记当场实施的先行登记保存或者查封、扣押；已经解除的，不再补办。', 'First record what was taken on the spot; what was released is not approved any more.'),
  },
  ({ state }) => pendingThings(state).length === 0 && words('没有待补办批准的紧急措施。', 'No urgent measure waits for approval.'),
)

/** 强制法 10, 24(2): sealing and seizure rest on a law or regulation, which the decision names; taken in urgency, the report says it. */
export const basisOfUrgentNamed = guard<PenaltyCase, { readonly basis?: string }>(
  'basis-of-urgent-named',
  cite('行政强制法', 24, 2, 2),
  {
    title: words('写明查封、扣押的依据', 'The basis of sealing or seizure is named'),
    cure: words('填写法律、法规依据；没有依据的，立即解除。', 'Name the law or regulation it rests on; where there is none, release the things at once.'),
  },
  ({ state, act: { payload } }) => payload !== undefined && payload.basis === undefined && pendingThings(state).some(isSeized) && words('没有写明查封、扣押的法律、法规依据。', 'The law or regulation that sealing or seizure rests on is not named.'),
)

/** 强制法 25(1): one extension, of what is still sealed or seized within its term. */
export const extensibleOnce = guard<PenaltyCase, { readonly held?: string }>(
  'extensible-once',
  cite('行政强制法', 25, 1),
  {
    title: words('查封、扣押只能延长一次', 'Sealing or seizure is extended once'),
    cure: words('在期限内作出处理决定，或者解除。', 'Decide within the term, or release.'),
  },
  ({ state, act: { payload } }) => {
    if (!payload) return
    const thing = state.held.find((each) => each.id === payload.held)
    const seized = thing?.measure === 'sealed' || thing?.measure === 'seized'
    if (!seized || thing.disposal) return words('所选物品没有处于查封、扣押之中。', 'The thing chosen is not sealed or seized.')
    return thing.extended && words('该批物品的期限已经延长过。', 'The term of this lot was extended before.')
  },
)
