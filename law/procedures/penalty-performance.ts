import { cite } from '../citation.ts'
import { remedyConfigured } from '../guards/decision.ts'
import { notHalted } from '../guards/execution.ts'
import { paidToTheBank } from '../guards/facts.ts'
import { teamCertified } from '../guards/officers.ts'
import {
  appliedBefore,
  demandedTenDaysBefore,
  demandMade,
  objectionRechecked,
  surchargeNotAboveCounted,
  demandNotAboveOwed,
  fineStillOwed,
  instalmentsAddUp,
  itemsUnperformed,
  principalKept,
  remedyTermOver,
  termEndedUnperformed,
  waiverEarned,
} from '../guards/performance.ts'
import { noRemedyPending, notStayed } from '../guards/remedies.ts'
import { decisionServiceConfirmed } from '../guards/second-officer.ts'
import { choice, day, optional, payload, text } from '../payload.ts'
import type { Instalment } from '../penalties/surcharge.ts'
import { actsOn } from '../procedure.ts'
import { dayOf, isDay, type Day } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { surchargeLeft, type CourtOutcome, type PerformanceItem } from './penalty-owed.ts'
import { beforeNextInstalment, decisionAgainst, itemNamed, openItems, restOf, termOf } from './penalty-dues.ts'
import { moneyOwed, paidUp, withPayment } from './penalty-effects.ts'
import { issueDemand, recheckDefence, recordPayment, recordPerformance } from './penalty-payloads.ts'
import { applyToCourt, decidedItems, decideSurcharge, enterAgreement, fineItem, grantPostponement } from './penalty-execution-payloads.ts'
import { files, party } from './penalty-fields.ts'
import { handlers, headNotHandling, recorder } from './penalty-people.ts'

/** 履行、催告、申请法院强制执行 (处罚法 66–74, 强制法 35, 36, 42, 53, 54; R23). Every item of a decision has its own record. */

const { power, fact } = actsOn<PenaltyCase>()

const courtOutcomes = {
  accepted: words('受理', 'Accepted'),
  rejected: words('不予受理、不准予执行', 'Rejected'),
  ruled: words('裁定准予执行', 'Ruled to enforce'),
  enforced: words('执行完毕', 'Enforced'),
  ended: words('终结执行', 'Execution ended'),
} as const satisfies Record<CourtOutcome, unknown>

