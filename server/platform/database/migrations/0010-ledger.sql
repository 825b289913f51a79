-- The ledger (D9): one RFC 9162 Merkle tree a region, its leaves, its stored subtrees and its signed checkpoints.
-- `faheng_worker` appends; `faheng_app` reads the entries of its county. No foreign keys: a leaf outlives what it is about.

-- The row that appending locks, so that batches follow each other; hash and origin never change once a log is open.
create table faheng.ledger_log (
  region text not null check (region ~ '^\d{6}$'),
  hash text not null check (hash in ('sm3', 'sha256')),
  origin text not null,
  size bigint not null default 0 check (size >= 0),
  primary key (region)
);

create table faheng.ledger_leaf (
  region text not null,
  position bigint not null check (position >= 0),
  kind text not null,
  subject_id text not null,                -- of the act, document, seed, redaction or restore
  hash bytea not null check (octet_length(hash) = 32),
  leaf bytea not null,                     -- the bytes hashed, RFC 8785; jsonb would not give them back
  recorded timestamptz(3) not null,
  primary key (region, position)
);
-- Once each, so that a follower may come again; and the way from an act or a document to its proof.
create unique index ledger_leaf_by_subject on faheng.ledger_leaf (region, kind, subject_id);

-- Complete subtrees of two leaves and more: level 1 has two leaves, level 2 four. Level 0 is ledger_leaf.hash.
create table faheng.ledger_node (
  region text not null,
  level smallint not null check (level > 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (region, level, index)
);

create table faheng.ledger_checkpoint (
  region text not null,
  size bigint not null check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,                      -- C2SP signed note, verbatim
  made_at timestamptz(3) not null,
  primary key (region, size)
);

-- Nothing recorded is taken back, by whichever role.
create function faheng.refuse_ledger_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;

create function faheng.refuse_ledger_log_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.region, new.hash, new.origin) is distinct from (old.region, old.hash, old.origin) or new.size < old.size then
    raise exception 'a log keeps its hash and its origin, and only grows' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger append_only before update or delete or truncate on faheng.ledger_leaf
  for each statement execute function faheng.refuse_ledger_change();
create trigger append_only before update or delete or truncate on faheng.ledger_node
  for each statement execute function faheng.refuse_ledger_change();
create trigger append_only before update or delete or truncate on faheng.ledger_checkpoint
  for each statement execute function faheng.refuse_ledger_change();
create trigger append_only before delete or truncate on faheng.ledger_log
  for each statement execute function faheng.refuse_ledger_change();
create trigger only_grows before update on faheng.ledger_log
  for each row execute function faheng.refuse_ledger_log_change();

do $$
declare
  t text;
begin
  foreach t in array array['ledger_log', 'ledger_leaf', 'ledger_node', 'ledger_checkpoint'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('revoke all on faheng.%I from public, faheng_app, faheng_worker, faheng_facts, faheng_reader', t);
    execute format('grant select on faheng.%I to faheng_app', t);
    execute format('grant select, insert on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
    execute format('create policy county on faheng.%I for select to faheng_app
      using (region = nullif(current_setting(''app.region'', true), ''''))', t);
  end loop;
end $$;
grant update (size) on faheng.ledger_log to faheng_worker;
