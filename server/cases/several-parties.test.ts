import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import { proof, testCases, violation, type TestCases } from './test-cases.ts'

/** Cases of several people, through HTTP and PostgreSQL. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
  const officer = await cases.as('officer')
  for (const [id, name, birth] of [['boss', '高秀兰', '1979-04-18'], ['hand', '郑明远', '1984-02-29'], ['kid', '高小川', '2013-01-05']])
    await officer.send('POST', '/api/parties', { id, kind: 'person', name, birth })
})
afterAll(() => cases.close())

const team = ['officer', 'second']
const fine = (party: string, amount: number) => ({ party, violation: 'v1', kind: 'fine', amount, branch: 0 })

async function filed(parties: string[], more: object = {}): Promise<string> {
  const { must, opened } = cases
  const matter = await opened({ payload: { suspects: [] } })
  await must('unit-head', matter, 'assign', { team })
  await must('officer', matter, 'propose-filing', { parties, violations: [{ ...violation, parties }], team, reason: '有违法事实', ...more })
  await must('head', matter, 'approve-filing', { opinion: '同意' })
  await confirmed(matter, 'collect-evidence', proof(`e-${matter}`))
  return matter
}

/** What one officer entered the other confirms on his own sign-in (R4). */
async function confirmed(matter: string, kind: string, told: object): Promise<void> {
  await cases.must('officer', matter, kind, told)
  await cases.must('second', matter, 'confirm-entries')
}

const report = (matter: string, told: object) =>
  cases.must('officer', matter, 'submit-report', { outcome: 'penalty', facts: '销售过期牛奶', relied: [`e-${matter}`], reasons: '事实清楚', penalties: [], circumstances: [], sameAct: [], major: false, ...told })

const serve = (matter: string, document: string, party: string, how: object = {}) =>
  confirmed(matter, 'serve', { document, party, place: '城关镇', officers: team, method: 'direct', outcome: 'received', ...how })

const stateOf = async (matter: string): Promise<PenaltyCase> => (await (await cases.as('head')).get<{ state: PenaltyCase }>(`/api/matters/${matter}`)).body.state

const refusedFor = async (...told: Parameters<TestCases['act']>): Promise<string[]> => ((await cases.act(...told)).body.refusals ?? []).map(({ guard }) => guard)

/** A hearing that an investigator chaired counts for nothing (walk-throughs 1 and 9). */
test('a unit and two responsible persons: one asks for a hearing, chaired by an investigator and held again; one pays; one disappears', async () => {
  const { must, server } = cases
  const matter = await filed(['shop', 'boss', 'hand'], { standing: [{ party: 'boss', as: 'responsible' }, { party: 'hand', as: 'responsible' }] })
  await report(matter, { penalties: [fine('shop', 5_000_000), fine('boss', 1_000_000), fine('hand', 500_000)] })
  await must('unit-head', matter, 'endorse-report', { opinion: '同意' })
  const notice = await must('head', matter, 'issue-notice', { opinion: '同意' })
  expect(notice.documents.map(({ kind }) => kind)).toEqual(['penalty-notice', 'penalty-notice', 'penalty-notice'])
  for (const party of ['shop', 'boss']) await serve(matter, notice.act, party)
  await serve(matter, notice.act, 'hand', { outcome: 'failed' })
  await serve(matter, notice.act, 'hand', { method: 'announcement' })
  expect((await stateOf(matter)).notices[0]?.hearing).toEqual(['boss'])
  await must('officer', matter, 'request-hearing', { party: 'boss' })
  const at = (days: number) => new Date(Date.parse(server.now()) + days * 86_400_000).toISOString()
  expect(await refusedFor('head', matter, 'arrange-hearing', { chair: 'second', at: at(14), place: '三楼' })).toEqual(['chair-no-investigator'])
  const hearing = { investigators: '测试officer', course: '听证过程', signed: 'signed' }
  await must('head', matter, 'arrange-hearing', { chair: 'deputy', at: at(14), place: '三楼' })
  cases.later(14)
  await must('officer', matter, 'hold-hearing', { ...hearing, chair: 'second' })
  expect((await stateOf(matter)).hearing?.held?.unlawful).toBe('chair-no-investigator')
  expect(await refusedFor('deputy', matter, 'report-hearing', { conclusion: 'uphold', summary: '双方意见', opinion: '维持' })).toEqual(['lawfully-heard'])
  await must('head', matter, 'arrange-hearing', { chair: 'deputy', at: at(14), place: '三楼' })
  cases.later(14)
  await must('officer', matter, 'hold-hearing', hearing)
  await must('deputy', matter, 'report-hearing', { conclusion: 'uphold', summary: '双方意见', opinion: '维持' })
  await must('legal-reviewer', matter, 'pass-review', { checklist: ['competence', 'officers', 'facts', 'law', 'procedure', 'documents', 'crime'], opinion: '同意' })
  cases.later(14)
  await must('officer', matter, 'propose-decision', { reasons: '按告知内容决定' })
  await must('head', matter, 'discuss', { members: [{ person: 'head', opinion: '同意' }, { person: 'deputy', opinion: '同意' }], place: '三楼', conclusion: '同意', agreed: true })
  const decision = await must('head', matter, 'decide-penalty', { opinion: '同意' })
  await serve(matter, decision.act, 'shop')
  const pay = async (party: string) => {
    for (const { id, owed } of (await stateOf(matter)).performance.filter((each) => each.party === party))
      await must('officer', matter, 'record-payment', { item: id, amount: owed, channel: 'bank', receipt: '1', paidOn: server.now().slice(0, 10) })
  }
  await pay('shop')
  expect((await stateOf(matter)).stage).toBe('service')
  await serve(matter, decision.act, 'boss')
  await serve(matter, decision.act, 'hand', { outcome: 'failed' })
  await serve(matter, decision.act, 'hand', { method: 'announcement' })
  const { body } = await (await cases.as('head')).get<{ clocks: { clock: string; subject: string; closed: string | null; due: string | null }[]; state: PenaltyCase }>(`/api/matters/${matter}`)
  expect(body.state.stage).toBe('performance')
  const payments = body.clocks.filter(({ clock, closed }) => clock === 'payment' && closed === null)
  expect(new Set(payments.map(({ subject }) => subject))).toEqual(new Set(['boss', 'hand']))
  expect(new Set(payments.map(({ due }) => due)).size).toBe(2)
  expect(await refusedFor('officer', matter, 'propose-closing', { summary: '结案' })).toEqual(['decision-served', 'all-performed'])
})

