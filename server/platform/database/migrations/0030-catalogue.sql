-- Adjustments of the item catalogue are acts: they bring versions into the register, which stand beside those before (D13). The
-- newest version that has begun counts; one without a day in it withdraws the item.
alter table faheng.item_version add column matter text;
create index item_version_by_matter on faheng.item_version (region, matter) where matter is not null; -- rebuild, refold
grant insert, update, delete on faheng.item_version to faheng_app;
create policy record on faheng.item_version for insert to faheng_app with check (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));
create policy revise on faheng.item_version for update to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));
create policy retire on faheng.item_version for delete to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));

grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

-- As in 0018, but competence rests on the version that counts.
create or replace function faheng.fact_items(county text, of_body text, items text[], conducts date[], townships text[], act_day date)
returns table (item text, conduct date, version text, competent boolean, norm_in_force boolean, published boolean,
  limitation_years integer, harm_years integer, kinds text[], branches jsonb,
  changed boolean, later_version text, later_kinds text[], later_branches jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select a.item, a.conduct, norm.version::text,
    exists (select from faheng.item_version v where v.region = county and v.item = a.item
        and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until)
        and not exists (select from faheng.item_version l where l.region = county and l.item = a.item and l.version > v.version and l.valid_from <= act_day)
        and ((not exists (select from faheng.township_grant g where g.region = county and g.item = a.item and g.township = a.township and g.exclusive
              and g.valid_from <= act_day and (g.valid_until is null or act_day < g.valid_until))
            and (v.body = of_body
              or v.body = (select b.principal from faheng.body b where b.region = county and b.id = of_body and b.kind = 'entrusted'
                and b.valid_from <= act_day and (b.valid_until is null or act_day < b.valid_until))))
          or exists (select from faheng.township_grant g join faheng.body b on b.region = county and b.id = of_body and b.township = g.township
                where g.region = county and g.item = a.item and (a.township is null or g.township = a.township)
                and g.valid_from <= act_day and (g.valid_until is null or act_day < g.valid_until)))),
    coalesce((
      select bool_or(s.in_force <= a.conduct and (s.repealed is null or a.conduct < s.repealed))
      from jsonb_array_elements(norm.bases) base
      join faheng.statute_version s on s.region = county and s.statute = base -> 'citation' ->> 'statute'), true),
    coalesce((select v.published from faheng.item_version v where v.region = county and v.item = a.item
      and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until) order by v.version desc limit 1), false),
    norm.limitation_years, norm.harm_years, norm.kinds, norm.branches,
    (later.version is not null and later.version <> norm.version) or exists (
      select from jsonb_array_elements(norm.bases) base
      join faheng.statute_version s on s.region = county and s.statute = base -> 'citation' ->> 'statute'
        and s.in_force <= a.conduct and (s.repealed is null or a.conduct < s.repealed)
      where s.repealed <= act_day),
    later.version::text, later.kinds, later.branches
  from unnest(items, conducts, townships) as a (item, conduct, township)
  join lateral (
    select * from faheng.item_version v where v.region = county and v.item = a.item
    order by (v.valid_from <= a.conduct and (v.valid_until is null or a.conduct < v.valid_until)) desc, v.version desc limit 1) norm on true
  left join lateral (
    select v.version, v.kinds, v.branches from faheng.item_version v where v.region = county and v.item = a.item and v.version <> norm.version
      and v.valid_from > a.conduct and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until)
    order by v.version desc limit 1) later on true;
end $$;

-- What an adjustment is written against: the newest version of each item, begun or to come, whole.
create function faheng.fact_catalogue(county text, items text[], act_day date)
returns table (item text, version integer, body text, standing boolean, "from" date, content jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select v.item, v.version, v.body, v.valid_until is null or (v.valid_until > v.valid_from and v.valid_until > act_day), v.valid_from,
    jsonb_build_object('title', v.title, 'field', v.field, 'kind', v.kind, 'bases', v.bases, 'kinds', to_jsonb(v.kinds), 'orders', to_jsonb(v.orders),
      'branches', v.branches, 'status', v.status, 'limitationYears', v.limitation_years, 'harmYears', v.harm_years, 'details', v.details)
  from unnest(items) as a (item)
  join lateral (select * from faheng.item_version i where i.region = county and i.item = a.item order by i.version desc limit 1) v on true;
end $$;

-- The rank of a statute, and from when to when its versions are in force.
create function faheng.fact_statutes(county text, statutes text[])
returns table (statute text, rank text, "inForce" jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select s.statute, (array_agg(s.rank order by s.in_force desc))[1],
    jsonb_agg(jsonb_strip_nulls(jsonb_build_object('from', s.in_force, 'until', s.repealed)) order by s.in_force)
  from faheng.statute_version s where s.region = county and s.statute = any (statutes) group by s.statute;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.fact_catalogue(text, text[], date), faheng.fact_statutes(text, text[]) from public;
grant execute on function faheng.fact_catalogue(text, text[], date), faheng.fact_statutes(text, text[]) to faheng_app;
