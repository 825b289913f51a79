import type { ClientBase } from 'pg'
import { words } from '@faheng/law/words.ts'
import type { Checkpoint } from './checkpoint.ts'
import { leafHash, sameBytes } from './hash.ts'
import { readLeaf } from './leaf.ts'
import { fault } from './log-fault.ts'
import type { LogFault } from './log-fault.ts'
import { findLog } from './log.ts'
import type { Log } from './log.ts'
import { append, emptyFrontier, rootOf } from './merkle.ts'
import type { Frontier, TreeNode } from './merkle.ts'
import { openCheckpoints } from './open-checkpoints.ts'
import type { VerifierKey } from './verifier-key.ts'

export type LogVerdict = { readonly ok: true; readonly size: number; readonly root: Uint8Array; readonly checkpoints: number } | LogFault

interface StoredLeaf {
  readonly position: number
  readonly kind: string
  readonly id: string
  readonly hash: Uint8Array
  readonly leaf: Uint8Array
}

const pageSize = 5000

/**
 * Recomputes the region's whole log from its leaves: every leaf, stored subtree and checkpoint, in pages, so that memory
 * does not grow with the log. Roots that all agree with one tree are consistent with each other. Appending may go on
 * meanwhile; the log is judged as it stood at the first query.
 *
 * @param trusted keys from outside the database, since who rewrites the log could rewrite a key stored with it
 * @param published checkpoints (signed notes) that others hold: they find a log rewritten with the right key
 */
export async function verifyLog(
  client: ClientBase,
  region: string,
  trusted: readonly VerifierKey[],
  published: readonly string[] = [],
): Promise<LogVerdict> {
  const log = await findLog(client, region)
  if (log === undefined) return fault('log-missing', 0, 0, words('该地区没有台账。', 'The region has no log.'))
  const claims = await openCheckpoints(client, region, log, trusted, published)
  if ('ok' in claims) return claims

  let frontier = emptyFrontier
  let proved = 0
  let next = 0
  do {
    const leaves = await readPage(client, region, log, frontier.size)
    if ('ok' in leaves) return leaves
    const end = frontier.size + leaves.length
    const due = claims.slice(next, (next = firstAbove(claims, end, next)))
    const page = growBy(log, frontier, leaves, due.map(({ size }) => size))
    const broken = await nodeFault(client, region, page.nodes)
    if (broken !== undefined) return broken
    for (const [i, { size, root }] of due.entries()) {
      if (!sameBytes(root, page.roots[i] ?? root)) return fault('checkpoint-differs', proved, size, words(
        `规模为 ${size} 的检查点与记录不符：有记录被改写。`, `The checkpoint of size ${size} does not match the leaves: they were rewritten.`))
      proved = size
    }
    frontier = page.frontier
  } while (frontier.size < log.size)
  return (await surplus(client, region, log)) ?? { ok: true, size: log.size, root: rootOf(log.hash, frontier), checkpoints: claims.length }
}

function firstAbove(claims: readonly Checkpoint[], size: number, from: number): number {
  const at = claims.findIndex((claim, i) => i >= from && claim.size > size)
  return at === -1 ? claims.length : at
}

/** The hashes of the leaves from `start` on, a page of them, each checked against its bytes. */
async function readPage(client: ClientBase, region: string, log: Log, start: number): Promise<readonly Uint8Array[] | LogFault> {
  const end = Math.min(start + pageSize, log.size)
  const { rows } = await client.query<StoredLeaf>({
    name: 'ledger-verify-leaves',
    text: `
      select position, kind, subject_id as id, hash, leaf from faheng.ledger_leaf
      where region = $1 and position >= $2 and position < $3 order by position`,
    values: [region, start, end],
  })
  for (let position = start; position < end; position++) {
    const row = rows[position - start]
    if (row?.position !== position)
      return fault('leaf-missing', position, position + 1, words(`第 ${position} 条记录缺失。`, `Leaf ${position} is missing.`))
    if (!sameBytes(leafHash(log.hash, row.leaf), row.hash) || !isAbout(row, region))
      return fault('leaf-altered', position, position + 1, words(`第 ${position} 条记录被改动。`, `Leaf ${position} was altered.`))
  }
  return rows.map(({ hash }) => hash)
}

