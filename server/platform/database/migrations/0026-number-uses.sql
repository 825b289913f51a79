-- Numbers that paper took before this system numbered the series, or that were spoilt (R29): the series goes on after them, and every
-- gap in it has its explanation.
create table faheng.number_use (
  region text not null,
  body text not null,
  kind text not null,                      -- 文书代字
  year integer not null,
  first integer not null check (first > 0),
  last integer not null check (last >= first),
  note text not null,
  recorded timestamptz(3) not null,
  primary key (region, body, kind, year, first)
);
alter table faheng.number_use enable row level security;
alter table faheng.number_use force row level security;
revoke all on faheng.number_use from public, faheng_app, faheng_worker, faheng_facts, faheng_reader;
grant select, insert, update, delete on faheng.number_use to faheng_worker;
create policy worker on faheng.number_use to faheng_worker using (true) with check (true);
grant select on faheng.number_use to faheng_app;
create policy county on faheng.number_use for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.person', true), '') is not null);
