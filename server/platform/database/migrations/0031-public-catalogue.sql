-- The catalogue for everybody: what is published and stands on a day, and what changed between two days. Nobody need sign in, so
-- these functions, and no policy, say which rows that is.
grant select on faheng.region to faheng_facts;
create policy facts on faheng.region for select to faheng_facts using (true);
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

create function faheng.public_items(county text, on_day date, of_body text, of_kind text, words text, after text, rows_wanted integer)
returns table (item text, version integer, body text, "bodyName" text, title text, field text, kind text, bases jsonb, kinds text[], orders text[],
  branches jsonb, details jsonb, "validFrom" date)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select i.item, i.version, i.body,
    coalesce((select b.name from faheng.body b where b.region = county and b.id = i.body and b.valid_from <= on_day order by b.valid_from desc limit 1), i.body),
    i.title, i.field, i.kind, i.bases, i.kinds, i.orders, i.branches, i.details, i.valid_from
  from faheng.item_version i
  where i.region = county and i.item > after and i.published and (of_body is null or i.body = of_body) and (of_kind is null or i.kind = of_kind)
    and (words is null or strpos(i.title, words) > 0)
    and i.valid_from <= on_day and (i.valid_until is null or on_day < i.valid_until)
    and not exists (select from faheng.item_version l where l.region = county and l.item = i.item and l.version > i.version and l.valid_from <= on_day)
  order by i.item limit rows_wanted;
end $$;

create function faheng.public_bodies(county text, on_day date)
returns table (body text, name text, items integer)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select i.body, coalesce((select b.name from faheng.body b where b.region = county and b.id = i.body and b.valid_from <= on_day order by b.valid_from desc limit 1), i.body), count(*)::integer
  from faheng.item_version i
  where i.region = county and i.published and i.valid_from <= on_day and (i.valid_until is null or on_day < i.valid_until)
    and not exists (select from faheng.item_version l where l.region = county and l.item = i.item and l.version > i.version and l.valid_from <= on_day)
  group by i.body order by i.body;
end $$;

create function faheng.public_county(county text) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select r.name from faheng.region r where r.region = county);
end $$;

-- Items whose version on the one day is not that of the other; `was` or `is` is missing where there was none.
create function faheng.public_item_changes(county text, from_day date, to_day date, of_body text)
returns table (item text, "bodyName" text, was jsonb, "is" jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  with touched as (
    select distinct i.item from faheng.item_version i where i.region = county and (of_body is null or i.body = of_body)
      and ((i.valid_from > from_day and i.valid_from <= to_day) or (i.valid_until > from_day and i.valid_until <= to_day))),
  days as (
    select t.item, d.which, (
      select to_jsonb(i) - array['region', 'recorded', 'matter', 'source'] from faheng.item_version i
      where i.region = county and i.item = t.item and i.published and i.valid_from <= d.on_day and (i.valid_until is null or d.on_day < i.valid_until)
        and not exists (select from faheng.item_version l where l.region = county and l.item = i.item and l.version > i.version and l.valid_from <= d.on_day)
      order by i.version desc limit 1) as content
    from touched t, (values ('was', from_day), ('is', to_day)) as d (which, on_day)),
  pairs as (
    select w.item, w.content as was, n.content as now from days w join days n on n.item = w.item and n.which = 'is' where w.which = 'was')
  select p.item,
    coalesce((select b.name from faheng.body b where b.region = county and b.id = coalesce(p.now, p.was) ->> 'body' order by b.valid_from desc limit 1), ''),
    p.was, p.now
  from pairs p where p.was ->> 'version' is distinct from p.now ->> 'version' order by p.item limit 1000;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.public_items(text, date, text, text, text, text, integer), faheng.public_bodies(text, date), faheng.public_county(text), faheng.public_item_changes(text, date, date, text) from public;
grant execute on function faheng.public_items(text, date, text, text, text, text, integer), faheng.public_bodies(text, date), faheng.public_county(text), faheng.public_item_changes(text, date, date, text) to faheng_app;
