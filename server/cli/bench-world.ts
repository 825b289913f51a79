import { join, resolve } from 'node:path'
import { dayOf, instantAt } from '@faheng/law/time/day.ts'
import { compose } from '../compose.ts'
import { findCounty } from '../county.ts'
import { loadWorld } from '../demo/world/load-world.ts'
import { diskStore } from '../platform/files/store.ts'
import { type Command, dataOption } from './command.ts'
import { withDatabase } from './with-database.ts'

export const benchWorld: Command = {
  usage: '--cases N [--templates N]',
  options: {
    ...dataOption,
    cases: { type: 'string', help: 'how many cases, three in ten of them in the demonstration county' },
    templates: { type: 'string', help: 'how many are performed; the others are copies (default a twentieth, 60 to 1000)' },
  },
  async run(args, io) {
    const cases = Number(args.text('cases'))
    const templates = Number(args.text('templates') ?? 0)
    if (!Number.isInteger(cases) || cases < 120 || !Number.isInteger(templates)) throw new Error('--cases is a number from 120')
    const dataDir = resolve(args.text('data') ?? './data')
    const loaded = await withDatabase(args, io, async (opened) => {
      const clock = () => instantAt(io.now())
      const { region } = await findCounty(opened, false)
      const house = await compose(opened, { dataDir, env: io.env, publicUrl: 'http://localhost', production: false, region, clock, say: io.say })
      const context = {
        acts: house.acts, database: opened.database, worker: opened.pools.worker, identity: house.context.identity, log: io.say,
        progress: (done: number, of: number) => io.progress('world', done, of),
      }
      return loadWorld(context, diskStore(join(dataDir, 'files')), { cases, date: dayOf(io.now()), ...(templates > 0 ? { templates } : {}) }).finally(() => house.close())
    })
    const { seconds } = loaded
    io.answer(loaded, [
      `${loaded.cases} cases, ${loaded.acts} acts in ${loaded.counties} counties, ${loaded.county} cases in the user's, in ${seconds.whole} s`,
      `  ${loaded.templates} were performed (${seconds.performed} s), the others copied (${seconds.copied} s) and indexed (${seconds.indexed} s)`,
      `  ${loaded.compared} replayed from their acts: every row is what they say`,
      '  not built: leaves of the ledger and rendered papers (each opens a specimen); outside the user\'s county, search words and personal texts of acts',
    ].join('\n'))
  },
}
