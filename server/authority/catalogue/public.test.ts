import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordLapses } from '../../acts/index.ts'
import { testCases, type TestCases } from '../../cases/test-cases.ts'
import { testRegion, type Answer } from '../../test-server.ts'
import { importItems, readItemTable } from '../import-items.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The catalogue for everybody, its file that is read again, and what of it should be gone through. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
  await importItems(worker(), testRegion, readItemTable(readFileSync(join(import.meta.dirname, '../fixtures/items.csv'))), { body: 'scjg', from: '2026-02-01', at: cases.server.now() })
})
afterAll(() => cases.close())

const worker = () => cases.server.db.pools.worker
const seen = <T>(path: string): Promise<Answer<T>> => cases.server.client().get<T>(`/api/public/catalogue${path}`)
interface Page {
  readonly on: string
  readonly bodies: readonly { readonly body: string; readonly items: number }[]
  readonly rows: readonly { readonly id: string; readonly title: string; readonly imported: boolean }[]
}

describe('the public catalogue', () => {
  it('shows signed out what is published and stands on a day', async () => {
    await worker().query(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, published, valid_from, recorded)
      values ($1, 'secret', 1, 'scjg', '未公布', '[]', '{}', '[]', 'parsed', false, '2026-01-01', $2)`, [testRegion, cases.server.now()])
    const today = await seen<Page>('')
    expect([today.status, today.body.on, today.body.bodies]).toEqual([200, '2026-03-02', [expect.objectContaining({ body: 'scjg', items: 3 })]])
    expect(today.body.rows.map(({ title }) => title)).not.toContain('未公布')
    expect(today.body.rows.filter(({ imported }) => !imported).map(({ id }) => id)).toEqual(['expired'])
    expect((await seen<Page>('?on=2026-01-31')).body.rows.map(({ id }) => id)).toEqual(['expired'])
    expect((await seen<Page>('?kind=licence')).body.rows).toEqual([])
    expect((await seen('?on=2026-02-30')).status).toBe(400)
  })

  it('says which township holds an item on the day, and on what decision', async () => {
    await worker().query(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, township, recorded) values ($1, 'willow', '测试县柳林镇人民政府', '柳林镇', '测柳政', 'township', '140299101', '2020-01-01')`, [testRegion])
    for (const item of ['expired', 'secret'])
      await worker().query(`insert into faheng.township_grant (region, id, township, item, exclusive, basis, valid_from, recorded) values ($1, $2, '140299101', $2, true, '省政府决定〔2026〕1号', '2026-02-15', '2026-02-15')`, [testRegion, item])
    const held = async (on: string) => (await seen<{ rows: { townships: object[] }[] }>(`?on=${on}`)).body.rows.flatMap(({ townships }) => townships)
    expect(await held('2026-03-02')).toEqual([{ name: '测试县柳林镇人民政府', exclusive: true, basis: '省政府决定〔2026〕1号', from: '2026-02-15', published: null }])
    expect(await held('2026-02-14')).toEqual([])
  })

  it('shows the benchmarks and the three lists that bind on the day, and nothing that waits', async () => {
    const line = (id: string, status: string) => worker().query(`insert into faheng.benchmark_version (region, benchmark, version, item, body, tier, circumstances, branch, rank, range, standard, mitigation, violation, bases, maker, published, status, details, valid_from, valid_until, recorded)
      values ($1, $2, 1, 'expired', 'scjg', '较轻', '首次', 0, 1, '{"base":"absolute","floor":500000,"ceiling":1000000,"floorInclusive":true}', '', false, '', '[]', '省局', '2026-01-05', $3, '{}', '2026-02-01', '2026-03-01', $4)`, [testRegion, id, status, cases.server.now()])
    const rule = (id: string, status: string) => worker().query(`insert into faheng.leniency_rule (region, rule, version, body, list, violation, conditions, title, issuer, status, bases, details, valid_from, valid_until, recorded)
      values ($1, $2, 1, 'scjg', 'exempt', '首次轻微', '{"others":["及时改正"]}', '免罚清单', '省局', $3, '[]', '{}', '2026-02-01', '2026-03-01', $4)`, [testRegion, id, status, cases.server.now()])
    for (const [id, status] of [['sure', 'parsed'], ['waits', 'to-be-confirmed']] as const) await Promise.all([line(id, status), rule(id, status)])
    const asked = async (path: string) => (await cases.server.client().get<{ rows: unknown[] }>(`/api/public/${path}`)).body.rows
    expect(await asked('benchmarks?on=2026-02-15')).toMatchObject([{ id: 'expired', lines: [{ id: 'sure', text: { zh: '5,000元以上10,000元以下' }, maker: '省局', published: '2026-01-05', from: '2026-02-01', until: '2026-03-01' }] }])
    expect(await asked('leniency?list=exempt&on=2026-02-15')).toMatchObject([{ id: 'sure', violation: '首次轻微', conditions: [{ zh: '及时改正' }] }])
    expect([await asked('benchmarks?on=2026-01-31'), await asked('leniency?list=lighter'), await asked('leniency?list=exempt&on=2026-01-31')]).toEqual([[], [], []])
    expect((await cases.server.client().get('/api/public/leniency')).status).toBe(400)
  })

  it('says what changed between two days', async () => {
    const { body } = await seen<{ rows: { change: string; title: string }[] }>('/changes?from=2026-01-31&to=2026-02-01')
    expect(body.rows.map(({ change }) => change)).toEqual(['added', 'added'])
    expect((await seen<{ rows: unknown[] }>('/changes?from=2026-02-01&to=2026-03-02')).body.rows).toEqual([])
  })

  it('is a file that an import reads again and finds nothing changed, whatever the ids are', async () => {
    const { body, headers } = await seen<string>('.csv?body=scjg')
    expect(headers.get('content-disposition')).toContain('catalogue-scjg-2026-03-02.csv')
    const table = readItemTable(Buffer.from(body))
    expect(table.items.length).toBe(3)
    const again = await importItems(worker(), testRegion, { ...table, items: table.items.filter(({ id }) => id !== 'expired') }, { body: 'scjg', at: cases.server.now() })
    expect(again.counts).toMatchObject({ accepted: 2, added: 0, superseded: 0, unchanged: 2 })
    const stolen = await importItems(worker(), testRegion, table, { body: 'yjj', at: cases.server.now() })
    expect(stolen.refused.map(({ reason }) => reason.zh)).toEqual(Array.from({ length: 3 }, () => '事项编码属于另一执法主体'))
  })
})

