-- For whom a matter waits, for everybody who may read the matter: the policies of `waiting` show each person only his own rows,
-- since they decide what he may read. Posts and places, no names; callers drop the answer where the matter is not theirs.
grant select on faheng.waiting to faheng_facts;
create policy facts on faheng.waiting for select to faheng_facts using (true);
grant create on schema faheng to faheng_facts;
set role faheng_facts;

create function faheng.waiting_of(county text, of_matter text)
returns table (act text, post text, place text, person text, except_persons text[])
language sql stable security definer set search_path = '' as $$
  select w.act, w.post, w.place, w.person, w.except_persons from faheng.waiting w
  where w.region = county and w.region = nullif(current_setting('app.region', true), '') and w.matter = of_matter
$$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.waiting_of(text, text) from public;
grant execute on function faheng.waiting_of(text, text) to faheng_app;

-- A finished upload remembers its content, so that sending it again answers the first result (D14).
alter table faheng.upload add column hash text;
