import { type ChildProcess, execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { connected } from '../../server/platform/database/connected.ts'
import { openDatabase, type OpenDatabase } from '../../server/platform/database/open.ts'
import { cli, end } from '../shared/server.ts'

/** The processes of one data folder, beside its database. */
export interface Processes {
  readonly server: ChildProcess
  readonly worker: ChildProcess
}

/** What happens to them while acts are recorded. */
export const kinds = {
  'server killed': ({ server }) => end(server, 'SIGKILL'),
  'worker killed': ({ worker }) => end(worker, 'SIGKILL'),
  'server asked to stop': ({ server }) => end(server, 'SIGTERM'),
  'database killed': (_, dataDir) => killDatabase(dataDir),
  'all three killed': async ({ server, worker }, dataDir) => {
    killDatabase(dataDir)
    await Promise.all([server, worker].map((each) => end(each, 'SIGKILL')))
  },
  'connections to the database cut': (_, dataDir) => cut(dataDir),
  'clock set forward and back': async ({ server, worker }, dataDir) => {
    for (const minutes of [10, -10, 0]) {
      writeFileSync(clockOf(dataDir), String(minutes * 60_000))
      for (const each of [server, worker]) each.kill('SIGUSR2')
      await sleep(400)
    }
  },
  'second server on the folder': (_, dataDir) => refuseSecond(dataDir),
  'backup, restored beside': (_, dataDir) => restoreBeside(dataDir),
} as const satisfies Record<string, (processes: Processes, dataDir: string) => unknown>

/** How far the clock of server and worker on this folder is wrong (clock.ts). */
export const clockOf = (dataDir: string): string => join(dataDir, 'clock')

export type Kind = keyof typeof kinds

const env = { ...process.env, DATABASE_URL: '' }

export const faheng = (dataDir: string, ...command: readonly string[]) =>
  promisify(execFile)(process.execPath, [cli, ...command, '--data', dataDir, '--json'], { env, maxBuffer: 1 << 26 })

/** As a command beside the server. */
export async function withDatabase<T>(dataDir: string, work: (opened: OpenDatabase) => Promise<T>): Promise<T> {
  const opened = await openDatabase({ dataDir, env, log: () => undefined, as: 'command', at: new Date().toISOString() })
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

function killDatabase(dataDir: string): void {
  process.kill(Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
}

/** The server's connections end in the middle of whatever they do. */
async function cut(dataDir: string): Promise<void> {
  await withDatabase(dataDir, ({ database }) =>
    connected(database.connection('admin'), async (client) => void (await client.query(`
      select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`))))
}

async function refuseSecond(dataDir: string): Promise<void> {
  const failed = await promisify(execFile)(process.execPath, [cli, 'start', '--data', dataDir, '--port', '0'], { env, timeout: 60_000 }).then(() => undefined, (error: unknown) => error)
  const said = (failed as { readonly stderr?: string } | undefined)?.stderr ?? ''
  if (!/already runs on this data folder/.test(said)) throw new Error(`a second server was not refused: ${said.slice(0, 300)}`)
}

/** A backup taken in the middle of work is whole: it verifies where it was restored. */
async function restoreBeside(dataDir: string): Promise<void> {
  const aside = mkdtempSync(join(tmpdir(), 'faheng-faults-restored-'))
  try {
    await faheng(dataDir, 'backup', join(aside, 'backup'))
    await faheng(join(aside, 'data'), 'restore', join(aside, 'backup'))
    await faheng(join(aside, 'data'), 'verify')
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
