import { cite } from '../citation.ts'
import { decisionServed } from '../guards/closing.ts'
import { decisionSetAside, noRemedyPending, refundNotAboveOwed, remedyRecorded, somethingDecided, stillStands } from '../guards/remedies.ts'
import { faults } from '../documents/revocation-decision/document.ts'
import { choice, count, day, group, list, money, optional, payload, ref, text, yes } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { RemedyOutcome, RemedyWay } from './penalty-owed.ts'
import { decisionAgainst, openItems } from './penalty-dues.ts'
import { moneyOwed, partiesToServe } from './penalty-effects.ts'
import { files, motion, party, reason } from './penalty-fields.ts'
import { chief, headNotHandling, recorder } from './penalty-people.ts'
import { halted, pendingRemedy, refundOf, refundOwed, setAsideFor, stayed } from './penalty-redress.ts'
import { annuls, changesItems, dayOr, endsPublicity, withChanges, withSetAside } from './penalty-set-aside.ts'

/** 行政复议、行政诉讼、自行撤销、重新作出决定、退款、撤回公示 (处罚法 48, 73, 75; 复议法 42, 64; R22). */

const { power, fact } = actsOn<PenaltyCase>()

export const remedyWays = {
  review: words('行政复议', 'Administrative review'),
  litigation: words('行政诉讼（一审）', 'Suit'),
  appeal: words('行政诉讼（二审）', 'Appeal'),
} as const satisfies Record<RemedyWay, unknown>

export const remedyOutcomes = {
  upheld: words('维持、驳回请求', 'Upheld'),
  varied: words('变更', 'Varied'),
  annulled: words('撤销', 'Annulled'),
  partly: words('部分撤销', 'Partly annulled'),
  illegal: words('确认违法', 'Held unlawful'),
  void: words('确认无效', 'Held void'),
  mediated: words('调解', 'Mediated'),
  withdrawn: words('撤回申请、撤诉', 'Withdrawn'),
  rejected: words('不予受理、驳回申请或者起诉', 'Not admitted'),
} as const satisfies Record<RemedyOutcome, unknown>

/** Stages that follow a decision, and in which a case made again may stand while money still has to go back. */
const afterDecision = ['service', 'performance', 'closed', 'archived'] as const
const fromReopening = ['investigation', 'report', 'review', 'notice', 'decision', 'closing'] as const

const way = choice(words('救济途径', 'Way'), remedyWays)
const performed = ['payment', 'instalment', 'demand'] as const

interface ToldParty {
  readonly party: string
}
const theParty = (_: PenaltyCase, told: ToldParty) => [told.party]

export const revokeOwnDecision = payload({
  parties: list(words('当事人', 'Parties'), party, { min: 1, max: 60 }),
  fault: choice(words('撤销原因', 'Fault'), faults),
  ...motion,
})

export const refund = payload({
  items: list(words('退还项目和金额', 'Items and sums'), group(words('项目', 'Item'), { item: ref('performance', words('项目', 'Item')), amount: money(words('退还金额', 'Sum paid back')) }), { min: 1, max: 60 }),
  account: optional(text(words('收款账户', 'Account'), { personal: true, max: 200 })),
  reason,
  files,
})

export const withdrawPublicity = payload({
  published: choice(words('公示情况', 'Publication'), { withdrawn: words('已撤回', 'Withdrawn'), never: words('未曾公示', 'Never published') }),
  on: day(words('日期', 'On')),
  explanation: text(words('公开说明的理由', 'Reason given in public'), { rows: 3, max: 1000 }),
  files,
})

