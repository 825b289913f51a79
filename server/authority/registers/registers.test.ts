import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeNumber } from '../../acts/compose.ts'
import { testRegion, testServer, type TestServer } from '../../test-server.ts'
import { registers } from './index.ts'
import { numbersOf } from './numbers.ts'
import { readRegisterFile } from './read-file.ts'
import { registerRows } from './register-file.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await server.db.pools.worker.query(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, principal, recorded) values ($1, 'nyzf', '测试县农业执法队', '农业执法队', '晋测农', 'entrusted', 'nyj', '2020-01-01')`, [testRegion])
})
afterAll(() => server.close())

async function put(kind: string, file: string | readonly unknown[]) {
  const register = registers.find((each) => each.kind === kind)
  if (register === undefined) throw new Error(`no register ${kind}`)
  const bytes = new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file))
  return registerRows(server.db.pools.worker, testRegion, register, readRegisterFile(bytes, register.schema), server.context.clock())
}
const rows = async (sql: string) => (await server.db.pools.worker.query(sql)).rows

/** One good row of each kind, in an order in which each finds what it refers to. */
const examples: readonly (readonly [string, string])[] = [
  ['body', 'id,name,shortName,numberPrefix,kind,validFrom\nnyj,测试县农业农村局,农业农村局,晋测农,organ,2020-01-01\n'],
  ['body-setting', 'body,name,value,validFrom\nnyj,hearingThreshold,"{""person"": 1000000, ""organisation"": 10000000}",2020-01-01\n'],
  ['unit', 'id,body,name\nny1,nyj,执法大队\n'],
  ['person', 'id,name\nzhang,张某\n'],
  ['post', 'id,person,kind,body,unit,qualified,from\npost-zhang,zhang,officer,nyj,ny1,否,2026-01-01\n'],
  ['certificate', 'number,person,issuer,fields,validRegion,from,until\nC-1,zhang,sx,农业;渔业,140000,2026-01-01,2030-12-31\n'],
  ['certificate-eligibility', 'category,rule,basis,validFrom\nseconded,joint,省行政执法条例,2020-01-01\n'],
  ['statute-version', 'statute,version,title,rank,promulgated,inForce\n样例法,2020,中华人民共和国样例法,law,2019-10-01,2020-01-01\n'],
  ['item-version', 'item,body,title,bases,kinds,validFrom\nnyj.1,nyj,样例情形,"[{""citation"": {""statute"": ""样例法"", ""article"": 3}, ""text"": ""处罚款""}]",fine,2020-01-01\n'],
  ['benchmark', 'benchmark,item,body,tier,circumstances,floor,ceiling,validFrom\nnyj.1.light,nyj.1,nyj,较轻,初次,10000,50000,2020-01-01\n'],
  ['leniency-rule', 'rule,body,list,item,violation,conditions,title,issuer,validFrom,validUntil\nr-1,nyj,exempt,nyj.1,样例情形,"{""first"": {""months"": 24}, ""others"": []}",样例清单,样例局,2021-01-01,2024-01-01\n'],
  ['township-grant', 'id,township,item,basis,validFrom\ng-1,140299100,nyj.1,县政府公告,2021-01-01\n'],
  ['entrustment', 'id,organisation,principal,item,norm,authority,published,validFrom,validUntil\ne-1,nyzf,nyj,nyj.1,《样例条例》第三条,调查取证,2026-01-01,2026-01-01,2027-01-01\n'],
  ['number-series', 'body,kind,year,last,note\nnyj,罚,2025,56,2025年6月启用系统前以纸质文书编号\n'],
]

