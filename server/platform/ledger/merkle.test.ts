import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf, leafHash, nodeHash } from './hash.ts'
import type { HashName } from './hash.ts'
import { append, emptyFrontier, frontierOf, peakRefs, rootOf } from './merkle.ts'
import type { Frontier, NodeRef } from './merkle.ts'
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './merkle-proof.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex')

/** A tree grown in batches, its nodes kept as the database keeps them. */
function grow(name: HashName, batches: readonly (readonly Uint8Array[])[]) {
  const stored = new Map<string, Uint8Array>()
  let frontier: Frontier = emptyFrontier
  for (const batch of batches) {
    const hashes = batch.map((leaf) => leafHash(name, leaf))
    for (const [i, hash] of hashes.entries()) stored.set(`0/${frontier.size + i}`, hash)
    const grown = append(name, frontier, hashes)
    for (const { level, index, hash } of grown.nodes) {
      expect(stored.has(`${level}/${index}`)).toBe(false)
      stored.set(`${level}/${index}`, hash)
    }
    frontier = grown.frontier
  }
  const read = (refs: readonly NodeRef[]) =>
    Promise.resolve(refs.map(({ level, index }) => stored.get(`${level}/${index}`) ?? expect.fail(`node ${level}/${index}`)))
  return { frontier, stored, read }
}

/** RFC 9162 §2.1 word for word, the oracle of the properties below. */
const naive = (name: HashName) => {
  const split = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1)
  const root = (d: readonly Uint8Array[]): Uint8Array =>
    d.length === 0
      ? hashOf(name, '')
      : d.length === 1
        ? leafHash(name, d[0] as Uint8Array)
        : nodeHash(name, root(d.slice(0, split(d.length))), root(d.slice(split(d.length))))
  const path = (m: number, d: readonly Uint8Array[]): Uint8Array[] => {
    if (d.length === 1) return []
    const k = split(d.length)
    return m < k ? [...path(m, d.slice(0, k)), root(d.slice(k))] : [...path(m - k, d.slice(k)), root(d.slice(0, k))]
  }
  const subproof = (m: number, d: readonly Uint8Array[], whole: boolean): Uint8Array[] => {
    if (m === d.length) return whole ? [] : [root(d)]
    const k = split(d.length)
    return m <= k
      ? [...subproof(m, d.slice(0, k), whole), root(d.slice(k))]
      : [...subproof(m - k, d.slice(k), false), root(d.slice(0, k))]
  }
  return { root, path, proof: (m: number, d: readonly Uint8Array[]) => subproof(m, d, true) }
}

const hashName = fc.constantFrom<HashName>('sm3', 'sha256')
const leaf = fc.uint8Array({ maxLength: 12 })
const batches = fc.array(fc.array(leaf, { maxLength: 20 }), { minLength: 1, maxLength: 6 })

describe('a tree that grows', () => {
  it('has the roots of seven small texts, computed outside of this program', () => {
    const leaves = ['lead', 'filing', 'report', 'notice', 'decision', 'service', 'closing'].map((text) => Buffer.from(text))
    for (const [name, roots] of Object.entries(sevenTexts))
      for (const [size, root] of roots.entries())
        expect(hex(rootOf(name as HashName, grow(name as HashName, [leaves.slice(0, size)]).frontier))).toBe(root)
  })

  it('has the root of the definition, however its leaves were batched', () => {
    fc.assert(
      fc.property(hashName, batches, (name, parts) => {
        expect(hex(rootOf(name, grow(name, parts).frontier))).toBe(hex(naive(name).root(parts.flat())))
      }),
    )
  })

  it('stores every complete subtree once, and finds its frontier in them again', async () => {
    await fc.assert(
      fc.asyncProperty(hashName, batches, async (name, parts) => {
        const { frontier, stored, read } = grow(name, parts)
        let complete = 0
        for (let width = 1; width <= frontier.size; width *= 2) complete += Math.floor(frontier.size / width)
        expect(stored.size).toBe(complete)
        const found = frontierOf(frontier.size, await read(peakRefs(frontier.size)))
        expect(found).toEqual(frontier)
      }),
    )
  })
})

const tree = fc
  .tuple(hashName, fc.array(leaf, { minLength: 1, maxLength: 70 }))
  .chain(([name, leaves]) =>
    fc.record({
      name: fc.constant(name),
      leaves: fc.constant(leaves),
      size: fc.integer({ min: 1, max: leaves.length }),
      at: fc.nat({ max: 1e6 }),
      harm: fc.nat({ max: 1e6 }),
    }),
  )

