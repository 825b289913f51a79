import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { madeOnce } from '../secrets/made-once.ts'

/** The data folder of one installation and what the database has in it. */
export interface DataFolder {
  readonly root: string
  /** PostgreSQL's own folder (PGDATA); its socket is in it, closed to other users. */
  readonly cluster: string
  /** false where the socket's path would be too long: then TCP on 127.0.0.1. */
  readonly socket: boolean
  readonly log: string
  readonly holders: string
  /** The account PostgreSQL runs as; undefined: our own. */
  readonly account: Account | undefined
  /** That account may not enter a folder above this one. */
  readonly closed: boolean
}

export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * Makes the folder. PostgreSQL refuses to run as root: then its part is given to an unprivileged account.
 * @throws when the folder belongs to somebody else, or lies where that account cannot be brought.
 */
export function openDataFolder(path: string): DataFolder {
  const root = resolve(path)
  const cluster = join(root, 'postgres')
  mkdirSync(root, { recursive: true, mode: 0o750 })
  const owner = statSync(root).uid
  if (process.getuid !== undefined && owner !== process.getuid() && (process.getuid() !== 0 || existsSync(cluster)))
    throw new Error(`the data folder ${root} belongs to another user (uid ${owner}): run as that user`)
  const account = process.getuid?.() === 0 ? unprivileged(cluster) : undefined
  if (account !== undefined) {
    // Traversable for that account, listed by nobody else.
    chownSync(root, 0, account.gid)
    chmodSync(root, 0o710)
  }
  const obstructed = account && obstacle(root, account)
  if (obstructed !== undefined && process.platform !== 'linux')
    throw new Error(
      `PostgreSQL does not run as root, and the account it runs as (uid ${account?.uid}) may not enter ${obstructed}: ` +
        `choose a data folder outside it with --data, or run as another user`,
    )
  return {
    root,
    cluster,
    socket: process.platform !== 'win32' && Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= longestSocketPath,
    log: join(root, 'postgres.log'),
    holders: join(root, 'holders'),
    account,
    closed: obstructed !== undefined,
  }
}

/** sun_path holds 104 bytes on macOS, 108 on Linux, each with a final zero. */
const longestSocketPath = 103

/**
 * How PostgreSQL's account is led to its folder: by path, or, where a folder above is closed to it (a checkout in
 * /root), through a descriptor that root opened and the programs inherit as number 3.
 */
export function passage(folder: DataFolder, cluster: string): { path: string; descriptor: number | 'ignore' } {
  return folder.closed
    ? { path: '/proc/self/fd/3', descriptor: openSync(cluster, 'r') }
    : { path: cluster, descriptor: 'ignore' }
}

export function give(path: string, account: Account | undefined): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid)
}

/** The account that has an existing cluster, else `postgres`, else `nobody`. */
function unprivileged(cluster: string): Account {
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid }
  }
  const accounts = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  const line = accounts.find((entry) => entry.startsWith('postgres:')) ?? accounts.find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = (line ?? '').split(':').map(Number)
  return uid === undefined || gid === undefined || uid <= 0 ? { uid: 65534, gid: 65534 } : { uid, gid }
}

/** The first folder on the way to `path` that the account may not enter. */
export function obstacle(path: string, account: Account): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return folder
    if (folder === dirname(folder)) return undefined
  }
}

/** Passwords of the cluster's accounts, made once, readable by the server's user alone. */
export interface Secrets {
  readonly admin: string
  readonly roles: Readonly<Record<string, string>>
}

/** @throws when the cluster exists and its passwords are gone. */
export function openSecrets(folder: DataFolder, roles: readonly string[]): Secrets {
  const file = join(folder.root, 'database.json')
  // In this order: whoever makes the cluster has made the passwords before.
  if (existsSync(folder.cluster) && !existsSync(file)) throw new Error(`${file}, which holds the database's passwords, is missing: restore it from a backup`)
  const password = () => randomBytes(24).toString('base64url')
  return JSON.parse(madeOnce(file, () => JSON.stringify({ admin: password(), roles: Object.fromEntries(roles.map((role) => [role, password()])) }, null, 2))) as Secrets
}
