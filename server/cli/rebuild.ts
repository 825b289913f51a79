import { procedures } from '@faheng/law/procedures/index.ts'
import { rebuild as rebuildTables } from '../acts/index.ts'
import { houseDocuments } from '../house-documents.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

/** Replays every act and compares, or rewrites, all that is derived from acts. */
export const rebuild: Command = {
  usage: '[--check] [--region CODE]',
  options: { ...dataOption, ...regionOption, check: { type: 'boolean', default: false, help: 'change nothing, only say what differs' } },
  async run(args, io) {
    const check = args.flag('check')
    const differences = await withDatabase(args, io, async ({ pools }) =>
      rebuildTables({ procedures, documents: houseDocuments }, pools.worker, await regionOf(pools.worker, args.text('region')), { check }))
    io.answer(
      { differences },
      differences.length === 0 ? 'every table is what the acts say' : [`${differences.length} differences${check ? '' : ', all mended'}`, ...differences.slice(0, 20).map((each) => `  ${JSON.stringify(each)}`)].join('\n'),
    )
    if (check && differences.length > 0) throw new Error(`${differences.length} rows differ from what the acts say`)
  },
}