describe('a register', () => {
  it.each(examples)('of %s takes a row, and the same row again changes nothing', async (kind, file) => {
    expect(await put(kind, file)).toMatchObject({ rows: 1, added: 1, refused: [] })
    expect(await put(kind, file)).toMatchObject({ rows: 1, added: 0, superseded: 0, closed: 0, unchanged: 1, refused: [] })
  })

  it('has an example of every kind here', () => expect(registers.map(({ kind }) => kind)).toEqual(examples.map(([kind]) => kind)))

  it('stores good rows and lists bad ones with number and reason', async () => {
    const result = await put('post', [
      { id: 'p-a', person: 'zhang', kind: 'supervisor', body: 'nyj', from: '2026-02-01' },
      { id: 'p-b', person: 'nobody', kind: 'supervisor', body: 'nyj', from: '2026-02-01' },
      { id: 'p-c', person: 'zhang', kind: 'king', body: 'nyj', from: '2026-02-01' },
      { id: 'p-d', person: 'zhang', kind: 'supervisor', body: 'nyj', from: '2026-02-30' },
      { id: 'p-e', person: 'zhang', kind: 'supervisor', body: 'nyj', from: '2026-02-01', colour: 'red' },
      7,
    ])
    expect(result).toMatchObject({ rows: 6, added: 1 })
    expect(result.refused.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6])
    expect(result.refused.map(({ reason }) => reason.zh)).toEqual([
      expect.stringContaining('nobody'), expect.stringContaining('kind'), expect.stringContaining('2026-02-30不存在'), expect.stringContaining('colour'), expect.any(String)])
  })

  it('ends the version before, and never goes back before it', async () => {
    const row = { benchmark: 'b-1', item: 'nyj.1', body: 'nyj', tier: '一般', circumstances: '二次', floor: 1, ceiling: 2 }
    await put('benchmark', [{ ...row, validFrom: '2021-01-01' }])
    expect(await put('benchmark', [{ ...row, ceiling: 3, validFrom: '2022-01-01' }])).toMatchObject({ superseded: 1 })
    expect(await put('benchmark', [{ ...row, ceiling: 4, validFrom: '2020-06-01' }])).toMatchObject({ refused: [{ row: 1 }] })
    expect(await rows(`select version, ceiling, valid_from, valid_until from faheng.benchmark_version where benchmark = 'b-1' order by version`)).toEqual([
      { version: 1, ceiling: 2, valid_from: '2021-01-01', valid_until: '2022-01-01' }, { version: 2, ceiling: 3, valid_from: '2022-01-01', valid_until: null }])
    expect(await put('benchmark', [{ ...row, ceiling: 3, validFrom: '2022-01-01', validUntil: '2023-01-01' }])).toMatchObject({ closed: 1 })
    expect(await put('benchmark', [{ ...row, ceiling: 3, validFrom: '2024-01-01' }])).toMatchObject({ superseded: 1 })
  })

  it('keeps an entry as it was entered, but for its term', async () => {
    const certificate = { number: 'C-2', person: 'zhang', issuer: 'sx', fields: ['农业'], validRegion: '140000', from: '2026-01-01', until: '2030-12-31' }
    await put('certificate', [certificate])
    expect(await put('certificate', [{ ...certificate, fields: ['渔业'] }])).toMatchObject({ refused: [{ row: 1 }] })
    expect(await put('certificate', [{ ...certificate, suspendedFrom: '2026-05-01', suspendedUntil: '2026-05-31' }])).toMatchObject({ closed: 1 })
    expect(await rows(`select until_at, suspended_from, suspended_until from faheng.certificate where number = 'C-2'`)).toEqual([
      { until_at: '2030-12-31T16:00:00.000Z', suspended_from: '2026-04-30T16:00:00.000Z', suspended_until: '2026-05-31T16:00:00.000Z' }])
  })

  it('lets a new version of a statute end the one before', async () => {
    const next = { statute: '样例法', version: '2025', title: '中华人民共和国样例法', rank: 'law', promulgated: '2025-06-01', inForce: '2026-01-01' }
    expect(await put('statute-version', [next])).toMatchObject({ superseded: 1 })
    expect(await rows(`select repealed from faheng.statute_version where statute = '样例法' and version = '2020'`)).toEqual([{ repealed: '2026-01-01' }])
    expect((await put('statute-version', examples.find(([kind]) => kind === 'statute-version')?.[1] ?? ''))).toMatchObject({ unchanged: 1 })
  })

  it('passes over numbers that paper took, explains each once, and refuses those given out here', async () => {
    const take = async () => {
      const client = await server.db.pools.worker.connect()
      try {
        return await takeNumber(client, testRegion, 'nyj', '责改', '2026-03-02T02:00:00.000Z')
      } finally {
        client.release()
      }
    }
    const used = { body: 'nyj', kind: '责改', year: 2026 }
    expect(await put('number-series', [
      { ...used, last: 12, note: '启用前纸质文书' }, { ...used, first: 14, note: '停电期间手工填写' }, { ...used, first: 15, last: 16, note: '作废' },
      { ...used, first: 16, last: 20, note: '重叠' }, { ...used, kind: '罚罚', first: 3, note: '没有这种文书' }, { ...used, first: 30, last: 29, note: '倒置' },
    ])).toMatchObject({ added: 3, refused: [{ row: 4 }, { row: 5 }, { row: 6 }] })
    expect([await take(), await take(), await take()]).toEqual(['晋测农责改〔2026〕13号', '晋测农责改〔2026〕17号', '晋测农责改〔2026〕18号'])
    expect(await put('number-series', [{ ...used, last: 12, note: '启用前纸质文书' }])).toMatchObject({ unchanged: 1, refused: [] })
    const { refused } = await put('number-series', [{ ...used, first: 17, note: '纸质文书' }])
    expect(refused[0]?.reason.zh).toContain('已编至18号')
    // Three were taken here without a paper, which only a test can do.
    const series = await numbersOf(server.db.pools.worker, testRegion, 2026)
    expect(series.find(({ kind }) => kind === '责改')).toMatchObject({ body: 'nyj', last: 18, given: 0, unexplained: 3, explained: [{ first: 1, last: 12 }, { first: 14 }, { first: 15, last: 16, note: '作废' }] })
  })
})
