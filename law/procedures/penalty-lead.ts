import type { Static } from 'typebox'
import { cite } from '../citation.ts'
import { competentOnDate, normInForceOnConduct, withinEntrustment } from '../guards/competence.ts'
import { disposalsNamed } from '../guards/decision.ts'
import { certificatesValid, teamCertified, twoOfficers } from '../guards/officers.ts'
import { notRecused } from '../guards/recusal.ts'
import { suspicionAnswered } from '../guards/ways-out.ts'
import { actsOn } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { CaseParty, Violation } from './penalty-found.ts'
import { approval, returned } from './penalty-fields.ts'
import { handlers, head, headOrDelegate, isOpen } from './penalty-people.ts'
import * as told from './penalty-payloads.ts'
import { informantOwed } from './penalty-terms.ts'

/** 线索、指派、立案 (处罚法 54): from the lead to the filing, or not. */

const { power, fact } = actsOn<PenaltyCase>()

export const leadActs = {
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
      parties: (act.payload.suspects ?? []).map((id) => ({ id, role: 'suspect' as const })),
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
}

export const filingActs = {
  'propose-filing': power({
    title: words('提请立案', 'Propose filing'),
    article: cite('行政处罚法', 54, 2),
    from: 'lead',
    to: 'filing',
    by: handlers,
    payload: told.proposeFiling,
    proposes: true,
    needs: ['fields'],
    guards: [twoOfficers, certificatesValid, notRecused, competentOnDate, withinEntrustment, normInForceOnConduct],
    prefill: (state) => ({ team: state.team, parties: state.parties.map((each) => each.id) }),
    awaited: (state) => state.stage === 'lead' && state.team.length > 0,
    apply: (state, act) => ({
      ...state,
      team: act.payload.team,
      parties: filedParties(state, act.payload),
      violations: filedViolations(act.payload.violations),
    }),
  }),

  'approve-filing': power({
    title: words('批准立案', 'Approve filing'),
    article: cite('行政处罚法', 54, 2),
    from: 'filing',
    to: 'investigation',
    by: headOrDelegate,
    payload: approval,
    answers: 'propose-filing',
    guards: [teamCertified, competentOnDate, withinEntrustment, normInForceOnConduct],
    opens: ['decision', informantOwed],
    closes: ['verification'],
    documents: [{ kind: 'filing-approval' }],
    awaited: (state) => state.stage === 'filing' && isOpen(state, 'propose-filing'),
    apply: (state, act) => ({ ...state, filedOn: dayOf(act.occurredAt) }),
  }),

  'return-filing': power({
    title: words('退回立案提请', 'Return the filing proposal'),
    article: cite('行政处罚法', 54, 2),
    from: 'filing',
    to: 'lead',
    by: headOrDelegate,
    payload: returned,
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
    payload: approval,
    answers: 'propose-not-filing',
    guards: [suspicionAnswered, disposalsNamed],
    opens: [informantOwed],
    closes: ['verification', { clock: 'correction', subjects: () => ['*'] }],
    documents: [{ kind: 'filing-approval' }],
    awaited: (state) => state.stage === 'filing' && isOpen(state, 'propose-not-filing'),
  }),

  'return-not-filing': power({
    title: words('退回不予立案提请', 'Return the proposal not to file'),
    article: cite('行政处罚法', 54, 2),
    from: 'filing',
    to: 'lead',
    by: head,
    payload: returned,
    answers: 'propose-not-filing',
    returns: true,
  }),
}

/** Who stands beside a suspect (guardian, agents) stays with him as a party. */
const filedParties = (state: PenaltyCase, { parties, standing }: Static<typeof told.proposeFiling>): CaseParty[] =>
  parties.map((id) => ({ ...state.parties.find((each) => each.id === id), id, role: standing?.find((each) => each.party === id)?.as ?? 'party' }))

/** What the law reads of violations filed; their texts stay in the act. */
export const filedViolations = (violations: Static<typeof told.proposeFiling>['violations'] = []): Violation[] =>
  violations.map(({ id, item, from, until, parties, harm, township }) => ({ id, item, from, until, parties, harm, ...(township ? { township } : {}) }))
