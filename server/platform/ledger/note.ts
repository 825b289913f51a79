import { sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { NoteError } from './note-error.ts'
import { isKeyName, verifierKey } from './verifier-key.ts'
import type { VerifierKey } from './verifier-key.ts'

/** A signed note taken apart (C2SP signed-note); nothing is verified yet. `text` ends in a newline. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  readonly name: string
  /** Eight hex digits. */
  readonly keyId: string
  readonly signature: Uint8Array
}

/** Signs a text under a key name, and answers the whole note. */
export type SignNote = (name: string, text: string) => string

/** The standard demands 16 at least; more than this many are somebody's attempt to keep us busy. */
const mostSignatures = 64

/** Notes signed with this Ed25519 key. @throws NoteError for a text that no note can hold */
export const noteSigner = (privateKey: KeyObject): SignNote => (name, text) => {
  checkText(text)
  const { keyId } = verifierKey(name, privateKey)
  const signature = sign(null, Buffer.from(text), privateKey)
  return `${text}\n${signatureLine({ name, keyId, signature })}`
}

/** @throws NoteError when the text is not a signed note */
export function parseNote(note: string): Note {
  const end = note.lastIndexOf('\n\n')
  if (end === -1) throw new NoteError('the note has no blank line before its signatures')
  const text = note.slice(0, end + 1)
  checkText(text)
  const lines = note.slice(end + 2).split('\n')
  if (lines.pop() !== '' || lines.length === 0) throw new NoteError('the note does not end in a signature line')
  if (lines.length > mostSignatures) throw new NoteError(`the note carries more than ${mostSignatures} signatures`)
  return { text, signatures: lines.map(parseSignature) }
}

/**
 * The note's text, if a trusted key signed it. Signatures of unknown keys are ignored, as the standard demands.
 * @throws NoteError when it is no note, no trusted key signed it, or a trusted key's signature does not hold
 */
export function openNote(note: string, trusted: readonly VerifierKey[]): { text: string; by: readonly VerifierKey[] } {
  const { text, signatures } = parseNote(note)
  const by: VerifierKey[] = []
  for (const { name, keyId, signature } of signatures) {
    const key = trusted.find((known) => known.name === name && known.keyId === keyId)
    if (key === undefined) continue
    if (!verify(null, Buffer.from(text), key.publicKey, signature)) throw new NoteError(`the signature of ${name} does not hold`)
    by.push(key)
  }
  if (by.length === 0) throw new NoteError('no trusted key has signed the note')
  return { text, by }
}

const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}\n`

function parseSignature(line: string): NoteSignature {
  const [, name = '', base64 = ''] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? []
  const bytes = Buffer.from(base64, 'base64')
  if (!isKeyName(name) || bytes.length < 5 || bytes.toString('base64') !== base64)
    throw new NoteError('the note holds a line that is no signature')
  return { name, keyId: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) }
}

function checkText(text: string): void {
  if (!text.endsWith('\n')) throw new NoteError('the text of a note ends in a newline')
  // oxlint-disable-next-line no-control-regex -- the standard's own condition
  if (/[\0-\x09\x0b-\x1f]/.test(text) || !text.isWellFormed()) throw new NoteError('a note holds no control characters and only valid Unicode')
}
