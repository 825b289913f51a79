import { afterAll, beforeAll, expect, it } from 'vitest'
import { testRegion, testServer, type TestServer } from '../../test-server.ts'
import { registers } from '../registers/index.ts'
import { registerRows } from '../registers/register-file.ts'
import { recordChanges } from './changes.ts'
import { importStatutes } from './import.ts'
import { importRepeals, readRepeals } from './repeals.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await put('item-version', [item('second', 2), item('third', 3), item('other', 2, '别的法')])
  await put('benchmark', [{ benchmark: 'second.light', item: 'second', body: 'scjg', tier: '较轻', circumstances: '初次', validFrom: '2020-01-01' }])
  await put('leniency-rule', [{ rule: 'list-1', body: 'scjg', list: 'exempt', violation: '轻微的', bases: [{ statute: '样例法', article: 2 }], conditions: { others: [] }, title: '免罚清单', issuer: '市场监管局', validFrom: '2020-01-01' }])
  await put('body', [{ id: 'willow', name: '柳林镇人民政府', shortName: '柳林镇', numberPrefix: '柳', kind: 'township', township: '140299101' }])
  await put('township-grant', [{ id: 'grant-second', township: '140299101', item: 'second', basis: '省政府决定', validFrom: '2022-01-01' }])
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
  expect((await load(text('20200101', '处一万元以下罚款。', '2020年1月1日'))).impact).toEqual({ changes: 0, tasks: { item: 0, benchmark: 0, leniency: 0, grant: 0, matter: 0 } })
  const second = text('20260401', '处三万元以下罚款。', '2026年6月1日')
  expect((await load(second)).impact).toEqual({ changes: 1, tasks: { item: 1, benchmark: 1, leniency: 1, grant: 1, matter: 0 } })
  expect((await load(second)).impact).toMatchObject({ changes: 0 })
  const head = await server.as('head')
  const { body } = await head.get<{ rows: { id: string; items: number; open: number }[] }>('/api/statute-changes')
  expect(body.rows).toMatchObject([{ statute: '样例法', effective: '2026-06-01', tasks: 4, open: 4 }])
  const { body: change } = await head.get<{ tasks: { id: string; kind: string; due: string }[]; articles: unknown[] }>(`/api/statute-changes/${body.rows[0]?.id}`)
  expect(change.tasks).toMatchObject([
    { kind: 'benchmark', subject: 'second.light', due: '2026-06-01', title: 'second · 较轻' }, { kind: 'grant', subject: 'grant-second', title: 'second' },
    { kind: 'item', subject: 'second', due: '2026-06-01' }, { kind: 'leniency', subject: 'list-1', title: '轻微的（免罚清单）' }])
  expect(change.articles).toMatchObject([{ label: '第二条', before: '处一万元以下罚款。', after: '处三万元以下罚款。' }, { label: '第四条' }])
})

it('a review is finished by the body that owns the subject, and by nobody else', async () => {
  const head = await server.as('head')
  const { body } = await head.get<{ rows: { id: string }[] }>('/api/statute-changes')
  const { body: change } = await head.get<{ tasks: { id: string; kind: string }[] }>(`/api/statute-changes/${body.rows[0]?.id}`)
  const task = change.tasks.find(({ kind }) => kind === 'item')?.id ?? ''
  const finish = { id: 'done-1', outcome: 'adjusted', note: '已按新条文调整' }
  expect((await (await server.as('officer')).send('POST', `/api/reviews/${task}`, finish)).status).toBe(404)
  expect((await head.send('POST', `/api/reviews/${task}`, finish)).status).toBe(200)
  expect((await head.send('POST', `/api/reviews/${task}`, { ...finish, id: 'done-2' })).status).toBe(400)
  const { body: after } = await head.get<{ rows: { open: number }[] }>('/api/statute-changes')
  expect(after.rows[0]?.open).toBe(3)
})

