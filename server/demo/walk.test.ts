import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import { compose, type House } from '../compose.ts'
import { testDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import { region } from './bodies.ts'
import { demoPassword, loadDemo } from './load.ts'
import { walkCase } from './walk.ts'

const clock = () => '2026-03-04T02:00:00.000Z'
const dataDir = mkdtempSync(join(tmpdir(), 'faheng-walk-'))
let db: TestDatabase
let house: House
let app: Awaited<ReturnType<typeof buildApp>>
let url: string

beforeAll(async () => {
  db = await testDatabase()
  await db.pools.worker.query('insert into faheng.region (region, name) values ($1, $2)', [region.id, region.name])
  const opened = { database: db.database, pools: db.pools, migrated: [], close: async () => undefined }
  house = await compose(opened, { dataDir, env: {}, publicUrl: 'http://faheng.test', production: false, region: region.id, clock, say: () => undefined })
  await loadDemo({ database: db.database, worker: db.pools.worker, identity: house.context.identity, acts: house.acts, log: () => undefined }, { date: '2026-03-04', cases: 6 })
  app = await buildApp(house.context, house.rooms, { checkAnswers: true })
  url = await app.listen({ port: 0, host: '127.0.0.1' })
  house.follow()
}, 120_000)

afterAll(async () => {
  await app.close()
  await house.close()
  await db.drop()
  rmSync(dataDir, { recursive: true })
})

test('a whole case goes over HTTP, refused where the law refuses, marked where facts are irregular', async () => {
  const said: string[] = []
  const walked = await walkCase({ url, password: demoPassword, run: 'test1', clock, log: (line) => void said.push(line), sleep: (ms) => sleep(ms) })
  expect(walked.acts).toBeGreaterThan(20)
  expect(new Set(walked.refusals.map((each) => each.guard)).size).toBeGreaterThanOrEqual(12)
  expect(walked.refusals.every((each) => /第.+条/.test(each.article))).toBe(true)
  expect(walked.findings).toEqual(expect.arrayContaining(['mark:two-officers', 'mark:left-with-witness', 'mark:paid-to-the-bank', 'entered-late']))
  expect(walked.documents.find((each) => each.kind === 'penalty-decision')?.number).toMatch(/^晋青市监罚〔2026〕\d+号$/)
  expect(walked.documents.every((each) => /^[0-9a-f]{64}$/.test(each.hash))).toBe(true)
  expect(walked.ledger.position).toBeLessThan(walked.ledger.size)
  expect(said.length).toBeGreaterThan(40)
}, 180_000)
