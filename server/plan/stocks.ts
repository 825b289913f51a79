import { statement } from '../platform/database/run.ts'

/**
 * The dated registers as they stood. $1 county, $2 instant, $3 day. One row a thing and quantity; what cannot be laid to a body
 * stands under ''. `appraised` is no quantity: whose appraisal was confirmed in the year, for who is counted elsewhere.
 */
export const stocks = statement(`
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
      select id, body, done is not null and (done at time zone 'Asia/Shanghai')::date <= due as kept from faheng.review_task
      where region = $1 and due >= date_trunc('year', $3::date) and due <= $3::date),
    organ as (
      select id, kind, exists (select from faheng.township_grant g where g.region = $1 and g.township = b.township
          and g.valid_from <= $3::date and (g.valid_until is null or $3::date < g.valid_until)) as granted
      from faheng.body b
      where region = $1 and kind in ('organ', 'township') and valid_from <= $3::date and (valid_until is null or $3::date < valid_until)),
    officer as (select distinct body, person, person in (select person from card) as certified from held where kind = 'officer'),
    there as (select distinct id from faheng.body where region = $1 and valid_from <= $3::date and (valid_until is null or $3::date < valid_until)),
    unit as (select u.id, u.body from faheng.unit u where region = $1 and body in (select id from there)),
    kept as (
      select id, body, unit, kind, happened from faheng.unit_record r
      where region = $1 and struck is null and happened <= $3::date and happened >= date_trunc('year', $3::date)
        and not exists (select from faheng.unit_record x where x.region = $1 and x.struck = r.id and x.recorded < $2)),
    counted (name, body, id) as (
      select 'officers', body, person from officer
      union all select 'officers-certified', body, person from officer where certified
      union all select 'officers-reviewers', body, person from (select distinct body, person from held where kind = 'legal-reviewer') r
      union all select 'certificates', coalesce(h.body, ''), issuer || ' ' || number from card left join (select person, min(body) as body from held group by person) h using (person)
      union all select 'certificates-proper', h.body, issuer || ' ' || number from card join (select person, min(body) as body from held group by person) h using (person)
        where (select count(*) from card other where other.person = card.person) = 1
      union all select 'items', body, item from item
      union all select 'items-benchmarked', body, item from item where exists (
          select from faheng.benchmark_version b where b.region = $1 and b.item = item.item and b.valid_from <= $3::date and (b.valid_until is null or $3::date < b.valid_until))
      union all select 'items-confirmed', body, item from item where status = 'parsed' and published
      union all select 'items-unused', body, item from item where item not in (select item from used)
      union all select 'reviews', body, id from review
      union all select 'reviews-done', body, id from review where kept
      union all select 'bodies', id, id from organ where kind = 'organ'
      union all select 'bodies-listed', id, id from organ where kind = 'organ' and id in (select body from item)
      union all select 'townships', id, id from organ where kind = 'township' and granted
      union all select 'townships-staffed', id, id from organ where kind = 'township' and granted and (select count(*) from officer where body = organ.id and certified) >= 2
      union all select 'reviewers', body, person from (select distinct body, person from held where kind = 'legal-reviewer') r
      union all select 'reviewers-qualified', body, person from (select distinct body, person from held where kind = 'legal-reviewer' and (qualified or faheng.qualified_to_review($1, person, $3::date))) r
      union all select 'units', body, id from unit
      union all select 'units-led', body, id from unit where id in (select unit from kept where kind = 'party-building' and happened >= date_trunc('quarter', $3::date))
      union all select 'rewards', body, id from kept where kind = 'reward'
      union all select 'filers', id, id from there
      union all select 'filers-appraising', id, id from there where id in (
          select m.body from faheng.matter m join faheng.matter_state s on s.region = m.region and s.matter = m.id
          where m.region = $1 and m.procedure = 'appraisal' and m.filed <= $3::date and s.state ->> 'year' = left($3::text, 4) and not exists (
            select from faheng.act a where a.region = m.region and a.matter = m.id and a.kind = 'withdraw-appraisal' and a.occurred < $2))
      union all select 'appraised', m.body, s.state ->> 'person' from faheng.matter m join faheng.matter_state s on s.region = m.region and s.matter = m.id
        where m.region = $1 and m.procedure = 'appraisal' and m.stage = 'confirmed'
          and s.state ->> 'confirmedOn' between left($3::text, 4) || '-01-01' and $3::text)
  select name, body, id from counted`)
