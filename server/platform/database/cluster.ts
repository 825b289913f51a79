import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { type DataFolder, give, passage, type Secrets } from './data-folder.ts'

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
    await initdb(folder, aside, password, binaries, durable)
  } finally {
    rmSync(password, { force: true })
  }
  renameSync(aside, folder.cluster)
}

/** The password comes as standard input, which its account may read wherever the file lies. */
async function initdb(folder: DataFolder, aside: string, password: string, binaries: Binaries, durable: boolean): Promise<void> {
  const { path, descriptor } = passage(folder, aside)
  const input = openSync(password, 'r')
  const file = process.platform === 'win32' ? password : '/dev/stdin'
  const child = spawn(
    join(binaries.folder, 'initdb'),
    ['-D', path, '-U', admin, `--pwfile=${file}`, '--auth=scram-sha-256', '-E', 'UTF8', '--locale=C', '-k', ...(durable ? [] : ['-N'])],
    { cwd: '/', stdio: [input, 'ignore', 'pipe', descriptor], env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }, ...folder.account },
  )
  closeSync(input)
  if (descriptor !== 'ignore') closeSync(descriptor)
  let said = ''
  child.stderr?.on('data', (chunk) => (said += chunk))
  const code = await new Promise((done) => child.once('close', done).once('error', (error) => done((said = error.message))))
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder: ${said.trim().split('\n').at(-1)}`)
}
