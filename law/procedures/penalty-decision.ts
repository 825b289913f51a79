import { cite } from '../citation.ts'
import { competentOnDate, discoveredInTime, normInForceOnConduct, withinEntrustment } from '../guards/competence.ts'
import { bodyDiscusses, discussedTogether, discussionOwed, disposalsNamed, enoughMembers, membersVote, outcomeIs, remedyConfigured } from '../guards/decision.ts'
import { benchmarkApplied, departureApproved, departureExplained, makerApproved } from '../guards/discretion.ts'
import { everybodyIdentified, identityProven, stillProven } from '../guards/evidence.ts'
import { educatedWhenExempted } from '../guards/leniency.ts'
import { branchFits, kindInNorm, notAboveMaximum, notBelowMinimum, ofAge } from '../guards/limits.ts'
import { decisionAsNotified, defenceRechecked, defenceTermOver, hearingHeld, noticeServed } from '../guards/notice.ts'
import { teamCertified } from '../guards/officers.ts'
import { higherFineApplied } from '../guards/one-act.ts'
import { reviewPassed } from '../guards/review.ts'
import { notTheSameAgain, onlyReopened } from '../guards/remedies.ts'
import { earlierDecisionsCompared, notFinedTwice } from '../guards/same-act.ts'
import { noticeServiceConfirmed, thingsConfirmed } from '../guards/second-officer.ts'
import { notFinedAfterCourt, suspicionAnswered } from '../guards/ways-out.ts'
import { normsCompared, stillUnlawful } from '../guards/norms.ts'
import { actsOn } from '../procedure.ts'
import { words } from '../words.ts'
import { currentNotice, type PenaltyCase } from './penalty-case.ts'
import { partiesToServe, withDecision, withDisposals, withNoPenalty } from './penalty-effects.ts'
import { approval, returned } from './penalty-fields.ts'
import { lotsDisposed } from './penalty-lots.ts'
import { handlers, head, headNotHandling, isOpen } from './penalty-people.ts'
import * as told from './penalty-decision-payloads.ts'

/** 决定、集体讨论 (处罚法 57; R10, R12). */

const { power } = actsOn<PenaltyCase>()