export const performanceActs = {
  'record-payment': fact({
    title: words('登记缴款', 'Record a payment'),
    article: cite('行政处罚法', 67, 3),
    by: recorder,
    suits: (state) => openItems(state).some((each) => each.owed > 0),
    payload: recordPayment,
    guards: [paidToTheBank],
    opens: [{ clock: 'instalment', subjects: (state, told) => (beforeNextInstalment(state, told.item) ? movedOn(state, told.item) : []), from: (state, told) => beforeNextInstalment(state, told.item) }],
    closes: [
      { clock: 'payment', subjects: (state, told) => paidUp(state, told.item) },
      { clock: 'demand', subjects: (state, told) => paidUp(state, told.item) },
      { clock: 'instalment', subjects: (state, told) => movedOn(state, told.item) },
    ],
    prefill: (state) => {
      const open = openItems(state).find((each) => each.owed > 0)
      const surcharge = open !== undefined && restOf(open) === 0
      return { item: open?.id, amount: open && (surcharge ? surchargeLeft(open) : restOf(open)), channel: 'bank', ...(surcharge ? { surcharge } : {}) }
    },
    awaited: (state) => state.stage === 'performance' && openItems(state).some((each) => each.owed > 0),
    apply: (state, act) => withPayment(state, act.payload),
  }),

  'hand-in-collected': fact({
    title: words('上缴当场收缴的罚款', 'Hand in money collected on the spot'),
    article: cite('行政处罚法', 71),
    by: recorder,
    suits: (state) => state.performance.some(keptBack),
    payload: payload({
      item: fineItem,
      collectedOn: day(words('收缴日期', 'Collected on'), { hint: words('水上收缴的，填抵岸日期', 'If collected on water, the day of landing') }),
      handedOn: day(words('交至本机关日期', 'Handed to the body on')),
      bankedOn: optional(day(words('缴付银行日期', 'Paid to the bank on'))),
      receipt: text(words('缴款凭证号码', 'Receipt number'), { max: 60 }),
      files,
    }),
    prefill: (state) => {
      const kept = state.performance.find(keptBack)
      return { item: kept?.id, collectedOn: kept?.payments?.find((each) => each.collected && !each.handedIn)?.on }
    },
    awaited: (state) => state.stage === 'performance' && state.performance.some(keptBack),
    apply: (state, act) =>
      changed(state, [act.payload.item], (each) => ({
        ...each,
        payments: (each.payments ?? []).map((one) => (one.collected && one.on === act.payload.collectedOn && act.payload.handedOn ? { ...one, handedIn: act.payload.handedOn } : one)),
      })),
  }),

  'record-performance': fact({
    title: words('登记执行情况', 'Record performance'),
    article: cite('行政处罚法', 66, 1),
    by: recorder,
    suits: (state) => openItems(state).some((each) => each.owed === 0),
    payload: recordPerformance,
    prefill: (state) => ({ item: openItems(state).find((each) => each.owed === 0)?.id }),
    awaited: (state) => state.stage === 'performance' && openItems(state).some((each) => each.owed === 0),
    apply: (state, act) => changed(state, [act.payload.item], (each) => ({ ...each, done: act.payload.doneOn })),
  }),

  'grant-postponement': power({
    title: words('批准延期、分期缴纳罚款', 'Grant postponement or instalments'),
    article: cite('行政处罚法', 66, 2),
    from: ['service', 'performance'],
    by: headNotHandling,
    suits: (state) => openItems(state).some((each) => each.kind === 'fine'),
    payload: grantPostponement,
    documents: [{ kind: 'postponement-decision', each: (state, told) => partyOf(state, told.item) }],
    guards: [fineStillOwed, instalmentsAddUp],
    opens: [{ clock: 'instalment', subjects: (state, told) => partyOf(state, told.item), from: (state, told) => beforeNextInstalment(state, told.item) }],
    closes: [{ clock: 'payment', subjects: (state, told) => allDivided(state, told.item) }],
    prefill: fineAtHand,
    apply: (state, act) => changed(state, [act.payload.item], divided(act.payload.instalments, dayOf(act.occurredAt))),
  }),

  'issue-demand': power({
    title: words('催告', 'Demand performance'),
    article: cite('行政强制法', 35),
    from: ['service', 'performance'],
    by: handlers,
    suits: (state) => openItems(state).length > 0,
    payload: issueDemand,
    documents: [{ kind: 'demand', each: (_, told) => [told.party] }],
    guards: [teamCertified, notStayed, notHalted, decisionServiceConfirmed, termEndedUnperformed, demandNotAboveOwed],
    prefill: (state) => {
      const first = openItems(state)[0]
      return first ? { party: first.party, amount: openItems(state, first.party).reduce((sum, each) => sum + restOf(each), 0) } : {}
    },
    apply: (state, act) => {
      const decision = decisionAgainst(state, act.payload.party)
      return { ...state, demands: [...(state.demands ?? []), { act: act.id, party: act.payload.party, on: dayOf(act.occurredAt), ...(decision === undefined ? {} : { decision }) }] }
    },
  }),

  'object-to-demand': fact({
    title: words('当事人对催告陈述、申辩', 'Party answers the demand'),
    article: cite('行政强制法', 36),
    by: recorder,
    suits: (state) => (state.demands ?? []).length > 0,
    payload: payload({ party, statement: text(words('陈述、申辩内容', 'Statement'), { personal: true, rows: 4, max: 8000 }), files }),
    guards: [demandMade],
    prefill: (state) => ({ party: state.demands?.at(-1)?.party }),
    // A new answer has to be checked again, whatever was checked before.
    apply: (state, act) =>
      state.demands
        ? {
            ...state,
            demands: state.demands.map((each) => {
              const { rechecked: _before, ...rest } = each
              return each.party === act.payload.party ? { ...rest, objected: dayOf(act.occurredAt) } : each
            }),
          }
        : state,
  }),

  'recheck-demand': power({
    title: words('复核对催告的陈述、申辩', 'Check the answer to a demand'),
    article: cite('行政强制法', 36),
    from: ['service', 'performance'],
    by: handlers,
    suits: (state) => (state.demands ?? []).some((each) => each.objected),
    payload: recheckDefence,
    guards: [teamCertified, demandMade],
    prefill: (state) => ({ party: state.demands?.find((each) => each.objected && !each.rechecked)?.party }),
    awaited: (state) => state.stage === 'performance' && (state.demands ?? []).some((each) => each.objected && !each.rechecked),
    apply: (state, act) =>
      state.demands ? { ...state, demands: state.demands.map((each) => (each.party === act.payload.party && each.objected ? { ...each, rechecked: dayOf(act.occurredAt) } : each)) } : state,
  }),

  'decide-surcharge': power({
    title: words('决定加处罚款', 'Decide the surcharge'),
    article: cite('行政处罚法', 72, 1, 1),
    from: 'performance',
    by: headNotHandling,
    suits: (state) => openItems(state).some((each) => each.kind === 'fine') && (state.demands ?? []).length > 0,
    payload: decideSurcharge,
    documents: [{ kind: 'surcharge-decision', each: (state, told) => partyOf(state, told.item) }],
    guards: [fineStillOwed, notStayed, notHalted, noRemedyPending, surchargeNotAboveCounted, remedyConfigured],
    prefill: fineToSurcharge,
    apply: (state, act) => changed(state, [act.payload.item], (each) => ({ ...each, surcharge: { act: act.id, amount: act.payload.amount } })),
  }),

  'enter-execution-agreement': power({
    title: words('达成执行协议', 'Enter an execution agreement'),
    article: cite('行政强制法', 42, 1),
    from: 'performance',
    by: headNotHandling,
    suits: (state) => (state.demands ?? []).length > 0 && openItems(state).some((each) => each.kind === 'fine'),
    payload: enterAgreement,
    documents: [{ kind: 'execution-agreement', each: (state, told) => partyOf(state, told.item) }],
    guards: [fineStillOwed, principalKept, waiverEarned],
    opens: [{ clock: 'instalment', subjects: (state, told) => partyOf(state, told.item), from: (state, told) => beforeNextInstalment(state, told.item) }],
    closes: [{ clock: 'payment', subjects: (state, told) => allDivided(state, told.item) }],
    prefill: (state) => ({ ...fineAtHand(state), waiveSurcharge: false, remedied: false }),
    apply: (state, act) => {
      const plan = divided(act.payload.instalments, dayOf(act.occurredAt))
      return changed(state, [act.payload.item], (each) => ({ ...plan(each), ...(act.payload.waiveSurcharge ? { surchargeWaived: true } : {}) }))
    },
  }),

  'apply-to-court': power({
    title: words('申请法院强制执行', 'Apply to the court for enforcement'),
    article: cite('行政强制法', 53),
    from: 'performance',
    by: headNotHandling,
    suits: (state) => (state.demands ?? []).length > 0 && openItems(state).length > 0,
    payload: applyToCourt,
    documents: [
      { kind: 'matter-approval' },
      { kind: 'court-application', each: (state, told) => partiesOf(state, told.items) },
      { kind: 'court-papers', each: (state, told) => partiesOf(state, told.items) },
      { kind: 'court-authorisation' },
    ],
    guards: [itemsUnperformed, decisionServiceConfirmed, notStayed, notHalted, noRemedyPending, remedyTermOver, demandedTenDaysBefore, objectionRechecked],
    closes: [{ clock: 'demand', subjects: (state, told) => partiesOf(state, told.items) }],
    prefill: (state) => ({ items: openItems(state).map((each) => each.id) }),
    apply: (state, act) => changed(state, act.payload.items, (each) => ({ ...each, court: { applied: dayOf(act.occurredAt) } })),
  }),

  'record-court-outcome': fact({
    title: words('登记法院处理结果', 'Record what the court did'),
    article: cite('行政强制法', 56),
    by: recorder,
    suits: (state) => openItems(state).some((each) => each.court),
    payload: payload({
      items: decidedItems,
      outcome: choice(words('结果', 'Outcome'), courtOutcomes),
      number: optional(text(words('法院文书号', 'Number of the court’s paper'), { max: 100 })),
      files,
    }),
    guards: [appliedBefore],
    closes: [
      { clock: 'payment', subjects: (state, told) => partiesSettled(state, told.items) },
      { clock: 'instalment', subjects: (state, told) => partiesSettled(state, told.items) },
    ],
    prefill: (state) => ({ items: openItems(state).flatMap((each) => (each.court ? [each.id] : [])) }),
    apply: (state, act) => {
      const { items: named, outcome } = act.payload
      if (act.marks.length > 0 || !outcome) return state
      return changed(state, named, (each) => (each.court ? { ...each, court: { ...each.court, outcome } } : each))
    },
  }),
}

