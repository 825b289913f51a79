import type { PoolClient } from 'pg'
import { buffer } from 'node:stream/consumers'
import type { Volume } from '@faheng/law/documents/document.ts'
import { documents as catalogue } from '@faheng/law/documents/index.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { bindCaseFile, type CaseFile } from '../platform/documents/case-file.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { counted, words } from '@faheng/law/words.ts'
import type { CasesContext } from './context.ts'
import { subjects } from './subjects.ts'

/**
 * A case as one PDF with catalogue, page numbers and bookmarks: both volumes, or the one asked for (the main one goes to the party
 * and the court). Signed paper that was scanned takes the place of what was rendered (R28).
 */
export async function caseFile(context: CasesContext, session: Session, matter: string, volume?: Volume): Promise<Uint8Array> {
  const found = await reading(() => context.pools.app.connect(), session, (client) => paperOf(client, session.region, matter))
  const waiting = found.documents.filter((each) => each.file === null)
  if (waiting.length > 0) throw new Malformed('/id', words(`还有${waiting.length}份文书正在生成，请稍候`, `Still rendering ${counted(waiting.length, 'document')}; try again in a moment`))
  const today = dayOf(context.clock())
  return bindCaseFile({
    engine: context.engine,
    body: { name: found.body.name, short: found.body.short_name },
    date: today,
    cover: coverOf(found),
    notes: notesOf(found, session.name, today),
    ...(volume ? { volumes: [volume] } : {}),
    entries: await Promise.all(found.documents.filter(({ kind }) => !bindings.includes(kind)).map((each) => entryOf(context, found, each))),
  })
}

/** Made anew for the binding, whose page numbers only it knows. */
const bindings = ['case-cover', 'case-catalogue', 'case-notes']

interface PaperRow {
  readonly id: string
  readonly kind: string
  readonly number: string | null
  readonly file: string | null
  readonly fields: unknown
  readonly made: string
  /** It repeats an erased text: the catalogue names it, and no page of it is bound (D9). */
  readonly withheld: boolean
}

interface Found {
  readonly matter: { readonly number: string | null; readonly id: string; readonly filed: string }
  readonly body: { readonly name: string; readonly short_name: string }
  readonly parties: readonly string[]
  readonly documents: readonly PaperRow[]
  readonly scans: readonly { readonly hash: string; readonly document: string; readonly type: string }[]
}

async function paperOf(client: PoolClient, region: string, id: string): Promise<Found> {
  const at = [region, id]
  const [matters, parties, documents, scans] = await Promise.all([
    run<Found['matter'] & Found['body'] & object>(client, statement(`
      select m.id, m.number, m.filed, b.name, b.short_name from faheng.matter m join faheng.body b on b.region = m.region and b.id = m.body
      where m.region = $1 and m.id = $2 order by b.valid_from desc limit 1`), at),
    run<{ name: string }>(client, statement(`select distinct name from (${subjects}) as about`), [region, [id]]),
    run<PaperRow & object>(client, statement(`
      select id, kind, number, file, fields, made, exists (select from faheng.withheld w where w.region = d.region and w.document = d.id) as withheld
      from faheng.document d where region = $1 and matter = $2 order by act_seq, id`), at),
    run<Found['scans'][number] & object>(client, statement(`
      select mf.hash, mf.document, f.type from faheng.matter_file mf join faheng.file f on f.region = mf.region and f.hash = mf.hash
      join faheng.act a on a.region = mf.region and a.id = mf.act
      where mf.region = $1 and mf.matter = $2 and mf.document is not null
      order by a.seq, (select n from jsonb_array_elements_text(a.payload -> 'files') with ordinality as f (hash, n) where f.hash = mf.hash limit 1)`), at),
  ])
  const [matter] = matters
  if (!matter) throw new NotFound()
  return { matter, body: matter, parties: parties.map(({ name }) => name), documents, scans }
}

async function entryOf(context: CasesContext, found: Found, { id, kind, number, file, made, withheld }: PaperRow): Promise<CaseFile['entries'][number]> {
  const definition = catalogue[kind]
  const scans = withheld ? [] : found.scans.filter((each) => each.document === id && /^(image\/(jpeg|png)|application\/pdf)$/.test(each.type))
  return {
    title: definition?.title.zh ?? kind,
    volume: definition?.volume ?? 'inner',
    responsible: found.body.name,
    date: dayOf(made),
    ...(number === null ? {} : { number }),
    ...(withheld ? { remark: '载有已删除的个人信息，不装订' } : {}),
    ...(scans.length > 0 ? { scans: await Promise.all(scans.map(({ hash }) => contentOf(context, hash))) } : file === null || withheld ? {} : { pdf: await contentOf(context, file) }),
  }
}

const contentOf = async (context: CasesContext, hash: string): Promise<Uint8Array> => buffer(await context.files.get(hash))

/** What the archived cover says, or, before archiving, what is known of the case. */
function coverOf(found: Found): CaseFile['cover'] {
  const archived = found.documents.findLast(({ kind }) => kind === 'case-cover')?.fields as CaseFile['cover'] | undefined
  return (
    archived ?? {
      cause: `${found.parties.join('、') || '当事人待查明'}涉嫌违法案`,
      caseNumber: found.matter.number ?? found.matter.id,
      parties: found.parties.join('、'),
      handlers: '',
      retention: '',
    }
  )
}

function notesOf(found: Found, binder: string, on: string): CaseFile['notes'] {
  const archived = found.documents.findLast(({ kind }) => kind === 'case-notes')?.fields as CaseFile['notes'] | undefined
  return archived ?? { notes: '本卷尚未归档，供查阅。', binder, boundOn: on }
}
