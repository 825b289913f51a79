import type { Readable } from 'node:stream'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { words } from '@faheng/law/words.ts'
import type { CasesContext } from './context.ts'

/** A document's one and only rendering; until it exists there is nothing to download (D8), and none once it repeats an erased text (D9). */
export async function documentPdf(context: CasesContext, session: Session, id: string): Promise<{ name: string; content: Readable }> {
  const rows = await reading(() => context.pools.app.connect(), session, (client) =>
    run<{ file: string | null; kind: string; number: string | null; withheld: boolean }>(client, statement(`
      select file, kind, number, exists (select from faheng.withheld w where w.region = d.region and w.document = d.id) as withheld
      from faheng.document d where region = $1 and id = $2`), [session.region, id]))
  const [row] = rows
  if (!row) throw new NotFound()
  if (row.withheld) throw new Malformed('/id', words('文书载有已依法删除的个人信息，不再提供查阅', 'The document repeats personal information that was erased by law; it is no longer opened'))
  if (row.file === null) throw new Malformed('/id', words('文书正在生成，请稍候', 'The document is still being rendered; try again in a moment'))
  return { name: `${row.number ?? row.kind}.pdf`, content: await context.files.get(row.file) }
}

/**
 * A file somebody brought in, for whoever may read an act it belongs to; under his own name for who brought the same one in. The
 * scan of a paper that repeats an erased text is opened no more.
 */
export async function fileContent(context: CasesContext, session: Session, hash: string): Promise<{ name: string; type: string; content: Readable }> {
  const rows = await reading(() => context.pools.app.connect(), session, (client) =>
    run<{ name: string; type: string; withheld: boolean }>(client, statement(`
      select name, type, exists (
        select from faheng.matter_file mf join faheng.withheld w on w.region = mf.region and w.document = mf.document where mf.region = $1 and mf.hash = $2) as withheld
      from (
        (select name, type from faheng.upload where region = $1 and hash = $2 and person = $3 limit 1)
        union all (select name, type from faheng.file where region = $1 and hash = $2) limit 1) as brought`), [session.region, hash, session.person]))
  const [row] = rows
  if (!row || row.withheld) throw new NotFound()
  return { name: row.name, type: row.type, content: await context.files.get(hash) }
}