const changed = (state: PenaltyCase, ids: readonly string[] | undefined, change: (item: PerformanceItem) => PerformanceItem): PenaltyCase => ({
  ...state,
  performance: state.performance.map((each) => (ids?.includes(each.id) ? change(each) : each)),
})

/** What was paid before stands as a first instalment that is covered. */
const divided = (plan: readonly Instalment[] | undefined, on: Day) => (item: PerformanceItem): PerformanceItem => ({
  ...item,
  instalments: [...(item.paid > 0 ? [{ due: on, amount: item.paid }] : []), ...(plan ?? []).filter((each) => isDay(each.due))],
})

const keptBack = (item: PerformanceItem): boolean => item.payments?.some((each) => each.collected && !each.handedIn) ?? false

const partyOf = (state: PenaltyCase, id: string): string[] => {
  const named = itemNamed(state, id)
  return named ? [named.party] : []
}

/** The party, once every sum he owes has days of its own. */
const allDivided = (state: PenaltyCase, id: string): string[] =>
  partyOf(state, id).filter((one) => openItems(state, one).every((each) => restOf(each) === 0 || each.instalments))

/** The party, once a payment covered the instalment his clock ran for. */
const movedOn = (state: PenaltyCase, id: string): string[] => {
  const paid = itemNamed(state, id)
  if (!paid) return []
  // Under a stay a clock has no day to tell it by: paid in full is covered all the same.
  const [due, covered] = [termOf(state, paid), restOf(paid) === 0]
  return state.clocks.some((each) => each.clock === 'instalment' && each.subject === paid.party && !each.closed && (covered || each.due !== due)) ? [paid.party] : []
}

const partiesOf = (state: PenaltyCase, ids: readonly string[] | undefined): string[] => [...new Set((ids ?? []).flatMap((id) => partyOf(state, id)))]

const partiesSettled = (state: PenaltyCase, ids: readonly string[] | undefined): string[] =>
  partiesOf(state, ids).filter((one) => openItems(state, one).length === 0 || !moneyOwed(state, one))

function fineAtHand(state: PenaltyCase) {
  const fine = openItems(state).find((each) => each.kind === 'fine')
  return { item: fine?.id, instalments: [] }
}

/** The sum is counted for the day, so it is left to whoever decides to read it off the refusal or the page. */
function fineToSurcharge(state: PenaltyCase) {
  return { item: openItems(state).find((each) => each.kind === 'fine')?.id }
}
