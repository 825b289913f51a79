import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFacts } from '../../acts/facts.ts'
import { rebuild } from '../../acts/index.ts'
import { testCases, violation, type TestCases } from '../../cases/test-cases.ts'
import { addAccounts, hashPassword } from '../../platform/identity/accounts.ts'
import { testPassword, testRegion } from '../../test-server.ts'
import { moveCases } from '../townships/move-cases.ts'

/** 处罚法 20, 21 (R31): an organisation acts in its principal's name under a published letter, and hands back what it leaves. */

let cases: TestCases
const sql = (text: string, ...values: unknown[]) => cases.server.db.pools.worker.query(text, [testRegion, ...values])
beforeAll(async () => {
  cases = await testCases()
  const { identity } = cases.server.context
  await sql(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, principal, recorded) values ($1, 'brigade', '测试县市场监管综合行政执法队', '市场监管执法队', '测队', 'entrusted', 'scjg', '2020-01-01')`)
  await sql(`insert into faheng.unit (region, id, body, name) values ($1, 'b1', 'brigade', '一中队')`)
  const passwordHash = await hashPassword(identity, testPassword)
  for (const [id, kind, rank] of [['boss', 'head', 'chief'], ['b-clerk', 'receiving-clerk', null], ['b-unit', 'unit-head', null], ['b-one', 'officer', null], ['b-two', 'officer', null]] as const) {
    await sql('insert into faheng.person (region, id, name) values ($1, $2, $2)', id)
    await sql(`insert into faheng.post (region, id, person, kind, body, unit, rank, from_at, recorded) values ($1, 'p-' || $2, $2, $3, 'brigade', $5, $4, '2020-01-01', '2020-01-01')`, id, kind, rank, kind === 'head' ? null : 'b1')
  }
  await addAccounts(identity, ['boss', 'b-clerk', 'b-unit', 'b-one'].map((id) => ({ region: testRegion, person: id, name: id, username: id, passwordHash, passwordDue: false })))
}, 120_000)
afterAll(() => cases.close())

const lettersOn = async (day: string) => (await (await cases.as('officer')).get<{ rows: { items: { id: string }[] }[] }>(`/api/entrustments?on=${day}`)).body.rows
const choices = async () => (await (await cases.as('b-one')).get<{ rows: { id: string }[] }>('/api/items?for=brigade')).body.rows.map(({ id }) => id)
const letter = { organisation: 'brigade', norm: '《食品安全法》第一百一十条', items: ['expired'], authority: '调查取证', from: '2026-03-01', until: '2026-12-31' }

it('acts under a published letter alone, by its principal’s numbers, and hands its cases back', async () => {
  const assigned = async () => {
    const lead = await cases.opened({ person: 'b-clerk', unit: 'b1', body: 'brigade' })
    await cases.must('b-unit', lead, 'assign', { team: ['b-one', 'b-two'] })
    return lead
  }
  const filing = (lead: string) => cases.act('b-one', lead, 'propose-filing', { parties: ['shop'], violations: [violation], team: ['b-one', 'b-two'], reason: '有违法事实' })
  const matter = cases.fresh('w')
  const begun = await (await cases.as('officer')).send('POST', '/api/matters', { id: matter, procedure: 'entrustment', body: 'scjg', unit: 'u1', first: { id: cases.fresh('a'), kind: 'prepare-entrustment', payload: letter } })
  expect([begun.status, begun.body]).toMatchObject([201, {}])
  await cases.must('head', matter, 'approve-entrustment', { opinion: '同意' })
  const signs = () => cases.act('boss', matter, 'accept-entrustment', { publicAffairs: true, opinion: '同意' })
  expect((await signs()).body.refusals).toMatchObject([{ guard: 'entrustment-qualified' }])
  for (const id of ['b-one', 'b-two']) await sql(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded) values ($1, 'C-' || $2, $2, 'sx', '{}', '140000', '2020-01-01', '2030-01-01', '2020-01-01')`, id)
  const signed = await signs()
  expect(signed.body.documents).toMatchObject([{ kind: 'entrustment-letter', number: expect.stringMatching(/委〔2026〕1号$/) }])

  const lead = await assigned()
  expect([await choices(), (await filing(lead)).body.refusals]).toMatchObject([[], expect.arrayContaining([expect.objectContaining({ guard: 'within-entrustment' })])])
  await cases.must('officer', matter, 'publish-entrustment', { publishedOn: '2026-03-02', where: '县政府网站' })
  expect([await choices(), (await filing(lead)).status]).toEqual([['expired'], 201])
  expect(await lettersOn('2026-03-02')).toMatchObject([{ organisation: 'brigade', principal: 'scjg', until: '2026-12-31', published: '2026-03-02', matter, items: [{ id: 'expired' }] }])
  expect(await lettersOn('2027-01-01')).toEqual([])

  // The party seeks review against the principal: what the organisation did not set is as its principal set it.
  const client = await cases.server.db.pools.worker.connect()
  const remedyOf = async (body: string) => (await readFacts(client, { region: testRegion, matter: lead, body, at: cases.server.now() }, ['settings'], { certificates: [], reviewers: [], items: [], parties: [], earlier: [] })).settings?.remedy
  expect([await remedyOf('scjg'), await remedyOf('brigade')]).toEqual([expect.objectContaining({ court: expect.any(String) }), await remedyOf('scjg')])
  client.release()

  const filed = await cases.must('boss', lead, 'approve-filing', { opinion: '同意立案' })
  const own = await cases.server.db.pools.worker.query<{ number_prefix: string }>(`select number_prefix from faheng.body where region = $1 and id = 'scjg'`, [testRegion])
  expect(filed.documents.find(({ kind }) => kind === 'filing-approval')?.number).toContain(own.rows[0]?.number_prefix)

  await sql(`update faheng.item_version set published = true where region = $1 and item = 'expired'`)
  const { body } = await (await cases.as('officer')).get<{ rows: { entrusted: object[] }[] }>('/api/public/catalogue?on=2026-03-02')
  expect(body.rows.flatMap(({ entrusted }) => entrusted)).toMatchObject([{ name: '测试县市场监管综合行政执法队', until: '2026-12-31', place: '县政府网站' }])

  await cases.must('head', matter, 'end-entrustment', { on: '2026-03-02', publishedOn: '2026-03-02', where: '县政府网站', reason: '收回' })
  expect((await filing(await assigned())).body.refusals?.map(({ guard }) => guard)).toContain('within-entrustment')
  await cases.must('boss', matter, 'hand-over-cases')
  await cases.must('head', matter, 'receive-cases')
  const { acts } = cases.server.house
  expect(await moveCases(acts, cases.server.db.pools.worker)).toBe(1)
  expect((await (await cases.as('head')).get<{ state: object }>(`/api/matters/${lead}`)).body.state).toMatchObject({ body: 'scjg', movedBy: matter })
  await cases.must('officer', matter, 'close-entrustment')
  expect(await rebuild({ documents: acts.documents, procedures: acts.procedures }, cases.server.db.pools.worker, testRegion, { check: true })).toEqual([])
})
