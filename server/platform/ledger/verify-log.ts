import type { ClientBase } from 'pg'
import { words } from '@faheng/law/words.ts'
import type { Words } from '@faheng/law/words.ts'
import { openCheckpoint } from './checkpoint.ts'
import type { Checkpoint } from './checkpoint.ts'
import { leafHash, sameBytes } from './hash.ts'
import { readLeaf } from './leaf.ts'
import { findLog } from './log.ts'
import type { Log } from './log.ts'
import { append, emptyFrontier, rootOf } from './merkle.ts'
import type { Frontier, TreeNode } from './merkle.ts'
import { NoteError } from './note-error.ts'
import type { VerifierKey } from './verifier-key.ts'

export type LogFaultKind =
  | 'log-missing'
  | 'leaf-missing' | 'leaf-altered' | 'leaf-surplus'
  | 'node-missing' | 'node-altered' | 'node-surplus'
  | 'checkpoint-missing' | 'checkpoint-unsigned' | 'checkpoint-differs' | 'checkpoint-surplus'

/** The first thing wrong. It lies among the leaves [from, to), as narrow as what is stored allows to say. */
export interface LogFault {
  readonly ok: false
  readonly fault: LogFaultKind
  readonly from: number
  readonly to: number
  readonly reason: Words
}

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
  const claims = await claimsOf(client, region, log, trusted, published)
  if (!Array.isArray(claims)) return claims

  let frontier = emptyFrontier
  let proved = 0
  const upcoming = claims.values()
  let claim = upcoming.next().value
  while (claim !== undefined || frontier.size < log.size) {
    const end = Math.min(frontier.size + pageSize, claim?.size ?? log.size)
    const page = await verifyPage(client, region, log, frontier, end)
    if (!('size' in page)) return page
    frontier = page
    for (; claim !== undefined && claim.size === frontier.size; claim = upcoming.next().value) {
      if (!sameBytes(claim.root, rootOf(log.hash, frontier)))
        return fault('checkpoint-differs', proved, claim.size, words(
          `规模为 ${claim.size} 的检查点与记录不符：其后有记录被改动。`, `The checkpoint of size ${claim.size} does not match the leaves: they were rewritten.`))
      proved = claim.size
    }
  }
  return (await surplus(client, region, log)) ?? { ok: true, size: log.size, root: rootOf(log.hash, frontier), checkpoints: claims.length }
}

/** The checkpoints, opened and in order of size; the newest stored one must be the log's own size. */
async function claimsOf(client: ClientBase, region: string, log: Log, trusted: readonly VerifierKey[], published: readonly string[]): Promise<Checkpoint[] | LogFault> {
  const { rows: stored } = await client.query<{ size: number; root: Uint8Array; note: string }>(
    'select size, root, note from faheng.ledger_checkpoint where region = $1 and size <= $2 order by size', [region, log.size])
  if (log.size > 0 && stored.at(-1)?.size !== log.size)
    return fault('checkpoint-missing', stored.at(-1)?.size ?? 0, log.size, words('最新的检查点缺失。', 'The newest checkpoint is missing.'))
  const opened: Checkpoint[] = []
  for (const { note, ...row } of [...stored, ...published.map((text): { note: string; size?: number; root?: Uint8Array } => ({ note: text }))]) {
    const at = row.size ?? log.size
    try {
      const checkpoint = openCheckpoint(note, trusted)
      const { origin, size, root } = { ...checkpoint, ...row }
      if (origin !== log.origin || size !== checkpoint.size || !sameBytes(root, checkpoint.root)) return fault('checkpoint-differs', 0, at, words(`检查点 ${at} 与其签名内容不符。`, `Checkpoint ${at} is not what its note says.`))
      if (checkpoint.size > log.size)
        return fault('leaf-missing', log.size, checkpoint.size, words('已公布的检查点大于台账：末尾的记录被删除。', 'A published checkpoint is larger than the log: its end was removed.'))
      opened.push(checkpoint)
    } catch (error) {
      if (!(error instanceof NoteError)) throw error
      return fault('checkpoint-unsigned', 0, at, words(`检查点 ${at} 的签名无效。`, `Checkpoint ${at} carries no valid signature: ${error.message}.`))
    }
  }
  return opened.sort((a, b) => a.size - b.size)
}

/** Reads the leaves [frontier.size, end), checks them and the subtrees they complete, and answers the frontier after them. */
async function verifyPage(client: ClientBase, region: string, log: Log, frontier: Frontier, end: number): Promise<Frontier | LogFault> {
  const { rows } = await client.query<StoredLeaf>({
    name: 'ledger-verify-leaves',
    text: `
      select position, kind, subject_id as id, hash, leaf from faheng.ledger_leaf
      where region = $1 and position >= $2 and position < $3 order by position`,
    values: [region, frontier.size, end],
  })
  for (let position = frontier.size; position < end; position++) {
    const row = rows[position - frontier.size]
    if (row?.position !== position)
      return fault('leaf-missing', position, position + 1, words(`第 ${position} 条记录缺失。`, `Leaf ${position} is missing.`))
    if (!sameBytes(leafHash(log.hash, row.leaf), row.hash) || !isAbout(row, region))
      return fault('leaf-altered', position, position + 1, words(`第 ${position} 条记录被改动。`, `Leaf ${position} was altered.`))
  }
  const grown = append(log.hash, frontier, rows.map(({ hash }) => hash))
  return (await nodeFault(client, region, grown.nodes)) ?? grown.frontier
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

const fault = (kind: LogFaultKind, from: number, to: number, reason: Words): LogFault => ({ ok: false, fault: kind, from, to, reason })
