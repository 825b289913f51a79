import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PassThrough, type Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { connected } from '../platform/database/connected.ts'
import { dropIndexes } from '../platform/database/drop-indexes.ts'
import type { Database } from '../platform/database/supervisor.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { Key } from '../platform/secrets/seal.ts'
import { readArchive, type Heading, type Headings } from './archive.ts'
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
  const { value: head } = await archive.next()
  if (!head || Buffer.isBuffer(head) || head.what !== 'faheng') throw new Error(`${file} does not begin as a backup does`)
  const { at: taken, migrations } = head.told
  await migrateTo(migrations)
  return connected(database.connection('faheng_owner'), async (client) => {
    await client.query('begin')
    const tables = await emptyTables(client)
    const remake = await dropIndexes(client, [...tables.keys()], () => true)
    const counts = await readAll(archive, { client, tables, dataDir, store, progress })
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

/** Puts where it belongs what the archive holds. */
async function readAll(archive: AsyncIterable<Heading | Buffer>, { client, tables, dataDir, store, progress }: Into): Promise<{ rows: number; files: number }> {
  let [rows, files] = [0, 0]
  let ended: Headings['end'] | undefined
  let filling: Filling | undefined
  let storing: Storing | undefined
  const done = async (): Promise<void> => {
    rows += await filling?.end() ?? 0
    await storing?.end()
    filling = storing = undefined
  }
  for await (const part of archive) {
    if (Buffer.isBuffer(part)) {
      await (filling ?? storing)?.write(part)
      continue
    }
    await done()
    if (part.what === 'key') await putKey(dataDir, part.told)
    else if (part.what === 'end') ended = part.told
    else if (part.what === 'table') {
      const table = tables.get(part.told.name)
      if (!table) throw new Error(`the backup has a table ${part.told.name}, which its own schema does not know`)
      filling = await fill(client, table, part.told.columns, (copied) => progress(table.name, copied))
    }
    else if (part.what === 'file') {
      storing = putFile(store)
      files++
    }
  }
  if (ended?.rows !== rows) throw new Error(`the backup speaks of ${ended?.rows ?? 'no'} rows and held ${rows}`)
  return { rows, files }
}

interface Filling {
  write(lines: Buffer): Promise<void>
  /** @returns how many rows */
  end(): Promise<number>
}

/** Bytes copied at a time. */
const portion = 1 << 22

/**
 * Row-level security lets nobody but a superuser copy into a table: rows are copied beside it, and inserted portion by portion.
 * Parsing rows in JSON takes five times as long.
 */
async function fill(client: ClientBase, { name, role, identity }: Target, columns: readonly string[], progress: (rows: number) => void): Promise<Filling> {
  await client.query(`set role ${role}`)
  // What the migrations themselves put there is in the backup too; most tables they leave empty, and some let nothing go.
  const { rows: own } = await client.query(`select from ${name} limit 1`)
  if (own.length > 0) await client.query(`delete from ${name}`)
  const all = columns.join(', ')
  await client.query(`create temporary table copied as select ${all} from ${name} limit 0`)
  let [copied, size] = [0, 0]
  let copy: Writable | undefined
  const move = async (): Promise<void> => {
    if (!copy) return
    copy.end()
    await finished(copy)
    copy = undefined
    const { rowCount } = await client.query(`insert into ${name} (${all}) ${identity.length > 0 ? 'overriding system value' : ''} select ${all} from copied`)
    await client.query('truncate copied')
    size = 0
    progress(copied += rowCount ?? 0)
  }
  return {
    async write(lines) {
      // What it refuses is thrown by the next step, whichever it is.
      copy ??= client.query(copyFrom('copy copied from stdin')).on('error', () => undefined)
      if (copy.errored) throw copy.errored
      if (!copy.write(lines)) await once(copy, 'drain')
      size += lines.length
      if (size >= portion) await move()
    },
    async end() {
      await move()
      await client.query('drop table copied')
      return copied
    },
  }
}

interface Storing {
  write(lines: Buffer): Promise<void>
  end(): Promise<void>
}

function putFile(store: FileStore): Storing {
  const bytes = new PassThrough()
  const stored = store.put(bytes)
  return {
    async write(lines) {
      for (const line of lines.toString('latin1').split('\n'))
        if (!bytes.write(Buffer.from(line, 'base64'))) await Promise.race([once(bytes, 'drain'), stored])
    },
    async end() {
      bytes.end()
      await stored
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
async function putKey(dataDir: string, { name, content }: Headings['key']): Promise<void> {
  const folder = join(dataDir, 'keys')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, basename(name)), Buffer.from(content, 'base64'), { mode: 0o600 })
}