/** Appends a page, stopping at each of the sizes for its root; there may be a checkpoint for every second of a year. */
function growBy(log: Log, from: Frontier, leaves: readonly Uint8Array[], sizes: readonly number[]) {
  const roots: Uint8Array[] = []
  const nodes: TreeNode[] = []
  let frontier = from
  for (const size of [...sizes, from.size + leaves.length]) {
    const grown = append(log.hash, frontier, leaves.slice(frontier.size - from.size, size - from.size))
    frontier = grown.frontier
    nodes.push(...grown.nodes)
    roots.push(rootOf(log.hash, frontier))
  }
  return { frontier, nodes: nodes.sort((a, b) => a.level - b.level), roots }
}

/** Lowest level first, so that the fault is as narrow as it can be. */
async function nodeFault(client: ClientBase, region: string, nodes: readonly TreeNode[]): Promise<LogFault | undefined> {
  const { rows } = await client.query<{ hash: Buffer | null }>({
    name: 'ledger-verify-nodes',
    text: `
      select n.hash from unnest($2::smallint[], $3::bigint[]) with ordinality as r (level, index, place)
      left join faheng.ledger_node n on n.region = $1 and n.level = r.level and n.index = r.index
      order by place`,
    values: [region, nodes.map(({ level }) => level), nodes.map(({ index }) => index)],
  })
  const wrong = nodes.findIndex(({ hash }, i) => !sameBytes(rows[i]?.hash ?? Buffer.alloc(0), hash))
  const node = nodes[wrong]
  if (node === undefined) return undefined
  const missing = (rows[wrong]?.hash ?? null) === null
  const [from, to] = [node.index * 2 ** node.level, (node.index + 1) * 2 ** node.level]
  return fault(missing ? 'node-missing' : 'node-altered', from, to, words(
    `节点 ${node.level}/${node.index} ${missing ? '缺失' : '与记录不符'}。`,
    `Node ${node.level}/${node.index} ${missing ? 'is missing' : 'does not match the leaves below it'}.`))
}

/** What stands in the tables beyond the tree; one statement, so that appending meanwhile cannot look like it. */
async function surplus(client: ClientBase, region: string, log: Log): Promise<LogFault | undefined> {
  const { rows } = await client.query<{ size: number; leaves: number; nodes: number; checkpoint: number }>(
    `select size,
      (select coalesce(max(position) + 1, 0) from faheng.ledger_leaf where region = $1) as leaves,
      (select count(*) from faheng.ledger_node where region = $1) as nodes,
      (select coalesce(max(size), 0) from faheng.ledger_checkpoint where region = $1) as checkpoint
    from faheng.ledger_log where region = $1`,
    [region],
  )
  const { size, leaves, nodes, checkpoint } = rows[0] ?? { size: 0, leaves: 0, nodes: 0, checkpoint: 0 }
  if (leaves > size) return fault('leaf-surplus', size, leaves, words('台账之外另有记录。', 'Leaves stand beyond the end of the log.'))
  if (checkpoint > size) return fault('checkpoint-surplus', size, checkpoint, words('检查点大于台账。', 'A checkpoint is larger than the log.'))
  let complete = 0
  for (let width = 2; width <= size; width *= 2) complete += Math.floor(size / width)
  return nodes > complete ? fault('node-surplus', 0, log.size, words('台账之外另有节点。', 'Nodes stand beside the tree.')) : undefined
}

/** Whether the columns by which the leaf is found say what its bytes say. */
function isAbout({ leaf, kind, id }: StoredLeaf, region: string): boolean {
  try {
    const entry = readLeaf(leaf)
    return entry.kind === kind && entry.id === id && entry.region === region
  } catch {
    return false
  }
}
