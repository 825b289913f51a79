import type { Readable } from 'node:stream'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { words } from '@faheng/law/words.ts'
import type { CasesContext } from './context.ts'

/** A document's one and only rendering; until it exists there is nothing to download (D8). */
export async function documentPdf(context: CasesContext, session: Session, id: string): Promise<{ name: string; content: Readable }> {
  const rows = await reading(() => context.pools.app.connect(), session, (client) =>
    run<{ file: string | null; kind: string; number: string | null }>(client, statement('select file, kind, number from faheng.document where region = $1 and id = $2'), [session.region, id]))
  const [row] = rows
  if (!row) throw new NotFound()
  if (row.file === null) throw new Malformed('/id', words('文书正在生成，请稍候', 'The document is still being rendered; try again in a moment'))
  return { name: `${row.number ?? row.kind}.pdf`, content: await context.files.get(row.file) }
}

/** A file somebody brought in, for whoever may read an act it belongs to; under his own name for who brought the same one in. */
export async function fileContent(context: CasesContext, session: Session, hash: string): Promise<{ name: string; type: string; content: Readable }> {
  const rows = await reading(() => context.pools.app.connect(), session, (client) =>
    run<{ name: string; type: string }>(client, statement(`
      (select name, type from faheng.upload where region = $1 and hash = $2 and person = $3 limit 1)
      union all (select name, type from faheng.file where region = $1 and hash = $2) limit 1`), [session.region, hash, session.person]))
  const [row] = rows
  if (!row) throw new NotFound()
  return { ...row, content: await context.files.get(hash) }
}
