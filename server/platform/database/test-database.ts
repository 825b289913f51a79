import { createHash, randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { connected } from './connected.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openPools, type Pools } from './pool.ts'
import { ensureRoles } from './roles.ts'
import { type Database, ensureDatabase } from './supervisor.ts'

export interface TestDatabase {
  readonly database: Database
  readonly name: string
  readonly pools: Pools
  drop(): Promise<void>
}

/** A database of its own for a test file: a clone of a template that is migrated once a run. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = await (running ??= start())
  const template = await (migrated ??= makeTemplate(cluster))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await connected(cluster.connection('admin'), (client) =>
    client.query(`create database ${name} template ${template} owner faheng_owner`))
  const database: Database = { ...cluster, connection: (as, other) => cluster.connection(as, other ?? name) }
  const pools = openPools(database, () => undefined)
  return {
    database,
    name,
    pools,
    async drop() {
      await pools.close()
      await connected(cluster.connection('admin'), (client) => client.query(`drop database ${name} with (force)`))
    },
  }
}

let running: Promise<Database> | undefined
let migrated: Promise<string> | undefined

/** Started by the first worker, adopted by the others, never stopped by any: test-global.ts does. */
async function start(): Promise<Database> {
  const database = await ensureDatabase({
    dataDir: inject('testCluster'), env: process.env, log: () => undefined, as: 'command', durable: false,
  })
  await ensureRoles(database)
  return database
}

/** Made under a lock, renamed when complete; the name follows the migrations, for a cluster that outlives a run. */
async function makeTemplate(cluster: Database): Promise<string> {
  const migrations = readMigrations()
  const hash = createHash('sha256').update(migrations.map((migration) => migration.hash).join()).digest('hex')
  const name = `template_${hash.slice(0, 16)}`
  await connected(cluster.connection('admin'), async (client) => {
    await client.query('select pg_advisory_lock(5)')
    if ((await client.query('select from pg_database where datname = $1', [name])).rowCount) return
    await client.query(`drop database if exists ${name}_new with (force)`)
    await client.query(`create database ${name}_new owner faheng_owner`)
    await migrate(cluster.connection('faheng_owner', `${name}_new`), '2026-01-01T00:00:00.000Z', migrations)
    await client.query(`alter database ${name}_new rename to ${name}`)
  })
  return name
}
