import type { Pool, PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { EvaluationAnswer, EvaluationFilter } from '@faheng/api/townships.ts'
import { dayOf, endOfDay, instantAt, isDay, msOf, type Day, type Instant } from '@faheng/law/time/day.ts'
import { borne, evaluationRule, suggest, type GrantFigures } from '@faheng/law/townships/evaluation.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import { Malformed, NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'

/**
 * Each township × item held in the period, from acts and registers (处罚法 24(1), measure 25). $1 county, $2 and $3 the period,
 * $4 the township's body or all, $5 the instant at which certificates are looked at. Of the cases only those are opened in which
 * anything happened since the period began, or was found late in it, for that is known on the day it was entered: a year opens as many
 * however many came before it. What belongs to a case is looked up
 * case by case: a planner that takes them for many reads all there is.
 */
const evaluated = statement(`
  with held as (
    select g.township, b.id as body, b.short_name as name, g.item, min(g.valid_from) as from, case when bool_or(g.valid_until is null) then null else max(g.valid_until) end as until
    from faheng.township_grant g
    join lateral (select o.id, o.short_name from faheng.body o where o.region = g.region and o.township = g.township and o.kind = 'township' order by o.valid_from desc limit 1) b on true
    where g.region = $1 and g.valid_from <= $3::date and (g.valid_until is null or $2::date < g.valid_until) and ($4::text is null or b.id = $4)
    group by g.township, b.id, b.short_name, g.item),
  handled as materialized (
    select distinct m.id, m.body, m.filed, v ->> 'item' as item from faheng.matter m
    cross join lateral (select state -> 'violations' as found from faheng.matter_state where region = m.region and matter = m.id limit 1) s
    cross join lateral jsonb_array_elements(case when jsonb_typeof(s.found) = 'array' then s.found else '[]' end) v
    where m.region = $1 and m.procedure = 'penalty-ordinary' and m.body = any (array(select distinct body from held))
      and m.filed <= $3::date and (m.occurred >= $2::date::timestamp at time zone 'Asia/Shanghai'
        or m.id in (select matter from faheng.finding where region = $1 and rule like '%-late' and lifted_seq is null and found between $2::date and $3::date))),
  filed as (select body, item, count(*)::int as cases from handled where filed between $2::date and $3::date group by body, item),
  decided as (
    select c.body, c.item, count(*)::int as decided from handled c
    where c.filed between $2::date and $3::date and exists (select from faheng.decided d where d.region = $1 and d.matter = c.id and d.item = c.item limit 1) group by c.body, c.item),
  done as (
    select c.body, c.item, sum(t.acts)::int as acts, sum(t.corrected)::int as corrected from handled c
    cross join lateral (
      select count(*) as acts, count(*) filter (where kind in ('approve-rectification', 'revoke-own-decision')) as corrected from faheng.act
      where region = $1 and matter = c.id and occurred >= $2::date::timestamp at time zone 'Asia/Shanghai' and occurred < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai') t
    group by c.body, c.item),
  late as (
    select c.body, c.item, sum(f.late)::int as late from handled c
    cross join lateral (
      select count(*) as late from faheng.finding where region = $1 and matter = c.id and rule like '%-late' and lifted_seq is null and found between $2::date and $3::date) f
    group by c.body, c.item),
  refused as (
    select body, item, sum(tries)::int as refused from faheng.refused_try where region = $1 and day between $2::date and $3::date group by body, item),
  able as (
    select o.body, (select count(*)::int from faheng.certificate c where c.region = $1 and c.person = any (array_agg(distinct o.person))
      and c.from_at <= $5::timestamptz and $5::timestamptz < c.until_at and not faheng.certificate_over($1, c.issuer, c.number, c.person, c.from_at, $5::timestamptz)) as certified
    from faheng.post o where o.region = $1 and o.body in (select body from held) and o.kind in ('officer', 'unit-head', 'head')
      and o.from_at <= $5::timestamptz and (o.until_at is null or $5::timestamptz < o.until_at) group by o.body)
  select h.township, h.body, h.name, h.item, coalesce(i.title, h.item) as title, h.from, h.until, coalesce(able.certified, 0) as certified,
    coalesce(filed.cases, 0) as cases, coalesce(decided.decided, 0) as decided, coalesce(done.acts, 0) as acts, coalesce(late.late, 0) as late,
    coalesce(done.corrected, 0) as corrected, coalesce(refused.refused, 0) as refused
  from held h left join able on able.body = h.body
  left join filed on filed.body = h.body and filed.item = h.item
  left join decided on decided.body = h.body and decided.item = h.item
  left join done on done.body = h.body and done.item = h.item
  left join late on late.body = h.body and late.item = h.item
  left join refused on refused.body = h.body and refused.item = h.item
  left join lateral (select title from faheng.item_version v where v.region = $1 and v.item = h.item order by v.version desc limit 1) i on true
  order by h.township, h.item`)

/** How well each power given to a township was carried in a period, for the plan of the county; `at` lies in its last day. */
export async function grantsAt(client: PoolClient, region: string, { from, to, at }: { readonly from: Day; readonly to: Day; readonly at: Instant }) {
  const rows = await run<{ township: string; body: string; item: string } & GrantFigures>(client, evaluated, [region, from, to, null, at])
  return rows.map(({ township, body, item, ...figures }) => ({ township, body, item, borne: borne(figures) }))
}

/** All a township did with its powers in a period, item by item added up; certified officers as of its end. */
export async function figuresOf(worker: Pool, region: string, body: string, [from, to]: readonly [Day, Day], now: Instant): Promise<GrantFigures & { readonly from: Day; readonly to: Day }> {
  const rows = await run<GrantFigures & object>(worker, evaluated, [region, from, to, body, lastOf(to, now)])
  const sum = (name: keyof GrantFigures): number => rows.reduce((n, row) => n + row[name], 0)
  return { from, to, cases: sum('cases'), decided: sum('decided'), acts: sum('acts'), refused: sum('refused'), late: sum('late'), corrected: sum('corrected'), certified: rows[0]?.certified ?? 0 }
}

type Row = Omit<Static<typeof EvaluationAnswer>['rows'][number], 'suggestion' | 'reason'> & GrantFigures & { readonly body: string }

/** A period that is over is judged on who was certified at its end, not on who is today. */
const lastOf = (to: Day, now: Instant): Instant => (to < dayOf(now) ? instantAt(msOf(endOfDay(to)) - 1) : now)

/** The county for its supervisors, his own township for its head. @throws NotFound for everybody else */
export async function evaluation(context: Context, session: Session, { from, to }: Static<typeof EvaluationFilter>): Promise<Static<typeof EvaluationAnswer>> {
  for (const [name, given] of [['from', from], ['to', to]] as const) if (!isDay(given)) throw new Malformed(`/${name}`, words('没有这一天', 'There is no such day'))
  if (to < from || from > dayOf(context.clock())) throw new Malformed('/to', words('期间不正确', 'The period is not in order'))
  const supervises = session.posts.some(({ kind }) => kind === 'supervisor')
  const own = session.posts.find(({ kind }) => kind === 'head')?.body
  if (!supervises && own === undefined) throw new NotFound()
  const { worker } = context.pools
  const [rows, [county]] = await Promise.all([
    run<Row & object>(worker, evaluated, [session.region, from, to, supervises ? null : own, lastOf(to, context.clock())]),
    run<{ name: string }>(worker, statement('select name from faheng.region where region = $1'), [session.region]),
  ])
  return { county: county?.name ?? session.region, rule: evaluationRule, rows: rows.map(({ body: _body, ...row }) => ({ ...row, ...suggest(row) })) }
}
