-- Whether a team lacks somebody is a question about few people: those who handle open cases of a body. It was asked of every open
-- case of the body, most of a second where eight thousand are open. Now: who handles any there, who of them lacks anything, and
-- only of those which cases.
create index reader_handling on faheng.reader (region, body, person, matter) where up_to_seq is null and open_until = 'infinity';
drop index faheng.matter_open_of_unit;
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;
create or replace function faheng.thin_matters(county text, units text[], bodies text[], at timestamptz)
returns table (matter text, person text, lack text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare on_day text := (at at time zone 'Asia/Shanghai')::date::text;
begin
  if county is distinct from nullif(current_setting('app.region', true), '') then return; end if;
  return query
  with recursive place as (
    select body from unnest(bodies) as b (body) union select o.body from faheng.post o where o.region = county and o.unit = any (units)),
  -- Each name once, by leaps through the index.
  handling as (
    select p.body, (select min(r.person) from faheng.reader r where r.region = county and r.body = p.body and r.up_to_seq is null and r.open_until = 'infinity') as person
    from place p
    union all
    select h.body, (select min(r.person) from faheng.reader r where r.region = county and r.body = h.body and r.person > h.person and r.up_to_seq is null and r.open_until = 'infinity')
    from handling h where h.person is not null),
  standing as (
    select c.person, case when not c.valid then c.lack end as lack
    from faheng.fact_certificates(county, (select coalesce(array_agg(distinct h.person), '{}') from handling h where h.person is not null), at) c),
  lacking as (
    select h.body, h.person, coalesce(l.lack, 'no-post') as lack, l.lack is null as elsewhere from handling h join standing l on l.person = h.person
    where l.lack is not null or not exists (select from faheng.post o where o.region = county and o.person = h.person and o.body = h.body
      and o.from_at <= at and (o.until_at is null or at < o.until_at) and not faheng.has_left(county, o.person, o.body, o.from_at, at)))
  select c.id, l.person, l.lack from lacking l cross join lateral (
    select m.id from faheng.reader r
    join faheng.matter m on m.region = county and m.id = r.matter
    join faheng.matter_state s on s.region = county and s.matter = r.matter
    where r.region = county and r.body = l.body and r.person = l.person and r.up_to_seq is null and r.open_until = 'infinity'
      and (l.body = any (bodies) or m.unit = any (units))
      and s.state -> 'team' ? l.person
      and not (l.elsewhere and exists (select from jsonb_array_elements(s.state -> 'joint') j
        where j -> 'officers' ? l.person and j ->> 'from' <= on_day and coalesce(on_day <= j ->> 'until', true)))
    order by r.matter limit 200) as c
  order by c.id, l.person limit 200;
end $$;
reset role;
revoke create on schema faheng from faheng_facts;
