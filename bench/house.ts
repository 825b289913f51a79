import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { memoryOf } from './acts-http/processor.ts'
import { faheng, withDatabase } from './faults/kinds.ts'
import { figure, postgresOf, report, type Figure } from './shared/report.ts'
import { end, signIn, startServer, type Server } from './shared/server.ts'

/**
 * What the house does beside acts: `npm run bench -- house [cases]`. A demonstration county of so many cases: start-up, the first
 * and a later one; memory at rest; papers a second once acts are over; search through HTTP; then, with the server stopped, the whole
 * ledger verified against the acts, the tables rebuilt and compared, and leaves appended.
 */
const cases = Number(process.argv[2] ?? 150)
const dataDir = mkdtempSync(join(tmpdir(), 'faheng-bench-house-'))
const env = { ...process.env, FAHENG_DEMO_CASES: String(cases), DATABASE_URL: '' }
let server: Server | undefined
try {
  const [first, fresh] = await timed(() => startServer(dataDir, env))
  server = fresh
  const papers = await rendering()
  const atRest = memoryOf(server.process.pid as number)
  const found = await searches(server)
  await end(server.process, 'SIGTERM')
  const [later, again] = await timed(() => startServer(dataDir, env))
  server = again
  await end(server.process, 'SIGTERM')

  const count = (pool: Pool, table: string) => pool.query<{ n: number }>(`select count(*)::integer as n from faheng.${table}`).then(({ rows }) => rows[0]?.n ?? 0)
  const [acts, leaves, matters, postgres] = await withDatabase(dataDir, ({ pools: { worker } }) =>
    Promise.all([count(worker, 'act'), count(worker, 'ledger_leaf'), count(worker, 'matter'), postgresOf(worker)]))
  // Each is a command, whose own start is taken off.
  const [empty] = await timed(() => faheng(dataDir, 'plan', 'status').catch(() => undefined))
  const command = async (...words: string[]) => (await timed(() => faheng(dataDir, ...words)))[0] - empty
  const verifying = await command('verify')
  const rebuilding = await command('rebuild', '--check')
  report('house', { cases, acts, leaves }, [
    figure('start of a new demonstration, until ready', 'ms', [first]),
    figure('start of one that is there, until ready', 'ms', [later]),
    figure('memory of the server at rest', 'MB', [atRest]),
    papers,
    ...found,
    figure('verify', 'leaves a second', [(leaves * 1000) / verifying]),
    figure('rebuild --check', 'cases a second', [(matters * 1000) / rebuilding]),
    figure('rebuild --check', 'acts a second', [(acts * 1000) / rebuilding]),
  ], postgres)
} finally {
  if (server) await end(server.process, 'SIGTERM').catch(() => undefined)
  rmSync(dataDir, { recursive: true, force: true })
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const begun = performance.now()
  const done = await work()
  return [performance.now() - begun, done]
}

/** From when the server is ready, and has nothing else to do, until no paper is left. */
function rendering(): Promise<Figure> {
  return withDatabase(dataDir, async ({ pools: { worker } }) => {
    const [before, begun] = [await unrendered(worker), performance.now()]
    while ((await unrendered(worker)) > 0) await sleep(100)
    return figure(`papers rendered, of ${before}`, 'a second', [(before * 1000) / (performance.now() - begun)])
  })
}

async function unrendered(pool: Pool): Promise<number> {
  return (await pool.query<{ n: number }>('select count(*)::integer as n from faheng.document where file is null')).rows[0]?.n ?? 0
}

/** The list with a word: one that many cases hold, one that none does. */
async function searches({ url, said }: Server): Promise<Figure[]> {
  const [, password = ''] = /with the password (\S+)/.exec(said) ?? []
  const [, username = ''] = /^ {2}head +(\S+)$/m.exec(said) ?? []
  const cookie = await signIn(url, username, password)
  const figures: Figure[] = []
  for (const [what, word] of [['a word of many cases', '食品'], ['a word of no case', '鲸鱼']] as const) {
    const took: number[] = []
    for (let i = 0; i < 100; i++) {
      const [ms, answer] = await timed(async () => {
        const sent = await fetch(`${url}/api/matters?procedure=penalty-ordinary&q=${encodeURIComponent(word)}`, { headers: { cookie } })
        await sent.arrayBuffer()
        return sent
      })
      if (!answer.ok) throw new Error(`a search: ${answer.status}`)
      took.push(ms)
    }
    figures.push(figure(`search through HTTP: ${what}`, 'ms', took))
  }
  return figures
}
