import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { instantAt, msOf } from '@faheng/law/time/day.ts'
import { verify } from '../acts/index.ts'
import { connected } from '../platform/database/connected.ts'
import { diskStore } from '../platform/files/store.ts'
import { openLedgerKey } from '../platform/ledger/key.ts'
import { findLog } from '../platform/ledger/log.ts'
import { verifierKey } from '../platform/ledger/verifier-key.ts'
import { testRegion, testServer, type TestClient, type TestServer } from '../test-server.ts'
import { paperOf } from './set-exam.ts'

let server: TestServer
const who: Record<string, TestClient> = {}
beforeAll(async () => {
  server = await testServer()
  for (const name of ['supervisor', 'officer', 'unit-head', 'legal-reviewer', 'head', 'receiving-clerk']) who[name] = await server.as(name)
  const lines = Array.from({ length: 40 }, (_, i) => `${i + 1}\t第${i}题，依据《行政处罚法》第${i % 5 + 40}条（）。\t正确答案：${'ABCD'[i % 4]}\tA.甲${i}\tB.乙${i}C.丙${i}\tD.丁${i}`)
  await as('supervisor', 'POST', '/api/exams/questions/import?id=bank&name=x.txt', Buffer.from(lines.join('\n')), { 'content-type': 'application/octet-stream' })
  await as('supervisor', 'POST', '/api/exams/questions', { id: 'case', kind: 'case', field: '办案', difficulty: 3, stem: '某店售卖过期食品，如何处理？', options: [], answer: '', guide: '立案。' })
})
afterAll(() => server.close())

