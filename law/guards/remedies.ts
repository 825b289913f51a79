import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import type { Penalty } from '../procedures/penalty-decided.ts'
import type { RemedyWay } from '../procedures/penalty-owed.ts'
import { itemNamed, openItems } from '../procedures/penalty-dues.ts'
import { pendingRemedy, refundOf, refundOwed, setAsideFor, stayed } from '../procedures/penalty-redress.ts'
import { words } from '../words.ts'
import { penaltiesAtHand } from './limits.ts'

/** 复议、诉讼、停止执行、重新作出决定 (R22). */

interface Proposal {
  readonly outcome?: string
  readonly penalties?: readonly Penalty[]
  readonly relied?: readonly string[]
}

/** 强制法 53: what is still being argued is neither put before the court nor closed. */
export const noRemedyPending = guard<PenaltyCase, { readonly items?: readonly string[]; readonly parties?: readonly string[] }>(
  'no-remedy-pending',
  cite('行政强制法', 53),
  {
    title: words('没有未结的复议、诉讼', 'No review or suit pending'),
    cure: words('等待并登记行政复议、行政诉讼结果。', 'Await the result of the review or suit and record it.'),
  },
  ({ state, act: { payload } }) => {
    const named = payload?.parties ?? payload?.items?.map((id) => itemNamed(state, id)?.party ?? '')
    const pending = named ? named.some((party) => pendingRemedy(state, party)) : pendingRemedy(state)
    return pending && words('行政复议或者行政诉讼尚未结束。', 'A review or suit is still pending.')
  },
)

/** 复议法 42, 行政诉讼法 56: under a stay nothing is demanded and nothing enforced. */
export const notStayed = guard<PenaltyCase, { readonly party?: string; readonly item?: string; readonly items?: readonly string[] }>(
  'not-stayed',
  cite('行政复议法', 42),
  {
    title: words('没有停止执行', 'Performance is not stayed'),
    cure: words('停止执行的原因消除后，登记恢复执行，再办理。', 'When the stay has ended, record that and go on.'),
  },
  ({ state, act: { payload } }) => {
    const ids = payload?.items ?? (payload?.item === undefined ? undefined : [payload.item])
    const parties = payload?.party === undefined ? (ids?.map((id) => itemNamed(state, id)?.party ?? '') ?? openItems(state).map((each) => each.party)) : [payload.party]
    const waiting = parties.filter((party) => stayed(state, party))
    return waiting.length > 0 && (payload !== undefined || waiting.length === parties.length) && words('处罚决定已停止执行。', 'Performance of the decision is stayed.')
  },
)

/** R1: a result needs the application it answers; that may be entered late. */
export const remedyRecorded = guard<PenaltyCase, { readonly party: string; readonly way: RemedyWay }>(
  'remedy-recorded',
  cite('行政复议法', 20, 1),
  {
    title: words('已登记复议申请、起诉', 'The application is on record'),
    cure: words('先补登行政复议申请或者起诉，再登记结果。', 'First record the application or suit, then its result.'),
  },
  ({ state, act: { payload } }) =>
    payload !== undefined && !state.remedies?.some((each) => each.party === payload.party && each.way === payload.way && !each.result) && words('没有登记该当事人的复议申请或者起诉。', 'No such application or suit of this party is on record.'),
)

/** A remedy is sought against a decision. */
export const somethingDecided = guard<PenaltyCase>(
  'something-decided',
  cite('行政复议法', 11),
  {
    title: words('已作出处罚决定', 'A decision was made'),
    cure: words('核对案件；对其他行政行为申请复议的，另行登记。', 'Check the case; a remedy against another act is recorded there.'),
  },
  ({ state }) => state.decision === undefined && words('本案没有现行的处罚决定。', 'There is no decision in this case now.'),
)

/** 处罚法 75(2): what still stands can be revoked. */
export const stillStands = guard<PenaltyCase, { readonly parties?: readonly string[] }>(
  'still-stands',
  cite('行政处罚法', 75, 2),
  {
    title: words('决定尚未被撤销', 'The decision still stands'),
    cure: words('选择处罚决定仍然有效的当事人。', 'Choose parties for whom the decision still stands.'),
  },
  ({ state, act: { payload } }) => {
    const gone = (state.setAside ?? []).filter((each) => each.decision === state.decision?.act && each.by !== 'partly').map((each) => each.party)
    const standing = state.parties.filter(({ id }) => !gone.includes(id) && (state.reopened?.parties.includes(id) ?? true))
    const bad = state.decision === undefined || (payload ? (payload.parties ?? []).some((party) => !standing.some(({ id }) => id === party)) : standing.length === 0)
    return bad && words('处罚决定对所选当事人已被撤销或者不存在。', 'The decision was set aside for a party named, or there is none.')
  },
)

/** 复议法 64(1): only a decision that was set aside is made again. */
export const decisionSetAside = guard<PenaltyCase>(
  'decision-set-aside',
  cite('行政复议法', 64, 1),
  {
    title: words('原决定已被撤销', 'The earlier decision was set aside'),
    cure: words('登记撤销原决定的复议决定、判决，或者依法自行撤销后，再重新办理。', 'Record the decision or judgment that annulled it, or revoke it first.'),
  },
  ({ state }) => setAsideFor(state).length === 0 && words('没有被撤销的处罚决定。', 'No decision was set aside.'),
)

