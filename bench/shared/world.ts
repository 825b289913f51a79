import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { dayOf } from '@faheng/law/time/day.ts'
import { countyOf } from '../../server/demo/county.ts'
import { demoPassword } from '../../server/demo/load.ts'
import { processorOf } from '../acts-http/processor.ts'
import type { Asked } from '../requests.ts'
import { cli, end, signIn, startServer } from './server.ts'

/** A world of so many cases, or one that stands in a folder already (`faheng bench world --data FOLDER`); a built one is removed. */
export async function inWorld<T>(sizeOrFolder: string, work: (dataDir: string) => Promise<T>): Promise<T> {
  if (existsSync(sizeOrFolder)) return work(sizeOrFolder)
  const dataDir = mkdtempSync(join(tmpdir(), 'faheng-bench-world-'))
  try {
    await buildWorld(dataDir, sizeOrFolder)
    return await work(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export async function buildWorld(dataDir: string, cases: string): Promise<void> {
  const begun = performance.now()
  await promisify(execFile)(process.execPath, [cli, 'bench', 'world', '--data', dataDir, '--cases', cases], { maxBuffer: 1 << 26 })
  console.log(`a world of ${cases} cases in ${Math.round((performance.now() - begun) / 1000)} s`)
}

/** Its server, asked by a load generator of its own process. */
export interface Asking {
  /** Milliseconds of each request. */
  ask(username: string, path: string, clients: number, requests: number): Promise<number[]>
}

export async function withServer<T>(dataDir: string, work: (asking: Asking) => Promise<T>): Promise<T> {
  const server = await startServer(dataDir)
  const generator = fork(join(import.meta.dirname, '../requests.ts'))
  const cookies = new Map<string, string>()
  try {
    await atRest([server.process.pid as number, Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])])
    return await work({
      async ask(username, path, clients, requests) {
        const cookie = cookies.get(username) ?? (await signIn(server.url, username, demoPassword))
        cookies.set(username, cookie)
        return asked(generator, { port: Number(new URL(server.url).port), path, cookie, clients, requests })
      },
    })
  } finally {
    generator.kill()
    await end(server.process, 'SIGTERM')
  }
}

/** Until they have used less than a tenth of a processor for five seconds: what is read at a start and every hour belongs to no page. */
async function atRest(processes: readonly number[]): Promise<void> {
  if (!existsSync('/proc')) {
    await sleep(120_000)
    return
  }
  const used = () => processes.reduce((sum, pid) => sum + processorOf(pid, 'with children'), 0)
  for (let before = used(), waited = 0; waited < 900; waited += 5) {
    await sleep(5000)
    const now = used()
    if (now - before < 0.5) return
    before = now
  }
  throw new Error('the server had not come to rest after a quarter of an hour')
}

async function asked(generator: ChildProcess, question: Asked): Promise<number[]> {
  generator.send(question)
  const [{ ms, error }] = (await once(generator, 'message')) as [{ ms?: number[]; error?: string }]
  if (!ms) throw new Error(`${question.path}: ${error}`)
  return ms
}

/** User names of the demonstration county, by what is asked of them; the one of an expired certificate handles nothing. */
export const people = (() => {
  const names = countyOf(1, dayOf(new Date().toISOString())).people.map(({ username }) => username)
  const like = (end: string) => names.find((each) => each.endsWith(end)) ?? ''
  return { officer: like('.officer'), unitHead: like('.unit'), head: like('.chief'), reviewer: like('.review'), supervisor: like('.supervisor.justice'), idle: like('.expired') }
})()
