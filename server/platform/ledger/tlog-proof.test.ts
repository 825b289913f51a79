import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { checkpointText } from './checkpoint.ts'
import { leafHash } from './hash.ts'
import { append, emptyFrontier, rootOf } from './merkle.ts'
import { inclusionProof } from './merkle-proof.ts'
import { NoteError } from './note-error.ts'
import { noteSigner } from './note.ts'
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts'
import { verifierKey } from './verifier-key.ts'

const { privateKey } = generateKeyPairSync('ed25519')
const origin = 'example.cn/faheng/140123'
const trusted = [verifierKey(origin, privateKey)]
const leaves = ['lead', 'filing', 'report'].map((text) => leafHash('sha256', Buffer.from(text)))
const grown = append('sha256', emptyFrontier, leaves)
const checkpoint = noteSigner(privateKey)(origin, checkpointText({ origin, size: 3, root: rootOf('sha256', grown.frontier) }))
const proof = await inclusionProof('sha256', 1, 3, (refs) =>
  Promise.resolve(refs.map(({ level, index }) => (level === 0 ? leaves[index]! : grown.nodes.find((node) => node.level === level && node.index === index)!.hash))),
)
const text = formatTlogProof({ index: 1, proof, checkpoint })

it('has the lines of C2SP tlog-proof', () => {
  const lines = text.split('\n')
  expect(lines.slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 1'])
  expect(lines.slice(2, 4)).toEqual(proof.map((hash) => Buffer.from(hash).toString('base64')))
  expect(lines.slice(4).join('\n')).toBe(`\n${checkpoint}`)
  expect(formatTlogProof({ index: 0, proof: [], checkpoint, extra: Buffer.from('x') })).toMatch(/^c2sp.org\/tlog-proof@v1\nextra eA==\nindex 0\n\nexample/)
})

it('reads back what it wrote', () => {
  for (const extra of [undefined, Buffer.from('the leaf')]) {
    const bundle = { index: 1, proof, checkpoint, ...(extra === undefined ? {} : { extra }) }
    expect(parseTlogProof(formatTlogProof(bundle))).toEqual(bundle)
  }
})

it('proves its leaf and no other, under the log’s key and no other', () => {
  expect(verifyTlogProof(text, { hash: 'sha256', leaf: leaves[1]!, trusted })).toMatchObject({ origin, size: 3, index: 1 })
  expect(() => verifyTlogProof(text, { hash: 'sha256', leaf: leaves[0]!, trusted })).toThrow('does not lead')
  expect(() => verifyTlogProof(text, { hash: 'sm3', leaf: leaves[1]!, trusted })).toThrow('does not lead')
  const stranger = [verifierKey(origin, generateKeyPairSync('ed25519').publicKey)]
  expect(() => verifyTlogProof(text, { hash: 'sha256', leaf: leaves[1]!, trusted: stranger })).toThrow('no trusted key')
})

it('is refused when malformed', () => {
  const bad = ['', 'x', text.replace('@v1', '@v2'), text.replace('index 1', 'index 01'), text.replace('index 1', 'index 2'), text.replace('index 1\n', ''), text.replace(/=\n/, '\n'), text.slice(0, 60)]
  for (const wrong of bad) expect(() => verifyTlogProof(wrong, { hash: 'sha256', leaf: leaves[1]!, trusted })).toThrow(NoteError)
})
