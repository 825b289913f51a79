import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testRegion, testServer, type TestClient, type TestServer } from '../test-server.ts'
import { importItems, readItemTable } from './import-items.ts'
import { itemOn, itemsOn } from './items-on.ts'

const fixture = readFileSync(join(import.meta.dirname, 'fixtures/items.csv'))
const real = join(import.meta.dirname, '../../../shared/data/items')
if (!existsSync(real)) console.log('items: real tables not present (../shared), the fixture alone is imported')

let server: TestServer
let head: TestClient
beforeAll(async () => {
  server = await testServer()
  head = await server.as('head')
})
afterAll(() => server.close())

const upload = (id: string, file: Uint8Array, by = head, type = 'text/csv') =>
  by.send<{ id: string; field?: string; code?: string }>('POST', `/api/import/items?id=${id}&body=scjg&name=items.csv`, file, { 'content-type': type })
interface Progress {
  readonly finished: string | null
  readonly counts: Record<string, number> | null
  readonly refusals: readonly { readonly row: number; readonly reason: { readonly zh: string } }[]
}
async function finished(id: string): Promise<Progress> {
  for (let i = 0; i < 400; i++) {
    const { body } = await head.get<Progress>(`/api/import/${id}`)
    if (body.finished !== null) return body
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the import does not end')
}

describe('an import of items', () => {
  it('stores rows as items of the body, lists refused ones, and changes nothing the second time', async () => {
    expect((await upload('i-1', fixture)).status).toBe(202)
    const first = await finished('i-1')
    expect(first.counts).toEqual({ rows: 4, accepted: 2, refused: 2, parsed: 2, toBeConfirmed: 0, added: 2, superseded: 0, unchanged: 0 })
    expect(first.refusals.map(({ row, reason }) => [row, reason.zh.slice(0, 6)])).toEqual([[4, '没有法条依据'], [5, '与第2行重复']])
    const table = await head.get<string>('/api/import/i-1/refusals.csv')
    expect(table.headers.get('content-disposition')).toContain('refusals.csv')
    expect(table.body).toMatch(/^\uFEFF?行号 row,列 column,原因,reason\r\n4,,没有法条依据/)

    expect((await upload('i-1', fixture)).status).toBe(200)
    server.forward(86_400_000 / 48)
    await upload('i-2', fixture)
    expect((await finished('i-2')).counts).toMatchObject({ accepted: 2, added: 0, superseded: 0, unchanged: 2 })
  })

  it('refuses a power that rests on a normative document alone', async () => {
    const file = Buffer.from(fixture.toString().replaceAll('《样例经营管理条例》第四十条', '《测试县人民政府关于规范经营秩序的通知》第四十条'))
    const { counts, refused } = await importItems(server.db.pools.worker, testRegion, readItemTable(file), { body: 'scjg', at: server.context.clock() })
    expect(counts).toMatchObject({ accepted: 0, added: 0 })
    expect(refused.map(({ reason }) => reason.zh)).toEqual(expect.arrayContaining([expect.stringContaining('行政规范性文件')]))
  })

  it('makes a new version of a row that changed, valid from that day', async () => {
    const changed = Buffer.from(fixture.toString().replaceAll('一万元以下罚款', '二万元以下罚款'))
    const table = readItemTable(changed)
    const result = await importItems(server.db.pools.worker, testRegion, table, { body: 'scjg', from: '2026-06-01', at: server.context.clock() })
    expect(result.counts).toMatchObject({ superseded: 2, added: 0 })
    const before = await itemsOn(server.db.pools.worker, testRegion, 'scjg', '2026-05-31')
    const after = await itemsOn(server.db.pools.worker, testRegion, 'scjg', '2026-06-01')
    expect([before.map(({ version }) => version), after.map(({ version }) => version)]).toEqual([[1, 1], [2, 2]])
    expect(before[0]?.validUntil).toBe('2026-06-01')
    expect(await itemOn(server.db.pools.worker, testRegion, before[0]?.item ?? '', '2000-01-01')).toBeUndefined()
  })

  it('is read in the catalogue by whoever is signed in', async () => {
    const officer = await server.as('officer')
    const { rows } = (await officer.get<{ rows: { id: string; title: string; reference: { zh: string } }[] }>(`/api/items?body=scjg&q=${encodeURIComponent('标示')}`)).body
    expect(rows).toMatchObject([{ title: '未按规定标示', reference: { zh: '《样例经营管理条例》第四十条第一款第（二）项' }, status: 'parsed', source: 'import' }])
    const item = await officer.get(`/api/items/${rows[0]?.id}`)
    expect(item).toMatchObject({ status: 200, body: { title: '未按规定标示', orders: ['责令改正'], version: 1 } })
    expect((await officer.get(`/api/items/${rows[0]?.id}?on=2026-07-01`)).body['version']).toBe(2)
    expect((await officer.get('/api/items/no-such-item')).status).toBe(404)
    const page = (await officer.get<{ rows: unknown[]; next: string }>('/api/items?limit=1')).body
    expect((await officer.get<{ rows: unknown[]; next: null }>(`/api/items?limit=1&after=${page.next}`)).body).toMatchObject({ next: null })
  })

  it('reads GBK', async () => {
    await upload('i-3', iconv.encode(fixture.toString().replaceAll('一万元以下罚款', '二万元以下罚款'), 'gbk'))
    expect((await finished('i-3')).counts).toMatchObject({ rows: 4, accepted: 2, unchanged: 2 })
  })

  it.each<[string, Uint8Array, string, number]>([
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), 'text/csv', 400],
    ['a table of something else', Buffer.from('a,b\n1,2\n'), 'text/csv', 400],
    ['nothing', new Uint8Array(0), 'text/csv', 400],
    ['another type', fixture, 'application/pdf', 415],
    ['JSON', Buffer.from('{}'), 'application/json', 400],
    ['what is too large', new Uint8Array(20 * 1024 * 1024 + 1), 'text/csv', 413],
  ])('refuses %s at once', async (name, file, type, status) => expect((await upload(`i-${name.length}x`, file, head, type)).status).toBe(status))

  it('is for heads, reviewers, supervisors and the system administrator', async () => {
    expect((await upload('i-4', fixture, await server.as('officer'))).status).toBe(404)
    expect((await upload('i-5', fixture, server.client())).status).toBe(401)
    expect((await (await server.as('supervisor')).get('/api/import/i-1')).status).toBe(404)
  })
})

