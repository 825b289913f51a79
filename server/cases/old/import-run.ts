import { createHash } from 'node:crypto'
import type { Static } from 'typebox'
import type { ImportCasesQuery } from '@faheng/api/authority.ts'
import { words } from '@faheng/law/words.ts'
import { run, statement } from '../../platform/database/run.ts'
import { Malformed, NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { readTable, UnreadableTable, writeTable, type Table } from '../../platform/tables/read-table.ts'
import { once } from '../../platform/verbs.ts'
import type { CasesContext } from '../context.ts'
import { columns, requiredColumns } from './columns.ts'
import { importCases } from './import-cases.ts'

/**
 * Begins an import of a body's old and running cases and answers before it is through; progress and refusals are read where
 * every import's are. By those who register cases there.
 * @throws NotFound for others; Malformed naming `/file`
 */
export async function startCases(context: CasesContext, session: Session, query: Static<typeof ImportCasesQuery>, file: Buffer) {
  if (!session.posts.some(({ kind, body }) => body === query.body && registrars.includes(kind))) throw new NotFound()
  const table = readable(file)
  const { id, ...content } = query
  const { region, person } = session
  const total = table.rows.length
  const verb = { id, name: 'import-cases', region, person, content: { ...content, sha256: createHash('sha256').update(file).digest('hex') } }
  const { result, again } = await once(context, verb, async (client, at) => {
    await run(client, statement(`
      insert into faheng.import_run (region, id, kind, person, file_name, started, total) values ($1, $2, 'cases', $3, $4, $5, $6)`), [region, id, person, query.name, at, total])
    return { id, total }
  })
  if (!again) void carryOut(context, session, query, table).catch((error: unknown) => context.log(`import ${id}: ${String(error)}`))
  return { result, again }
}

async function carryOut({ acts, pools: { worker }, clock }: CasesContext, session: Session, { id, body }: Static<typeof ImportCasesQuery>, table: Table): Promise<void> {
  const { region } = session
  const progress = (n: number) => void (n % 50 === 0 && run(worker, done, [region, id, n]).catch(() => undefined))
  try {
    const result = await importCases({ acts, worker, asker: session, body, at: clock(), progress }, oneByOne(table.rows))
    await run(worker, finish, [region, id, clock(), table.rows.length, JSON.stringify(result)])
  } catch (error) {
    await run(worker, finish, [region, id, clock(), 0, null])
    throw error
  }
}

/** The heading alone: what to fill in. The guide stands in docs/import-cases.md. */
export const template = (): string => writeTable(Object.values(columns), [])

const registrars: readonly string[] = ['receiving-clerk', 'officer', 'unit-head', 'legal-reviewer']

async function* oneByOne<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows
}

function readable(file: Buffer): Table {
  try {
    return readTable(file, requiredColumns)
  } catch (error) {
    if (error instanceof UnreadableTable) throw new Malformed('/file', words(error.words.zh, error.words.en))
    throw error
  }
}

const done = statement('update faheng.import_run set done = $3 where region = $1 and id = $2 and finished is null')
const finish = statement('update faheng.import_run set finished = $3, done = $4, result = $5 where region = $1 and id = $2')
