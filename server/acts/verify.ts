import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Json } from '@faheng/law/canonical.ts'
import { run, statement } from '../platform/database/run.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { HashName } from '../platform/ledger/hash.ts'
import { checkLeaf, readLeaf, type LeafEntry } from '../platform/ledger/leaf.ts'
import { findLog, LedgerError } from '../platform/ledger/log.ts'
import type { VerifierKey } from '../platform/ledger/verifier-key.ts'
import { verifyLog, type LogVerdict } from '../platform/ledger/verify-log.ts'
import type { Acts } from './acts.ts'
import { hashOfFields } from './compose.ts'
import { wholeActs, type WholeAct } from './followers/ledger.ts'
import { committed, committedDocument, type RenderedDocument } from './leaf.ts'
import { committedRedaction, redactionId, type Redaction } from './redact.ts'

/** The first thing that does not answer to the log. */
export interface Fault {
  readonly kind: 'log' | 'act' | 'document' | 'file' | 'exam' | 'redaction'
  readonly id: string
  readonly position: number
  readonly reason: string
  readonly field?: string
}

export interface Verified {
  readonly ok: boolean
  readonly log: LogVerdict
  readonly acts: number
  readonly documents: number
  readonly files: number
  readonly fault?: Fault
}

export interface VerifyOptions {
  readonly acts: Pick<Acts, 'masterKey'>
  /** Of faheng_worker. */
  readonly pool: Pool
  readonly store: FileStore
  readonly trusted: readonly VerifierKey[]
  /** Checkpoints others hold. */
  readonly published?: readonly string[]
}

/**
 * Re-checks a county's whole database against its log: the log itself, then in its order every act with its personal fields,
 * every document with its fields, every file's bytes, and that no act stands beside the log. A text that is gone must have been
 * erased with approval, on record, and have left its very commitment (D9). Stops at the first fault.
 */
export async function verify({ acts, pool, store, trusted, published = [] }: VerifyOptions, region: string): Promise<Verified> {
  const client = await pool.connect()
  const counts = { acts: 0, documents: 0, files: 0 }
  try {
    const verdict = await verifyLog(client, region, trusted, published)
    const log = await findLog(client, region)
    if (!log) throw new LedgerError(`the log of ${region} was not opened`)
    for (let from = 0; ; from += page) {
      const leaves = await run<{ position: number; leaf: Buffer }>(client, leavesFrom, [region, from, page])
      if (leaves.length === 0) break
      // As of one instant, so that what is being erased meanwhile is either there or gone.
      await client.query('begin isolation level repeatable read read only')
      const fault = await pageFault({ acts, store }, client, region, leaves.map(({ position, leaf }) => ({ position, entry: readLeaf(leaf) })), log.hash, counts)
        .finally(() => client.query('commit'))
      if (fault) return { ok: false, log: verdict, ...counts, fault }
    }
    if (!verdict.ok) return { ok: false, log: verdict, ...counts, fault: { kind: 'log', id: verdict.fault, position: verdict.from, reason: verdict.reason.en } }
    const [beside] = await run<{ id: string }>(client, actBeside, [region])
    if (beside) return { ok: false, log: verdict, ...counts, fault: { kind: 'act', id: beside.id, position: log.size, reason: 'stands beside the log' } }
    return { ok: true, log: verdict, ...counts }
  } finally {
    client.release()
  }
}

interface Leaf {
  readonly position: number
  readonly entry: LeafEntry
}

async function pageFault(
  { acts, store }: Pick<VerifyOptions, 'acts' | 'store'>, client: PoolClient, region: string, leaves: readonly Leaf[], hash: HashName, counts: { acts: number; documents: number; files: number },
): Promise<Fault | undefined> {
  const idsOf = (kind: string) => leaves.filter(({ entry }) => entry.kind === kind).map(({ entry }) => entry.id)
  const whole = await readable(acts, client, region, idsOf('act'))
  const made = [...whole.values()].flatMap((each) => (each === 'unreadable' ? [] : each.documents.map(({ id }) => id)))
  const rows = await run<StoredDocument & object>(client, documentsOf, [region, [...idsOf('document'), ...made]])
  const documents = new Map(rows.map((each) => [each.id, each]))
  const restored = await run<KeptFields & object>(client, restoresOf, [region, idsOf('restore')])
  const restores = new Map(restored.map((each) => [each.id, each]))
  const sealed = new Map((await run<KeptFields & { kind: string }>(client, sealedOf, [region, [...idsOf('seed'), ...idsOf('paper')]])).map((each) => [`${each.kind} ${each.id}`, each]))
  const redacted = await run<StoredRedaction & object>(client, redactionsOf, [region, idsOf('act'), idsOf('redaction')])
  const redactions = new Map(redacted.map((each) => [redactionId(each), each]))
  const erased = Map.groupBy(redacted, ({ act }) => act)
  for (const { position, entry } of leaves) {
    if (entry.kind === 'act') {
      const fault = actFault(entry, whole.get(entry.id), documents, erased.get(entry.id) ?? [], hash)
      if (fault) return { kind: 'act', id: entry.id, position, ...fault }
      counts.acts++
    }
    if (entry.kind === 'document') {
      const fault = await documentFault(entry, documents.get(entry.id), store, hash)
      if (fault) return { id: entry.id, position, ...fault }
      counts.documents++
      counts.files++
    }
    if (entry.kind === 'redaction') {
      const found = redactions.get(entry.id)
      const fault = keptFault(entry, found && { id: entry.id, ...committedRedaction(found) }, hash)
      if (fault) return { kind: 'redaction', id: entry.id, position, ...fault }
    }
    if (entry.kind === 'restore') {
      const fault = keptFault(entry, restores.get(entry.id), hash)
      if (fault) return { kind: 'log', id: entry.id, position, ...fault }
    }
    if (entry.kind === 'seed' || entry.kind === 'paper') {
      const fault = keptFault(entry, sealed.get(`${entry.kind} ${entry.id}`), hash)
      if (fault) return { kind: 'exam', id: entry.id, position, ...fault }
    }
  }
  return undefined
}

