import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catchUp, counters, findings, ledger, perform, rebuild, words } from '../server/acts/index.ts'
import type { Acts } from '../server/acts/index.ts'
import { fill, asker, region } from '../server/acts/test-county.ts'
import { testProcedure } from '../server/acts/test-procedure.ts'
import { openLog } from '../server/platform/ledger/log.ts'
import { noteSigner } from '../server/platform/ledger/note.ts'
import { openDatabase } from '../server/platform/database/open.ts'
import { figure, postgresOf, report, type Figure } from './shared/report.ts'

/**
 * Acts through perform on a fresh database: `npm run bench -- acts [matters]`. Each matter is registered (with a document),
 * inspected, proposed and approved (numbered document, all seven kinds of facts); reported are milliseconds an act, alone and
 * with sixteen at once (median), processor time of the server an act, one look-up of an officer who has acted in every matter,
 * what each follower takes in a second, and a rebuild.
 */
const matters = Number(process.argv[2] ?? 300)
const folder = mkdtempSync(join(tmpdir(), 'faheng-bench-'))
const opened = await openDatabase({ dataDir: folder, env: process.env, log: () => undefined, as: 'server', at: new Date().toISOString() })
try {
  await fill(opened.pools.worker)
  const acts: Acts = {
    pool: opened.pools.app,
    procedures: { complaint: testProcedure as never },
    documents: {
      kindOf: (kind) => (kind === 'decision' ? { version: 1, outward: true, series: '罚', namesMatter: true } : { version: 1, outward: false }),
      compose: (kind, { number, read }) => ({ kind, number: number ?? null, body: read.body.name }),
    },
    masterKey: randomBytes(32),
    clock: () => new Date().toISOString(),
    law: 'bench',
  }
  await many(acts, 'warm', 20, 1)
  const alone = await many(acts, 'alone', Math.ceil(matters / 4), 1)
  const busy = await many(acts, 'busy', matters, 16)
  report('acts', { matters }, [...alone, ...busy, await readOne(acts), ...(await follow(acts)), await rebuildAll(acts)], await postgresOf(opened.pools.worker))
} finally {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
}

async function many(acts: Acts, prefix: string, count: number, atOnce: number): Promise<Figure[]> {
  const took: Record<string, number[]> = {}
  const timed = async (kind: string, person: string, matter: string, payload: unknown, opens = false) => {
    const begun = performance.now()
    const done = await perform(acts, asker(person), {
      matter, ...(opens ? { opens: { procedure: 'complaint', body: 'a', unit: 'a1' } } : {}), act: { id: `${matter}-${kind}`, kind, payload },
    })
    ;(took[kind] ??= []).push(performance.now() - begun)
    return done
  }
  const cpu = process.cpuUsage()
  const begun = performance.now()
  let next = 0
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let i = next++; i < count; i = next++) {
      const matter = `${prefix}-${i}`
      await timed('register', 'officer', matter, { parties: [`${prefix}-p${i}`], story: '消费者反映商家以次充好，要求依法处理。' }, true)
      await timed('inspect', 'officer', matter, { evidence: 'e1', kind: 'photo', note: '现场检查情况' })
      const { act } = await timed('propose', 'officer', matter, { fine: 100_00 })
      const { rows } = await opened.pools.worker.query<{ hash: string }>('select hash from faheng.act where region = $1 and id = $2', [region, act])
      await timed('approve', 'head', matter, { proposal: { act, hash: rows[0]?.hash }, opinion: '同意' })
    }
  }))
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return [
    ...Object.entries(took).map(([kind, ms]) => figure(`${kind}, ${atOnce} at once`, 'ms', ms)),
    figure(`processor of the server, ${atOnce} at once`, 'ms an act', [(user + system) / 1000 / (count * 4)]),
    figure(`all acts, ${atOnce} at once`, 'acts a second', [(count * 4) / seconds]),
  ]
}

async function readOne({ pool }: Acts): Promise<Figure> {
  const client = await pool.connect()
  await client.query(`select set_config('app.region', $1, false), set_config('app.person', 'officer', false), set_config('app.cases', 'yes', false)`, [region])
  const times: number[] = []
  for (let i = 0; i < 100; i++) {
    const begun = performance.now()
    await client.query({ name: 'one', text: 'select * from faheng.matter where region = $1 and id = $2', values: [region, `busy-${i}`] })
    times.push(performance.now() - begun)
  }
  client.release(true)
  return figure('one matter, read by an officer of all', 'ms', times)
}

/** Acts a second that each follower takes in, from nothing. */
async function follow(acts: Acts): Promise<Figure[]> {
  const { worker } = opened.pools
  const client = await worker.connect()
  await openLog(client, region, { hash: 'sm3', origin: `bench/faheng/${region}/sm3` })
  const { rows } = await client.query<{ n: number }>('select count(*) as n from faheng.act')
  client.release()
  const speed: Figure[] = []
  for (const follower of [ledger(acts, noteSigner(generateKeyPairSync('ed25519').privateKey)), words(acts), findings(acts), counters(acts)]) {
    const begun = performance.now()
    await catchUp(worker, [follower], region)
    speed.push(figure(`follower ${follower.name}`, 'acts a second', [((rows[0]?.n ?? 0) * 1000) / (performance.now() - begun)]))
  }
  return speed
}

async function rebuildAll(acts: Acts): Promise<Figure> {
  const begun = performance.now()
  const differences = await rebuild(acts, opened.pools.worker, region, { check: true })
  const took = performance.now() - begun
  if (differences.length > 0) throw new Error(`a rebuild differs in ${differences.length} rows`)
  const { rows } = await opened.pools.worker.query<{ n: number }>('select count(*) as n from faheng.matter')
  return figure('rebuild --check', 'ms a matter', [took / (rows[0]?.n ?? 1)])
}
