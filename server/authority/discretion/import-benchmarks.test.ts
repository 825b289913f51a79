import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testRegion, testServer, type TestServer } from '../../test-server.ts'
import { registerRows, registers } from '../registers/index.ts'
import { importBenchmarks, readBenchmarkTable } from './import-benchmarks.ts'

const real = join(import.meta.dirname, '../../../../shared/data/discretion')
if (!existsSync(real)) console.log('discretion: real tables not present (../shared), the fixture alone is imported')

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await put('item-version', [{
    item: 'label', body: 'scjg', title: '未按规定标示', kinds: ['fine'], validFrom: '2020-01-01', bases: [{ citation: { statute: '样例条例', article: 40 }, text: '处一千元以上一万元以下罚款。' }],
    branches: [{ condition: '', subject: 'any', kinds: [], status: 'parsed', text: '', fine: { base: 'absolute', floor: 100_000, ceiling: 1_000_000, floorInclusive: true } }],
  }])
})
afterAll(() => server.close())

const put = (kind: string, rows: readonly unknown[]) => {
  const register = registers.find((each) => each.kind === kind)
  if (register === undefined) throw new Error(`no register ${kind}`)
  return registerRows(server.db.pools.worker, testRegion, register, rows.map((value, i) => ({ row: i + 1, value })), server.context.clock())
}
const basis = '《样例条例》第四十条：未按规定标示的，处一千元以上一万元以下罚款。'
const table = [
  'violation,basis,grade,circumstance,standard',
  `未按规定标示的,${basis},1,首次,处一千元以上三千元以下罚款`,
  `未按规定标示的,${basis},2,两次以上,处三千元以上二万元以下罚款`,
  `未按规定报告的,${basis},1,首次,处一千元以上二千元以下罚款`,
  `未按规定标示的,${basis},1,首次,处一千元以上三千元以下罚款`,
].join('\n')

const importing = (bytes: Uint8Array) => importBenchmarks(server.db.pools.worker, testRegion, readBenchmarkTable(bytes), { body: 'scjg', at: server.context.clock() })

