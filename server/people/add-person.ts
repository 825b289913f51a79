import type { Static } from 'typebox'
import type { AddPersonAnswer, AddPersonRequest, ResetPasswordRequest } from '@faheng/api/people.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import { addAccounts, hashPassword, initialPassword, setPassword } from '../platform/identity/accounts.ts'
import { isUsername } from '../platform/identity/identity.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import { requirePost } from './require-post.ts'

/**
 * A person of the county with a sign-in; posts are given apart. The initial password is in the first answer only: a repeat that
 * finds the account there answers without it.
 */
export async function addPerson(context: Context, session: Session, request: Static<typeof AddPersonRequest>): Promise<{ result: Static<typeof AddPersonAnswer>; again: boolean }> {
  requirePost(session, 'system-administrator')
  const { id, ...content } = request
  const { person, name, phone, username } = content
  const { region } = session
  if (!isUsername(username)) throw new Malformed('/username', words('用户名由字母、数字、点、横线组成。', 'A user name is letters, digits, dots and dashes.'))
  const { result, again } = await once(context, { id, name: 'add-person', region, person: session.person, content, logged: { person, username } }, async (client) => {
    const added = await run(client, statement(`
      insert into faheng.person (region, id, name, phone) values ($1, $2, $3, $4) on conflict do nothing returning id`), [region, person, name, phone ?? null])
    if (added.length === 0) throw new Malformed('/person', words('该人员已登记。', 'This person is already registered.'))
    if (await isTaken(context, username)) throw new Malformed('/username', words('用户名已被使用。', 'The user name is taken.'))
    return { person, username }
  })
  // Identity is another role's: the account follows the person, and a repeat makes up for an account that was lost between.
  const password = initialPassword()
  const passwordHash = await hashPassword(context.identity, password)
  const added = await addAccounts(context.identity, [{ region, person, name, username, passwordHash, passwordDue: true }])
  return { result: added === 1 ? { ...result, initialPassword: password } : result, again }
}

/** Each repeat gives a new one: the first may have been lost with its answer. Nobody resets his own, which would spare the old. */
export async function resetPassword(context: Context, session: Session, { id, username }: Static<typeof ResetPasswordRequest>): Promise<Static<typeof AddPersonAnswer>> {
  requirePost(session, 'system-administrator')
  const { region } = session
  if (username.toLowerCase() === session.username) throw new NotFound()
  const [account] = await run<{ person: string }>(context.identity.pool, statement('select person from auth."user" where region = $1 and username = $2'), [region, username.toLowerCase()])
  if (account === undefined) throw new NotFound()
  await once(context, { id, name: 'reset-password', region, person: session.person, content: { username } }, async () => ({ username }))
  const password = initialPassword()
  await setPassword(context.identity, { region, username, passwordHash: await hashPassword(context.identity, password) })
  return { person: account.person, username, initialPassword: password }
}

const isTaken = async ({ identity }: Context, username: string): Promise<boolean> =>
  (await run(identity.pool, statement('select 1 from auth."user" where username = $1'), [username.toLowerCase()])).length > 0
