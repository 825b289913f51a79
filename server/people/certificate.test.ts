import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuild } from '../acts/index.ts'
import { testCases, type TestCases } from '../cases/test-cases.ts'
import { testRegion } from '../test-server.ts'
import { certificatesAt } from './certificates-at.ts'
import { examined, taught } from './test-qualified.ts'

/** R34: a certificate's life as acts; what the guards ask is the register's row that they wrote. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
  await taught(cases, 'elsewhere')
  await examined(cases, 'elsewhere', 'winter', 80)
})
afterAll(() => cases.close())

const application = {
  holder: 'elsewhere', category: 'public-institution', fields: ['市场监管'], replaces: true,
}
const card = { number: '14-0299-7001', issuer: '省人民政府', validRegion: '140299', from: '2026-03-02', until: '2031-03-01' }

const long = '2020-01-01T00:00:00.000Z'
const put = (sql: string, ...values: unknown[]) => cases.server.db.pools.worker.query(sql, [testRegion, ...values])

type Answer = { readonly status: number; readonly body: { readonly refusals?: readonly { readonly guard: string; readonly message: { readonly zh: string } }[] } }
const applied = async (payload: object = {}): Promise<{ matter: string; answer: Answer }> => {
  const matter = cases.fresh('c')
  const officer = await cases.as('elsewhere')
  const answer = await officer.send<Answer['body']>('POST', '/api/matters', {
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

  it('is not applied for by an assistant, nor by who is one in the register whatever the form says', async () => {
    const refused = async (payload: object) => (await applied(payload)).answer.body.refusals?.map((each) => each.guard)
    expect(await refused({ category: 'assistant' })).toEqual(['category-eligible'])
    expect(await refused({ category: undefined })).toEqual(['category-eligible'])
    await put(`insert into faheng.person (region, id, name) values ($1, 'helper', '测试辅助')`)
    await put(`insert into faheng.officer_profile (region, person, valid_from, category, recorded, recorded_by) values ($1, 'helper', '2020-01-01', 'contract', $2, 'x')`, long)
    expect(await refused({ holder: 'helper', category: 'civil-servant', replaces: undefined })).toContain('category-eligible')
  })

  it('rests on the hours and the exam of the registers, another body’s too, and on no others', async () => {
    await put(`insert into faheng.person (region, id, name) values ($1, 'fresh', '测试新人')`)
    await put(`insert into faheng.officer_profile (region, person, valid_from, category, recorded, recorded_by) values ($1, 'fresh', '2020-01-01', 'civil-servant', $2, 'x')`, long)
    const tried = async () => (await applied({ holder: 'fresh', category: undefined, replaces: undefined })).answer
    const reason = async () => (await tried()).body.refusals?.find(({ guard }) => guard === 'trained-and-examined')?.message.zh
    expect(await reason()).toBe('资格培训 0 学时，应当不少于 60 学时；没有合格的资格考试成绩。')
    await taught(cases, 'fresh')
    expect(await reason()).toBe('没有合格的资格考试成绩。')
    await examined(cases, 'fresh', 'quiz', 95, false)
    await examined(cases, 'fresh', 'first-try', 59)
    expect(await reason()).toBe('2026-02-10 的资格考试未合格。')
    await examined(cases, 'fresh', 'second-try', 60)
    const answer = await tried()
    expect(answer.status).toBe(201)
    const { rows: [row] } = await cases.server.db.pools.worker.query(`select state from faheng.matter_state where region = $1 and state ->> 'holder' = 'fresh'`, [testRegion])
    expect(row.state).toMatchObject({ category: 'civil-servant', trained: { hours: 64, examOn: '2026-02-10', exam: 'second-try' } })
    const { rows: [{ matter }] } = await cases.server.db.pools.worker.query(`select matter from faheng.matter_state where region = $1 and state ->> 'holder' = 'fresh'`, [testRegion])
    const proposal = await cases.proposal('head', matter, 'approve-application')
    // A credit struck since counts no more when the body checks.
    await put(`insert into faheng.training_entry (region, id, person, course, kind, struck, at, recorded, recorded_by) values ($1, 'f2', 'fresh', 'basics', 'struck', 'taught-fresh', '2026-03-02', '2026-03-02', 'x')`)
    expect(await cases.act('head', matter, 'approve-application', { proposal, opinion: '同意' })).toMatchObject({ status: 409, body: { refusals: [{ guard: 'trained-and-examined' }] } })
  })

  it('has its training and exams in the holder’s life, for whoever may know them', async () => {
    const timeline = async (as: string) => (await (await cases.as(as)).get<{ timeline: { on: string; kind: string; what: { zh: string } }[] }>('/api/people/fresh')).body.timeline.map(({ what }) => what.zh)
    await put(`insert into faheng.training_entry (region, id, person, course, kind, at, recorded, recorded_by) values ($1, 'f3', 'fresh', 'basics', 'finished', '2026-03-01', '2026-03-01', 'x')`)
    expect(await timeline('supervisor')).toEqual(expect.arrayContaining(['培训《资格培训》64 学时', '资格考试《考试》：60／100 分，合格', '资格考试《考试》：59／100 分，不合格', '考试《考试》：95／100 分，合格']))
    expect(await timeline('second')).not.toContain('培训《资格培训》64 学时')
  })

  it('is verified for a year whose hours are there, or not passed', async () => {
    const matter = await issued('7008')
    expect((await cases.act('supervisor', matter, 'verify-yearly', { year: 2025, passed: true })).body.refusals?.map(({ guard }) => guard)).toEqual(['trained-of-year'])
    await put(`insert into faheng.training_entry (region, id, person, course, kind, at, year, hours, reason, recorded, recorded_by) values ($1, 'x1', 'elsewhere', '', 'exempted', '2026-03-01', 2025, 60, '产假', '2026-03-01', 'x')`)
    await cases.must('supervisor', matter, 'verify-yearly', { year: 2025, passed: true })
    await cases.must('supervisor', matter, 'verify-yearly')
  })

  it('with a number that fits no pattern is recorded as the card says, and marked', async () => {
    await put(`insert into faheng.body_setting (region, body, name, value, valid_from, recorded) values ($1, 'scjg', 'certificateNumber', '"14-####"', '2020-01-01', $2)`, long)
    const marks = async (matter: string) => (await cases.server.db.pools.worker.query(`select state -> 'findings' as findings from faheng.matter_state where region = $1 and matter = $2`, [testRegion, matter])).rows[0].findings
    expect(JSON.stringify(await marks(await issued('O4-7009')))).toContain('number-fits')
    expect(JSON.stringify(await marks(await issued('14-7009')))).not.toContain('number-fits')
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