describe('going through the catalogue', () => {
  interface Board {
    readonly rows: readonly { readonly body: string; readonly withoutBasis: number; readonly unused: number; readonly rare: number; readonly matter: string | null; readonly overdue: boolean; readonly reminders: number; readonly mayOrder: boolean }[]
  }
  const board = async (person = 'supervisor') => (await (await cases.as(person)).get<Board>('/api/cleaning')).body.rows

  it('finds what has no basis and what nobody used', async () => {
    await worker().query(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, recorded)
      values ($1, 'old', 1, 'scjg', '依据已废止', $2, '{fine}', '[]', 'parsed', '2015-01-01', $3)`, [testRegion, JSON.stringify([{ citation: { statute: '旧条例', article: 3 }, text: '' }]), cases.server.now()])
    await worker().query(`insert into faheng.statute_version (region, statute, version, title, rank, promulgated, in_force, repealed, recorded) values ($1, '旧条例', '1', '旧条例', 'administrative-regulation', '2000-01-01', '2000-01-01', '2025-01-01', $2)`, [testRegion, cases.server.now()])
    expect(await board()).toMatchObject([{ body: 'scjg', withoutBasis: 1, unused: 2, mayOrder: true }])
    const { body } = await (await cases.as('legal-reviewer')).get<{ rows: { id: string; grounds: string[] }[] }>('/api/cleaning/scjg')
    expect(body.rows.find(({ id }) => id === 'old')?.grounds).toEqual(['no-basis', 'unused'])
    await cases.upTo('decided')
    expect(await board()).toMatchObject([{ unused: 1, rare: 1 }])
  })

  it('is ordered, waits on the desk of the legal unit, reminds by itself, and is refused where it would keep what has no basis', async () => {
    const order = { id: 'order-1', body: 'scjg', term: 5 }
    expect((await (await cases.as('head')).send('POST', '/api/cleaning', order)).status).toBe(409)
    const supervisor = await cases.as('supervisor')
    const { status, body } = await supervisor.send<{ matter: string }>('POST', '/api/cleaning', order)
    expect(status).toBe(201)
    expect((await supervisor.send<{ matter: string }>('POST', '/api/cleaning', order)).body.matter).toBe(body.matter)
    const desk = await (await cases.as('legal-reviewer')).get<{ waiting: { act: string; id: string }[] }>('/api/desk')
    expect(JSON.stringify(desk.body)).toContain(body.matter)
    await cases.must('supervisor', body.matter, 'remind', { note: '请按期报送' })
    cases.later(14)
    expect(await recordLapses(cases.server.house.acts, worker())).toBe(1)
    expect(await board()).toMatchObject([{ overdue: true, reminders: 2, mayOrder: false }])
    const results = (outcome: string) => ({ results: [{ item: 'old', outcome, reason: '依据已废止' }, { item: 'expired', outcome: 'keep', reason: '仍有需要' }] })
    expect((await cases.act('legal-reviewer', body.matter, 'submit-review', results('keep'))).body.refusals?.map(({ guard }) => guard)).toEqual(['kept-on-basis'])
    await cases.must('legal-reviewer', body.matter, 'submit-review', results('withdraw'))
    await cases.must('supervisor', body.matter, 'accept-review', { opinion: '同意' })
  })

  it('calls what came in by a table unused, too, where statute and cases on record are five years old', async () => {
    const unused = async () => (await board()).find(({ body }) => body === 'scjg')?.unused ?? 0
    const before = await unused()
    const { rows } = await worker().query<{ statute: string; items: number }>(`select bases -> 0 -> 'citation' ->> 'statute' as statute, count(*)::int as items from faheng.item_version where region = $1 and source = 'import' group by 1 order by 1 limit 1`, [testRegion])
    await worker().query(`insert into faheng.statute_version (region, statute, version, title, rank, promulgated, in_force, recorded) values ($1, $2, '1', $2, 'law', '2010-01-01', '2010-01-01', $3)`, [testRegion, rows[0]?.statute, cases.server.now()])
    expect(await unused()).toBe(before)
    await worker().query(`update faheng.matter set filed = '2019-05-01' where region = $1 and id = $2`, [testRegion, await cases.upTo('filed')])
    expect(await unused()).toBeGreaterThanOrEqual(before + (rows[0]?.items ?? 1))
  })

  it('shows others their own body alone', async () => {
    expect((await (await cases.as('stranger')).get('/api/cleaning/scjg')).status).toBe(404)
  })
})
