import { instantAt, msOf, type Instant } from '@faheng/law/time/day.ts'
import { run, statement } from '../database/run.ts'
import { Locked } from '../errors.ts'
import type { Identity } from './identity.ts'

/** Failures after which an account, or an address shared by a whole office, is locked. */
const limits = { account: 5, address: 30 } as const
type Counted = keyof typeof limits

/**
 * Counts an attempt before it is judged, so that guesses sent at once cannot all slip in; `succeeded` takes it back. The fifth
 * failure locks for 15 minutes, the tenth for 30, and so on doubling to a day. Failures are forgotten a day after the last.
 * A name that is nobody's is locked alike, so that a lock tells nothing.
 * @throws Locked
 */
export async function countAttempt({ pool, clock }: Identity, what: Counted, name: string): Promise<void> {
  const now = clock()
  const [row] = await run<{ failures: number }>(pool, count, [`${what}:${name}`, now, limits[what], ago(now)])
  if (row !== undefined) return
  const [locked] = await run<{ locked_until: Instant | null }>(pool, statement('select locked_until from auth.attempt where key = $1'), [`${what}:${name}`])
  throw new Locked(locked?.locked_until ?? now)
}

/** The account starts anew; the address only gets this attempt back, or one known password would pay for endless guesses. */
export async function succeeded({ pool }: Identity, account: string, address?: string): Promise<void> {
  await Promise.all([
    run(pool, statement('delete from auth.attempt where key = $1'), [`account:${account}`]),
    address !== undefined && run(pool, statement('update auth.attempt set failures = greatest(failures - 1, 0), locked_until = null where key = $1'), [`address:${address}`]),
  ])
}

/** Answers no row while locked. $3 failures lock; the lock doubles with each further $3. */
const count = statement(`
  insert into auth.attempt as a (key, failures, last) values ($1, 1, $2::timestamptz)
  on conflict (key) do update set
    failures = case when a.last < $4::timestamptz then 1 else a.failures + 1 end,
    last = $2::timestamptz,
    locked_until = case when a.last >= $4::timestamptz and (a.failures + 1) % $3::int = 0
      then $2::timestamptz + least(interval '15 minutes' * power(2, (a.failures + 1) / $3::int - 1), interval '1 day') end
  where a.locked_until is null or a.locked_until <= $2::timestamptz
  returning failures`)

const ago = (now: Instant): Instant => instantAt(msOf(now) - 86_400_000)
