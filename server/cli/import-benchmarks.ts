import { readFileSync } from 'node:fs'
import { instantAt, isDay } from '@faheng/law/time/day.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption, requireBody } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const importBenchmarkTable: Command = {
  name: 'import discretion',
  summary: 'make the rows of a published discretion benchmark (裁量基准) benchmarks of a body',
  usage: 'FILE --body CODE [--maker NAME] [--from DAY] [--region CODE]',
  options: {
    ...dataOption,
    ...regionOption,
    body: { type: 'string', help: 'the body that applies it (its id in the register)' },
    maker: { type: 'string', help: 'the superior that made it (default: the body itself)' },
    from: { type: 'string', help: 'the day from which it is valid, YYYY-MM-DD (default today)' },
  },
  async run(args, io) {
    const { importBenchmarks, readBenchmarkTable } = await import('../authority/discretion/import-benchmarks.ts')
    const [file] = args.positionals
    const [body, from, maker] = [args.text('body'), args.text('from'), args.text('maker')]
    if (file === undefined || body === undefined) throw new Error('faheng import discretion FILE --body CODE: both are needed')
    if (from !== undefined && !isDay(from)) throw new Error(`--from ${from} is not a day YYYY-MM-DD`)
    const table = readBenchmarkTable(readFileSync(file))
    const { counts, refused } = await withDatabase(args, io, async ({ pools }) => {
      const region = await regionOf(pools.worker, args.text('region'))
      await requireBody(pools.worker, region, body)
      const progress = (done: number) => io.progress('benchmarks', done, table.lines.length)
      return importBenchmarks(pools.worker, region, table, { body, from, maker, at: instantAt(io.now()), progress })
    })
    io.answer({ ...counts, refusals: refused }, [
      `${counts.rows} rows: ${counts.parsed} parsed, ${counts.toBeConfirmed} to be confirmed, ${counts.refused} refused`,
      `of the accepted ${counts.added} are new, ${counts.superseded} supersede an earlier version, ${counts.unchanged} were there already`,
      ...refused.map(({ row, reason }) => `  row ${row}: ${reason.zh} (${reason.en})`),
    ].join('\n'))
  },
}
