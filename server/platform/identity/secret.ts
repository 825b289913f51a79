import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'session-secret')
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
