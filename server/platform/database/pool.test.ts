import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool, overNetwork } from './pool.ts'
import { ensureDatabase } from './supervisor.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'
import { linkTo } from './test-link.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

test('a database that falls silent is given up, and so is a server that does: its lock goes to who waits for it', async () => {
  const link = await linkTo(db.database)
  const away = await ensureDatabase({ dataDir: '', env: { DATABASE_URL: link.url(db.name) }, log: () => undefined, as: 'server' })
  const pool = openPool({ ...overNetwork(away.connection('faheng_app'), 1000), max: 2 }, () => undefined)
  try {
    const mute = await pool.connect()
    await mute.query('begin')
    await mute.query('select pg_advisory_xact_lock(7)')
    link.pull()
    const silent = mute.query('select 1')
    const [error] = await Promise.all([silent.catch((each: unknown) => each), db.pools.app.query('select pg_advisory_lock(7)')])
    expect(error).toMatchObject({ message: 'Query read timeout' })
    mute.release(true)
    expect((await pool.query('select current_user as role')).rows).toEqual([{ role: 'faheng_app' }])
  } finally {
    await pool.end()
    link.close()
  }
})
