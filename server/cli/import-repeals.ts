import { readFileSync } from 'node:fs'
import { instantAt } from '@faheng/law/time/day.ts'
import { importRepeals, readRepeals } from '../authority/statutes/repeals.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const importRepealFile: Command = {
  usage: 'FILE [--region CODE]',
  options: { ...dataOption, ...regionOption },
  async run(args, io) {
    const [file] = args.positionals
    if (file === undefined) throw new Error('faheng import repeals FILE: the file is missing')
    const repeals = readRepeals(readFileSync(file, 'utf8'))
    const result = await withDatabase(args, io, async ({ pools }) =>
      importRepeals(pools.worker, await regionOf(pools.worker, args.text('region')), repeals, instantAt(io.now())))
    const { repealed, refused, changes, tasks } = result
    io.answer(result, [
      `${repealed.length} statutes end on ${repeals.effective}, ${changes} of them newly; to be reviewed: ${tasks.item} items, ${tasks.benchmark} benchmarks, ${tasks.leniency} rules of lists, ${tasks.grant} township powers, ${tasks.matter} open cases`,
      ...refused.map(({ statute, reason }) => `  refused ${statute}: ${reason.zh} (${reason.en})`),
    ].join('\n'))
  },
}
