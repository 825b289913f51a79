import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, readMigrations } from './migrate.ts'
import { ensureRoles } from './roles.ts'
import { inTransaction, run, runQuery, statement } from './run.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'
import { Kysely, PostgresAdapter, DummyDriver, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { connected } from './connected.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await testDatabase()
})

afterAll(() => db.drop())

test('each pool has its own role and the UTC clock', async () => {
  const who = statement(`select current_user as role, current_setting('timezone') as zone`)
  expect(await run(db.pools.app, who)).toEqual([{ role: 'faheng_app', zone: 'UTC' }])
  expect(await run(db.pools.worker, who)).toEqual([{ role: 'faheng_worker', zone: 'UTC' }])
  expect(await run(db.pools.auth, who)).toEqual([{ role: 'faheng_auth', zone: 'UTC' }])
})

test('a clone does not see what another one writes', async () => {
  const other = await testDatabase()
  await connected(other.database.connection('faheng_owner'), (client) => client.query('create schema seen_elsewhere'))
  const schemas = await run(db.pools.worker, statement(`select 1 from pg_namespace where nspname = 'seen_elsewhere'`))
  await other.drop()
  expect(schemas).toEqual([])
})

test('values come out exactly: no JavaScript Date, no rounded number', async () => {
  const [row] = await run(db.pools.app, statement(`select 9007199254740991::int8 as big, '2026-11-23 08:00+08'::timestamptz(3) as at,
    '2026-02-28'::date as day, 12.50::numeric as amount, array['2026-02-28'::date, null] as days, array[1, 2]::int8[] as ids`))
  expect(row).toEqual({
    big: 9007199254740991, at: '2026-11-23T00:00:00.000Z', day: '2026-02-28', amount: '12.50', days: ['2026-02-28', null], ids: [1, 2],
  })
  await expect(run(db.pools.app, statement('select 9007199254740993::int8 as big'))).rejects.toThrow(/9007199254740993/)
})

test('statements are prepared once under a name of their text', async () => {
  const client = await db.pools.app.connect()
  const doubled = statement('select $1::int4 * 2 as n')
  expect(doubled).toEqual(statement('select $1::int4 * 2 as n'))
  const results = await Promise.all([run(client, doubled, [1]), run(client, doubled, [2])])
  expect(results).toEqual([[{ n: 2 }], [{ n: 4 }]])
  expect(await run(client, statement('select count(*) as n from pg_prepared_statements where name = $1'), [doubled.name])).toEqual([{ n: 1 }])
  client.release()
})

test('a Kysely query runs as a named statement', async () => {
  const kysely = new Kysely<{ pg_roles: { rolname: string; rolsuper: boolean } }>({
    dialect: {
      createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(),
      createIntrospector: (on) => new PostgresIntrospector(on), createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const query = kysely.selectFrom('pg_roles').select(['rolname', 'rolsuper']).where('rolname', '=', 'faheng_app')
  const rows: { rolname: string; rolsuper: boolean }[] = await runQuery(db.pools.app, query)
  expect(rows).toEqual([{ rolname: 'faheng_app', rolsuper: false }])
})

test('a failed transaction leaves nothing', async () => {
  const count = statement(`select count(*) as n from pg_class where relname = 'never_kept'`)
  await expect(inTransaction(db.pools.worker, async (client) => {
    await client.query('create temporary table never_kept (n int)')
    await client.query('select 1 / 0')
  })).rejects.toThrow(/division by zero/)
  expect(await run(db.pools.worker, count)).toEqual([{ n: 0 }])
})

test('roles may be made by many at once, and the owner does not inherit what it hands over', async () => {
  await Promise.all([1, 2, 3, 4].map(() => ensureRoles(db.database)))
  const inherits = statement(`select pg_has_role('faheng_owner', 'faheng_worker', 'usage') as inherits`)
  expect(await run(db.pools.app, inherits)).toEqual([{ inherits: false }])
})

test('migrations run once, in order, and refuse to be changed', async () => {
  const owner = db.database.connection('faheng_owner')
  const first = { number: 9001, name: 'first', sql: 'create schema probe; create table probe.a (n int)', hash: 'a' }
  const second = { number: 9002, name: 'second', sql: 'alter table probe.a add m int', hash: 'b' }
  const own = readMigrations()
  const at = '2026-01-01T00:00:00.000Z'
  const applied = await Promise.all([migrate(owner, at, [...own, first, second]), migrate(owner, at, [...own, first, second])])
  expect(applied.flat().sort()).toEqual(['9001-first', '9002-second'])
  await expect(migrate(owner, at, [...own, first, { ...second, hash: 'c' }])).rejects.toThrow(/9002-second was changed/)
  await expect(migrate(owner, at, [...own, first])).rejects.toThrow(/9002-second, which this version of Faheng does not know/)
  const broken = { number: 9003, name: 'broken', sql: 'create table probe.b (n int);\nselect nonsense', hash: 'd' }
  await expect(migrate(owner, at, [...own, first, second, broken])).rejects.toThrow(/9003-broken.*nonsense.*line 2/)
  expect(await connected(owner, async (client) => (await client.query(`select to_regclass('probe.b') as b`)).rows)).toEqual([{ b: null }])
})
