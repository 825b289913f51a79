import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testRegion } from '../test-server.ts'
import { testCases, violation, type TestCases } from './test-cases.ts'

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
  const { worker } = cases.server.context.pools
  await worker.query(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded)
    values ($1, 'C-unit-head', 'unit-head', 'sx', '{}', '140000', '2020-01-01', '2030-01-01', '2020-01-01')`, [testRegion])
  await worker.query(`insert into faheng.post (region, id, person, kind, body, unit, from_at, recorded) values ($1, 'p-leader', 'unit-head', 'officer', 'scjg', 'u1', '2020-01-01', '2020-01-01')`, [testRegion])
}, 120_000)
afterAll(() => cases.close())

interface Desk {
  readonly waiting: { act: string; approves: boolean; waited: number; risks: { id: string }[]; matter: { id: string } }[]
  readonly stopped: { act: string; cure: { zh: string }; matter: { id: string } }[]
}
const desk = async (person: string) => (await (await cases.as(person)).get<Desk>('/api/desk')).body
const waits = async (person: string, matter: string) => (await desk(person)).waiting.filter((each) => each.matter.id === matter).map(({ act }) => act)
const sql = (text: string, ...values: unknown[]) => cases.server.context.pools.worker.query(text, values)

const team = ['officer', 'second', 'unit-head']
async function proposed(): Promise<string> {
  const matter = await cases.opened()
  await cases.must('unit-head', matter, 'assign', { team })
  await cases.must('officer', matter, 'propose-filing', { parties: ['shop'], violations: [violation], team, reason: '有违法事实' })
  return matter
}

describe('three certified officers of whom one leads the unit', () => {
  it('the leader handles the case, so his step waits for a head, who endorses it from his desk', async () => {
    const matter = await proposed()
    await cases.must('head', matter, 'approve-filing', { opinion: '同意立案' })
      await cases.must('officer', matter, 'collect-evidence', {
        evidence: 'e-leader', kind: 'documentary', title: '现场照片', proves: ['identity', 'conduct', 'circumstance', 'amount'], origin: '现场拍摄', place: '城关镇', officers: ['officer', 'second'],
      })
      await cases.must('second', matter, 'confirm-entries')
      await cases.must('officer', matter, 'submit-report', {
        outcome: 'penalty', facts: '当事人销售过期牛奶', relied: ['e-leader'], reasons: '事实清楚', penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 950_000, branch: 0 }], circumstances: [], sameAct: [], major: false,
      })
    expect(await waits('unit-head', matter)).not.toContain('endorse-report')
    expect([await waits('head', matter), await waits('deputy', matter)]).toEqual([['endorse-report'], ['endorse-report']])
    expect((await cases.act('unit-head', matter, 'endorse-report', { opinion: '同意' })).status).not.toBe(201)
    const row = (await desk('deputy')).waiting.find((each) => each.matter.id === matter)
    expect(row).toMatchObject({ approves: true, waited: 0 })
    await cases.must('deputy', matter, 'endorse-report', { opinion: '同意' })
    expect(await waits('deputy', matter)).not.toContain('endorse-report')
  })

  it('with no head left the act stops, and the desk names the cure', async () => {
    const matter = await proposed()
    await sql(`update faheng.post set until_at = $2 where region = $1 and kind = 'head' and body = 'scjg'`, testRegion, cases.server.context.clock())
    const { stopped } = await desk('officer')
    expect(stopped.find((each) => each.matter.id === matter)).toMatchObject({ act: 'approve-filing', cure: { zh: expect.stringContaining('主持工作') } })
    // Whoever was recused did nothing in it, and is told all the same.
    expect((await desk('legal-reviewer')).stopped).toEqual([])
    await sql(`update faheng.waiting set except_persons = except_persons || 'legal-reviewer'::text where matter = $1 and person = ''`, matter)
    expect((await desk('legal-reviewer')).stopped.map((each) => each.matter.id)).toEqual([matter])
    await sql(`update faheng.post set until_at = null where region = $1 and kind = 'head' and body = 'scjg'`, testRegion)
    expect((await desk('officer')).stopped).toEqual([])
  })
})

describe('who approves', () => {
  it('a deputy outside his field, or whom the body left out, is not waited for', async () => {
    const matter = await proposed()
    await sql(`update faheng.item_version set field = '食品' where region = $1 and item = 'expired'`, testRegion)
    expect(await waits('deputy', matter)).toEqual(['approve-filing'])
    await sql(`update faheng.post set fields = '{药品}' where region = $1 and person = 'deputy'`, testRegion)
    expect([await waits('deputy', matter), await waits('head', matter)]).toEqual([[], ['approve-filing']])
    const proposal = await cases.proposal('head', matter, 'approve-filing')
    expect((await cases.act('deputy', matter, 'approve-filing', { opinion: '同意', proposal })).body.refusals).toMatchObject([{ guard: 'by' }])
    await sql(`update faheng.post set fields = null where region = $1 and person = 'deputy'`, testRegion)
    await sql(`insert into faheng.approval_rule (region, body, act, ranks, in_field, from_at, recorded) values ($1, 'scjg', 'approve-filing', '{chief,acting}', true, '2020-01-01', '2020-01-01')`, testRegion)
    expect(await waits('deputy', matter)).toEqual([])
    await sql('delete from faheng.approval_rule')
  })

  it('a unit head with a delegation sees and does that act, and no other matter of the body', async () => {
    const [matter, other] = [await proposed(), await cases.opened()]
    const reader = await cases.as('other-unit-head')
    expect((await reader.get(`/api/matters/${matter}`)).status).toBe(404)
    await sql(`insert into faheng.delegation (region, id, body, person, post, given_by, acts, document, from_at, until_at, recorded)
      values ($1, 'd-1', 'scjg', 'other-unit-head', 'unit-head', 'head', '{approve-filing}', '授权书', '2020-01-01', '2040-01-01', '2020-01-01')`, testRegion)
    expect(await waits('other-unit-head', matter)).toEqual(['approve-filing'])
    expect([(await reader.get(`/api/matters/${matter}`)).status, (await reader.get(`/api/matters/${other}`)).status]).toEqual([200, 404])
    await cases.must('other-unit-head', matter, 'approve-filing', { opinion: '同意立案' })
    const { rows } = await sql(`select post -> 'delegation' ->> 'id' as delegation from faheng.act where matter = $1 and kind = 'approve-filing'`, matter)
    expect(rows).toEqual([{ delegation: 'd-1' }])
  })
})
