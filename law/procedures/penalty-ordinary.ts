import { cite } from '../citation.ts'
import { allPerformed, decisionServed, disposalsCarriedOut } from '../guards/closing.ts'
import { competentOnDate, discoveredInTime, normInForceOnConduct } from '../guards/competence.ts'
import { discussedTogether, discussionOwed, disposalsNamed, enoughMembers, groundOfNoPenalty, outcomeIs, penaltyProposed, remedyConfigured } from '../guards/decision.ts'
import { everyElementProven, identityProven, reliesOnLawfulEvidence } from '../guards/evidence.ts'
import { afterItsDocument, announcedAfterAttempts, electronicAgreed, leftWithWitness, registrationApproved, rightsTold } from '../guards/facts.ts'
import { branchFits, kindInNorm, notAboveMaximum, notBelowMinimum, ofAge } from '../guards/limits.ts'
import { decisionAsNotified, defenceRechecked, defenceStated, defenceTermOver, hearingHeld, notHeavierAfterDefence, noticeServed } from '../guards/notice.ts'
import { certificatesValid, teamCertified, twoOfficers } from '../guards/officers.ts'
import { notRecused } from '../guards/recusal.ts'
import { reviewOwed, reviewPassed, reviewerQualified, statedLimitsConfirmed } from '../guards/review.ts'
import { earlierDecisionsCompared, notFinedTwice } from '../guards/same-act.ts'
import { notFinedAfterCourt, suspicionAnswered } from '../guards/ways-out.ts'
import { actsOn, type By, type Procedure } from '../procedure.ts'
import { penaltyRules } from '../rules/penalty.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import { currentNotice, isSettledItem, newCase, type PenaltyCase } from './penalty-case.ts'
import { penaltyClocks } from './penalty-clocks.ts'
import { hearingActs } from './penalty-hearing.ts'
import { penaltyAsks } from './penalty-asks.ts'
import { performanceActs } from './penalty-performance.ts'
import { personsActs } from './penalty-persons.ts'
import {
  lastCompleted,
  moneyOwed,
  withCarriedOut,
  withDecision,
  withDefence,
  withDisposals,
  withEvidence,
  withNoPenalty,
  withNotice,
  withParty,
  withService,
  withThingsHeld,
} from './penalty-effects.ts'
import { waysOut } from './penalty-ways-out.ts'
import * as told from './penalty-payloads.ts'

/**
 * 行政处罚普通程序: the main path, from lead to archive. Each line is one act: who may do it, at which stage, on what conditions,
 * what term it opens, what paper it makes, with its article. Facts have no stage: what happened is recorded at any time (R1, R2).
 */

const { power, fact } = actsOn<PenaltyCase>()

const handlers: By = { post: 'officer', of: 'team' }
const unitHead: By = { post: ['unit-head', 'head'], of: 'unit', not: ['handler'] }
const head: By = { post: 'head', of: 'body', not: ['proposer', 'handler'] }
const reviewer: By = { post: 'legal-reviewer', of: 'body', not: ['proposer', 'handler'] }
const recorder: By = { post: ['officer', 'receiving-clerk', 'unit-head'], of: 'body', awaits: 'team' }

/** Stages while facts are still being established: a new report may replace the old one until the decision. */
const beforeDecision = ['investigation', 'report', 'review', 'notice', 'decision']
/** 正卷 and 副卷 (R28). */
const volumes = () => ['main', 'inner'] as const
const open = (state: PenaltyCase, kind: string) => state.proposals[kind]?.status === 'open'

