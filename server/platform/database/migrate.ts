import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Client, type ClientConfig, escapeLiteral } from 'pg'
import { connected } from './connected.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file. */
  readonly hash: string
}

/** The files `NNNN-name.sql` of the folder, in order. */
export function readMigrations(folder = join(import.meta.dirname, 'migrations')): Migration[] {
  return readdirSync(folder).filter((file) => file.endsWith('.sql')).sort().map((file) => {
    const [, number, name] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? []
    if (number === undefined || name === undefined) throw new Error(`${file} is not named NNNN-name.sql`)
    const sql = readFileSync(join(folder, file), 'utf8')
    return { number: Number(number), name, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Runs what has not been run, each file in a transaction of its own, as the owner. Forward only. Several servers may
 * start at once: an advisory lock orders them.
 * @param at the instant recorded, ISO 8601.
 * @returns the files applied now, `0001-name`.
 * @throws when an applied file was changed or is missing here (the database is newer than the program).
 */
export async function migrate(owner: ClientConfig, at: string, migrations = readMigrations()): Promise<string[]> {
  return connected({ ...owner, application_name: 'faheng migrate' }, async (client) => {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    // What a crash takes back is run again; whoever commits durably later makes these durable before.
    await client.query(`
      set synchronous_commit = off;
      create schema if not exists faheng_meta;
      create table if not exists faheng_meta.migration (
        number int primary key, name text not null, hash text not null, applied_at timestamptz(3) not null)`)
    const pending = pendingOf(migrations, await appliedOf(client))
    for (const migration of pending) await apply(client, migration, at)
    return pending.map(fileName)
  })
}

/** 'fahengMI' */
const migrationLock = '7377577842158456137'

async function appliedOf(client: Client): Promise<Map<number, { name: string; hash: string }>> {
  const { rows } = await client.query<{ number: number; name: string; hash: string }>(
    'select number, name, hash from faheng_meta.migration order by number')
  return new Map(rows.map((row) => [row.number, row]))
}

function pendingOf(migrations: readonly Migration[], applied: ReadonlyMap<number, { name: string; hash: string }>): Migration[] {
  for (const [number, { name }] of applied)
    if (!migrations.some((migration) => migration.number === number))
      throw new Error(`the database has migration ${fileName({ number, name })}, which this version of Faheng does not know: start a newer version`)
  for (const migration of migrations) {
    const before = applied.get(migration.number)
    if (before !== undefined && before.hash !== migration.hash)
      throw new Error(`migration ${fileName(migration)} was changed after it had been applied: add a new one instead`)
  }
  return migrations.filter((migration) => !applied.has(migration.number))
}

/** One message a file: of a new database there are many, and each round trip waits for a thread that reads the program meanwhile. */
async function apply(client: Client, migration: Migration, at: string): Promise<void> {
  const row = [String(migration.number), migration.name, migration.hash, at].map(escapeLiteral).join(', ')
  try {
    await client.query(`begin;${migration.sql};\ninsert into faheng_meta.migration values (${row});commit`)
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${fileName(migration)}: ${(error as Error).message}${lineOf(migration.sql, error)}`, { cause: error })
  }
}

/** PostgreSQL counts characters of what it was sent; people count lines of the file. */
function lineOf(sql: string, error: unknown): string {
  const position = Number((error as { position?: string }).position) - 'begin;'.length
  return position > 0 ? ` (line ${sql.slice(0, position).split('\n').length})` : ''
}

const fileName = ({ number, name }: { number: number; name: string }): string => `${String(number).padStart(4, '0')}-${name}`
