import { cite } from '../citation.ts'
import { reliedOn } from '../guards/slips.ts'
import type { JudgedAct, Rule } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { correctionsToCheck } from '../procedures/penalty-corrections.ts'
import { courtEnd } from '../procedures/penalty-dues.ts'
import { endsPublicity } from '../procedures/penalty-set-aside.ts'
import { calendar } from '../time/calendar.ts'
import { addYears, dayOf, isDay } from '../time/day.ts'
import { dueOf, isOver, workdays, workdaysWithin } from '../time/period.ts'
import { words } from '../words.ts'
import { discretionRules } from './discretion.ts'
import { oldCaseRules } from './old-cases.ts'

/** What supervision has to say against a penalty case; recorded, never refused (R13). */

const found = (yes: boolean | undefined): readonly string[] => (yes ? [''] : [])

/** The day a clock that this act closed was due, if it came too late. */
const closedLate = (clock: string, after: PenaltyCase, act: JudgedAct<unknown>): readonly string[] =>
  after.clocks
    .filter((each) => each.clock === clock && each.closed === act.occurredAt && each.due !== undefined && isOver(each.due, act.occurredAt))
    .map((each) => each.subject)

/** Officers named in this act whose certificate names fields, and not that of an item of the case (R4); 综合行政执法 holds them all. */
function outsideField(after: PenaltyCase, { facts, payload }: JudgedAct<unknown>): readonly string[] {
  const fields = [...new Set(after.violations.flatMap(({ item }) => facts.fields?.[item] || []))]
  const { officers, team = [] } = payload as { readonly officers?: readonly string[]; readonly team?: readonly string[] }
  const holds = (certified: readonly string[], field: string): boolean => certified.some((each) => each.includes(field) || field.includes(each) || each.includes('综合'))
  return [...new Set(officers ?? team)].filter((person) => {
    const certified = facts.certificates?.[person]?.fields ?? []
    return certified.length > 0 && fields.some((field) => !holds(certified, field))
  })
}

const laterThanTwoWorkdays = (from: string | undefined, to: string | undefined): boolean =>
  from !== undefined && to !== undefined && isDay(from) && isDay(to) && to > (dueOf(workdays(2), from, [], calendar).due ?? to)

