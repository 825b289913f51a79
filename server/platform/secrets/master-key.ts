import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { madeOnce } from './made-once.ts'
import type { Key } from './seal.ts'

/**
 * The key that wraps the subjects' keys: FAHENG_MASTER_KEY (base64, 32 bytes), else `<folder>/master-key`, made on first use
 * and readable by the server's user alone. Without it personal texts stay unreadable: back it up apart from the database.
 * @throws when it is not 32 bytes
 */
export function openMasterKey(folder: string, env: NodeJS.ProcessEnv): Key {
  const key = Buffer.from(env['FAHENG_MASTER_KEY'] ?? madeOnce(join(folder, 'master-key'), () => randomBytes(32).toString('base64')), 'base64')
  if (key.length !== 32) throw new Error('the master key is not 32 bytes in base64')
  return key
}
