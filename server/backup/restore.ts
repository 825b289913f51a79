import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { Client, type ClientBase } from 'pg'
import type { Database } from '../platform/database/supervisor.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { Key } from '../platform/secrets/seal.ts'
import { readArchive } from './archive.ts'
import { tablesOf, type Table } from './tables.ts'

export interface RestoreOptions {
  /** Running, with its roles, without any schema yet: it gets the one the backup was made under. */
  readonly database: Database
  readonly dataDir: string
  readonly store: FileStore
  readonly key?: Key
  /** Brings the schema to the migration of that number. */
  readonly migrateTo: (migration: number) => Promise<unknown>
  readonly progress: (what: string, done: number, of?: number) => void
}

export interface Restored {
  /** When the backup was made. */
  readonly taken: string
  readonly rows: number
  readonly files: number
}

/**
 * Puts a backup into an empty installation. All rows are one transaction: it is whole or it is not there.
 * @throws when the installation holds anything already, or the file was cut or changed
 */
export async function restore(file: string, options: RestoreOptions): Promise<Restored> {
  const { database, dataDir, store, key, migrateTo, progress } = options
  const lines = readArchive(file, key)
  const head = await lines.next()
  if (head.done || !head.value.startsWith('#faheng ')) throw new Error(`${file} does not begin as a backup does`)
  const { at: taken, migrations } = JSON.parse(head.value.slice(8)) as { at: string; migrations: number }
  await migrateTo(migrations)
  const [worker, owner] = [new Client(database.connection('faheng_worker')), new Client(database.connection('faheng_owner'))]
  await Promise.all([worker.connect(), owner.connect()])
  try {
    await requireEmpty(worker)
    await Promise.all([worker.query('begin'), owner.query('begin')])
    const counts = await readAll(lines, { worker, owner, dataDir, store, progress })
    await worker.query('commit')
    await owner.query('commit')
    return { taken, ...counts }
  } finally {
    await Promise.all([worker.end(), owner.end()])
  }
}

async function requireEmpty(worker: ClientBase): Promise<void> {
  const { rows } = await worker.query('select from faheng.act limit 1')
  if (rows.length > 0) throw new Error('there are acts in this installation: restore into an empty data folder')
}

interface Into extends Pick<RestoreOptions, 'dataDir' | 'store' | 'progress'> {
  readonly worker: ClientBase
  readonly owner: ClientBase
}

async function readAll(lines: AsyncGenerator<string>, { worker, owner, dataDir, store, progress }: Into): Promise<{ rows: number; files: number }> {
  const known = new Map<string, { table: Table; client: ClientBase }>()
  for (const [client, schema] of [[worker, 'faheng'], [owner, 'auth']] as const)
    for (const table of await tablesOf(client, schema)) known.set(table.name, { table, client })

  let [rows, files] = [0, 0]
  let ended: { rows: number } | undefined
  let at: { table: Table; client: ClientBase; columns: readonly string[] } | undefined
  let batch: string[] = []
  let content: { readonly bytes: PassThrough; readonly stored: Promise<unknown> } | undefined
  const flush = async (): Promise<void> => {
    if (at && batch.length > 0) {
      await at.client.query(insert(at.table, at.columns), [`[${batch.join(',')}]`])
      rows += batch.length
      progress(at.table.name, batch.length)
    }
    batch = []
  }
  const keep = async (): Promise<void> => {
    if (!content) return
    content.bytes.end()
    await content.stored
    content = undefined
    files++
  }
  for await (const line of lines) {
    if (!line.startsWith('#')) {
      if (content) {
        if (!content.bytes.write(Buffer.from(line, 'base64'))) await Promise.race([once(content.bytes, 'drain'), content.stored])
      }
      else if (batch.push(line) >= 1000) await flush()
      continue
    }
    await flush()
    await keep()
    const [, what, rest] = /^#([a-z]+) (.*)$/s.exec(line) ?? []
    if (what === 'key') await putKey(dataDir, JSON.parse(rest ?? '') as { name: string; content: string })
    else if (what === 'file') {
      const bytes = new PassThrough()
      content = { bytes, stored: store.put(bytes) }
    }
    else if (what === 'end') ended = JSON.parse(rest ?? '') as { rows: number }
    else if (what === 'table') {
      const { name, columns } = JSON.parse(rest ?? '') as { name: string; columns: string[] }
      const found = known.get(name)
      if (!found) throw new Error(`the backup has a table ${name}, which its own schema does not know`)
      // What the migrations themselves put there is in the backup too; most tables they leave empty, and some let nothing go.
      const { rows: own } = await found.client.query(`select from ${name} limit 1`)
      if (own.length > 0) await found.client.query(`delete from ${name}`)
      at = { ...found, columns }
    }
  }
  if (ended?.rows !== rows) throw new Error(`the backup speaks of ${ended?.rows ?? 'no'} rows and held ${rows}`)
  for (const { table, client } of known.values()) for (const column of table.identity) await numberOn(table, column, client, owner)
  return { rows, files }
}

/** Whoever reads the rows may not set the sequence, and its owner may not read the rows. */
async function numberOn({ name }: Table, column: string, reader: ClientBase, owner: ClientBase): Promise<void> {
  const { rows } = await reader.query<{ next: string }>(`select coalesce(max(${column}), 0) + 1 as next from ${name}`)
  await owner.query('select setval(pg_get_serial_sequence($1, $2), $3, false)', [name, column, rows[0]?.next])
}

/** Readable by the server's user alone, as they were. */
async function putKey(dataDir: string, { name, content }: { name: string; content: string }): Promise<void> {
  const folder = join(dataDir, 'keys')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, basename(name)), Buffer.from(content, 'base64'), { mode: 0o600 })
}

const insert = ({ name, identity }: Table, columns: readonly string[]): string => `
  insert into ${name} (${columns.join(', ')}) ${identity.length > 0 ? 'overriding system value' : ''}
  select ${columns.map((column) => `r.${column}`).join(', ')} from json_populate_recordset(null::${name}, $1::json) as r`
