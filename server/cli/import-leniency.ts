import { readFileSync } from 'node:fs'
import { instantAt } from '@faheng/law/time/day.ts'
import { importLeniency, readLeniencyList } from '../authority/discretion/import-leniency.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption, requireBody } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const importLeniencyList: Command = {
  usage: 'FILE --body CODE [--replaces] [--region CODE]',
  options: {
    ...dataOption,
    ...regionOption,
    body: { type: 'string', help: 'the body that applies it (its id in the register)' },
    replaces: { type: 'boolean', help: 'this edition replaces those of the same kind: rules it does not hold end' },
  },
  async run(args, io) {
    const [file] = args.positionals
    const body = args.text('body')
    if (file === undefined || body === undefined) throw new Error('faheng import leniency FILE --body CODE: both are needed')
    const list = readLeniencyList(readFileSync(file))
    const { counts, refused } = await withDatabase(args, io, async ({ pools }) => {
      const region = await regionOf(pools.worker, args.text('region'))
      await requireBody(pools.worker, region, body)
      return importLeniency(pools.worker, region, list, { body, replaces: args.flag('replaces'), at: instantAt(io.now()), progress: (done) => io.progress('rules', done, list.entries.length) })
    })
    io.answer({ ...counts, refusals: refused }, [
      `${list.title}, valid from ${list.validFrom}${list.validUntil ? ` until ${list.validUntil}` : ''}`,
      `${counts.rows} entries: ${counts.parsed} parsed, ${counts.toBeConfirmed} to be confirmed, ${counts.refused} refused`,
      `of the accepted ${counts.added} are new, ${counts.superseded} supersede an earlier version, ${counts.unchanged} were there already`,
      ...(counts.ended ? [`${counts.ended} rules of earlier editions end`] : []),
      ...refused.map(({ row, reason }) => `  entry ${row}: ${reason.zh} (${reason.en})`),
    ].join('\n'))
  },
}
