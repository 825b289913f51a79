import { dayOf, instantAt } from '@faheng/law/time/day.ts'
import { numbersOf } from '../authority/registers/numbers.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const numbers: Command = {
  usage: '[--year YEAR] [--region CODE]',
  options: { ...dataOption, ...regionOption, year: { type: 'string', help: 'the year; this one without it' } },
  async run(args, io) {
    const year = Number(args.text('year') ?? dayOf(instantAt(io.now())).slice(0, 4))
    if (!Number.isInteger(year)) throw new Error(`${args.text('year')} is no year`)
    const series = await withDatabase(args, io, async ({ pools }) => numbersOf(pools.worker, await regionOf(pools.worker, args.text('region')), year))
    io.answer(series, series.map(({ body, kind, last, given, explained, unexplained }) => [
      `${body} ${kind}〔${year}〕: up to ${last}, ${given} given out here${unexplained > 0 ? `, ${unexplained} without explanation` : ''}`,
      ...explained.map((each) => `  ${each.first === each.last ? each.first : `${each.first}–${each.last}`}: ${each.note}`),
    ].join('\n')).join('\n'))
  },
}
