import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The data folder of one installation and what the database has in it. */
export interface DataFolder {
  readonly root: string
  /** PostgreSQL's own folder (PGDATA). */
  readonly cluster: string
  /** The socket's folder, or undefined where its path would be too long and TCP on 127.0.0.1 is used. */
  readonly socket: string | undefined
  readonly log: string
  readonly holders: string
  /** The account PostgreSQL runs as; undefined: our own. */
  readonly account: Account | undefined
}

export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * Makes the folder and its parts. PostgreSQL refuses to run as root: then its parts are given to an unprivileged account.
 * @throws when that account cannot reach the folder, or when the folder belongs to somebody else.
 */
export function openDataFolder(path: string): DataFolder {
  const root = resolve(path)
  mkdirSync(root, { recursive: true, mode: 0o750 })
  const account = process.getuid?.() === 0 ? unprivileged(join(root, 'postgres')) : undefined
  const socket = join(root, 'socket')
  if (account !== undefined) {
    // Traversable for that account, listed by nobody else.
    chownSync(root, 0, account.gid)
    chmodSync(root, 0o710)
    const closed = obstacle(root, account)
    if (closed !== undefined)
      throw new Error(
        `PostgreSQL does not run as root, and the account it runs as (uid ${account.uid}) may not enter ${closed}: ` +
          `choose a data folder outside it, for example --data /var/lib/faheng, or run as another user`,
      )
  }
  const own = statSync(root).uid
  if (process.getuid !== undefined && account === undefined && own !== process.getuid())
    throw new Error(`the data folder ${root} belongs to another user (uid ${own})`)
  const short = process.platform !== 'win32' && Buffer.byteLength(join(socket, '.s.PGSQL.5432')) <= longestSocketPath
  if (short) give(mkdirSync(socket, { recursive: true, mode: 0o700 }) && socket, account)
  return {
    root,
    cluster: join(root, 'postgres'),
    socket: short ? socket : undefined,
    log: join(root, 'postgres.log'),
    holders: join(root, 'holders'),
    account,
  }
}

/** sun_path holds 104 bytes on macOS, 108 on Linux, each with a final zero. */
const longestSocketPath = 103

export function give(path: string | undefined, account: Account | undefined): void {
  if (path !== undefined && account !== undefined) chownSync(path, account.uid, account.gid)
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
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  if (existsSync(folder.cluster)) throw new Error(`${file}, which holds the database's passwords, is missing: restore it from a backup`)
  const password = () => randomBytes(24).toString('base64url')
  const secrets: Secrets = { admin: password(), roles: Object.fromEntries(roles.map((role) => [role, password()])) }
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}
