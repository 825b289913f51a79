import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { ApprovalRequest, ApprovalsFilter } from '@faheng/api/people.ts'
import { isSetByBody, mayDelegate } from '@faheng/law/approval.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import { requirePost } from './require-post.ts'

type Request = Static<typeof ApprovalRequest>
type Delegated = Extract<Request, { delegate: unknown }>['delegate']

/** What a body set about who approves, and its delegations: those in force now or later. */
export async function listApprovals(context: Context, session: Session, { body }: Static<typeof ApprovalsFilter>) {
  const at = [session.region, body, context.clock()]
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [rules, delegations] = await Promise.all([
      run(client, statement(`
        select act, ranks, in_field as "inField", from_at as "from", until_at as until from faheng.approval_rule
        where region = $1 and body = $2 and (until_at is null or $3 < until_at) order by act, from_at limit 500`), at),
      run(client, statement(`
        select d.id, d.person, p.name as "personName", d.post, g.name as "givenByName", d.acts, d.document, d.from_at as "from", d.until_at as until
        from faheng.delegation d join faheng.person p on p.region = d.region and p.id = d.person left join faheng.person g on g.region = d.region and g.id = d.given_by
        where d.region = $1 and d.body = $2 and $3 < d.until_at order by d.from_at, d.id limit 500`), at),
    ])
    return { rules, delegations }
  })
}

/**
 * The system administrator enters what the body set, or a delegation its chief gave in writing, from now on; it can be ended.
 * @throws NotFound; Malformed naming the field, also for a power the law lets nobody delegate
 */
export async function changeApproval(context: Context, session: Session, request: Request) {
  requirePost(session, 'system-administrator')
  const { id, ...content } = request
  const name = 'set' in request ? 'set-approval' : 'delegate' in request ? 'delegate-approval' : 'end-delegation'
  return once(context, { id, name, region: session.region, person: session.person, content }, async (client, at) => {
    if ('set' in request) await setRule(client, session.region, request.set, at)
    else if ('delegate' in request) await delegate(client, session, id, request.delegate, at)
    else {
      const ended = await run(client, statement('update faheng.delegation set until_at = greatest($3, from_at) where region = $1 and id = $2 and $3 < until_at returning id'), [session.region, request.end.delegation, at])
      if (ended.length === 0) throw new NotFound()
    }
    return { done: true } as const
  })
}

/** A new rule ends the one before; what stood on an earlier day stays to be read. */
async function setRule(client: PoolClient, region: string, { body, act, ranks, inField }: Extract<Request, { set: unknown }>['set'], at: string): Promise<void> {
  const by = definitionOf(act)?.by
  if (by === undefined || !isSetByBody(by)) throw new Malformed('/set/act', words('本事项的审批权限由法律规定，机关不得另行设定。', 'The law itself says who decides this; a body cannot set it.'))
  const known = await run(client, statement('select 1 from faheng.body where region = $1 and id = $2'), [region, body])
  if (known.length === 0) throw new Malformed('/set/body', words('没有登记。', 'It is not in the register.'))
  await run(client, statement('delete from faheng.approval_rule where region = $1 and body = $2 and act = $3 and from_at >= $4'), [region, body, act, at])
  await run(client, statement('update faheng.approval_rule set until_at = $4 where region = $1 and body = $2 and act = $3 and until_at is null'), [region, body, act, at])
  await run(client, statement('insert into faheng.approval_rule (region, body, act, ranks, in_field, from_at, recorded) values ($1, $2, $3, $4, $5, $6, $6)'), [region, body, act, [...new Set(ranks)], inField, at])
}

async function delegate(client: PoolClient, { region, person: administrator }: Session, id: string, { body, person, givenBy, acts, document, from, until }: Delegated, at: string): Promise<void> {
  const starts = from ?? at
  if (person === administrator || person === givenBy) throw new Malformed('/delegate/person', words('不得授权本人。', 'Nobody delegates to himself.'))
  if (starts < at) throw new Malformed('/delegate/from', words('授权不得早于现在。', 'A delegation does not begin in the past.'))
  if (until <= starts) throw new Malformed('/delegate/until', words('结束应晚于开始。', 'It ends after it begins.'))
  const posts = await run<{ person: string; kind: string; rank: string | null }>(client, statement(`
    select person, kind, rank from faheng.post where region = $1 and body = $2 and person = any ($3) and from_at <= $4 and (until_at is null or $4 < until_at)`), [region, body, [person, givenBy], starts])
  if (!posts.some((post) => post.person === givenBy && post.kind === 'head' && (post.rank === 'chief' || post.rank === 'acting')))
    throw new Malformed('/delegate/givenBy', words('由正职负责人或者主持工作的负责人授权。', 'The chief or the acting chief delegates.'))
  const post = ['head', 'unit-head'].find((kind) => posts.some((each) => each.person === person && each.kind === kind))
  if (post === undefined) throw new Malformed('/delegate/person', words('只能授权本机关副职负责人或者办案机构负责人。', 'Only a deputy or a unit head of the body receives it.'))
  const to = post === 'head' ? 'deputy' : 'unit-head'
  const beyond = acts.filter((act) => !mayDelegate(definitionOf(act)?.by ?? 'system', to))
  if (beyond.length > 0) throw new Malformed('/delegate/acts', words(`依法不得授权：${beyond.map((act) => definitionOf(act)?.title.zh ?? act).join('、')}。`, `The law lets nobody delegate: ${beyond.map((act) => definitionOf(act)?.title.en ?? act).join(', ')}.`))
  await run(client, statement(`
    insert into faheng.delegation (region, id, body, person, post, given_by, acts, document, from_at, until_at, recorded) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`),
    [region, id, body, person, post, givenBy, [...new Set(acts)], document, starts, until, at])
}

const definitionOf = (act: string) => Object.values(procedures).flatMap(({ acts }) => (Object.hasOwn(acts, act) ? (acts[act] ?? []) : []))[0]