export const remedyActs = {
  'record-remedy': fact({
    title: words('登记复议申请、起诉', 'Record an application for review or a suit'),
    article: cite('行政处罚法', 73, 1),
    by: recorder,
    suits: (state) => state.stage === 'performance',
    payload: payload({ party, way, organ: text(words('复议机关或者人民法院', 'Review organ or court'), { max: 100 }), on: day(words('申请或者起诉日期', 'Applied or sued on')), number: optional(text(words('案号', 'Number'), { max: 100 })), files }),
    guards: [somethingDecided],
    prefill: (state, facts) => ({ party: state.parties[0]?.id, way: 'review', organ: facts.settings?.remedy?.reviewOrgan }),
    apply: (state, act) => {
      const decision = decisionAgainst(state, act.payload.party)
      if (decision === undefined || act.marks.length > 0) return state
      const from = dayOr(act.payload.on, dayOf(act.occurredAt))
      return { ...state, remedies: [...(state.remedies ?? []), { act: act.id, party: act.payload.party, decision, way: act.payload.way, from }] }
    },
  }),

  'record-remedy-result': fact({
    title: words('登记复议、诉讼结果', 'Record the result of a review or suit'),
    article: cite('行政复议法', 64, 1),
    by: recorder,
    suits: (state) => pendingRemedy(state) !== undefined,
    payload: payload({
      party,
      way,
      outcome: choice(words('结果', 'Outcome'), remedyOutcomes),
      on: day(words('收到文书日期', 'Received on')),
      number: text(words('文书号', 'Number'), { max: 100 }),
      procedural: optional(yes(words('仅因违反法定程序撤销', 'Annulled for procedure alone'))),
      changes: optional(
        list(
          words('变更、部分撤销、调解所涉处罚内容', 'Items changed'),
          group(words('处罚内容', 'Item'), { item: ref('performance', words('处罚内容', 'Item')), amount: optional(money(words('改为金额（不填为撤销）', 'Now owed (left out: annulled)'))) }),
          { max: 60 },
        ),
      ),
      files,
    }),
    guards: [remedyRecorded],
    opens: [
      { clock: 'publicity', subjects: (state, told) => (endsPublicity(told.outcome) && answered(state, told) ? [told.party] : []) },
      { clock: 'refund', subjects: (state, told) => refundsTo(state, [told.party]) },
    ],
    closes: [
      ...performed.map((clock) => ({ clock, subjects: (state: PenaltyCase, told: ToldParty) => freed(state, [told.party]) })),
      // What does not stand any more need not reach him.
      { clock: 'service', subjects: (state, { party: one }) => (partiesToServe(state).includes(one) ? [] : [one]) },
    ],
    prefill: (state) => ({ party: pendingRemedy(state)?.party, way: pendingRemedy(state)?.way, outcome: 'upheld', changes: [] }),
    apply: (state, act) => {
      const { party: whose, way: by, outcome, procedural, changes } = act.payload
      const open = state.remedies?.findLast((each) => each.party === whose && each.way === by && !each.result)
      if (!open || !outcome || act.marks.length > 0) return state
      const on = dayOr(act.payload.on, dayOf(act.occurredAt))
      const remedies = state.remedies?.map((each) => (each === open ? { ...each, result: { outcome, on } } : each))
      const after: PenaltyCase = { ...state, ...(remedies ? { remedies } : {}) }
      const aside = { act: act.id, decision: open.decision, party: whose, on, by: outcome, procedural: procedural === true }
      if (annuls(outcome)) return withSetAside(after, [aside])
      return changesItems(outcome) ? withChanges(after, changes ?? [], aside) : after
    },
  }),

  'record-stay': fact({
    title: words('登记停止执行', 'Record a stay'),
    article: cite('行政复议法', 42),
    by: recorder,
    suits: (state) => stayable(state) !== undefined,
    payload: payload({
      party,
      orderedBy: choice(words('决定机关', 'Ordered by'), { body: words('本机关', 'This body'), 'review-organ': words('复议机关', 'Review organ'), court: words('人民法院', 'Court') }),
      number: optional(text(words('文书号', 'Number'), { max: 100 })),
      reason,
      files,
    }),
    pauses: performed.map((clock) => ({ clock, cause: 'stay', subjects: theParty })),
    prefill: (state) => ({ party: stayable(state)?.party, orderedBy: 'review-organ' }),
    apply: (state, act) => (stayed(state, act.payload.party) ? state : { ...state, stays: [...(state.stays ?? []), { party: act.payload.party, from: dayOf(act.occurredAt) }] }),
  }),

  'end-stay': fact({
    title: words('登记恢复执行', 'Record the end of a stay'),
    article: cite('行政复议法', 42),
    by: recorder,
    suits: (state) => stayed(state),
    payload: payload({ party, reason, files }),
    resumes: performed.map((clock) => ({ clock, subjects: (state: PenaltyCase, { party: one }: ToldParty) => (halted(state, one) ? [] : [one]) })),
    prefill: (state) => ({ party: state.stays?.find((each) => !each.until)?.party }),
    apply: (state, act) => {
      const until = dayOf(act.occurredAt)
      return state.stays ? { ...state, stays: state.stays.map((each) => (each.party === act.payload.party && !each.until ? { ...each, until } : each)) } : state
    },
  }),

  'revoke-own-decision': power({
    title: words('自行撤销处罚决定', 'Revoke the body’s own decision'),
    article: cite('行政处罚法', 75, 2),
    from: afterDecision,
    suits: () => false,
    by: chief,
    payload: revokeOwnDecision,
    documents: [{ kind: 'matter-approval' }, { kind: 'revocation-decision', each: (_, told) => told.parties ?? [] }],
    guards: [stillStands],
    opens: [
      { clock: 'publicity', subjects: (_, told) => told.parties ?? [] },
      { clock: 'refund', subjects: (state, told) => refundsTo(state, told.parties) },
    ],
    closes: [...performed, 'service'].map((clock) => ({ clock, subjects: (state: PenaltyCase, told: { readonly parties: readonly string[] }) => freed(state, told.parties) })),
    prefill: (state) => ({ parties: state.parties.map(({ id }) => id) }),
    apply: (state, act) => {
      const { decision } = state
      if (!decision) return state
      const on = dayOf(act.occurredAt)
      return withSetAside(state, (act.payload.parties ?? []).map((each) => ({ act: act.id, decision: decision.act, party: each, on, by: 'revoked' as const, procedural: act.payload.fault === 'procedure' })))
    },
  }),

  /** The decision stays in the file as it was; the case goes back to where facts are established, with a term of its own. */
  're-open': power({
    title: words('重新办理', 'Take the case up again'),
    article: cite('行政复议法', 64, 1),
    from: afterDecision,
    to: 'investigation',
    suits: (state) => setAsideFor(state).length > 0,
    by: headNotHandling,
    payload: payload({ days: optional(count(words('责令重新作出的期限（日，未限期的不填）', 'Days ordered (none: leave out)'))), ...motion }),
    documents: [{ kind: 'matter-approval' }],
    // For whom it still stands, it is served first: the new decision will not reach him.
    guards: [decisionSetAside, noRemedyPending, decisionServed],
    opens: ['re-decision'],
    apply: (state, act) => {
      const { report: _report, review: _review, hearing: _hearing, discussion: _discussion, draftDecision: _draft, decision, ...rest } = state
      if (!decision) return state
      const { days } = act.payload
      const term = days !== undefined && Number.isSafeInteger(days) && days > 0 && days <= 3650 ? { days } : {}
      return { ...rest, earlier: [...(state.earlier ?? []), decision], reopened: { act: act.id, on: dayOf(act.occurredAt), decision: decision.act, parties: setAsideFor(state), ...term } }
    },
  }),

  refund: power({
    title: words('退还罚没款', 'Pay back'),
    article: cite('行政处罚法', 74, 3),
    from: [...afterDecision, ...fromReopening],
    suits: (state) => refundOwed(state) > 0,
    by: headNotHandling,
    payload: refund,
    documents: [{ kind: 'refund-notice', each: (state, told) => partiesPaidBack(state, told.items) }],
    guards: [refundNotAboveOwed],
    closes: [{ clock: 'refund', subjects: (state) => state.parties.map(({ id }) => id).filter((one) => refundsTo(state, [one]).length === 0) }],
    prefill: (state) => ({ items: state.performance.flatMap((each) => (refundOf(each) > 0 ? [{ item: each.id, amount: refundOf(each) }] : [])) }),
    awaited: (state) => refundOwed(state) > 0 && [...afterDecision, ...fromReopening].some((stage) => stage === state.stage),
    apply: (state, act) => {
      const back = (id: string) => (act.payload.items ?? []).reduce((sum, each) => sum + (each.item === id && Number.isSafeInteger(each.amount) ? each.amount : 0), 0)
      return { ...state, performance: state.performance.map((each) => (back(each.id) > 0 ? { ...each, refunded: (each.refunded ?? 0) + back(each.id) } : each)) }
    },
  }),

  'withdraw-publicity': fact({
    title: words('撤回公示', 'Withdraw the publication'),
    article: cite('行政处罚法', 48, 2),
    by: recorder,
    suits: (state) => publicityOpen(state),
    payload: withdrawPublicity,
    documents: [{ kind: 'publicity-withdrawal' }],
    closes: [{ clock: 'publicity', subjects: () => ['*'] }],
    prefill: () => ({ published: 'withdrawn' }),
    awaited: (state) => publicityOpen(state),
  }),
}

