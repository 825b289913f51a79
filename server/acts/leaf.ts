import type { Json } from '@faheng/law/canonical.ts'
import type { HashName } from '../platform/ledger/hash.ts'
import { commitFields, type LeafEntry } from '../platform/ledger/leaf.ts'
import type { StoredAct } from './acts.ts'

export interface LeafDocument {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly number: string | null
  readonly code: string | null
  readonly fields_hash: string
  readonly salt: string
}

/** What an act's leaf commits to, and under which salts (D9): its payload, personal fields, record, and the documents it made. */
export function committed(act: StoredAct, personal: Readonly<Record<string, Json>>, documents: readonly LeafDocument[]) {
  const { post = null, facts, source, law, opens, hash } = act
  const fields: Record<string, Json> = {
    ...(act.payload as Record<string, Json>),
    ...personal,
    $record: { post, facts, source, law, opens, hash } as unknown as Json,
    ...(act.lateReason === null ? {} : { $lateReason: act.lateReason }),
  }
  const salts: Record<string, string> = { ...act.salts }
  for (const { id, kind, subject, number, code, fields_hash, salt } of documents) {
    fields[`document:${id}`] = { kind, subject, number, code, fields: fields_hash }
    salts[`document:${id}`] = salt
  }
  return { fields, salts }
}

export function actLeaf(region: string, act: StoredAct, personal: Readonly<Record<string, Json>>, documents: readonly LeafDocument[], hash: HashName): LeafEntry {
  const { fields, salts } = committed(act, personal, documents)
  return {
    kind: 'act', region, id: act.id, matter: act.matter, seq: act.seq, recordedAt: act.recordedAt, occurredAt: act.occurredAt,
    actor: act.actor, actKind: act.kind, fields: commitFields(fields, salts, hash),
  }
}

export interface RenderedDocument extends Pick<LeafDocument, 'id' | 'fields_hash' | 'salt'> {
  readonly matter: string
  readonly act_seq: number
  readonly file: string
  readonly rendered: string
}

/** Fields and file of a document, under its own salt. */
export const committedDocument = ({ fields_hash, file, salt }: RenderedDocument) => ({
  fields: { fields: fields_hash, file },
  salts: { fields: salt, file: salt },
})

export function documentLeaf(region: string, document: RenderedDocument, hash: HashName): LeafEntry {
  const { fields, salts } = committedDocument(document)
  return {
    kind: 'document', region, id: document.id, matter: document.matter, seq: document.act_seq, recordedAt: document.rendered,
    fields: commitFields(fields, salts, hash),
  }
}