describe('proofs', () => {
  it('of inclusion are those of the definition, verify, and fail after any change', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async ({ name, leaves, size, at, harm }) => {
        const index = at % size
        const { read } = grow(name, [leaves])
        const proof = await inclusionProof(name, index, size, read)
        expect(proof.map(hex)).toEqual(naive(name).path(index, leaves.slice(0, size)).map(hex))
        const claim = { index, size, leaf: leafHash(name, leaves[index]!), proof, root: naive(name).root(leaves.slice(0, size)) }
        expect(verifyInclusion(name, claim)).toBe(true)
        expect(verifyInclusion(name, { ...claim, leaf: flip(claim.leaf, harm) })).toBe(false)
        expect(verifyInclusion(name, { ...claim, root: flip(claim.root, harm) })).toBe(false)
        expect(verifyInclusion(name, { ...claim, proof: [...proof, claim.root] })).toBe(false)
        expect(verifyInclusion(name, { ...claim, index: size })).toBe(false)
        if (proof.length > 0) {
          const bent = proof.map((hash, i) => (i === harm % proof.length ? flip(hash, harm) : hash))
          expect(verifyInclusion(name, { ...claim, proof: bent })).toBe(false)
          expect(verifyInclusion(name, { ...claim, proof: proof.slice(1) })).toBe(false)
        }
      }),
    )
  })

  it('of consistency are those of the definition, verify, and fail after any change', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async ({ name, leaves, size: second, at, harm }) => {
        const first = at % (second + 1)
        const { read } = grow(name, [leaves])
        const proof = await consistencyProof(name, first, second, read)
        const expected = first === 0 ? [] : naive(name).proof(first, leaves.slice(0, second))
        expect(proof.map(hex)).toEqual(expected.map(hex))
        const [firstRoot, secondRoot] = [first, second].map((size) => naive(name).root(leaves.slice(0, size)))
        const claim = { first, second, firstRoot: firstRoot!, secondRoot: secondRoot!, proof }
        expect(verifyConsistency(name, claim)).toBe(true)
        expect(verifyConsistency(name, { ...claim, firstRoot: flip(claim.firstRoot, harm) })).toBe(false)
        expect(verifyConsistency(name, { ...claim, proof: [...proof, claim.secondRoot] })).toBe(false)
        // From the empty tree every tree follows, so that the second root says nothing there.
        if (first > 0) expect(verifyConsistency(name, { ...claim, secondRoot: flip(claim.secondRoot, harm) })).toBe(false)
        if (proof.length > 0) {
          const bent = proof.map((hash, i) => (i === harm % proof.length ? flip(hash, harm) : hash))
          expect(verifyConsistency(name, { ...claim, proof: bent })).toBe(false)
          expect(verifyConsistency(name, { ...claim, proof: proof.slice(1) })).toBe(false)
        }
      }),
    )
  })

  it('read no more than the logarithm demands, and refuse what does not exist', async () => {
    const { read } = grow('sm3', [Array.from({ length: 1000 }, (_, i) => Buffer.from(String(i)))])
    const sizes: number[] = []
    const counted = (refs: readonly NodeRef[]) => {
      sizes.push(refs.length)
      return read(refs)
    }
    await inclusionProof('sm3', 999, 1000, counted)
    await consistencyProof('sm3', 511, 1000, counted)
    expect(sizes).toHaveLength(2)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20)
    await expect(inclusionProof('sm3', 5, 5, read)).rejects.toThrow(RangeError)
    await expect(consistencyProof('sm3', 6, 5, read)).rejects.toThrow(RangeError)
  })
})

const conformance = new URL('../../../../shared/data/conformance/merkle-8-leaf-tree.json', import.meta.url)

describe.skipIf(!existsSync(conformance))('the 8-leaf tree of ../shared (skipped where that folder is absent)', () => {
  it('has these roots and these proofs', async () => {
    const sample = JSON.parse(readFileSync(conformance, 'utf8')) as {
      leaves_hex: string[]
      roots_by_size_hex: string[]
      inclusion_proofs: { index: number; size: number; proof_hex: string[] }[]
    }
    const leaves = sample.leaves_hex.map(bytes)
    const { read } = grow('sha256', [leaves])
    for (const [size, root] of sample.roots_by_size_hex.entries())
      expect(hex(rootOf('sha256', grow('sha256', [leaves.slice(0, size)]).frontier))).toBe(root)
    for (const { index, size, proof_hex } of sample.inclusion_proofs) {
      expect((await inclusionProof('sha256', index, size, read)).map(hex)).toEqual(proof_hex)
      const claim = { index, size, leaf: leafHash('sha256', leaves[index]!), proof: proof_hex.map(bytes) }
      expect(verifyInclusion('sha256', { ...claim, root: bytes(sample.roots_by_size_hex[size]!) })).toBe(true)
    }
  })
})

function flip(hash: Uint8Array, at: number): Uint8Array {
  const bent = Uint8Array.from(hash)
  bent[at % bent.length]! ^= 1
  return bent
}

/** Roots of the first 0 … 7 of the texts, by Python's hashlib over the definition in RFC 9162 §2.1.1. */
const sevenTexts: Record<HashName, readonly string[]> = {
  sha256: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'd8e9a485f83b17e5723607739e649998a9c6a617119e839e52cafd954f75296c',
    'e55dfc4c960a90e4efe39e1dce3bdc2f629cb1a5ab3f6af814758a824fd2d1da',
    'c535fc6e3c077e94c197318efd7833e6a0d48f559c4fd9fd79a4a301d3e53517',
    '1a89312adfae721b86af3dda5e09ffdaece32107be858a1689af3adb892900eb',
    'e552afefeb2a20d942363852a164184bc5a9927165e03532c48a7d4dadbcbc6b',
    '8037636814cc07ffdefd0d6a5166eda86b768515d112705616b9d894613694b1',
    '0952367a1240348f72f24d7bd52125a3469c60ed3360f704ef3fc8659220d9c4',
  ],
  sm3: [
    '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b',
    '903149261c5311be7ff7c38e47cc08dd60c9084c13f42e222f2643f2c2930040',
    '6d1c32cf11a815cec546e8d12379f921c908649fbffe922bfaaee9d8f4cc23d8',
    'ff0863e210b4da6b191d664747bfc741ad194b3d9cc4fd2f4fb8fe139de0c720',
    'f2053d3d583db409ac2d36ecbb5113a359705281b95f6a1db0f2ea91f63d0cd5',
    '33e75197c64f9a90e383e1b9cd291436a8e3883c495e8226beffcd7fc06bb539',
    'e42fd4483e27e233e23bd3852cd37b05df22a3b69a15e7593687a7290e87d655',
    '07d00866bdc36ce023e3b127edc6fab358c52cea3d8cf71a580467ed72d9ccda',
  ],
}
