import type { Pool, PoolClient } from 'pg'
import { inTransaction, run, statement } from '../../platform/database/run.ts'
import type { FileStore } from '../../platform/files/store.ts'
import { appendLeaves } from '../../platform/ledger/append.ts'
import { findLog, LedgerError } from '../../platform/ledger/log.ts'
import type { SignNote } from '../../platform/ledger/note.ts'
import type { Acts } from '../acts.ts'
import type { Follower } from '../followers.ts'
import { documentLeaf } from '../leaf.ts'

/** A document waiting for its file. */
export interface Unrendered {
  readonly region: string
  readonly id: string
  readonly matter: string
  readonly act_seq: number
  readonly kind: string
  readonly subject: string
  readonly number: string | null
  readonly code: string | null
  readonly template_version: number
  readonly fields: unknown
  readonly fields_hash: string
  readonly salt: string
  /** The body that made it; an entrusted one writes in its principal's name. */
  readonly body: string
  readonly made: string
}

export interface DocumentsOptions {
  readonly acts: Pick<Acts, 'clock'>
  readonly sign: SignNote
  readonly store: FileStore
  readonly render: (document: Unrendered) => Promise<{ readonly pdf: Uint8Array; readonly pages: number }>
  readonly log: (line: string) => void
}

/**
 * Renders each document once, keeps the file by its hash and writes that into the log as a leaf of its own (D8). One that
 * cannot be rendered is named in the log and tried again at the next start; the others go on. A file that cannot be kept (a full
 * disk) fails the batch, which comes again until it can. Never rebuilt: a file stays.
 */
export function documents(options: DocumentsOptions): Follower {
  return {
    name: 'documents',
    batch: 20,
    givesWay: true,
    async handle(client, region, entries) {
      // Somebody waits for the newest, nobody for those of a long queue: they come with each batch before its own.
      const newest = await run<Unrendered & object>(client, newestUndone, [region])
      const own = await run<Unrendered & object>(client, ofActs, [region, entries.map(({ act }) => act)])
      await render(options, client, region, [...new Map([...newest, ...own].map((each) => [each.id, each])).values()])
    },
    async resume(pool: Pool, region, stopped) {
      for (let after = ''; !stopped(); ) {
        const left = await run<Unrendered & object>(pool, undone, [region, after])
        const last = left.at(-1)
        if (!last) return
        await inTransaction(pool, (client) => render(options, client, region, left))
        after = last.id
      }
    },
  }
}

/** Renders before it writes anything: a transaction that has written holds up the sequencer. */
async function render({ acts, sign, store, render, log }: DocumentsOptions, client: PoolClient, region: string, waiting: readonly Unrendered[]): Promise<void> {
  if (waiting.length === 0) return
  const filed = []
  for (const document of waiting) {
    const rendered = await render(document).catch((error: unknown) => {
      log(`document ${document.id} (${document.kind}) was not rendered: ${error instanceof Error ? error.message : String(error)}`)
    })
    if (!rendered) continue
    const { hash } = await store.put(rendered.pdf)
    filed.push({ ...document, file: hash, pages: rendered.pages, rendered: acts.clock() })
  }
  const known = await findLog(client, region)
  if (!known) throw new LedgerError(`the log of ${region} was not opened`)
  const done = await run<{ id: string }>(client, finish, [region, JSON.stringify(filed.map(({ id, file, pages, rendered }) => ({ id, file, pages, rendered })))])
  const ids = new Set(done.map(({ id }) => id))
  const leaves = filed.filter(({ id }) => ids.has(id)).map((each) => documentLeaf(region, each, known.hash))
  await appendLeaves(client, region, leaves, sign, acts.clock())
}

const columns = `d.region, d.id, d.matter, d.act_seq, d.kind, d.subject, d.number, d.code, d.template_version, d.fields, d.fields_hash, d.salt, d.made, m.body`
const ofActs = statement(`
  select ${columns} from faheng.act a join faheng.document d on d.region = a.region and d.matter = a.matter and d.act = a.id
  join faheng.matter m on m.region = d.region and m.id = d.matter
  where a.region = $1 and a.id = any ($2) and d.file is null order by d.matter, d.act_seq, d.id`)
const newestUndone = statement(`
  select ${columns} from faheng.document d join faheng.matter m on m.region = d.region and m.id = d.matter
  where d.region = $1 and d.file is null order by d.made desc limit 10`)
const undone = statement(`
  select ${columns} from faheng.document d join faheng.matter m on m.region = d.region and m.id = d.matter
  where d.region = $1 and d.file is null and d.id > $2
  order by d.id limit 20`)
const finish = statement(`
  update faheng.document d set file = r.file, pages = r.pages, rendered = r.rendered
  from jsonb_to_recordset($2) as r (id text, file text, pages integer, rendered timestamptz)
  where d.region = $1 and d.id = r.id and d.file is null returning d.id`)
