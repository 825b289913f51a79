import { readFileSync } from 'node:fs'
import { instantAt, isDay } from '@faheng/law/time/day.ts'
import { importBenchmarks, readBenchmarkTable } from '../authority/discretion/import-benchmarks.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption, requireBody } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const importBenchmarkTable: Command = {
  usage: 'FILE --body CODE [--maker NAME] [--from DAY] [--until DAY] [--published DAY] [--replaces] [--region CODE]',
  options: {
    ...dataOption,
    ...regionOption,
    body: { type: 'string', help: 'the body that applies it (its id in the register)' },
    maker: { type: 'string', help: 'the superior that made it (default: the body itself)' },
    from: { type: 'string', help: 'the day from which it is valid, YYYY-MM-DD (default today)' },
    until: { type: 'string', help: 'the day on which it ends, YYYY-MM-DD (default: open)' },
    published: { type: 'string', help: 'the day on which it was published, YYYY-MM-DD' },
    replaces: { type: 'boolean', help: 'this edition replaces those of the same maker: lines it does not hold end' },
  },
  async run(args, io) {
    const [file] = args.positionals
    const [body, from, until, published, maker] = ['body', 'from', 'until', 'published', 'maker'].map((name) => args.text(name))
    if (file === undefined || body === undefined) throw new Error('faheng import discretion FILE --body CODE: both are needed')
    for (const day of [from, until, published]) if (day !== undefined && !isDay(day)) throw new Error(`${day} is not a day YYYY-MM-DD`)
    const table = readBenchmarkTable(readFileSync(file))
    const { counts, refused } = await withDatabase(args, io, async ({ pools }) => {
      const region = await regionOf(pools.worker, args.text('region'))
      await requireBody(pools.worker, region, body)
      const progress = (done: number) => io.progress('benchmarks', done, table.lines.length)
      return importBenchmarks(pools.worker, region, table, { body, from, until, published, maker, replaces: args.flag('replaces'), at: instantAt(io.now()), progress })
    })
    io.answer({ ...counts, refusals: refused }, [
      `${counts.rows} rows: ${counts.parsed} parsed, ${counts.toBeConfirmed} to be confirmed, ${counts.refused} refused`,
      `of the accepted ${counts.added} are new, ${counts.superseded} supersede an earlier version, ${counts.unchanged} were there already`,
      ...(counts.ended ? [`${counts.ended} lines of earlier editions end`] : []),
      ...refused.map(({ row, reason }) => `  row ${row}: ${reason.zh} (${reason.en})`),
    ].join('\n'))
  },
}
