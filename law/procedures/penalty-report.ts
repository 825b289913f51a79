import { cite } from '../citation.ts'
import { circumstancesGrounded } from '../guards/circumstances.ts'
import { competentOnDate, discoveredInTime, normInForceOnConduct, withinEntrustment } from '../guards/competence.ts'
import { groundOfNoPenalty, penaltyProposed } from '../guards/decision.ts'
import { benchmarkApplied, departureExplained, makerApproved } from '../guards/discretion.ts'
import { everyElementProven, evidenceVerified, monitoringReviewed, reliesOnLawfulEvidence, restsOnNothing } from '../guards/evidence.ts'
import { everyPartyAnswered } from '../guards/parties.ts'
import { firstViolation, listInForce } from '../guards/leniency.ts'
import { branchFits, kindInNorm, notAboveMaximum, notBelowMinimum, ofAge } from '../guards/limits.ts'
import { normApplied, normsCompared, stillUnlawful } from '../guards/norms.ts'
import { higherFineApplied } from '../guards/one-act.ts'
import { notHeavierAfterDefence } from '../guards/notice.ts'
import { teamCertified } from '../guards/officers.ts'
import { notTheSameAgain, onlyReopened } from '../guards/remedies.ts'
import { objectionsAnswered, resultsTold } from '../guards/samples.ts'
import { reviewerQualified, reviewOwed, statedLimitsConfirmed } from '../guards/review.ts'
import { earlierDecisionsCompared, notFinedTwice } from '../guards/same-act.ts'
import { notFinedAfterCourt } from '../guards/ways-out.ts'
import { evidenceConfirmed } from '../guards/second-officer.ts'
import type { ItemFact } from '../facts.ts'
import { actsOn } from '../procedure.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { approval, returned } from './penalty-fields.ts'
import { beforeDecision, handlers, isOpen, reviewer, unitHead } from './penalty-people.ts'
import * as told from './penalty-decision-payloads.ts'
import { reliable } from './penalty-verification.ts'

/** 调查终结、审查、法制审核 (处罚法 57, 58; R10). */

const { power } = actsOn<PenaltyCase>()

