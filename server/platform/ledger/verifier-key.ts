import { createHash, createPublicKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { NoteError } from './note-error.ts'

/** Whose signature on a note is believed: the name and the key ID must both match (C2SP signed-note). */
export interface VerifierKey {
  readonly name: string
  /** Eight hex digits. */
  readonly keyId: string
  readonly publicKey: KeyObject
}

/** The signature type of Ed25519 in C2SP signed-note. */
const ed25519 = 1

/** The Ed25519 key under which notes signed as `name` are verified; takes the private key's public half as well. */
export function verifierKey(name: string, publicKey: KeyObject): VerifierKey {
  if (!isKeyName(name)) throw new NoteError(`“${name}” is no key name: it is empty, or holds a space, a plus or a control character`)
  const keyId = createHash('sha256').update(`${name}\n`).update(typed(publicKey)).digest('hex').slice(0, 8)
  return { name, keyId, publicKey: publicKey.type === 'private' ? createPublicKey(publicKey) : publicKey }
}

/** The vkey text that C2SP tools take: `<name>+<key ID in hex>+<base64 of type and public key>`. */
export const formatVkey = ({ name, keyId, publicKey }: VerifierKey): string =>
  `${name}+${keyId}+${typed(publicKey).toString('base64')}`

/** @throws NoteError for other signature types, and for a key ID that does not follow from name and key */
export function parseVkey(vkey: string): VerifierKey {
  const [, name = '', keyId = '', material = ''] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey.trim()) ?? []
  const bytes = Buffer.from(material, 'base64')
  if (bytes.length !== 33 || bytes[0] !== ed25519 || bytes.toString('base64') !== material)
    throw new NoteError('this is not the text of an Ed25519 verifier key')
  const x = bytes.subarray(1).toString('base64url')
  const key = verifierKey(name, createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } }))
  if (key.keyId !== keyId) throw new NoteError(`the verifier key of ${name} carries the key ID ${keyId} instead of ${key.keyId}`)
  return key
}

/** Non-empty, without Unicode spaces, plus and control characters. */
export const isKeyName = (name: string): boolean => name !== '' && !/[\s+\p{Cc}\p{White_Space}]/u.test(name)

function typed(key: KeyObject): Buffer {
  const { crv, x } = key.export({ format: 'jwk' })
  if (crv !== 'Ed25519' || x === undefined) throw new NoteError('notes are signed with Ed25519 keys only')
  return Buffer.concat([Buffer.from([ed25519]), Buffer.from(x, 'base64url')])
}
