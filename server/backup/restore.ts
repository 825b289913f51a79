import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { ClientBase } from 'pg'
import { connected } from '../platform/database/connected.ts'
import { dropIndexes } from '../platform/database/drop-indexes.ts'
import type { Database } from '../platform/database/supervisor.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { Key } from '../platform/secrets/seal.ts'
import { portion, readArchive } from './archive.ts'
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
 * Puts a backup into an empty installation. All rows are one transaction: it is whole or it is not there. Indexes are made when
 * the rows are in.
 * @throws when the installation holds anything already, or the file was cut or changed
 */
export async function restore(file: string, { database, dataDir, store, key, migrateTo, progress }: RestoreOptions): Promise<Restored> {
  const archive = readArchive(file, key)
  const { value } = await archive.next()
  const [head = '', ...begun] = value ?? []
  if (!head.startsWith('#faheng ')) throw new Error(`${file} does not begin as a backup does`)
  const { at: taken, migrations } = JSON.parse(head.slice(8)) as { at: string; migrations: number }
  await migrateTo(migrations)
  return connected(database.connection('faheng_owner'), async (client) => {
    await client.query('begin')
    const tables = await emptyTables(client)
    const remake = await dropIndexes(client, [...tables.keys()], () => true)
    const read = reading({ client, tables, dataDir, store, progress })
    await read.lines(begun)
    for await (const lines of archive) await read.lines(lines)
    const counts = await read.end()
    await client.query('reset role')
    await remake((made, of) => progress('indexes', made, of))
    for (const { name, identity, role } of tables.values()) for (const column of identity) await numberOn(client, name, column, role)
    await client.query('commit')
    await client.query('analyze')
    return { taken, ...counts }
  })
}

interface Target extends Table {
  /** Who may write its rows; its owner may not read them. */
  readonly role: 'faheng_worker' | 'faheng_owner'
}

async function emptyTables(client: ClientBase): Promise<Map<string, Target>> {
  const tables = new Map<string, Target>()
  for (const [schema, role] of [['faheng', 'faheng_worker'], ['auth', 'faheng_owner']] as const)
    for (const table of await tablesOf(client, schema)) tables.set(table.name, { ...table, role })
  await client.query('set role faheng_worker')
  const { rows } = await client.query('select from faheng.act limit 1')
  if (rows.length > 0) throw new Error('there are acts in this installation: restore into an empty data folder')
  await client.query('reset role')
  return tables
}

interface Into extends Pick<RestoreOptions, 'dataDir' | 'store' | 'progress'> {
  readonly client: ClientBase
  readonly tables: ReadonlyMap<string, Target>
}

/** Takes the lines one after another, and says at their end how many rows and files they were. */
function reading({ client, tables, dataDir, store, progress }: Into) {
  let [rows, files] = [0, 0]
  let ended: { rows: number } | undefined
  let table: { readonly name: string; readonly insert: string; done: number } | undefined
  let batch: string[] = []
  let size = 0
  let inserting: Promise<unknown> | undefined
  let content: { readonly bytes: PassThrough; readonly stored: Promise<unknown> } | undefined

  /** While the database takes one batch, the next is read. */
  const flush = async (): Promise<void> => {
    await inserting
    if (table && batch.length > 0) {
      inserting = client.query(table.insert, [`[${batch.join(',')}]`])
      inserting.catch(() => undefined)
      rows += batch.length
      progress(table.name, table.done += batch.length)
    }
    batch = []
    size = 0
  }
  const keep = async (): Promise<void> => {
    if (!content) return
    content.bytes.end()
    await content.stored
    content = undefined
    files++
  }
  const fill = async ({ name, columns }: { readonly name: string; readonly columns: readonly string[] }): Promise<void> => {
    const target = tables.get(name)
    if (!target) throw new Error(`the backup has a table ${name}, which its own schema does not know`)
    await client.query(`set role ${target.role}`)
    // What the migrations themselves put there is in the backup too; most tables they leave empty, and some let nothing go.
    const { rows: own } = await client.query(`select from ${name} limit 1`)
    if (own.length > 0) await client.query(`delete from ${name}`)
    table = { name, insert: insert(target, columns), done: 0 }
  }
  const heading = async (line: string): Promise<void> => {
    await flush()
    await keep()
    const [, what, rest = ''] = /^#([a-z]+) (.*)$/s.exec(line) ?? []
    if (what === 'key') await putKey(dataDir, JSON.parse(rest) as { name: string; content: string })
    else if (what === 'table') await fill(JSON.parse(rest) as { name: string; columns: string[] })
    else if (what === 'end') ended = JSON.parse(rest) as { rows: number }
    else if (what === 'file') {
      const bytes = new PassThrough()
      content = { bytes, stored: store.put(bytes) }
    }
  }
  return {
    async lines(lines: readonly string[]): Promise<void> {
      for (const line of lines)
        if (line.startsWith('#')) await heading(line)
        else if (content) {
          if (!content.bytes.write(Buffer.from(line, 'base64'))) await Promise.race([once(content.bytes, 'drain'), content.stored])
        }
        else {
          batch.push(line)
          if ((size += line.length) >= portion) await flush()
        }
    },
    async end(): Promise<{ rows: number; files: number }> {
      await flush()
      await inserting
      if (ended?.rows !== rows) throw new Error(`the backup speaks of ${ended?.rows ?? 'no'} rows and held ${rows}`)
      return { rows, files }
    },
  }
}

/** Whoever reads the rows may not set the sequence, and its owner may not read the rows. */
async function numberOn(client: ClientBase, table: string, column: string, reader: Target['role']): Promise<void> {
  await client.query(`set role ${reader}`)
  const { rows } = await client.query<{ next: string }>(`select coalesce(max(${column}), 0) + 1 as next from ${table}`)
  await client.query('reset role')
  await client.query('select setval(pg_get_serial_sequence($1, $2), $3, false)', [table, column, rows[0]?.next])
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