/** A pending remedy of a party for whom performance is not stayed: each party's stay is his own (R22). */
const stayable = (state: PenaltyCase) => state.remedies?.find((each) => !each.result && !stayed(state, each.party))

const publicityOpen = (state: PenaltyCase): boolean => state.clocks.some((each) => each.clock === 'publicity' && !each.closed)

const answered = (state: PenaltyCase, told: { readonly party: string; readonly way: RemedyWay; readonly outcome: RemedyOutcome }): boolean =>
  state.remedies?.findLast((each) => each.party === told.party && each.way === told.way)?.result?.outcome === told.outcome

const refundsTo = (state: PenaltyCase, parties: readonly string[] | undefined): string[] =>
  (parties ?? []).filter((one) => state.performance.some((each) => each.party === one && refundOf(each) > 0))

/** Parties from whom no money is awaited any more. */
const freed = (state: PenaltyCase, parties: readonly string[] | undefined): string[] =>
  (parties ?? []).filter((one) => openItems(state, one).length === 0 || !moneyOwed(state, one))

const partiesPaidBack = (state: PenaltyCase, items: readonly { readonly item: string; readonly amount: number }[] | undefined): string[] => [
  ...new Set((items ?? []).flatMap(({ item, amount }) => (amount > 0 ? state.performance.filter((each) => each.id === item).map((each) => each.party) : []))),
]
