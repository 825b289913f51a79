-- 处罚法 58(2), R5: who is qualified to review is told by his post or by his profile (the national qualification, or reviewing since
-- before 2018), and the county pool holds counsel and public lawyers beside the reviewers of bodies.
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

create function faheng.qualified_to_review(county text, of_person text, on_day date) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return coalesce((select f.legal_qualification or coalesce(f.reviewing_since < '2018-01-01', false) from faheng.officer_profile f
    where f.region = county and f.person = of_person and f.valid_from <= on_day order by f.valid_from desc limit 1), false);
end $$;

-- Who reviews in a body at the instant, and the pool's counsel and lawyers; nobody who left and serves nowhere any more.
create function faheng.county_reviewers(county text, at timestamptz)
returns table (person text, qualified boolean)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
declare on_day date := (at at time zone 'Asia/Shanghai')::date;
begin return query
  with held as (
    select o.person, o.kind, o.qualified from faheng.post o
    where o.region = county and o.from_at <= at and (o.until_at is null or at < o.until_at) and not faheng.has_left(county, o.person, o.body, o.from_at, at)),
  latest as (
    select distinct on (f.person) f.person, f.reviewer_kind from faheng.officer_profile f where f.region = county and f.valid_from <= on_day order by f.person, f.valid_from desc)
  select r.person, bool_or(r.qualified) or faheng.qualified_to_review(county, r.person, on_day) from (
    select h.person, h.qualified from held h where h.kind = 'legal-reviewer'
    union all
    select l.person, false from latest l where l.reviewer_kind is not null and (l.person in (select h.person from held h)
      or not exists (select from faheng.departure d where d.region = county and d.person = l.person and d.ended_at <= at))) r
  group by r.person;
end $$;

create or replace function faheng.fact_reviewers(county text, persons text[], at timestamptz)
returns table (person text, qualified boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select p.person, coalesce(r.qualified, false) from unnest(persons) as p (person) left join faheng.county_reviewers(county, at) r on r.person = p.person;
end $$;

create or replace function faheng.fact_body_reviewers(county text, of_body text, at timestamptz)
returns table (person text, qualified boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select person, bool_or(qualified or faheng.qualified_to_review(county, person, (at at time zone 'Asia/Shanghai')::date)) from faheng.post
  where region = county and body = of_body and kind = 'legal-reviewer' and from_at <= at and (until_at is null or at < until_at)
    and not faheng.has_left(county, person, of_body, from_at, at)
  group by person order by person;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
do $$
declare f regprocedure;
begin
  foreach f in array array['faheng.qualified_to_review(text, text, date)'::regprocedure, 'faheng.county_reviewers(text, timestamptz)'::regprocedure] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to faheng_app, faheng_worker', f);
  end loop;
end $$;
