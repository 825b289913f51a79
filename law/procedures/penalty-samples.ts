import { cite } from '../citation.ts'
import { testKinds } from '../documents/test-commission/document.ts'
import { certificatesValid, officersOfBody, teamCertified, twoOfficers } from '../guards/officers.ts'
import { notRecused } from '../guards/recusal.ts'
import { objectionOpen, testCommissioned, testHasResult } from '../guards/samples.ts'
import { choice, day, list, newId, optional, payload, ref, text } from '../payload.ts'
import { actsOn, type Applied, type JudgedAct } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { Element, Test } from './penalty-found.ts'
import { withEvidence, withThingsHeld } from './penalty-effects.ts'
import { files, motion, officers, party, reason } from './penalty-fields.ts'
import { beforeDecision, handlers, headNotHandling, recorder } from './penalty-people.ts'
import { proves, thing } from './penalty-payloads.ts'
import { countsOn, outstanding } from './penalty-still.ts'

/** 抽样取证、检测、检验、检疫、鉴定 (处罚法 46, 56; R8, R9). Sampling needs no head's approval. */

const { power, fact } = actsOn<PenaltyCase>()

const early = ['lead', 'filing', ...beforeDecision] as const
const testRef = ref('test', words('检测、鉴定', 'Test or appraisal'))
const results = (state: PenaltyCase): Test[] => (state.tests ?? []).filter((each) => each.result)
const untold = (state: PenaltyCase): { readonly test: string; readonly party: string }[] =>
  results(state).flatMap(({ id, told }) => state.parties.filter((each) => !told.includes(each.id)).map((each) => ({ test: id, party: each.id })))
const objections = (state: PenaltyCase): Test[] => results(state).filter((each) => each.objected !== undefined && each.answered === undefined)

/** 强制法 25(3): the days of a test are left out of a running seizure only if the party is told them in writing. */
const seizureRuns = (state: PenaltyCase): boolean => state.clocks.some(({ clock, closed }) => (clock === 'seizure' || clock === 'seizure-extended') && closed === undefined)

const withTest = (state: PenaltyCase, id: string | undefined, change: (test: Test) => Test): PenaltyCase => ({
  ...state,
  tests: (state.tests ?? []).map((each) => (each.id === id ? change(each) : each)),
})

export const takeSample = payload({
  party,
  place: text(words('抽样地点', 'Place'), { personal: true, max: 200 }),
  things: list(words('样品', 'Samples'), thing, { min: 1 }),
  base: optional(text(words('抽样基数、备份样品保管', 'Lot sampled from; who keeps the second sample'), { personal: true, max: 300 })),
  custodian: text(words('样品保管人', 'Custodian'), { personal: true, max: 60 }),
  officers,
  files,
})

export const commissionTest = payload({
  test: newId(),
  kind: choice(words('类别', 'Kind'), testKinds),
  institution: text(words('受委托机构', 'Institution'), { max: 100 }),
  question: text(words('委托事项', 'What is asked'), { personal: true, rows: 3, max: 1000 }),
  held: optional(list(words('送检物品', 'Things sent'), ref('held', words('物品', 'Thing')), { max: 200 })),
  by: day(words('检测、鉴定期限', 'To be done by'), { hint: words('期限应当明确，并书面告知当事人', 'The term is fixed and told to the party in writing') }),
  retestOf: optional(ref('test', words('复检所针对的检测、鉴定', 'Re-test of'))),
})

export const recordTestResult = payload({
  test: testRef,
  evidence: newId(),
  conclusion: text(words('结论', 'Conclusion'), { personal: true, rows: 4, max: 4000 }),
  reported: day(words('报告日期', 'Report of')),
  proves,
  files,
})

export const tellTestResult = payload({ test: testRef, party, until: optional(day(words('可以提出异议、申请复检至', 'Objection or re-test until'))) })

