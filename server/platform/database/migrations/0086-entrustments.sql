-- 处罚法 20, 21 (R31): what an organisation does in its principal's name is written by acts, one row for each item of a letter.
-- On [valid_from, valid_until); being the principal's body alone lets it do nothing any more.
create table faheng.entrustment (
  region text not null,
  id text not null,
  organisation text not null,
  principal text not null,
  item text not null,
  norm text not null,
  authority text not null,
  published date not null,
  place text not null,
  valid_from date not null,
  valid_until date not null,
  matter text,
  recorded timestamptz(3) not null,
  primary key (region, id)
);
create index entrustment_by_organisation on faheng.entrustment (region, organisation, item); -- competence, matrix
create index entrustment_by_item on faheng.entrustment (region, item);                       -- public catalogue
create index entrustment_by_matter on faheng.entrustment (region, matter) where matter is not null; -- rebuild, refold

alter table faheng.entrustment enable row level security;
alter table faheng.entrustment force row level security;
grant select, insert, update, delete on faheng.entrustment to faheng_worker, faheng_app;
grant select on faheng.entrustment to faheng_facts;
create policy worker on faheng.entrustment to faheng_worker using (true) with check (true);
create policy facts on faheng.entrustment for select to faheng_facts using (true);
create policy county on faheng.entrustment for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.person', true), '') is not null);
create policy record on faheng.entrustment for insert to faheng_app with check (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));
create policy revise on faheng.entrustment for update to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));
create policy retire on faheng.entrustment for delete to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));

drop function faheng.fact_items(text, text, text[], date[], text[], date);

grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

-- As in 0070; an entrusted organisation is competent for what a published letter covers on the act's day, and its principal holds.
create function faheng.fact_items(county text, of_body text, items text[], conducts date[], townships text[], act_day date)
returns table (item text, conduct date, version text, competent boolean, norm_in_force boolean, published boolean,
  limitation_years integer, harm_years integer, kinds text[], branches jsonb,
  changed boolean, later_version text, later_kinds text[], later_branches jsonb, unregistered boolean)
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
              or exists (select from faheng.entrustment e where e.region = county and e.organisation = of_body and e.item = a.item and e.principal = v.body
                and e.valid_from <= act_day and act_day < e.valid_until)))
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
      join faheng.statute_change c on c.region = county and c.statute = base -> 'citation' ->> 'statute'
        and c.effective > a.conduct and c.effective <= act_day
      where c.articles is null or exists (
        select from jsonb_array_elements(c.articles) t where t ->> 'kind' <> 'new' and t ->> 'article' = base -> 'citation' ->> 'article'
          and coalesce(t ->> 'sub', '0') = coalesce(base -> 'citation' ->> 'sub', '0'))) or exists (
      select from jsonb_array_elements(norm.bases) base
      join faheng.statute_version s on s.region = county and s.statute = base -> 'citation' ->> 'statute'
        and s.in_force <= a.conduct and (s.repealed is null or a.conduct < s.repealed)
      where s.repealed <= act_day and not exists (
        select from faheng.statute_change c where c.region = county and c.statute = s.statute and c.effective > a.conduct and c.effective <= act_day)),
    later.version::text, later.kinds, later.branches,
    not exists (
      select from jsonb_array_elements(norm.bases) base
      join faheng.statute_version s on s.region = county and s.statute = base -> 'citation' ->> 'statute')
  from unnest(items, conducts, townships) as a (item, conduct, township)
  join lateral (
    select * from faheng.item_version v where v.region = county and v.item = a.item
    order by (v.valid_from <= a.conduct and (v.valid_until is null or a.conduct < v.valid_until)) desc, v.version desc limit 1) norm on true
  left join lateral (
    select v.version, v.kinds, v.branches from faheng.item_version v where v.region = county and v.item = a.item and v.version <> norm.version
      and v.valid_from > a.conduct and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until)
    order by v.version desc limit 1) later on true;
end $$;

-- Of these bodies those that act in another's name: whose they are, how many may enforce in them, and what they hold from that day on.
create function faheng.fact_entrusted(county text, bodies text[], at timestamptz)
returns table (body text, principal text, name text, certified integer, items jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare on_day date := (at at time zone 'Asia/Shanghai')::date;
begin return query
  select b.id, b.principal, b.name,
    (select count(*)::integer from faheng.fact_certificates(county, array(select distinct p.person from faheng.post p
      where p.region = county and p.body = b.id and p.kind in ('officer', 'unit-head', 'head') and p.from_at <= at and (p.until_at is null or at < p.until_at)), at) c where c.valid),
    coalesce((select jsonb_agg(jsonb_build_object('item', e.item, 'until', e.valid_until) order by e.item, e.valid_until) from faheng.entrustment e
      where e.region = county and e.organisation = b.id and on_day < e.valid_until), '[]')
  from faheng.body b
  where b.region = county and b.id = any (bodies) and b.kind = 'entrusted' and b.principal is not null
    and b.valid_from <= on_day and (b.valid_until is null or on_day < b.valid_until);
end $$;

-- 处罚法 20(2): both publish the letter. Beside each published item of the public catalogue, who acts in the body's name on the day.
create function faheng.public_entrustments(county text, on_day date, items text[])
returns table (item text, name text, norm text, authority text, published date, place text, "from" date, until date)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select e.item, coalesce((select b.name from faheng.body b where b.region = county and b.id = e.organisation order by b.valid_from desc limit 1), e.organisation),
    e.norm, e.authority, e.published, e.place, e.valid_from, e.valid_until - 1
  from faheng.entrustment e
  where e.region = county and e.item = any (items) and e.valid_from <= on_day and on_day < e.valid_until
    and exists (select from faheng.item_version i where i.region = county and i.item = e.item and i.published)
  order by e.item, e.organisation, e.valid_from;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
do $$
declare f regprocedure;
begin
  foreach f in array array['faheng.fact_items(text, text, text[], date[], text[], date)'::regprocedure, 'faheng.fact_entrusted(text, text[], timestamptz)'::regprocedure,
      'faheng.public_entrustments(text, date, text[])'::regprocedure] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to faheng_app', f);
  end loop;
end $$;
