import type { ClientBase } from 'pg'
import type { Instant } from '@faheng/law/time/day.ts'
import type { HashName } from './hash.ts'
import type { LeafKind } from './leaf.ts'
import { findLog } from './log.ts'
import { frontierOf, peakRefs, rootOf } from './merkle.ts'
import { consistencyProof, inclusionProof } from './merkle-proof.ts'
import { storedNodes } from './nodes.ts'

export interface StoredCheckpoint {
  readonly size: number
  readonly root: Uint8Array
  /** The signed note, verbatim. */
  readonly note: string
  readonly madeAt: Instant
}

/** That an entry stands in the log, under its newest checkpoint. `leaf` are the bytes hashed; it names the actor. */
export interface Inclusion {
  readonly hash: HashName
  readonly index: number
  readonly leaf: Uint8Array
  readonly leafHash: Uint8Array
  readonly recordedAt: Instant
  readonly proof: readonly Uint8Array[]
  readonly checkpoint: StoredCheckpoint
}

/** Undefined before the first leaf, and where the role may not see the region. */
export async function latestCheckpoint(client: ClientBase, region: string): Promise<StoredCheckpoint | undefined> {
  const { rows } = await client.query<StoredCheckpoint>({
    name: 'ledger-latest-checkpoint',
    text: `select size, root, note, made_at as "madeAt" from faheng.ledger_checkpoint where region = $1 order by size desc limit 1`,
    values: [region],
  })
  return rows[0]
}

/** Undefined while the entry is not in the log (followers integrate within a second). Two round trips when pipelined. */
export async function inclusionFor(client: ClientBase, region: string, kind: LeafKind, id: string): Promise<Inclusion | undefined> {
  // The checkpoint last: whatever the leaf's statement saw, a later statement's newest checkpoint covers.
  const [log, leaf, checkpoint] = await Promise.all([findLog(client, region), findLeaf(client, region, kind, id), latestCheckpoint(client, region)])
  if (log === undefined || leaf === undefined || checkpoint === undefined) return undefined
  const proof = await inclusionProof(log.hash, leaf.index, checkpoint.size, storedNodes(client, region))
  return { hash: log.hash, ...leaf, proof, checkpoint }
}

/** That a tree continues a smaller one, with the roots of both, by which whoever kept one of them checks it. */
export interface Consistency {
  readonly hash: HashName
  readonly origin: string
  readonly firstRoot: Uint8Array
  readonly secondRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/**
 * The proof that the tree of `second` leaves continues the tree of `first`; undefined where the region has no log.
 * @throws RangeError unless 0 ≤ first ≤ second ≤ the log's size
 */
export async function consistencyBetween(client: ClientBase, region: string, first: number, second: number): Promise<Consistency | undefined> {
  const log = await findLog(client, region)
  if (log === undefined) return undefined
  if (second > log.size) throw new RangeError(`the log of ${region} has ${log.size} leaves, not ${second}`)
  const read = storedNodes(client, region)
  const rootAt = async (size: number) => rootOf(log.hash, frontierOf(size, await read(peakRefs(size))))
  const proof = await consistencyProof(log.hash, first, second, read)
  return { hash: log.hash, origin: log.origin, firstRoot: await rootAt(first), secondRoot: await rootAt(second), proof }
}

async function findLeaf(client: ClientBase, region: string, kind: LeafKind, id: string) {
  const { rows } = await client.query<Pick<Inclusion, 'index' | 'leaf' | 'leafHash' | 'recordedAt'>>({
    name: 'ledger-leaf',
    text: `
      select position as index, leaf, hash as "leafHash", recorded as "recordedAt"
      from faheng.ledger_leaf where region = $1 and kind = $2 and subject_id = $3`,
    values: [region, kind, id],
  })
  return rows[0]
}
