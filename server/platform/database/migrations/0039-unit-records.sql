-- What a body keeps about itself and its people (measures 1, 2, 48): party-building and political training per unit, rewards,
-- and references to discipline matters, which its heads alone read. The log only grows; a wrong record is struck by another.

create table faheng.unit_record (
  region text not null,
  id text not null,
  body text not null,
  unit text,
  kind text not null,                      -- party-building, political-training, reward, discipline
  happened date not null,
  title text not null,
  detail text not null default '',
  person text,                             -- of a reward or a discipline reference
  reference text,                          -- number of the document; of discipline nothing else is kept here
  struck text,                             -- the record that counts no more; this line is the reason, of the same kind
  recorded timestamptz(3) not null,
  recorded_by text not null,
  primary key (region, id)
);
create index unit_record_of_body on faheng.unit_record (region, body, happened desc);
create trigger append_only before update or delete or truncate on faheng.unit_record
  for each statement execute function faheng.refuse_change();
alter table faheng.unit_record enable row level security;
alter table faheng.unit_record force row level security;
revoke all on faheng.unit_record from public;
grant select on faheng.unit_record to faheng_app;
grant select, insert, update, delete on faheng.unit_record to faheng_worker;
create policy worker on faheng.unit_record to faheng_worker using (true) with check (true);

-- A discipline reference: the heads of the body, and nobody else, the supervisor of the county included.
create policy scope on faheng.unit_record for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and case
    when kind in ('party-building', 'political-training', 'reward') then
      current_setting('app.county', true) = 'yes'
      or person = nullif(current_setting('app.person', true), '')
      or body = any (string_to_array(current_setting('app.bodies', true), ','))
      or body in (select p.body from faheng.post p where p.region = nullif(current_setting('app.region', true), '') and p.person = nullif(current_setting('app.person', true), ''))
    else
      ('head@' || body) = any (string_to_array(current_setting('app.duties', true), ','))
    end);
