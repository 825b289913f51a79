import type { Static } from 'typebox'
import type { RecordsAnswer, RecordsFilter } from '@faheng/api/plan.ts'
import { quantityNamed } from '@faheng/law/measures/quantity.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'

type Row = Static<typeof RecordsAnswer>['rows'][number]

/** The records behind a figure, those that lower it first: there is something to do. @throws NotFound for a name that counts nothing */
export async function recordsBehind(context: Context, session: Session, filter: Static<typeof RecordsFilter>): Promise<Static<typeof RecordsAnswer>> {
  const { part, whole, year, body = null, after = '' } = filter
  const known = quantityNamed(whole)
  if (!known || !quantityNamed(part)) throw new NotFound()
  const query = known.source === 'acts' ? matters : known.of === 'officer' ? officers : known.of === 'item' ? items : undefined
  if (!query) return { rows: [], next: null }
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const given = known.source === 'acts' ? [session.region, whole, part, `${year}-01`, `${year}-12`] : [session.region, dayOf(context.clock()), context.clock(), part]
    const rows = await run<Row & { key: string }>(client, query, [...given, body, after])
    return { rows: rows.slice(0, page).map(({ key: _key, ...row }) => row), next: rows.length > page ? (rows[page - 1]?.key ?? null) : null }
  })
}

const page = 50

const matters = statement(`
  select r.matter as id, 'matter' as kind, coalesce(m.number, r.matter) as name, r.body, r.month, p.matter is not null as kept,
    (p.matter is not null)::int || r.month || r.matter as key
  from faheng.measure_record r
  left join faheng.measure_record p on p.region = r.region and p.matter = r.matter and p.name = $3
  left join faheng.matter m on m.region = r.region and m.id = r.matter
  where r.region = $1 and r.name = $2 and r.month between $4 and $5 and ($6::text is null or r.body = $6)
    and (p.matter is not null)::int || r.month || r.matter > $7
  order by key limit 51`)

const officers = statement(`
  with shown as (
    select o.person as id, 'person' as kind, p.name, o.body, null as month, $4 = 'officers-certified' and exists (
        select from faheng.certificate c where c.region = o.region and c.person = o.person and c.from_at <= $3 and $3 < c.until_at
          and not coalesce(c.suspended_from <= $3 and (c.suspended_until is null or $3 < c.suspended_until), false)
          and not faheng.certificate_over(c.region, c.issuer, c.number, c.person, c.from_at, $3)) as kept
    from (select distinct region, person, body from faheng.post where region = $1 and kind = 'officer' and from_at <= $3 and (until_at is null or $3 < until_at)
      and not faheng.has_left(region, person, body, from_at, $3)) o
    join faheng.person p on p.region = o.region and p.id = o.person
    where $2::date is not null and ($5::text is null or o.body = $5))
  select shown.*, kept::int || id as key from shown where kept::int || id > $6 order by key limit 51`)

const items = statement(`
  with shown as (
    select i.item as id, 'item' as kind, i.title as name, i.body, null as month, case $4
        when 'items-benchmarked' then exists (select from faheng.benchmark_version b where b.region = i.region and b.item = i.item and b.valid_from <= $2::date and (b.valid_until is null or $2::date < b.valid_until))
        when 'items-confirmed' then i.status = 'parsed' and i.published
        else false end as kept
    from (select distinct on (item) * from faheng.item_version where region = $1 and valid_from <= $2::date and (valid_until is null or $2::date < valid_until) order by item, version desc) i
    where $3::timestamptz is not null and ($5::text is null or i.body = $5)
      and ($4 <> 'items-unused' or not exists (select from faheng.decided d where d.region = i.region and d.item = i.item and d.conduct_from > $2::date - interval '60 months')))
  select shown.*, kept::int || id as key from shown where kept::int || id > $6 order by key limit 51`)