/** 复议法 64(2), 行政诉讼法 71: not the same again on the same facts and reasons, unless procedure alone was at fault. */
export const notTheSameAgain = guard<PenaltyCase, Proposal>(
  'not-the-same-again',
  cite('行政复议法', 64, 2),
  {
    title: words('不以同一事实和理由作出基本相同的决定', 'Not the same decision again'),
    cure: words('补充新的证据并在报告中采用，或者改变处罚种类、降低数额、依法不予处罚。', 'Rely on new evidence in the report, or change the kind, lower the amount or decide not to punish.'),
  },
  (judged) => {
    const { state, act } = judged
    const { reopened } = state
    if (!reopened || act.payload?.outcome === 'no-penalty') return
    const barred = reopened.parties.filter((party) => {
      const causes = (state.setAside ?? []).filter((each) => each.decision === reopened.decision && each.party === party)
      return causes.some((each) => each.by !== 'revoked' && !each.procedural)
    })
    const old = state.earlier?.find((each) => each.act === reopened.decision)?.penalties ?? []
    const relied = act.payload?.relied ?? state.report?.relied ?? []
    const newFacts = state.evidence.some((each) => relied.includes(each.id) && !each.unusable && each.on >= reopened.on)
    const now = penaltiesAtHand(judged)
    const same = barred.some((party) => {
      const before = old.filter((each) => each.party === party)
      const after = now.filter((each) => each.party === party)
      return before.length > 0 && before.length === after.length && before.every((one) => after.some((each) => each.violation === one.violation && each.kind === one.kind && each.branch === one.branch && (each.amount ?? 0) >= (one.amount ?? 0)))
    })
    return same && !newFacts && words('原决定不是仅因程序违法被撤销，不得以同一事实和理由作出相同或者基本相同的决定。', 'The earlier decision was not annulled for procedure alone; the same may not be decided again on the same facts and reasons.')
  },
)

/** R7: where one party's decision, or a part of it, was annulled, what still stands is not made a second time. */
export const onlyReopened = guard<PenaltyCase, Proposal>(
  'only-reopened-parties',
  cite('行政处罚法', 29),
  {
    title: words('只对原决定被撤销的部分重新决定', 'Only what was annulled is decided again'),
    cure: words('删去原决定仍然有效的当事人和处罚内容。', 'Leave out the parties and penalties for which the decision still stands.'),
  },
  (judged) => {
    const { reopened } = judged.state
    if (reopened === undefined) return
    const again = penaltiesAtHand(judged)
    if (again.some((each) => !reopened.parties.includes(each.party))) return words('有当事人的原决定仍然有效，不得重复处罚。', 'The decision still stands for a party named; he is not punished twice.')
    return again.some((each) => stillOwed(judged.state, each)) && words('原决定中的该项处罚仍然有效，不得重复处罚。', 'That part of the decision still stands; the same is not imposed twice.')
  },
)

/** A penalty of that kind for that violation stands already, by what was left of an earlier decision. */
export const stillOwed = (state: PenaltyCase, { party, violation, kind }: Pick<Penalty, 'party' | 'violation' | 'kind'>): boolean =>
  state.performance.some((each) => each.party === party && each.violation === violation && each.kind === kind && !each.released)

/** 处罚法 74(3): what was taken without a decision that stands goes back, and no more. */
export const refundNotAboveOwed = guard<PenaltyCase, { readonly items?: readonly { readonly item: string; readonly amount: number }[] }>(
  'refund-not-above-owed',
  cite('行政处罚法', 74, 3),
  {
    title: words('退款不超过应退金额', 'Not more than is to go back'),
    cure: words('按应退金额填写；决定未撤销、未变更的，不退款。', 'State what is to go back; without annulment or variation there is no refund.'),
  },
  ({ state, act: { payload } }) => {
    if (!payload) return refundOwed(state) === 0 && words('没有应当退还的款项。', 'Nothing is to be paid back.')
    const sums = new Map<string, number>()
    for (const { item, amount } of payload.items ?? []) sums.set(item, (sums.get(item) ?? 0) + amount)
    const above = [...sums].some(([id, sum]) => {
      const item = itemNamed(state, id)
      return sum <= 0 || !item || sum > refundOf(item)
    })
    return above && words('所填退款项目不存在，或者金额超过应退金额。', 'An item is not there, or the sum is above what is to go back.')
  },
)

/** R22: a case is not closed while money is to go back. */
export const refundsPaid = guard<PenaltyCase>(
  'refunds-paid',
  cite('行政处罚法', 74, 3),
  {
    title: words('应退款项已退还', 'Everything owed back was paid'),
    cure: words('办理退款。', 'Make the refund.'),
  },
  ({ state }) => refundOwed(state) > 0 && words(`尚有 ${(refundOwed(state) / 100).toFixed(2)} 元应当退还当事人。`, `${(refundOwed(state) / 100).toFixed(2)} yuan are still to be paid back.`),
)

/** 处罚法 48(2): what was published about an annulled decision has come down. */
export const publicityEnded = guard<PenaltyCase>(
  'publicity-ended',
  cite('行政处罚法', 48, 2),
  {
    title: words('已撤回公示信息', 'Publication withdrawn'),
    cure: words('撤回公示并说明理由，或者登记未曾公示。', 'Withdraw the publication and give the reason, or record that there was none.'),
  },
  ({ state }) => state.clocks.some((each) => each.clock === 'publicity' && !each.closed) && words('处罚决定的公示信息尚未撤回。', 'The decision’s publication is not withdrawn yet.'),
)
