import { randomBytes, randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { run, statement } from '../database/run.ts'
import type { Identity } from './identity.ts'

export interface NewAccount {
  readonly region: string
  readonly person: string
  readonly name: string
  readonly username: string
  /** Of `hashPassword`: many demonstration accounts share one, since each hash costs some 60 ms. */
  readonly passwordHash: string
  readonly passwordDue: boolean
}

/** Gives persons their sign-in. Names already taken and persons who have one are left as they are. @returns how many are new. */
export async function addAccounts({ pool, clock }: Identity, accounts: readonly NewAccount[], on: Pool | PoolClient = pool): Promise<number> {
  const rows = accounts.map((each) => ({ ...each, id: randomUUID(), username: each.username.toLowerCase() }))
  const [added] = await run<{ n: number }>(on, insert, [JSON.stringify(rows), clock()])
  return added?.n ?? 0
}

/** Somebody else sets it: it is due to be changed, and open sessions end. @returns false if there is no such account */
export async function setPassword({ pool }: Identity, { region, username, passwordHash }: Pick<NewAccount, 'region' | 'username' | 'passwordHash'>): Promise<boolean> {
  const changed = await run(pool, statement(`
    with changed as (update auth."user" set "passwordDue" = true where region = $1 and username = $2 returning id),
      secured as (update auth.account set password = $3 where "userId" in (select id from changed)),
      ended as (delete from auth.session where "userId" in (select id from changed))
    select id from changed`), [region, username.toLowerCase(), passwordHash])
  return changed.length > 0
}

export const hashPassword = async ({ auth }: Identity, password: string): Promise<string> => (await auth.$context).password.hash(password)

/** For accounts that somebody else opens: 80 random bits, read aloud without confusion, changed at the first sign-in. */
export function initialPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const text = [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('')
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}-${text.slice(12)}`.replace(/[a-z]/, (letter) => letter.toUpperCase())
}

const insert = statement(`
  with wanted as (
    select * from jsonb_to_recordset($1::jsonb) as w (id text, region text, person text, name text, username text, "passwordHash" text, "passwordDue" boolean)
  ), added as (
    insert into auth."user" (id, name, email, "emailVerified", username, "displayUsername", region, person, "passwordDue", "createdAt", "updatedAt")
    select id, name, username || '@' || region || '.invalid', false, username, username, region, person, "passwordDue", $2, $2 from wanted
    on conflict do nothing
    returning id
  ), secured as (
    insert into auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    select id, id, 'credential', id, "passwordHash", $2, $2 from wanted join added using (id)
    returning 1
  )
  select count(*) as n from secured`)
