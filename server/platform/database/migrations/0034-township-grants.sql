-- Powers given to townships are written by acts (处罚法 24, R30, R31); a grant and its end may let who had filed before finish.
alter table faheng.township_grant add column matter text,
  add column department_finishes boolean not null default false,
  add column township_finishes boolean not null default false;
create index township_grant_by_matter on faheng.township_grant (region, matter) where matter is not null; -- rebuild, refold
grant insert, update, delete on faheng.township_grant to faheng_app;
create policy record on faheng.township_grant for insert to faheng_app with check (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));
create policy revise on faheng.township_grant for update to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));
create policy retire on faheng.township_grant for delete to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));

grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

-- The day from which this body may no more than finish (R30): the township whose grant ended, the department whose power was given away.
create function faheng.fact_finishing(county text, of_body text, items text[], townships text[], act_day date)
returns table (item text, ended text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select a.item, min(case when b.township = g.township then g.valid_until else g.valid_from end)::text
  from unnest(items, townships) as a (item, township)
  join faheng.township_grant g on g.region = county and g.item = a.item and (a.township is null or a.township = g.township)
  join lateral (select o.township from faheng.body o where o.region = county and o.id = of_body order by o.valid_from desc limit 1) b on true
  where case when b.township = g.township then g.township_finishes and g.valid_until <= act_day
    else g.department_finishes and g.exclusive and g.valid_from <= act_day and a.township is not null and exists (
      select from faheng.item_version v where v.region = county and v.item = a.item and v.body = of_body) end
  group by a.item;
end $$;

-- A township's body, how many of its people may enforce now, what it holds or will hold, and the open cases of it or in it.
create function faheng.fact_townships(county text, townships text[], at timestamptz)
returns table (township text, body text, certified integer, granted jsonb, open jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare on_day date := (at at time zone 'Asia/Shanghai')::date;
begin return query
  select a.township, b.id,
    (select count(*)::integer from faheng.fact_certificates(county, array(select distinct p.person from faheng.post p
      where p.region = county and p.body = b.id and p.kind in ('officer', 'unit-head', 'head') and p.from_at <= at and (p.until_at is null or at < p.until_at)), at) c where c.valid),
    coalesce((select jsonb_agg(distinct g.item) from faheng.township_grant g where g.region = county and g.township = a.township
      and (g.valid_until is null or on_day < g.valid_until)), '[]'),
    coalesce((select jsonb_agg(distinct jsonb_build_object('matter', m.id, 'body', m.body, 'item', v ->> 'item'))
      from faheng.matter m join faheng.matter_state s on s.region = m.region and s.matter = m.id
      cross join lateral jsonb_array_elements(case when jsonb_typeof(s.state -> 'violations') = 'array' then s.state -> 'violations' else '[]' end) v
      where m.region = county and m.procedure = 'penalty-ordinary' and not m.ended and (m.body = b.id or v ->> 'township' = a.township)), '[]')
  from unnest(townships) as a (township)
  join lateral (select o.id from faheng.body o where o.region = county and o.township = a.township
    and o.valid_from <= on_day and (o.valid_until is null or on_day < o.valid_until) order by o.valid_from desc limit 1) b on true;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
do $$
declare f regprocedure;
begin
  foreach f in array array['faheng.fact_finishing(text, text, text[], text[], date)'::regprocedure, 'faheng.fact_townships(text, text[], timestamptz)'::regprocedure] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to faheng_app', f);
  end loop;
end $$;
