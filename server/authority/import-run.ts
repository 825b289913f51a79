import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Static } from 'typebox'
import type { ImportAnswer, ImportQuery } from '@faheng/api/authority.ts'
import { dayOf, type Instant } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { UnreadableTable, writeTable } from '../platform/tables/read-table.ts'
import { once } from '../platform/verbs.ts'
import { importBenchmarks, readBenchmarkTable } from './discretion/import-benchmarks.ts'
import { importLeniency, readLeniencyList } from './discretion/import-leniency.ts'
import { importNumbers, readNumbersTable } from './import-numbers.ts'
import { importItems, type ImportedRows, readItemTable } from './import-items.ts'

interface How extends Pick<Static<typeof ImportQuery>, 'body' | 'from' | 'until' | 'published' | 'maker'> {
  readonly replaces: boolean
  readonly at: Instant
  readonly progress: (done: number) => void
}

/** A file that was understood, and how its rows are written. */
interface Readable {
  readonly total: number
  readonly write: (pool: Pool, region: string, how: How) => Promise<ImportedRows>
}

/** What may be imported for a body here. @throws UnreadableTable */
const kinds = {
  items: (bytes: Uint8Array): Readable => {
    const table = readItemTable(bytes)
    return { total: table.items.length, write: (pool, region, how) => importItems(pool, region, table, how) }
  },
  benchmarks: (bytes: Uint8Array): Readable => {
    const table = readBenchmarkTable(bytes)
    return { total: table.lines.length, write: (pool, region, how) => importBenchmarks(pool, region, table, how) }
  },
  leniency: (bytes: Uint8Array): Readable => {
    const list = readLeniencyList(bytes)
    return { total: list.entries.length, write: (pool, region, how) => importLeniency(pool, region, list, how) }
  },
  numbers: (bytes: Uint8Array): Readable => {
    const table = readNumbersTable(bytes)
    return { total: table.rows.length, write: (pool, region, how) => importNumbers(pool, region, table, how) }
  },
} as const

export type ImportKind = keyof typeof kinds

/**
 * Begins an import of a body's items, benchmarks, lists or numbers used on paper and answers before it is through; progress is read by its id. By the body's heads and legal
 * reviewers, supervisors and system administrators.
 * @throws NotFound for others; Malformed naming `/file`, `/body` or `/until`
 */
export async function startImport(context: Context, session: Session, kind: ImportKind, query: Static<typeof ImportQuery>, file: Buffer) {
  requireImporter(session, query.body)
  if (query.until !== undefined && query.until <= (query.from ?? dayOf(context.clock()))) throw new Malformed('/until', words('失效日期应当晚于施行日期', 'It ends after its first day'))
  const table = readable(kind, file)
  const { id, ...content } = query
  const { total } = table
  const { region, person } = session
  const verb = { id, name: `import-${kind}`, region, person, content: { ...content, sha256: createHash('sha256').update(file).digest('hex') } }
  const { result, again } = await once(context, verb, async (client, at) => {
    const [known] = await run(client, statement('select 1 from faheng.body where region = $1 and id = $2'), [region, query.body])
    if (known === undefined) throw new Malformed('/body', words('没有登记的执法主体', 'The body is not in the register'))
    await run(client, statement(`
      insert into faheng.import_run (region, id, kind, person, file_name, started, total) values ($1, $2, $3, $4, $5, $6, $7)`),
      [region, id, kind, person, query.name, at, total])
    return { id, total }
  })
  if (!again) void carryOut(context, session, query, table).catch((error: unknown) => context.log(`import ${id}: ${String(error)}`))
  return { result, again }
}

/** His own imports. @throws NotFound */
export async function importProgress(context: Context, session: Session, id: string): Promise<Static<typeof ImportAnswer>> {
  const { result, ...row } = await readRun(context, session, id)
  return { ...row, counts: result?.counts ?? null, refusals: (result?.refused ?? []).slice(0, 100), failed: row.finished !== null && result === null }
}

/** All refused rows as a table, for the office that has to mend its file. @throws NotFound */
export async function importRefusals(context: Context, session: Session, id: string): Promise<string> {
  const { result } = await readRun(context, session, id)
  return writeTable(['行号 row', '列 column', '原因', 'reason'], (result?.refused ?? []).map(({ row, field = '', reason }) => [row, field, reason.zh, reason.en]))
}

async function carryOut(context: Context, { region }: Session, { id, name: _name, replaces, ...rest }: Static<typeof ImportQuery>, table: Readable): Promise<void> {
  const { worker } = context.pools
  const done = statement('update faheng.import_run set done = $3 where region = $1 and id = $2 and finished is null')
  const progress = (n: number) => void (n % 50 === 0 && run(worker, done, [region, id, n]).catch(() => undefined))
  const finish = statement('update faheng.import_run set finished = $3, done = $4, result = $5 where region = $1 and id = $2')
  try {
    const result = await table.write(worker, region, { ...rest, replaces: replaces === 'yes', at: context.clock(), progress })
    await run(worker, finish, [region, id, context.clock(), table.total, JSON.stringify(result)])
  } catch (error) {
    await run(worker, finish, [region, id, context.clock(), 0, null])
    throw error
  }
}

async function readRun(context: Context, { region, person }: Session, id: string) {
  const [found] = await run<RunRow>(context.pools.worker, statement(`
    select id, kind, file_name as "fileName", started, finished, done, total, result from faheng.import_run
    where region = $1 and id = $2 and person = $3`), [region, id, person])
  if (found === undefined) throw new NotFound()
  return found
}

type Counted = Pick<ImportedRows['counts'], 'rows' | 'accepted' | 'refused' | 'added' | 'unchanged'>
/** Imports of cases also name the column. */
type Refused = ImportedRows['refused'][number] & { readonly field?: string }

interface RunRow {
  readonly id: string
  readonly kind: string
  readonly fileName: string
  readonly started: string
  readonly finished: string | null
  readonly done: number
  readonly total: number
  readonly result: { readonly counts: Partial<ImportedRows['counts']> & Counted; readonly refused: readonly Refused[] } | null
}

function readable(kind: ImportKind, file: Buffer): Readable {
  try {
    return kinds[kind](file)
  } catch (error) {
    if (error instanceof UnreadableTable) throw new Malformed('/file', error.words)
    throw error
  }
}

function requireImporter({ posts }: Session, body: string): void {
  const may = posts.some((post) =>
    post.kind === 'supervisor' || post.kind === 'system-administrator' || ((post.kind === 'head' || post.kind === 'legal-reviewer') && post.body === body))
  if (!may) throw new NotFound()
}