export const sampleActs = {
  'take-sample': fact({
    title: words('抽样取证', 'Take samples'),
    article: cite('行政处罚法', 56),
    by: recorder,
    officers: 2,
    payload: takeSample,
    documents: [{ kind: 'sample-record', each: (_, told) => [told.party] }],
    needs: ['fields'],
    guards: [twoOfficers, certificatesValid, officersOfBody, notRecused],
    suits: (state) => early.some((stage) => stage === state.stage),
    prefill: (state) => ({ officers: state.team, party: state.parties[0]?.id }),
    apply: (state, act) => withThingsHeld(state, act, 'sampled'),
  }),

  'commission-test': power({
    title: words('委托检测、检验、检疫、鉴定', 'Commission a test or appraisal'),
    article: cite('行政强制法', 25, 3),
    from: early,
    by: handlers,
    suits: (state) => state.held.length > 0 || (state.tests ?? []).length > 0,
    payload: commissionTest,
    documents: [{ kind: 'test-commission' }, { kind: 'test-term-notice', each: (state) => (seizureRuns(state) ? state.parties.map((each) => each.id) : []) }],
    guards: [teamCertified],
    pauses: [
      { clock: 'decision', cause: 'testing' },
      { clock: 'seizure', cause: 'testing' },
      { clock: 'seizure-extended', cause: 'testing' },
    ],
    prefill: (state) => ({ kind: 'inspection', held: state.held.filter((each) => each.measure === 'sampled' && !each.carriedOut).map((each) => each.id) }),
    apply: (state, act) => ({
      ...state,
      tests: [...(state.tests ?? []), { id: act.payload.test ?? act.id, act: act.id, on: dayOf(act.occurredAt), told: [], ...(act.payload.retestOf ? { retestOf: act.payload.retestOf } : {}) }],
    }),
  }),

  'record-test-result': fact({
    title: words('登记检测、鉴定结果', 'Record a result'),
    article: cite('行政处罚法', 46, 1),
    by: recorder,
    suits: outstanding,
    payload: recordTestResult,
    guards: [testCommissioned],
    resumes: [
      ...countsOn,
      { clock: 'seizure', when: (state) => !outstanding(state) },
      { clock: 'seizure-extended', when: (state) => !outstanding(state) },
    ],
    awaited: outstanding,
    prefill: (state) => ({ test: state.tests?.find((each) => !each.result)?.id }),
    apply: withResult,
  }),

  'tell-test-result': power({
    title: words('告知检测、鉴定结果', 'Tell the result'),
    article: cite('行政处罚法', 46, 2),
    from: early,
    by: handlers,
    payload: tellTestResult,
    documents: [{ kind: 'test-result-notice', each: (_, told) => [told.party] }],
    guards: [teamCertified, testHasResult],
    suits: (state) => untold(state).length > 0,
    awaited: (state) => untold(state).length > 0,
    prefill: (state) => untold(state)[0] ?? {},
    apply: (state, act) => withTest(state, act.payload.test, (test) => ({ ...test, told: [...new Set([...test.told, act.payload.party])] })),
  }),

  'object-to-test': fact({
    title: words('登记对结果的异议', 'Record an objection'),
    article: cite('行政处罚法', 45, 1),
    by: recorder,
    suits: (state) => results(state).length > 0,
    payload: payload({ test: testRef, party, reason, files }),
    guards: [testHasResult],
    prefill: (state) => ({ test: results(state).at(-1)?.id, party: state.parties[0]?.id }),
    // A new objection has to be answered again.
    apply: (state, act) => withTest(state, act.payload.test, ({ answered: _before, ...test }) => (test.result ? { ...test, objected: dayOf(act.occurredAt) } : test)),
  }),

  'answer-objection': power({
    title: words('答复异议', 'Answer the objection'),
    article: cite('行政处罚法', 45, 1),
    from: early,
    by: headNotHandling,
    payload: payload({ test: testRef, answer: choice(words('答复', 'Answer'), { retest: words('同意复检', 'A re-test is granted'), kept: words('异议不成立，维持结果', 'The result stands') }), ...motion }),
    documents: [{ kind: 'matter-approval' }],
    guards: [objectionOpen],
    suits: (state) => objections(state).length > 0,
    awaited: (state) => objections(state).length > 0,
    prefill: (state) => ({ test: objections(state)[0]?.id }),
    apply: (state, act) => withTest(state, act.payload.test, (test) => ({ ...test, answered: act.payload.answer === 'retest' ? 'retest' : 'kept' })),
  }),
}

interface Result {
  readonly test: string
  readonly evidence: string
  readonly proves: readonly Element[]
  readonly files?: readonly string[]
}

/** The first result of a test counts; another is evidence beside it. */
function withResult(state: PenaltyCase, act: JudgedAct<Result>): Applied<PenaltyCase> {
  const given = withEvidence('appraisal')(state, act)
  const evidence = given.state.evidence.at(-1)?.id ?? act.id
  return { ...given, state: withTest(given.state, act.payload.test, (test) => (test.result ? test : { ...test, result: { act: act.id, evidence, on: dayOf(act.occurredAt) } })) }
}
