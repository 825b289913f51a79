import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareMatters, counters, findings, measures, openPersonal, unwrap, words } from '../../acts/index.ts'
import { rebuildFollower } from '../../acts/followers.ts'
import { compose, type House } from '../../compose.ts'
import { buildApp } from '../../app.ts'
import { diskStore } from '../../platform/files/store.ts'
import { testDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import { region } from '../bodies.ts'
import { demoPassword } from '../load.ts'
import { signIn } from '../seat.ts'
import { loadWorld, type LoadedWorld } from './load-world.ts'

let db: TestDatabase
let house: House
let world: LoadedWorld
let url: string
let close: () => Promise<unknown>
let indexesBefore: object[]
const dataDir = mkdtempSync(join(tmpdir(), 'faheng-world-'))
beforeAll(async () => {
  db = await testDatabase()
  indexesBefore = await indexes()
  await db.pools.worker.query('insert into faheng.region (region, name) values ($1, $2)', [region.id, region.name])
  const opened = { database: db.database, pools: db.pools, migrated: [], close: async () => undefined }
  house = await compose(opened, { dataDir, env: {}, publicUrl: 'http://localhost', production: false, region: region.id, clock: () => '2026-11-28T02:00:00.000Z', say: () => undefined })
  world = await loadWorld(
    { acts: house.acts, database: db.database, worker: db.pools.worker, identity: house.context.identity, log: () => undefined }, diskStore(join(dataDir, 'files')),
    { cases: 180, date: '2026-11-28', templates: 30, sample: 10 })
  const app = await buildApp(house.context, house.rooms)
  close = () => app.close()
  url = await app.listen({ port: 0, host: '127.0.0.1' })
}, 300_000)
afterAll(async () => {
  await close()
  await house.close()
  await db.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

const rows = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => (await db.pools.worker.query<Row>(text, values)).rows
const indexes = () => rows(`select indexdef from pg_indexes where schemaname = 'faheng' order by indexdef`)

describe('a world of copied cases', () => {
  it('has the cases asked for, three in ten in the county', () => {
    expect(world).toMatchObject({ cases: 180, county: 60, counties: 5, templates: 30 })
    expect(world.acts / world.cases).toBeGreaterThan(9)
  })

  it('is in every case what its acts say, row by row', async () => {
    const matters = await rows<{ region: string; id: string }>('select region, id from faheng.matter')
    for (const [where, all] of Map.groupBy(matters, (each) => each.region))
      expect(await compareMatters(house.acts, db.pools.worker, where, all.map(({ id }) => id))).toEqual([])
  })

  it.each([['words', words, 'word'], ['findings', findings, 'finding'], ['counters', counters, 'counter'], ['measures', measures, 'measure_figure'], ['measures', measures, 'measure_sum']] as const)('stands where the follower %s would have brought it', async (_, make, table) => {
    const follower = make(house.acts)
    const has = () => rows(`select * from faheng.${table} t where region = $1 order by t::text`, [region.id])
    const before = await has()
    expect(before.length).toBeGreaterThan(5)
    await rebuildFollower(db.pools.worker, follower, region.id)
    expect(await has()).toEqual(before)
  })

  it('leaves followers nothing to do, and every index in its place', async () => {
    expect(await rows('select region from faheng.pending')).toEqual([])
    expect(await rows(`select o.region from faheng.act_order o group by o.region having count(*) <> max(o.position)`)).toEqual([])
    expect(await rows(`select region from faheng.follower f where position <> (select max(position) from faheng.act_order o where o.region = f.region)`)).toEqual([])
    expect(indexesBefore.length).toBeGreaterThan(100)
    expect(await indexes()).toEqual(indexesBefore)
  })

  it('keeps personal texts under the key of each case', async () => {
    const [row] = await rows<{ act: string; subject: string; cipher: Buffer; wrapped: Buffer }>(`
      select p.act, p.subject, p.cipher, k.wrapped from faheng.act_private p join faheng.subject_key k on k.region = p.region and k.subject = p.subject where p.act like 'w1-%' limit 1`)
    if (!row) throw new Error('no personal texts')
    expect(Object.keys(openPersonal(unwrap(house.acts.masterKey, region.id, row.subject, row.wrapped), region.id, row.act, row.cipher))).not.toHaveLength(0)
  })

  it('shows its lists and its cases to who works there', async () => {
    const chief = await signIn(url, 'deng.chief', demoPassword)
    const page = await chief.get<{ rows: { id: string; parties: string[]; number: string | null }[]; next: string | null }>('/api/matters?limit=20')
    expect(page.rows).toHaveLength(20)
    const copy = page.rows.find(({ id, number }) => id.startsWith('w1-') && number !== null)
    expect(copy?.number).toMatch(/^晋青市监.*〔20\d\d〕1\d{4}号$/)
    const found = await chief.get<{ rows: { id: string }[] }>(`/api/matters?q=${encodeURIComponent(copy?.parties[0] ?? '')}`)
    expect(found.rows.map(({ id }) => id)).toContain(copy?.id)
    expect(await chief.get(`/api/matters/${copy?.id}`)).toHaveProperty('waiting')
    expect(await chief.get('/api/desk')).toMatchObject({ today: '2026-11-28' })
  })
})
