import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuild } from '../acts/index.ts'
import { testCases, violation, type TestCases } from '../cases/test-cases.ts'
import { examined, taught } from './test-qualified.ts'
import { testRegion } from '../test-server.ts'
import { certificatesAt } from './certificates-at.ts'
import { postsAt } from './posts-at.ts'

/** Measure 12: who leaves has no post, no access and no certificate from that instant, and his matters are seen. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
  await taught(cases, 'elsewhere')
  await examined(cases, 'elsewhere', 'winter', 80)
})
afterAll(() => cases.close())

const today = () => cases.server.now().slice(0, 10)
const worker = () => cases.server.db.pools.worker
const begin = async (person: string, procedure: string, kind: string, payload: object) => {
  const id = cases.fresh('d')
  const answer = await (await cases.as(person)).send<{ refusals?: { guard: string }[] }>('POST', '/api/matters', { id, procedure, body: 'scjg', unit: 'u1', first: { id: cases.fresh('a'), kind, payload } })
  return { id, answer }
}
const valid = async (person: string) => (await certificatesAt(worker(), testRegion, [person], cases.server.context.clock())).map((each) => each.valid)
const certified = async (person: string) => (await worker().query('select valid, lack, joint from faheng.fact_certificates($1, $2, $3)', [testRegion, [person], cases.server.context.clock()])).rows[0]
const reproduced = async () => {
  const { documents, procedures } = cases.server.house.acts
  return rebuild({ documents, procedures }, worker(), testRegion, { check: true })
}

describe('a departure', () => {
  it('ends session, posts and certificate at once, asks for what he has, and is reproduced', async () => {
    const filed = await cases.upTo('proposed')
    await cases.must('head', filed, 'approve-filing', { opinion: '同意立案' })
    const leaver = await cases.as('second')
    expect((await leaver.get('/api/me')).status).toBe(200)
    const { id, answer } = await begin('unit-head', 'departure', 'record-departure', { person: 'second', ground: 'resignation', eventOn: today() })
    expect(answer.status).toBe(201)
    cases.server.forward(1000)
    expect((await leaver.get('/api/me')).status).toBe(401)
    expect(await postsAt(worker(), testRegion, 'second', cases.server.context.clock())).toEqual([])
    expect(await valid('second')).toEqual([false])
    expect(await certified('second')).toMatchObject({ valid: false, lack: 'ended' })

    const desk = await (await cases.as('unit-head')).get<{ thin: { matter: { id: string }; lacking: { id: string }[] }[] }>('/api/desk')
    expect(desk.body.thin.find((each) => each.matter.id === filed)?.lacking.map((each) => each.id)).toEqual(['second'])

    await cases.must('unit-head', id, 'return-devices', { devices: '执法记录仪一台', returnedOn: today() })
    await cases.must('unit-head', id, 'return-leavers-card', { returnedOn: today() })
    await cases.must('unit-head', id, 'hand-over-matters', { matters: [{ matter: filed, to: 'third' }], handedOn: today() })
    expect((await cases.act('unit-head', id, 'complete-departure')).body.refusals?.map((each) => each.guard)).toEqual(['matters-handed-over'])
    await cases.must('unit-head', filed, 'replace-officers', { team: ['officer', 'third'], reason: '原办案人员离岗' })
    await cases.must('unit-head', id, 'complete-departure')
    expect(await reproduced()).toEqual([])
  })

  it('that was a mistake is withdrawn, and he is back', async () => {
    const { id } = await begin('unit-head', 'departure', 'record-departure', { person: 'third', ground: 'transfer', eventOn: today() })
    cases.server.forward(1000)
    expect(await valid('third')).toEqual([false])
    await cases.must('head', id, 'withdraw-departure', { reason: '登记错人' })
    cases.server.forward(1000)
    expect(await valid('third')).toEqual([true])
  })

  it('recorded days later is a finding; of another body’s people it ends nothing, and says so', async () => {
    const { id } = await begin('unit-head', 'departure', 'record-departure', { person: 'stranger', ground: 'retirement', eventOn: '2026-02-20' })
    const state = await worker().query('select state from faheng.matter_state where matter = $1', [id])
    expect(state.rows[0]).toMatchObject({ state: { findings: [{ rule: 'mark:leaver-of-body' }, { rule: 'departure-late' }] } })
    expect(await valid('stranger')).toEqual([true])
    expect(await postsAt(worker(), testRegion, 'stranger', cases.server.context.clock())).toHaveLength(1)
  })
})

describe('a post that ended', () => {
  it('leaves the case without him, though his certificate is valid', async () => {
    const matter = await cases.opened()
    await cases.must('unit-head', matter, 'assign', { team: ['officer', 'third'] })
    const lacking = async () => (await (await cases.as('unit-head')).get<{ thin: { matter: { id: string }; lacking: { id: string; lack: { en: string } }[] }[] }>('/api/desk')).body.thin.find((each) => each.matter.id === matter)?.lacking
    expect(await lacking()).toBeUndefined()
    await worker().query(`update faheng.post set until_at = $2 where region = $1 and person = 'third'`, [testRegion, cases.server.context.clock()])
    cases.server.forward(1000)
    expect(await lacking()).toMatchObject([{ id: 'third', lack: { en: expect.stringContaining('no post') } }])
    await worker().query(`update faheng.post set until_at = null where region = $1 and person = 'third'`, [testRegion])
  })
})

describe('a certificate', () => {
  it('is refused the minute after it expired', async () => {
    const matter = await cases.opened()
    const now = cases.server.context.clock()
    await worker().query('update faheng.certificate set until_at = $2 where region = $1 and person = $3', [testRegion, new Date(Date.parse(now) + 60_000), 'third'])
    await cases.must('unit-head', matter, 'assign', { team: ['officer', 'third'] })
    cases.server.forward(61_000)
    const refused = await cases.act('officer', matter, 'propose-filing', { parties: ['shop'], violations: [violation], team: ['officer', 'third'], reason: '有违法事实' })
    expect(refused).toMatchObject({ status: 409 })
    expect(refused.body.refusals?.map((each) => each.guard)).toContain('certificate-valid')
  })

  it('of an ineligible holder is taken back by its issuer after he was heard, though a file had brought it in', async () => {
    const { id, answer } = await begin('supervisor', 'certificate-revocation', 'open-revocation', { holder: 'elsewhere', issuer: 'sx', number: 'C-elsewhere', ground: 'ineligible', reason: '劳动合同制人员' })
    expect(answer.status).toBe(201)
    expect((await cases.act('supervisor', id, 'send-revocation-up', { opinion: '建议撤销' })).body.refusals?.map((each) => each.guard)).toEqual(['holder-heard'])
    await cases.must('supervisor', id, 'hear-holder', { heardOn: today(), said: '无' })
    await cases.must('supervisor', id, 'send-revocation-up', { opinion: '建议撤销' })
    expect(await valid('elsewhere')).toEqual([true])
    await cases.must('supervisor', id, 'record-issuers-revocation', { decision: '晋撤〔2026〕1号', decidedOn: today() })
    cases.server.forward(1000)
    expect(await valid('elsewhere')).toEqual([false])
    expect(await reproduced()).toEqual([])
  })

  it('follows the county’s table of categories; seconded staff enforce beside others alone', async () => {
    const apply = (category: string) => begin('unit-head', 'certificate', 'apply-certificate', {
      holder: 'elsewhere', category, fields: ['市场监管'], replaces: true,
    })
    const insert = `insert into faheng.certificate_eligibility (region, category, rule, basis, valid_from, recorded) values ($1, $2, $3, '省条例', '2020-01-01', $4)`
    await worker().query(insert, [testRegion, 'public-institution', 'never', cases.server.context.clock()])
    expect((await apply('public-institution')).answer.body.refusals?.map((each) => each.guard)).toEqual(['category-eligible'])
    expect((await apply('contract')).answer.body.refusals?.map((each) => each.guard)).toEqual(['category-eligible'])
    await worker().query(insert, [testRegion, 'contract', 'may', cases.server.context.clock()])
    expect((await apply('contract')).answer.status).toBe(201)
    await worker().query(`insert into faheng.officer_profile (region, person, valid_from, category, recorded, recorded_by) values ($1, 'officer', '2020-01-01', 'seconded', $2, 'x')`, [testRegion, cases.server.context.clock()])
    expect(await certified('officer')).toMatchObject({ valid: true, joint: true })
    await worker().query(insert, [testRegion, 'seconded', 'may', cases.server.context.clock()])
    expect(await certified('officer')).toMatchObject({ joint: false })
  })
})
