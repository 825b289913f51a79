import { execFile } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { findBinaries } from '../../server/platform/database/binaries.ts'
import { connected } from '../../server/platform/database/connected.ts'
import { openDataFolder } from '../../server/platform/database/data-folder.ts'
import { launch, type Postmaster } from '../../server/platform/database/postmaster.ts'
import { end, startServer, type Server } from '../shared/server.ts'
import { clerkOf } from './clerk.ts'
import { withDatabase } from './kinds.ts'
import { openLoad, until, type Send } from './load.ts'
import { sound } from './sound.ts'

const run = promisify(execFile)

export interface FailedOver {
  readonly acknowledged: number
  /** From the death of the primary to the first new act on the other machine, in milliseconds. */
  readonly firstWriteMs: number
}

/**
 * The machine of the primary dies under load and its synchronous standby takes over (PostgreSQL's streaming replication):
 * two folders stand for two machines. @returns what was found, nothing lost; or why this machine cannot
 */
export async function failover(env: NodeJS.ProcessEnv): Promise<FailedOver | string> {
  const { folder: programs } = await findBinaries(env)
  if (!existsSync(join(programs, 'pg_basebackup'))) return 'this PostgreSQL comes without pg_basebackup'
  const folder = mkdtempSync(join(tmpdir(), 'faheng-faults-failover-'))
  // The standby reaches the primary's socket through it, in the account the database runs as.
  chmodSync(folder, 0o711)
  const [one, other] = [join(folder, 'one'), join(folder, 'other')]
  const primary = await startServer(one, env)
  let standby: Postmaster | undefined
  let server: Server | undefined
  try {
    standby = await followPrimary(one, other, programs, env)
    let clerk = await clerkOf(primary)
    const send: Send = (...asked) => clerk(...asked)
    const loads = await Promise.all(Array.from({ length: 4 }, () => openLoad(send)))
    await sleep(2000)

    const database = Number(readFileSync(join(one, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    const died = performance.now()
    await end(primary.process, 'SIGKILL')
    process.kill(database, 'SIGKILL')
    // Whoever runs the two machines brings the files over as they are written; they never change.
    cpSync(join(one, 'files'), join(other, 'files'), { recursive: true })
    await withStandby(other, standby, (client) => client.query('select pg_promote(true, 60)'))
    server = await startServer(other, env)
    clerk = await clerkOf(server)
    const begun = await openLoad(send)
    const firstWriteMs = performance.now() - died
    let acknowledged = await begun.settle()
    for (const load of loads) acknowledged += await load.settle()
    await sound(server, other)
    return { acknowledged, firstWriteMs }
  } finally {
    for (const each of [primary, server]) if (each) await end(each.process, 'SIGKILL')
    await standby?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Copies the primary, lets the copy follow it, and has the primary wait for it at every commit. */
async function followPrimary(one: string, other: string, programs: string, env: NodeJS.ProcessEnv): Promise<Postmaster> {
  return withDatabase(one, async ({ database }) => {
    const { host, port, user, password } = database.connection('admin')
    const folder = openDataFolder(other)
    await run(join(programs, 'pg_basebackup'), ['-h', String(host), '-p', String(port), '-U', String(user), '-D', folder.cluster, '-R', '-X', 'stream', '-c', 'fast'], { env: { ...env, PGPASSWORD: String(password) } })
    // Ours keeps its socket in its folder, and so the socket's lock came along.
    rmSync(join(folder.cluster, '.s.PGSQL.5432.lock'), { force: true })
    for (const each of ['keys', 'database.json']) cpSync(join(one, each), join(other, each), { recursive: true })
    if (folder.account) await run('chown', ['-R', `${folder.account.uid}:${folder.account.gid}`, folder.cluster])
    const standby = await launch(folder, await findBinaries(env), true)
    await connected(database.connection('admin'), async (client) => {
      await client.query(`alter system set synchronous_standby_names = '*'`)
      await client.query('select pg_reload_conf()')
      await until('the standby follows at every commit', async () => (await client.query(`select from pg_stat_replication where sync_state = 'sync'`)).rowCount === 1)
    })
    return standby
  })
}

async function withStandby(dataDir: string, { host, port }: Postmaster, work: Parameters<typeof connected>[1]): Promise<void> {
  const { admin } = JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8')) as { readonly admin: string }
  await connected({ host, port, user: 'faheng_admin', password: admin, database: 'postgres' }, work)
}
