import { dayOf, instantAt } from '@faheng/law/time/day.ts'
import { planStatus, readRegisters } from '../plan/index.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

/** The state of the plan by rule, and how much of it measures itself. */
export const planStatusCommand: Command = {
  usage: '[--year YEAR] [--region CODE]',
  options: { ...dataOption, ...regionOption, year: { type: 'string', help: 'the year (default this one)' } },
  async run(args, io) {
    const now = instantAt(io.now())
    const year = Number(args.text('year') ?? dayOf(now).slice(0, 4))
    if (!Number.isInteger(year)) throw new Error('--year is not a year')
    const { measures, indicators, states, rows } = await withDatabase(args, io, async ({ pools }) => {
      const region = await regionOf(pools.worker, args.text('region'))
      await readRegisters(pools.worker, region, now)
      return planStatus(pools.worker, region, year, dayOf(now))
    })
    io.answer({ year, measures, indicators, states, rows }, [
      `${year}: ${measures} measures, ${indicators.live} indicators live, ${indicators.none} without a source yet`,
      Object.entries(states).map(([state, n]) => `${state} ${n}`).join(', '),
      ...rows.map(({ number, status, rule }) => `${String(number).padStart(3)}  ${status.padEnd(15)}${rule.en}`),
    ].join('\n'))
  },
}
