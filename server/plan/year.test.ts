import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordLapses } from '../acts/index.ts'
import { testCases, type TestCases } from '../cases/test-cases.ts'
import { testRegion } from '../test-server.ts'
import { readRegisters } from './registers.ts'

/** A quarterly demand of the county's own, a whole year day by day: what is asked, reminded, escalated, sent and accepted, and how the measure stands by rule. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

const today = () => cases.server.now().slice(0, 10)
const measure = async () => {
  await cases.server.followed()
  return (await (await cases.as('supervisor')).get<{ status: string; dues: string[]; rule: { zh: string } }>('/api/plan/measures/51?year=2026')).body
}

it('passes a year', { timeout: 120_000 }, async () => {
  const { worker } = cases.server.db.pools
  const supervisor = await cases.as('supervisor')
  const title = { zh: '县级创新举措', en: 'A measure of the county' }
  expect((await supervisor.send('POST', '/api/plan/versions', { id: cases.fresh('v'), measure: 51, change: { title, demand: title, period: 'quarter' } })).status).toBe(201)
  const { dues } = await measure()
  expect(dues).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'])

  const quarters: string[] = []
  for (const due of dues) {
    const matter = cases.fresh('t')
    quarters.push(matter)
    const { status } = await supervisor.send('POST', '/api/matters', { id: matter, procedure: 'measure-task', body: 'yjj', first: { id: cases.fresh('a'), kind: 'ask-task', payload: { measure: 51, demand: '报送本季度情况', due } } })
    expect(status).toBe(201)
  }

  // What a person does on a day; the rest of the year is what time does.
  const told: Record<string, () => Promise<unknown>> = {
    '2026-06-15': () => cases.must('strange-head', quarters[1] ?? '', 'submit-evidence', { account: '第二季度已经完成' }),
    '2026-06-20': () => cases.must('supervisor', quarters[1] ?? '', 'accept-evidence', { opinion: '属实' }),
    '2026-07-10': () => cases.must('strange-head', quarters[0] ?? '', 'explain-delay', { reason: '人员调整' }),
    '2026-07-11': () => cases.must('strange-head', quarters[0] ?? '', 'submit-evidence', { account: '第一季度补报' }),
    '2026-07-12': () => cases.must('supervisor', quarters[0] ?? '', 'accept-evidence', { opinion: '属实' }),
  }
  const seen: string[] = []
  const standings: string[] = []
  let last = 0
  while (today() < '2027-01-03') {
    await recordLapses(cases.server.house.acts, worker)
    const { rows } = await worker.query<{ kind: string; matter: string }>(`select a.kind, a.matter from faheng.act a where a.region = $1 and a.actor = 'system' and a.matter = any ($2) order by a.recorded, a.matter`, [testRegion, quarters])
    for (const { kind, matter } of rows.slice(last)) seen.push(`${today()} ${kind} Q${quarters.indexOf(matter) + 1}`)
    last = rows.length
    await told[today()]?.()
    if (['2026-03-10', '2026-04-02', '2026-07-13', '2026-10-02', '2027-01-02'].includes(today())) standings.push(`${today()} ${(await measure()).status}`)
    if (today().endsWith('-01')) await readRegisters(worker, testRegion, cases.server.now())
    cases.later(1)
  }
  expect(seen).toEqual([
    '2026-03-22 remind-task Q1', '2026-04-01 escalate-task Q1', '2026-09-21 remind-task Q3', '2026-10-01 escalate-task Q3', '2026-12-22 remind-task Q4', '2027-01-01 escalate-task Q4',
  ]) // the second was sent before its reminder
  expect(standings).toEqual(['2026-03-10 at-risk', '2026-04-02 overdue', '2026-07-13 on-course', '2026-10-02 overdue', '2027-01-02 overdue'])
  expect((await worker.query(`select act from faheng.waiting where region = $1 and matter = any ($2) order by act, matter`, [testRegion, quarters])).rows.map(({ act }: { act: string }) => act))
    .toEqual(['explain-delay', 'explain-delay', 'submit-evidence', 'submit-evidence'])
  // Every month of the year was closed once.
  const closed = await worker.query(`select count(*)::int as n from faheng.measure_month where region = $1 and month like '2026-%' and read >= (month || '-01')::date + interval '1 month' - interval '8 hours'`, [testRegion])
  expect(closed.rows).toEqual([{ n: 12 }])
})
