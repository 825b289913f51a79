import { cite } from '../citation.ts'
import { guard, type MatterState } from '../procedure.ts'
import type { Instalment } from '../penalties/surcharge.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { demandEnd, itemNamed, openItems, remedyEnd, restOf, surchargeOn, termOf } from '../procedures/penalty-dues.ts'
import { isDay, type Day } from '../time/day.ts'
import { words, type Words } from '../words.ts'

interface Plan {
  readonly item: string
  readonly instalments: readonly Instalment[]
}

/** 处罚法 66(2): only a fine that is still owed can be postponed or divided. */
export const fineStillOwed = guard<PenaltyCase, { readonly item: string }>(
  'fine-still-owed',
  cite('行政处罚法', 66, 2),
  {
    title: words('尚有罚款未缴', 'A fine is still owed'),
    cure: words('选择尚未缴清的罚款项目。', 'Choose a fine that is not yet paid.'),
  },
  ({ state, act: { payload } }) => {
    const items = openItems(state).filter((each) => each.kind === 'fine' && restOf(each) > 0)
    if (payload ? items.some((each) => each.id === payload.item) : items.length > 0) return
    return words('该项目不是尚未缴清的罚款。', 'This is not a fine that is still owed.')
  },
)

const planTexts = {
  title: words('分期金额等于应缴金额', 'Instalments add up to what is owed'),
  cure: words('调整各期日期和金额，使合计等于尚未缴纳的本金；本金不得减免。', 'Change days and amounts so that they add up to the unpaid principal; the principal itself may not be reduced.'),
}

/** 处罚法 66(2): postponed or divided, never reduced. */
export const instalmentsAddUp = guard<PenaltyCase, Plan>('instalments-add-up', cite('行政处罚法', 66, 2), planTexts, ({ state, act, on }) => unfit(state, act.payload, on))

/** 强制法 42(1): an agreement may set steps and waive the surcharge, not the fine. */
export const principalKept = guard<PenaltyCase, Plan>('principal-kept', cite('行政强制法', 42, 1), planTexts, ({ state, act, on }) => unfit(state, act.payload, on))

function unfit(state: PenaltyCase, plan: Plan | undefined, on: Day): Words | undefined {
  const item = plan && itemNamed(state, plan.item)
  if (!item) return undefined
  const parts = plan.instalments ?? []
  if (parts.some((each) => !isDay(each.due) || each.due <= on)) return words('缴纳日期应当晚于今日。', 'Every day of payment must lie ahead.')
  const total = parts.reduce((sum, each) => sum + each.amount, 0)
  if (total === restOf(item)) return undefined
  return words(`各期合计 ${yuan(total)} 元，尚未缴纳 ${yuan(restOf(item))} 元。`, `The instalments come to ${yuan(total)} yuan; ${yuan(restOf(item))} yuan are owed.`)
}

/** 强制法 42(1): the surcharge may be waived where the party has taken remedial measures. */
export const waiverEarned = guard<MatterState, { readonly waiveSurcharge: boolean; readonly remedied: boolean }>(
  'waiver-earned',
  cite('行政强制法', 42, 1),
  {
    title: words('减免加处罚款以采取补救措施为前提', 'Waived only after remedial measures'),
    cure: words('当事人采取补救措施并附证明；否则不减免加处的罚款。', 'Let the party take remedial measures and prove them, or keep the surcharge.'),
  },
  ({ act: { payload } }) => payload?.waiveSurcharge === true && !payload.remedied && words('当事人没有采取补救措施，不得减免加处的罚款。', 'The party took no remedial measures; the surcharge may not be waived.'),
)

