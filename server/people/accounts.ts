import type { Static } from 'typebox'
import type { AccountsAnswer, AccountsFilter, OpenAccountsAnswer, OpenAccountsRequest } from '@faheng/api/people.ts'
import { words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import { openAccounts } from './open-accounts.ts'
import { requirePost } from './require-post.ts'

/** Who of the county can sign in, and under which name. `without`: only those who cannot yet, as after an import of officers. */
export async function listAccounts(context: Context, session: Session, filter: Static<typeof AccountsFilter>): Promise<Static<typeof AccountsAnswer>> {
  requirePost(session, 'system-administrator')
  const { q = null, body = null, without = false, after = '', limit = 50 } = filter
  // Sign-ins are another role's: a county has some thousands at most.
  const accounts = await run<{ person: string; username: string; due: boolean }>(context.identity.pool, statement('select person, username, "passwordDue" as due from auth."user" where region = $1'), [session.region])
  const of = new Map(accounts.map((each) => [each.person, each]))
  const people = await reading(() => context.pools.app.connect(), session, (client) => run<{ id: string; name: string }>(client, statement(`
    select p.id, p.name from faheng.person p
    where p.region = $1 and p.id > $2 and ($3::text is null or starts_with(p.name, $3)) and not ($5 and p.id = any ($6::text[]))
      and ($4::text is null or exists (select from faheng.post o where o.region = p.region and o.person = p.id and o.body = $4
        and o.from_at <= $7 and (o.until_at is null or $7 < o.until_at) and not faheng.has_left(o.region, o.person, o.body, o.from_at, $7)))
    order by p.id limit $8`), [session.region, after, q, body, without, without ? [...of.keys()] : [], context.clock(), limit + 1]))
  const rows = people.slice(0, limit).map(({ id, name }) => ({ person: id, name, username: of.get(id)?.username ?? null, passwordDue: of.get(id)?.due ?? false }))
  return { rows, next: people.length > limit ? (rows.at(-1)?.person ?? null) : null }
}

/** Sign-ins for people who are in the register already. Each initial password is in the first answer only. @throws Malformed */
export async function giveAccounts(context: Context, session: Session, { id, people }: Static<typeof OpenAccountsRequest>): Promise<{ result: Static<typeof OpenAccountsAnswer>; again: boolean }> {
  requirePost(session, 'system-administrator')
  const { region } = session
  const { again } = await once(context, { id, name: 'open-accounts', region, person: session.person, content: { people } }, async (client) => {
    const known = await run<{ id: string }>(client, statement('select id from faheng.person where region = $1 and id = any ($2)'), [region, people.map(({ person }) => person)])
    const missing = people.findIndex(({ person }) => !known.some((each) => each.id === person))
    if (missing >= 0) throw new Malformed(`/people/${missing}/person`, words('没有登记。', 'It is not in the register.'))
    return { people: people.length }
  })
  return { result: { accounts: await openAccounts(context.identity, context.pools.worker, region, people) }, again }
}
