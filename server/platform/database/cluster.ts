import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { type DataFolder, give, type Secrets } from './data-folder.ts'

/** The superuser of our own clusters. */
export const admin = 'faheng_admin'

/** The major version that made the cluster, undefined before there is one. */
export function majorOf(folder: DataFolder): number | undefined {
  const file = join(folder.cluster, 'PG_VERSION')
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined
}

/**
 * Makes the cluster: UTF-8, order by code point (the same on every system; Chinese order is the application's), page
 * checksums, and a password for every connection. Made aside and renamed, so that half a cluster is never taken for one.
 */
export async function initialise(folder: DataFolder, binaries: Binaries, secrets: Secrets, durable: boolean): Promise<void> {
  const aside = `${folder.cluster}.new`
  const password = `${folder.cluster}.password`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { mode: 0o700 })
  writeFileSync(password, secrets.admin, { mode: 0o600 })
  give(aside, folder.account)
  give(password, folder.account)
  try {
    await promisify(execFile)(
      join(binaries.folder, 'initdb'),
      ['-D', aside, '-U', admin, `--pwfile=${password}`, '--auth=scram-sha-256', '-E', 'UTF8', '--locale=C', '-k', ...(durable ? [] : ['-N'])],
      { cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }, ...folder.account },
    )
  } catch (error) {
    const { stderr } = error as { stderr?: string }
    throw new Error(`PostgreSQL could not make its data folder: ${stderr?.trim().split('\n').at(-1) ?? String(error)}`)
  } finally {
    rmSync(password, { force: true })
  }
  renameSync(aside, folder.cluster)
}