describe('a published benchmark', () => {
  it('becomes lines of the items it spells out; twice changes nothing', async () => {
    const first = await importing(Buffer.from(table))
    expect(first.counts).toMatchObject({ rows: 4, accepted: 2, refused: 2, parsed: 1, toBeConfirmed: 1, added: 2 })
    expect(first.refused.map(({ row, reason }) => [row, reason.zh.slice(0, 8)])).toEqual([[3, '裁量幅度高于法定'], [5, '与第2行的违法行']])
    expect((await importing(Buffer.from(table))).counts).toMatchObject({ added: 0, superseded: 0, unchanged: 2 })
    const { body } = await (await server.as('officer')).get<{ benchmarks: { tier: string; text: { zh: string }; maker: string }[] }>('/api/items/label')
    expect(body.benchmarks).toMatchObject([{ tier: '1级', circumstances: '首次', text: { zh: '1,000元以上3,000元以下' }, maker: '', status: 'parsed' }])
  })

  it('comes in over the page of imports, with who made it', async () => {
    const head = await server.as('head')
    const sent = await head.send('POST', `/api/import/benchmarks?id=bm-1&body=scjg&name=b.csv&maker=${encodeURIComponent('省局')}`, Buffer.from(table), { 'content-type': 'text/csv' })
    expect(sent.status).toBe(202)
    let progress: { finished: string | null; kind?: string; counts?: unknown } = { finished: null }
    for (let i = 0; i < 200 && progress.finished === null; i++) {
      progress = (await head.get<typeof progress>('/api/import/bm-1')).body
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    expect(progress).toMatchObject({ kind: 'benchmarks', counts: { accepted: 2, superseded: 2 } })
    expect((await head.send('POST', '/api/import/benchmarks?id=bm-2&body=scjg&name=b.csv', Buffer.from('a,b\n1,2\n'), { 'content-type': 'text/csv' })).status).toBe(400)
  })

  it('takes the place of the edition before: what it no longer holds ends with its first day; its days are kept', async () => {
    const read = (csv: string) => readBenchmarkTable(Buffer.from(csv))
    const how = { body: 'scjg', maker: '市局', at: server.context.clock() }
    const lines = table.split('\n').slice(0, 2)
    const second = `未按规定标示的,${basis},2,两次,处三千元以上五千元以下罚款`
    await importBenchmarks(server.db.pools.worker, testRegion, read([...lines, second].join('\n').replaceAll('首次', '初次')), { ...how, from: '2026-01-01' })
    const newer = read([...lines, second.replace('两次', '屡次')].join('\n').replaceAll('首次', '初次'))
    const edition = { ...how, from: '2026-03-01', until: '2028-03-01', published: '2026-02-01', replaces: true }
    expect((await importBenchmarks(server.db.pools.worker, testRegion, newer, edition)).counts).toMatchObject({ accepted: 2, ended: 1 })
    expect((await importBenchmarks(server.db.pools.worker, testRegion, newer, edition)).counts).toMatchObject({ unchanged: 2, ended: 0 })
    const held = async (on: string) => (await server.db.pools.app.query<{ circumstance: string; maker: string }>('select * from faheng.fact_benchmarks($1, $2, $3, $4)', [testRegion, 'scjg', ['label'], on]))
      .rows.filter(({ maker }) => maker === '市局').map(({ circumstance }) => circumstance).sort()
    expect([await held('2026-02-28'), await held('2026-03-01'), await held('2028-03-01')]).toEqual([['两次', '初次'], ['初次', '屡次'], []])
    const { body } = await (await server.as('officer')).get<{ benchmarks: { circumstances: string; published: string | null }[] }>('/api/items/label?on=2026-04-01')
    expect(body.benchmarks.find(({ circumstances }) => circumstances === '屡次')).toMatchObject({ published: '2026-02-01', validFrom: '2026-03-01', validUntil: '2028-03-01' })
  })

  it('is entered line by line within the law, by who answers for it, and a line takes another one’s place', async () => {
    const [head, officer] = [await server.as('head'), await server.as('officer')]
    const line = { item: 'label', tier: '一般', rank: 2, circumstances: '货值不足一万元', standard: '处三千元以上五千元以下罚款', branch: 0, mitigation: false, published: '2026-01-10', from: '2026-02-01' }
    let n = 0
    const send = (more: object, who = head) => who.send('POST', '/api/discretion/lines', { ...line, id: `line-${++n}`, ...more })
    expect((await send({}, officer)).status).toBe(404)
    const refused = async (more: object) => (await send(more)).body as { field?: string; message?: { zh: string } }
    expect([
      await refused({ standard: '处三千元以上二万元以下罚款' }), await refused({ standard: '处一百元以上五百元以下罚款' }), await refused({ standard: '酌情罚款' }), await refused({ standard: '处货值金额三倍罚款' }),
      await refused({ published: '2026-02-02' }), await refused({ until: '2026-02-01' }), await refused({ branch: 3 }),
    ].map(({ field }) => field)).toEqual(['/standard', '/standard', '/standard', '/standard', '/published', '/until', '/standard'])
    const { body: { benchmark } } = await send({})
    expect((await send({ standard: '减轻处罚，处一百元以上五百元以下罚款', mitigation: true, tier: '减轻', rank: 0 })).status).toBe(200)
    expect((await send({ standard: '责令停产停业，吊销许可证', tier: '特别严重', rank: 9 })).status).toBe(200)
    const shown = async (on: string) => (await officer.get<{ benchmarks: { benchmark: string; tier: string; text: { zh: string }; published: string }[] }>(`/api/items/label?on=${on}`)).body.benchmarks
    expect((await shown('2026-02-01')).filter(({ published }) => published === '2026-01-10').map(({ tier, text }) => [tier, text.zh])).toEqual([['减轻', '100元以上500元以下'], ['一般', '3,000元以上5,000元以下'], ['特别严重', '不涉及罚款']])
    expect((await send({ line: benchmark, standard: '处三千元以上四千元以下罚款', from: '2026-02-20' })).body).toEqual({ benchmark })
    const ofLine = async (on: string) => (await shown(on)).filter((each) => each.benchmark === benchmark).map(({ text }) => text.zh)
    expect([await ofLine('2026-02-19'), await ofLine('2026-02-20')]).toEqual([['3,000元以上5,000元以下'], ['3,000元以上4,000元以下']])
    expect((await send({ line: 'nothing' })).status).toBe(404)
  })

  it('binds once a head attached the item and confirmed it, and stays confirmed when the file comes again', async () => {
    const csv = Buffer.from(['violation,basis,grade,circumstance,standard', ...['1,首次,处二千元以上三千元以下罚款', '2,两次,处投资额百分之二以上百分之三以下的罚款'].map((rest) => `标签上缺少产地,${basis.replace('一千元', '百分之一')},${rest}`)].join('\n'))
    await importBenchmarks(server.db.pools.worker, testRegion, readBenchmarkTable(csv), { body: 'scjg', maker: '县局', from: '2026-01-05', at: server.context.clock() })
    const head = await server.as('head')
    interface Waiting { total: number; groups: { items: { id: string }[]; lines: { id: string; says: { zh: string }[] }[] }[] }
    const waiting = async () => (await head.get<Waiting>('/api/discretion/to-confirm?kind=benchmark&q=' + encodeURIComponent('产地'))).body
    const { total, groups } = await waiting()
    expect(total).toBe(2)
    expect(groups).toMatchObject([{ violation: '标签上缺少产地', items: [{ id: 'label' }], lines: [{ says: [{ zh: '首次' }, {}] }, {}] }])
    const lines = groups[0]?.lines.map(({ id }) => id) ?? []
    const confirm = { id: 'c-1', kind: 'benchmark', item: 'label', branch: 0, lines }
    expect((await (await server.as('officer')).send('POST', '/api/discretion/confirm', { ...confirm, id: 'c-0' })).status).toBe(404)
    expect((await (await server.as('officer')).get('/api/discretion/to-confirm?kind=benchmark')).body).toMatchObject({ total: 0 })
    expect((await head.send('POST', '/api/discretion/confirm', { ...confirm, id: 'c-2', item: 'nothing' })).status).toBe(400)
    const answer = (await head.send('POST', '/api/discretion/confirm', confirm)).body
    expect(answer).toMatchObject({ confirmed: 1, refused: [{ line: lines[1], reason: { zh: expect.stringContaining('计算方式不同') } }] })
    expect((await head.send('POST', '/api/discretion/confirm', { ...confirm, id: 'c-3', branch: 4, lines: lines.slice(1) })).body).toMatchObject({ refused: [{ reason: { zh: '事项没有第5种处罚情形' } }] })
    expect((await head.send('POST', '/api/discretion/confirm', confirm)).body).toEqual(answer)
    const bound = await server.db.pools.app.query<{ circumstance: string; maker: string }>('select * from faheng.fact_benchmarks($1, $2, $3, $4)', [testRegion, 'scjg', ['label'], '2026-01-05'])
    expect(bound.rows.filter(({ maker }) => maker === '县局')).toMatchObject([{ circumstance: '首次' }])
    const again = await importBenchmarks(server.db.pools.worker, testRegion, readBenchmarkTable(csv), { body: 'scjg', maker: '县局', from: '2026-01-05', at: server.context.clock() })
    expect(again.counts).toMatchObject({ unchanged: 2, superseded: 0 })
    expect((await waiting()).total).toBe(1)
  })

  it('does not end before it begins', async () => {
    const head = await server.as('head')
    expect((await head.send('POST', '/api/import/benchmarks?id=bm-3&body=scjg&name=b.csv&from=2026-05-01&until=2026-05-01', Buffer.from(table), { 'content-type': 'text/csv' })).status).toBe(400)
  })

  it('is refused line by line where it goes beyond the item’s norm, mitigation aside', async () => {
    const tier = { item: 'label', body: 'scjg', tier: '减轻', circumstances: '主动改正', floor: 10_000, ceiling: 90_000, validFrom: '2026-01-01' }
    expect((await put('benchmark', [{ ...tier, benchmark: 'b-low' }, { ...tier, benchmark: 'b-mitigated', mitigation: true }, { ...tier, benchmark: 'b-high', ceiling: 1_000_001, mitigation: true }])).refused.map(({ row, reason }) => [row, reason.zh.slice(0, 8)]))
      .toEqual([[1, '裁量幅度低于法定'], [3, '裁量幅度高于法定']])
  })
})

describe.skipIf(!existsSync(real))('the real tables', () => {
  it('are imported, each row a line or refused with its reason, and the second time nothing changes', { timeout: 60_000 }, async () => {
    const counts: unknown[] = []
    for (const name of ['eco-environment-2020', 'road-traffic-2025']) {
      const bytes = readFileSync(join(real, `${name}.csv`))
      const [first, second] = [await importing(bytes), await importing(bytes)]
      counts.push({ name, ...first.counts, readSurely: readBenchmarkTable(bytes).lines.filter(({ line }) => line.status === 'parsed').length })
      expect(first.counts.accepted + first.counts.refused).toBe(first.counts.rows)
      expect(first.counts.accepted / first.counts.rows).toBeGreaterThan(0.9)
      expect(second.counts).toMatchObject({ added: 0, superseded: 0, unchanged: first.counts.accepted })
    }
    console.table(counts)
  })
})
