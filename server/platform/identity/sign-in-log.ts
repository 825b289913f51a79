import { run, statement } from '../database/run.ts'
import type { Identity } from './identity.ts'

export interface SignInEvent {
  readonly username: string
  readonly address: string
  readonly outcome: 'signed-in' | 'second-factor' | 'wrong' | 'locked' | 'signed-out' | 'unlocked'
}

/** Kept for the audit administrator (网络安全法 21: six months and more). */
export async function logSignIn({ pool, clock }: Identity, { username, address, outcome }: SignInEvent): Promise<void> {
  await run(pool, insert, [clock(), username.slice(0, 40), address, outcome])
}

/** Newest first, below an id. Lines of names that are nobody's belong to no county and are shown to every auditor of the cluster. */
export async function signInLog({ pool }: Identity, region: string, before: number, limit: number): Promise<SignInLine[]> {
  return run(pool, newest, [region, before, limit])
}

export interface SignInLine {
  readonly id: number
  readonly at: string
  readonly person: string | null
  readonly username: string
  readonly address: string
  readonly outcome: string
}

const insert = statement(`
  insert into auth.sign_in_log (at, region, person, username, address, outcome)
  select $1, u.region, u.person, $2, $3, $4 from (values (1)) as one left join auth."user" u on u.username = $2`)

const newest = statement(`
  select id, at, person, username, address, outcome from auth.sign_in_log
  where (region = $1 or region is null) and id < $2 order by id desc limit $3`)
