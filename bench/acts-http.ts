import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { bareTables, startBare } from './acts-http/bare.ts'
import { desksOf, addParties, region } from './acts-http/desks.ts'
import type { Desk } from './acts-http/case.ts'
import { generate, type Load, type Measured } from './acts-http/load.ts'
import { memoryOf, processorOf } from './acts-http/processor.ts'
import { slowFlush } from './acts-http/slow-flush.ts'
import { withDatabase } from './faults/kinds.ts'
import { caughtUp, lagOf } from './shared/lag.ts'
import { figure, postgresOf, report, type Figure } from './shared/report.ts'
import { end, startServer } from './shared/server.ts'

/**
 * Whole acts through HTTP: `npm run bench -- acts-http [seconds] [clients,…]`. Server, database, and load generator are processes of
 * their own on this machine. Each client moves four cases of the ordinary procedure forward in turn, with the sessions of those who
 * may: lead, assignment, evidence, order to correct, filing proposed and approved. In the same run the bare act of the same database
 * is measured (bare-process.ts). Ledger, words, findings and counters run beside; their lag is printed. Then the same with every
 * flush of the database taking 2 ms.
 */
const seconds = Number(process.argv[2] ?? 20)
const crowds = (process.argv[3] ?? '1,16,64').split(',').map(Number)
const figures: Figure[] = []
const folders: string[] = []
let postgres = ''
try {
  await measure('', process.env, crowds)
  const shim = await slowFlush(folder('faheng-bench-flush-'), 2)
  if (typeof shim === 'string') console.log(`with a flush of 2 ms: not run: ${shim}`)
  else await measure(', flush 2 ms', { ...process.env, ...shim }, crowds.filter((each) => each > 1))
  report('acts-http', { seconds }, figures, postgres)
} finally {
  for (const each of folders) rmSync(each, { recursive: true, force: true })
}

async function measure(under: string, env: NodeJS.ProcessEnv, clients: readonly number[]): Promise<void> {
  const dataDir = folder('faheng-bench-acts-')
  const server = await startServer(dataDir, { ...env, FAHENG_DEMO_CASES: '3', DATABASE_URL: '' })
  try {
    await caughtUp(server.url)
    await withDatabase(dataDir, async ({ pools, database }) => {
      postgres = await postgresOf(pools.worker)
      await addParties(pools.worker, seconds * clients.length * 400 + 5000)
      const desks = await desksOf(pools.worker, pools.auth, server.url)
      const admin = new Pool(database.connection('admin', database.connection('faheng_worker').database))
      await bareTables(admin)
      await admin.query('vacuum analyze').finally(() => admin.end())
      const bare = await startBare({ connection: database.connection('faheng_app'), region, party: 'bench-party-1', token: tokenOf(desks[0]), ...(desks[0] as Desk) })
      const pids = { server: server.process.pid as number, database: Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), bare: bare.process.pid as number }
      try {
        let firstParty = 0
        for (const each of clients) {
          const load = { url: server.url, clients: each, desks, proposals: database.connection('faheng_worker'), bare: false, firstParty, warmMs: 4000, forMs: seconds * 1000 }
          const whole = await withProcessor(load, pids.server, pids.database)
          firstParty = whole.parties
          const lag = await lagOf(server.url)
          const begun = performance.now()
          await caughtUp(server.url, ['documents'])
          const caught = performance.now() - begun
          const least = await withProcessor({ ...load, url: bare.url, bare: true, warmMs: 1500, forMs: Math.ceil(seconds / 3) * 1000 }, pids.bare, pids.database)
          figures.push(...figuresOf(`${each} ${each === 1 ? 'client' : 'clients'}${under}`, whole, least), ...Object.entries(lag).map(([name, acts]) => figure(`${each} clients${under}: lag of ${name} at the end`, 'acts', [acts])),
            figure(`${each} clients${under}: until all but documents have caught up`, 'ms', [caught]))
        }
        figures.push(figure(`memory of the server under load${under}`, 'MB', [memoryOf(pids.server)]))
        if (under === '') figures.push(await rendering(pools.worker))
      } finally {
        bare.process.kill()
      }
    })
  } finally {
    await end(server.process, 'SIGTERM')
  }
}

interface Run extends Measured {
  /** Seconds of processor while measured. */
  readonly used: { readonly server: number; readonly database: number }
}

async function withProcessor(load: Load, server: number, database: number): Promise<Run> {
  const at = () => ({ server: processorOf(server), database: processorOf(database, 'with children') })
  const moments = { measuring: at(), measured: at() }
  const measured = await generate(load, (moment) => (moments[moment] = at()))
  return { ...measured, used: { server: moments.measured.server - moments.measuring.server, database: moments.measured.database - moments.measuring.database } }
}

function figuresOf(who: string, whole: Run, bare: Run): Figure[] {
  const all = Object.values(whole.took).flat()
  const rate = all.length / whole.seconds
  const bareRate = Object.values(bare.took).flat().length / bare.seconds
  return [
    figure(`${who}: an act`, 'ms', all),
    ...(who.startsWith('1 ') ? Object.entries(whole.took).map(([kind, ms]) => figure(`${who}: ${kind}`, 'ms', ms)) : []),
    figure(`${who}: acts`, 'a second', [rate]),
    figure(`${who}: bare acts`, 'a second', [bareRate]),
    figure(`${who}: whole acts as a share of bare ones`, '%', [(100 * rate) / bareRate]),
    figure(`${who}: processor of the server`, 'ms an act', [(1000 * whole.used.server) / all.length]),
    figure(`${who}: processor of the database`, 'ms an act', [(1000 * whole.used.database) / all.length]),
    figure(`${who}: processor of the load generator`, 'ms an act', [(1000 * whole.ownProcessor) / all.length]),
  ]
}

/** Papers a second once nothing else is done. */
async function rendering(pool: Pool): Promise<Figure> {
  const left = async () => (await pool.query<{ n: number }>('select count(*)::integer as n from faheng.document where file is null')).rows[0]?.n ?? 0
  const [before, begun] = [await left(), performance.now()]
  await sleep(15_000)
  const after = await left()
  return figure('documents rendered after the load', 'a second', [((before - after) * 1000) / (performance.now() - begun)])
}

function tokenOf(desk: Desk | undefined): string {
  return decodeURIComponent(/session_token=([^;]+)/.exec(desk?.cookies.officer ?? '')?.[1] ?? '').replace(/\.[^.]*$/, '')
}

function folder(prefix: string): string {
  const made = mkdtempSync(join(tmpdir(), prefix))
  folders.push(made)
  return made
}
