import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { type Binaries, findBinaries } from './binaries.ts'
import { admin, initialise, majorOf } from './cluster.ts'
import { type DataFolder, obstacle, openDataFolder, openSecrets } from './data-folder.ts'
import { exclusively, hold, type Use } from './holders.ts'
import { adopt, launch, type Postmaster } from './postmaster.ts'
import { loginRoles, type Role } from './roles.ts'

export interface DatabaseOptions {
  readonly dataDir: string
  readonly env: NodeJS.ProcessEnv
  readonly log: (line: string) => void
  readonly as: Use
  /** false: fast and not safe against a power cut, for tests. Default true. */
  readonly durable?: boolean
  /**
   * Called when the database, other processes, begins to be made (`new`) or to start (`old`), and not where it already runs: what
   * this process has to do anyway costs nothing now.
   */
  readonly meanwhile?: (cluster: 'new' | 'old') => void
}

/** A PostgreSQL that answers: the one of DATABASE_URL, or our own under supervision. */
export interface Database {
  readonly origin: 'DATABASE_URL' | 'started' | 'adopted'
  /** How to reach it as one of the roles, or as the account that may create them. Every connection is UTC (D16). */
  connection(as: 'admin' | Role, database?: string): ClientConfig
  /** Leaves the folder; the last process to leave stops the database. */
  stop(): Promise<void>
}

/** @throws with one clear line: no PostgreSQL, another major, an unreachable folder, a second server on one folder. */
export async function ensureDatabase(options: DatabaseOptions): Promise<Database> {
  const url = options.env['DATABASE_URL']
  if (url) return external(url)

  const folder = openDataFolder(options.dataDir)
  const held = hold(folder.holders, options.as)
  try {
    return await supervise(folder, held, options)
  } catch (error) {
    held.release()
    throw error
  }
}

/** Its roles are taken on after signing in as the address says, so that no password of theirs exists anywhere. */
function external(url: string): Database {
  return {
    origin: 'DATABASE_URL',
    connection(as, database) {
      const address = new URL(url)
      if (database !== undefined) address.pathname = `/${database}`
      return { connectionString: address.href, options: as === 'admin' ? utc : `${utc} -c role=${as}` }
    },
    stop: async () => undefined,
  }
}

async function supervise(folder: DataFolder, held: ReturnType<typeof hold>, options: DatabaseOptions): Promise<Database> {
  const secrets = openSecrets(folder, loginRoles)
  const durable = options.durable ?? true
  let origin: Database['origin'] = 'adopted'

  const up = ({ port, meanwhile }: { readonly port?: number; readonly meanwhile?: DatabaseOptions['meanwhile'] }) =>
    exclusively(folder.holders, async () => {
      const alive = await adopt(folder)
      if (alive !== undefined) return alive
      origin = 'started'
      const binaries = within(folder, await findBinaries(options.env, majorOf(folder)))
      const made = majorOf(folder) === undefined ? initialise(folder, binaries, secrets, durable) : undefined
      if (made === undefined) setImmediate(() => meanwhile?.('old'))
      else meanwhile?.('new')
      await made
      return launch(folder, binaries, durable, port)
    })

  let postmaster = await up(options)
  let stopping = false
  const watching = watch()

  async function watch(): Promise<void> {
    while (!stopping) {
      await sleep(200, undefined, { ref: false })
      if (!stopping && !postmaster.isRunning()) postmaster = await restart(postmaster)
    }
  }

  /** Tries for as long as the server lives; what fails is said once, then tried again more slowly. */
  async function restart(dead: Postmaster): Promise<Postmaster> {
    options.log('the database stopped unexpectedly: starting it again')
    for (let pause = 500; !stopping; pause = Math.min(pause * 2, 30_000)) {
      try {
        const again = await up({ port: dead.port })
        options.log('the database runs again')
        return again
      } catch (error) {
        options.log(error instanceof Error ? error.message : String(error))
        await sleep(pause, undefined, { ref: false })
      }
    }
    return dead
  }

  return {
    origin,
    connection: (as, database) => ({
      host: postmaster.host,
      port: postmaster.port,
      user: as === 'admin' ? admin : as,
      password: as === 'admin' ? secrets.admin : secrets.roles[as],
      database: database ?? (as === 'admin' ? 'postgres' : 'faheng'),
      options: utc,
    }),
    async stop() {
      stopping = true
      held.release()
      await Promise.race([watching, sleep(250)])
      await exclusively(folder.holders, async () => {
        if (held.others() === 0) await postmaster.stop()
      })
    },
  }
}

/** The programs, copied to where root keeps such things if the account that runs them cannot enter their folder. */
function within(folder: DataFolder, binaries: Binaries): Binaries {
  if (folder.account === undefined || obstacle(binaries.folder, folder.account) === undefined) return binaries
  const copy = `/var/lib/faheng/postgresql-${binaries.major}`
  if (!existsSync(copy)) {
    const aside = `${copy}.${process.pid}`
    cpSync(dirname(binaries.folder), aside, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(aside, copy)
    } catch (error) {
      // Another installation of this machine was faster.
      rmSync(aside, { recursive: true })
      if (!existsSync(copy)) throw error
    }
  }
  return { ...binaries, folder: join(copy, 'bin') }
}

const utc = '-c TimeZone=UTC'
