import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, type ClientBase } from 'pg'
import type { Instant } from '@faheng/law/time/day.ts'
import { readMigrations } from '../platform/database/migrate.ts'
import type { Database } from '../platform/database/supervisor.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { Key } from '../platform/secrets/seal.ts'
import { writeArchive, type ArchiveWriter } from './archive.ts'
import { tablesOf, type Table } from './tables.ts'

export interface BackupOptions {
  readonly database: Database
  readonly dataDir: string
  readonly store: FileStore
  readonly key?: Key
  readonly at: Instant
  readonly progress: (what: string, done: number, of?: number) => void
}

export interface BackedUp {
  readonly rows: number
  readonly tables: number
  readonly files: number
}

/**
 * Everything one instant of the installation consists of, while work goes on: rows as of one snapshot, the files they name
 * (never changed once stored), and the keys without which texts stay closed and checkpoints unsigned.
 */
export async function backup(file: string, { database, dataDir, store, key, at, progress }: BackupOptions): Promise<BackedUp> {
  const [worker, owner] = [new Client(database.connection('faheng_worker')), new Client(database.connection('faheng_owner'))]
  await Promise.all([worker.connect(), owner.connect()])
  try {
    const snapshot = await begin(worker)
    await begin(owner, snapshot)
    const archive = writeArchive(file, key)
    await archive.line(`#faheng ${JSON.stringify({ at, migrations: readMigrations().at(-1)?.number ?? 0 })}`)
    const keys = await writeKeys(archive, join(dataDir, 'keys'))
    let [rows, tables] = [0, 0]
    for (const [client, schema] of [[worker, 'faheng'], [owner, 'auth']] as const)
      for (const table of await tablesOf(client, schema)) {
        rows += await writeTable(archive, client, table, (done) => progress(table.name, done))
        tables++
      }
    const files = await writeFiles(archive, worker, store, progress)
    await archive.line(`#end ${JSON.stringify({ rows, tables, files, keys })}`)
    await archive.close()
    return { rows, tables, files }
  } finally {
    await Promise.all([worker.end(), owner.end()])
  }
}

/** One snapshot for both connections, so that no account is missing whose act is there. */
async function begin(client: ClientBase, snapshot?: string): Promise<string> {
  await client.query('begin isolation level repeatable read read only')
  if (snapshot !== undefined) await client.query(`set transaction snapshot '${snapshot.replaceAll("'", '')}'`)
  const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
  return rows[0]?.snapshot ?? ''
}

async function writeKeys(archive: ArchiveWriter, folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) await archive.line(`#key ${JSON.stringify({ name, content: (await readFile(join(folder, name))).toString('base64') })}`)
  return names.length
}

/** Rows leave as PostgreSQL writes them in JSON and are never parsed on the way: no number and no instant loses a digit. */
async function writeTable(archive: ArchiveWriter, client: ClientBase, { name, columns }: Table, progress: (done: number) => void): Promise<number> {
  await archive.line(`#table ${JSON.stringify({ name, columns })}`)
  await client.query(`declare rows no scroll cursor for select row_to_json(r)::text as row from (select ${columns.join(', ')} from ${name}) as r`)
  let done = 0
  for (;;) {
    const { rows } = await client.query<{ row: string }>('fetch 2000 from rows')
    for (const { row } of rows) await archive.line(row)
    done += rows.length
    if (rows.length === 0) break
    progress(done)
  }
  await client.query('close rows')
  return done
}

async function writeFiles(archive: ArchiveWriter, client: ClientBase, store: FileStore, progress: BackupOptions['progress']): Promise<number> {
  const { rows } = await client.query<{ hash: string }>(`
    select hash from faheng.file union select file from faheng.document where file is not null order by 1`)
  for (const [i, { hash }] of rows.entries()) {
    if (!(await store.has(hash))) continue
    await archive.line(`#file ${hash}`)
    for await (const chunk of await store.get(hash)) await archive.line((chunk as Buffer).toString('base64'))
    progress('files', i + 1, rows.length)
  }
  return rows.length
}
