import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCases, type TestCases } from '../cases/test-cases.ts'
import { testRegion } from '../test-server.ts'

/** The lead body asks the year: for what the system cannot compute, every body once. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

// Signed in anew each time: days pass, and a session does not outlive them.
const supervisor = () => cases.as('supervisor')
interface BodyPage { rows: { number: number; due: string; demand: object; unasked: boolean; near: boolean }[]; tasks: { measure: number; due: string; matter: string }[] }
const today = () => cases.server.now().slice(0, 10)
const unasked = async () => (await (await supervisor()).get<{ rows: { measure: number; due: string; bodies: number }[] }>('/api/plan/unasked?year=2026')).body.rows
const pressing = async () => (await (await supervisor()).get<{ pressing: number[] }>('/api/plan?year=2026')).body.pressing
const bodyPage = async (person: string, body: string) => (await (await cases.as(person)).get<BodyPage>(`/api/plan/bodies/${body}?year=2026`)).body
const askAll = async (measure: number) => (await supervisor()).send<{ asked: number }>('POST', '/api/plan/ask-year', { year: 2026, measure })
const change = async (measure: number, yearly: string) => (await supervisor()).send('POST', '/api/plan/versions', { id: cases.fresh('v'), measure, change: { yearly } })

it('reminds the lead body of what nobody was asked ten days before its day, and the body of what may come', async () => {
  await change(18, '04-20')
  while (today() < '2026-04-09') cases.later(1)
  expect(await pressing()).not.toContain(18)
  expect((await bodyPage('strange-head', 'yjj')).rows.find(({ number }) => number === 18)).toMatchObject({ unasked: true, near: false, due: '2026-04-20' })
  cases.later(2)
  expect(await pressing()).toContain(18)
  expect((await bodyPage('strange-head', 'yjj')).rows.find(({ number }) => number === 18)).toMatchObject({ unasked: true, near: true })
  expect((await (await cases.as('head')).get<{ pressing: number[] }>('/api/plan?year=2026')).body.pressing).toEqual([])
})

it('asks every body once, whatever is sent again, and again only after a task was withdrawn', async () => {
  const [first] = (await unasked()).filter(({ measure }) => measure === 18)
  expect((await (await cases.as('head')).send('POST', '/api/plan/ask-year', { year: 2026, measure: 18 })).status).toBe(404)
  expect((await askAll(18)).body).toEqual({ asked: first?.bodies })
  const tasks = async () => (await cases.server.db.pools.worker.query(`select count(*)::int as n from faheng.act where region = $1 and kind = 'ask-task'`, [testRegion])).rows as { n: number }[]
  expect((await askAll(18)).status).toBe(200) // before the follower has seen it
  expect(await tasks()).toEqual([{ n: first?.bodies }])
  await cases.server.followed()
  expect((await unasked()).some(({ measure }) => measure === 18)).toBe(false)
  expect((await askAll(18)).body).toEqual({ asked: 0 })
  expect(await pressing()).not.toContain(18)

  const page = await bodyPage('strange-head', 'yjj')
  const task = page.tasks.find(({ measure }) => measure === 18)
  expect(page.rows.find(({ number }) => number === 18)).toMatchObject({ unasked: false })
  await cases.must('supervisor', task?.matter ?? '', 'withdraw-task', { reason: '布置有误' })
  await cases.server.followed()
  expect((await askAll(18)).body).toEqual({ asked: 1 })
  expect(await tasks()).toEqual([{ n: (first?.bodies ?? 0) + 1 }])
})

it('shows the proof with its records, what became of it, and bodies beside each other', async () => {
  await cases.server.followed()
  const matter = (await bodyPage('strange-head', 'yjj')).tasks.filter(({ measure }) => measure === 18).at(-1)?.matter ?? ''
  await cases.must('strange-head', matter, 'submit-evidence', { account: '已经指导', records: [matter] })
  await cases.must('supervisor', matter, 'return-evidence', { reason: '缺少附件' })
  await cases.must('strange-head', matter, 'submit-evidence', { account: '补充' })
  await cases.must('supervisor', matter, 'accept-evidence', { opinion: '属实' })
  await cases.server.followed()
  const { body } = await (await supervisor()).get<{ evidence: { kind: string; matter: string; records: { id: string }[] }[]; indicators: { breakdown: { bodies: { body: string; part: number; whole: number }[] }[] }[] }>('/api/plan/measures/18?year=2026')
  const own = body.evidence.filter((each) => each.matter === matter)
  expect(own.map(({ kind }) => kind)).toEqual(['accept-evidence', 'submit-evidence', 'return-evidence', 'submit-evidence', 'ask-task'])
  expect(own[3]?.records).toMatchObject([{ id: matter }])
  expect(body.indicators[0]?.breakdown.flatMap(({ bodies }) => bodies)).toEqual(expect.arrayContaining([expect.objectContaining({ body: 'yjj', part: 1, whole: 1 }), expect.objectContaining({ body: 'scjg', part: 0, whole: 1 })]))
})

it('says of a reported year what stands otherwise since', async () => {
  const page = async () => (await supervisor()).get<{ reported: { id: string; differs: number[] } | null }>('/api/plan?year=2026')
  expect((await page()).body.reported).toBeNull()
  const id = cases.fresh('r')
  await (await supervisor()).send('POST', '/api/plan/reports', { id, year: 2026 })
  expect((await page()).body.reported).toMatchObject({ id, differs: [] })
  await askAll(19)
  await cases.server.followed()
  expect((await page()).body.reported).toMatchObject({ id, differs: [19] })
  expect((await (await cases.as('head')).get<{ reported: object | null }>('/api/plan?year=2026')).body.reported).toBeNull()
})
