import { cite } from '../citation.ts'
import { competentOnDate, discoveredInTime, withinEntrustment } from '../guards/competence.ts'
import { remedyConfigured } from '../guards/decision.ts'
import { identityProven } from '../guards/evidence.ts'
import { guardiansNamed } from '../guards/parties.ts'
import { branchFits, kindInNorm, notAboveMaximum, notBelowMinimum, ofAge } from '../guards/limits.ts'
import { defenceStated } from '../guards/notice.ts'
import { teamCertified } from '../guards/officers.ts'
import { reviewPassed } from '../guards/review.ts'
import { actsOn } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import { currentNotice, type PenaltyCase } from './penalty-case.ts'
import { withDefence, withNotice, withParty } from './penalty-effects.ts'
import { handlers, headNotHandling, recorder } from './penalty-people.ts'
import * as decides from './penalty-decision-payloads.ts'
import * as told from './penalty-payloads.ts'
import { countsOn } from './penalty-still.ts'

/** 告知、陈述申辩 (处罚法 44, 45, 62; R11). */

const { power, fact } = actsOn<PenaltyCase>()

export const noticeActs = {
  'issue-notice': power({
    title: words('行政处罚告知', 'Issue the penalty notice'),
    article: cite('行政处罚法', 44),
    from: 'notice',
    by: headNotHandling,
    payload: decides.issueNotice,
    needs: ['settings', 'parties'],
    about: 'submit-report',
    guards: [teamCertified, reviewPassed, identityProven, guardiansNamed, competentOnDate, withinEntrustment, discoveredInTime, kindInNorm, branchFits, notAboveMaximum, notBelowMinimum, ofAge, remedyConfigured],
    documents: [{ kind: 'penalty-notice', each: (state) => currentNotice(state)?.parties.map((each) => each.party) ?? [] }],
    // A new notice ends what was arranged for the one before.
    resumes: countsOn,
    awaited: (state) => state.stage === 'notice' && currentNotice(state)?.of !== state.report?.hash,
    apply: withNotice,
  }),
}

export const defenceActs = {
  'state-defence': fact({
    title: words('当事人陈述、申辩', 'Party states and defends'),
    article: cite('行政处罚法', 45, 1),
    by: recorder,
    suits: (state) => state.notices.length > 0,
    payload: told.stateDefence,
    prefill: (state) => ({ party: state.parties[0]?.id }),
    apply: (state, act) => withDefence(state, act.payload.party, dayOf(act.occurredAt)),
  }),

  'waive-defence': fact({
    title: words('当事人放弃陈述、申辩或者听证', 'Party waives defence or hearing'),
    article: cite('行政处罚法', 62),
    by: recorder,
    suits: (state) => state.notices.length > 0,
    payload: told.waiveDefence,
    prefill: (state) => ({ party: state.parties[0]?.id, waived: ['defence', 'hearing'] }),
    closes: [{ clock: 'defence', subjects: (_, { party, waived }) => (waived.includes('defence') ? [party] : []) }],
    resumes: countsOn,
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
    guards: [teamCertified, defenceStated],
    closes: [{ clock: 'defence', subjects: (_, payload) => [payload.party] }],
    documents: [{ kind: 'defence-record', each: (_, payload) => [payload.party] }],
    prefill: (state) => ({ party: currentNotice(state)?.parties.find((each) => each.defended && !each.rechecked)?.party }),
    awaited: (state) => currentNotice(state)?.parties.some((each) => each.defended && !each.rechecked) ?? false,
    apply: (state, act) => withParty(state, act.payload.party, { rechecked: dayOf(act.occurredAt) }),
  }),
}
