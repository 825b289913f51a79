import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuild, verify } from '../acts/index.ts'
import { testCases, type TestCases } from '../cases/test-cases.ts'
import { connected } from '../platform/database/connected.ts'
import { migrate, readMigrations } from '../platform/database/migrate.ts'
import { openPools } from '../platform/database/pool.ts'
import type { Database } from '../platform/database/supervisor.ts'
import { diskStore } from '../platform/files/store.ts'
import { openLedgerKey } from '../platform/ledger/key.ts'
import { noteSigner } from '../platform/ledger/note.ts'
import { findLog } from '../platform/ledger/log.ts'
import { verifierKey } from '../platform/ledger/verifier-key.ts'
import { openMasterKey } from '../platform/secrets/master-key.ts'
import { testRegion } from '../test-server.ts'
import { archiveKey, backup, recordRestore, restore } from './index.ts'

let cases: TestCases
const folder = mkdtempSync(join(tmpdir(), 'faheng-backup-'))
const at = '2026-03-09T00:00:00.000Z'
const key = archiveKey('a long secret')
const silent = () => undefined
beforeAll(async () => {
  cases = await testCases()
  await cases.upTo('filed')
  await cases.server.followed()
})
afterAll(async () => {
  await cases.close()
  rmSync(folder, { recursive: true, force: true })
})

const taken = async (name: string, sealed: boolean) => {
  const { db, context } = cases.server
  const file = join(folder, name)
  const done = await backup(file, {
    database: db.database, dataDir: context.dataDir, store: diskStore(join(context.dataDir, 'files')), at, progress: silent, ...(sealed ? { key } : {}),
  })
  return { file, done }
}

/** An empty database and an empty data folder. */
async function elsewhere<T>(work: (at: { database: Database; dataDir: string; migrateTo: (last: number) => Promise<unknown> }) => Promise<T>): Promise<T> {
  const { database } = cases.server.db
  const name = `restored_${Math.random().toString(36).slice(2)}`
  await connected(database.connection('admin'), (client) => client.query(`create database ${name} owner faheng_owner`))
  const empty: Database = { ...database, connection: (as, other) => database.connection(as, other ?? name) }
  const migrateTo = (last: number) => migrate(empty.connection('faheng_owner'), at, readMigrations().filter(({ number }) => number <= last))
  try {
    return await work({ database: empty, dataDir: mkdtempSync(join(folder, 'data-')), migrateTo })
  } finally {
    await connected(database.connection('admin'), (client) => client.query(`drop database ${name} with (force)`))
  }
}

const indexesOf = async (database: Database) => (await connected(database.connection('faheng_owner'), (client) => client.query(`
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition, pg_get_constraintdef(c.oid) as key
  from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype <> 'f'
  where i.indrelid in (select oid from pg_class where relnamespace in ('faheng'::regnamespace, 'auth'::regnamespace)) order by 1`))).rows

describe('a backup', () => {
  it.each([['plain', false], ['sealed', true]] as const)('%s, comes back whole: rows equal, ledger verifies and tells of it', async (name, sealed) => {
    const { file, done } = await taken(name, sealed)
    expect(done.files).toBeGreaterThan(0)
    if (sealed) expect(readFileSync(file).includes('faheng.act')).toBe(false)
    await elsewhere(async ({ database, dataDir, migrateTo }) => {
      const store = diskStore(join(dataDir, 'files'))
      const back = await restore(file, { database, dataDir, store, migrateTo, progress: silent, ...(sealed ? { key } : {}) })
      expect(back).toEqual({ taken: at, rows: done.rows, files: done.files })
      const pools = openPools(database, silent)
      try {
        const signing = await openLedgerKey(join(dataDir, 'keys'), {})
        expect(await recordRestore(pools.worker, noteSigner(signing), at, at)).toBe(1)
        const client = await pools.worker.connect()
        const log = await findLog(client, testRegion).finally(() => client.release())
        const acts = { masterKey: openMasterKey(join(dataDir, 'keys'), {}) }
        expect(await verify({ acts, pool: pools.worker, store, trusted: [verifierKey(log?.origin ?? '', signing)] }, testRegion)).toMatchObject({ ok: true })
        const { documents, procedures } = cases.server.house.acts
        expect(await rebuild({ documents, procedures }, pools.worker, testRegion, { check: true })).toEqual([])
        const people = await pools.auth.query('select count(*)::int as n from auth."user"')
        expect(await indexesOf(database)).toEqual(await indexesOf(cases.server.db.database))
        expect(people.rows[0]).toEqual((await cases.server.db.pools.auth.query('select count(*)::int as n from auth."user"')).rows[0])
        await expect(restore(file, { database, dataDir, store, migrateTo, progress: silent, ...(sealed ? { key } : {}) })).rejects.toThrow('empty data folder')
      } finally {
        await pools.close()
      }
    })
  })

  it.each<[string, (bytes: Buffer, file: string) => void, object, RegExp]>([
    ['cut short', (bytes, file) => truncateSync(file, Math.floor(bytes.length * 0.9)), { key }, /cannot be read to its end/],
    ['changed in the middle', (bytes, file) => writeFileSync(file, bytes.fill(bytes[bytes.length >> 1] ?? 0, bytes.length >> 1, (bytes.length >> 1) + 40)), { key }, /cannot be read to its end/],
    ['opened with another key', () => undefined, { key: archiveKey('another') }, /cannot be read to its end/],
    ['opened without its key', () => undefined, {}, /is sealed/],
    ['something else altogether', (_, file) => writeFileSync(file, 'hello\n'), { key }, /is no backup/],
  ])('%s, leaves nothing behind', async (name, spoil, opened, complaint) => {
    const { file } = await taken(`spoilt-${name}`, true)
    spoil(readFileSync(file), file)
    await elsewhere(async ({ database, dataDir, migrateTo }) => {
      await expect(restore(file, { database, dataDir, store: diskStore(join(dataDir, 'files')), migrateTo, progress: silent, ...opened })).rejects.toThrow(complaint)
      const left = await connected(database.connection('faheng_owner'), (client) => client.query<{ there: boolean }>(`select to_regclass('faheng.act') is not null as there`))
      if (left.rows[0]?.there) expect((await connected(database.connection('faheng_worker'), (client) => client.query('select from faheng.act'))).rows).toEqual([])
    })
  })
})
