-- What I may not do myself, because I proposed or handle it or was recused: by my name. Through what I acted in, whoever was recused
-- and had done nothing was not found.
create index waiting_excepted on faheng.waiting using gin (except_persons) where person = '' and except_persons <> '{}';
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;
create or replace function faheng.waiting_without(county text, places text[])
returns table (matter text, act text, post text, place text, since timestamptz)
language plpgsql stable security definer set search_path = '' set enable_bitmapscan = on as $$
#variable_conflict use_column
declare me text := nullif(current_setting('app.person', true), '');
begin return query
  select w.matter, w.act, w.post, w.place, w.since
  from faheng.waiting w
  where w.region = county and county = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
    and w.person = '' and w.except_persons <> '{}' and w.except_persons @> array[me]
    and w.place = any (places) and w.post in ('unit-head', 'head', 'legal-reviewer')
  order by w.since limit 100;
end $$;
reset role;
revoke create on schema faheng from faheng_facts;
