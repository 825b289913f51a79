import type { PoolClient } from 'pg'
import { postsOf } from '@faheng/law/approval.ts'
import type { ApprovalFact } from '@faheng/law/facts.ts'
import { standing, type Actor } from '@faheng/law/judge.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import type { MatterState, Post, PostKind } from '@faheng/law/procedure.ts'
import { run, statement } from '../platform/database/run.ts'

/** A person of a body with every post he holds there, delegated ones too. */
export interface Holder extends Actor {
  readonly name: string
}

/** What the bodies set about approvals and what the items are about, for any number of matters at once. */
export interface Approvals {
  readonly rules: ReadonlyMap<string, ApprovalFact['rules']>
  readonly fields: ReadonlyMap<string, string>
}

/** Whoever may be waited for in these bodies: their people, the county's supervisors, and who was assigned by name. */
export async function holdersOf(client: PoolClient, region: string, bodies: readonly string[], persons: readonly string[], now: string): Promise<Holder[]> {
  const rows = await run<{ person: string; name: string; posts: readonly (Omit<Post, 'unit' | 'rank' | 'fields'> & { unit: string | null; rank: Post['rank'] | null; fields: readonly string[] | null })[] }>(client, statement(`
    select p.id as person, p.name, jsonb_agg(held.post order by held.place, held.id) as posts from (
      select 1 as place, o.id, o.person, jsonb_build_object('kind', o.kind, 'body', o.body, 'unit', o.unit, 'rank', o.rank, 'fields', o.fields) as post
      from faheng.post o where o.region = $1 and (o.body = any ($2) or o.kind = 'supervisor' or o.person = any ($3))
        and o.from_at <= $4 and (o.until_at is null or $4 < o.until_at) and not faheng.has_left(o.region, o.person, o.body, o.from_at, $4)
      union all
      select 2, d.id, d.person, jsonb_build_object('kind', 'head', 'body', d.body, 'unit', null, 'rank', null, 'fields', null,
        'delegation', jsonb_build_object('id', d.id, 'to', case d.post when 'head' then 'deputy' else d.post end, 'acts', d.acts))
      from faheng.delegation d where d.region = $1 and d.body = any ($2) and d.from_at <= $4 and $4 < d.until_at
        and exists (select from faheng.post o where o.region = d.region and o.person = d.person and o.body = d.body and o.kind = d.post
          and o.from_at <= $4 and (o.until_at is null or $4 < o.until_at)
            and not faheng.has_left(o.region, o.person, o.body, o.from_at, $4))) as held
    join faheng.person p on p.region = $1 and p.id = held.person group by p.id, p.name order by p.name, p.id`), [region, bodies, persons, now])
  return rows.map(({ posts, ...person }) => ({
    ...person,
    posts: posts.map(({ unit, rank, fields, ...post }) => ({ ...post, ...(unit ? { unit } : {}), ...(rank ? { rank } : {}), ...(fields ? { fields } : {}) })),
  }))
}

export async function approvalsOf(client: PoolClient, region: string, bodies: readonly string[], items: readonly string[], now: string): Promise<Approvals> {
  const [rules, fields] = await Promise.all([
    run<{ body: string; rules: ApprovalFact['rules'] }>(client, statement(`
      select body, jsonb_object_agg(act, jsonb_build_object('ranks', to_jsonb(ranks), 'inField', in_field)) as rules from faheng.approval_rule
      where region = $1 and body = any ($2) and from_at <= $3 and (until_at is null or $3 < until_at) group by body`), [region, bodies, now]),
    run<{ item: string; field: string }>(client, statement(`
      select distinct on (item) item, field from faheng.item_version where region = $1 and item = any ($2) order by item, version desc`), [region, items]),
  ])
  return { rules: new Map(rules.map((each) => [each.body, each.rules])), fields: new Map(fields.map((each) => [each.item, each.field])) }
}

export const itemsIn = (state: MatterState & { readonly violations?: readonly { readonly item: string }[] }): string[] => (state.violations ?? []).map((each) => each.item)

/** Whether this person may do what the matter waits for, judged as `perform` will. */
export function mayDo(procedure: string, act: string, state: MatterState, actor: Actor, { rules, fields }: Approvals): boolean {
  const definition = procedures[procedure]?.acts[act]
  const approval = { rules: rules.get(state.body) ?? {}, fields: [...new Set(itemsIn(state).map((item) => fields.get(item) ?? '').filter(Boolean))] }
  return definition !== undefined && standing(definition, state, actor, { kind: act, facts: { approval } }) !== undefined
}

/** A head waits in a unit head's place: his only while no unit head may act (R5). */
export function standsIn(procedure: string, act: string, post: PostKind): boolean {
  const by = procedures[procedure]?.acts[act]?.by
  return by !== undefined && by !== 'system' && by.of === 'unit' && postsOf(by)[0] !== post
}

/** Who may do it; those the law names first before those who stand in for them. Named persons where the matter waits for persons. */
export function eligible(procedure: string, act: string, state: MatterState, holders: readonly Holder[], approvals: Approvals, named: readonly string[] = []): Holder[] {
  const able = holders.filter((each) => (named.length === 0 || named.includes(each.person)) && mayDo(procedure, act, state, each, approvals))
  const first = able.filter(({ posts }) => posts.some((post) => !post.delegation && !standsIn(procedure, act, post.kind) && post.kind !== 'head'))
  return standsIn(procedure, act, 'head') && first.length > 0 ? first : able
}
