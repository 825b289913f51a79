-- What the law refused, counted by day, body, item and guard: a refused act is stored nowhere (D14). It names nobody and no case.
create table faheng.refused_try (
  region text not null,
  day date not null,
  body text not null,
  item text not null,
  guard text not null,
  tries integer not null,
  primary key (region, body, item, day, guard)  -- evaluation of a township's items in a period
);
alter table faheng.refused_try enable row level security;
alter table faheng.refused_try force row level security;
grant select, insert, update, delete on faheng.refused_try to faheng_worker;
create policy worker on faheng.refused_try to faheng_worker using (true) with check (true);
