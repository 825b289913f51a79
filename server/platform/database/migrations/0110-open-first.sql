-- A list of what falls due is in the order in which it falls due, and reads open matters alone: for the county, a unit, a person.
create index matter_due on faheng.matter (region, due, id) where due is not null and not ended;               -- supervisor
create index matter_of_unit_due on faheng.matter (region, unit, due, id) where due is not null and not ended; -- unit head

-- A head has acted in nearly every matter of his body, which he reads as its head: what he reads as one who acted is only what lies
-- in other bodies. And of what somebody acted in, what is open is little and does not grow with the years.
alter table faheng.reader add column body text, add column ended boolean not null default false;
-- Row-level security binds the owner too; the worker sees all rows.
set role faheng_worker;
update faheng.reader r set body = m.body, ended = m.ended from faheng.matter m where m.region = r.region and m.id = r.matter;
reset role;

drop trigger filed on faheng.reader;
drop function faheng.filed_of_reader();
create function faheng.matter_of_reader() returns trigger language plpgsql set search_path = '' as $$
begin
  select m.filed, m.body, m.ended into new.filed, new.body, new.ended from faheng.matter m where m.region = new.region and m.id = new.matter;
  return new;
end $$;
create trigger matter before insert on faheng.reader for each row when (new.body is null) execute function faheng.matter_of_reader();

drop trigger filed on faheng.matter;
drop function faheng.filed_of_matter();
create function faheng.readers_of_matter() returns trigger language plpgsql set search_path = '' as $$
begin
  update faheng.reader r set filed = new.filed, body = new.body, ended = new.ended where r.region = new.region and r.matter = new.id;
  return null;
end $$;
create trigger readers after update of filed, body, ended on faheng.matter for each row
  when (old.filed <> new.filed or old.body <> new.body or old.ended <> new.ended) execute function faheng.readers_of_matter();

drop index faheng.reader_newest;
create index reader_newest on faheng.reader (region, person, body, filed desc, matter desc);      -- newest he acted in, body by body
create index reader_open on faheng.reader (region, person, body, matter) where not ended;         -- what of it may fall due
