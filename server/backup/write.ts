import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, type ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
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
    await archive.heading('faheng', { at, migrations: readMigrations().at(-1)?.number ?? 0 })
    await writeKeys(archive, join(dataDir, 'keys'))
    let [rows, tables] = [0, 0]
    for (const [client, schema] of [[worker, 'faheng'], [owner, 'auth']] as const)
      for (const table of await tablesOf(client, schema)) {
        rows += await writeTable(archive, client, table, (bytes) => progress(`${table.name}, MB`, Math.round(bytes / 1e6)))
        tables++
      }
    const files = await writeFiles(archive, worker, store, progress)
    await archive.heading('end', { rows, tables, files })
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

async function writeKeys(archive: ArchiveWriter, folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) await archive.heading('key', { name, content: (await readFile(join(folder, name))).toString('base64') })
}

/** Rows leave as PostgreSQL writes them and are never parsed on the way: no number and no instant loses a digit. @returns how many */
async function writeTable(archive: ArchiveWriter, client: ClientBase, { name, columns }: Table, progress: (bytes: number) => void): Promise<number> {
  await archive.heading('table', { name, columns })
  const rows = client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`))
  let done = 0
  for await (const bytes of rows as AsyncIterable<Buffer>) {
    await archive.write(bytes)
    progress(done += bytes.length)
  }
  return rows.rowCount
}

async function writeFiles(archive: ArchiveWriter, client: ClientBase, store: FileStore, progress: BackupOptions['progress']): Promise<number> {
  const { rows } = await client.query<{ hash: string }>(`
    select hash from faheng.file union select file from faheng.document where file is not null order by 1`)
  for (const [i, { hash }] of rows.entries()) {
    if (!(await store.has(hash))) continue
    await archive.heading('file', { hash })
    for await (const chunk of await store.get(hash)) await archive.write(Buffer.from(`${(chunk as Buffer).toString('base64')}\n`))
    progress('files', i + 1, rows.length)
  }
  return rows.length
}
