import { nodeHash, sameBytes } from './hash.ts'
import type { HashName } from './hash.ts'
import { frontierOf, peakRefs, rootOf } from './merkle.ts'
import type { NodeRef } from './merkle.ts'

/** Reads the hashes of complete subtrees, in the order asked for. A proof asks once, for O(log² n) of them at most. */
export type ReadNodes = (refs: readonly NodeRef[]) => Promise<readonly Uint8Array[]>

/** The leaves [start, end); `start` is always a multiple of the smallest power of two that is not below the width. */
interface Range {
  readonly start: number
  readonly end: number
}

/**
 * PATH(index, D[size]) of RFC 9162 §2.1.3.1: the hashes that lead from the leaf to the root, the leaf's sibling first.
 * @throws RangeError unless 0 ≤ index < size
 */
export async function inclusionProof(name: HashName, index: number, size: number, read: ReadNodes): Promise<Uint8Array[]> {
  if (!(Number.isSafeInteger(size) && Number.isInteger(index) && index >= 0 && index < size))
    throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  return hashRanges(name, pathRanges(index, { start: 0, end: size }), read)
}

/**
 * PROOF(first, D[second]) of RFC 9162 §2.1.4.1; empty when the sizes are equal or `first` is 0.
 * @throws RangeError unless 0 ≤ first ≤ second
 */
export async function consistencyProof(name: HashName, first: number, second: number, read: ReadNodes): Promise<Uint8Array[]> {
  if (!(Number.isSafeInteger(second) && Number.isInteger(first) && first >= 0 && first <= second))
    throw new RangeError(`no consistency from ${first} to ${second}`)
  return first === 0 ? [] : hashRanges(name, subproofRanges(first, { start: 0, end: second }, true), read)
}

/** RFC 9162 §2.1.3.2. */
export function verifyInclusion(
  name: HashName,
  { index, size, leaf, proof, root }: { index: number; size: number; leaf: Uint8Array; proof: readonly Uint8Array[]; root: Uint8Array },
): boolean {
  if (!(Number.isSafeInteger(size) && Number.isInteger(index) && index >= 0 && index < size)) return false
  let position = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(name, sibling, hash)
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)]
    } else hash = nodeHash(name, hash, sibling)
    ;[position, last] = [half(position), half(last)]
  }
  return last === 0 && sameBytes(hash, root)
}

/** RFC 9162 §2.1.4.2; a tree is consistent with itself, and every tree with the empty one, by an empty proof. */
export function verifyConsistency(
  name: HashName,
  { first, second, firstRoot, secondRoot, proof }: {
    first: number
    second: number
    firstRoot: Uint8Array
    secondRoot: Uint8Array
    proof: readonly Uint8Array[]
  },
): boolean {
  if (!(Number.isSafeInteger(second) && Number.isInteger(first) && first >= 0 && first <= second)) return false
  if (first === 0) return proof.length === 0 && sameBytes(firstRoot, rootOf(name, frontierOf(0, [])))
  if (first === second) return proof.length === 0 && sameBytes(firstRoot, secondRoot)
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : [...proof]
  const [seed, ...rest] = path
  if (seed === undefined) return false
  let position = first - 1
  let last = second - 1
  while (position % 2 === 1) [position, last] = [half(position), half(last)]
  let before = seed
  let after = seed
  for (const sibling of rest) {
    if (last === 0) return false
    if (position % 2 === 1 || position === last) {
      before = nodeHash(name, sibling, before)
      after = nodeHash(name, sibling, after)
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)]
    } else after = nodeHash(name, after, sibling)
    ;[position, last] = [half(position), half(last)]
  }
  return last === 0 && sameBytes(before, firstRoot) && sameBytes(after, secondRoot)
}

function pathRanges(index: number, range: Range): Range[] {
  if (range.end - range.start === 1) return []
  const [left, right] = split(range)
  return index < left.end ? [...pathRanges(index, left), right] : [...pathRanges(index, right), left]
}

/** `whole` while the range is still all of the first tree's, whose root the verifier already holds. */
function subproofRanges(first: number, range: Range, whole: boolean): Range[] {
  if (first === range.end) return whole ? [] : [range]
  const [left, right] = split(range)
  return first <= left.end ? [...subproofRanges(first, left, whole), right] : [...subproofRanges(first, right, false), left]
}

/** At the largest power of two below the width (RFC 9162 §2.1.1). */
function split({ start, end }: Range): [Range, Range] {
  let width = 1
  while (width * 2 < end - start) width *= 2
  return [{ start, end: start + width }, { start: start + width, end }]
}

/** A range is either one stored subtree or, at the right edge, a smaller tree of its own with stored peaks. */
async function hashRanges(name: HashName, ranges: readonly Range[], read: ReadNodes): Promise<Uint8Array[]> {
  const parts = ranges.map(({ start, end }) => ({
    width: end - start,
    refs: peakRefs(end - start).map(({ level, index }) => ({ level, index: index + start / 2 ** level })),
  }))
  const hashes = await read(parts.flatMap(({ refs }) => refs))
  let at = 0
  return parts.map(({ width, refs }) => rootOf(name, frontierOf(width, hashes.slice(at, (at += refs.length)))))
}

const half = (n: number): number => Math.floor(n / 2)

function isPowerOfTwo(n: number): boolean {
  while (n % 2 === 0) n /= 2
  return n === 1
}
