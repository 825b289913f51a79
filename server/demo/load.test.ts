import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentOf } from '@faheng/law/documents/index.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import type { Acts } from '../acts/index.ts'
import { testDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import { openIdentity } from '../platform/identity/identity.ts'
import { loadDemo } from './load.ts'
import type { DemoContext } from './perform-plan.ts'

const date = '2026-11-23'

/** Documents with their numbers and no fields: the load is what is tested here. */
const bare: Acts['documents'] = {
  kindOf: (kind) => {
    const { version, outward, series } = documentOf(kind)
    return { version, outward, ...(series ? { series } : {}) }
  },
  compose: (kind, { number }) => ({ kind, number: number ?? null }),
}

function contextOf(db: TestDatabase): DemoContext {
  const clock = () => `${date}T01:00:00.000Z`
  return {
    database: db.database,
    worker: db.pools.worker,
    identity: openIdentity({ pool: db.pools.auth, secret: 'a secret of the tests, of 32 characters', publicUrl: 'http://localhost', production: false, clock }),
    acts: { pool: db.pools.app, procedures, documents: bare, masterKey: randomBytes(32), clock, law: 'test' },
    log: () => undefined,
  }
}

let db: TestDatabase
let context: DemoContext
beforeAll(async () => {
  db = await testDatabase()
  context = contextOf(db)
})
afterAll(() => db.drop())

test('fills an empty county with three hundred cases in all stages, once', async () => {
  const began = performance.now()
  const first = await loadDemo(context, { date })
  const seconds = (performance.now() - began) / 1000
  expect(first).toMatchObject({ loaded: true, matters: 300 })
  console.log(`the demonstration county: ${first.acts} acts in ${seconds.toFixed(1)} s`)

  const stages = await rows<{ stage: string; n: number }>('select stage, count(*) as n from faheng.matter group by stage')
  expect(stages.reduce((sum, { n }) => sum + n, 0)).toBe(300)
  expect(stages.map(({ stage }) => stage).sort()).toEqual(
    ['archived', 'closed', 'closing', 'decision', 'filing', 'investigation', 'lead', 'not-filed', 'notice', 'performance', 'report', 'review', 'service'])
  expect(await rows('select count(*) as n from faheng.act')).toEqual([{ n: first.acts }])
  expect(await rows(`select count(*) as n from faheng.act where recorded >= '${date}'`)).toEqual([{ n: 0 }])

  const again = await loadDemo(context, { date: '2027-01-01', seed: 9 })
  expect(again).toMatchObject({ loaded: false, matters: 300, acts: first.acts })
  expect(again.county.date).toBe(date)
}, 120_000)

test('numbers of a series run from 1 without a gap in the order of time', async () => {
  const series = await rows<{ body: string; kind: string; year: number; last: number }>('select body, kind, year, last from faheng.number_series')
  expect(series.length).toBeGreaterThan(20)
  for (const { prefix, kind } of [{ prefix: '晋青市监', kind: '罚' }, { prefix: '晋青城管', kind: '立' }]) {
    const given = await rows<{ number: string }>(`select number from faheng.document where number ~ '^${prefix}${kind}〔' order by act, id`)
    const byTime = await rows<{ number: string }>(`select number from faheng.document where number ~ '^${prefix}${kind}〔' order by made, length(number), number`)
    expect(byTime.map(({ number }) => number)).toEqual(given.map(({ number }) => number).sort(byYearAndNumber))
  }
})

const byYearAndNumber = (a: string, b: string): number => ordinal(a) - ordinal(b)
const ordinal = (number: string): number => {
  const [, year = '0', n = '0'] = /〔(\d+)〕(\d+)号/.exec(number) ?? []
  return Number(year) * 100_000 + Number(n)
}

const rows = async <Row extends object>(text: string): Promise<Row[]> => (await db.pools.worker.query<Row>(text)).rows
