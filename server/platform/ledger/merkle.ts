import { hashOf, nodeHash } from './hash.ts'
import type { HashName } from './hash.ts'

/** The complete subtree over the leaves [index · 2^level, (index + 1) · 2^level). Level 0 is a leaf's hash. */
export interface NodeRef {
  readonly level: number
  readonly index: number
}

export interface TreeNode extends NodeRef {
  readonly hash: Uint8Array
}

/**
 * A compact range: all that must be known of a tree to grow it. `peaks[level]` is the hash of the complete subtree of
 * 2^level leaves that stands in the binary decomposition of `size`, undefined where that bit of `size` is 0.
 */
export interface Frontier {
  readonly size: number
  readonly peaks: readonly (Uint8Array | undefined)[]
}

export const emptyFrontier: Frontier = { size: 0, peaks: [] }

/**
 * Appends leaf hashes. Answers the new frontier and every subtree of level 1 and above that became complete, in order
 * of level and index; level 0 are the given hashes themselves. Costs one hash a node, so under two a leaf.
 */
export function append(name: HashName, frontier: Frontier, leafHashes: readonly Uint8Array[]): { frontier: Frontier; nodes: TreeNode[] } {
  const peaks: (Uint8Array | undefined)[] = []
  const nodes: TreeNode[] = []
  let start = frontier.size
  let added = leafHashes
  for (let level = 0; start + added.length > 0; level++) {
    const waiting = start % 2 === 1 ? frontier.peaks[level] : undefined
    const row = waiting === undefined ? added : [waiting, ...added]
    peaks.push(row.length % 2 === 1 ? row.at(-1) : undefined)
    start = Math.floor(start / 2)
    const parents = pairs(row).map(([left, right]) => nodeHash(name, left, right))
    for (const [i, hash] of parents.entries()) nodes.push({ level: level + 1, index: start + i, hash })
    added = parents
  }
  return { frontier: { size: frontier.size + leafHashes.length, peaks }, nodes }
}

/** The root of the tree (RFC 9162 §2.1.1); of an empty one, the hash of nothing. */
export function rootOf(name: HashName, frontier: Frontier): Uint8Array {
  const present = frontier.peaks.filter((peak) => peak !== undefined)
  return present.length === 0 ? hashOf(name, '') : present.reduce((right, left) => nodeHash(name, left, right))
}

/** Where the peaks of a tree of `size` leaves stand, from the lowest level up. */
export function peakRefs(size: number): NodeRef[] {
  const refs: NodeRef[] = []
  for (let level = 0, rest = size; rest > 0; level++, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) refs.push({ level, index: rest - 1 })
  return refs
}

/** The frontier of a tree of `size` leaves out of the hashes of its {@link peakRefs}, in their order. */
export function frontierOf(size: number, hashes: readonly Uint8Array[]): Frontier {
  const peaks: (Uint8Array | undefined)[] = []
  for (const [i, { level }] of peakRefs(size).entries()) peaks[level] = hashes[i]
  return { size, peaks: Array.from(peaks) }
}

function pairs<T>(row: readonly T[]): [T, T][] {
  const out: [T, T][] = []
  for (let i = 0; i + 1 < row.length; i += 2) out.push([row[i] as T, row[i + 1] as T])
  return out
}
