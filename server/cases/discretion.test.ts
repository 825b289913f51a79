import { afterAll, beforeAll, expect, it } from 'vitest'
import { testRegion } from '../test-server.ts'
import { proof, testCases, type TestCases } from './test-cases.ts'

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

const benchmark = (id: string, rank: number, floor: number, ceiling: number, more: { maker?: string; status?: string; until?: string } = {}) =>
  cases.server.db.pools.worker.query(`
    insert into faheng.benchmark_version (region, benchmark, version, item, body, tier, circumstances, range, rank, maker, status, valid_from, valid_until, recorded)
    values ($1, $2, 1, 'expired', 'scjg', $2, $3, $4, $5, $6, $7, '2020-01-01', $8, '2020-01-01T00:00:00.000Z')`,
    [testRegion, id, `情节${id}`, JSON.stringify({ base: 'absolute', floor, ceiling, floorInclusive: true }), rank, more.maker ?? '', more.status ?? 'parsed', more.until ?? null])
const rule = (id: string, until: string | null) =>
  cases.server.db.pools.worker.query(`
    insert into faheng.leniency_rule (region, rule, version, body, list, item, violation, conditions, title, issuer, status, valid_from, valid_until, recorded)
    values ($1, $2, 1, 'scjg', 'exempt', 'expired', '少量过期', '{"first": {"months": 24}, "others": []}', '免罚清单', '市场局', 'parsed', '2020-01-01', $3, '2020-01-01T00:00:00.000Z')`, [testRegion, id, until])

interface Weighing {
  violations: { norm: unknown; benchmarks: { id: string; text: { zh: string } }[]; rules: { id: string; before: string[] }[]; similar: { amount: number; tier: string | null }[] }[]
}
const weighing = async (person: string, matter: string) => (await cases.as(person)).get<Weighing>(`/api/matters/${matter}/discretion`)
const rows = async (sql: string, ...values: unknown[]) => (await cases.server.db.pools.worker.query(sql, values)).rows as Record<string, unknown>[]

it('weighs a case from the form to the paper, and shows it to the next one', { timeout: 60_000 }, async () => {
  await benchmark('light', 1, 500_000, 1_000_000)
  await benchmark('usual', 2, 1_000_000, 2_000_000)
  await benchmark('doubtful', 3, 2_000_000, 5_000_000, { status: 'to-be-confirmed' })
  await benchmark('former', 1, 1, 2, { until: '2021-01-01' })
  await rule('r-now', null)
  await rule('r-over', '2021-01-01')

  const matter = await cases.upTo('filed')
  await cases.must('officer', matter, 'collect-evidence', proof('e-1'))
  await cases.must('second', matter, 'confirm-entries')
  const { body } = await weighing('officer', matter)
  expect(body.violations).toMatchObject([{ benchmarks: [{ id: 'light', text: { zh: '5,000元以上10,000元以下' } }, { id: 'usual' }], rules: [{ id: 'r-now', before: [] }], similar: [] }])
  expect(body.violations[0]?.norm).toMatchObject({ bases: [{ text: expect.any(String) }], branches: [{ condition: '', range: { zh: '5,000元以上50,000元以下' }, parsed: true }] })
  expect((await weighing('stranger', matter)).status).toBe(404)

  const told = { outcome: 'penalty', facts: '当事人销售过期牛奶', relied: ['e-1'], reasons: '事实清楚', penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 800_000, branch: 0 }], circumstances: [], sameAct: [], major: false }
  expect(await cases.act('officer', matter, 'submit-report', told)).toMatchObject({ status: 409, body: { refusals: [{ guard: 'benchmark-applied' }] } })
  expect(await cases.act('officer', matter, 'submit-report', { ...told, ticks: [{ violation: 'v1', circumstance: 'usual', evidence: ['e-1'] }] })).toMatchObject({ status: 409, body: { refusals: [{ guard: 'departure-explained' }] } })
  await cases.must('officer', matter, 'submit-report', { ...told, ticks: [{ violation: 'v1', circumstance: 'light', evidence: ['e-1'] }] })
  const fields = await rows(`select fields::text as fields from faheng.document where matter = $1 and kind = 'investigation-report'`, matter)
  expect(String(fields[0]?.['fields'])).toContain('适用“light”档次，罚款幅度为5,000元以上10,000元以下，罚款8,000元在该幅度内')

  await cases.must('unit-head', matter, 'endorse-report', { opinion: '同意' })
  const notice = await cases.must('head', matter, 'issue-notice', { opinion: '同意告知' })
  await cases.must('officer', matter, 'serve', { document: notice.act, party: 'shop', place: '城关镇', receiver: '店长', officers: ['officer', 'second'], method: 'direct', outcome: 'received' })
  await cases.must('second', matter, 'confirm-entries')
  await cases.must('officer', matter, 'waive-defence', { party: 'shop', waived: ['defence'] })
  await cases.must('officer', matter, 'propose-decision', { reasons: '按告知内容决定' })
  await cases.must('head', matter, 'decide-penalty', { opinion: '同意' })
  expect(await rows('select tier, fine::int as fine from faheng.decided where matter = $1', matter)).toEqual([{ tier: 'light', fine: 800_000 }])

  const next = await cases.upTo('filed')
  expect((await weighing('officer', next)).body.violations).toMatchObject([{ rules: [{ id: 'r-now', before: ['shop'] }], similar: [{ amount: 800_000, tier: 'light' }] }])
})

it('counts an exemption, and keeps it in the record of the party', { timeout: 60_000 }, async () => {
  await cases.server.db.pools.worker.query(`delete from faheng.decided`)
  const matter = await cases.upTo('filed')
  await cases.must('officer', matter, 'collect-evidence', proof('e-2'))
  await cases.must('second', matter, 'confirm-entries')
  await cases.must('officer', matter, 'submit-report', {
    outcome: 'no-penalty', ground: 'first-minor', facts: '货值很小，已经改正', relied: ['e-2'], reasons: '初次违法', penalties: [], sameAct: [], major: false,
    circumstances: [{ effect: 'exempt', ground: 'first-minor', rule: 'r-now', evidence: ['e-2'], reason: '两年内首次违法，已改正' }],
  })
  await cases.must('unit-head', matter, 'endorse-report', { opinion: '同意' })
  expect(await cases.act('head', matter, 'decide-no-penalty', { opinion: '同意', education: false })).toMatchObject({ status: 409, body: { refusals: [{ guard: 'educated-when-exempted' }] } })
  await cases.must('head', matter, 'decide-no-penalty', { opinion: '同意', education: true })
  expect(await rows('select party, rule, amount::int as amount from faheng.exempted where matter = $1', matter)).toEqual([{ party: 'shop', rule: 'r-now', amount: 500_000 }])
  const next = await cases.upTo('filed')
  expect((await weighing('officer', next)).body.violations[0]?.rules).toMatchObject([{ id: 'r-now', before: ['shop'] }])
})