it('what comes into the registers later is found the next time, what was made under the new text never', async () => {
  await put('item-version', [{ ...item('late', 2), validFrom: '2025-01-01' }, { ...item('made-new', 2), validFrom: '2026-06-01' }])
  expect(await recordChanges(server.db.pools.worker, testRegion, server.now())).toMatchObject({ changes: 0, tasks: { item: 1, benchmark: 0 } })
  expect(await recordChanges(server.db.pools.worker, testRegion, server.now())).toMatchObject({ changes: 0, tasks: { item: 0 } })
  const { body } = await (await server.as('head')).get<{ rows: { title: string; statute: string }[] }>('/api/reviews')
  expect(body.rows.map(({ title }) => title).toSorted()).toEqual(['late', 'second · 较轻', '轻微的（免罚清单）'])
  expect((await (await server.as('officer')).get('/api/reviews')).body).toEqual({ rows: [] })
})

it('a norm has changed for a case only where an article it rests on has, and both texts are told', async () => {
  const items = ['second', 'third']
  const client = await server.db.pools.app.connect()
  const { rows } = await client.query<{ item: string; changed: boolean }>('select item, changed from faheng.fact_items($1, $2, $3, $4, $5, $6)', [testRegion, 'scjg', items, ['2026-05-01', '2026-05-01'], [null, null], '2026-07-01'])
  const texts = await client.query('select * from faheng.fact_norm_texts($1, $2, $3, $4)', [testRegion, items, ['2026-05-01', '2026-05-01'], '2026-07-01'])
  client.release()
  expect(rows).toEqual([expect.objectContaining({ item: 'second', changed: true }), expect.objectContaining({ item: 'third', changed: false })])
  expect(texts.rows).toEqual([{ item: 'second', before: '第二条　处一万元以下罚款。', after: '第二条　处三万元以下罚款。' }])
})

it('a version loaded between two others parts their comparison', async () => {
  await load(text('20250101', '处二万元以下罚款。', '2025年1月1日'))
  const { body } = await (await server.as('head')).get<{ rows: { from: string; to: string; tasks: number }[] }>('/api/statute-changes')
  // What was reviewed of the wider comparison stays; the rest went over to the narrower one.
  expect(body.rows.map(({ from, to, tasks }) => [from, to, tasks]).toSorted((a, b) => (a.join() < b.join() ? -1 : 1))).toEqual([['2020-01-01', '2025-01-01', 4], ['2020-01-01', '2026-04-01', 1], ['2025-01-01', '2026-04-01', 5]])
})

it('a law does not repeal itself', async () => {
  const repeals = readRepeals(JSON.stringify({ law: '样例法', effective: '2026-08-15', repeals: ['样例法'] }))
  expect(await importRepeals(server.db.pools.worker, testRegion, repeals, server.now())).toMatchObject({ changes: 0, repealed: [], refused: [{ statute: '样例法' }] })
})

it('a repeal touches every article, and names what is not in the register', async () => {
  const repeals = readRepeals(JSON.stringify({ law: '中华人民共和国新法典', effective: '2026-08-15', basis: '第九条', repeals: ['中华人民共和国样例法', '没有的法'] }))
  const result = await importRepeals(server.db.pools.worker, testRegion, repeals, server.now())
  expect(result).toMatchObject({ changes: 1, tasks: { item: 4, benchmark: 1, leniency: 1, grant: 1 }, repealed: ['样例法'], refused: [{ statute: '没有的法' }] })
  expect(await importRepeals(server.db.pools.worker, testRegion, repeals, server.now())).toMatchObject({ changes: 0 })
})

it('a letter of entrustment rests on the norm that provides for it, too', async () => {
  await put('body', [{ id: 'brigade', name: '执法队', shortName: '执法队', numberPrefix: '队', kind: 'entrusted', principal: 'scjg' }])
  await put('entrustment', [{ id: 'letter-other', organisation: 'brigade', principal: 'scjg', item: 'other', norm: '《样例法》第三条', authority: '调查取证', published: '2026-01-01', validFrom: '2026-01-01', validUntil: '2027-01-01' }])
  expect(await recordChanges(server.db.pools.worker, testRegion, server.now())).toMatchObject({ tasks: { item: 0, grant: 1 } })
  const { body } = await (await server.as('head')).get<{ rows: { kind: string; title: string }[] }>('/api/reviews')
  expect(body.rows).toContainEqual(expect.objectContaining({ kind: 'grant', title: 'other' }))
})
