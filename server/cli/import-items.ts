import { readFileSync } from 'node:fs'
import { instantAt, isDay } from '@faheng/law/time/day.ts'
import { importItems, readItemTable } from '../authority/import-items.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption, requireBody } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const importItemTable: Command = {
  usage: 'FILE --body CODE [--from DAY] [--region CODE]',
  options: {
    ...dataOption,
    ...regionOption,
    body: { type: 'string', help: 'the body whose items they are (its id in the register)' },
    from: { type: 'string', help: 'the day from which they are valid, YYYY-MM-DD (default today)' },
  },
  async run(args, io) {
    const [file] = args.positionals
    const [body, from] = [args.text('body'), args.text('from')]
    if (file === undefined || body === undefined) throw new Error('faheng import items FILE --body CODE: both are needed')
    if (from !== undefined && !isDay(from)) throw new Error(`--from ${from} is not a day YYYY-MM-DD`)
    const table = readItemTable(readFileSync(file))
    const { counts, refused } = await withDatabase(args, io, async ({ pools }) => {
      const region = await regionOf(pools.worker, args.text('region'))
      await requireBody(pools.worker, region, body)
      const progress = (done: number) => io.progress('items', done, table.items.length)
      return importItems(pools.worker, region, table, { body, from, at: instantAt(io.now()), progress })
    })
    io.answer({ ...counts, refusals: refused }, [
      `${counts.rows} rows: ${counts.accepted} accepted (${counts.parsed} parsed, ${counts.toBeConfirmed} to be confirmed), ${counts.refused} refused`,
      `of the accepted ${counts.added} are new, ${counts.superseded} supersede an earlier version, ${counts.unchanged} were there already`,
      ...refused.map(({ row, reason }) => `  row ${row}: ${reason.zh} (${reason.en})`),
    ].join('\n'))
  },
}
