import { readFileSync } from 'node:fs'
import { instantAt } from '@faheng/law/time/day.ts'
import { readRegisterFile, registerRows, registers } from '../authority/registers/index.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const register: Command = {
  usage: '<kind> FILE [--region CODE]',
  options: { ...dataOption, ...regionOption },
  async run(args, io) {
    const kinds = registers.map(({ kind: each }) => each).join(', ')
    const [kind, file] = args.positionals
    const to = registers.find((each) => each.kind === kind)
    if (to === undefined) throw new Error(`${kind ?? 'nothing'} is no register; there are: ${kinds}`)
    if (file === undefined) throw new Error(`faheng register ${kind} FILE: the file is missing`)
    const rows = readRegisterFile(readFileSync(file), to.schema)
    const result = await withDatabase(args, io, async ({ pools }) => {
      const region = await regionOf(pools.worker, args.text('region'))
      return registerRows(pools.worker, region, to, rows, instantAt(io.now()), (done) => io.progress('rows', done, rows.length))
    })
    const { added, superseded, closed, unchanged, refused } = result
    io.answer(result, [
      `${kind}: ${rows.length} rows, ${added} added, ${superseded} superseded, ${closed} ended or interrupted, ${unchanged} unchanged, ${refused.length} refused`,
      ...refused.map(({ row, reason }) => `  row ${row}: ${reason.zh} (${reason.en})`),
    ].join('\n'))
    if (refused.length > 0) throw new Error(`${refused.length} of ${rows.length} rows were refused`)
  },
}