export const penaltyRules: readonly Rule<PenaltyCase>[] = [
  {
    id: 'entered-late',
    article: cite('行政处罚法', 47),
    title: words('事后补录', 'Entered late'),
    severity: 'slight',
    finds: (_, act) => found(workdaysWithin(dayOf(act.occurredAt), dayOf(act.recordedAt), calendar) > (act.facts.settings?.lateEntryWorkdays ?? 3)),
  },
  {
    id: 'filed-late',
    article: cite('行政处罚法', 54, 2),
    title: words('超过期限决定是否立案', 'Filed late'),
    severity: 'ordinary',
    finds: (after, act) => closedLate('verification', after, act),
  },
  {
    id: 'filed-after-limitation',
    article: cite('行政处罚法', 36, 1),
    title: words('立案时可能已超过追责期限', 'Possibly filed after the limitation'),
    severity: 'ordinary',
    finds: (after, act) =>
      act.kind !== 'approve-filing'
        ? []
        : after.violations
            .filter((each) => {
              const item = act.facts.items?.[each.item]
              const years = each.harm ? (item?.harmYears ?? 5) : (item?.limitationYears ?? 2)
              return after.lead !== undefined && addYears(each.until, years) < after.lead.discoveredOn
            })
            .map((each) => each.id),
  },
  {
    id: 'basis-unregistered',
    article: cite('行政处罚法', 38, 1),
    title: words('所依据的法律、法规、规章没有登记，不能核对行为时是否有效', 'The basis is in no register: whether it was in force at the conduct cannot be checked'),
    severity: 'slight',
    finds: (after, act, before) =>
      after.violations
        .filter(({ id, item }) => act.facts.items?.[item]?.unregistered && !before.violations.some((each) => each.id === id))
        .map(({ id }) => id),
  },
  {
    id: 'informant-told-late',
    article: cite('市场监督管理投诉举报处理暂行办法', 31),
    title: words('超过期限告知举报人是否立案', 'The informant was told late'),
    severity: 'slight',
    finds: (after, act) => closedLate('informant', after, act),
  },
  {
    id: 'decided-late',
    article: cite('行政处罚法', 60),
    title: words('超过办案期限作出决定', 'Decided after the term'),
    severity: 'serious',
    finds: (after, act) => closedLate('decision', after, act),
  },
  {
    id: 'served-late',
    article: cite('行政处罚法', 61, 1),
    title: words('超过七个工作日送达', 'Served late'),
    severity: 'ordinary',
    finds: (after, act) => closedLate('service', after, act),
  },
  {
    id: 'registered-too-long',
    article: cite('行政处罚法', 56),
    title: words('先行登记保存超过七个工作日未处理', 'Registered things not dealt with in time'),
    severity: 'serious',
    finds: (after, act) => (act.kind === 'lapse-registration' ? [''] : closedLate('registration', after, act)),
  },
  {
    id: 'urgent-not-approved',
    article: cite('行政强制法', 19),
    title: words('紧急采取的措施没有获得批准', 'An urgent measure was not approved'),
    severity: 'serious',
    finds: (_, act) => found(act.kind === 'refuse-urgent' || act.kind === 'lapse-urgent'),
  },
  {
    id: 'seized-too-long',
    article: cite('行政强制法', 25, 1),
    title: words('查封、扣押期限届满未处理', 'Sealing or seizure ran out undecided'),
    severity: 'serious',
    finds: (_, act) => found(act.kind === 'lapse-seizure'),
  },
  {
    id: 'paid-late',
    article: cite('行政处罚法', 72, 1, 1),
    title: words('逾期缴纳罚款', 'Paid late'),
    severity: 'slight',
    finds: (after, act) => [...new Set([...closedLate('payment', after, act), ...closedLate('instalment', after, act)])],
  },
  {
    id: 'applied-late',
    article: cite('行政强制法', 53),
    title: words('超过三个月申请法院强制执行', 'Court applied to after three months'),
    severity: 'serious',
    finds: (after, act) => {
      if (act.kind !== 'apply-to-court') return []
      const on = dayOf(act.occurredAt)
      const items = (act.payload as { readonly items?: readonly string[] }).items ?? []
      const parties = new Set(after.performance.filter((each) => items.includes(each.id)).map((each) => each.party))
      return [...parties].filter((party) => (courtEnd(after, party) ?? on) < on)
    },
  },
  {
    id: 'handed-in-late',
    article: cite('行政处罚法', 71),
    title: words('当场收缴的罚款超过二日未上缴', 'Money collected on the spot handed in late'),
    severity: 'ordinary',
    finds: (_, act) => {
      if (act.kind !== 'hand-in-collected') return []
      const { collectedOn, handedOn, bankedOn } = act.payload as { readonly collectedOn?: string; readonly handedOn?: string; readonly bankedOn?: string }
      return found(laterThanTwoWorkdays(collectedOn, handedOn) || laterThanTwoWorkdays(handedOn, bankedOn))
    },
  },
  {
    id: 'certificate-field',
    article: cite('行政处罚法', 42, 1),
    title: words('执法证件载明的执法领域与事项不符', 'Field of the certificate and of the item differ'),
    severity: 'slight',
    finds: (after, act) => outsideField(after, act),
  },
  {
    id: 'recusal-not-told',
    article: cite('行政处罚法', 44),
    title: words('没有告知申请回避的权利', 'Right of recusal not told'),
    severity: 'ordinary',
    finds: (_, act) => found((act.payload as { readonly recusalTold?: boolean }).recusalTold === false),
  },
  {
    id: 'heard-unlawfully',
    article: cite('行政处罚法', 64),
    title: words('听证程序违法', 'Hearing held unlawfully'),
    severity: 'serious',
    finds: (_, act) => found(act.kind === 'hold-hearing' && act.marks.length > 0),
  },
  {
    id: 'no-order-to-correct',
    article: cite('行政处罚法', 28, 1),
    title: words('没有责令改正违法行为', 'No order to correct'),
    severity: 'ordinary',
    finds: (after, act) => found(act.kind === 'decide-penalty' && !after.corrected),
  },
  {
    id: 'correction-not-checked',
    article: cite('行政处罚法', 28, 1),
    title: words('责令改正后没有复查', 'Nobody re-inspected after an order to correct'),
    severity: 'ordinary',
    finds: (after, act) => (act.kind === 'approve-closing' ? correctionsToCheck(after).map((each) => each.party) : []),
  },
  {
    id: 'no-education',
    article: cite('行政处罚法', 33, 3),
    title: words('没有对当事人进行教育', 'The party was not educated'),
    severity: 'slight',
    finds: (after, act) =>
      found(
        (act.kind === 'decide-penalty' && after.draftDecision?.education === false) ||
          (act.kind === 'decide-no-penalty' && (act.payload as { readonly education?: boolean }).education === false),
      ),
  },
  {
    id: 'item-not-published',
    article: cite('行政处罚法', 39),
    title: words('所依据事项尚未公布', 'Item not yet published'),
    severity: 'ordinary',
    finds: (after, act) => (act.kind === 'approve-filing' ? after.violations.filter((each) => act.facts.items?.[each.item]?.published === false).map((each) => each.id) : []),
  },
  {
    id: 'held-not-same-act',
    article: cite('行政处罚法', 29),
    title: words('认定与在先处罚不是同一行为', 'Held not to be the same act'),
    severity: 'slight',
    finds: (after, act) => (act.kind === 'submit-report' ? (after.report?.sameAct.filter((each) => !each.same).map((each) => each.decision) ?? []) : []),
  },
  {
    id: 'filing-cancelled',
    article: cite('行政处罚法', 75, 2),
    title: words('撤销错误立案', 'Mistaken filing cancelled'),
    severity: 'serious',
    finds: (_, act) => found(act.kind === 'cancel-mistaken-filing'),
  },
  {
    id: 'relied-entry-struck',
    article: cite('行政处罚法', 47),
    title: words('划销已被依据的记录', 'An entry relied on was struck'),
    severity: 'ordinary',
    finds: (after, act) => Object.entries(after.struck ?? {}).filter(([, entry]) => entry.strike === act.id && reliedOn(after, entry)).map(([id]) => id),
  },
  {
    id: 'publicity-ended-late',
    article: cite('行政处罚法', 48, 2),
    title: words('超过三日撤回公示', 'Publication withdrawn late'),
    severity: 'ordinary',
    finds: (after, act) => closedLate('publicity', after, act),
  },
  {
    id: 'refunded-late',
    article: cite('行政处罚法', 74, 3),
    title: words('超过期限退还罚没款', 'Paid back late'),
    severity: 'serious',
    finds: (after, act) => closedLate('refund', after, act),
  },
  {
    id: 'decision-set-aside',
    article: cite('行政复议法', 76),
    title: words('处罚决定被撤销、变更、确认违法', 'Decision annulled, varied or held unlawful'),
    severity: 'serious',
    finds: (after, _, before) =>
      after.remedies === before.remedies && after.setAside === before.setAside
        ? []
        : [
            ...(after.remedies ?? []).filter((each, i) => each.result && !before.remedies?.[i]?.result && endsPublicity(each.result.outcome)).map((each) => each.party),
            ...(after.setAside ?? []).slice(before.setAside?.length ?? 0).filter((each) => each.by === 'revoked').map((each) => each.party),
          ],
  },
  {
    id: 'decided-again-late',
    article: cite('行政复议法', 64, 1),
    title: words('超过期限重新作出决定', 'Decided again late'),
    severity: 'serious',
    finds: (after, act) => closedLate('re-decision', after, act),
  },
  {
    id: 'crime-answered-late',
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 5, 2),
    title: words('超过三日决定是否移送涉嫌犯罪案件', 'Suspected crime answered late'),
    severity: 'serious',
    finds: (after, act) => closedLate('crime-answer', after, act),
  },
  {
    id: 'contested-late',
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 9, 1),
    title: words('超过三日提请复议、建议立案监督', 'Not filing contested late'),
    severity: 'slight',
    finds: (after, act) => (act.kind === 'contest-not-filing' ? closedLate('contest', after, act) : []),
  },
  {
    id: 'handed-over-late',
    article: cite('行政执法机关移送涉嫌犯罪案件的规定', 5, 2),
    title: words('超过二十四小时向公安机关移送', 'Handed over to the police late'),
    severity: 'serious',
    finds: (after, act) => closedLate('hand-over', after, act),
  },
  ...discretionRules,
  ...oldCaseRules,
]
