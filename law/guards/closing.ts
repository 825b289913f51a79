import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { isSettledItem } from '../procedures/penalty-owed.ts'
import { partiesToServe } from '../procedures/penalty-effects.ts'
import { counted, words } from '../words.ts'

/** R23: closing is refused while an item of the decision is open. */
export const allPerformed = guard<PenaltyCase>(
  'all-performed',
  cite('行政处罚法', 66, 1),
  {
    title: words('处罚决定已履行', 'Every item performed'),
    cure: words(
      '登记缴款或者执行情况；逾期不履行的，催告后申请法院强制执行，登记执行完毕或者终结执行（行政强制法第五十三条、第五十四条）；当事人死亡、终止且无遗产、财产和义务承受人的，终结执行（第四十条）。',
      'Record payment or performance; if overdue, demand, apply to the court and record that it enforced or ended the execution (Administrative Coercion Law 53, 54); where the party died or was dissolved without property or successor, end the execution (40).',
    ),
  },
  ({ state }) => {
    const open = state.performance.filter((each) => !isSettledItem(each))
    return open.length > 0 && words(`有 ${open.length} 项处罚内容尚未履行。`, `Not performed: ${counted(open.length, 'item')} of the decision.`)
  },
)

/** R9: closing wants every named disposal carried out. */
export const disposalsCarriedOut = guard<PenaltyCase>(
  'disposals-carried-out',
  cite('行政处罚法', 56),
  {
    title: words('物品处理已执行', 'Disposals carried out'),
    cure: words('登记物品返还、没收、销毁或者移送的执行情况。', 'Record that the things were returned, confiscated, destroyed or handed over.'),
  },
  ({ state }) => state.held.some((each) => !each.carriedOut) && words('有物品的处理尚未执行。', 'A named disposal has not been carried out.'),
)

/** 处罚法 61: the decision reached every party. */
export const decisionServed = guard<PenaltyCase>(
  'decision-served',
  cite('行政处罚法', 61, 1),
  {
    title: words('决定书已送达', 'Decision served'),
    cure: words('向每一当事人送达决定书并登记送达回证。', 'Serve the decision on every party and record the receipt.'),
  },
  ({ state, on }) => {
    const decision = state.decision
    if (!decision) return
    const served = (act: string, party: string) => state.services.some((each) => each.of === act && each.party === party && each.completed && each.completed <= on)
    if (partiesToServe(state).some((party) => !served(decision.act, party))) return words('决定书尚未送达全部当事人。', 'The decision is not yet served on every party.')
    const untold = (state.setAside ?? []).some((each) => each.by === 'revoked' && !served(each.act, each.party))
    return untold && words('撤销处罚决定书尚未送达当事人。', 'The revocation is not yet served on the party.')
  },
)
