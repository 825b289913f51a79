import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instantAt, isDay } from '@faheng/law/time/day.ts'
import { readStaffTable } from '../people/staff/read-table.ts'
import { writeStaff } from '../people/staff/write-staff.ts'
import { openMasterKey } from '../platform/secrets/master-key.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const importPeopleTable: Command = {
  usage: 'FILE [--from DAY] [--region CODE]',
  options: {
    ...dataOption,
    ...regionOption,
    from: { type: 'string', help: 'the day from which the entries count, YYYY-MM-DD (default today)' },
  },
  async run(args, io) {
    const [file] = args.positionals
    const from = args.text('from')
    if (file === undefined) throw new Error('faheng import people FILE: the file is missing')
    if (from !== undefined && !isDay(from)) throw new Error(`--from ${from} is not a day YYYY-MM-DD`)
    const table = readStaffTable(readFileSync(file))
    const key = openMasterKey(join(args.text('data') ?? './data', 'keys'), io.env)
    const { counts, refused } = await withDatabase(args, io, async ({ pools }) => {
      const region = await regionOf(pools.worker, args.text('region'))
      return writeStaff(pools.worker, { region, key, by: 'command', at: instantAt(io.now()), from }, table.rows, table.refused)
    })
    io.answer({ ...counts, refusals: refused }, [
      `${counts.rows} rows: ${counts.added} new, ${counts.superseded} changed, ${counts.unchanged} unchanged, ${counts.refused} refused`,
      ...refused.map(({ row, field, reason }) => `  row ${row}${field ? ` ${field}` : ''}: ${reason.zh} (${reason.en})`),
    ].join('\n'))
  },
}