const as = <T = Record<string, unknown>>(name: string, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  (who[name] as TestClient).send<T>(method, path, body, headers)
const later = (minutes: number) => instantAt(msOf(server.now()) + minutes * 60_000)
const setting = (id: string, more: object = {}) => ({
  id, title: '执法资格考试', opens: later(0), closes: later(120), minutes: 60, pass: 6, examinees: ['officer', 'unit-head', 'head'], markers: ['legal-reviewer', 'receiving-clerk'], arbiter: 'supervisor',
  blueprint: { sections: [{ kind: 'single', count: 8, points: 1, fields: [], difficulty: {} }, { kind: 'case', count: 1, points: 10, fields: [], difficulty: {} }], compulsory: [{ statute: '行政处罚法', article: 42 }] }, ...more,
})
interface Paper { started: string; ends: string; submitted: string | null; questions: { question: string; kind: string; options: { key: string }[]; given: unknown }[] }
const paper = async (name: string, exam: string) => (await as<Paper>(name, 'GET', `/api/exams/${exam}/paper`)).body
const give = (name: string, exam: string, id: string, question: string, given: unknown) => as(name, 'POST', `/api/exams/${exam}/answers`, { id, question, given })

it('is set by the bureau alone, and only if the bank can fill it and cases have their markers', async () => {
  expect((await as('officer', 'POST', '/api/exams', setting('e-0'))).status).toBe(404)
  const section = (more: object) => ({ blueprint: { sections: [{ kind: 'single', count: 8, points: 1, fields: [], difficulty: {}, ...more }], compulsory: [] } })
  expect(await as('supervisor', 'POST', '/api/exams', setting('e-1', section({ count: 41 })))).toMatchObject({ status: 400, body: { field: '/blueprint' } })
  expect(await as('supervisor', 'POST', '/api/exams', setting('e-2', { arbiter: 'receiving-clerk' }))).toMatchObject({ status: 400, body: { field: '/markers' } })
  expect(await as('supervisor', 'POST', '/api/exams', setting('e-3', { markers: ['officer', 'receiving-clerk'] }))).toMatchObject({ status: 400, body: { field: '/markers' } })
  expect(await as('supervisor', 'POST', '/api/exams', setting('e-4', { examinees: ['nobody'] }))).toMatchObject({ status: 400, body: { field: '/examinees' } })
})

it('is sat by everybody who enforces for a body, however many they are', async () => {
  await server.db.pools.worker.query(`insert into faheng.person (region, id, name) select $1, 'many-' || i, '众' || i from generate_series(1, 120) i`, [testRegion])
  await server.db.pools.worker.query(`insert into faheng.post (region, id, person, kind, body, unit, from_at, recorded) select $1, 'many-' || i, 'many-' || i, 'officer', 'scjg', 'u1', '2026-01-01', '2026-01-01' from generate_series(1, 120) i`, [testRegion])
  const blueprint = { sections: [{ kind: 'single', count: 2, points: 5, fields: [], difficulty: {} }], compulsory: [] }
  expect(await as('supervisor', 'POST', '/api/exams', setting('e-none', { blueprint, examinees: [] }))).toMatchObject({ status: 400, body: { field: '/examinees' } })
  expect(await as('supervisor', 'POST', '/api/exams', setting('e-where', { blueprint, bodies: ['nowhere'] }))).toMatchObject({ status: 400, body: { field: '/bodies' } })
  expect((await as('supervisor', 'POST', '/api/exams', setting('e-all', { blueprint, examinees: ['head'], bodies: ['scjg'], opens: later(600), closes: later(700) }))).status).toBe(201)
  const { entries } = (await as<{ entries: { person: string }[] }>('supervisor', 'GET', '/api/exams/e-all/results')).body
  expect(entries.map(({ person }) => person)).toEqual(expect.arrayContaining(['head', 'officer', 'unit-head', 'many-1', 'many-120']))
})

it('runs from the paper to the sealed result: interrupted, late, marked blind, analysed, drawn again from its seed', async () => {
  expect((await as('supervisor', 'POST', '/api/exams', setting('exam'))).status).toBe(201)
  expect((await as('supervisor', 'POST', '/api/exams', setting('exam'))).status).toBe(200)
  expect((await as('officer', 'GET', '/api/exams/exam/paper')).status).toBe(404)
  expect((await as('legal-reviewer', 'POST', '/api/exams/exam/begin', { id: 'b-x' })).status).toBe(404)
  for (const name of ['officer', 'unit-head']) expect((await as(name, 'POST', '/api/exams/exam/begin', { id: `b-${name}` })).status).toBe(201)

  const mine = await paper('officer', 'exam')
  const [first, second] = mine.questions
  const essay = mine.questions.find(({ kind }) => kind === 'case')
  expect(mine.questions).toHaveLength(9)
  expect(JSON.stringify(mine)).not.toContain('answer')
  expect(mine.questions.map(({ question }) => question)).not.toEqual((await paper('unit-head', 'exam')).questions.map(({ question }) => question))

  // Every answer as given; the same twice is one; the last counts.
  expect((await give('officer', 'exam', 'a-1', first?.question ?? '', ['A'])).status).toBe(200)
  expect((await give('officer', 'exam', 'a-1', first?.question ?? '', ['A'])).status).toBe(200)
  expect(await give('officer', 'exam', 'a-1', first?.question ?? '', ['B'])).toMatchObject({ status: 409, body: { code: 'id-reused' } })
  expect((await give('officer', 'exam', 'a-2', 'q-foreign', ['B'])).status).toBe(404)
  expect((await give('unit-head', 'exam', 'u-1', essay?.question ?? '', '立案调查，告知后决定。')).status).toBe(200)
  expect((await give('officer', 'exam', 'a-3', essay?.question ?? '', '应当立案。')).status).toBe(200)
  expect((await as('officer', 'POST', '/api/exams/exam/events', { id: 'v-1', kind: 'left' })).status).toBe(200)

  // Another machine: the same paper, the same end, all that was given.
  server.forward(10 * 60_000)
  who['officer'] = await server.as('officer')
  const resumed = await paper('officer', 'exam')
  expect([resumed.ends, resumed.questions.map(({ question }) => question)]).toEqual([mine.ends, mine.questions.map(({ question }) => question)])
  expect(resumed.questions[0]?.given).toEqual(['A'])
  const right = await keys()
  for (const [i, each] of resumed.questions.entries()) if (each.kind !== 'case') await give('officer', 'exam', `f-${i}`, each.question, right.get(each.question))
  expect((await as('officer', 'POST', '/api/exams/exam/submit', { id: 's-1' })).status).toBe(201)
  expect(await give('officer', 'exam', 'a-9', second?.question ?? '', ['A'])).toMatchObject({ status: 400, body: { message: { zh: '已经交卷，此答案不计' } } })

  // The other lets his time run out.
  server.forward(51 * 60_000)
  for (const name of ['supervisor', 'officer', 'unit-head', 'legal-reviewer', 'receiving-clerk']) who[name] = await server.as(name)
  expect(await give('unit-head', 'exam', 'u-2', essay?.question ?? '', '晚了')).toMatchObject({ status: 400, body: { message: { zh: '考试时间已到，此答案不计' } } })
  expect((await give('unit-head', 'exam', 'u-1', essay?.question ?? '', '立案调查，告知后决定。')).status).toBe(200)
  await server.house.lookAfter()
  expect((await as('officer', 'GET', '/api/exams/exam/review')).status).toBe(404) // not before it is closed for all

  // Two markers apart, the third decides; two together, their mean.
  interface Next { left: number; next: { script: string; question: string; given: string; third: boolean } | null }
  const next = async (name: string) => (await as<Next>(name, 'GET', '/api/exams/exam/marking')).body
  expect((await as('officer', 'GET', '/api/exams/exam/marking')).status).toBe(404)
  expect((await next('supervisor')).next).toBeNull()
  for (const name of ['legal-reviewer', 'receiving-clerk'])
    for (let n = 0; n < 2; n++) {
      const { next: todo } = await next(name)
      expect(todo).not.toHaveProperty('person')
      const points = todo?.given === '应当立案。' ? (name === 'legal-reviewer' ? 3 : 9) : 8
      expect((await as(name, 'POST', '/api/exams/exam/marks', { id: `m-${name}-${n}`, script: todo?.script, question: todo?.question, points, note: '' })).status).toBe(201)
    }
  expect((await next('legal-reviewer')).left).toBe(0)
  const { next: third } = await next('supervisor')
  expect(third).toMatchObject({ given: '应当立案。', third: true })
  expect((await as('supervisor', 'POST', '/api/exams/exam/marks', { id: 'm-3', script: third?.script, question: third?.question, points: 7, note: '要点不全' })).status).toBe(201)

  server.forward(60 * 60_000)
  for (const name of ['supervisor', 'officer']) who[name] = await server.as(name)
  expect((await as('officer', 'GET', '/api/exams/exam/review')).body).toMatchObject({ objective: 8, total: 15, sealed: true })
  const results = (await as<{ seed: string; entries: { person: string; total: number | null; byTime: boolean; left: number }[]; items: unknown[] }>('supervisor', 'GET', '/api/exams/exam/results')).body
  expect(results.entries.find(({ person }) => person === 'officer')).toMatchObject({ total: 15, byTime: false, left: 1 })
  expect(results.entries.find(({ person }) => person === 'unit-head')).toMatchObject({ total: 8, byTime: true })
  expect(results.entries.find(({ person }) => person === 'head')).toMatchObject({ total: null })
  expect(results.items.length).toBeGreaterThan(8)

  // Whoever has the seed draws the same paper.
  const { rows: [drawn] } = await server.db.pools.worker.query(`select s.pool, x.blueprint from faheng.exam_seed s join faheng.exam x on x.region = s.region and x.id = s.exam where s.exam = 'exam'`)
  expect(paperOf({ seed: results.seed, exam: 'exam', blueprint: drawn.blueprint, pool: drawn.pool }, 'officer').map(({ question }) => question)).toEqual(mine.questions.map(({ question }) => question))
})

it('stands in the ledger once, and an altered answer is found', async () => {
  await server.house.lookAfter()
  const worker = server.db.pools.worker
  const leaves = async () => (await worker.query('select kind, subject_id as id from faheng.ledger_leaf order by position')).rows
  expect(await leaves()).toEqual([{ kind: 'seed', id: 'e-all' }, { kind: 'seed', id: 'exam' }, { kind: 'paper', id: 'exam.officer' }, { kind: 'paper', id: 'exam.unit-head' }])
  expect(await checkLedger()).toMatchObject({ ok: true })
  await connected({ ...server.db.database.connection('admin'), database: server.db.name }, async (client) => {
    await expect(client.query(`update faheng.sealed set at = at`)).rejects.toThrow(/append-only/)
    await expect(client.query(`delete from faheng.exam_answer`)).rejects.toThrow(/append-only/)
    await client.query('alter table faheng.sealed disable trigger append_only')
    await client.query(`update faheng.sealed set fields = jsonb_set(fields, '{objective}', '99') where id = 'exam.officer'`)
  })
  expect(await checkLedger()).toMatchObject({ ok: false, fault: { id: 'exam.officer', field: 'objective' } })
})

const keys = async (): Promise<Map<string, string[]>> =>
  new Map((await server.db.pools.worker.query<{ question: string; answer: string[] }>('select question, answer from faheng.exam_key where region = $1', [testRegion])).rows.map(({ question, answer }) => [question, answer]))

async function checkLedger() {
  const { dataDir } = server.context
  const key = await openLedgerKey(join(dataDir, 'keys'), {})
  const client = await server.db.pools.worker.connect()
  const log = await findLog(client, testRegion).finally(() => client.release())
  return verify({ acts: server.house.acts, pool: server.db.pools.worker, store: diskStore(join(dataDir, 'files')), trusted: [verifierKey(log?.origin ?? '', key)] }, testRegion)
}