/** One by one where a page holds an act whose personal fields cannot be opened. */
async function readable(acts: Pick<Acts, 'masterKey'>, client: PoolClient, region: string, ids: readonly string[]): Promise<Map<string, WholeAct | 'unreadable'>> {
  try {
    return await wholeActs(acts, client, region, ids)
  } catch {
    if (ids.length <= 1) return new Map(ids.map((id) => [id, 'unreadable']))
  }
  const found = new Map<string, WholeAct | 'unreadable'>()
  for (const id of ids) for (const [key, value] of await readable(acts, client, region, [id])) found.set(key, value)
  return found
}

type Reason = { readonly reason: string; readonly field?: string }

function actFault(entry: LeafEntry, found: WholeAct | 'unreadable' | undefined, documents: ReadonlyMap<string, StoredDocument>, erased: readonly StoredRedaction[], hash: HashName): Reason | undefined {
  if (!found) return { reason: 'was removed' }
  if (found === 'unreadable') return { reason: 'its personal fields cannot be opened' }
  const { act } = found
  const said = { matter: act.matter, seq: act.seq, recordedAt: act.recordedAt, occurredAt: act.occurredAt, actor: act.actor, actKind: act.kind }
  for (const [field, value] of Object.entries(said))
    if (entry[field as keyof typeof said] !== value) return { reason: 'was altered', field }
  const unlawful = erased.find(({ approved, logged }) => !approved || !logged)
  if (unlawful) return { reason: unlawful.approved ? 'was erased beside the log' : 'was erased without approval', field: unlawful.field }
  const { fields, salts } = committed(act, found.personal, found.documents)
  const checked = checkLeaf(entry, fields, salts, Object.fromEntries(erased.map(({ field, commitment }) => [field, commitment])), hash)
  if (!checked.ok) return { reason: `was altered: ${checked.reason}`, field: checked.field }
  const altered = found.documents.find(({ id }) => !isWhole(documents.get(id)))
  return altered && { reason: 'its document was altered', field: `document:${altered.id}` }
}

interface StoredRedaction extends Redaction {
  readonly approved: boolean
  /** A leaf tells of it. */
  readonly logged: boolean
}

interface StoredDocument extends RenderedDocument {
  readonly fields: Json
}

const isWhole = (document: StoredDocument | undefined): boolean =>
  document !== undefined && hashOfFields(document.fields, document.salt) === document.fields_hash

async function documentFault(entry: LeafEntry, document: StoredDocument | undefined, store: FileStore, hash: HashName): Promise<(Reason & { kind: 'document' | 'file' }) | undefined> {
  if (!document) return { kind: 'document', reason: 'was removed' }
  const { fields, salts } = committedDocument(document)
  const checked = checkLeaf(entry, fields, salts, {}, hash)
  if (!checked.ok) return { kind: 'document', reason: `was altered: ${checked.reason}`, field: checked.field }
  if (!(await store.has(document.file))) return { kind: 'file', reason: 'is missing', field: document.file }
  const sha = createHash('sha256')
  for await (const chunk of await store.get(document.file)) sha.update(chunk as Uint8Array)
  return sha.digest('hex') === document.file ? undefined : { kind: 'file', reason: 'was altered', field: document.file }
}

/** Restores, exam seeds and exam papers are kept as the fields their leaf commits to. */
interface KeptFields {
  readonly id: string
  readonly fields: Record<string, Json>
  readonly salts: Record<string, string>
}

function keptFault(entry: LeafEntry, found: KeptFields | undefined, hash: HashName): Reason | undefined {
  if (!found) return { reason: 'its record was removed' }
  const checked = checkLeaf(entry, found.fields, found.salts, {}, hash)
  return checked.ok ? undefined : { reason: `was altered: ${checked.reason}`, field: checked.field }
}

const page = 500
const redactionsOf = statement(`
  select r.act, r.field, r.approval, r.commitment, r.salts, faheng.redaction_approved(r.region, r.act, r.field, r.approval) as approved,
    exists (select from faheng.ledger_leaf l where l.region = r.region and l.kind = 'redaction' and l.subject_id = r.act || r.field) as logged
  from faheng.redaction r where r.region = $1 and (r.act = any ($2) or r.act || r.field = any ($3))`)
const restoresOf = statement('select id, fields, salts from faheng.restore where region = $1 and id = any ($2)')
const sealedOf = statement('select kind, id, fields, salts from faheng.sealed where region = $1 and id = any ($2)')
const leavesFrom = statement('select position, leaf from faheng.ledger_leaf where region = $1 and position >= $2 order by position limit $3')
const documentsOf = statement(`
  select id, matter, act_seq, fields, fields_hash, salt, file, rendered from faheng.document where region = $1 and id = any ($2)`)
/** An act that was placed in the order and passed by the ledger's cursor has its leaf. */
const actBeside = statement(`
  select a.id from faheng.act a
  where a.region = $1 and not exists (select from faheng.ledger_leaf l where l.region = a.region and l.kind = 'act' and l.subject_id = a.id)
    and not exists (select from faheng.pending p where p.region = a.region and p.act = a.id)
    and not exists (select from faheng.act_order o where o.region = a.region and o.act = a.id
      and o.position > coalesce((select position from faheng.follower f where f.region = $1 and f.name = 'ledger'), 0))
  order by a.recorded limit 1`)
