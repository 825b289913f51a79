-- Whose list is not a body's or a unit's reads through `reader`: ordered by the matter's day it must not read ten years of matters
-- for twenty rows. No act changes the day, so it stands beside the reader, as it stands beside each word.
alter table faheng.reader add column filed date;
-- Row-level security binds the owner too; the worker sees all rows.
set role faheng_worker;
update faheng.reader r set filed = m.filed from faheng.matter m where m.region = r.region and m.id = r.matter;
reset role;

create function faheng.filed_of_reader() returns trigger language plpgsql set search_path = '' as $$
begin
  new.filed := (select m.filed from faheng.matter m where m.region = new.region and m.id = new.matter);
  return new;
end $$;
create trigger filed before insert on faheng.reader for each row when (new.filed is null) execute function faheng.filed_of_reader();

-- A rebuild may put a day right.
create function faheng.filed_of_matter() returns trigger language plpgsql set search_path = '' as $$
begin
  update faheng.reader r set filed = new.filed where r.region = new.region and r.matter = new.id;
  return null;
end $$;
create trigger filed after update of filed on faheng.matter for each row when (old.filed <> new.filed) execute function faheng.filed_of_matter();

create index reader_newest on faheng.reader (region, person, filed desc, matter desc);            -- officer, clerk: newest he acted in
create index reader_on_duty on faheng.reader (region, person, matter) where up_to_seq is null;    -- my desk: news of what he handles