const acts = {
  // 线索 ------------------------------------------------------------------------------------------------------------------

  'register-lead': fact({
    title: words('登记线索', 'Register a lead'),
    article: cite('行政处罚法', 54, 1),
    by: { post: ['receiving-clerk', 'officer'], of: 'body' },
    payload: told.registerLead,
    needs: ['settings'],
    opens: ['verification'],
    documents: [{ kind: 'source-registration' }],
    apply: (state, act) => ({
      ...state,
      overlay: act.facts.settings?.overlay ?? 'general',
      lead: { source: act.payload.source, received: act.payload.received, discoveredOn: act.payload.discoveredOn, realName: act.payload.realName },
      parties: (act.payload.suspects ?? []).map((id) => ({ id, role: 'suspect' })),
    }),
  }),

  assign: power({
    title: words('指派核查人员', 'Assign officers'),
    article: cite('行政处罚法', 54, 1),
    from: ['lead', 'filing', 'investigation'],
    by: { post: ['unit-head', 'head'], of: 'unit' },
    payload: told.assign,
    guards: [certificatesValid, notRecused],
    awaited: (state) => state.stage === 'lead' && state.team.length === 0,
    // A lead without a unit falls to the unit whose head takes it up.
    apply: (state, act) => ({ ...state, team: act.payload.team, unit: state.unit || (act.post?.unit ?? '') }),
  }),

  // 回避、更换办案人员 -------------------------------------------------------------------------------------------------------

  ...personsActs,

  // 证据：立案前后均可收集（R8） ---------------------------------------------------------------------------------------------

  'collect-evidence': fact({
    title: words('收集证据', 'Collect evidence'),
    article: cite('行政处罚法', 54, 1),
    by: recorder,
    officers: 2,
    payload: told.collectEvidence,
    guards: [twoOfficers, certificatesValid, notRecused],
    documents: [{ kind: 'evidence-list' }],
    prefill: (state) => ({ officers: state.team }),
    apply: withEvidence('documentary'),
  }),

  interview: fact({
    title: words('询问', 'Interview'),
    article: cite('行政处罚法', 55, 2),
    by: recorder,
    officers: 2,
    payload: told.interview,
    guards: [twoOfficers, certificatesValid, rightsTold, notRecused],
    documents: [{ kind: 'interview-record' }],
    prefill: (state) => ({ officers: state.team, whom: 'party', party: state.parties[0]?.id, certificateShown: true, recusalTold: true, signed: 'signed' }),
    apply: withEvidence('statement'),
  }),

  'record-scene': fact({
    title: words('现场检查、勘验', 'Record the scene'),
    article: cite('行政处罚法', 55, 2),
    by: recorder,
    officers: 2,
    payload: told.recordScene,
    guards: [twoOfficers, certificatesValid, rightsTold, notRecused],
    documents: [{ kind: 'scene-record' }],
    prefill: (state) => ({ officers: state.team, party: state.parties[0]?.id, certificateShown: true, recusalTold: true, signed: 'signed' }),
    apply: withEvidence('record'),
  }),

  'order-to-correct': power({
    title: words('责令改正', 'Order to correct'),
    article: cite('行政处罚法', 28, 1),
    from: ['lead', 'filing', ...beforeDecision],
    by: handlers,
    officers: 2,
    payload: told.orderToCorrect,
    guards: [teamCertified, remedyConfigured],
    documents: [{ kind: 'order-to-correct', each: (_, payload) => [payload.party] }],
    prefill: (state) => ({ party: state.parties[0]?.id }),
    apply: (state) => ({ ...state, corrected: true }),
  }),

  'propose-registration': power({
    title: words('提请先行登记保存', 'Propose advance registration'),
    article: cite('行政处罚法', 56),
    from: ['lead', 'filing', 'investigation'],
    by: handlers,
    payload: told.proposeRegistration,
    proposes: true,
    guards: [teamCertified],
    prefill: (state) => ({ party: state.parties[0]?.id }),
  }),

  'approve-registration': power({
    title: words('批准先行登记保存', 'Approve advance registration'),
    article: cite('行政处罚法', 56),
    from: ['lead', 'filing', 'investigation'],
    by: head,
    payload: told.approval,
    answers: 'propose-registration',
    guards: [teamCertified, remedyConfigured],
    documents: [{ kind: 'registration-notice', each: (state) => state.parties.slice(0, 1).map((each) => each.id) }],
    awaited: (state) => open(state, 'propose-registration'),
  }),

  'return-registration': power({
    title: words('不批准先行登记保存', 'Refuse advance registration'),
    article: cite('行政处罚法', 56),
    from: ['lead', 'filing', 'investigation'],
    by: head,
    payload: told.returned,
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
    guards: [twoOfficers, certificatesValid, registrationApproved, notRecused],
    opens: ['registration'],
    prefill: (state) => ({ officers: state.team, party: state.parties[0]?.id }),
    apply: withThingsHeld,
  }),

  'dispose-registered': power({
    title: words('处理先行登记保存物品', 'Decide on registered things'),
    article: cite('行政处罚法', 56),
    from: ['lead', 'filing', ...beforeDecision, 'suspended', 'with-police'],
    by: { post: 'head', of: 'body', not: ['handler'] },
    suits: (state) => state.held.some((each) => !each.disposal),
    payload: told.disposeRegistered,
    guards: [remedyConfigured],
    closes: ['registration'],
    documents: [{ kind: 'registration-disposal', each: (state) => state.parties.slice(0, 1).map((each) => each.id) }],
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
    closes: ['registration'],
    apply: (state) => withDisposals(state, state.held.filter((each) => !each.disposal).map((each) => ({ held: each.id, disposal: 'return' }))),
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
    awaited: (state) => (state.done['lapse-registration'] !== undefined || state.stage === 'cancelled') && state.held.some((each) => each.disposal === 'return' && !each.carriedOut),
    apply: (state, act) => withCarriedOut(state, act.payload.held, dayOf(act.occurredAt)),
  }),

  // 立案 ------------------------------------------------------------------------------------------------------------------

  'propose-filing': power({
    title: words('提请立案', 'Propose filing'),
    article: cite('行政处罚法', 54, 2),
    from: 'lead',
    to: 'filing',
    by: handlers,
    payload: told.proposeFiling,
    proposes: true,
    guards: [twoOfficers, certificatesValid, notRecused, competentOnDate, normInForceOnConduct],
    prefill: (state) => ({ team: state.team, parties: state.parties.map((each) => each.id) }),
    awaited: (state) => state.stage === 'lead' && state.team.length > 0,
    apply: (state, act) => ({
      ...state,
      team: act.payload.team,
      parties: act.payload.parties.map((id) => ({ id, role: 'party' })),
      violations: act.payload.violations.map(({ id, item, from, until, parties, harm }) => ({ id, item, from, until, parties, harm })),
    }),
  }),

  'approve-filing': power({
    title: words('批准立案', 'Approve filing'),
    article: cite('行政处罚法', 54, 2),
    from: 'filing',
    to: 'investigation',
    by: head,
    payload: told.approval,
    answers: 'propose-filing',
    guards: [teamCertified, competentOnDate, normInForceOnConduct],
    opens: ['decision'],
    closes: ['verification'],
    documents: [{ kind: 'filing-approval' }],
    awaited: (state) => state.stage === 'filing' && open(state, 'propose-filing'),
    apply: (state, act) => ({ ...state, filedOn: dayOf(act.occurredAt) }),
  }),

  'return-filing': power({
    title: words('退回立案提请', 'Return the filing proposal'),
    article: cite('行政处罚法', 54, 2),
    from: 'filing',
    to: 'lead',
    by: head,
    payload: told.returned,
    answers: 'propose-filing',
    returns: true,
  }),

  'propose-not-filing': power({
    title: words('提请不予立案', 'Propose not filing'),
    article: cite('行政处罚法', 54, 2),
    from: 'lead',
    to: 'filing',
    by: handlers,
    payload: told.proposeNotFiling,
    proposes: true,
    guards: [teamCertified],
  }),

  'decide-not-to-file': power({
    title: words('决定不予立案', 'Decide not to file'),
    article: cite('行政处罚法', 54, 2),
    from: 'filing',
    to: 'not-filed',
    by: head,
    payload: told.approval,
    answers: 'propose-not-filing',
    guards: [disposalsNamed],
    closes: ['verification'],
    documents: [{ kind: 'filing-approval' }],
    awaited: (state) => state.stage === 'filing' && open(state, 'propose-not-filing'),
  }),

  'return-not-filing': power({
    title: words('退回不予立案提请', 'Return the proposal not to file'),
    article: cite('行政处罚法', 54, 2),
    from: 'filing',
    to: 'lead',
    by: head,
    payload: told.returned,
    answers: 'propose-not-filing',
    returns: true,
  }),

  // 调查终结、审查、法制审核 ---------------------------------------------------------------------------------------------------

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
      normInForceOnConduct,
      discoveredInTime,
      groundOfNoPenalty,
      penaltyProposed,
      everyElementProven,
      reliesOnLawfulEvidence,
      kindInNorm,
      branchFits,
      notAboveMaximum,
      notBelowMinimum,
      ofAge,
      earlierDecisionsCompared,
      notFinedTwice,
      notFinedAfterCourt,
      notHeavierAfterDefence,
    ],
    documents: [{ kind: 'investigation-report' }],
    prefill: (state, facts) => ({
      outcome: 'penalty',
      relied: state.evidence.filter((each) => !each.unusable).map((each) => each.id),
      penalties: state.violations.flatMap((violation) => violation.parties.map((party) => ({ party, violation: violation.id, kind: 'fine' }))),
      circumstances: [],
      // Listed for the officer to say of each whether it is the same act (R16).
      sameAct: [...new Set((facts.earlier ?? []).map((each) => each.matter))].map((decision) => ({ decision, same: false })),
      major: false,
    }),
    awaited: (state) => state.stage === 'investigation',
    apply: (state, act) => {
      const { outcome, ground, penalties, circumstances, relied, sameAct, major } = act.payload
      const { review: _review, discussion: _discussion, draftDecision: _draft, ...rest } = state
      return {
        ...rest,
        report: {
          act: act.id,
          hash: act.hash,
          at: act.occurredAt,
          by: act.actor,
          outcome,
          ...(ground ? { ground } : {}),
          penalties: outcome === 'penalty' ? penalties : [],
          circumstances,
          relied,
          sameAct,
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
    payload: told.approval,
    answers: 'submit-report',
    opens: ['review'],
    awaited: (state) => state.stage === 'report' && open(state, 'submit-report'),
  }),

  'return-report': power({
    title: words('退回调查终结报告', 'Return the report'),
    article: cite('行政处罚法', 57, 1),
    from: 'report',
    to: 'investigation',
    by: unitHead,
    payload: told.returned,
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
    payload: told.returned,
    about: 'submit-report',
    guards: [reviewerQualified],
    closes: ['review'],
    documents: [{ kind: 'legal-review-opinion' }],
    apply: (state, act) => ({ ...state, review: { act: act.id, of: act.payload.proposal.hash, at: act.occurredAt, passed: false } }),
  }),

  // 告知、陈述申辩 ----------------------------------------------------------------------------------------------------------

  'issue-notice': power({
    title: words('行政处罚告知', 'Issue the penalty notice'),
    article: cite('行政处罚法', 44),
    from: 'notice',
    by: { post: 'head', of: 'body', not: ['handler'] },
    payload: told.issueNotice,
    needs: ['settings', 'parties'],
    about: 'submit-report',
    guards: [reviewPassed, identityProven, competentOnDate, discoveredInTime, kindInNorm, branchFits, notAboveMaximum, notBelowMinimum, ofAge, remedyConfigured],
    documents: [{ kind: 'penalty-notice', each: (state) => currentNotice(state)?.parties.map((each) => each.party) ?? [] }],
    awaited: (state) => state.stage === 'notice' && currentNotice(state)?.of !== state.report?.hash,
    apply: withNotice,
  }),

  'state-defence': fact({
    title: words('当事人陈述、申辩', 'Party states and defends'),
    article: cite('行政处罚法', 45, 1),
    by: recorder,
    suits: (state) => state.notices.length > 0,
    payload: told.stateDefence,
    prefill: (state) => ({ party: state.parties[0]?.id }),
    apply: (state, act) => withDefence(state, act.payload.party, dayOf(act.occurredAt)),
  }),

  ...hearingActs,

  'waive-defence': fact({
    title: words('当事人放弃陈述、申辩或者听证', 'Party waives defence or hearing'),
    article: cite('行政处罚法', 62),
    by: recorder,
    suits: (state) => state.notices.length > 0,
    payload: told.waiveDefence,
    prefill: (state) => ({ party: state.parties[0]?.id, waived: ['defence', 'hearing'] }),
    closes: [{ clock: 'defence', subjects: (_, { party, waived }) => (waived.includes('defence') ? [party] : []) }],
    apply: (state, act) => {
      const on = dayOf(act.occurredAt)
      const { party, waived } = act.payload
      return withParty(state, party, { ...(waived.includes('defence') ? { waived: on } : {}), ...(waived.includes('hearing') ? { hearingWaived: on } : {}) })
    },
  }),

  'recheck-defence': power({
    title: words('复核陈述、申辩', 'Re-check the defence'),
    article: cite('行政处罚法', 45, 1),
    from: ['notice', 'report', 'investigation', 'review'],
    by: handlers,
    suits: (state) => currentNotice(state)?.parties.some((each) => each.defended) ?? false,
    payload: told.recheckDefence,
    guards: [defenceStated],
    closes: [{ clock: 'defence', subjects: (_, payload) => [payload.party] }],
    documents: [{ kind: 'defence-record', each: (_, payload) => [payload.party] }],
    prefill: (state) => ({ party: currentNotice(state)?.parties.find((each) => each.defended && !each.rechecked)?.party }),
    awaited: (state) => currentNotice(state)?.parties.some((each) => each.defended && !each.rechecked) ?? false,
    apply: (state, act) => withParty(state, act.payload.party, { rechecked: dayOf(act.occurredAt) }),
  }),

  // 决定 ------------------------------------------------------------------------------------------------------------------

  'propose-decision': power({
    title: words('提请作出处罚决定', 'Propose the decision'),
    article: cite('行政处罚法', 57, 1),
    from: ['notice', 'decision'],
    to: 'decision',
    by: handlers,
    payload: told.proposeDecision,
    proposes: true,
    guards: [reviewPassed, noticeServed, defenceRechecked, hearingHeld, defenceTermOver, decisionAsNotified, kindInNorm, branchFits, notAboveMaximum, notBelowMinimum, disposalsNamed],
    closes: [{ clock: 'defence', subjects: () => ['*'] }],
    prefill: (state) => ({ penalties: currentNotice(state)?.penalties ?? [], education: true }),
    awaited: (state) => state.stage === 'notice' && currentNotice(state)?.of === state.report?.hash && state.report !== undefined,
    apply: (state, act) => {
      const { state: named, effects = [] } = withDisposals(state, act.payload.disposals ?? [])
      const { discussion: _discussion, ...rest } = named
      return { state: { ...rest, draftDecision: { act: act.id, penalties: act.payload.penalties, education: act.payload.education } }, effects }
    },
  }),

  discuss: power({
    title: words('集体讨论', 'Collective discussion'),
    article: cite('行政处罚法', 57, 2),
    from: 'decision',
    by: { post: 'head', of: 'body', not: ['handler'] },
    suits: (state) => state.discussion === undefined,
    payload: told.discuss,
    about: 'propose-decision',
    guards: [enoughMembers],
    documents: [{ kind: 'collective-minutes' }],
    prefill: () => ({ agreed: true, members: [] }),
    awaited: (state) => state.stage === 'decision' && open(state, 'propose-decision') && discussionOwed(state) && state.discussion === undefined,
    apply: (state, act) => (act.payload.agreed ? { ...state, discussion: { act: act.id, of: act.payload.proposal.hash, at: act.occurredAt } } : state),
  }),

  'decide-penalty': power({
    title: words('作出行政处罚决定', 'Decide the penalty'),
    article: cite('行政处罚法', 57, 1, 1),
    from: 'decision',
    to: 'service',
    by: head,
    payload: told.approval,
    answers: 'propose-decision',
    guards: [
      outcomeIs('penalty'),
      competentOnDate,
      normInForceOnConduct,
      discoveredInTime,
      identityProven,
      reviewPassed,
      noticeServed,
      defenceRechecked,
      hearingHeld,
      defenceTermOver,
      discussedTogether,
      decisionAsNotified,
      kindInNorm,
      branchFits,
      notAboveMaximum,
      notBelowMinimum,
      ofAge,
      notFinedTwice,
      notFinedAfterCourt,
      suspicionAnswered,
      disposalsNamed,
      remedyConfigured,
    ],
    opens: [{ clock: 'service', subjects: (state) => state.parties.map((each) => each.id) }],
    closes: ['decision', 'registration'],
    documents: [{ kind: 'decision-approval' }, { kind: 'penalty-decision', each: (state) => [...new Set(state.decision?.penalties.map((each) => each.party) ?? [])] }],
    awaited: (state) => state.stage === 'decision' && open(state, 'propose-decision'),
    apply: withDecision,
  }),

  'return-decision': power({
    title: words('退回处罚决定提请', 'Return the proposed decision'),
    article: cite('行政处罚法', 57, 1),
    from: 'decision',
    to: 'notice',
    by: head,
    payload: told.returned,
    answers: 'propose-decision',
    returns: true,
  }),

  'decide-no-penalty': power({
    title: words('作出不予行政处罚决定', 'Decide not to punish'),
    article: cite('行政处罚法', 57, 1, 2),
    from: 'decision',
    to: 'service',
    by: { post: 'head', of: 'body', not: ['handler'] },
    payload: told.decideNoPenalty,
    about: 'submit-report',
    guards: [outcomeIs('no-penalty'), reviewPassed, disposalsNamed, remedyConfigured],
    opens: [{ clock: 'service', subjects: (state) => state.parties.map((each) => each.id) }],
    closes: ['decision', 'registration'],
    documents: [{ kind: 'decision-approval' }, { kind: 'no-penalty-decision', each: (state) => state.parties.map((each) => each.id) }],
    prefill: () => ({ education: true }),
    awaited: (state) => state.stage === 'decision' && state.report?.outcome === 'no-penalty',
    apply: withNoPenalty,
  }),

  // 送达、履行 -------------------------------------------------------------------------------------------------------------

  serve: fact({
    title: words('送达', 'Serve'),
    article: cite('行政处罚法', 61, 1),
    by: recorder,
    officers: 2,
    suits: (state) => state.notices.length > 0 || state.decision !== undefined,
    payload: told.serve,
    guards: [twoOfficers, certificatesValid, afterItsDocument, leftWithWitness, announcedAfterAttempts, electronicAgreed],
    opens: [
      { clock: 'defence', subjects: (state, { document, party }) => (currentNotice(state)?.act === document && lastCompleted(state) ? [party] : []), from: lastCompleted },
      { clock: 'demand', subjects: (state, { document, party }) => (state.demands?.some((each) => each.act === document && each.party === party) && lastCompleted(state) ? [party] : []), from: lastCompleted },
      { clock: 'payment', subjects: (state, { document, party }) => (state.decision?.act === document && moneyOwed(state, party) && lastCompleted(state) ? [party] : []), from: lastCompleted },
    ],
    closes: [{ clock: 'service', subjects: (state, { document, party }) => (state.decision?.act === document && lastCompleted(state) ? [party] : []) }],
    documents: [{ kind: 'service-receipt', each: (_, payload) => [payload.party] }],
    prefill: (state) => ({ document: state.demands?.at(-1)?.act ?? state.decision?.act ?? currentNotice(state)?.act, party: state.demands?.at(-1)?.party ?? state.parties[0]?.id, officers: state.team, method: 'direct', outcome: 'received' }),
    awaited: (state) => state.stage === 'service' || (state.stage === 'notice' && (currentNotice(state)?.parties.some((each) => !each.served) ?? false)),
    apply: withService,
  }),

  ...performanceActs,

  // 结案、归档 -------------------------------------------------------------------------------------------------------------

  'propose-closing': power({
    title: words('提请结案', 'Propose closing'),
    article: cite('行政处罚法', 66, 1),
    from: 'performance',
    to: 'closing',
    by: handlers,
    payload: told.proposeClosing,
    proposes: true,
    guards: [decisionServed, allPerformed, disposalsCarriedOut],
    awaited: (state) => state.stage === 'performance' && state.performance.every(isSettledItem),
  }),

  'approve-closing': power({
    title: words('批准结案', 'Approve closing'),
    article: cite('行政处罚法', 66, 1),
    from: 'closing',
    to: 'closed',
    by: head,
    payload: told.approval,
    answers: 'propose-closing',
    guards: [decisionServed, allPerformed, disposalsCarriedOut],
    documents: [{ kind: 'closing-approval' }],
    awaited: (state) => state.stage === 'closing' && open(state, 'propose-closing'),
  }),

  'return-closing': power({
    title: words('退回结案提请', 'Return the closing proposal'),
    article: cite('行政处罚法', 66, 1),
    from: 'closing',
    to: 'performance',
    by: head,
    payload: told.returned,
    answers: 'propose-closing',
    returns: true,
  }),

  archive: power({
    title: words('归档', 'Archive'),
    article: cite('行政处罚法', 47),
    from: 'closed',
    to: 'archived',
    by: handlers,
    payload: told.archive,
    documents: [{ kind: 'case-cover', each: volumes }, { kind: 'case-catalogue', each: volumes }, { kind: 'case-notes', each: volumes }],
    prefill: () => ({ retention: 'thirty-years' }),
    awaited: (state) => state.stage === 'closed',
  }),

  // 中止、终止、撤销立案、移送（R19、R20） ---------------------------------------------------------------------------------

  ...waysOut,

  /** The paper is the original (R28): signed pages come back as scans. */
  'attach-scan': fact({
    title: words('上传签名盖章件', 'Attach the signed paper'),
    article: cite('行政处罚法', 47),
    by: recorder,
    payload: told.attachScan,
    prefill: () => ({ signed: 'signed', compared: true }),
    apply: (state, act) => ({ state, effects: act.payload.files.map((hash) => ({ room: 'file', hash, document: act.payload.document })) }),
  }),
}

