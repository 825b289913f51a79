import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuild } from '../../acts/index.ts'
import { testCases, violation, type TestCases } from '../../cases/test-cases.ts'
import { addAccounts, hashPassword } from '../../platform/identity/accounts.ts'
import { testPassword, testRegion } from '../../test-server.ts'

/** 处罚法 24, R30, R31: a power moves by acts, and with it what a case may still do. */

let cases: TestCases
const township = '140299101'
beforeAll(async () => {
  cases = await testCases()
  const { pools: { worker }, identity } = cases.server.context
  const at = '2020-01-01T00:00:00.000Z'
  await worker.query(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, township, recorded) values ($1, 'willow', '测试县柳林镇人民政府', '柳林镇', '测柳政', 'township', $2, $3)`, [testRegion, township, at])
  const passwordHash = await hashPassword(identity, testPassword)
  for (const [id, kind, rank] of [['mayor', 'head', 'chief'], ['willow-one', 'officer', null], ['willow-two', 'officer', null]]) {
    await worker.query('insert into faheng.person (region, id, name) values ($1, $2, $2)', [testRegion, id])
    await worker.query(`insert into faheng.post (region, id, person, kind, body, rank, from_at, recorded) values ($1, $2, $3, $4, 'willow', $5, $6, $6)`, [testRegion, `p-${id}`, id, kind, rank, at])
  }
  await addAccounts(identity, [{ region: testRegion, person: 'mayor', name: 'mayor', username: 'mayor', passwordHash, passwordDue: false }])
})
afterAll(() => cases.close())

const certify = async () => {
  for (const person of ['willow-one', 'willow-two'])
    await cases.server.db.pools.worker.query(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded) values ($1, $2, $3, 'sx', '{}', '140000', '2020-01-01', '2030-01-01', '2020-01-01')`, [testRegion, `C-${person}`, person])
}
/** Which items the form of a filing lets an officer of the body choose. */
const choices = async (body: string) => (await (await cases.as('officer')).get<{ rows: { id: string }[] }>(`/api/items?for=${body}`)).body.rows.map(({ id }) => id)
const decision = { document: '省人民政府决定〔2026〕1号', publishedOn: '2026-03-01' }
const here = { ...violation, township }

describe('a power given to a township', () => {
  it('is taken over by who is able, ends the department’s there, hands its cases over, and comes back the same way', async () => {
    const filing = async (matter: string) => (await cases.act('officer', matter, 'propose-filing', { parties: ['shop'], violations: [here], team: ['officer', 'second'], reason: '有违法事实' })).body.refusals?.map(({ guard }) => guard) ?? []
    const before = await cases.upTo('assigned')
    expect(await filing(before)).toEqual([])
    await cases.must('head', before, 'approve-filing', { opinion: '同意' })

    const matter = cases.fresh('g')
    const begun = await (await cases.as('supervisor')).send('POST', '/api/matters', {
      id: matter, procedure: 'township-grant', body: 'scjg', unit: 'u1',
      first: { id: cases.fresh('a'), kind: 'prepare-grant', payload: { ...decision, township, where: '省政府网站', exclusive: 'exclusive', from: '2026-03-02', items: ['expired'], departmentFinishes: false } },
    })
    expect([begun.status, begun.body]).toMatchObject([201, {}])
    const early = await cases.act('mayor', matter, 'accept-grant', { staffing: '综合行政执法队', opinion: '同意承接' })
    expect([early.status, early.body.refusals?.map(({ guard }) => guard)]).toEqual([409, ['township-able']])
    await certify()
    await cases.must('mayor', matter, 'accept-grant', { staffing: '综合行政执法队两名持证人员', opinion: '同意承接' })
    expect(await choices('willow')).toEqual([])
    await cases.must('supervisor', matter, 'put-into-force')
    expect(await choices('willow')).toEqual(['expired'])
    expect(await choices('scjg')).toContain('expired')

    expect(await filing(await cases.upTo('assigned'))).toContain('competent-on-date')
    const matrix = await (await cases.as('officer')).get<{ items: { id: string; department: string; grants: object[] }[] }>('/api/townships?on=2026-03-02')
    expect(matrix.body.items).toMatchObject([{ id: 'expired', department: '市场监管局', grants: [{ township, exclusive: true, published: '2026-03-01', place: '省政府网站', from: '2026-03-02', until: null, matter }] }])
    const evaluated = await (await cases.as('supervisor')).get<{ rows: object[] }>('/api/townships/evaluation?from=2026-01-01&to=2026-03-31')
    expect(evaluated.body.rows).toMatchObject([{ name: '柳林镇', item: 'expired', cases: 0, certified: 2, suggestion: 'support' }])
    expect((await (await cases.as('officer')).get('/api/townships/evaluation?from=2026-01-01&to=2026-03-31')).status).toBe(404)
    await cases.must('head', matter, 'hand-over-cases')
    await cases.must('mayor', matter, 'receive-cases')
    const { body } = await (await cases.as('supervisor')).get<{ state: { handingOver: object } }>(`/api/matters/${matter}`)
    expect(body.state.handingOver).toMatchObject({ from: 'scjg', to: 'willow', listed: [before], received: [before] })

    await cases.must('supervisor', matter, 'withdraw-grant', { ...decision, until: '2026-03-02', successor: 'scjg', townshipFinishes: true })
    await cases.must('supervisor', matter, 'close-hand-over')
    expect(await filing(await cases.upTo('assigned'))).toEqual([])

    expect((await (await cases.as('supervisor')).get('/api/townships')).body['items']).toEqual([])
    expect(await choices('willow')).toEqual([])
    const { documents, procedures } = cases.server.house.acts
    expect(await rebuild({ documents, procedures }, cases.server.db.pools.worker, testRegion, { check: true })).toEqual([])
  })
})
