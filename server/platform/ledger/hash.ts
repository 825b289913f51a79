import { hash as digest } from 'node:crypto'

/** SM3 is GB/T 32905-2016, SHA-256 FIPS 180-4; both give 32 bytes, so that trees and proofs have one shape. */
export type HashName = 'sm3' | 'sha256'

export const hashLength = 32

/** H(data); text is hashed as UTF-8. */
export const hashOf = (name: HashName, data: Uint8Array | string): Uint8Array => digest(name, data, 'buffer')

/** The hash of a leaf, H(0x00 ‖ data) (RFC 9162 §2.1.1). */
export function leafHash(name: HashName, data: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + data.length)
  input.set(data, 1)
  return hashOf(name, input)
}

/** The hash of an inner node, H(0x01 ‖ left ‖ right) (RFC 9162 §2.1.1); both are hashes. */
export function nodeHash(name: HashName, left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeInput.set(left, 1)
  nodeInput.set(right, 1 + hashLength)
  return hashOf(name, nodeInput)
}

/** One for all calls: a batch of 20,000 leaves hashes as many nodes, and hashing is synchronous. */
const nodeInput = new Uint8Array(1 + 2 * hashLength).fill(1, 0, 1)

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
