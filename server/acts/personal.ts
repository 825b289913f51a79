import type { Json } from '@faheng/law/canonical.ts'
import { newKey, seal, unseal, type Key } from '../platform/secrets/seal.ts'

/** The personal fields of one act, by JSON pointer, under the key of its matter. */
export const sealPersonal = (key: Key, region: string, act: string, fields: Readonly<Record<string, Json>>): Buffer =>
  seal(key, JSON.stringify(fields), `${region}/act/${act}`)

/** @throws when the key is another or the text was changed or moved */
export const openPersonal = (key: Key, region: string, act: string, cipher: Buffer): Record<string, Json> =>
  JSON.parse(unseal(key, cipher, `${region}/act/${act}`).toString()) as Record<string, Json>

/** A matter's key, made with its first personal text and kept wrapped. */
export function newSubjectKey(master: Key, region: string, subject: string): { key: Key; wrapped: Buffer } {
  const key = newKey()
  return { key, wrapped: seal(master, key, `${region}/key/${subject}`) }
}

export const unwrap = (master: Key, region: string, subject: string, wrapped: Buffer): Key => unseal(master, wrapped, `${region}/key/${subject}`)
