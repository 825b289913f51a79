import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { madeOnce } from '../secrets/made-once.ts'

/** The key cannot be used, or must not be; the message names the file and what to do. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError'
}

/** The key that signs this installation's checkpoints: the file FAHENG_LEDGER_KEY names, else the one of the folder. @throws KeyFileError */
export const openLedgerKey = (folder: string, env: NodeJS.ProcessEnv): Promise<KeyObject> =>
  env['FAHENG_LEDGER_KEY'] ? loadKey(env['FAHENG_LEDGER_KEY']) : loadOrCreateKey(folder)

/** The installation's own key: `<folder>/ledger-key.pem` (PKCS #8, mode 600), made on first use. */
async function loadOrCreateKey(folder: string): Promise<KeyObject> {
  const file = join(folder, 'ledger-key.pem')
  madeOnce(file, () => String(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })))
  return loadKey(file)
}

/**
 * The key in a file the operator gives (PEM, PKCS #8, Ed25519).
 * @throws KeyFileError when others than its owner may read the file (POSIX), or when it holds no Ed25519 key
 */
async function loadKey(file: string): Promise<KeyObject> {
  const pem = await readFile(file)
  const { mode } = await stat(file)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new KeyFileError(`${file} can be read by others than its owner; run: chmod 600 '${file}'`)
  const key = privateKey(pem)
  if (key?.asymmetricKeyType !== 'ed25519') throw new KeyFileError(`${file} does not hold an Ed25519 private key in PEM (PKCS #8)`)
  return key
}

function privateKey(pem: Buffer): KeyObject | undefined {
  try {
    return createPrivateKey(pem)
  } catch {
    return undefined
  }
}
