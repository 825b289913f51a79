import type { Pool } from 'pg'
import { inTransaction, run, statement } from '../platform/database/run.ts'

/**
 * Gives committed acts their place in the order all followers read (D3). Only what is older than every transaction still under
 * way is moved, so nothing can appear before a place already given; within a matter the order is that of its acts. One
 * sequencer a region at a time, by lock; the others pass by.
 * @returns how many were placed
 */
export async function sequence(pool: Pool, region: string, most = 10_000): Promise<number> {
  return inTransaction(pool, async (client) => {
    const [lock] = await run<{ mine: boolean }>(client, tryLock, [`sequencer ${region}`])
    if (!lock?.mine) return 0
    const [placed] = await run<{ n: number }>(client, move, [region, most])
    return placed?.n ?? 0
  })
}

const tryLock = statement(`select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine`)

/** An act waits for its matter's lock before it writes, so a later one of the matter never has the lower place. */
const move = statement(`
  with ready as (
    select act, matter, seq, xid::text::bigint as xid from faheng.pending
    where region = $1 and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid limit $2
  ), gone as (
    delete from faheng.pending p using ready where p.region = $1 and p.act = ready.act
  ), moved as (
    insert into faheng.act_order (region, position, act, matter, seq)
    select $1, (select coalesce(max(position), 0) from faheng.act_order where region = $1)
        + row_number() over (order by reached, matter, seq), act, matter, seq
    from (select act, matter, seq, max(xid) over (partition by matter order by seq) as reached from ready) as ordered
    returning 1
  )
  select count(*) as n from moved`)
