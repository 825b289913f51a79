import type { ClientBase } from 'pg'
import type { Instant } from '@faheng/law/time/day.ts'
import { checkpointText } from './checkpoint.ts'
import { hashLength, leafHash, sameBytes } from './hash.ts'
import type { HashName } from './hash.ts'
import { leafBytes } from './leaf.ts'
import type { LeafEntry } from './leaf.ts'
import { findLog, LedgerError } from './log.ts'
import type { Log } from './log.ts'
import { append, frontierOf, peakRefs, rootOf } from './merkle.ts'
import type { Frontier, TreeNode } from './merkle.ts'
import { storedNodes } from './nodes.ts'
import type { SignNote } from './note.ts'

/** What came of a batch. `differing` are entries that the log already holds with other content: it keeps its own. */
export interface Appended {
  readonly size: number
  readonly appended: number
  readonly differing: readonly Pick<LeafEntry, 'kind' | 'id'>[]
}

interface NewLeaf {
  readonly entry: LeafEntry
  readonly bytes: Uint8Array
  readonly hash: Uint8Array
}

/**
 * Integrates a batch into the region's log in the caller's transaction, with its nodes and one signed checkpoint; three
 * round trips on a pipelined connection, whatever the size. Entries already in the log, by kind and id, are passed over,
 * so a follower may come again from any position. The checkpoint must not be shown to anybody before the commit.
 *
 * @throws LedgerError without an open transaction or an opened log, or for an entry of another region
 */
export async function appendLeaves(
  client: ClientBase,
  region: string,
  entries: readonly LeafEntry[],
  sign: SignNote,
  at: Instant,
): Promise<Appended> {
  // Alone in its statement, so that what follows sees what the batch before has committed (D1).
  const log = await findLog(client, region, 'for update')
  if (client.getTransactionStatus() !== 'T') throw new LedgerError('leaves are appended inside a transaction')
  if (log === undefined) throw new LedgerError(`the log of ${region} was not opened`)

  const wanted = distinct(region, entries)
  const [known, peaks, leaves] = await Promise.all([
    knownHashes(client, region, wanted),
    storedNodes(client, region)(peakRefs(log.size)),
    hashed(wanted, log.hash), // while the database looks up
  ])
  const fresh = leaves.filter(({ entry }) => !known.has(keyOf(entry)))
  const differing = leaves.filter(({ entry, hash }) => !sameBytes(known.get(keyOf(entry)) ?? hash, hash)).map(({ entry: { kind, id } }) => ({ kind, id }))
  if (fresh.length === 0) return { size: log.size, appended: 0, differing }

  await Promise.all([
    insertLeaves(client, region, log.size, fresh, at),
    insertTree(client, region, log, frontierOf(log.size, peaks), fresh, sign, at),
  ])
  return { size: log.size + fresh.length, appended: fresh.length, differing }
}

/** The first of each; an entry twice in one batch is one leaf. */
function distinct(region: string, entries: readonly LeafEntry[]): LeafEntry[] {
  const wanted = new Map<string, LeafEntry>()
  for (const entry of entries) {
    if (entry.region !== region) throw new LedgerError(`the ${entry.kind} ${entry.id} belongs to ${entry.region}, not to ${region}`)
    if (!wanted.has(keyOf(entry))) wanted.set(keyOf(entry), entry)
  }
  return [...wanted.values()]
}

async function hashed(entries: readonly LeafEntry[], hash: HashName): Promise<NewLeaf[]> {
  return entries.map((entry) => {
    const bytes = leafBytes(entry)
    return { entry, bytes, hash: leafHash(hash, bytes) }
  })
}

async function knownHashes(client: ClientBase, region: string, entries: readonly LeafEntry[]): Promise<Map<string, Uint8Array>> {
  const { rows } = await client.query<{ kind: string; id: string; hash: Buffer }>({
    name: 'ledger-known',
    text: `
      select kind, subject_id as id, hash from faheng.ledger_leaf
      join unnest($2::text[], $3::text[]) as wanted (kind, subject_id) using (kind, subject_id)
      where region = $1`,
    values: [region, entries.map(({ kind }) => kind), entries.map(({ id }) => id)],
  })
  return new Map(rows.map(({ kind, id, hash }) => [keyOf({ kind, id }), hash]))
}

/** All bytes travel as one binary parameter and are cut apart there: arrays of bytea would travel as hex text. */
function insertLeaves(client: ClientBase, region: string, from: number, leaves: readonly NewLeaf[], at: Instant) {
  let offset = 1
  return client.query({
    name: 'ledger-append-leaves',
    text: `
      insert into faheng.ledger_leaf (region, position, kind, subject_id, hash, leaf, recorded)
      select $1, $2::bigint + place - 1, kind, id,
        substring($3::bytea from ((place - 1) * ${hashLength} + 1)::int for ${hashLength}),
        substring($4::bytea from starts for bytes), $5
      from unnest($6::text[], $7::text[], $8::int[], $9::int[]) with ordinality as new (kind, id, starts, bytes, place)`,
    values: [
      region, from, Buffer.concat(leaves.map(({ hash }) => hash)), Buffer.concat(leaves.map(({ bytes }) => bytes)), at,
      leaves.map(({ entry }) => entry.kind), leaves.map(({ entry }) => entry.id),
      leaves.map(({ bytes }) => (offset += bytes.length) - bytes.length), leaves.map(({ bytes }) => bytes.length),
    ],
  })
}

/** The nodes that the leaves complete, the checkpoint over them, and the log's new size. */
async function insertTree(client: ClientBase, region: string, log: Log, before: Frontier, leaves: readonly NewLeaf[], sign: SignNote, at: Instant): Promise<void> {
  const { frontier, nodes } = append(log.hash, before, leaves.map(({ hash }) => hash))
  const { size } = frontier
  const root = rootOf(log.hash, frontier)
  const note = sign(log.origin, checkpointText({ origin: log.origin, size, root }))
  await Promise.all([
    insertNodes(client, region, nodes),
    client.query('insert into faheng.ledger_checkpoint (region, size, root, note, made_at) values ($1, $2, $3, $4, $5)', [region, size, root, note, at]),
    client.query('update faheng.ledger_log set size = $2 where region = $1', [region, size]),
  ])
}

function insertNodes(client: ClientBase, region: string, nodes: readonly TreeNode[]) {
  return client.query({
    name: 'ledger-append-nodes',
    text: `
      insert into faheng.ledger_node (region, level, index, hash)
      select $1, level, index, substring($2::bytea from ((place - 1) * ${hashLength} + 1)::int for ${hashLength})
      from unnest($3::smallint[], $4::bigint[]) with ordinality as new (level, index, place)`,
    values: [region, Buffer.concat(nodes.map(({ hash }) => hash)), nodes.map(({ level }) => level), nodes.map(({ index }) => index)],
  })
}

/** A kind holds no blank. */
const keyOf = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`
