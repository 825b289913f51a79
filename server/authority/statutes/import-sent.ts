import { createHash } from 'node:crypto'
import type { Static } from 'typebox'
import type { StatuteFiles } from '@faheng/api/statutes.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../../platform/context.ts'
import { Malformed, NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { once } from '../../platform/verbs.ts'
import type { Impact } from './changes.ts'
import { importStatutes, type ImportedStatutes } from './import.ts'
import { importRepeals, readRepeals } from './repeals.ts'
import { readStatuses } from './statuses.ts'
import { subjectKinds } from './subjects.ts'

/**
 * Texts sent by a browser into the register, by supervisors, legal reviewers and system administrators. Logged with their hash; each
 * text is stored once, so that a request that broke off is sent again. @throws NotFound for others; Malformed naming `/statuses` or `/repeals`
 */
export async function importSent(context: Context, session: Session, { id, files, statuses, repeals = [] }: Static<typeof StatuteFiles>): Promise<ImportedStatutes & { readonly repealed: readonly string[] }> {
  const { region, person, posts } = session
  if (!posts.some(({ kind }) => kind === 'supervisor' || kind === 'legal-reviewer' || kind === 'system-administrator')) throw new NotFound()
  const read = readable('/statuses', () => readStatuses(statuses))
  const ends = readable('/repeals', () => repeals.map(readRepeals))
  const sha256 = createHash('sha256').update(JSON.stringify({ files, statuses, ...(repeals.length > 0 ? { repeals } : {}) })).digest('hex')
  const { result } = await once(context, { id, name: 'import-statutes', region, person, content: { sha256, files: files.map(({ path }) => path) } },
    async (_, at) => {
      const imported = await importStatutes(context.pools.worker, region, { files, statuses: read }, { at })
      const ended = []
      for (const each of ends) ended.push(await importRepeals(context.pools.worker, region, each, at))
      return {
        ...imported,
        repealed: ended.flatMap(({ repealed }) => repealed),
        refused: [...imported.refused, ...ended.flatMap(({ refused }) => refused.map(({ statute, reason }) => ({ source: statute, reason })))],
        impact: ended.reduce(together, imported.impact),
      }
    })
  return result
}

const together = (one: Impact, other: Impact): Impact => ({
  changes: one.changes + other.changes,
  tasks: Object.fromEntries(subjectKinds.map((kind) => [kind, one.tasks[kind] + other.tasks[kind]])) as Impact['tasks'],
})

function readable<T>(field: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Malformed(field, words(`不是有效的清单：${(error as Error).message}`, `is no such list: ${(error as Error).message}`))
  }
}
