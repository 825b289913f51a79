import type { Pool } from 'pg'
import { quantities, type Quantity } from '@faheng/law/measures/quantity.ts'
import { addDays, addMonths, dayOf, endOfDay, type Instant } from '@faheng/law/time/day.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'

/**
 * What the plan reads out of the dated registers: how each stood at the end of a month, the current month as it stands now.
 * A year's months that were never read are read too, so that a year begins with its history. @returns the months read
 */
export async function readRegisters(worker: Pool, region: string, now: Instant): Promise<string[]> {
  const thisMonth = dayOf(now).slice(0, 7)
  const year = Array.from({ length: 12 }, (_, back) => addMonths(`${thisMonth}-01`, -back).slice(0, 7))
  const known = await run<{ month: string }>(worker, statement(`select distinct month from faheng.measure_figure where region = $1 and name = 'bodies' and month = any ($2)`), [region, year])
  const months = year.filter((month) => month === thisMonth || !known.some((each) => each.month === month))
  for (const month of months) await readMonth(worker, region, month, now)
  return months
}

async function readMonth(worker: Pool, region: string, month: string, now: Instant): Promise<void> {
  const last = addDays(addMonths(`${month}-01`, 1), -1)
  const closed = endOfDay(last) <= now
  const [day, at] = closed ? [last, endOfDay(last)] : [dayOf(now), now]
  await inTransaction(worker, async (client) => {
    const rows = await run<{ body: string; name: string; value: number }>(client, stocks, [region, at, day])
    await run(client, statement('delete from faheng.measure_figure where region = $1 and month = $2 and name = any ($3)'), [region, month, names])
    await run(client, statement(`
      insert into faheng.measure_figure (region, month, body, name, value)
      select $1, $2, body, name, value from jsonb_to_recordset($3) as r (body text, name text, value bigint) where value > 0`), [region, month, JSON.stringify(rows)])
  })
}

const names = Object.values<Quantity>(quantities).flatMap(({ id, source }) => (source === 'registers' ? [id] : []))

/** $1 county, $2 instant, $3 day. One row a body and quantity; what cannot be laid to a body stands under ''. */
const stocks = statement(`
  with held as (
      select distinct person, kind, body, qualified from faheng.post
      where region = $1 and from_at < $2 and (until_at is null or $2 <= until_at) and not faheng.has_left(region, person, body, from_at, $2)),
    card as (
      select person, issuer, number from faheng.certificate
      where region = $1 and from_at < $2 and $2 <= until_at and not coalesce(suspended_from < $2 and (suspended_until is null or $2 <= suspended_until), false)
        and not faheng.certificate_over(region, issuer, number, person, from_at, $2)),
    item as (
      select distinct on (item) item, body, status, published from faheng.item_version
      where region = $1 and valid_from <= $3::date and (valid_until is null or $3::date < valid_until) order by item, version desc),
    used as (select distinct item from faheng.decided where region = $1 and conduct_from > $3::date - interval '60 months' and conduct_from <= $3::date),
    review as (
      select body, done is not null and (done at time zone 'Asia/Shanghai')::date <= due as kept from faheng.review_task
      where region = $1 and due >= date_trunc('year', $3::date) and due <= $3::date),
    organ as (
      select id, kind, exists (select from faheng.township_grant g where g.region = $1 and g.township = b.township
          and g.valid_from <= $3::date and (g.valid_until is null or $3::date < g.valid_until)) as granted
      from faheng.body b
      where region = $1 and kind in ('organ', 'township') and valid_from <= $3::date and (valid_until is null or $3::date < valid_until)),
    officer as (select distinct body, person, person in (select person from card) as certified from held where kind = 'officer'),
    counted (body, name, value) as (
      select body, 'officers', count(*) from officer group by body
      union all select body, 'officers-certified', count(*) from officer where certified group by body
      union all select coalesce(h.body, ''), 'certificates', count(*) from card left join (select person, min(body) as body from held group by person) h using (person) group by 1
      union all select h.body, 'certificates-proper', count(*) from card join (select person, min(body) as body from held group by person) h using (person)
        where (select count(*) from card other where other.person = card.person) = 1 group by 1
      union all select body, 'items', count(*) from item group by body
      union all select body, 'items-benchmarked', count(*) from item where exists (
          select from faheng.benchmark_version b where b.region = $1 and b.item = item.item and b.valid_from <= $3::date and (b.valid_until is null or $3::date < b.valid_until)) group by body
      union all select body, 'items-confirmed', count(*) from item where status = 'parsed' and published group by body
      union all select body, 'items-unused', count(*) from item where item not in (select item from used) group by body
      union all select body, 'reviews', count(*) from review group by body
      union all select body, 'reviews-done', count(*) from review where kept group by body
      union all select id, 'bodies', 1 from organ where kind = 'organ'
      union all select id, 'bodies-listed', 1 from organ where kind = 'organ' and id in (select body from item)
      union all select id, 'townships', 1 from organ where kind = 'township' and granted
      union all select id, 'townships-staffed', 1 from organ where kind = 'township' and granted and (select count(*) from officer where body = id and certified) >= 2
      union all select body, 'staff', count(distinct person) from held where kind in ('officer', 'unit-head', 'legal-reviewer') group by body
      union all select body, 'staff-reviewers', count(distinct person) from held where kind = 'legal-reviewer' group by body
      union all select body, 'reviewers', count(distinct person) from held where kind = 'legal-reviewer' group by body
      union all select body, 'reviewers-qualified', count(distinct person) from held where kind = 'legal-reviewer' and qualified group by body)
  select body, name, value::int from counted`)