test('a thirteen-year-old is not punished, and the case stays open until his guardian is ordered', async () => {
  const { must } = cases
  const matter = await filed(['kid'])
  const asked = { whom: 'party', party: 'kid', name: '高小川', place: '本局', until: cases.server.now(), certificateShown: true, recusalTold: true, questions: [{ question: '问', answer: '答' }], signed: 'signed', proves: ['identity'], officers: team }
  await must('officer', matter, 'interview', { ...asked, evidence: 'alone' })
  await must('officer', matter, 'name-guardian', { party: 'kid', name: '高大山', relation: 'parent', contact: '青石村' })
  await confirmed(matter, 'interview', { ...asked, evidence: 'together' })
  expect((await stateOf(matter)).evidence.flatMap(({ id, unusable }) => (unusable ? [[id, unusable]] : []))).toEqual([['alone', 'guardian-named']])
  expect(await refusedFor('officer', matter, 'submit-report', { outcome: 'penalty', facts: '销售过期牛奶', relied: [`e-${matter}`], reasons: '事实清楚', penalties: [fine('kid', 500_000)], circumstances: [], sameAct: [], major: false })).toContain('of-age')
  await report(matter, { outcome: 'no-penalty', ground: 'under-14' })
  await must('unit-head', matter, 'endorse-report', { opinion: '同意' })
  const decision = await must('head', matter, 'decide-no-penalty', { opinion: '同意', education: true })
  await serve(matter, decision.act, 'kid')
  expect(await refusedFor('officer', matter, 'propose-closing', { summary: '结案' })).toEqual(['guardians-ordered'])
  const order = await must('head', matter, 'order-guardian', { conduct: '帮助售卖过期牛奶', demands: '加以管教' })
  expect(order.documents).toMatchObject([{ kind: 'guardian-order', number: expect.stringContaining('责管') }])
  await must('officer', matter, 'propose-closing', { summary: '结案' })
})

test('one case goes into another of the same body with its evidence, and ends', async () => {
  const { must } = cases
  const [giving, receiving] = [await filed(['mill']), await filed(['shop'])]
  expect(await refusedFor('officer', giving, 'propose-joinder', { kind: 'merge', matter: receiving, reason: '系同一违法行为' })).toEqual(['joinder-accepted'])
  await must('head', receiving, 'accept-joinder', { kind: 'merge', matter: giving, reason: '系同一违法行为' })
  await must('officer', giving, 'propose-joinder', { kind: 'merge', matter: receiving, reason: '系同一违法行为' })
  expect((await must('head', giving, 'approve-joinder', { opinion: '同意' })).documents).toMatchObject([{ kind: 'change-approval' }])
  await must('officer', receiving, 'take-in')
  expect(await stateOf(giving)).toMatchObject({ stage: 'merged', ended: true })
  const after = await stateOf(receiving)
  expect(after.parties.map(({ id }) => id)).toEqual(['shop', 'mill'])
  expect(after.evidence.map(({ id }) => id)).toEqual([`e-${receiving}`, `e-${giving}`])
  expect(await refusedFor('officer', receiving, 'take-in', { matter: giving })).toEqual(['released-to-us'])
})
