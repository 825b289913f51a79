import { cite } from '../citation.ts'
import { guard, type MatterState } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { counted, words } from '../words.ts'

interface NamesPeople {
  readonly person?: string
  readonly officers?: readonly string[]
  readonly team?: readonly string[]
  readonly agreed?: readonly string[]
  readonly chair?: string
}

const article = cite('行政处罚法', 43, 1)

/** 处罚法 43: whoever was told to withdraw takes no further part; what he did all the same proves nothing. */
export const notRecused = guard<MatterState, NamesPeople>(
  'not-recused',
  article,
  {
    title: words('执法人员没有应当回避的情形', 'Nobody told to withdraw takes part'),
    cure: words('由没有回避情形的执法人员重新实施。', 'Let officers who need not withdraw do it again.'),
  },
  ({ state, act: { payload } }) =>
    [...(payload?.officers ?? []), ...(payload?.team ?? []), ...(payload?.chair ? [payload.chair] : [])].some((person) => state.recused?.includes(person)) &&
    words('有参加人员已被决定回避。', 'Somebody who takes part was told to withdraw.'),
)

/** 处罚法 43(2), (3): somebody asked, or the officer himself; it is decided once. */
export const recusalAsked = guard<PenaltyCase, NamesPeople>(
  'recusal-asked',
  cite('行政处罚法', 43, 3),
  {
    title: words('有回避申请', 'A recusal was asked for'),
    cure: words('先登记当事人的回避申请或者执法人员自行回避的请求。', 'Record first who asked for the recusal, the party or the officer himself.'),
  },
  ({ state, act: { payload } }) => {
    const asked = state.recusalAsked ?? []
    return (payload?.person === undefined ? asked.length === 0 : !asked.includes(payload.person)) && words('没有针对该人员的回避申请。', 'No recusal of that person was asked for.')
  },
)

/** Nobody decides on his own recusal; the chief's is decided by all the other heads (R5). */
export const recusalDecidedByOthers = guard<PenaltyCase, NamesPeople>(
  'recusal-decided-by-others',
  cite('行政处罚法', 43, 3),
  {
    title: words('回避由他人决定', 'Recusal decided by others'),
    cure: words('由机关其他负责人决定；主要负责人的回避，由其他负责人共同决定并逐一列明。', 'Let another head decide; on the chief’s recusal all other heads decide and are named.'),
    needs: ['heads'],
  },
  ({ act: { actor, payload }, facts }) => {
    if (!payload?.person) return
    if (payload.person === actor) return words('不得决定本人的回避。', 'Nobody decides on his own recusal.')
    const heads = facts.heads ?? []
    if (heads.find((each) => each.person === payload.person)?.rank !== 'chief') return
    const silent = heads.filter(({ person }) => person !== payload.person && person !== actor && !payload.agreed?.includes(person))
    return silent.length > 0 && words(`还有 ${silent.length} 名其他负责人没有参加决定。`, `${counted(silent.length, 'other head')} did not take part in the decision.`)
  },
)