/** 强制法 34, 54: a demand follows a term that ended without performance. */
export const termEndedUnperformed = guard<PenaltyCase, { readonly party: string }>(
  'term-ended-unperformed',
  cite('行政强制法', 34),
  {
    title: words('履行期限届满未履行', 'The term ended without performance'),
    cure: words('等待履行期限届满；已经履行的，登记履行情况。', 'Wait until the term has ended; if it was performed, record that.'),
  },
  ({ state, act: { payload }, on }) => {
    const overdue = openItems(state, payload?.party).some((each) => (termOf(state, each) ?? on) < on)
    return !overdue && words('没有期限届满而未履行的处罚内容。', 'Nothing is overdue.')
  },
)

/** 强制法 35(三): a demand names a definite amount, and not more than is owed. */
export const demandNotAboveOwed = guard<PenaltyCase, { readonly party: string; readonly amount?: number; readonly surcharge?: number }>(
  'demand-not-above-owed',
  cite('行政强制法', 35, undefined, 3),
  {
    title: words('催告金额不超过应缴金额', 'Not more than is owed'),
    cure: words('按尚未缴纳的本金和截至当日依法计算的加处罚款填写。', 'State the unpaid principal and the surcharge as it stands that day.'),
  },
  ({ state, act: { payload }, on }) => {
    if (!payload) return
    const items = openItems(state, payload.party)
    const rest = items.reduce((sum, each) => sum + restOf(each), 0)
    if ((payload.amount ?? 0) > rest) return words(`尚未缴纳的本金为 ${yuan(rest)} 元。`, `The unpaid principal is ${yuan(rest)} yuan.`)
    const surcharge = items.reduce((sum, each) => sum + Math.max(0, surchargeOn(state, each, on) - (each.surchargePaid ?? 0)), 0)
    return (payload.surcharge ?? 0) > surcharge && words(`截至当日加处罚款为 ${yuan(surcharge)} 元。`, `The surcharge up to that day is ${yuan(surcharge)} yuan.`)
  },
)

/** 处罚法 72(1)(一), 73(3): three per cent a day of what is overdue, the fine itself at most, without the days of review and litigation. */
export const surchargeNotAboveCounted = guard<PenaltyCase, { readonly item: string; readonly amount: number }>(
  'surcharge-not-above-counted',
  cite('行政处罚法', 72, 1, 1),
  {
    title: words('加处罚款不超过依法计算的数额', 'Not more than the surcharge as counted'),
    cure: words('按截至当日依法计算的数额填写；尚未逾期的，不加处罚款。', 'State what has run up to that day; without delay there is none.'),
  },
  ({ state, act: { payload }, on }) => {
    const item = payload && itemNamed(state, payload.item)
    if (!item) return
    const counted = surchargeOn(state, item, on)
    return (payload.amount <= 0 || payload.amount > counted) && words(`截至当日加处罚款为 ${yuan(counted)} 元。`, `The surcharge up to that day is ${yuan(counted)} yuan.`)
  },
)

/** 强制法 36: what the party said to the demand is checked before the court is asked. */
export const objectionRechecked = guard<PenaltyCase, { readonly items: readonly string[] }>(
  'objection-rechecked',
  cite('行政强制法', 36),
  {
    title: words('对催告的陈述、申辩已复核', 'The answer to the demand was checked'),
    cure: words('记录并复核当事人的意见；成立的，采纳。', 'Check what the party said and record it; adopt it where it holds.'),
  },
  ({ state, act: { payload } }) => {
    const parties = partiesMeant(state, payload?.items)
    return state.demands?.some((each) => parties.includes(each.party) && each.objected && !each.rechecked) && words('当事人对催告的陈述、申辩尚未复核。', 'The party’s answer to the demand has not been checked.')
  },
)

/** R23: only what is neither performed nor settled goes to the court. */
export const itemsUnperformed = guard<PenaltyCase, { readonly items: readonly string[] }>(
  'items-unperformed',
  cite('行政强制法', 53),
  {
    title: words('申请执行的内容尚未履行', 'What the court is to enforce is open'),
    cure: words('只申请执行尚未履行的处罚内容。', 'Apply only for what is not performed.'),
  },
  ({ state, act: { payload } }) => {
    const open = openItems(state)
    if (payload ? (payload.items ?? []).length > 0 && payload.items.every((id) => open.some((each) => each.id === id)) : open.length > 0) return
    return words('所列内容已经履行或者不存在。', 'What is listed is performed, or not part of the decision.')
  },
)

