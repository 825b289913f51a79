import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { markOf } from '../server/demo/load.ts'
import { connected } from '../server/platform/database/connected.ts'
import type { OpenDatabase } from '../server/platform/database/open.ts'
import { region } from './acts-http/desks.ts'
import { withDatabase } from './faults/kinds.ts'
import { comparing, type Runner } from './peers/compare.ts'
import { directus } from './peers/directus.ts'
import { faheng } from './peers/faheng.ts'
import { partiesUsed, settled, whereListsBegin } from './peers/ground.ts'
import { nocobase } from './peers/nocobase.ts'
import { lists, traits, type Ground, type Side } from './peers/side.ts'
import { versionOf } from './peers/start-peer.ts'
import { postgresOf, report, type Figure } from './shared/report.ts'
import { end } from './shared/server.ts'
import { buildWorld } from './shared/world.ts'

/**
 * Faheng beside what one would otherwise take: `npm run bench -- peers [--folder DIR] [--cases N] [--seconds N]`, see peers/README.md.
 * One PostgreSQL, the same cases, pool, log level and client. `--folder` keeps what was prepared for a next run.
 */
const { values } = parseArgs({ options: { folder: { type: 'string' }, cases: { type: 'string', default: '100000' }, seconds: { type: 'string', default: '2' } } })
const seconds = Number(values.seconds)
const rounds = 3
const crowds = [1, 16]

const sides = [{ name: 'Faheng', side: faheng }, ...installed(process.env['FAHENG_PEERS'])]
// Alone there is nothing to compare; `lists` and `acts-http` measure ours.
if (sides.length === 1) process.exit()

const folder = values.folder === undefined ? mkdtempSync(join(tmpdir(), 'faheng-bench-peers-')) : resolve(values.folder)
const dataDir = join(folder, 'faheng')
try {
  mkdirSync(folder, { recursive: true })
  if (!existsSync(dataDir)) await buildWorld(dataDir, values.cases)
  const { figures, cases, postgres } = await withDatabase(dataDir, measure)
  for (const trait of traits) console.log(`\n${trait}\n${sides.map(({ name, side }) => `  ${name.padEnd(18)}${side.does[trait]}`).join('\n')}`)
  report('peers', { cases, seconds, rounds }, figures, postgres)
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
}

function installed(peers: string | undefined): { readonly name: string; readonly side: Side }[] {
  return ([['Directus', 'directus', directus], ['NocoBase', '@nocobase/app', nocobase]] as const).flatMap(([name, main, sideOf]) => {
    const at = join(peers ?? '', name.toLowerCase())
    const version = peers === undefined ? undefined : versionOf(at, main)
    const reason =
      peers === undefined ? 'FAHENG_PEERS names no folder in which it is installed (bench/peers/README.md)'
      : version === undefined ? `not installed in ${at}`
      : Number(process.versions.node.split('.')[0]) < 22 ? 'it asks for Node 22 or later'
      : undefined
    if (reason !== undefined) console.log(`${name}: not run: ${reason}`)
    return reason === undefined ? [{ name: `${name} ${version}`, side: sideOf(at) }] : []
  })
}

async function measure({ pools, database }: OpenDatabase) {
  const mark = await markOf(pools.worker)
  if (!mark?.complete) throw new Error(`the world in ${dataDir} is not complete: remove it`)
  const ground: Ground = { folder, ...pools, connection: (name) => database.connection('admin', name), region, ...(await whereListsBegin(pools.worker)) }
  const figures: Figure[] = []
  const runners: Runner[] = []
  try {
    for (const { name, side } of sides) {
      const runner = { name, side: side.name, ...(await side.start(ground)) }
      runners.push(runner)
      await connected(ground.connection(), settled)
      runner.process.kill('SIGSTOP')
    }
    const postmaster = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    const turns = comparing(runners, postmaster, seconds * 1000, rounds, await partiesUsed(pools.worker))
    try {
      for (const work of [...lists, 'acts'] as const) for (const clients of crowds) figures.push(...(await turns.compare(work, clients)))
    } finally {
      turns.close()
    }
  } finally {
    for (const { process: server } of runners) {
      server.kill('SIGCONT')
      await end(server, 'SIGTERM').catch(() => end(server, 'SIGKILL'))
    }
  }
  return { figures, cases: mark.cases, postgres: await postgresOf(pools.worker) }
}
