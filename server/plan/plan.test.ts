import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measures } from '@faheng/law/measures/index.ts'
import { rebuild, recordLapses } from '../acts/index.ts'
import { rebuildFollower } from '../acts/followers.ts'
import { testCases, type TestCases } from '../cases/test-cases.ts'
import { unzip } from '../platform/tables/unzip.ts'
import { testRegion } from '../test-server.ts'
import { planStatus } from './status.ts'
import { readRegisters } from './registers.ts'

/** The plan over a small county whose right answers are known by hand. */

let cases: TestCases
const sql = async (text: string, ...values: unknown[]) => (await cases.server.db.pools.worker.query(text, values)).rows as Record<string, unknown>[]
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

interface Row { number: number; status: string; value?: number; live: boolean }
interface Whole {
  status: string
  indicators: { id: string; value?: number; points: { month: string; part: number; whole: number }[]; breakdown: { by: string; bodies: { body: string; part: number; whole: number }[] }[] }[]
  tasks: { stage: string; overdue: boolean; body: string }[]
}

const today = () => cases.server.now().slice(0, 10)
const read = async () => {
  await cases.server.followed()
  await readRegisters(cases.server.db.pools.worker, testRegion, cases.server.now())
}
const glance = async (person: string, year = 2026) => (await (await cases.as(person)).get<{ of: string; rows: Row[]; indicators: object; states: Record<string, number> }>(`/api/plan?year=${year}`)).body
const measure = async (person: string, number: number) => (await (await cases.as(person)).get<Whole>(`/api/plan/measures/${number}?year=2026`)).body
const ask = async (measureNumber: number, body: string, due: string, demand = '报备年度培训计划') => {
  const matter = cases.fresh('t')
  const answer = await (await cases.as('supervisor')).send<{ refusals?: { guard: string }[] }>('POST', '/api/matters', {
    id: matter, procedure: 'measure-task', body, first: { id: cases.fresh('a'), kind: 'ask-task', payload: { measure: measureNumber, demand, due } },
  })
  return { matter, answer }
}

