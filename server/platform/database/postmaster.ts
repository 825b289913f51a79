import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { type DataFolder, passage } from './data-folder.ts'
import { startOf } from './process.ts'

/** A running PostgreSQL server. */
export interface Postmaster {
  readonly pid: number
  readonly host: string
  readonly port: number
  isRunning(): boolean
  stop(): Promise<void>
}

/**
 * The server that already runs on the folder, once it is ready; undefined if there is none. A postmaster.pid whose
 * number now belongs to a stranger (usual after a container's restart) is removed: PostgreSQL would refuse to start.
 */
export async function adopt(folder: DataFolder): Promise<Postmaster | undefined> {
  const record = readPidFile(folder)
  if (record === undefined || startOf(record.pid) === undefined) return undefined
  if (!servesFolder(record.pid, folder)) {
    rmSync(join(folder.cluster, 'postmaster.pid'), { force: true })
    return undefined
  }
  return ready(folder, record.pid, () => startOf(record.pid) === undefined)
}

/** Starts a server and waits until it is ready. `port` keeps the address over a restart where TCP is used. */
export async function launch(folder: DataFolder, binaries: Binaries, durable: boolean, port?: number): Promise<Postmaster> {
  const settings = { ...ordinary, ...(durable ? {} : fast), ...(await address(folder, port)) }
  rotate(folder.log)
  // Orphans of a killed server need a moment to notice and leave its shared memory.
  for (let attempt = 1; ; attempt++) {
    const log = openSync(folder.log, 'a', 0o600)
    const from = statSync(folder.log).size
    const { path, descriptor } = passage(folder, folder.cluster)
    const child = spawn(
      join(binaries.folder, 'postgres'),
      ['-D', path, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      // A session of its own: Ctrl-C reaches the server, which then stops the database in order; and if the server is
      // killed the database lives on to be adopted.
      { cwd: '/', detached: true, stdio: ['ignore', log, log, descriptor], env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }, ...folder.account },
    )
    closeSync(log)
    if (descriptor !== 'ignore') closeSync(descriptor)
    let failure: string | undefined
    child.once('error', (error) => (failure = error.message))
    const ended = () => (failure ??= readFileSync(folder.log, 'utf8').slice(from))
    child.once('exit', ended)
    child.unref()
    try {
      const started = await ready(folder, child.pid, () => failure !== undefined)
      // What ends it later is no failure to start, and its folder may be gone by then.
      child.off('exit', ended)
      return started
    } catch (error) {
      if (failure === undefined) throw error
      if (attempt < 40 && /shared memory block|lock file/.test(failure)) await sleep(250)
      else throw new Error(`PostgreSQL did not start: ${reason(failure)}`)
    }
  }
}

/** Waits for the last line of postmaster.pid, as pg_ctl does. Recovery after a crash may take its time. */
async function ready(folder: DataFolder, pid: number | undefined, gone: () => boolean): Promise<Postmaster> {
  for (let waited = 0; waited < 120_000; waited += 15) {
    const record = readPidFile(folder)
    if (record !== undefined && record.pid === pid && record.status === 'ready') return running(folder, record)
    if (gone()) throw new Error('PostgreSQL stopped while starting')
    await sleep(15)
  }
  throw new Error(`PostgreSQL (process ${pid}) was not ready after two minutes; see ${folder.log}`)
}

function running(folder: DataFolder, { pid, port, socket }: PidFile): Postmaster {
  const start = startOf(pid)
  const isRunning = () => start !== undefined && startOf(pid) === start
  return { pid, port, host: socket ? folder.cluster : '127.0.0.1', isRunning, stop: () => stop(pid, isRunning) }
}

/** Fast shutdown (SIGINT: roll back, checkpoint, leave); immediate (SIGQUIT) if that takes half a minute. */
async function stop(pid: number, isRunning: () => boolean): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (isRunning()) process.kill(pid, signal)
    for (let waited = 0; waited < 30_000 && isRunning(); waited += 15) await sleep(15)
  }
}

interface PidFile {
  readonly pid: number
  readonly port: number
  readonly socket: boolean
  readonly status: string | undefined
}

/** postmaster.pid: pid, folder, start, port, socket folder, address, shared memory, status. */
function readPidFile(folder: DataFolder): PidFile | undefined {
  let text: string
  try {
    text = readFileSync(join(folder.cluster, 'postmaster.pid'), 'utf8')
  } catch (error) {
    // A server that starts takes away the file of one that was killed and writes its own: it may go at any moment.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const [pid, , , port, socket, , , status] = text.split('\n').map((line) => line.trim())
  return { pid: Number(pid), port: Number(port), socket: Boolean(socket), status }
}

/** A postmaster's working folder is its data folder. Where the system cannot tell, its pid is believed. */
function servesFolder(pid: number, folder: DataFolder): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder.cluster)
  } catch {
    return false
  }
}

/** Sized for a machine of two cores and a few gigabytes; a database server of its own comes by DATABASE_URL. */
const ordinary = {
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What is slow is named, without the values it was asked with: those are people's.
  log_min_duration_statement: '500ms',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  unix_socket_permissions: '0700',
}

/** For databases that tests throw away: nothing survives a power cut. */
const fast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '128MB',
  autovacuum_naptime: '10min',
}

async function address(folder: DataFolder, port: number | undefined): Promise<{ [setting: string]: string }> {
  if (folder.socket) return { listen_addresses: '', port: '5432', unix_socket_directories: '.' }
  return { listen_addresses: '127.0.0.1', port: String(port ?? (await freePort())), unix_socket_directories: '' }
}

function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((found, failed) => {
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address()
      probe.close(() => found(bound !== null && typeof bound === 'object' ? bound.port : 0))
    })
  })
}

function rotate(log: string): void {
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`)
}

const reason = (log: string): string => /FATAL:\s*(.*)/.exec(log)?.[1] ?? (log.trim().split('\n').at(-1) || 'no reason given')
