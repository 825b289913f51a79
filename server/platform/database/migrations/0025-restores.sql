-- A restore is recorded for good (D9): what was taken back to, and the last checkpoint the log had then.
create table faheng.restore (
  region text not null,
  id text not null,
  at timestamptz(3) not null,
  fields jsonb not null,                   -- taken, size, root: what the leaf commits to
  salts jsonb not null,
  primary key (region, id)
);
alter table faheng.restore enable row level security;
alter table faheng.restore force row level security;
revoke all on faheng.restore from public, faheng_app, faheng_worker, faheng_facts, faheng_reader;
grant select, insert on faheng.restore to faheng_worker;
create policy worker on faheng.restore to faheng_worker using (true) with check (true);
create trigger append_only before update or delete or truncate on faheng.restore
  for each statement execute function faheng.refuse_change();
