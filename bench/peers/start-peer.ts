import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connected } from '../../server/platform/database/connected.ts'
import { end, ended } from '../shared/server.ts'
import type { Ground } from './side.ts'

/** How a platform is run in a folder of its own. */
export interface Program {
  readonly name: string
  /** Where it is installed. */
  readonly cwd: string
  readonly words: (what: 'install' | 'start') => readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly portName: string
  /** Answers 200 once it is ready. */
  readonly health: string
}

/** The version that is installed, or undefined. */
export function versionOf(folder: string | undefined, name: string): string | undefined {
  const file = join(folder ?? '', 'node_modules', name, 'package.json')
  return folder !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : undefined
}

/** Installed into a new database and prepared, if it is not yet; then running. Its words go to a file beside. */
export async function startPeer({ folder, connection }: Ground, program: Program, prepare: (url: string) => Promise<void>): Promise<{ process: ChildProcess; url: string }> {
  const own = join(folder, program.name)
  const [log, ready] = [join(own, 'log'), join(own, 'prepared')]
  mkdirSync(own, { recursive: true })
  const port = await freePort()
  const run = (what: 'install' | 'start') =>
    spawn(process.execPath, program.words(what), { cwd: program.cwd, env: { ...process.env, ...program.env, [program.portName]: String(port) }, stdio: ['ignore', openSync(log, 'a'), openSync(log, 'a')] })
  const fresh = !existsSync(ready)
  if (fresh) {
    await connected(connection(), async (client) => {
      await client.query(`drop database if exists ${program.name} with (force)`)
      await client.query(`create database ${program.name}`)
    })
    const [code] = (await once(run('install'), 'exit')) as [number | null]
    if (code !== 0) throw new Error(`${program.name} could not be installed; see ${log}`)
  }
  const child = run('start')
  const url = `http://127.0.0.1:${port}`
  try {
    await answers(child, url + program.health)
    if (fresh) await prepare(url)
  } catch (error) {
    await end(child, 'SIGKILL')
    throw new Error(`${program.name}; see ${log}`, { cause: error })
  }
  writeFileSync(ready, '')
  return { process: child, url }
}

async function answers(child: ChildProcess, health: string): Promise<void> {
  for (let waited = 0; waited < 180_000 && !ended(child); waited += 200) {
    if (await fetch(health).then(({ ok }) => ok, () => false)) return
    await sleep(200)
  }
  throw new Error('it did not start')
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
