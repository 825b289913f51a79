import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { dayOf, isDay } from '@faheng/law/time/day.ts'
import { checkCitations } from '../authority/statutes/check-citations.ts'
import { readTable } from '../platform/tables/read-table.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

/** Columns that name a basis, in the tables offices keep. */
const columns = ['法条依据', '处罚依据条款', '依据', 'basis']

export const citationsCheck: Command = {
  usage: 'FILE... [--on DAY] [--all] [--region CODE]',
  options: {
    ...dataOption,
    ...regionOption,
    on: { type: 'string', help: 'the day on which they are to hold, YYYY-MM-DD (default today)' },
    all: { type: 'boolean', help: 'list every problem and not the first ten of a file' },
  },
  async run(args, io) {
    const on = args.text('on') ?? dayOf(io.now())
    if (!isDay(on)) throw new Error(`--on ${on} is not a day YYYY-MM-DD`)
    if (args.positionals.length === 0) throw new Error('faheng citations check FILE...: the files are missing')
    const tables = args.positionals.map((file) => {
      const table = readTable(readFileSync(file), [], 'kept')
      const column = columns.find((each) => table.columns.includes(each))
      if (column === undefined) throw new Error(`${file} has none of the columns ${columns.join(', ')}`)
      return { file: basename(file), cells: table.rows.map(({ row, cells }) => ({ row, text: cells[column] ?? '' })) }
    })
    const results = await withDatabase(args, io, async ({ pools }) => {
      const region = await regionOf(pools.worker, args.text('region'))
      return Promise.all(tables.map(async ({ file, cells }) => ({ file, ...(await checkCitations(pools.worker, region, cells, on)) })))
    })
    const shown = args.flag('all') ? Infinity : 10
    io.answer(results, results.flatMap(({ file, counts: { rows, empty, resolved, unresolved, unread }, problems }) => [
      `${file}: ${rows} rows, ${resolved} citations resolved, ${Object.values(unresolved).reduce((a, b) => a + b)} not (${Object.entries(unresolved).map(([why, n]) => `${n} ${why}`).join(', ')}), ${unread} parts not read, ${empty} rows without basis`,
      ...problems.slice(0, shown).map(({ row, text, reason }) => `  row ${row}: ${text.slice(0, 60)}: ${reason.zh} (${reason.en})`),
      ...(problems.length > shown ? [`  … ${problems.length - shown} more with --all`] : []),
    ]).join('\n'))
  },
}
