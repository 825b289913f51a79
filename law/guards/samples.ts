import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import type { Test } from '../procedures/penalty-found.ts'
import { words } from '../words.ts'

/** Tests and appraisals (处罚法 46; R9): commissioned, their result told, an objection answered. */

interface NamesTest {
  readonly test?: string
}

const testNamed = (state: PenaltyCase, id: string | undefined): Test | undefined => (state.tests ?? []).find((each) => each.id === id)

/** A result without a commission proves nothing about where the sample came from. */
export const testCommissioned = guard<PenaltyCase, NamesTest>(
  'test-commissioned',
  cite('行政处罚法', 46, 2),
  {
    title: words('检测、鉴定经本机关委托', 'The test was commissioned'),
    cure: words('先登记委托，或者依法重新委托。', 'Record the commission first, or commission it again.'),
  },
  ({ state, act: { payload } }) => payload !== undefined && !testNamed(state, payload.test) && words('没有对应的委托。', 'No such commission is recorded.'),
)

export const testHasResult = guard<PenaltyCase, NamesTest>(
  'test-has-result',
  cite('行政处罚法', 46, 2),
  {
    title: words('已有检测、鉴定结果', 'There is a result'),
    cure: words('先登记结果。', 'Record the result first.'),
  },
  ({ state, act: { payload } }) => payload !== undefined && !testNamed(state, payload.test)?.result && words('该项检测、鉴定还没有结果。', 'This test has no result yet.'),
)

export const objectionOpen = guard<PenaltyCase, NamesTest>(
  'objection-open',
  cite('行政处罚法', 45, 1),
  {
    title: words('有待答复的异议', 'An objection waits'),
    cure: words('先登记当事人的异议。', 'Record the party’s objection first.'),
  },
  ({ state, act: { payload } }) => payload !== undefined && !isObjected(testNamed(state, payload.test)) && words('该项检测、鉴定没有待答复的异议。', 'No objection to this test waits for an answer.'),
)

/** 处罚法 46(2): a result the parties were not told of is not verified. */
export const resultsTold = guard<PenaltyCase, { readonly outcome?: string; readonly relied?: readonly string[] }>(
  'results-told',
  cite('行政处罚法', 46, 2),
  {
    title: words('检测、鉴定结果已告知当事人', 'Results told to the parties'),
    cure: words('将结果书面告知每一当事人。', 'Tell every party the result in writing.'),
  },
  ({ state, act: { payload } }) =>
    payload?.outcome !== 'no-penalty' &&
    (state.tests ?? []).some(({ result, told }) => result && payload?.relied?.includes(result.evidence) && state.parties.some((party) => !told.includes(party.id))) &&
    words('所依据的检测、鉴定结果没有告知全部当事人。', 'A result relied on was not told to every party.'),
)

/** 处罚法 45(1): what a party says against a result is checked before it is relied on. */
export const objectionsAnswered = guard<PenaltyCase, { readonly outcome?: string; readonly relied?: readonly string[] }>(
  'objections-answered',
  cite('行政处罚法', 45, 1),
  {
    title: words('对结果的异议已复核答复', 'Objections answered'),
    cure: words('复核后答复；需要复检的，委托复检并登记结果。', 'Check and answer it; where a re-test is due, commission it and record the result.'),
  },
  ({ state, act: { payload } }) =>
    payload?.outcome !== 'no-penalty' &&
    (state.tests ?? []).some((test) => test.result && payload?.relied?.includes(test.result.evidence) && (isObjected(test) || retestMissing(state, test))) &&
    words('当事人对所依据结果的异议尚未答复，或者复检没有结果。', 'An objection to a result relied on is not answered, or its re-test has no result.'),
)

const isObjected = (test: Test | undefined): boolean => test?.objected !== undefined && test.answered === undefined

const retestMissing = (state: PenaltyCase, { id, answered }: Test): boolean => answered === 'retest' && !(state.tests ?? []).some((each) => each.retestOf === id && each.result)
