-- A list of what falls due is in the order in which it falls due, and reads open matters alone: for the county, a unit, a person.
create index matter_due on faheng.matter (region, due, id) where due is not null and not ended;               -- supervisor
create index matter_of_unit_due on faheng.matter (region, unit, due, id) where due is not null and not ended; -- unit head

-- A head has acted in nearly every matter of his body, which he reads as its head: what he reads as one who acted is only what lies
-- in other bodies. And of what somebody acted in, what is open, or ended since yesterday, is little and does not grow with the years.
alter table faheng.reader add column body text, add column open_until timestamptz not null default 'infinity';
-- Row-level security binds the owner too; the worker sees all rows.
set role faheng_worker;
update faheng.reader r set body = m.body, open_until = case when m.ended then m.occurred else 'infinity' end
from faheng.matter m where m.region = r.region and m.id = r.matter;
reset role;

drop trigger filed on faheng.reader;
drop function faheng.filed_of_reader();
create function faheng.matter_of_reader() returns trigger language plpgsql set search_path = '' as $$
begin
  select m.filed, m.body, case when m.ended then m.occurred else 'infinity' end into new.filed, new.body, new.open_until
  from faheng.matter m where m.region = new.region and m.id = new.matter;
  new.open_until := coalesce(new.open_until, 'infinity');
  return new;
end $$;
create trigger matter before insert on faheng.reader for each row when (new.body is null) execute function faheng.matter_of_reader();

drop trigger filed on faheng.matter;
drop function faheng.filed_of_matter();
create function faheng.readers_of_matter() returns trigger language plpgsql set search_path = '' as $$
begin
  update faheng.reader r set filed = new.filed, body = new.body, open_until = case when new.ended then new.occurred else 'infinity' end
  where r.region = new.region and r.matter = new.id;
  return null;
end $$;
create trigger readers after update of filed, body, ended on faheng.matter for each row
  when (old.filed <> new.filed or old.body <> new.body or old.ended <> new.ended) execute function faheng.readers_of_matter();

drop index faheng.reader_newest, faheng.reader_on_duty;
create index reader_newest on faheng.reader (region, person, body, filed desc, matter desc);                  -- newest he acted in, body by body
create index reader_open on faheng.reader (region, person, body, matter) where open_until = 'infinity';       -- what of it may fall due
create index reader_on_duty on faheng.reader (region, person, open_until, matter) where up_to_seq is null;    -- my desk: news of what he handles

-- Teams that lack somebody are looked for among open cases alone.
create index matter_open_of_body on faheng.matter (region, body) where not ended;
create index matter_open_of_unit on faheng.matter (region, unit) where not ended;
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;
create or replace function faheng.thin_matters(county text, units text[], bodies text[], at timestamptz)
returns table (matter text, person text, lack text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare on_day text := (at at time zone 'Asia/Shanghai')::date::text;
begin
  if county is distinct from nullif(current_setting('app.region', true), '') then return; end if;
  return query
  with open as (
    select m.id, m.body from faheng.matter m where m.region = county and not m.ended and m.body = any (bodies)
    union select m.id, m.body from faheng.matter m where m.region = county and not m.ended and m.unit = any (units)),
  handling as (
    select o.id, o.body, r.person from open o join faheng.reader r on r.region = county and r.matter = o.id and r.up_to_seq is null),
  standing as (
    select c.person, case when not c.valid then c.lack end as lack
    from faheng.fact_certificates(county, (select coalesce(array_agg(distinct h.person), '{}') from handling h), at) c),
  lacking as (
    select h.id, h.person, coalesce(l.lack, 'no-post') as lack, l.lack is null as elsewhere from handling h join standing l on l.person = h.person
    where l.lack is not null or not exists (select from faheng.post o where o.region = county and o.person = h.person and o.body = h.body
      and o.from_at <= at and (o.until_at is null or at < o.until_at) and not faheng.has_left(county, o.person, o.body, o.from_at, at)))
  select h.id, h.person, h.lack from lacking h
  join faheng.matter_state s on s.region = county and s.matter = h.id
  where s.state -> 'team' ? h.person
    and not (h.elsewhere and exists (select from jsonb_array_elements(s.state -> 'joint') j
      where j -> 'officers' ? h.person and j ->> 'from' <= on_day and coalesce(on_day <= j ->> 'until', true)))
  order by h.id, h.person limit 200;
end $$;
reset role;
revoke create on schema faheng from faheng_facts;
