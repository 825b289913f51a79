-- What waits for somebody may be thousands of things, of which a desk shows the oldest and a list the newest of its page: each is
-- read in its order. A waiting row has its matter's body and day beside it, as a reader's row has, and whether the matter is open:
-- what waits for a head in his own body, his body shows him already.
alter table faheng.waiting add column filed date, add column body text, add column open_until timestamptz not null default 'infinity';
set role faheng_worker;
update faheng.waiting w set filed = m.filed, body = m.body, open_until = case when m.ended then m.occurred else 'infinity' end
from faheng.matter m where m.region = w.region and m.id = w.matter;
reset role;

drop trigger matter on faheng.reader;
drop function faheng.matter_of_reader();
create function faheng.beside_matter() returns trigger language plpgsql set search_path = '' as $$
begin
  select m.filed, m.body, case when m.ended then m.occurred else 'infinity' end into new.filed, new.body, new.open_until
  from faheng.matter m where m.region = new.region and m.id = new.matter;
  new.open_until := coalesce(new.open_until, 'infinity');
  return new;
end $$;
create trigger matter before insert on faheng.reader for each row when (new.body is null) execute function faheng.beside_matter();
create trigger matter before insert on faheng.waiting for each row when (new.body is null) execute function faheng.beside_matter();

drop trigger readers on faheng.matter;
drop function faheng.readers_of_matter();
create function faheng.follow_matter() returns trigger language plpgsql set search_path = '' as $$
declare until timestamptz := case when new.ended then new.occurred else 'infinity' end;
begin
  update faheng.reader r set filed = new.filed, body = new.body, open_until = until where r.region = new.region and r.matter = new.id;
  update faheng.waiting w set filed = new.filed, body = new.body, open_until = until where w.region = new.region and w.matter = new.id;
  return null;
end $$;
create trigger beside after update of filed, body, ended on faheng.matter for each row
  when (old.filed <> new.filed or old.body <> new.body or old.ended <> new.ended) execute function faheng.follow_matter();

drop index faheng.waiting_for_person, faheng.waiting_for_post;
create index waiting_for_person on faheng.waiting (region, person, act, since) where person <> '';                             -- my desk
create index waiting_for_post on faheng.waiting (region, place, post, since) where person = '';
create index waiting_newest on faheng.waiting (region, person, body, filed desc, matter desc) where person <> '';              -- my lists
create index waiting_newest_post on faheng.waiting (region, place, post, body, filed desc, matter desc) where person = '';
create index waiting_open on faheng.waiting (region, person, body, filed desc, matter desc) where person <> '' and open_until = 'infinity';
drop index faheng.reader_open;
create index reader_open on faheng.reader (region, person, body, filed desc, matter desc) where open_until = 'infinity';       -- of a stage, or falling due

-- Who may not do a thing took part in the matter: through what he acted in and is open, not through all that waits in his body.
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;
create or replace function faheng.waiting_without(county text, places text[])
returns table (matter text, act text, post text, place text, since timestamptz)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare me text := nullif(current_setting('app.person', true), '');
begin return query
  select w.matter, w.act, w.post, w.place, w.since
  from faheng.reader r join faheng.waiting w on w.region = r.region and w.matter = r.matter
  where r.region = county and r.person = me and r.open_until = 'infinity'
    and county = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
    and w.person = '' and w.place = any (places) and w.post in ('unit-head', 'head', 'legal-reviewer') and me = any (w.except_persons)
  order by w.since limit 100;
end $$;
reset role;
revoke create on schema faheng from faheng_facts;
