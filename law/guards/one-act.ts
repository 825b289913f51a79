import { cite } from '../citation.ts'
import type { ItemFact } from '../facts.ts'
import { limitsOf, meets, type Branch } from '../penalties/branch.ts'
import { guard, type Judged } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import type { Penalty } from '../procedures/penalty-decided.ts'
import { words } from '../words.ts'
import { penaltiesAtHand, rangeOf } from './limits.ts'
import { normApplied } from './norms.ts'

interface Groups {
  readonly outcome?: string
  readonly penalties?: readonly Penalty[]
  readonly oneAct?: readonly { readonly violations: readonly string[] }[]
}

type Case = Judged<PenaltyCase, Groups>

/** 处罚法 29 sentence 2, R16: one act that breaks several norms is fined once, by the norm with the higher fine. */
export const higherFineApplied = guard<PenaltyCase, Groups>(
  'higher-fine',
  cite('行政处罚法', 29),
  {
    title: words('一个行为违反多个规范，按罚款数额高的规定处罚', 'Several norms for one act: the higher fine, once'),
    cure: words('只保留罚款数额较高的规定所设的罚款；不是同一个行为的，从“同一个违法行为”中删去。', 'Keep the fine of the norm with the higher amount alone; if they are not one act, take them out of the list.'),
    needs: ['items'],
  },
  (judged) => {
    // A report says it itself; what is proposed after it rests on the report.
    const { payload } = judged.act
    const groups = payload?.outcome === undefined ? (judged.state.report?.oneAct ?? []) : (payload.oneAct ?? []).map(({ violations }) => violations)
    const fines = penaltiesAtHand(judged).filter((each) => each.kind === 'fine')
    for (const group of groups)
      for (const party of new Set(fines.map((each) => each.party))) {
        const mine = fines.filter((each) => each.party === party && group.includes(each.violation))
        if (mine.length > 1) return words('同一个违法行为违反多个法律规范的，只能给予一次罚款。', 'One act that breaks several norms is fined once.')
        const [fine] = mine
        const chosen = fine && rangeOf(fine, normOf(judged, fine.violation))?.ceiling
        const higher = fine && chosen !== undefined && group.some((other) => other !== fine.violation && mostOf(judged, fine, other) > chosen)
        if (higher) return words('另一规定的罚款数额更高，应当按照该规定处罚。', 'Another of the norms sets a higher fine; that one applies.')
      }
    return undefined
  },
)

const normOf = ({ state, facts }: Case, violation: string): ItemFact | undefined => {
  const at = state.violations.find((each) => each.id === violation)
  return at && normApplied(state, at, facts.items?.[at.item])
}

/** The most that the other norm lets this party be fined for the amounts found, in fen; 0 where the register could not read it. */
function mostOf(judged: Case, fine: Penalty, other: string): number {
  const subject = normOf(judged, fine.violation)?.branches[fine.branch ?? 0]?.subject
  const applies = (branch: Branch): boolean => branch.status !== 'to-be-confirmed' && meets(branch, fine.bases ?? {}) !== false && (branch.subject === 'any' || subject === 'any' || branch.subject === subject)
  const limits = (normOf(judged, other)?.branches ?? []).filter(applies).map((branch) => limitsOf(branch, fine.bases ?? {}))
  return Math.max(0, ...limits.flatMap((each) => (typeof each === 'string' ? [] : [each.ceiling])))
}
