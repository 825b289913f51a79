import type { Static } from 'typebox'
import type { CleaningAnswer, CleaningOrder, CleaningOrdered, FlaggedAnswer } from '@faheng/api/catalogue.ts'
import { addYears, type Day, dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { perform, type Acts } from '../../acts/index.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import { Malformed, NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { standsOn } from '../items-on.ts'

/**
 * What of the catalogue should be gone through (measure 22), from the registers and from acts: no norm in force behind it, no case
 * in five years, hardly any, or never confirmed. $1 county, $2 today, $3 five years ago, $4 a body or all.
 *
 * A basis counts where its statute is not in the register (that is not doubted), or is in force and, where its text is loaded, has
 * the article. Use is known of penalties alone, so only those are called unused; and only items that are five years old: by their
 * first version, or, where they came in by a table of today, by the statute they rest on, if the cases on record reach back as far.
 */
const flagged = `
  select i.item, i.body, i.title, i.kind, i.published,
    coalesce(b.stands, true) as stands, i.status <> 'parsed' as unconfirmed, coalesce(u.cases, 0)::int as cases, u.last,
    i.kind = 'penalty' and u.cases is null and (f.since <= $3 or (f.imported and b.since <= $3 and k.since <= $3)) as unused, i.kind = 'penalty' and coalesce(u.cases, 0) between 1 and 2 as rare
  from faheng.item_version i
  cross join (select min(m.filed) as since from faheng.matter m where m.region = $1 and m.procedure like 'penalty%') k
  join lateral (select min(o.valid_from) as since, bool_and(o.source = 'import') as imported from faheng.item_version o where o.region = i.region and o.item = i.item) f on true
  left join lateral (
    select min(c.since) as since, bool_or(not exists (select from faheng.statute_version s where s.region = i.region and s.statute = c.citation ->> 'statute')
      or exists (select from faheng.statute_version s where s.region = i.region and s.statute = c.citation ->> 'statute' and s.in_force <= $2 and (s.repealed is null or $2 < s.repealed)
        and (not exists (select from faheng.statute_text t where t.region = s.region and t.statute = s.statute and t.version = s.version)
          or exists (select from faheng.statute_article a where a.region = s.region and a.statute = s.statute and a.version = s.version
            and a.number = (c.citation ->> 'article')::int and a.sub = coalesce((c.citation ->> 'sub')::int, 0))))) as stands
    from (select base -> 'citation' as citation, (select min(s.in_force) from faheng.statute_version s where s.region = i.region and s.statute = base -> 'citation' ->> 'statute') as since
      from jsonb_array_elements(i.bases) base) c) b on true
  left join (
    select d.item, count(distinct d.matter) as cases, max(m.filed) as last from faheng.decided d join faheng.matter m on m.region = d.region and m.id = d.matter
    where d.region = $1 and m.filed > $3 group by d.item) u on u.item = i.item
  where i.region = $1 and ($4::text is null or i.body = $4) and ${standsOn('$2')}`

interface FlaggedRow {
  readonly item: string
  readonly body: string
  readonly title: string
  readonly stands: boolean
  readonly unconfirmed: boolean
  readonly cases: number
  readonly last: Day | null
  readonly unused: boolean
  readonly rare: boolean
}

/** The whole county for its supervisors, his own body for everybody else. */
const bodyOf = ({ posts }: Session): string | null => (posts.some(({ kind }) => kind === 'supervisor') ? null : (posts[0]?.body ?? ''))

export async function cleaningBoard(context: Context, session: Session): Promise<Static<typeof CleaningAnswer>> {
  const today = dayOf(context.clock())
  const rows = await run<Omit<Static<typeof CleaningAnswer>['rows'][number], 'mayOrder'> & object>(context.pools.worker, statement(`
    with flagged as (${flagged})
    select f.body, coalesce(n.short_name, f.body) as "bodyName", f.items, f."withoutBasis", f.unused, f.rare, f.unconfirmed,
      (select count(*)::int from faheng.review_task t where t.region = $1 and t.body = f.body and t.kind = 'item' and t.done is null) as "reviewsOpen",
      (select count(*)::int from faheng.review_task t where t.region = $1 and t.body = f.body and t.kind = 'item' and t.done is null and t.due < $2) as "reviewsOverdue",
      r.matter, r.stage, r.due, coalesce(r.overdue, false) as overdue, coalesce(r.reminders, 0) as reminders, coalesce(r.listed, 0) as listed
    from (select body, count(*)::int as items, (count(*) filter (where not stands))::int as "withoutBasis", (count(*) filter (where unused))::int as unused,
        (count(*) filter (where rare))::int as rare, (count(*) filter (where unconfirmed))::int as unconfirmed from flagged group by body) f
    left join lateral (select short_name from faheng.body b where b.region = $1 and b.id = f.body order by valid_from desc limit 1) n on true
    left join lateral (
      select m.id as matter, m.stage, m.due, m.due < $2 and m.stage = 'review' as overdue, (s.state ->> 'reminders')::int as reminders, jsonb_array_length(s.state -> 'entries') as listed
      from faheng.matter m join faheng.matter_state s on s.region = m.region and s.matter = m.id
      where m.region = $1 and m.body = f.body and m.procedure = 'catalogue-review' order by m.filed desc, m.id desc limit 1) r on true
    order by f.body`), [session.region, today, addYears(today, -5), bodyOf(session)])
  const [since] = await run<{ since: Day | null }>(context.pools.worker, statement(`select min(filed) as since from faheng.matter where region = $1 and procedure like 'penalty%'`), [session.region])
  const maySend = session.posts.some(({ kind }) => kind === 'supervisor')
  return { since: since?.since ?? null, rows: rows.map((row) => ({ ...row, mayOrder: maySend && !(row.stage === 'review' || row.stage === 'check') && groundsIn(row) > 0 })) }
}

const groundsIn = (row: { withoutBasis: number; unused: number; rare: number; unconfirmed: number }) => row.withoutBasis + row.unused + row.rare + row.unconfirmed

/** The items of a body that should be gone through, with the reason. @throws NotFound for another body's */
export async function flaggedItems(context: Context, session: Session, body: string): Promise<Static<typeof FlaggedAnswer>> {
  const own = bodyOf(session)
  if (own !== null && own !== body) throw new NotFound()
  const today = dayOf(context.clock())
  const rows = await run<FlaggedRow & object>(context.pools.worker, statement(`
    with flagged as (${flagged}) select * from flagged where not stands or unused or rare or unconfirmed order by stands, not unused, item limit 500`), [session.region, today, addYears(today, -5), body])
  return { rows: rows.map((row) => ({ id: row.item, title: row.title, grounds: groundsOf(row), cases: row.cases, last: row.last })) }
}

const groundsOf = ({ stands, unused, rare, unconfirmed }: FlaggedRow): string[] =>
  [...(stands ? [] : ['no-basis']), ...(unused ? ['unused'] : []), ...(rare ? ['rare'] : []), ...(unconfirmed ? ['unconfirmed'] : [])]

/**
 * Orders a body to go through what is flagged today: an act, so it waits on the desk of the body's legal unit until its term.
 * @throws NotFound, Malformed where nothing is to be gone through; Refused as the law has it
 */
export async function orderReview(context: Context & { readonly acts: Acts }, session: Session, { id, body, term }: Static<typeof CleaningOrder>): Promise<Static<typeof CleaningOrdered>> {
  const { rows } = await flaggedItems(context, session, body)
  if (rows.length === 0) throw new Malformed('/body', words('没有需要清理的事项', 'Nothing is to be gone through'))
  const items = rows.map((row) => ({ item: row.id, grounds: row.grounds }))
  const { matter } = await perform(context.acts, session, { matter: `m-${id}`, opens: { procedure: 'catalogue-review', body, unit: '' }, act: { id, kind: 'order-review', payload: { term, items } } })
  return { matter }
}
