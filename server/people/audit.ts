import type { Static } from 'typebox'
import type { AuditFilter, UnlockRequest } from '@faheng/api/people.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { logSignIn, signInLog } from '../platform/identity/sign-in-log.ts'
import { once } from '../platform/verbs.ts'
import { requirePost } from './require-post.ts'

/** What was done by plain verbs, newest first, for the audit administrator: never the content of cases. */
export async function verbLog(context: Context, session: Session, { person, after, limit = 50 }: Static<typeof AuditFilter>) {
  requirePost(session, 'audit-administrator')
  const rows = await run<{ id: string; at: string }>(context.pools.worker, statement(`
    select id, verb, person, content, at from faheng.verb_log
    where region = $1 and ($2::text is null or person = $2) and ($3::text is null or (at, id) < (
      select at, id from faheng.verb_log where region = $1 and id = $3))
    order by at desc, id desc limit $4`), [session.region, person ?? null, after ?? null, limit + 1])
  return { rows: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null }
}

export async function signIns(context: Context, session: Session, { after, limit = 50 }: Static<typeof AuditFilter>) {
  requirePost(session, 'audit-administrator')
  const before = Number(after ?? Number.MAX_SAFE_INTEGER)
  if (!Number.isSafeInteger(before)) throw new NotFound()
  const rows = await signInLog(context.identity, session.region, before, limit + 1)
  return { rows: rows.slice(0, limit), next: rows.length > limit ? String(rows[limit - 1]?.id) : null }
}

/** Accounts and addresses locked now, for the security administrator. */
export async function lockouts(context: Context, session: Session) {
  requirePost(session, 'security-administrator')
  return {
    rows: await run(context.identity.pool, statement(`
      select key, failures, locked_until as until from auth.attempt where locked_until > $1 order by locked_until desc limit 200`), [context.clock()]),
  }
}

export async function unlock(context: Context, session: Session, { id, key }: Static<typeof UnlockRequest>) {
  requirePost(session, 'security-administrator')
  const { region, person } = session
  const { result } = await once(context, { id, name: 'unlock', region, person, content: { key } }, async () => ({ done: true }) as const)
  await run(context.identity.pool, statement('delete from auth.attempt where key = $1'), [key])
  await logSignIn(context.identity, { username: key.replace(/^account:/, ''), address: session.username, outcome: 'unlocked' })
  return result
}
