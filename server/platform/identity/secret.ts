import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { madeOnce } from '../secrets/made-once.ts'

/**
 * The secret that signs cookies: FAHENG_SECRET, else a file of the data folder that only the server's user reads. Several
 * servers of one county share it through the variable.
 * @throws when the variable is shorter than 32 characters.
 */
export function openSecret(dataDir: string, env: NodeJS.ProcessEnv): string {
  const given = env['FAHENG_SECRET']
  if (given !== undefined) {
    if (given.length < 32) throw new Error('FAHENG_SECRET is shorter than 32 characters')
    return given
  }
  return madeOnce(join(dataDir, 'session-secret'), () => randomBytes(32).toString('base64url')).trim()
}
