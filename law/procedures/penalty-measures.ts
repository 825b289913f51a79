import { cite } from '../citation.ts'
import { competentOnDate } from '../guards/competence.ts'
import { remedyConfigured } from '../guards/decision.ts'
import { basisOfUrgentNamed, extensibleOnce, notByEntrusted, seizureApproved, takenInUrgency } from '../guards/measures.ts'
import { certificatesValid, officersOfBody, teamCertified, twoOfficers } from '../guards/officers.ts'
import { notRecused } from '../guards/recusal.ts'
import { choice, list, optional, payload, ref, text } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { HeldThing } from './penalty-found.ts'
import { withThingsHeld } from './penalty-effects.ts'
import { approval, files, motion, officers, party, reason, returned } from './penalty-fields.ts'
import { countedFrom, holdersOf, isSeized, lotsDisposed, newestLot, newestUrgentLot, pendingThings, released, releasedBy, seizedGoingBack } from './penalty-lots.ts'
import { beforeDecision, handlers, head, headNotHandling, isOpen, recorder } from './penalty-people.ts'
import { permittedParty, withPermit, withPermitProposed, withPermitUsed } from './penalty-permits.ts'
import { lapse, thing, urgent } from './penalty-payloads.ts'

/** 查封、扣押 and what is taken in urgency (强制法 18–28; R8, R9): approved before or within a day, thirty days, once thirty more. */

const { power, fact } = actsOn<PenaltyCase>()

const early = ['lead', 'filing', 'investigation'] as const
/** A linked measure is rare beside registration: a page keeps it folded away until one is proposed. */
const underWay = (state: PenaltyCase): boolean => state.proposals['propose-seizure'] !== undefined
const measure = choice(words('措施', 'Measure'), { sealed: words('查封', 'Seal'), seized: words('扣押', 'Seize') })
/** Whose sealed or seized things go back. */
const releasedTo = (state: PenaltyCase): string[] => holdersOf(state, seizedGoingBack(state))
/** What the newest approval afterwards spoke of. */
const approvedNow = (state: PenaltyCase): HeldThing[] => {
  const approval = state.done['approve-urgent']?.at(-1)?.id
  return state.held.filter((each) => each.approval !== undefined && each.approval === approval)
}

export const proposeSeizure = payload({
  party,
  measure,
  basis: text(words('法律、法规依据', 'Basis in law'), { max: 400 }),
  reason,
  things: list(words('拟查封、扣押的场所、设施或者财物', 'Places and things'), thing, { min: 1 }),
})

export const carryOutSeizure = payload({
  party,
  measure,
  place: text(words('存放地点', 'Where it is kept'), { personal: true, max: 200 }),
  custodian: text(words('保管人', 'Custodian'), { personal: true, max: 60 }),
  urgent,
  things: list(words('查封、扣押的场所、设施或者财物', 'Places and things'), thing, { min: 1 }),
  officers,
  files,
})

export const reportUrgent = payload({ reason, basis: optional(text(words('法律、法规依据（查封、扣押的，必填）', 'Basis in law (for sealing and seizure)'), { max: 400 })) })

export const extendSeizure = payload({ held: ref('held', words('该批物品中的一件', 'One thing of the lot')), ...motion })

