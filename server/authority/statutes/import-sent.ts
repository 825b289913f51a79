import { createHash } from 'node:crypto'
import type { Static } from 'typebox'
import type { StatuteFiles } from '@faheng/api/statutes.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../../platform/context.ts'
import { Malformed, NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { once } from '../../platform/verbs.ts'
import { importStatutes, type ImportedStatutes } from './import.ts'
import { readStatuses, type Statuses } from './statuses.ts'

/**
 * Texts sent by a browser into the register, by supervisors, legal reviewers and system administrators. Logged with their hash; each
 * text is stored once, so that a request that broke off is sent again. @throws NotFound for others; Malformed naming `/statuses`
 */
export async function importSent(context: Context, session: Session, { id, files, statuses }: Static<typeof StatuteFiles>): Promise<ImportedStatutes> {
  const { region, person, posts } = session
  if (!posts.some(({ kind }) => kind === 'supervisor' || kind === 'legal-reviewer' || kind === 'system-administrator')) throw new NotFound()
  const read = readable(statuses)
  const sha256 = createHash('sha256').update(JSON.stringify({ files, statuses })).digest('hex')
  const { result } = await once(context, { id, name: 'import-statutes', region, person, content: { sha256, files: files.map(({ path }) => path) } },
    (_, at) => importStatutes(context.pools.worker, region, { files, statuses: read }, { at }))
  return result
}

function readable(statuses: readonly string[]): Statuses {
  try {
    return readStatuses(statuses)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Malformed('/statuses', words('状态清单不是有效的JSON', 'the list of statuses is not JSON'))
    throw error
  }
}
