import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { sequence } from './sequencer.ts'

/** One committed act in the order of followers. */
export interface Entry {
  readonly position: number
  readonly act: string
  readonly matter: string
  readonly seq: number
}

/** Reads committed acts in order and makes of them what can be made again (D3). One property for all: incremental equals from scratch. */
export interface Follower {
  readonly name: string
  /** At most so many acts a transaction. */
  readonly batch: number
  /** Waits while acts come in by the dozens a second: they need the processor, and nobody waits for a paper of that moment. */
  readonly givesWay?: true
  /** As faheng_worker, in a transaction that also moves the cursor. May come again for the same entries only after a failure. */
  handle(client: PoolClient, region: string, entries: readonly Entry[]): Promise<void>
  /** Forgets what it made, before it begins again. Absent: never rebuilt (the ledger keeps its order and salts). */
  reset?(client: PoolClient, region: string): Promise<void>
  /** At every start: what an earlier run left undone. Ends early when the server stops or it has to give way, and then comes again. */
  resume?(pool: Pool, region: string, stopped: () => boolean): Promise<void>
}

interface Running {
  /** Look now: an act was committed. */
  wake(): void
  /** Ends after the batch at hand. */
  stop(): Promise<void>
}

export interface FollowerOptions {
  /** Of faheng_worker. */
  readonly pool: Pool
  readonly followers: readonly Follower[]
  readonly log: (line: string) => void
  /** Between looks when nobody wakes; default 200 ms. */
  readonly everyMs?: number
}

/**
 * Runs until stopped. Each follower goes at its own pace: papers, which take a hundred times longer than leaves, hold nobody up. One
 * that fails is tried again after 0.2, 0.4 … 30 s; the others go on. Looks keep half of `everyMs` between them, so that a thousand
 * acts a second are followed in batches, not in a transaction for each few.
 */
export function runFollowers({ pool, followers, log, everyMs = 200 }: FollowerOptions): Running {
  const rests = new Map<string, { until: number; next: number }>()
  const resumed = new Set<string>()
  const busy = new Map<string, Promise<void>>()
  let stopped = false
  let crowded = false
  let looked = performance.now()
  let woken: () => void = () => undefined
  let missed = false

  const waits = (follower: Follower): boolean => crowded && follower.givesWay === true
  const follow = async (follower: Follower, region: string): Promise<void> => {
    const id = `${region} ${follower.name}`
    if ((rests.get(id)?.until ?? 0) > performance.now()) return
    try {
      if (!resumed.has(id)) {
        await follower.resume?.(pool, region, () => stopped || waits(follower))
        if (waits(follower)) return
        resumed.add(id)
      }
      while (!stopped && !waits(follower) && (await stepFollower(pool, follower, region)) === follower.batch);
      rests.delete(id)
    } catch (error) {
      const pause = rests.get(id)?.next ?? 200
      rests.set(id, { until: performance.now() + pause, next: Math.min(pause * 2, 30_000) })
      if (!stopped) log(`follower ${follower.name} of ${region}: ${error instanceof Error ? error.message : String(error)}; again in ${pause} ms`)
    }
  }

  const start = (follower: Follower, region: string): void => {
    const id = `${region} ${follower.name}`
    if (!busy.has(id)) busy.set(id, follow(follower, region).finally(() => busy.delete(id)))
  }

  const look = async (): Promise<void> => {
    let placed = 0
    for (const { region, pending, behind } of await run<Work & object>(pool, work, [followers.map(({ name }) => name)])) {
      if (pending) placed += await sequence(pool, region)
      const idle = !pending && behind !== null && behind.length === 0 && followers.every(({ name }) => resumed.has(`${region} ${name}`))
      if (!idle) for (const follower of followers) start(follower, region)
    }
    const now = performance.now()
    crowded = (placed * 1000) / (now - looked) > crowd
    looked = now
  }

  /** Once for each trouble, not with each look: a database may be away for a while. */
  let trouble = ''
  const complain = (message: string): void => {
    if (!stopped && message !== trouble) log(`followers: ${message}`)
    trouble = message
  }

  /** Ended early by a stop, and by an act where that is wanted. */
  const pause = (ms: number, untilWoken: boolean): Promise<void> =>
    new Promise((resolve) => {
      if (stopped) return resolve()
      const timer = setTimeout(resolve, ms)
      woken = () => {
        if (!untilWoken && !stopped) return
        clearTimeout(timer)
        resolve()
      }
    })

  const loop = (async () => {
    while (!stopped) {
      missed = false
      const begun = performance.now()
      await look().then(() => (trouble = ''), (error: unknown) => complain(error instanceof Error ? error.message : String(error)))
      if (!missed) await pause(everyMs, true)
      const rest = everyMs / 2 - (performance.now() - begun)
      if (rest > 0) await pause(rest, false)
    }
    await Promise.all(busy.values())
  })()

  return {
    wake() {
      missed = true
      woken()
    },
    async stop() {
      stopped = true
      woken()
      await loop
    },
  }
}

