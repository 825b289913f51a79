import { existsSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '../platform/database/run.ts'
import { testRegion, testServer, type TestClient, type TestServer } from '../test-server.ts'
import { setAsideQuestions } from './set-aside.ts'

let server: TestServer
let bureau: TestClient
beforeAll(async () => {
  server = await testServer()
  bureau = await server.as('supervisor')
})
afterAll(() => server.close())

const send = (id: string, name: string, file: Uint8Array) =>
  bureau.send(`POST`, `/api/exams/questions/import?id=${id}&name=${encodeURIComponent(name)}&asOf=2021-01-01`, file, { 'content-type': 'application/octet-stream' })
const bank = iconv.encode([
  '1\t依据《行政处罚法》第四十二条，执法人员不得少于（）人。\t正确答案：B\tA.一\tB．二C：三\tD:四',
  '2\t听证由行政机关组织。\t正确答案：A\tA：对\tB：错',
  '3\t听证由行政机关组织。\t正确答案：A\tA：对\tB：错',
  '4\t没有答案',
].join('\r\n'), 'gbk')

it('imports a bank once, says what it refused, and shows keys to the bureau alone', async () => {
  const first = await send('i-1', '题库.txt', bank)
  expect(first).toMatchObject({ status: 201, body: { records: 4, accepted: 2, added: 2, unchanged: 0, duplicates: [{ line: 3, of: 2 }], refused: [{ line: 4 }] } })
  expect(await send('i-1', '题库.txt', bank)).toMatchObject({ status: 200, body: first.body })
  expect(await send('i-2', '题库.txt', bank)).toMatchObject({ status: 201, body: { added: 0, unchanged: 2 } })
  expect(await send('i-4', '另一题库.txt', Buffer.from('9\t听证由行政机关组织。\t正确答案：B\tA：对\tB：错'))).toMatchObject({ status: 201, body: { accepted: 0, refused: [{ line: 1, reason: { zh: '题库中已有此题而答案不同' } }] } })
  const { body } = await bureau.get<{ rows: { stem: string; answer: string[]; references: { zh: string }[] }[] }>('/api/exams/questions?kind=single')
  expect(body.rows).toMatchObject([{ answer: ['B'], references: [{ zh: '《行政处罚法》第四十二条' }] }])
  const officer = await server.as('officer')
  expect((await officer.get('/api/exams/questions')).status).toBe(404)
  expect((await officer.send('POST', '/api/exams/questions/import?id=x&name=x', bank, { 'content-type': 'application/octet-stream' })).status).toBe(404)
  expect(await send('i-3', '图.pdf', Buffer.from('%PDF-1.7'))).toMatchObject({ status: 400, body: { field: '/file' } })
})

it('sets aside what rests on a changed article until it was reviewed', async () => {
  await server.db.pools.worker.query(`insert into faheng.statute_change (region, id, statute, from_version, to_version, effective, articles, recorded)
    values ($1, 'c-1', '行政处罚法', '2017', '2021', '2021-07-15', '[{"article":42,"kind":"changed"}]', '2021-02-01')`, [testRegion])
  const aside = () => inTransaction(server.db.pools.worker, (client) => setAsideQuestions(client, testRegion, server.now()))
  expect([await aside(), await aside()]).toEqual([1, 0])
  expect((await bureau.get('/api/exams/bank')).body).toMatchObject({ setAside: 1, ready: [{ kind: 'judge', count: 1 }] })
  const { body } = await bureau.get<{ rows: { id: string; change: string }[] }>('/api/exams/questions?status=set-aside')
  expect(body.rows).toMatchObject([{ change: 'c-1' }])
  const review = (outcome: string) => bureau.send('POST', `/api/exams/questions/${body.rows[0]?.id}/review`, { id: `r-${outcome}`, outcome, note: '条文未变', difficulty: 1 })
  expect((await review('kept')).status).toBe(201)
  expect(await aside()).toBe(0)
  expect((await bureau.get('/api/exams/bank')).body).toMatchObject({ setAside: 0, withdrawn: 0 })
  expect((await review('withdrawn')).status).toBe(201)
  expect((await bureau.get('/api/exams/bank')).body).toMatchObject({ withdrawn: 1 })
})

it('takes a question written at the desk, if its key fits', async () => {
  const ask = (id: string, more: object) => bureau.send('POST', '/api/exams/questions', { id, kind: 'case', field: '办案', difficulty: 3, stem: '某店售卖过期食品，如何处理？', options: [], answer: '', guide: '立案、调查、告知、决定。', ...more })
  expect((await ask('n-1', {})).status).toBe(201)
  expect((await ask('n-2', {})).status).toBe(400)
  expect(await ask('n-3', { kind: 'multiple', stem: '应当告知（）。', options: ['事实', '理由', '依据'], answer: 'AC' })).toMatchObject({ status: 201 })
  expect(await ask('n-4', { kind: 'single', stem: '应当告知什么（）。', options: ['事实', '理由'], answer: 'C' })).toMatchObject({ status: 400, body: { field: '/answer' } })
})

it('corrects a question by another in its place, twice, and keeps the wrong one as papers asked it', async () => {
  const ask = (id: string, answer: string, more: object = {}) => bureau.send<{ question: string }>('POST', '/api/exams/questions', { id, kind: 'single', field: '办案', difficulty: 2, stem: '听证应当由谁提出（）。', options: ['当事人', '机关'], answer, guide: '', ...more })
  const wrong = (await ask('c-1', 'B')).body.question
  expect((await ask('c-2', 'A')).status).toBe(400)
  const right = await ask('c-3', 'A', { replaces: { question: wrong, reason: '答案有误' } })
  expect(right.status).toBe(201)
  expect((await ask('c-4', 'A', { replaces: { question: wrong, reason: '再改' } })).status).toBe(404)
  const again = await ask('c-5', 'A', { guide: '第六十三条', replaces: { question: right.body.question, reason: '补充解析' } })
  expect(again.status).toBe(201)
  const { body } = await bureau.get<{ rows: { id: string; status: string; answer: string[] }[] }>(`/api/exams/questions?q=${encodeURIComponent('听证应当由谁提出')}`)
  const found = new Map(body.rows.map((each) => [each.id, each]))
  expect(found.size).toBe(3)
  expect(found.get(wrong)).toMatchObject({ status: 'withdrawn', answer: ['B'] })
  expect(found.get(right.body.question)).toMatchObject({ status: 'withdrawn', answer: ['A'] })
  expect(found.get(again.body.question)).toMatchObject({ status: 'ready', answer: ['A'] })
})

const folder = ['../../../shared/data/exam/', '../../../../shared/data/exam/'].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url))

it.skipIf(!folder)('imports the real bank of ../shared, and finds there already what its Word document holds, but one it cuts short (skipped where that folder is absent)', async () => {
  const file = (name: string) => readFileSync(new URL(name, folder))
  expect((await send('real-1', 'single-choice-gbk.txt', file('single-choice-gbk.txt'))).body).toMatchObject({ accepted: 727, added: 727, duplicates: [], refused: [] })
  expect((await send('real-2', 'true-false-gbk.txt', file('true-false-gbk.txt'))).body).toMatchObject({ accepted: 999, duplicates: [{}], refused: [] })
  expect((await send('real-3', 'single-choice.docx', file('single-choice.docx'))).body).toMatchObject({ records: 727, accepted: 727, refused: [], unchanged: 726, added: 1 })
})
