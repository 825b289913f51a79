-- 处罚法 24(1): the decision that gives a power is published; beside each power of a township, when and where. Unknown of grants entered before.
alter table faheng.township_grant add column published date, add column place text not null default '';

drop function faheng.public_township_powers(text, date, text[]);

grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

-- As in 0067.
create function faheng.public_township_powers(county text, on_day date, items text[])
returns table (item text, name text, exclusive boolean, basis text, "from" date, published date)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select g.item, coalesce((select b.name from faheng.body b where b.region = county and b.township = g.township and b.kind = 'township'
      and b.valid_from <= on_day order by b.valid_from desc limit 1), g.township), g.exclusive, g.basis, g.valid_from, g.published
  from faheng.township_grant g
  where g.region = county and g.item = any (items) and g.valid_from <= on_day and (g.valid_until is null or on_day < g.valid_until)
    and exists (select from faheng.item_version i where i.region = county and i.item = g.item and i.published)
  order by g.item, g.township, g.valid_from;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.public_township_powers(text, date, text[]) from public;
grant execute on function faheng.public_township_powers(text, date, text[]) to faheng_app;