export const penaltyOrdinary: Procedure<PenaltyCase> = {
  name: 'penalty-ordinary',
  title: words('行政处罚普通程序', 'Ordinary penalty procedure'),
  article: cite('行政处罚法', 54),
  stages: {
    lead: words('线索', 'Lead'),
    filing: words('立案审批', 'Filing'),
    investigation: words('调查', 'Investigation'),
    report: words('审查', 'Report'),
    review: words('法制审核', 'Legal review'),
    notice: words('告知', 'Notice'),
    decision: words('决定', 'Decision'),
    service: words('送达', 'Service'),
    performance: words('履行', 'Performance'),
    closing: words('结案审批', 'Closing'),
    closed: words('已结案', 'Closed'),
    archived: words('归档', 'Archived'),
    'not-filed': words('不予立案', 'Not filed'),
    suspended: words('中止', 'Suspended'),
    transferring: words('移送中', 'Being transferred'),
    'handing-over': words('向公安移送中', 'Being handed to the police'),
    'with-police': words('司法机关处理中', 'With the police'),
    terminated: words('终止', 'Terminated'),
    cancelled: words('撤销立案', 'Filing cancelled'),
    transferred: words('已移送', 'Transferred'),
  },
  endings: ['archived', 'not-filed', 'terminated', 'cancelled', 'transferred'],
  detours: ['suspended', 'transferring', 'handing-over', 'with-police'],
  first: ['register-lead'],
  begin: newCase,
  asks: penaltyAsks,
  clocks: penaltyClocks,
  lapses: { registration: 'lapse-registration' },
  acts,
  rules: penaltyRules,
}

const afterReview = (state: PenaltyCase): string => (state.report?.outcome === 'no-penalty' ? 'decision' : 'notice')
