import { cite } from '../citation.ts'
import { remedyConfigured } from '../guards/decision.ts'
import { registrationApproved } from '../guards/measures.ts'
import { certificatesValid, officersOfBody, teamCertified, twoOfficers } from '../guards/officers.ts'
import { notRecused } from '../guards/recusal.ts'
import { actsOn } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { HeldThing } from './penalty-found.ts'
import { withCarriedOut, withDisposals, withThingsHeld } from './penalty-effects.ts'
import { holdersOf, isSeized, lotsDisposed, newestLot, newestUrgentLot, releasedBy } from './penalty-lots.ts'
import { approval, returned } from './penalty-fields.ts'
import { permittedParty, withPermit, withPermitProposed, withPermitUsed } from './penalty-permits.ts'
import { beforeDecision, handlers, head, headNotHandling, isOpen, recorder } from './penalty-people.ts'
import * as told from './penalty-payloads.ts'

/** 先行登记保存 (处罚法 56, R8, R9): proposed, approved, carried out, dealt with in seven workdays or given back. */

const { power, fact } = actsOn<PenaltyCase>()

/** After one of these what is held is given back at once; other disposals wait for the decision. */
const releases = ['lapse-registration', 'lapse-seizure', 'lapse-urgent', 'refuse-urgent']

/** The things a decision names, as they stand after it. */
const disposedOf = (state: PenaltyCase, named: readonly { readonly held: string }[] | undefined): HeldThing[] => state.held.filter((each) => named?.some(({ held }) => held === each.id))

export const heldActs = {
  'propose-registration': power({
    title: words('提请先行登记保存', 'Propose advance registration'),
    article: cite('行政处罚法', 56),
    from: ['lead', 'filing', 'investigation'],
    by: handlers,
    payload: told.proposeRegistration,
    proposes: true,
    guards: [teamCertified],
    prefill: (state) => ({ party: state.parties[0]?.id }),
    apply: withPermitProposed,
  }),

  'approve-registration': power({
    title: words('批准先行登记保存', 'Approve advance registration'),
    article: cite('行政处罚法', 56),
    from: ['lead', 'filing', 'investigation'],
    by: head,
    payload: approval,
    answers: 'propose-registration',
    guards: [teamCertified, remedyConfigured],
    documents: [{ kind: 'registration-notice', each: permittedParty }],
    awaited: (state) => isOpen(state, 'propose-registration'),
    apply: withPermit,
  }),

  'return-registration': power({
    title: words('不批准先行登记保存', 'Refuse advance registration'),
    article: cite('行政处罚法', 56),
    from: ['lead', 'filing', 'investigation'],
    by: head,
    payload: returned,
    answers: 'propose-registration',
    returns: true,
  }),

  'register-evidence': fact({
    title: words('实施先行登记保存', 'Register things in advance'),
    article: cite('行政处罚法', 56),
    by: recorder,
    officers: 2,
    suits: (state) => state.proposals['propose-registration']?.status === 'approved',
    payload: told.registerEvidence,
    needs: ['fields'],
    guards: [twoOfficers, certificatesValid, officersOfBody, registrationApproved, notRecused],
    opens: [{ clock: 'registration', subjects: newestLot }, { clock: 'urgent-approval', subjects: newestUrgentLot }],
    prefill: (state) => ({ officers: state.team, party: state.permits?.findLast((each) => each.approved && !each.used)?.party ?? state.parties[0]?.id }),
    apply: (state, act) => withThingsHeld(withPermitUsed(state, act), act),
  }),

  'dispose-registered': power({
    title: words('处理登记保存、查封、扣押的物品', 'Decide on things held'),
    article: cite('行政处罚法', 56),
    from: ['lead', 'filing', ...beforeDecision, 'suspended', 'with-police'],
    by: headNotHandling,
    suits: (state) => state.held.some((each) => !each.disposal),
    payload: told.disposeRegistered,
    guards: [remedyConfigured],
    closes: lotsDisposed,
    documents: [
      { kind: 'registration-disposal', each: (state, told) => holdersOf(state, disposedOf(state, told.disposals).filter((each) => !isSeized(each))) },
      { kind: 'seizure-release', each: (state, told) => holdersOf(state, disposedOf(state, told.disposals).filter((each) => isSeized(each) && each.disposal === 'return')) },
    ],
    prefill: (state) => ({ disposals: state.held.filter((each) => !each.disposal).map((each) => ({ held: each.id, disposal: 'return' })) }),
    awaited: (state) => state.held.some((each) => !each.disposal),
    apply: (state, act) => withDisposals(state, act.payload.disposals),
  }),

  /** 56: not dealt with in seven workdays, nothing stays held by silence; what is held is to be given back (R9). */
  'lapse-registration': fact({
    title: words('先行登记保存自动解除', 'The registration lapses'),
    article: cite('行政处罚法', 56),
    by: 'system',
    payload: told.lapse,
    closes: lotsDisposed,
    apply: (state, act) => releasedBy(state, act, ['registration']),
  }),

  'carry-out-disposal': fact({
    title: words('执行物品处理', 'Carry out a disposal'),
    article: cite('行政处罚法', 56),
    by: recorder,
    officers: 2,
    suits: (state) => state.held.some((each) => each.disposal && !each.carriedOut),
    payload: told.carryOutDisposal,
    guards: [twoOfficers],
    prefill: (state) => ({ officers: state.team, held: state.held.filter((each) => each.disposal && !each.carriedOut).map((each) => each.id) }),
    // What lapsed is given back at once; other disposals wait for the decision.
    awaited: (state) => (releases.some((each) => state.done[each]) || state.stage === 'cancelled') && state.held.some((each) => each.disposal === 'return' && !each.carriedOut),
    apply: (state, act) => withCarriedOut(state, act.payload.held, dayOf(act.occurredAt)),
  }),
}
