import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { hashOf, leafHash, nodeHash } from './hash.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

it('hashes as the examples of GB/T 32905-2016 and FIPS 180-4', () => {
  expect(hex(hashOf('sm3', 'abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(hex(hashOf('sm3', 'abcd'.repeat(16)))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  expect(hex(hashOf('sha256', 'abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

it('parts leaves from nodes by their first byte', () => {
  const [a, b] = [hashOf('sm3', 'a'), hashOf('sm3', 'b')]
  expect(leafHash('sm3', Buffer.from('law'))).toEqual(hashOf('sm3', Buffer.from('\0law')))
  expect(nodeHash('sm3', a, b)).toEqual(hashOf('sm3', Buffer.concat([Buffer.from([1]), a, b])))
  expect(leafHash('sm3', Buffer.concat([a, b]))).not.toEqual(nodeHash('sm3', a, b))
})

const vectors = new URL('../../../../shared/data/conformance/sm2-sm3-sm4-standard-vectors.json', import.meta.url)

it.skipIf(!existsSync(vectors))('hashes the SM3 examples of ../shared (skipped where that folder is absent)', () => {
  const { sm3 } = JSON.parse(readFileSync(vectors, 'utf8')) as { sm3: { msg: string; hash: string }[] }
  expect(sm3.length).toBeGreaterThan(0)
  for (const { msg, hash } of sm3) expect(hex(hashOf('sm3', msg))).toBe(hash)
})
