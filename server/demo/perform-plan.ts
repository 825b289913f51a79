import type { Pool } from 'pg'
import { definitionOf } from '@faheng/law/fold.ts'
import { documents } from '@faheng/law/documents/index.ts'
import type { Post } from '@faheng/law/procedure.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { perform, procedureOf, type Acts } from '../acts/index.ts'
import { connected } from '../platform/database/connected.ts'
import { openPool } from '../platform/database/pool.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Database } from '../platform/database/supervisor.ts'
import type { Identity } from '../platform/identity/identity.ts'
import type { County } from './county.ts'
import { inOrder } from './in-order.ts'
import type { PlannedAct } from './rehearsal.ts'

export interface DemoContext {
  readonly database: Database
  readonly acts: Acts
  readonly worker: Pool
  readonly identity: Identity
  readonly log: (line: string) => void
  readonly progress?: (done: number, of: number) => void
  /** What else its past holds, told beside the cases. */
  readonly tell?: (county: County) => Promise<void>
}

/** Performs planned acts, each with the clock of its own time; one performed before is only recognised (D14). */
export async function performPlan({ database, acts: { wake: _later, ...given }, worker, progress, log }: DemoContext, county: County, planned: readonly PlannedAct[]): Promise<void> {
  const config = database.connection('faheng_app')
  const pool = openPool({ ...config, max: width, application_name: 'demonstration', options: `${config.options ?? ''} ${settings}` }, log)
  const acts = { ...given, pool }
  const posts = new Map<string, Post[]>()
  for (const { person, kind, body, unit, rank } of county.posts)
    posts.set(person, [...(posts.get(person) ?? []), { kind, body, ...(unit ? { unit } : {}), ...(rank ? { rank } : {}) }])
  const region = county.region.id
  const hashes = new Map<string, string>()
  let done = 0
  await inOrder(planned, waitsFor(acts), width, async ({ at, person, matter, opens, act }) => {
    const proposal = act.payload['proposal'] as { readonly act: string } | undefined
    const payload = proposal ? { ...act.payload, proposal: { act: proposal.act, hash: hashes.get(proposal.act) ?? '' } } : act.payload
    await perform({ ...acts, clock: () => at }, { region, person, posts: posts.get(person) ?? [] }, { matter, ...(opens ? { opens } : {}), act: { ...act, payload } })
    if (definitionOf(procedureOf(acts, 'penalty-ordinary'), act.kind)?.proposes) hashes.set(act.id, await hashOf(worker, region, act.id))
    done++
    progress?.(done, planned.length)
    if (renewals.includes(done)) await analyze(database)
  }).finally(() => pool.end())
}

/** Two cores have no work for many more, and each connection makes its own plans: some fifty, of milliseconds each. */
const width = 5

/**
 * Plans are kept from the start, since planning under row-level security costs milliseconds a statement; but those made while
 * the tables were empty read whole indexes later (20 ms an act in place of 2), so statistics renew them as the tables fill.
 * Nothing is lost with a late flush: what a crash takes is performed again.
 */
const settings = '-c plan_cache_mode=force_generic_plan -c synchronous_commit=off -c jit=off'
const renewals = [60, 500]

export const analyze = (database: Database): Promise<unknown> =>
  connected(database.connection('faheng_owner'), (client) => client.query(`
    do $$ declare t text; begin
      for t in select tablename from pg_tables where schemaname = 'faheng' loop execute format('analyze faheng.%I', t); end loop;
    end $$`))

/** An approval names the proposal by the hash that the server gave it (D7). */
export async function hashOf(worker: Pool, region: string, act: string): Promise<string> {
  const [row] = await run<{ hash: string }>(worker, statement('select hash from faheng.act where region = $1 and id = $2'), [region, act])
  if (!row) throw new Error(`act ${act} was not recorded`)
  return row.hash
}

/**
 * What must not overtake each other: the acts of a matter, acts that take numbers of one series (body × kind × year), and
 * reports and decisions about one party, which look at each other (处罚法 29).
 */
function waitsFor(acts: Acts): (planned: PlannedAct) => string[] {
  const places = new Map<string, { body: string; parties: readonly string[] }>()
  return ({ at, matter, opens, act }) => {
    if (opens) places.set(matter, { body: opens.body, parties: [] })
    const place = places.get(matter) ?? { body: '', parties: [] }
    if (act.kind === 'propose-filing') places.set(matter, { ...place, parties: act.payload['parties'] as readonly string[] })
    const definition = definitionOf(procedureOf(acts, 'penalty-ordinary'), act.kind)
    const series = (definition?.documents ?? []).flatMap(({ kind }) => documents[kind]?.series ?? [])
    return [
      matter,
      ...series.map((name) => `${place.body}/${name}/${dayOf(at).slice(0, 4)}`),
      ...(definition?.needs.includes('earlier') ? place.parties.map((party) => `party/${party}`) : []),
    ]
  }
}
