-- What a guard says of a certificate that was cancelled or revoked by its own procedure, who of a team serves in the body no more,
-- and who is entered twice.
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

-- As in 0036; cancelled or revoked, it has ended: not expired, though its term was cut short by it.
create or replace function faheng.fact_certificates(county text, persons text[], at timestamptz)
returns table (person text, valid boolean, lack text, fields text[], joint boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select distinct on (p.person) p.person, c.lack is null and c.number is not null,
    case when c.number is null then 'none' else c.lack end, coalesce(c.fields, '{}'),
    coalesce((select f.category from faheng.officer_profile f
      where f.region = county and f.person = p.person and f.valid_from <= (at at time zone 'Asia/Shanghai')::date order by f.valid_from desc limit 1) in (
        select r.category from (select distinct on (e.category) e.category, e.rule from faheng.certificate_eligibility e
          where e.region = county and e.valid_from <= (at at time zone 'Asia/Shanghai')::date
            and (e.valid_until is null or (at at time zone 'Asia/Shanghai')::date < e.valid_until)
          order by e.category, e.valid_from desc) as r where r.rule = 'joint'
        union all
        select 'seconded' where not exists (select from faheng.certificate_eligibility e where e.region = county and e.category = 'seconded')), false)
  from unnest(persons) as p (person)
  left join lateral (
    select number, fields, from_at, case
      when left(county, length(regexp_replace(valid_region, '(00)+$', ''))) <> regexp_replace(valid_region, '(00)+$', '') then 'other-region'
      when at < from_at then 'not-yet'
      when faheng.certificate_over(county, issuer, number, p.person, from_at, at) then 'ended'
      when at >= until_at and exists (select from faheng.matter_state s where s.region = county and s.matter = certificate.matter
        and (s.state ->> 'endedAt')::timestamptz <= certificate.until_at) then 'ended'
      when at >= until_at then 'expired'
      when at >= suspended_from and (suspended_until is null or at < suspended_until) then 'suspended' end as lack
    from faheng.certificate where region = county and certificate.person = p.person) c on true
  order by p.person, (c.lack is null) desc, c.from_at desc, c.number;
end $$;

-- As in 0036; and whoever has a certificate and no post in the body any more, unless a joint action of that day names him (处罚法 26).
create or replace function faheng.thin_matters(county text, units text[], bodies text[], at timestamptz)
returns table (matter text, person text, lack text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare on_day text := (at at time zone 'Asia/Shanghai')::date::text;
begin
  if county is distinct from nullif(current_setting('app.region', true), '') then return; end if;
  return query
  with handling as (
    select m.id, m.body, r.person from faheng.matter m
    join faheng.reader r on r.region = county and r.matter = m.id and r.up_to_seq is null
    where m.region = county and not m.ended and (m.unit = any (units) or m.body = any (bodies))),
  standing as (
    select c.person, case when not c.valid then c.lack end as lack
    from faheng.fact_certificates(county, (select coalesce(array_agg(distinct h.person), '{}') from handling h), at) c),
  lacking as (
    select h.id, h.person, coalesce(l.lack, 'no-post') as lack, l.lack is null as elsewhere from handling h join standing l on l.person = h.person
    where l.lack is not null or not exists (select from faheng.post o where o.region = county and o.person = h.person and o.body = h.body
      and o.from_at <= at and (o.until_at is null or at < o.until_at) and not faheng.has_left(county, o.person, o.body, o.from_at, at)))
  select h.id, h.person, h.lack from lacking h
  join faheng.matter_state s on s.region = county and s.matter = h.id
  where s.state -> 'team' ? h.person
    and not (h.elsewhere and exists (select from jsonb_array_elements(s.state -> 'joint') j
      where j -> 'officers' ? h.person and j ->> 'from' <= on_day and coalesce(on_day <= j ->> 'until', true)))
  order by h.id, h.person limit 200;
end $$;

-- For whoever looks at the county: people entered under several ids with one ID number, each with the first of them.
create function faheng.twins(county text)
returns table (person text, first text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin
  if county is distinct from nullif(current_setting('app.region', true), '') or nullif(current_setting('app.county', true), '') is null then return; end if;
  return query
  with marks as (select distinct on (f.person) f.person, f.id_mark from faheng.officer_profile f where f.region = county order by f.person, f.valid_from desc)
  select t.person, t.first from (select m.person, min(m.person) over same as first, count(*) over same as times from marks m where m.id_mark is not null window same as (partition by m.id_mark)) t
  where t.times > 1;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.twins(text) from public;
grant execute on function faheng.twins(text) to faheng_app;