export const reportActs = {
  'submit-report': power({
    title: words('提交调查终结报告', 'Submit the investigation report'),
    article: cite('行政处罚法', 57, 1),
    from: beforeDecision,
    to: 'report',
    by: handlers,
    payload: told.submitReport,
    proposes: true,
    guards: [
      teamCertified,
      competentOnDate,
      withinEntrustment,
      normInForceOnConduct,
      normsCompared,
      stillUnlawful,
      resultsTold,
      objectionsAnswered,
      discoveredInTime,
      groundOfNoPenalty,
      penaltyProposed,
      everyPartyAnswered,
      everyElementProven,
      reliesOnLawfulEvidence,
      monitoringReviewed,
      evidenceVerified,
      evidenceConfirmed,
      kindInNorm,
      branchFits,
      notAboveMaximum,
      notBelowMinimum,
      benchmarkApplied,
      departureExplained,
      makerApproved,
      circumstancesGrounded,
      listInForce,
      firstViolation,
      ofAge,
      earlierDecisionsCompared,
      notFinedTwice,
      higherFineApplied,
      notFinedAfterCourt,
      notHeavierAfterDefence,
      notTheSameAgain,
      onlyReopened,
    ],
    documents: [{ kind: 'investigation-report' }],
    prefill: (state, facts) => ({
      outcome: 'penalty',
      relied: reliable(state),
      penalties: state.violations.flatMap((violation) => violation.parties.filter((party) => state.reopened?.parties.includes(party) ?? true).map((party) => ({ party, violation: violation.id, ...penaltyToBegin(normApplied(state, violation, facts.items?.[violation.item])) }))),
      circumstances: [],
      // Listed for the officer to say of each whether it is the same act (R16).
      sameAct: [...new Set((facts.earlier ?? []).map((each) => each.matter))].map((decision) => ({ decision, same: false })),
      major: false,
    }),
    // A report that has lost its evidence is made anew: nobody decides on it.
    awaited: (state) => state.stage === 'investigation' || (['notice', 'decision'].includes(state.stage) && restsOnNothing(state)),
    apply: (state, act) => {
      const { outcome, ground, penalties, spared, circumstances, relied, sameAct, oneAct, major, ticks, departures } = act.payload
      const { review: _review, discussion: _discussion, draftDecision: _draft, ...rest } = state
      const { 'propose-decision': proposed, ...proposals } = state.proposals
      return {
        ...rest,
        // A decision proposed on the report before this one is not answered any more.
        proposals: proposed ? { ...proposals, 'propose-decision': { ...proposed, status: proposed.status === 'open' ? 'returned' : proposed.status } } : proposals,
        report: {
          act: act.id,
          hash: act.hash,
          at: act.occurredAt,
          by: act.actor,
          outcome,
          ...(ground ? { ground } : {}),
          penalties: outcome === 'penalty' ? penalties : [],
          ...(outcome === 'penalty' && spared ? { spared } : {}),
          circumstances,
          ...(ticks ? { ticks } : {}),
          ...(departures ? { departures } : {}),
          relied,
          sameAct,
          ...(oneAct ? { oneAct: oneAct.map(({ violations }) => violations) } : {}),
          major,
        },
      }
    },
  }),

  'endorse-report': power({
    title: words('审查调查终结报告', 'Endorse the report'),
    article: cite('行政处罚法', 57, 1),
    from: 'report',
    to: (state) => (reviewOwed(state) ? 'review' : afterReview(state)),
    by: unitHead,
    payload: approval,
    answers: 'submit-report',
    opens: ['review'],
    awaited: (state) => state.stage === 'report' && isOpen(state, 'submit-report'),
  }),

  'return-report': power({
    title: words('退回调查终结报告', 'Return the report'),
    article: cite('行政处罚法', 57, 1),
    from: 'report',
    to: 'investigation',
    by: unitHead,
    payload: returned,
    answers: 'submit-report',
    returns: true,
  }),

  'pass-review': power({
    title: words('法制审核通过', 'Pass legal review'),
    article: cite('行政处罚法', 58, 1),
    from: 'review',
    to: (state) => afterReview(state),
    by: reviewer,
    payload: told.passReview,
    about: 'submit-report',
    guards: [reviewerQualified, statedLimitsConfirmed],
    closes: ['review'],
    documents: [{ kind: 'legal-review-opinion' }],
    awaited: (state) => state.stage === 'review',
    apply: (state, act) => ({ ...state, review: { act: act.id, of: act.payload.proposal.hash, at: act.occurredAt, passed: true } }),
  }),

  'return-review': power({
    title: words('法制审核退回', 'Return from legal review'),
    article: cite('行政处罚法', 58, 1),
    from: 'review',
    to: 'investigation',
    by: reviewer,
    payload: returned,
    about: 'submit-report',
    guards: [reviewerQualified],
    closes: ['review'],
    documents: [{ kind: 'legal-review-opinion' }],
    apply: (state, act) => ({ ...state, review: { act: act.id, of: act.payload.proposal.hash, at: act.occurredAt, passed: false } }),
  }),
}

/** What the form begins with: a fine on the one branch that has one; else the norm's one kind; of several the officer chooses. */
function penaltyToBegin(norm: ItemFact | undefined): { readonly kind?: string; readonly branch?: number } {
  if (norm === undefined) return { kind: 'fine' }
  if (!norm.kinds.includes('fine')) return norm.kinds.length === 1 ? { kind: norm.kinds[0] as string } : {}
  const fining = norm.branches.flatMap(({ fine }, i) => (fine ? [i] : []))
  return { kind: 'fine', ...(fining.length === 1 ? { branch: fining[0] as number } : {}) }
}

const afterReview = (state: PenaltyCase): string => (state.report?.outcome === 'no-penalty' ? 'decision' : 'notice')