export const measureActs = {
  'propose-seizure': power({
    title: words('提请查封、扣押', 'Propose sealing or seizure'),
    article: cite('行政强制法', 18, undefined, 1),
    from: early,
    suits: () => false,
    by: handlers,
    payload: proposeSeizure,
    proposes: true,
    guards: [teamCertified, notByEntrusted, competentOnDate],
    prefill: (state) => ({ party: state.parties[0]?.id, measure: 'seized' }),
    apply: withPermitProposed,
  }),

  'approve-seizure': power({
    title: words('批准查封、扣押', 'Approve sealing or seizure'),
    article: cite('行政强制法', 18, undefined, 1),
    from: early,
    by: head,
    payload: approval,
    answers: 'propose-seizure',
    guards: [teamCertified, notByEntrusted, competentOnDate, remedyConfigured],
    documents: [{ kind: 'seizure-decision', each: permittedParty }],
    awaited: (state) => isOpen(state, 'propose-seizure'),
    apply: withPermit,
  }),

  'return-seizure': power({
    title: words('不批准查封、扣押', 'Refuse sealing or seizure'),
    article: cite('行政强制法', 18, undefined, 1),
    from: early,
    by: head,
    payload: returned,
    answers: 'propose-seizure',
    returns: true,
  }),

  'carry-out-seizure': fact({
    title: words('实施查封、扣押', 'Seal or seize'),
    article: cite('行政强制法', 24, 1),
    by: recorder,
    officers: 2,
    suits: underWay,
    payload: carryOutSeizure,
    documents: [{ kind: 'seizure-list', each: (_, told) => [told.party] }],
    needs: ['fields'],
    guards: [twoOfficers, certificatesValid, officersOfBody, notByEntrusted, seizureApproved, notRecused],
    opens: [{ clock: 'seizure', subjects: newestLot }, { clock: 'urgent-approval', subjects: newestUrgentLot }],
    prefill: (state) => {
      const permit = state.permits?.findLast((each) => each.approved && !each.used && each.measure !== 'registered')
      return { officers: state.team, party: permit?.party ?? state.parties[0]?.id, measure: permit?.measure ?? 'seized' }
    },
    apply: (state, act) => withThingsHeld(withPermitUsed(state, act), act, act.payload.measure === 'sealed' ? 'sealed' : 'seized'),
  }),

  'extend-seizure': power({
    title: words('延长查封、扣押期限', 'Extend sealing or seizure'),
    article: cite('行政强制法', 25, 1),
    from: [...early, ...beforeDecision],
    suits: (state) => state.held.some((each) => isSeized(each) && !each.disposal && !each.extended),
    by: headNotHandling,
    payload: extendSeizure,
    guards: [notByEntrusted, extensibleOnce, remedyConfigured],
    documents: [{ kind: 'matter-approval' }, { kind: 'seizure-extension', each: (state, { held }) => holdersOf(state, state.held.filter((each) => each.id === held)) }],
    opens: [{ clock: 'seizure-extended', subjects: (state, { held }) => lotOf(state, held), from: (state, { held }) => countedFrom(state, lotOf(state, held)[0] ?? '') }],
    closes: [{ clock: 'seizure', subjects: (state, { held }) => lotOf(state, held) }],
    apply: (state, act) => ({ ...state, held: state.held.map((each) => (lotOf(state, act.payload.held).includes(each.lot ?? '') ? { ...each, extended: true as const } : each)) }),
  }),

  /** 强制法 25, 28: not decided in its term, it is released. */
  'lapse-seizure': fact({
    title: words('查封、扣押期限届满解除', 'The sealing or seizure ends'),
    article: cite('行政强制法', 28, 1),
    by: 'system',
    payload: lapse,
    documents: [{ kind: 'seizure-release', each: releasedTo }],
    closes: lotsDisposed,
    apply: (state, act) => releasedBy(state, act, ['seizure', 'seizure-extended']),
  }),

  // 情况紧急 ---------------------------------------------------------------------------------------------------------------

  'report-urgent': power({
    title: words('报告紧急措施并提请补办批准', 'Report what was taken in urgency'),
    article: cite('行政强制法', 19),
    from: early,
    suits: (state) => pendingThings(state).length > 0,
    by: handlers,
    payload: reportUrgent,
    proposes: true,
    guards: [takenInUrgency, basisOfUrgentNamed, teamCertified],
    awaited: (state) => pendingThings(state).length > 0 && !isOpen(state, 'report-urgent'),
  }),

  'approve-urgent': power({
    title: words('补办批准紧急措施', 'Approve it afterwards'),
    article: cite('行政强制法', 19),
    from: early,
    by: head,
    payload: approval,
    answers: 'report-urgent',
    guards: [takenInUrgency, remedyConfigured],
    documents: [
      { kind: 'registration-notice', each: (state) => holdersOf(state, approvedNow(state).filter((each) => each.measure === undefined)) },
      { kind: 'seizure-decision', each: (state) => holdersOf(state, approvedNow(state).filter(isSeized)) },
    ],
    closes: [{ clock: 'urgent-approval', subjects: () => ['*'] }],
    awaited: (state) => isOpen(state, 'report-urgent') && pendingThings(state).length > 0,
    apply: (state, act) => ({ ...state, held: state.held.map((each) => (each.urgent === 'pending' && !each.disposal ? { ...each, urgent: 'approved' as const, approval: act.id } : each)) }),
  }),

  'refuse-urgent': power({
    title: words('不予批准紧急措施，立即解除', 'Refuse it: release at once'),
    article: cite('行政强制法', 19),
    from: early,
    by: head,
    payload: returned,
    answers: 'report-urgent',
    returns: true,
    documents: [{ kind: 'seizure-release', each: releasedTo }],
    guards: [takenInUrgency],
    closes: lotsDisposed,
    apply: (state) => released(state, pendingThings(state)),
  }),

  /** 强制法 19: a day without approval, and it is released. */
  'lapse-urgent': fact({
    title: words('紧急措施未获批准自动解除', 'The urgent measure lapses'),
    article: cite('行政强制法', 19),
    by: 'system',
    payload: lapse,
    documents: [{ kind: 'seizure-release', each: releasedTo }],
    closes: lotsDisposed,
    apply: (state, act) => releasedBy(state, act, ['urgent-approval']),
  }),
}

function lotOf(state: PenaltyCase, thing: string | undefined): string[] {
  const lot = state.held.find((each) => each.id === thing)?.lot
  return lot === undefined ? [] : [lot]
}
