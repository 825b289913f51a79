import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testRegion, testServer, type TestServer } from '../../test-server.ts'
import { importLeniency, readLeniencyList } from './import-leniency.ts'

const real = join(import.meta.dirname, '../../../../shared/data/leniency/eco-environment-2022.json')
if (!existsSync(real)) console.log('leniency: the real list is not present (../shared), the fixture alone is imported')

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const list = {
  title: '样例领域轻微违法行为不予处罚清单', issuer: '样例局', effective: '2022-02-01', valid_years: 3,
  items: [
    { violation: '未按规定标示', violated_provisions: ['《样例条例》第四十条 应当标示。'], conditions: ['同时满足下列情形的，不予行政处罚：', '（1）近一年内属于首次违法；', '（2）在责令改正期限内改正违法行为，危害后果轻微。', '（3）货值不足五百元。'] },
    { violation: '未按规定报告', violated_provisions: ['《样例条例》第四十一条'], conditions: ['有下列情形之一的，不予行政处罚：', '（1）首次违法；', '（2）及时改正。'] },
    { violation: '没有依据的', violated_provisions: ['应当报告'], conditions: ['（1）首次违法'] },
  ],
}
const importing = (bytes: Uint8Array) => importLeniency(server.db.pools.worker, testRegion, readLeniencyList(bytes), { body: 'scjg', at: server.context.clock() })

describe('a published list', () => {
  it('becomes rules with structured conditions, kept as ended where its term is over; twice changes nothing', async () => {
    const bytes = Buffer.from(JSON.stringify(list))
    expect(await importing(bytes)).toMatchObject({ counts: { rows: 3, accepted: 2, refused: 1, toBeConfirmed: 2, added: 2 }, refused: [{ row: 3 }] })
    expect((await importing(bytes)).counts).toMatchObject({ added: 0, superseded: 0, unchanged: 2 })
    const officer = await server.as('officer')
    expect((await officer.get('/api/leniency')).body).toMatchObject({ rows: [], exempted: { matters: 0, amount: 0 } })
    const { rows } = (await officer.get<{ rows: { conditions: { zh: string }[] }[] }>('/api/leniency?ended=yes&list=exempt')).body
    expect(rows).toMatchObject([{ violation: '未按规定报告', inForce: false }, { violation: '未按规定标示', validUntil: '2025-02-01' }])
    expect(rows.map(({ conditions }) => conditions.map(({ zh }) => zh))).toEqual([
      ['有下列情形之一：首次违法；及时改正'], ['1年内首次违法', '在责令改正期限内改正', '危害后果轻微', '货值不足五百元']])
  })

  it('keeps its rules where an entry is put in between', async () => {
    const more = { ...list, items: [list.items[0], { violation: '未按规定公示', violated_provisions: ['《样例条例》第四十二条'], conditions: ['（1）首次违法；'] }, ...list.items.slice(1)] }
    expect((await importing(Buffer.from(JSON.stringify(more)))).counts).toMatchObject({ added: 1, superseded: 0, unchanged: 2 })
  })

  it('takes the place of the edition before, and is law only where it is confirmed', async () => {
    await server.db.pools.worker.query(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, recorded)
      values ($1, 'label', 1, 'scjg', '未按规定标示', $2, '{fine}', '[]', 'parsed', '2020-01-01', $3)`,
      [testRegion, JSON.stringify([{ citation: { statute: '样例条例', article: 40 }, text: '罚款' }]), server.context.clock()])
    const edition = { title: '样例领域轻微违法行为不予处罚清单（2026年版）', issuer: '样例局', effective: '2026-01-01', items: [
      { violation: '未按规定标示', violated_provisions: ['《样例条例》第四十条'], conditions: ['同时满足：', '（1）首次违法；'] },
      { violation: '未按规定标示的', violated_provisions: ['《样例条例》第四十条'], conditions: ['有下列情形之一：', '（1）首次违法；', '（2）及时改正。'] },
      { violation: '未按规定报告', violated_provisions: ['《样例条例》第四十一条'], conditions: ['同时满足：', '（1）首次违法；'] }] }
    const put = (items: readonly unknown[], from: string, replaces: boolean) =>
      importLeniency(server.db.pools.worker, testRegion, readLeniencyList(Buffer.from(JSON.stringify({ ...edition, items }))), { body: 'scjg', from, replaces, at: server.context.clock() })
    const offered = async (on: string) => (await server.db.pools.app.query<{ violation: string }>('select * from faheng.fact_leniency($1, $2, $3)', [testRegion, ['label'], on])).rows.map(({ violation }) => violation).toSorted()
    expect((await put(edition.items, '2026-01-01', false)).counts).toMatchObject({ parsed: 1, toBeConfirmed: 2 })
    expect(await offered('2026-01-02')).toEqual(['未按规定标示'])
    const head = await server.as('head')
    const { groups } = (await head.get<{ groups: { violation: string; lines: { id: string }[] }[] }>('/api/discretion/to-confirm?kind=leniency-rule')).body
    const lines = groups.find(({ violation }) => violation === '未按规定标示的')?.lines.map(({ id }) => id) ?? []
    expect((await head.send('POST', '/api/discretion/confirm', { id: 'l-1', kind: 'leniency-rule', item: 'label', branch: 0, lines })).body).toEqual({ confirmed: 1, refused: [] })
    expect(await offered('2026-01-02')).toEqual(['未按规定标示', '未按规定标示的'])
    expect((await put(edition.items, '2026-01-01', false)).counts).toMatchObject({ unchanged: 3 })
    expect((await put(edition.items.slice(2), '2026-02-01', true)).counts).toMatchObject({ ended: 2 })
    expect([await offered('2026-01-31'), await offered('2026-02-01')]).toEqual([['未按规定标示', '未按规定标示的'], []])
  })

  it('is refused whole where it is none', () => {
    for (const text of ['[]', 'a,b\n1,2', '{"title":"x","items":[]}']) expect(() => readLeniencyList(Buffer.from(text))).toThrow(/list/)
  })
})

describe.skipIf(!existsSync(real))('the real list', () => {
  it('is read entry by entry', async () => {
    const bytes = readFileSync(real)
    const [first, second] = [await importing(bytes), await importing(bytes)]
    expect(first.counts.accepted + first.counts.refused).toBe(40)
    expect(first.counts.accepted).toBeGreaterThan(35)
    expect(second.counts).toMatchObject({ added: 0, unchanged: first.counts.accepted })
    const { entries } = readLeniencyList(bytes)
    expect(entries.filter(({ conditions }) => conditions.first).length).toBeGreaterThan(35)
    console.table([first.counts])
  })
})
