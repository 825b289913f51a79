import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'

/** 32 bytes. A master key wraps one key per subject; destroying that erases the subject's texts everywhere (D9). */
export type Key = Buffer

export const newKey = (): Key => randomBytes(32)

/**
 * AES-256-GCM: nonce ‖ tag ‖ cipher. `about` binds the text to its place, so that it cannot be moved to another. The ciphers take
 * a key object: given plain bytes, Node looks for 30 µs whether they are one.
 */
export function seal(key: Key, plain: Buffer | string, about: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** @throws when the key is another, or a bit or the place was changed */
export function unseal(key: Key, sealed: Buffer, about: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), sealed.subarray(0, 12)).setAAD(Buffer.from(about))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
