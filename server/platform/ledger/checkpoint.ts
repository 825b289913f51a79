import { hashLength } from './hash.ts'
import type { HashName } from './hash.ts'
import { NoteError } from './note-error.ts'
import { openNote } from './note.ts'
import { isKeyName } from './verifier-key.ts'
import type { VerifierKey } from './verifier-key.ts'

/** The head of a log: this many leaves have this root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/**
 * The name of a region's log, which is also the name of its key: `<host>/faheng/<region>`, with `/sm3` appended for
 * SM3, so that no tool that knows SHA-256 only takes such a log for its own (D9).
 */
export function originOf(host: string, region: string, hash: HashName): string {
  const origin = `${host}/faheng/${region}${hash === 'sm3' ? '/sm3' : ''}`
  if (!isKeyName(origin)) throw new NoteError(`“${origin}” cannot name a log: it holds a space or a plus`)
  return origin
}

/** The text to sign. No extension lines: monitors could not audit them. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`

/** Reads the text of a checkpoint; extension lines are ignored. @throws NoteError */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root64 = '', ...extensions] = text.split('\n')
  if (extensions.pop() !== '' || origin === '' || extensions.includes('')) throw new NoteError('the checkpoint does not have three lines')
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) throw new NoteError('the size of the checkpoint is no number')
  const root = Buffer.from(root64, 'base64')
  if (root.length !== hashLength || root.toString('base64') !== root64) throw new NoteError('the root of the checkpoint is no hash')
  return { origin, size: Number(size), root }
}

/** The checkpoint in a note, if the log's own key signed it. @throws NoteError */
export function openCheckpoint(note: string, trusted: readonly VerifierKey[]): Checkpoint {
  const { text, by } = openNote(note, trusted)
  const checkpoint = parseCheckpoint(text)
  if (!by.some(({ name }) => name === checkpoint.origin)) throw new NoteError(`${checkpoint.origin} has not signed its own checkpoint`)
  return checkpoint
}
