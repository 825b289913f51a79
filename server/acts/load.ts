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
  const [, , [locked], [behind]] = await together([
    client.query('begin'),
    enter(client, asker, 'kept'),
    run<MatterRow & object>(client, lock, [asker.region, matter]),
    run<Behind & object>(client, behindLock, [asker.region, matter, act]),
  ])
  const [sameId] = behind?.sent ? await run<ActRow>(client, statement(`select ${actColumns} from faheng.act where region = $1 and id = $2`), [asker.region, act]) : []
  return {
    matter: locked,
    state: behind?.state ?? undefined,
    lastRecorded: behind?.last ?? undefined,
    sameId: sameId && storedAct(sameId),
    key: behind?.wrapped ? unwrap(masterKey, asker.region, matter, behind.wrapped) : undefined,
  }
}

interface Behind {
  readonly state: MatterState | null
  readonly last: Instant | null
  readonly wrapped: Buffer | null
  /** An act has the id already. */
  readonly sent: boolean
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
const behindLock = statement(`
  select (select state from faheng.matter_state where region = $1 and matter = $2) as state,
    (select recorded from faheng.act where region = $1 and matter = $2 order by seq desc limit 1) as last,
    (select wrapped from faheng.subject_key where region = $1 and subject = $2) as wrapped,
    exists (select from faheng.act where region = $1 and id = $3) as sent`)
