import type { Pool } from 'pg'
import { words } from '@faheng/law/words.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed } from '../platform/errors.ts'
import { addAccounts, hashPassword, initialPassword } from '../platform/identity/accounts.ts'
import { type Identity, isUsername } from '../platform/identity/identity.ts'

export interface Wanted {
  readonly person: string
  /** Absent: his name, with a number where it is taken. */
  readonly username?: string
}

export interface Opened {
  readonly person: string
  readonly name: string
  readonly username: string
  /** Absent where he had a sign-in already, which stays as it is. */
  readonly initialPassword?: string
}

/** A sign-in for each who has none, with a password of his own that he must change; the caller has authorised it. @throws Malformed for a name that is taken */
export async function openAccounts(identity: Identity, worker: Pool, region: string, wanted: readonly Wanted[]): Promise<Opened[]> {
  const persons = wanted.map(({ person }) => person)
  const [people, had] = await Promise.all([
    run<{ id: string; name: string }>(worker, statement('select id, name from faheng.person where region = $1 and id = any ($2)'), [region, persons]),
    run<{ person: string; username: string }>(identity.pool, statement('select person, username from auth."user" where region = $1 and person = any ($2)'), [region, persons]),
  ])
  const opened: Opened[] = []
  for (const [i, { person, username }] of wanted.entries()) {
    const name = people.find(({ id }) => id === person)?.name ?? person
    const old = had.find((each) => each.person === person)
    if (old) opened.push({ person, name, username: old.username })
    else opened.push({ person, name, ...(await open(identity, { region, person, name, username }, i)) })
  }
  return opened
}

async function open(identity: Identity, { region, person, name, username }: { region: string; person: string; name: string; username: string | undefined }, place: number) {
  const password = initialPassword()
  const passwordHash = await hashPassword(identity, password)
  const wished = username ?? (isUsername(name) ? name : person)
  if (!isUsername(wished)) throw new Malformed(`/people/${place}/username`, words('用户名由字母、数字、点、横线组成。', 'A user name is letters, digits, dots and dashes.'))
  for (const tried of username === undefined ? [wished, ...Array.from({ length: 99 }, (_, n) => `${wished}${n + 2}`)] : [wished])
    if ((await addAccounts(identity, [{ region, person, name, username: tried, passwordHash, passwordDue: true }])) === 1) return { username: tried.toLowerCase(), initialPassword: password }
  throw new Malformed(`/people/${place}/username`, words('用户名已被使用。', 'The user name is taken.'))
}
