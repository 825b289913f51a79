import { cite } from '../citation.ts'
import type { ItemFact } from '../facts.ts'
import { limitsOf, meets } from '../penalties/branch.ts'
import { guard, type Judged } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import type { Circumstance, Penalty } from '../procedures/penalty-decided.ts'
import { words } from '../words.ts'
import { normApplied } from './norms.ts'

interface Proposes {
  readonly outcome?: string
  readonly penalties?: readonly Penalty[]
  readonly circumstances?: readonly Circumstance[]
}

type Case = Judged<PenaltyCase, Proposes>

/** 处罚法 16, 38: only kinds the norm itself sets; orders to correct are no penalties (R18), detention is the police's (18(3)). */
export const kindInNorm = guard<PenaltyCase, Proposes>(
  'kind-in-norm',
  cite('行政处罚法', 38, 1),
  {
    title: words('处罚种类有法定依据', 'Kinds the norm provides'),
    cure: words('在该事项规定的处罚种类内提出。', 'Propose only kinds the item’s norm provides.'),
    needs: ['items'],
  },
  (judged) => {
    const wrong = cells(judged).find(([penalty, item]) => item && (penalty.kind === 'detention' || !item.kinds.includes(penalty.kind)))
    return wrong && words('所提处罚种类不在该依据规定之内，或者由其他机关行使。', 'A proposed kind is not in the norm, or belongs to another organ.')
  },
)

/** R17: a fine rests on one branch, named where the norm has several with a fine, whose own condition on the amounts is met: 货值金额不足一万元的. */
export const branchFits = guard<PenaltyCase, Proposes>(
  'branch-fits',
  cite('行政处罚法', 38, 1),
  {
    title: words('适用情形与查明的数额相符', 'The branch fits the amounts found'),
    cure: words('核对货值金额、违法所得等，选择相符的情形。', 'Check the value of goods or gains and choose the branch that fits.'),
    needs: ['items'],
  },
  (judged) => {
    const fines = cells(judged).filter(([penalty]) => penalty.kind === 'fine')
    if (fines.some(([penalty, item]) => penalty.branch === undefined && (item?.branches.filter(({ fine }) => fine).length ?? 0) > 1))
      return words('规定有几种罚款情形，没有选定所依据的情形。', 'The norm has several branches with a fine, and none is chosen.')
    return (
      fines.some(([penalty, item]) => {
        const branch = item?.branches[penalty.branch ?? 0]
        return branch !== undefined && meets(branch, penalty.bases ?? {}) === false
      }) && words('所选情形的条件与查明的数额不符。', 'The condition of the chosen branch is not met by the amounts found.')
    )
  },
)

/** 处罚法 38: above the maximum there is no basis. */
export const notAboveMaximum = guard<PenaltyCase, Proposes>(
  'not-above-maximum',
  cite('行政处罚法', 38, 1),
  {
    title: words('罚款不高于法定上限', 'Not above the maximum'),
    cure: words('在法定幅度内确定金额；核对所适用的情形和基数。', 'Set the amount within the range; check the branch and its base.'),
    needs: ['items'],
  },
  (judged) => {
    const fines = cells(judged).filter(([penalty, item]) => penalty.kind === 'fine' && item !== undefined)
    if (fines.some(([penalty, item]) => rangeOf(penalty, item) === undefined))
      return words('没有选定罚款所依据的情形，或者缺少计算基数。', 'The branch the fine rests on, or the amount of its base, is missing.')
    return (
      fines.some(([penalty, item]) => (penalty.amount ?? 0) > (rangeOf(penalty, item)?.ceiling ?? Infinity)) &&
      words('罚款数额高于法定上限。', 'The fine is above the statutory maximum.')
    )
  },
)

/** Below the minimum only as mitigation, on a ground of 30, 31, 32 or a law, with evidence (R13). */
export const notBelowMinimum = guard<PenaltyCase, Proposes>(
  'not-below-minimum',
  cite('行政处罚法', 32),
  {
    title: words('低于下限须有减轻事由', 'Below the minimum only when mitigated'),
    cure: words('写明减轻处罚的法定事由和证据，或者在幅度内处罚。', 'State a statutory ground of mitigation with its evidence, or stay within the range.'),
    needs: ['items'],
  },
  (judged) => {
    const mitigated = circumstances(judged).some((each) => each.effect === 'mitigated' && each.evidence.length > 0)
    const below = cells(judged).some(([penalty, item]) => penalty.kind === 'fine' && item && (penalty.amount ?? 0) < (rangeOf(penalty, item)?.floor ?? 0))
    return below && !mitigated && words('罚款数额低于法定下限，且没有附证据的减轻事由。', 'The fine is below the minimum and no ground of mitigation with evidence is given.')
  },
)

/** 处罚法 30: no penalty under 14; from 14 to 17 lightened or mitigated. */
export const ofAge = guard<PenaltyCase, Proposes>(
  'of-age',
  cite('行政处罚法', 30),
  {
    title: words('未成年人不予、从轻或者减轻处罚', 'Minors'),
    cure: words('不满十四周岁的，不予处罚并责令监护人管教；十四至十八周岁的，写明从轻或者减轻。', 'Under 14: no penalty, order the guardian; 14 to 17: lighten or mitigate and say so.'),
    needs: ['parties'],
  },
  (judged) => {
    if (judged.act.payload?.outcome === 'no-penalty') return
    const ages = [...new Set(penaltiesAtHand(judged).map((each) => each.party))].map((party) => judged.facts.parties?.[party]?.age)
    if (ages.some((age) => age !== undefined && age < 14)) return words('当事人行为时不满十四周岁，不予行政处罚。', 'The party was under 14; there is no penalty.')
    const lightened = circumstances(judged).some((each) => each.effect === 'lighter' || each.effect === 'mitigated')
    return ages.some((age) => age !== undefined && age < 18) && !lightened && words('当事人行为时不满十八周岁，应当从轻或者减轻。', 'The party was under 18; the penalty must be lightened or mitigated.')
  },
)

/** The matrix an act speaks of: its own, else the drafted decision's, else the report's. */
export const penaltiesAtHand = ({ state, act }: Case): readonly Penalty[] =>
  act.payload?.outcome === 'no-penalty' ? [] : (act.payload?.penalties ?? state.draftDecision?.penalties ?? state.report?.penalties ?? [])

const circumstances = ({ state, act }: Case): readonly Circumstance[] => act.payload?.circumstances ?? state.report?.circumstances ?? []

const cells = (judged: Case): [Penalty, ItemFact | undefined][] =>
  penaltiesAtHand(judged).map((penalty) => {
    const violation = judged.state.violations.find((each) => each.id === penalty.violation)
    return [penalty, violation && normApplied(judged.state, violation, judged.facts.items?.[violation.item])]
  })

/** The range of a fine in fen; a branch the import could not read is stated by the officer and confirmed by the reviewer (R17). */
export function rangeOf(penalty: Penalty, item: ItemFact | undefined): { floor: number; ceiling: number } | undefined {
  const branch = item?.branches[penalty.branch ?? 0]
  if (!branch || branch.status === 'to-be-confirmed') return penalty.stated
  const limits = limitsOf(branch, penalty.bases ?? {})
  return typeof limits === 'string' ? penalty.stated : limits
}
