import { instantAt } from '@faheng/law/time/day.ts'
import { importStatutes } from '../authority/statutes/import.ts'
import { readStatuteFolder } from '../authority/statutes/read-folder.ts'
import { readStatuses } from '../authority/statutes/statuses.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const importStatuteFolder: Command = {
  usage: 'FOLDER [--region CODE]',
  options: { ...dataOption, ...regionOption },
  async run(args, io) {
    const [folder] = args.positionals
    if (folder === undefined) throw new Error('faheng import statutes FOLDER: the folder is missing')
    const { files, statuses } = readStatuteFolder(folder)
    if (files.length === 0) throw new Error(`${folder} holds no .txt or .md file`)
    const result = await withDatabase(args, io, async ({ pools }) =>
      importStatutes(pools.worker, await regionOf(pools.worker, args.text('region')), { files, statuses: readStatuses(statuses) },
        { at: instantAt(io.now()), progress: (done, of) => io.progress('statutes', done, of) }))
    const { counts, refused, flaws, impact } = result
    io.answer(result, [
      `${counts.texts} texts with ${counts.articles} articles: ${counts.added} new, ${counts.unchanged} were there already, ${counts.refused} refused, ${counts.flagged} flagged`,
      `${impact.changes} changes from version to version; to be reviewed: ${impact.tasks.item} items, ${impact.tasks.benchmark} benchmarks, ${impact.tasks.leniency} rules of lists, ${impact.tasks.grant} township powers, ${impact.tasks.matter} open cases`,
      ...refused.map(({ source, reason }) => `  refused ${source}: ${reason.zh} (${reason.en})`),
      ...flaws.map(({ statute, version, flaw }) => `  flagged ${statute} ${version}: ${flaw.words.zh} (${flaw.words.en})`),
    ].join('\n'))
  },
}