describe.skipIf(!existsSync(real))('the real tables', () => {
  it('are imported whole, each row an item or refused with its reason, and the second time nothing changes', { timeout: 120_000 }, async () => {
    const counts: Record<string, unknown>[] = []
    for (const name of readdirSync(real).filter((each) => each.endsWith('.csv'))) {
      const table = readItemTable(readFileSync(join(real, name)))
      const run = () => importItems(server.db.pools.worker, testRegion, table, { body: `b-${name.replace('.csv', '')}`, at: server.context.clock() })
      await server.db.pools.worker.query(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, recorded) values ($1, $2, $2, $2, $2, 'organ', $3)`,
        [testRegion, `b-${name.replace('.csv', '')}`, server.context.clock()])
      const [first, second] = [await run(), await run()]
      const { rows, accepted, refused, parsed, toBeConfirmed } = first.counts
      counts.push({ name, rows, accepted, refused, parsed, toBeConfirmed })
      expect(accepted + refused).toBe(rows)
      expect(parsed + toBeConfirmed).toBe(accepted)
      expect(rows).toBeGreaterThan(20)
      expect(accepted / rows).toBeGreaterThan(0.8)
      expect(first.refused.every(({ row, reason }) => row > 1 && reason.zh !== '')).toBe(true)
      expect(second.counts).toMatchObject({ added: 0, superseded: 0, unchanged: accepted })
    }
    console.table(counts)
    const sum = (of: string) => counts.reduce((n, each) => n + Number(each[of]), 0)
    expect([sum('rows'), sum('accepted'), sum('refused')]).toEqual([552, 538, 14])
  })
})
