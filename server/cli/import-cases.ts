import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { procedures } from '@faheng/law/procedures/index.ts'
import { instantAt, type Instant } from '@faheng/law/time/day.ts'
import { openOwnKeys } from '../acts/index.ts'
import { requiredColumns } from '../cases/old/columns.ts'
import { importCases } from '../cases/old/import-cases.ts'
import { version } from '../compose.ts'
import { houseDocuments } from '../house-documents.ts'
import { postsAt } from '../people/posts-at.ts'
import { run, statement } from '../platform/database/run.ts'
import { streamTable } from '../platform/tables/stream-table.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const importCaseTable: Command = {
  usage: 'FILE --body CODE [--as PERSON] [--region CODE]',
  options: {
    ...dataOption,
    ...regionOption,
    body: { type: 'string', help: 'the body whose cases they are (its id in the register)' },
    as: { type: 'string', help: 'the person who answers for the entries (default: the only receiving clerk of the body)' },
  },
  async run(args, io) {
    const [file] = args.positionals
    const body = args.text('body')
    if (file === undefined || body === undefined) throw new Error('faheng import cases FILE --body CODE: both are needed')
    await stat(file)
    const { counts, refused } = await withDatabase(args, io, async ({ pools }) => {
      const region = await regionOf(pools.worker, args.text('region'))
      const clock = () => instantAt(io.now())
      const person = args.text('as') ?? (await onlyClerk(pools.worker, region, body, clock()))
      const asker = { region, person, posts: (await postsAt(pools.worker, region, person, clock())).map(({ kind, body: at, unit, rank }) => ({ kind, body: at, ...(unit ? { unit } : {}), ...(rank ? { rank } : {}) })) }
      const acts = { pool: pools.app, procedures, documents: houseDocuments, masterKey: (await openOwnKeys(pools.worker, join(args.text('data') ?? './data', 'keys'), io.env)).master, clock, law: version() }
      return importCases({ acts, worker: pools.worker, asker, body, at: clock(), progress: (done) => io.progress('rows', done) }, streamTable(() => createReadStream(file), requiredColumns))
    })
    io.answer({ ...counts, refusals: refused }, [
      `${counts.rows} rows: ${counts.accepted} accepted (${counts.added} new, ${counts.unchanged} there already), ${counts.refused} refused`,
      ...refused.map(({ row, field, reason }) => `  row ${row}, ${field}: ${reason.zh} (${reason.en})`),
    ].join('\n'))
  },
}

async function onlyClerk(worker: Pool, region: string, body: string, at: Instant): Promise<string> {
  const clerks = await run<{ person: string }>(worker, statement(`
    select distinct person from faheng.post
    where region = $1 and body = $2 and kind = 'receiving-clerk' and from_at <= $3 and (until_at is null or $3 < until_at) order by person`), [region, body, at])
  const [only, ...others] = clerks
  if (only === undefined) throw new Error(`the body ${body} is not there or has no receiving clerk: say with --as which officer answers for the entries`)
  if (others.length > 0) throw new Error(`say with --as who answers for the entries: ${clerks.map(({ person }) => person).join(', ')}`)
  return only.person
}
