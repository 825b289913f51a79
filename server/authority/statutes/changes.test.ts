import { afterAll, beforeAll, expect, it } from 'vitest'
import { testRegion, testServer, type TestServer } from '../../test-server.ts'
import { registers } from '../registers/index.ts'
import { registerRows } from '../registers/register-file.ts'
import { importStatutes } from './import.ts'
import { importRepeals, readRepeals } from './repeals.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await put('item-version', [item('second', 2), item('third', 3), item('other', 2, '别的法')])
  await put('benchmark', [{ benchmark: 'second.light', item: 'second', body: 'scjg', tier: '较轻', circumstances: '初次', validFrom: '2020-01-01' }])
})
afterAll(() => server.close())

async function put(kind: string, values: readonly unknown[]) {
  const register = registers.find((each) => each.kind === kind)
  if (register === undefined) throw new Error(kind)
  expect((await registerRows(server.db.pools.worker, testRegion, register, values.map((value, i) => ({ row: i + 1, value })), server.now())).refused).toEqual([])
}
const item = (id: string, article: number, statute = '样例法') => ({
  item: id, body: 'scjg', title: id, bases: [{ citation: { statute, article }, text: '' }], kinds: ['fine'], validFrom: '2020-01-01' })
const text = (day: string, second: string, inForce: string) => ({
  path: `样例法_${day}.txt`, text: `中华人民共和国样例法\n第一条　制定本法。\n第二条　${second}\n第三条　不变的一条。\n第四条　本法自${inForce}起施行。` })
const load = (...files: { path: string; text: string }[]) =>
  importStatutes(server.db.pools.worker, testRegion, { files, statuses: new Map() }, { at: server.now() })

it('sends what rests on a changed article to its body, once, and nothing else', async () => {
  expect((await load(text('20200101', '处一万元以下罚款。', '2020年1月1日'))).impact).toEqual({ changes: 0, tasks: { item: 0, benchmark: 0, matter: 0 } })
  const second = text('20260401', '处三万元以下罚款。', '2026年6月1日')
  expect((await load(second)).impact).toEqual({ changes: 1, tasks: { item: 1, benchmark: 1, matter: 0 } })
  expect((await load(second)).impact).toMatchObject({ changes: 0 })
  const head = await server.as('head')
  const { body } = await head.get<{ rows: { id: string; items: number; open: number }[] }>('/api/statute-changes')
  expect(body.rows).toMatchObject([{ statute: '样例法', effective: '2026-06-01', tasks: 2, open: 2 }])
  const { body: change } = await head.get<{ tasks: { id: string; kind: string; due: string }[]; articles: unknown[] }>(`/api/statute-changes/${body.rows[0]?.id}`)
  expect(change.tasks).toMatchObject([{ kind: 'benchmark', subject: 'second.light', due: '2026-06-01' }, { kind: 'item', subject: 'second', due: '2026-06-01' }])
  expect(change.articles).toMatchObject([{ label: '第二条', before: '处一万元以下罚款。', after: '处三万元以下罚款。' }, { label: '第四条' }])
})

it('a review is finished by the body that owns the subject, and by nobody else', async () => {
  const head = await server.as('head')
  const { body } = await head.get<{ rows: { id: string }[] }>('/api/statute-changes')
  const { body: change } = await head.get<{ tasks: { id: string }[] }>(`/api/statute-changes/${body.rows[0]?.id}`)
  const task = change.tasks[1]?.id ?? ''
  const finish = { id: 'done-1', outcome: 'adjusted', note: '已按新条文调整' }
  expect((await (await server.as('officer')).send('POST', `/api/reviews/${task}`, finish)).status).toBe(404)
  expect((await head.send('POST', `/api/reviews/${task}`, finish)).status).toBe(200)
  expect((await head.send('POST', `/api/reviews/${task}`, { ...finish, id: 'done-2' })).status).toBe(400)
  const { body: after } = await head.get<{ rows: { open: number }[] }>('/api/statute-changes')
  expect(after.rows[0]?.open).toBe(1)
})

it('a repeal touches every article, and names what is not in the register', async () => {
  const repeals = readRepeals(JSON.stringify({ law: '中华人民共和国新法典', effective: '2026-08-15', basis: '第九条', repeals: ['中华人民共和国样例法', '没有的法'] }))
  const result = await importRepeals(server.db.pools.worker, testRegion, repeals, server.now())
  expect(result).toMatchObject({ changes: 1, tasks: { item: 2, benchmark: 1 }, repealed: ['样例法'], refused: [{ statute: '没有的法' }] })
  expect(await importRepeals(server.db.pools.worker, testRegion, repeals, server.now())).toMatchObject({ changes: 0 })
})
