import type { Pool } from 'pg'
import type { Instant } from '@faheng/law/time/day.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { addAccounts, hashPassword, initialPassword, setPassword } from '../platform/identity/accounts.ts'
import { isUsername, type Identity } from '../platform/identity/identity.ts'

export interface FirstAdministrator {
  readonly region: string
  /** Needed when the county is new. */
  readonly regionName?: string | undefined
  readonly username: string
  readonly name: string
}

/**
 * Begins a county with its system administrator, by whoever commands the machine: in production nobody else could let him in.
 * For one who is there already it sets a new initial password. Posts of cases follow from his hand, never to himself.
 * @throws with one clear line
 */
export async function createAdministrator(worker: Pool, identity: Identity, { region, regionName, username, name }: FirstAdministrator, at: Instant): Promise<{ username: string; initialPassword: string; again: boolean }> {
  if (!/^\d{6}$/.test(region)) throw new Error(`${region} is not the six digits of a county`)
  if (!isUsername(username)) throw new Error(`${username} is no user name: 2 to 40 letters, digits, dots, dashes`)
  const password = initialPassword()
  const passwordHash = await hashPassword(identity, password)
  if (await setPassword(identity, { region, username, passwordHash })) return { username, initialPassword: password, again: true }

  await inTransaction(worker, async (client) => {
    const known = await run(client, statement('select 1 from faheng.region where region = $1'), [region])
    if (known.length === 0) {
      if (regionName === undefined) throw new Error(`the county ${region} is new: give its name with --region-name`)
      await run(client, statement('insert into faheng.region (region, name) values ($1, $2)'), [region, regionName])
    }
    const [holder] = await run<{ person: string }>(client, statement(`
      select person from faheng.post where region = $1 and kind = 'system-administrator' and from_at <= $2 and (until_at is null or $2 < until_at)`), [region, at])
    if (holder) throw new Error(`${region} has a system administrator (${holder.person}): further ones are made in the application`)
    await run(client, statement(`
      insert into faheng.body (region, id, name, short_name, number_prefix, kind, recorded) values ($1, 'administration', '系统管理', '系统管理', '', 'organ', $2)
      on conflict do nothing`), [region, at])
    await run(client, statement('insert into faheng.person (region, id, name) values ($1, $2, $3) on conflict do nothing'), [region, `administrator-${username}`.slice(0, 80), name])
    await run(client, statement(`
      insert into faheng.post (region, id, person, kind, body, from_at, recorded) values ($1, $2, $3, 'system-administrator', 'administration', $4, $4)`),
      [region, `first-administrator-${at.replace(/\W/g, '')}`, `administrator-${username}`.slice(0, 80), at])
  })
  const added = await addAccounts(identity, [{ region, person: `administrator-${username}`.slice(0, 80), name, username, passwordHash, passwordDue: true }])
  if (added === 0) throw new Error(`the user name ${username} is taken`)
  return { username, initialPassword: password, again: false }
}
