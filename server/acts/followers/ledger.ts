import type { PoolClient } from 'pg'
import type { Json } from '@faheng/law/canonical.ts'
import { run, statement } from '../../platform/database/run.ts'
import { appendLeaves } from '../../platform/ledger/append.ts'
import { findLog, LedgerError } from '../../platform/ledger/log.ts'
import type { SignNote } from '../../platform/ledger/note.ts'
import { actColumns, storedAct, type ActRow, type Acts, type StoredAct } from '../acts.ts'
import type { Follower } from '../followers.ts'
import { actLeaf, type LeafDocument } from '../leaf.ts'
import { openPersonal, unwrap } from '../personal.ts'
import { eraseApproved } from '../redact.ts'

/** Writes each act into its county's log, and then erases what it lets be erased (D9). The log must have been opened. Never rebuilt: it keeps its order. */
export const ledger = (acts: Pick<Acts, 'masterKey' | 'clock'>, sign: SignNote): Follower => ({
  name: 'ledger',
  batch: 250,
  async handle(client, region, entries) {
    const log = await findLog(client, region)
    if (!log) throw new LedgerError(`the log of ${region} was not opened`)
    const whole = await wholeActs(acts, client, region, entries.map(({ act }) => act))
    const leaves = entries.flatMap(({ act }) => {
      const found = whole.get(act)
      return found ? [actLeaf(region, found.act, found.personal, found.documents, log.hash)] : []
    })
    const at = acts.clock()
    await appendLeaves(client, region, leaves, sign, at)
    // Only now: what is erased stands in the log, or else could never be entered there.
    const redactions = await eraseApproved(acts.masterKey, client, region, [...whole.values()].map(({ act }) => act), log.hash, at)
    if (redactions.length > 0) await appendLeaves(client, region, redactions, sign, at)
  },
})

export interface WholeAct {
  readonly act: StoredAct
  readonly personal: Readonly<Record<string, Json>>
  readonly documents: readonly LeafDocument[]
}

/** Acts with their personal fields and the hashes of their documents, by id. */
export async function wholeActs({ masterKey }: Pick<Acts, 'masterKey'>, client: PoolClient, region: string, ids: readonly string[]): Promise<Map<string, WholeAct>> {
  const [rows, sealed, documents] = await Promise.all([
    run<ActRow>(client, actsOf, [region, ids]),
    run<{ act: string; subject: string; cipher: Buffer; wrapped: Buffer }>(client, privateOf, [region, ids]),
    run<LeafDocument & { readonly act: string }>(client, documentsOf, [region, ids]),
  ])
  const personalOf = new Map(sealed.map(({ act, subject, cipher, wrapped }) => [act, openPersonal(unwrap(masterKey, region, subject, wrapped), region, act, cipher)]))
  const byAct = Map.groupBy(documents, ({ act }) => act)
  return new Map(rows.map(storedAct).map((act) => [act.id, { act, personal: personalOf.get(act.id) ?? {}, documents: byAct.get(act.id) ?? [] }]))
}

const actsOf = statement(`select ${actColumns} from faheng.act where region = $1 and id = any ($2)`)
const privateOf = statement(`
  select p.act, p.subject, p.cipher, k.wrapped from faheng.act_private p
  join faheng.subject_key k on k.region = p.region and k.subject = p.subject where p.region = $1 and p.act = any ($2)`)
const documentsOf = statement(`
  select d.id, d.act, d.kind, d.subject, d.number, d.code, d.fields_hash, d.salt from faheng.act a join faheng.document d on d.region = a.region and d.matter = a.matter and d.act = a.id
  where a.region = $1 and a.id = any ($2)`)
