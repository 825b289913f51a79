import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { PostRequest } from '@faheng/api/people.ts'
import { dayOf, type Instant } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import { requirePost } from './require-post.ts'

type Assignment = Extract<Static<typeof PostRequest>, { assign: unknown }>['assign']

/**
 * The system administrator assigns a post or ends one, from now on or from a later instant; the past is corrected by register.
 * Administration is apart from cases and its three offices from each other, and nobody gives himself a post.
 * @throws NotFound not a system administrator; Malformed naming the field
 */
export async function changePost(context: Context, session: Session, request: Static<typeof PostRequest>) {
  requirePost(session, 'system-administrator')
  const { id, ...content } = request
  const verb = { id, name: 'end' in request ? 'end-post' : 'assign-post', region: session.region, person: session.person, content }
  return once(context, verb, async (client, at) => {
    if ('end' in request) return end(client, session, request.end, at)
    await assign(client, session, id, request.assign, at)
    return { post: id }
  })
}

async function assign(client: PoolClient, session: Session, id: string, { person, kind, body, unit, rank, qualified, fields, document, from, until }: Assignment, at: Instant): Promise<void> {
  if (person === session.person) throw new Malformed('/assign/person', words('不得为本人任职。', 'Nobody gives himself a post.'))
  const starts = from ?? at
  if (starts < at) throw new Malformed('/assign/from', words('任职不得早于现在。', 'A post does not begin in the past.'))
  if (until !== undefined && until <= starts) throw new Malformed('/assign/until', words('结束应晚于开始。', 'It ends after it begins.'))
  if ((kind === 'head') !== (rank !== undefined)) throw new Malformed('/assign/rank', words('机关负责人须写明正职、主持工作或者副职，其他职务不写。', 'Heads, and only they, have a rank.'))
  if (rank === 'acting' && document === undefined) throw new Malformed('/assign/document', words('主持工作须写明任职文件。', 'Name the document by which he acts as chief.'))
  if (fields !== undefined && rank !== 'deputy') throw new Malformed('/assign/fields', words('只有副职负责人写明分管领域。', 'Only deputies are in charge of fields.'))
  if ((kind === 'unit-head' || kind === 'officer') && unit === undefined) throw new Malformed('/assign/unit', words('须写明办案机构。', 'Name the unit.'))
  await requireRows(client, session.region, { person, body, unit }, at)
  await requireApart(client, session.region, person, kind, starts)
  await run(client, statement(`
    insert into faheng.post (region, id, person, kind, body, unit, rank, qualified, from_at, until_at, recorded, fields, document)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`),
    [session.region, id, person, kind, body, unit ?? null, rank ?? null, qualified ?? false, starts, until ?? null, at, fields ?? null, document ?? null])
}

async function end(client: PoolClient, session: Session, { post, until }: { post: string; until?: Instant }, at: Instant) {
  const ends = until ?? at
  if (ends < at) throw new Malformed('/end/until', words('结束不得早于现在。', 'A post does not end in the past.'))
  const ended = await run(client, statement(`
    update faheng.post set until_at = $3 where region = $1 and id = $2 and (until_at is null or $3 < until_at) and from_at < $3 and person <> $4
    returning id`), [session.region, post, ends, session.person])
  if (ended.length === 0) throw new NotFound()
  return { post }
}

async function requireRows(client: PoolClient, region: string, { person, body, unit }: { person: string; body: string; unit: string | undefined }, at: Instant): Promise<void> {
  const [known] = await run<{ person: boolean; body: boolean; unit: boolean }>(client, statement(`
    select exists (select from faheng.person where region = $1 and id = $2) as person,
      exists (select from faheng.body where region = $1 and id = $3 and valid_from <= $5 and (valid_until is null or $5 < valid_until)) as body,
      $4::text is null or exists (select from faheng.unit where region = $1 and id = $4 and body = $3) as unit`),
    [region, person, body, unit ?? null, dayOf(at)])
  for (const field of ['person', 'body', 'unit'] as const)
    if (known?.[field] !== true) throw new Malformed(`/assign/${field}`, words('没有登记。', 'It is not in the register.'))
}

/** An administrator holds that one office and no other post. */
async function requireApart(client: PoolClient, region: string, person: string, kind: string, starts: Instant): Promise<void> {
  const held = await run<{ kind: string }>(client, statement(`
    select kind from faheng.post where region = $1 and person = $2 and (until_at is null or $3 < until_at)`), [region, person, starts])
  const administers = (each: string) => each.endsWith('-administrator')
  if (held.some((post) => post.kind !== kind && (administers(post.kind) || administers(kind))))
    throw new Malformed('/assign/kind', words('系统、安全、审计管理员相互分离，也不得兼任办案职务。', 'The three administrators are apart from each other and from posts that handle cases.'))
}
