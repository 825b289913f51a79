import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { clerkOf } from './faults/clerk.ts'
import { diskFull } from './faults/disk-full.ts'
import { elsewhere } from './faults/elsewhere.ts'
import { failover } from './faults/failover.ts'
import { clockOf, kinds, type Kind } from './faults/kinds.ts'
import { openLoad, type Send } from './faults/load.ts'
import { sound } from './faults/sound.ts'
import { dice } from './fuzz/random.ts'
import { end, ended, startServer, startWorker, type Server } from './shared/server.ts'

/**
 * Killing real processes under load: `npm run faults -- [--rounds 18] [--minutes 60] [--seed 1] [--kind "worker killed"]`. A server and
 * a worker share a database; every other server only answers, the others also do what the worker does. In every round acts are sent
 * without pause, something dies, is started again, and whoever got no answer sends again under the same id. After each round every
 * acknowledged act is there once; at the end numbers have no gap, every paper exists, the ledger verifies and a rebuild changes nothing.
 * Three scenes with an installation of their own follow: a disk that runs full; two servers over a network that falls silent, one of
 * which is killed; a standby that takes over.
 */
const { values: told } = parseArgs({ options: { rounds: { type: 'string', default: '18' }, minutes: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' }, kind: { type: 'string' } } })
const rounds = Number(told.rounds)
const all = Object.keys(kinds) as Kind[]
const chosen = told.kind === undefined ? all : all.filter((kind) => kind === told.kind)
if (chosen.length === 0) throw new Error(`--kind is one of: ${all.join('; ')}`)

const notRun: Record<string, string> = {}

const dataDir = mkdtempSync(join(tmpdir(), 'faheng-faults-'))
const ordinary = { ...process.env, FAHENG_DEMO_CASES: '3', DATABASE_URL: '' }
const env = { ...ordinary, NODE_OPTIONS: `--import ${new URL('./faults/clock.ts', import.meta.url).href}`, FAHENG_FAULTS_CLOCK: clockOf(dataDir) }
const roll = dice(Number(told.seed))
const done: Record<string, number> = {}
let acknowledged = 0
const took: Record<string, number> = {}
let server: Server = await startServer(dataDir, env)
let worker: ChildProcess = await startWorker(dataDir, env)
let answersOnly = false
let clerk = await clerkOf(server)
const send: Send = (...asked) => clerk(...asked)
try {
  for (let round = 1; round <= rounds && performance.now() < Number(told.minutes) * 60_000; round++) await once(round, chosen[(round - 1) % chosen.length] as Kind)
  await sound(server, dataDir)
} finally {
  for (const each of [worker, server.process]) await end(each, 'SIGTERM').catch(() => end(each, 'SIGKILL'))
  rmSync(dataDir, { recursive: true, force: true })
}
if (told.kind === undefined) {
  noted('disk full', await diskFull(ordinary, 2), 2)
  const apart = await elsewhere(ordinary)
  noted('two servers, silent network and one killed', apart.acknowledged, 2)
  took['all there again after silence, ms'] = Math.round(apart.silenceMs)
  const failed = await failover(ordinary)
  noted('failover', typeof failed === 'string' ? failed : failed.acknowledged, 1)
  if (typeof failed !== 'string') took['first new act after failover, ms'] = Math.round(failed.firstWriteMs)
}
console.log(JSON.stringify({ seed: told.seed, rounds: done, acknowledged, lost: 0, ...took, notRun }, null, 2))

/** A scene with an installation of its own: how many acts it acknowledged, or why it was not run. */
function noted(what: string, outcome: number | string, times: number): void {
  if (typeof outcome === 'string') {
    notRun[what] = outcome
    return
  }
  done[what] = times
  acknowledged += outcome
  console.log(`${what}: ${outcome} acts acknowledged, none lost`)
}

async function once(round: number, kind: Kind): Promise<void> {
  const begun = performance.now()
  const loads = await Promise.all(Array.from({ length: 4 }, () => openLoad(send)))
  await sleep(300 + roll.below(500))
  await kinds[kind]({ server: server.process, worker }, dataDir)
  const died = performance.now()
  if (ended(server.process)) {
    answersOnly = !answersOnly
    server = await startServer(dataDir, env, ...(answersOnly ? ['--answer-only'] : []))
    clerk = await clerkOf(server)
  }
  if (ended(worker)) worker = await startWorker(dataDir, env)
  await sleep(300)
  for (const load of loads) acknowledged += await load.settle()
  done[kind] = (done[kind] ?? 0) + 1
  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1)
  console.log(`round ${round}: ${kind}; all there again after ${seconds(died)} s of ${seconds(begun)} s; ${acknowledged} acts acknowledged so far, none lost`)
}
