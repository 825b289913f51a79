import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { faheng, kinds, withDatabase, type Kind } from './faults/kinds.ts'
import { openLoad, until, type Send } from './faults/load.ts'
import { dice } from './fuzz/random.ts'
import { end, ended, signIn, startServer, type Server } from './shared/server.ts'

/**
 * Killing real processes under load: `npm run faults -- [--rounds 14] [--seed 1] [--kind "both killed"]`. In every round acts are
 * sent without pause, something dies, is started again, and whoever got no answer sends again under the same id. After each round
 * every acknowledged act is there once; at the end numbers have no gap, every paper exists, the ledger verifies and a rebuild changes nothing.
 */
const { values: told } = parseArgs({ options: { rounds: { type: 'string', default: '14' }, seed: { type: 'string', default: '1' }, kind: { type: 'string' } } })
const rounds = Number(told.rounds)
const all = Object.keys(kinds) as Kind[]
const chosen = told.kind === undefined ? all : all.filter((kind) => kind === told.kind)
if (chosen.length === 0) throw new Error(`--kind is one of: ${all.join('; ')}`)

const notRun = {
  'the worker alone': 'followers and papers run in the server\'s process and die with it',
  'disk full': 'wants a small mounted file system',
  'clock set forward and back': 'the clock of a running server is the machine\'s; server/acts/perform.test.ts sets it in one process',
  failover: 'wants a second PostgreSQL by replication',
}

const dataDir = mkdtempSync(join(tmpdir(), 'faheng-faults-'))
const env = { ...process.env, FAHENG_DEMO_CASES: '3', DATABASE_URL: '' }
const roll = dice(Number(told.seed))
const done: Partial<Record<Kind, number>> = {}
let acknowledged = 0
let server: Server = await startServer(dataDir, env)
let cookie = await signInClerk()
try {
  for (let round = 1; round <= rounds; round++) await once(round, chosen[(round - 1) % chosen.length] as Kind)
  await until('the followers have caught up', async () => !/faheng_follower_lag\{[^}]*\} [1-9]/.test(await (await fetch(`${server.url}/metrics`)).text()))
  await until('every paper is made', () => papersMade())
  await numbersWithoutGaps()
  await end(server.process, 'SIGTERM')
  await faheng(dataDir, 'verify')
  await faheng(dataDir, 'rebuild', '--check')
  console.log(JSON.stringify({ seed: told.seed, rounds: done, acknowledged, lost: 0, notRun }, null, 2))
} finally {
  await end(server.process, 'SIGTERM').catch(() => end(server.process, 'SIGKILL'))
  rmSync(dataDir, { recursive: true, force: true })
}

async function once(round: number, kind: Kind): Promise<void> {
  const begun = performance.now()
  const loads = await Promise.all(Array.from({ length: 4 }, () => openLoad(send)))
  await sleep(300 + roll.below(500))
  await kinds[kind](server, dataDir)
  const died = performance.now()
  if (ended(server.process)) {
    server = await startServer(dataDir, env)
    cookie = await signInClerk()
  } else await sleep(300)
  for (const load of loads) acknowledged += await load.settle()
  done[kind] = (done[kind] ?? 0) + 1
  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1)
  console.log(`round ${round}: ${kind}; all there again after ${seconds(died)} s of ${seconds(begun)} s; ${acknowledged} acts acknowledged so far, none lost`)
}

/** The demonstration says who may sign in. */
async function signInClerk(): Promise<string> {
  const [, password = ''] = /with the password (\S+)/.exec(server.said) ?? []
  const [, username = ''] = /^ {2}receiving-clerk +(\S+)$/m.exec(server.said) ?? []
  return until('the clerk can sign in', () => signIn(server.url, username, password))
}

function send(...[method, path, body]: Parameters<Send>): ReturnType<Send> {
  return fetch(`${server.url}${path}`, {
    method, headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }), signal: AbortSignal.timeout(10_000),
  }).then(async (answer) => ({ status: answer.status, text: await answer.text() })).catch(() => undefined)
}

async function papersMade(): Promise<boolean> {
  const { rows } = await withDatabase(dataDir, ({ pools }) => pools.worker.query<{ n: number }>('select count(*)::int as n from faheng.document where file is null'))
  return rows[0]?.n === 0
}

/** Every number of a series up to its last stands on a paper: an act that failed left no gap. */
async function numbersWithoutGaps(): Promise<void> {
  const { rows } = await withDatabase(dataDir, ({ pools }) => pools.worker.query<{ given: number; used: number }>(`
    select (select sum(last) from faheng.number_series)::int as given, (select count(*) from faheng.document where number is not null)::int as used`))
  if (rows[0]?.given !== rows[0]?.used) throw new Error(`numbers given: ${rows[0]?.given}, on papers: ${rows[0]?.used}`)
}