/** 强制法 53: the court is asked only when the terms of review and litigation are over. */
export const remedyTermOver = guard<PenaltyCase, { readonly items: readonly string[] }>(
  'remedy-term-over',
  cite('行政强制法', 53),
  {
    title: words('复议、诉讼期限届满', 'Remedy terms over'),
    cure: words('等待行政复议和行政诉讼期限届满后，在三个月内申请。', 'Wait until the terms of review and litigation have ended; then apply within three months.'),
  },
  ({ state, act: { payload }, on }) => {
    const early = partiesMeant(state, payload?.items).map((party) => remedyEnd(state, party) ?? '').filter((end) => end === '' || end >= on)
    if (early.length === 0 || (!payload && early.length < partiesMeant(state).length)) return
    const end = early.sort().at(-1)
    return end ? words(`法定救济期限至 ${end} 届满。`, `The remedy term runs until ${end}.`) : words('决定书尚未送达，救济期限没有开始。', 'The decision is not served; the remedy term has not begun.')
  },
)

/** 强制法 54: ten days after the demand reached the party. */
export const demandedTenDaysBefore = guard<PenaltyCase, { readonly items: readonly string[] }>(
  'demanded-ten-days-before',
  cite('行政强制法', 54),
  {
    title: words('催告书送达满十日', 'Ten days after the demand was served'),
    cure: words('制作并送达催告书，送达十个工作日后仍未履行的再申请。', 'Issue and serve a demand; apply when ten workdays have passed without performance.'),
  },
  ({ state, act: { payload }, on }) => {
    const parties = partiesMeant(state, payload?.items)
    const early = parties.map((party) => demandEnd(state, party) ?? '').filter((end) => end === '' || end >= on)
    if (early.length === 0 || (!payload && early.length < parties.length)) return
    const end = early.sort().at(-1)
    return end ? words(`催告期限至 ${end} 届满。`, `The demand runs until ${end}.`) : words('尚未向当事人送达催告书。', 'No demand was served on the party.')
  },
)

/** R1: what a court said of an application that was never made settles nothing. */
export const appliedBefore = guard<PenaltyCase, { readonly items: readonly string[] }>(
  'applied-before',
  cite('行政强制法', 53),
  {
    title: words('已经申请法院强制执行', 'The court was applied to'),
    cure: words('核对项目；未申请的，先申请人民法院强制执行。', 'Check the items; if there was no application, apply to the court first.'),
  },
  ({ state, act: { payload } }) =>
    payload !== undefined && (payload.items ?? []).some((id) => !itemNamed(state, id)?.court) && words('所列内容没有申请过法院强制执行。', 'The court was never asked to enforce this.'),
)

/** 强制法 36: a statement answers a demand. */
export const demandMade = guard<PenaltyCase, { readonly party: string }>(
  'demand-made',
  cite('行政强制法', 36),
  {
    title: words('已经催告', 'A demand was made'),
    cure: words('核对当事人；陈述针对处罚告知的，登记为陈述、申辩。', 'Check the party; if it answers the penalty notice, record it as a defence.'),
  },
  ({ state, act: { payload } }) => payload !== undefined && !state.demands?.some((each) => each.party === payload.party) && words('没有向该当事人作出催告。', 'No demand was made to this party.'),
)

const partiesMeant = (state: PenaltyCase, items?: readonly string[]): string[] => [
  ...new Set(items ? items.flatMap((id) => itemNamed(state, id)?.party ?? []) : openItems(state).map((each) => each.party)),
]

const yuan = (fen: number): string => (fen / 100).toFixed(2)