describe('the plan', () => {
  it('shows fifty measures, and says how many indicators are live', async () => {
    await read()
    const { rows, indicators, of } = await glance('supervisor')
    expect(of).toBe('county')
    expect(rows).toHaveLength(50)
    const all = measures.flatMap((each) => each.indicators)
    expect(indicators).toEqual({ live: all.filter(({ source }) => source === 'live').length, none: all.filter(({ source }) => source === 'none').length })
  })

  it('reads from the registers what stands in them', async () => {
    const certified = (await measure('supervisor', 9)).indicators[0]
    const officers = await sql(`select body, count(distinct person)::int as n from faheng.post where region = $1 and kind = 'officer' group by body order by body`, testRegion)
    expect(certified?.breakdown[0]?.bodies.map(({ body, whole }) => ({ body, n: whole })).sort((a, b) => (a.body < b.body ? -1 : 1))).toEqual(officers)
    const [held] = await sql(`
      select count(distinct c.person)::int as n from faheng.certificate c join faheng.post p on p.region = c.region and p.person = c.person and p.kind = 'officer'
      where c.region = $1 and c.from_at < $2 and $2 <= c.until_at`, testRegion, cases.server.now())
    expect(certified?.points.at(-1)?.part).toBe(held?.['n'])
    expect(certified?.points).toHaveLength(3)
    const reviewers = (await measure('supervisor', 46)).indicators[0]
    expect(reviewers?.points.at(-1)).toMatchObject({ whole: 1 })
  })

  it('counts cases by how they were done, each figure opening into its cases', async () => {
    const matter = await cases.upTo('decided')
    await cases.upTo('filed')
    await read()
    const whole = await measure('supervisor', 13)
    expect(whole.indicators[0]).toMatchObject({ value: 100, points: [{ part: 0 }, { part: 0 }, { month: '2026-03', part: 1, whole: 1 }], breakdown: [{ by: 'body', part: 1, whole: 1, bodies: [{ body: 'scjg', part: 1, whole: 1 }] }] })
    const supervisor = await cases.as('supervisor')
    const behind = await supervisor.get<{ rows: { id: string; kept: boolean; kind: string }[] }>('/api/plan/records?whole=decided&part=decided-sound&year=2026')
    expect(behind.body.rows).toMatchObject([{ id: matter, kind: 'matter', kept: true }])
    const items = await supervisor.get<{ rows: { id: string; kept: boolean }[] }>('/api/plan/records?whole=items&part=items-benchmarked&year=2026')
    expect(items.body.rows).toMatchObject([{ id: 'expired', kept: false }])
  })

  it('is the same from scratch', async () => {
    const figures = async () => [await sql('select * from faheng.measure_figure where value <> 0 order by 1, 2, 3, 4'), await sql('select * from faheng.measure_sum where value <> 0 order by 1, 2, 3')]
    const follower = cases.server.house.followers.find(({ name }) => name === 'measures')
    if (!follower) throw new Error('no follower')
    const before = await figures()
    await rebuildFollower(cases.server.db.pools.worker, follower, testRegion)
    expect(await figures()).toEqual(before)
    expect(before[1]).toEqual(await sql('select region, month, name, sum(value)::bigint as value from faheng.measure_figure group by 1, 2, 3 having sum(value) <> 0 order by 1, 2, 3'))
  })

  it('asks a body, takes its proof, returns it and accepts it, all in the ledger', async () => {
    const { matter, answer } = await ask(16, 'yjj', '2026-07-31')
    expect(answer.status).toBe(201)
    expect((await cases.act('head', matter, 'submit-evidence', { account: '别的单位' })).status).toBe(404)
    await cases.must('strange-head', matter, 'submit-evidence', { account: '已经报备' })
    await cases.must('supervisor', matter, 'return-evidence', { reason: '缺少附件' })
    await cases.must('strange-head', matter, 'submit-evidence', { account: '补充附件' })
    await read()
    expect((await measure('supervisor', 16)).status).toBe('on-course')
    await cases.must('supervisor', matter, 'accept-evidence', { opinion: '属实' })
    await read()
    expect((await measure('supervisor', 16)).status).toBe('done')
    expect((await measure('supervisor', 40)).indicators[0]).toMatchObject({ points: [{}, {}, { whole: 0 }] }) // counted in its month, July
  })

  it('refuses a demand on the number of cases', async () => {
    const { answer } = await ask(16, 'yjj', '2026-07-31', '全年办理行政处罚案件不少于30件')
    expect(answer).toMatchObject({ status: 409, body: { refusals: [{ guard: 'demands-no-volume' }] } })
  })

  it('shows a body its own part only', async () => {
    const own = await glance('strange-head')
    expect(own.of).toBe('bodies')
    expect(own.rows.find(({ number }) => number === 13)).toMatchObject({ status: 'not-measurable' }) // the other body's case
    expect((await measure('strange-head', 16)).tasks).toMatchObject([{ body: 'yjj' }])
    expect((await measure('head', 16)).tasks).toEqual([])
    expect((await (await cases.as('head')).get('/api/plan/bodies/yjj')).status).toBe(404)
    expect((await (await cases.as('strange-head')).get('/api/plan/bodies/yjj')).status).toBe(200)
  })

  it('reminds before the day and escalates after it, day by day', async () => {
    const { matter } = await ask(18, 'yjj', '2026-04-01', '报送政治培训情况')
    const days: string[] = []
    let done = 0
    for (let day = 0; day < 35; day++) {
      const kinds = (await sql(`select kind from faheng.act where region = $1 and matter = $2 and actor = 'system' order by seq`, testRegion, matter)).map((each) => String(each['kind']))
      for (const kind of kinds.slice(done)) days.push(`${today()} ${kind}`)
      done = kinds.length
      cases.later(1)
      await recordLapses(cases.server.house.acts, cases.server.db.pools.worker)
    }
    expect(days).toEqual(['2026-03-23 remind-task', '2026-04-02 escalate-task'])
    await read()
    expect((await measure('supervisor', 18)).status).toBe('overdue')
    expect(await sql(`select act from faheng.waiting where region = $1 and matter = $2 order by act`, testRegion, matter)).toMatchObject([{ act: 'explain-delay' }, { act: 'submit-evidence' }])
    await cases.must('strange-head', matter, 'explain-delay', { reason: '培训推迟' })
    expect((await measure('supervisor', 40)).indicators[0]?.points.at(-1)).toMatchObject({ part: 0, whole: 1 })
  })

  it('asks only what the plan holds, of a body that answers for it', async () => {
    expect((await ask(77, 'yjj', '2026-12-31')).answer).toMatchObject({ status: 409, body: { refusals: [{ guard: 'in-the-plan' }] } })
    expect((await (await cases.as('supervisor')).send('POST', '/api/plan/versions', { id: cases.fresh('v'), measure: 19, change: { bodies: ['scjg'] } })).status).toBe(201)
    expect((await ask(19, 'yjj', '2026-12-31')).answer).toMatchObject({ status: 409, body: { refusals: [{ guard: 'in-the-plan' }] } })
    expect((await ask(19, 'scjg', '2026-12-31')).answer.status).toBe(201)
  })

  it('changes its plan by page and by file, each row that cannot be read named with its column', async () => {
    const supervisor = await cases.as('supervisor')
    const change = (measureNumber: number, content: object) => supervisor.send<{ version?: number; field?: string }>('POST', '/api/plan/versions', { id: cases.fresh('v'), measure: measureNumber, change: content })
    expect((await change(9, { target: 95, yearly: '06-30' })).body).toEqual({ measure: 9, version: 1 })
    expect((await change(22, { target: 10 })).body).toMatchObject({ field: '/change/target' }) // a bare count has no target (R35)
    expect((await change(51, { title: { zh: '办案不少于30件', en: 'x' }, demand: { zh: '办案不少于30件', en: 'x' } })).body).toMatchObject({ field: '/change/demand' })
    expect((await (await cases.as('head')).send('POST', '/api/plan/versions', { id: cases.fresh('v'), measure: 9, change: { target: 1 } })).status).toBe(404)
    const send = (text: string) => supervisor.send<{ changed: number; unchanged: number; refused: { row: number; column: string }[] }>('POST', `/api/plan/import?id=${cases.fresh('i')}`, text, { 'content-type': 'text/csv' })
    const table = '编号,名称,要求,责任单位,每年期限,目标,已确认\n51,县级创新举措,每季度报送一次,市场监管局,,,\n41,,,,,,是\n7,,,nobody,,,\n8,,,,13-40,,\nx,,,,,,\n10,,,,,200,'
    const { body } = await send(table)
    expect(body).toMatchObject({ changed: 2, refused: [{ row: 4, column: '责任单位' }, { row: 5, column: '每年期限' }, { row: 6, column: '编号' }, { row: 7, column: '目标' }] })
    expect((await send(table)).body).toMatchObject({ changed: 0, unchanged: 2 })
    const whole = await supervisor.get<string>('/api/plan/plan.csv')
    expect(whole.body).toContain('测试县市场监督管理局')
    expect((await send(whole.body)).body).toMatchObject({ changed: 0, unchanged: 51, refused: [] })
    const { rows } = await glance('supervisor')
    expect(rows).toHaveLength(51)
    expect(rows.find(({ number }) => number === 41)).toMatchObject({ unconfirmed: false })
    expect((await supervisor.get<{ due: string; versions: object[] }>('/api/plan/measures/9?year=2026')).body).toMatchObject({ due: '2026-06-30', versions: [{ version: 1 }] })
  })

  it('freezes a year as it was reported: the report’s numbers are the page’s, and the public sees confirmed measures alone', async () => {
    const supervisor = await cases.as('supervisor')
    expect((await supervisor.get('/api/public/plan')).status).toBe(404)
    const id = cases.fresh('r')
    expect((await supervisor.send('POST', '/api/plan/reports', { id, year: 2026 })).status).toBe(201)
    expect((await (await cases.as('head')).send('POST', '/api/plan/reports', { id: cases.fresh('r'), year: 2026 })).status).toBe(404)
    expect((await (await cases.as('head')).get(`/api/plan/reports/${id}/report.docx`)).status).toBe(404)
    const page = await glance('supervisor')
    const [kept] = await sql('select content from faheng.plan_report where id = $1', id)
    if (!kept) throw new Error('nothing was kept')
    const { states, rows } = kept['content'] as { states: object; rows: { number: number; status: string; value?: number }[] }
    expect(states).toEqual(page.states)
    expect(rows.map(({ number, status, value }) => [number, status, value])).toEqual(page.rows.map(({ number, status, value }) => [number, status, value]))
    const open = await cases.server.client().get<{ rows: { number: number }[] }>('/api/public/plan')
    expect(open.body.rows.map(({ number }) => number)).not.toContain(42)
    expect(open.body.rows).toHaveLength(42) // forty, the confirmed 41 and the county's own 51
    const file = async (path: string) => Buffer.from(await (await fetch(`${cases.server.url}${path}`, { headers: { cookie: supervisor.cookies() } })).arrayBuffer())
    const parts = unzip(await file(`/api/plan/reports/${id}/report.docx`), () => true)
    const text = parts.get('word/document.xml')?.toString('utf8') ?? ''
    expect(text).toContain('严格规范行政裁量权基准制定')
    for (const { indicators } of (kept['content'] as { rows: { indicators: { figure: string }[] }[] }).rows) for (const { figure } of indicators) expect(text).toContain(figure)
    expect([...parts.keys()].filter((name) => name.endsWith('.png')).length).toBe(text.match(/r:embed=/g)?.length)
    for (const path of [`/api/plan/reports/${id}/summary.pdf`, '/api/public/plan.pdf']) expect((await PDFDocument.load(await file(path))).getPageCount()).toBe(1)
    for (const file of ['report.pdf', 'summary.pdf']) expect((await supervisor.get<string>(`/api/plan/reports/${id}/${file}`)).body.slice(0, 5)).toBe('%PDF-')
    expect((await sql('select count(*)::int as n from faheng.plan_report')).at(0)).toEqual({ n: 1 })
    await expect(sql('delete from faheng.plan_report')).rejects.toThrow(/append-only/)
  })

  it('says the same by command, page and records, and rebuild reproduces it', async () => {
    const status = await planStatus(cases.server.db.pools.worker, testRegion, 2026, today())
    expect((await glance('supervisor')).rows).toEqual(status.rows.map((row) => ({ ...row })))
    const { documents, procedures } = cases.server.house.acts
    expect(await rebuild({ documents, procedures }, cases.server.db.pools.worker, testRegion, { check: true })).toEqual([])
  })
})
