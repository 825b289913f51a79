import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuild } from '../acts/index.ts'
import { testCases, type TestCases } from '../cases/test-cases.ts'
import { testRegion } from '../test-server.ts'
import { certificatesAt } from './certificates-at.ts'

/** R34: a certificate's life as acts; what the guards ask is the register's row that they wrote. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

const application = {
  holder: 'elsewhere', category: 'public-institution', fields: ['市场监管'], education: '法学本科', qualification: false, trainingHours: 60, examOn: '2026-02-10', examPassed: true, replaces: true,
}
const card = { number: '14-0299-7001', issuer: '省人民政府', validRegion: '140299', from: '2026-03-02', until: '2031-03-01' }

const applied = async (payload: object = {}): Promise<{ matter: string; answer: { status: number; body: { refusals?: { guard: string }[] } } }> => {
  const matter = cases.fresh('c')
  const officer = await cases.as('elsewhere')
  const answer = await officer.send<{ refusals?: { guard: string }[] }>('POST', '/api/matters', {
    id: matter, procedure: 'certificate', body: 'scjg', unit: 'u2', first: { id: cases.fresh('a'), kind: 'apply-certificate', payload: { ...application, ...payload } },
  })
  return { matter, answer }
}

const issued = async (number: string): Promise<string> => {
  const { matter, answer } = await applied()
  expect(answer.status).toBe(201)
  await cases.must('head', matter, 'approve-application', { opinion: '同意' })
  await cases.must('supervisor', matter, 'pass-examination', { opinion: '符合条件', authority: '省人民政府' })
  await cases.must('supervisor', matter, 'record-issue', { ...card, number })
  return matter
}

const held = async (number: string) => {
  cases.server.forward(1000)
  const rows = await certificatesAt(cases.server.db.pools.worker, testRegion, ['elsewhere'], cases.server.context.clock())
  return rows.find((each) => each.number === number)
}

describe('a certificate', () => {
  it('is in the register once issued, suspended, resumed and ended the same minute', async () => {
    const matter = await issued('7001')
    expect(await held('7001')).toMatchObject({ valid: true, fields: ['市场监管'], until: '2031-03-01T16:00:00.000Z' })
    await cases.must('supervisor', matter, 'suspend-certificate', { ground: 'untrained', reason: '未完成培训', heard: true })
    expect(await held('7001')).toMatchObject({ valid: false })
    await cases.must('supervisor', matter, 'resume-certificate', { reason: '已补训' })
    expect(await held('7001')).toMatchObject({ valid: true })
    await cases.must('supervisor', matter, 'cancel-certificate', { ground: 'retired', eventOn: '2026-03-02' })
    expect(await held('7001')).toMatchObject({ valid: false })
    await cases.must('supervisor', matter, 'return-card', { returnedOn: '2026-03-02' })
    const { documents, procedures } = cases.server.house.acts
    expect(await rebuild({ documents, procedures }, cases.server.db.pools.worker, testRegion, { check: true })).toEqual([])
  })

  it('that was cancelled is refused as ended, not as expired', async () => {
    const lack = async (person: string) => {
      cases.server.forward(1000)
      return (await cases.server.db.pools.worker.query('select lack from faheng.fact_certificates($1, $2, $3)', [testRegion, [person], cases.server.context.clock()])).rows[0]
    }
    const matter = await issued('7005')
    await cases.must('supervisor', matter, 'cancel-certificate', { ground: 'retired', eventOn: '2026-03-02' })
    expect(await lack('elsewhere')).toEqual({ lack: 'ended' })
  })

  it('that replaces another ends it', async () => {
    await issued('7006')
    expect(await held('7006')).toMatchObject({ valid: true })
    await issued('7007')
    expect(await held('7006')).toMatchObject({ valid: false })
    expect(await held('7007')).toMatchObject({ valid: true })
    const { documents, procedures } = cases.server.house.acts
    expect(await rebuild({ documents, procedures }, cases.server.db.pools.worker, testRegion, { check: true })).toEqual([])
  })

  it.each<[string, object, string]>([
    ['an assistant', { category: 'assistant' }, 'category-eligible'],
    ['who failed the exam', { examPassed: false }, 'trained-and-examined'],
    ['who was never trained', { trainingHours: 0 }, 'trained-and-examined'],
  ])('is not applied for by %s', async (_, payload, guard) => {
    const { answer } = await applied(payload)
    expect(answer.status).toBe(409)
    expect(answer.body.refusals?.map((each) => each.guard)).toContain(guard)
  })

  it('of another matter keeps its number', async () => {
    await issued('7002')
    const { matter } = await applied()
    await cases.must('head', matter, 'approve-application', { opinion: '同意' })
    await cases.must('supervisor', matter, 'pass-examination', { opinion: '符合条件', authority: '省人民政府' })
    expect(await cases.act('supervisor', matter, 'record-issue', { ...card, number: '7002' })).toMatchObject({ status: 400, body: { field: '/payload' } })
  })

  it('is listed under the name of its holder', async () => {
    const supervisor = await cases.as('supervisor')
    const { body } = await supervisor.get<{ rows: { procedure: string; parties: string[] }[] }>('/api/matters?procedure=certificate')
    expect(body.rows[0]).toMatchObject({ procedure: 'certificate', parties: [expect.any(String)] })
  })
})
