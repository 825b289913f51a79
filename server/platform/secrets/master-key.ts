import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Key } from './seal.ts'

/**
 * The key that wraps the subjects' keys: FAHENG_MASTER_KEY (base64, 32 bytes), else `<folder>/master-key`, made on first use
 * and readable by the server's user alone. Without it personal texts stay unreadable: back it up apart from the database.
 * @throws when it is not 32 bytes
 */
export function openMasterKey(folder: string, env: NodeJS.ProcessEnv): Key {
  const key = Buffer.from(env['FAHENG_MASTER_KEY'] ?? kept(folder), 'base64')
  if (key.length !== 32) throw new Error('the master key is not 32 bytes in base64')
  return key
}

function kept(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'master-key')
  try {
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