/** Acts a second: many times what a county records in the busiest hour of its year. */
const crowd = 50

/**
 * Until nothing is left: for tests, commands, and before a demonstration is shown. Waits for transactions under way, which hold acts
 * from their place (those of other databases of the server do, too), and for who else is at a follower. Failures are thrown.
 */
export async function catchUp(pool: Pool, followers: readonly Follower[], region: string): Promise<void> {
  for (;;) {
    while ((await sequence(pool, region)) > 0);
    for (const follower of followers) while ((await stepFollower(pool, follower, region)) > 0);
    if (Object.values(await lagOf(pool, followers, region)).every((lag) => lag === 0)) return
    await sleep(10)
  }
}

/** Forgets what a follower made and makes it again. @throws for one that is never rebuilt */
export async function rebuildFollower(pool: Pool, follower: Follower, region: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    if (!follower.reset) throw new Error(`the follower ${follower.name} is never rebuilt`)
    await run(client, lock, [`follower ${region} ${follower.name}`])
    await follower.reset(client, region)
    await run(client, setCursor, [region, follower.name, 0])
  })
  await catchUp(pool, [follower], region)
}

/** Acts committed and not yet seen by each follower. */
export async function lagOf(pool: Pool, followers: readonly Follower[], region: string): Promise<Record<string, number>> {
  const rows = await run<{ name: string; lag: number }>(pool, lag, [region, followers.map(({ name }) => name)])
  return Object.fromEntries(rows.map((row) => [row.name, row.lag]))
}

/** One batch; a lock, not the cursor's row, keeps others away, so that a slow follower does not hold the sequencer back. */
async function stepFollower(pool: Pool, follower: Follower, region: string): Promise<number> {
  return inTransaction(pool, async (client) => {
    const [mine] = await run<{ mine: boolean }>(client, tryLock, [`follower ${region} ${follower.name}`])
    if (!mine?.mine) return 0
    const entries = await run<Entry & object>(client, next, [region, follower.name, follower.batch])
    const last = entries.at(-1)
    if (!last) return 0
    await follower.handle(client, region, entries)
    await run(client, setCursor, [region, follower.name, last.position])
    return entries.length
  })
}

interface Work {
  readonly region: string
  readonly pending: boolean
  readonly behind: readonly string[] | null
}

const work = statement(`
  select r.region, exists (select from faheng.pending p where p.region = r.region) as pending,
    array(select name from unnest($1::text[]) as f (name)
      where coalesce((select position from faheng.follower c where c.region = r.region and c.name = f.name), 0)
        < coalesce((select max(position) from faheng.act_order o where o.region = r.region), 0)) as behind
  from faheng.region r order by r.region`)
const next = statement(`
  select position, act, matter, seq from faheng.act_order
  where region = $1 and position > coalesce((select position from faheng.follower where region = $1 and name = $2), 0)
  order by position limit $3`)
const setCursor = statement(`
  insert into faheng.follower (region, name, position) values ($1, $2, $3) on conflict (region, name) do update set position = excluded.position`)
const tryLock = statement('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine')
const lock = statement('select pg_advisory_xact_lock(hashtextextended($1, 0))')
const lag = statement(`
  select f.name, (select count(*) from faheng.pending where region = $1)
    + coalesce((select max(position) from faheng.act_order where region = $1), 0)
    - coalesce((select position from faheng.follower c where c.region = $1 and c.name = f.name), 0) as lag
  from unnest($2::text[]) as f (name)`)