export const decisionActs = {
  'propose-decision': power({
    title: words('提请作出处罚决定', 'Propose the decision'),
    article: cite('行政处罚法', 57, 1),
    from: ['notice', 'decision'],
    to: 'decision',
    by: handlers,
    payload: told.proposeDecision,
    proposes: true,
    needs: ['settings'],
    guards: [teamCertified, stillProven, earlierDecisionsCompared, reviewPassed, noticeServed, noticeServiceConfirmed, thingsConfirmed, defenceRechecked, hearingHeld, defenceTermOver, decisionAsNotified, normsCompared, stillUnlawful, kindInNorm, branchFits, notAboveMaximum, notBelowMinimum, benchmarkApplied, departureExplained, makerApproved, higherFineApplied, notTheSameAgain, onlyReopened, disposalsNamed],
    closes: [{ clock: 'defence', subjects: () => ['*'] }],
    prefill: (state) => ({ penalties: currentNotice(state)?.penalties ?? [], education: true }),
    awaited: (state) => state.stage === 'notice' && currentNotice(state)?.of === state.report?.hash && state.report !== undefined,
    apply: (state, act) => {
      const { state: named, effects = [] } = withDisposals(state, act.payload.disposals ?? [])
      const { discussion: _discussion, ...rest } = named
      return { state: { ...rest, draftDecision: { act: act.id, penalties: act.payload.penalties, education: act.payload.education, ...(act.payload.ticks ? { ticks: act.payload.ticks } : {}), ...(act.payload.departures ? { departures: act.payload.departures } : {}), ...(bodyDiscusses(act.payload.penalties, act.facts.settings) ? { discuss: true as const } : {}) } }, effects }
    },
  }),

  discuss: power({
    title: words('集体讨论', 'Collective discussion'),
    article: cite('行政处罚法', 57, 2),
    from: 'decision',
    by: headNotHandling,
    suits: (state) => state.discussion === undefined,
    payload: told.discuss,
    about: 'propose-decision',
    guards: [membersVote, enoughMembers],
    documents: [{ kind: 'collective-minutes' }],
    prefill: (state, facts) => ({
      agreed: true,
      members: (facts.heads ?? []).filter(({ person }) => !state.recused?.includes(person) && !state.team.includes(person)).map(({ person }) => ({ person })),
      attending: state.team,
    }),
    awaited: (state) => state.stage === 'decision' && isOpen(state, 'propose-decision') && discussionOwed(state) && state.discussion === undefined,
    apply: (state, act) => (act.payload.agreed ? { ...state, discussion: { act: act.id, of: act.payload.proposal.hash, at: act.occurredAt } } : state),
  }),

  'decide-penalty': power({
    title: words('作出行政处罚决定', 'Decide the penalty'),
    article: cite('行政处罚法', 57, 1, 1),
    from: 'decision',
    to: 'service',
    by: head,
    payload: approval,
    answers: 'propose-decision',
    guards: [
      outcomeIs('penalty'),
      competentOnDate,
      withinEntrustment,
      normInForceOnConduct,
      discoveredInTime,
      identityProven,
      stillProven,
      reviewPassed,
      noticeServed,
      noticeServiceConfirmed,
      thingsConfirmed,
      defenceRechecked,
      hearingHeld,
      defenceTermOver,
      discussedTogether,
      decisionAsNotified,
      normsCompared,
      stillUnlawful,
      kindInNorm,
      branchFits,
      notAboveMaximum,
      notBelowMinimum,
      benchmarkApplied,
      departureExplained,
      makerApproved,
      departureApproved,
      ofAge,
      earlierDecisionsCompared,
      notFinedTwice,
      notTheSameAgain,
      onlyReopened,
      notFinedAfterCourt,
      suspicionAnswered,
      disposalsNamed,
      remedyConfigured,
    ],
    opens: [{ clock: 'service', subjects: partiesToServe }],
    closes: ['decision', 're-decision', ...lotsDisposed],
    documents: [{ kind: 'decision-approval' }, { kind: 'penalty-decision', each: (state) => [...new Set(state.decision?.penalties.map((each) => each.party) ?? [])] }, { kind: 'no-penalty-decision', each: (state) => state.report?.spared?.map((each) => each.party) ?? [] }],
    awaited: (state) => state.stage === 'decision' && isOpen(state, 'propose-decision'),
    apply: withDecision,
  }),

  'return-decision': power({
    title: words('退回处罚决定提请', 'Return the proposed decision'),
    article: cite('行政处罚法', 57, 1),
    from: 'decision',
    to: 'notice',
    by: head,
    payload: returned,
    answers: 'propose-decision',
    returns: true,
  }),

  'decide-no-penalty': power({
    title: words('作出不予行政处罚决定', 'Decide not to punish'),
    article: cite('行政处罚法', 57, 1, 2),
    from: 'decision',
    to: 'service',
    by: headNotHandling,
    payload: told.decideNoPenalty,
    needs: ['items'],
    about: 'submit-report',
    guards: [outcomeIs('no-penalty'), everybodyIdentified, educatedWhenExempted, reviewPassed, suspicionAnswered, disposalsNamed, remedyConfigured],
    opens: [{ clock: 'service', subjects: partiesToServe }],
    closes: ['decision', 're-decision', { clock: 'defence', subjects: () => ['*'] }, ...lotsDisposed],
    documents: [{ kind: 'decision-approval' }, { kind: 'no-penalty-decision', each: (state) => state.parties.map((each) => each.id) }],
    prefill: () => ({ education: true }),
    awaited: (state) => state.stage === 'decision' && state.report?.outcome === 'no-penalty',
    apply: withNoPenalty,
  }),
}
