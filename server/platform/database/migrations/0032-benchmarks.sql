-- A benchmark (裁量基准, 处罚法 34) as published: the table's own violation and basis, which an item of the catalogue may still have to
-- be found for; the order of its tiers; ranges of every kind (Fine of law/penalties); who made it and when it was published (R32).
alter table faheng.benchmark_version
  alter column item drop not null,
  add column violation text not null default '',
  add column bases jsonb not null default '[]',        -- citations
  add column rank integer not null default 0,
  add column range jsonb,                              -- null: no money
  add column standard text not null default '',
  add column mitigation boolean not null default false,
  add column maker text not null default '',           -- the superior that made it; empty: the body itself
  add column published date,
  add column status text not null default 'parsed' check (status in ('parsed', 'to-be-confirmed')),
  add column details jsonb not null default '{}';
create index benchmark_by_body on faheng.benchmark_version (region, body, benchmark);

update faheng.benchmark_version
set range = jsonb_build_object('base', 'absolute', 'floor', coalesce(floor, 0), 'ceiling', ceiling, 'floorInclusive', floor is not null)
where ceiling is not null;
