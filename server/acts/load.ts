import type { PoolClient } from 'pg'
import type { MatterState } from '@faheng/law/procedure.ts'
import type { Instant } from '@faheng/law/time/day.ts'
import { enter, type Asker } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { unwrap } from './personal.ts'
import type { Key } from '../platform/secrets/seal.ts'
import { actColumns, storedAct, type ActRow, type StoredAct } from './acts.ts'

export interface MatterRow {
  readonly id: string
  readonly procedure: string
  readonly filed: string
  readonly number: string | null
  readonly occurred: Instant
  readonly seq: number
}

/** What stands in the way of an act: the matter under its lock, and an act that already has its id. */
export interface Loaded {
  readonly matter: MatterRow | undefined
  readonly state: MatterState | undefined
  readonly lastRecorded: Instant | undefined
  readonly sameId: StoredAct | undefined
  readonly key: Key | undefined
}

/**
 * The first round trip: begins, sets the scope, locks the row alone, and then reads what the lock protects. Each statement has
 * its own snapshot, so what is read was committed before the lock was ours. `app.matter` opens the matter to what follows, and
 * is set by the statement that could see it.
 *
 * Nothing can be locked that does not stand yet. Where the act that opens the matter was committed after the lock found nothing
 * and before its id was looked up, the whole is done again, now with the lock.
 */
export async function lockAndLoad(client: PoolClient, masterKey: Key, asker: Asker, matter: string, act: string): Promise<Loaded> {
  const loaded = await load(client, masterKey, asker, matter, act)
  if (loaded.matter || loaded.sameId?.matter !== matter) return loaded
  await client.query('rollback')
  return load(client, masterKey, asker, matter, act)
}

async function load(client: PoolClient, masterKey: Key, asker: Asker, matter: string, act: string): Promise<Loaded> {
  const at = [asker.region, matter]
  const [, , matters, sameId, states, last, keys] = await together([
    client.query('begin'),
    enter(client, asker, 'kept'),
    run<MatterRow & object>(client, lock, at),
    run<ActRow>(client, statement(`select ${actColumns} from faheng.act where region = $1 and id = $2`), [asker.region, act]),
    run<{ state: MatterState }>(client, statement('select state from faheng.matter_state where region = $1 and matter = $2'), at),
    run<{ recorded: Instant }>(client, statement('select recorded from faheng.act where region = $1 and matter = $2 order by seq desc limit 1'), at),
    run<{ wrapped: Buffer }>(client, statement('select wrapped from faheng.subject_key where region = $1 and subject = $2'), at),
  ])
  return {
    matter: matters[0],
    state: states[0]?.state,
    lastRecorded: last[0]?.recorded,
    sameId: sameId[0] && storedAct(sameId[0]),
    key: keys[0] && unwrap(masterKey, asker.region, matter, keys[0].wrapped),
  }
}

/** All acts of the matter under the lock, in the order they were recorded, whatever the asker may read. */
export async function wholeHistory(client: PoolClient, region: string, matter: string): Promise<StoredAct[]> {
  return (await run<ActRow>(client, statement(`select ${actColumns} from faheng.matter_acts($1, $2)`), [region, matter])).map(storedAct)
}

/**
 * Waits for all statements of a round trip, so that none is left without a listener when an earlier one fails, and throws the
 * failure that is the cause: those behind it only say that the transaction is aborted (25P02).
 */
export async function together<const T extends readonly unknown[]>(sent: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  const settled = await Promise.allSettled(sent)
  const failures = settled.filter((each) => each.status === 'rejected').map(({ reason }) => reason as { readonly code?: string })
  if (failures.length > 0) throw failures.find(({ code }) => code !== '25P02') ?? failures[0]
  return settled.map((each) => (each as PromiseFulfilledResult<unknown>).value) as { -readonly [P in keyof T]: Awaited<T[P]> }
}

const lock = statement(`
  select id, procedure, filed, number, occurred, seq, set_config('app.matter', id, true)
  from faheng.matter where region = $1 and id = $2 for update`)
