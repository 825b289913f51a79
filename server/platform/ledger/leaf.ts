import { randomBytes } from 'node:crypto'
import { canonical } from '@faheng/law/canonical.ts'
import type { Json } from '@faheng/law/canonical.ts'
import { hashOf } from './hash.ts'
import type { HashName } from './hash.ts'

/** What stands in a region's log (D9): acts, rendered documents, exam seeds, exam papers with their final answers, redactions, restores. */
export type LeafKind = 'act' | 'document' | 'seed' | 'paper' | 'redaction' | 'restore'

/**
 * The content of a leaf. It holds no personal data: every field stands in it as the hash of its name, a salt of its own
 * and its value, so that erasing value and salt leaves nothing that could be guessed.
 */
export interface LeafEntry {
  readonly kind: LeafKind
  readonly region: string
  readonly id: string
  readonly matter?: string
  readonly seq?: number
  /** ISO 8601, UTC, milliseconds. */
  readonly recordedAt: string
  readonly occurredAt?: string
  readonly actor?: string
  readonly actKind?: string
  /** Field → commitment in hex. */
  readonly fields: Readonly<Record<string, string>>
}

/** Whether a stored act answers to its leaf; else the first field that does not, and how. */
export type LeafCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly field: string; readonly reason: 'altered' | 'missing' | 'added' | 'salt-missing' | 'redaction-differs' | 'redaction-incomplete' }

/** A fresh salt of 16 random bytes (hex) for each field. */
export function newSalts(names: readonly string[]): Record<string, string> {
  const random = randomBytes(16 * names.length)
  return record(names.map((name, i) => [name, random.toString('hex', 16 * i, 16 * (i + 1))]))
}

/**
 * The commitment to each field, H(canonical([name, salt, value])), in hex.
 * @throws TypeError for a field without a salt of 16 bytes; CanonicalError for a value that is not JSON
 */
export const commitFields = (
  fields: Readonly<Record<string, Json>>,
  salts: Readonly<Record<string, string>>,
  hash: HashName,
): Record<string, string> =>
  record(
    Object.entries(fields).map(([name, value]) => {
      const salt = own(salts, name)
      if (salt === undefined || !isSalt(salt)) throw new TypeError(`the field ${name} has no salt of 16 bytes`)
      return [name, commit(name, salt, value, hash)]
    }),
  )

/** The bytes that the log hashes: RFC 8785 in UTF-8. */
export const leafBytes = (entry: LeafEntry): Uint8Array => Buffer.from(canonical(entry))

/** The entry in a leaf's bytes, which the log's hash vouches for. @throws TypeError when they are not a leaf of ours */
export function readLeaf(bytes: Uint8Array): LeafEntry {
  const text = Buffer.from(bytes).toString()
  const value = JSON.parse(text) as Json
  if (canonical(value) !== text || !isEntry(value)) throw new TypeError('the bytes are not a canonical leaf')
  return value
}

/**
 * Whether what is stored today is what the leaf commits to: every field with its salt and unchanged, or redacted, which
 * means that value and salt are gone and the commitment stands in their place, equal to the leaf's.
 * Names the first field, in the leaf's order, that does not answer.
 */
export function checkLeaf(
  entry: Pick<LeafEntry, 'fields'>,
  storedFields: Readonly<Record<string, Json>>,
  salts: Readonly<Record<string, string>>,
  redactedCommitments: Readonly<Record<string, string>>,
  hash: HashName,
): LeafCheck {
  for (const [field, commitment] of Object.entries(entry.fields)) {
    const value = own(storedFields, field)
    const salt = own(salts, field)
    const redacted = own(redactedCommitments, field)
    if (redacted !== undefined) {
      if (redacted !== commitment) return { ok: false, field, reason: 'redaction-differs' }
      if (value !== undefined || salt !== undefined) return { ok: false, field, reason: 'redaction-incomplete' }
    } else if (value === undefined) return { ok: false, field, reason: 'missing' }
    else if (salt === undefined || !isSalt(salt)) return { ok: false, field, reason: 'salt-missing' }
    else if (commit(field, salt, value, hash) !== commitment) return { ok: false, field, reason: 'altered' }
  }
  const added = [...Object.keys(storedFields), ...Object.keys(redactedCommitments)].find((field) => !Object.hasOwn(entry.fields, field))
  return added === undefined ? { ok: true } : { ok: false, field: added, reason: 'added' }
}

/** The first byte is `[`, so that no commitment can be taken for a leaf's or a node's hash. */
const commit = (name: string, salt: string, value: Json, hash: HashName): string =>
  Buffer.from(hashOf(hash, canonical([name, salt, value]))).toString('hex')

const isSalt = (salt: string): boolean => /^[0-9a-f]{32}$/.test(salt)

const isEntry = (value: unknown): value is LeafEntry => {
  const entry = value as Partial<LeafEntry> | null
  return (
    typeof entry?.kind === 'string' &&
    typeof entry.region === 'string' &&
    typeof entry.id === 'string' &&
    typeof entry.recordedAt === 'string' &&
    typeof entry.fields === 'object' &&
    entry.fields !== null
  )
}

/** Own properties only: a field may be called `constructor`. */
const own = <T>(of: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(of, name) ? of[name] : undefined)

/** Defines its properties, so that a field called `__proto__` is kept like any other. */
const record = (entries: readonly (readonly [string, string])[]): Record<string, string> => Object.fromEntries(entries)
