import { openCheckpoint } from './checkpoint.ts'
import type { Checkpoint } from './checkpoint.ts'
import { hashLength } from './hash.ts'
import type { HashName } from './hash.ts'
import { verifyInclusion } from './merkle-proof.ts'
import { NoteError } from './note-error.ts'
import type { VerifierKey } from './verifier-key.ts'

/**
 * Everything needed to check offline that a leaf stands in a log (C2SP tlog-proof@v1, file extension `.tlog-proof`).
 * `extra` is not authenticated. In logs whose origin ends in `/sm3` the hashes are SM3, where the standard has SHA-256.
 */
export interface TlogProof {
  readonly index: number
  readonly proof: readonly Uint8Array[]
  /** The signed note, verbatim. */
  readonly checkpoint: string
  readonly extra?: Uint8Array
}

const header = 'c2sp.org/tlog-proof@v1'

export const formatTlogProof = ({ index, proof, checkpoint, extra }: TlogProof): string =>
  [
    header,
    ...(extra === undefined ? [] : [`extra ${base64(extra)}`]),
    `index ${index}`,
    ...proof.map(base64),
    '',
    checkpoint,
  ].join('\n')

/** @throws NoteError; the checkpoint is not opened yet */
export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n')
  const lines = text.slice(0, Math.max(end, 0)).split('\n')
  if (lines.shift() !== header) throw new NoteError('this is not a tlog proof')
  const extra = lines[0]?.startsWith('extra ') ? bytesOf(lines.shift()?.slice('extra '.length) ?? '') : undefined
  const [, index] = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '') ?? []
  if (index === undefined || !Number.isSafeInteger(Number(index))) throw new NoteError('the tlog proof names no index')
  const proof = lines.map(bytesOf)
  if (proof.some(({ length }) => length !== hashLength)) throw new NoteError('the tlog proof holds a line that is no hash')
  return { index: Number(index), proof, checkpoint: text.slice(end + 2), ...(extra === undefined ? {} : { extra }) }
}

/**
 * Answers under which checkpoint the leaf with this hash was proved to stand, and where.
 * @throws NoteError when the proof is malformed, the log's key is not trusted, or the leaf is another one
 */
export function verifyTlogProof(
  text: string,
  { hash, leaf, trusted }: { hash: HashName; leaf: Uint8Array; trusted: readonly VerifierKey[] },
): Checkpoint & { index: number } {
  const { index, proof, checkpoint: note } = parseTlogProof(text)
  const checkpoint = openCheckpoint(note, trusted)
  if (!verifyInclusion(hash, { index, size: checkpoint.size, leaf, proof, root: checkpoint.root }))
    throw new NoteError(`the proof does not lead from this leaf to the root of ${checkpoint.origin}`)
  return { ...checkpoint, index }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function bytesOf(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw new NoteError('the tlog proof holds a line that is not base64')
  return bytes
}
