-- The house's first tables. Every tenant key begins with `region` (six digits, GB/T 2260); row-level security is forced on
-- all of them and closed by default (see 0009-policies.sql). Roles exist before any migration runs.
--
-- Settings a request sets, all local to its transaction:
--   app.region   the county              app.person   who asks
--   app.county   'yes' for supervisors   app.bodies   bodies he reads whole (heads, reviewers), comma separated
--   app.units    units he reads whole (unit heads), comma separated

create schema faheng;
grant usage on schema faheng to faheng_app, faheng_worker, faheng_facts;

-- Registers ---------------------------------------------------------------------------------------------------------------
-- Dated rows: valid on [valid_from, valid_until); superseded, never overwritten (`recorded` says when we learnt of it).

create table faheng.region (
  region text primary key check (region ~ '^\d{6}$'),
  name text not null,
  seq_pending bigint not null default 0
);

create table faheng.body (
  region text not null references faheng.region,
  id text not null,
  name text not null,
  short_name text not null,
  number_prefix text not null,             -- 机关代字 in document numbers: 晋青市监
  credit_code text,
  kind text not null check (kind in ('organ', 'authorised', 'entrusted', 'township')),
  township text,
  principal text,                          -- of an entrusted organisation
  valid_from date not null default '1900-01-01',
  valid_until date,
  recorded timestamptz(3) not null,
  primary key (region, id, valid_from)
);

create table faheng.unit (
  region text not null,
  id text not null,
  body text not null,
  name text not null,
  primary key (region, id)
);

-- Thresholds, terms, review organ and court are dated configuration of a body (R27), never constants.
create table faheng.body_setting (
  region text not null,
  body text not null,
  name text not null,
  value jsonb not null,
  valid_from date not null,
  valid_until date,
  recorded timestamptz(3) not null,
  primary key (region, body, name, valid_from)
);

create table faheng.person (
  region text not null,
  id text not null,
  name text not null,
  phone text,
  primary key (region, id)
);

create table faheng.post (
  region text not null,
  id text not null,
  person text not null,
  kind text not null check (kind in ('officer', 'unit-head', 'legal-reviewer', 'head', 'supervisor', 'receiving-clerk',
    'system-administrator', 'security-administrator', 'audit-administrator')),
  body text not null,
  unit text,
  rank text check (rank in ('chief', 'acting', 'deputy')),
  qualified boolean not null default false, -- legal reviewers: 处罚法 58(2)
  from_at timestamptz(3) not null,          -- half-open [from_at, until_at)
  until_at timestamptz(3),
  recorded timestamptz(3) not null,
  primary key (region, id)
);
create index post_by_person on faheng.post (region, person);   -- who asks, each request
create index post_by_body on faheng.post (region, body, kind); -- who is eligible, heads present

create table faheng.certificate (
  region text not null,
  number text not null,
  person text not null,
  issuer text not null,
  fields text[] not null default '{}',
  valid_region text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  suspended_from timestamptz(3),
  suspended_until timestamptz(3),
  recorded timestamptz(3) not null,
  primary key (region, issuer, number)
);
create index certificate_by_person on faheng.certificate (region, person);

create table faheng.statute_version (
  region text not null,                    -- the county that keeps this register
  statute text not null,                   -- short name, as citations use it
  version text not null,
  title text not null,
  rank text not null,
  promulgated date not null,
  in_force date not null,
  repealed date,
  recorded timestamptz(3) not null,
  primary key (region, statute, version)
);

create table faheng.item_version (
  region text not null,
  item text not null,
  version integer not null,
  body text not null,
  title text not null,
  field text not null default '',
  kind text not null default 'penalty',
  bases jsonb not null,                    -- [{citation, text}]
  kinds text[] not null,                   -- penalty kinds of 处罚法 9
  orders text[] not null default '{}',     -- accompanying orders, never penalties (R18)
  branches jsonb not null,                 -- limits (R17)
  status text not null check (status in ('parsed', 'to-be-confirmed')),
  limitation_years integer not null default 2,
  harm_years integer not null default 5,
  published boolean not null default true,
  source text not null default 'register',
  valid_from date not null,
  valid_until date,
  recorded timestamptz(3) not null,
  primary key (region, item, version)
);
create index item_by_body on faheng.item_version (region, body, item); -- the catalogue of a body

create table faheng.benchmark_version (
  region text not null,
  benchmark text not null,
  version integer not null,
  item text not null,
  body text not null,
  tier text not null,
  circumstances text not null,
  branch integer not null default 0,
  floor bigint,
  ceiling bigint,
  valid_from date not null,
  valid_until date,
  recorded timestamptz(3) not null,
  primary key (region, benchmark, version)
);
create index benchmark_by_item on faheng.benchmark_version (region, item);

create table faheng.township_grant (
  region text not null,
  id text not null,
  township text not null,
  item text not null,
  exclusive boolean not null default true,
  basis text not null,
  valid_from date not null,
  valid_until date,
  recorded timestamptz(3) not null,
  primary key (region, id)
);
create index grant_by_item on faheng.township_grant (region, item);

-- Parties: names, numbers and addresses stand here and nowhere in acts or state.
create table faheng.party (
  region text not null,
  id text not null,
  kind text not null check (kind in ('person', 'individual-business', 'legal-person', 'organisation')),
  name text not null,
  code text,                               -- credit code or resident id
  code_note text,                          -- why a code that fails its check was accepted
  birth date,
  representative text,
  address text,
  phone text,
  recorded timestamptz(3) not null,
  recorded_by text not null,
  primary key (region, id)
);
create index party_by_code on faheng.party (region, code);

-- Matters -----------------------------------------------------------------------------------------------------------------

-- Narrow: only list columns. Indexed are columns most acts leave alone, so that updates stay heap-only (D12).
create table faheng.matter (
  region text not null,
  id text not null,
  procedure text not null,
  stage text not null,
  body text not null,
  unit text not null,
  number text,                             -- its filing number once filed, else its lead number
  filed date not null,                     -- the day it came in; lists are ordered by it
  due date,                                -- nearest open due day
  occurred timestamptz(3) not null,        -- latest occurredAt: an act before it folds the matter again
  seq integer not null,
  ended boolean not null default false,
  primary key (region, id)
) with (fillfactor = 80);
create index matter_newest on faheng.matter (region, filed desc, id desc);             -- supervisor: newest in the county
create index matter_of_body on faheng.matter (region, body, filed desc, id desc);      -- head, reviewer: newest of the body
create index matter_of_unit on faheng.matter (region, unit, filed desc, id desc);      -- unit head: newest of the unit
create index matter_by_stage on faheng.matter (region, body, stage, filed desc, id desc); -- filter by stage
create index matter_by_due on faheng.matter (region, body, due, id) where due is not null and not ended; -- what falls due

create table faheng.matter_state (
  region text not null,
  matter text not null,
  state jsonb not null,
  primary key (region, matter)
) with (fillfactor = 70);

create table faheng.matter_party (
  region text not null,
  party text not null,
  matter text not null,
  role text not null,
  primary key (region, party, matter, role)
);
create index matter_party_by_matter on faheng.matter_party (region, matter);

-- One step by named persons; never updated, deleted or truncated.
create table faheng.act (
  region text not null,
  id text not null,                        -- made by the client; unique in the county, across matters
  matter text not null,
  seq integer not null,
  kind text not null,
  actor text not null,
  post jsonb,
  occurred timestamptz(3) not null,
  recorded timestamptz(3) not null,
  source text not null,                    -- how occurredAt is known: system, stated, device, paper
  late_reason text,
  payload jsonb not null,                  -- without personal data
  facts jsonb not null,                    -- what check read from outside the matter
  hash text not null,                      -- of the content the client sent (idempotency, approvals)
  law text not null,                       -- version of the law that judged it
  opens jsonb,                             -- of a matter's first act: {procedure, body, unit}, where its fold begins
  salts jsonb not null,                    -- field → salt of its ledger commitment
  primary key (region, id)
);
create unique index act_by_matter on faheng.act (region, matter, seq);
create index act_by_day on faheng.act (region, recorded);          -- what changed since yesterday
create index act_by_actor on faheng.act (region, actor, recorded); -- an administrator's audit of one person

-- Personal fields of an act, encrypted under a key per subject; the key's destruction erases them.
create table faheng.act_private (
  region text not null,
  act text not null,
  subject text not null,
  cipher bytea not null,
  primary key (region, act)
);
create table faheng.subject_key (
  region text not null,
  subject text not null,
  wrapped bytea not null,
  primary key (region, subject)
);

create table faheng.clock (
  region text not null,
  matter text not null,
  clock text not null,
  subject text not null,
  opened timestamptz(3) not null,
  due date,
  due_at timestamptz(3),                   -- periods in hours
  closed timestamptz(3),
  whose text not null,
  provisional boolean not null default false,
  primary key (region, matter, clock, subject, opened)
);
create index clock_running on faheng.clock (region, due) where closed is null; -- overdue and due soon

-- For whom matters wait: my desk, and "who must act may read" (D6).
create table faheng.waiting (
  region text not null,
  matter text not null,
  act text not null,
  post text not null,
  place text not null,                     -- a unit, a body, or '*' for the county
  person text not null default '',         -- named when the handling team must act
  except_persons text[] not null default '{}',
  since timestamptz(3) not null,
  primary key (region, matter, act, post, place, person)
);
create index waiting_for_person on faheng.waiting (region, person, matter) where person <> '';
create index waiting_for_post on faheng.waiting (region, place, post, matter) where person = '';

-- Who acted keeps what he acted on: up to a sequence number, or everything while a duty lasts (R6).
create table faheng.reader (
  region text not null,
  person text not null,
  matter text not null,
  up_to_seq integer,
  primary key (region, person, matter)
);
create index reader_by_matter on faheng.reader (region, matter);

-- One row an act: what followers have yet to see. The sequencer numbers them (D3).
create table faheng.pending (
  region text not null,
  act text not null,
  matter text not null,
  seq integer not null,
  xid xid8 not null default pg_current_xact_id(),
  primary key (region, act)
);

-- The order in which followers read acts; position is theirs.
create table faheng.act_order (
  region text not null,
  position bigint not null,
  act text not null,
  matter text not null,
  seq integer not null,
  primary key (region, position)
);
create table faheng.follower (
  region text not null,
  name text not null,
  position bigint not null,
  primary key (region, name)
);

-- Documents: number, code and fields are allocated with the act; a follower renders the file once (D8).
create table faheng.document (
  region text not null,
  id text not null,
  matter text not null,
  act text not null,
  act_seq integer not null,
  kind text not null,
  subject text not null default '',
  number text,
  code text,                               -- verification code of outward documents
  template_version integer not null,
  fields jsonb not null,
  fields_hash text not null,
  salt text not null,
  file text,                               -- content hash once rendered
  pages integer,
  rendered timestamptz(3),
  made timestamptz(3) not null,
  primary key (region, id)
);
create index document_by_matter on faheng.document (region, matter, act_seq);
create unique index document_by_code on faheng.document (code) where code is not null;
create index document_unrendered on faheng.document (region, made) where file is null;

create table faheng.number_series (
  region text not null,
  body text not null,
  kind text not null,
  year integer not null,
  last integer not null,
  primary key (region, body, kind, year)
);

create table faheng.evidence (
  region text not null,
  matter text not null,
  id text not null,
  act text not null,
  kind text not null,
  usable boolean not null,
  files text[] not null default '{}',
  primary key (region, matter, id)
);
create table faheng.held (
  region text not null,
  matter text not null,
  id text not null,
  state text not null,
  quantity integer not null,
  primary key (region, matter, id)
);
-- What was decided against whom, for the same-act guard and the county's statistics.
create table faheng.decided (
  region text not null,
  party text not null,
  matter text not null,
  item text not null,
  conduct_from date not null,
  conduct_until date not null,
  fined boolean not null,
  amount bigint not null,
  primary key (region, party, matter, item, conduct_from)
);

create table faheng.finding (
  region text not null,
  matter text not null,
  rule text not null,
  act text not null,
  subject text not null default '',
  opened_seq integer not null,
  lifted_seq integer,                      -- a later fact showed it unfounded; it stays visible
  body text not null,
  found date not null,
  primary key (region, matter, rule, act, subject)
);
create index finding_newest on faheng.finding (region, found desc, matter);

-- Bigrams of what may be searched, as rows under a btree: exact from two characters (D10).
create table faheng.word (
  region text not null,
  word text not null,
  filed date not null,
  matter text not null,
  primary key (region, word, filed, matter)
);
create index word_by_matter on faheng.word (region, matter);

create table faheng.counter (
  region text not null,
  body text not null,
  month text not null,
  name text not null,
  value bigint not null,
  primary key (region, body, month, name)
);

-- Files by content hash; uploads in progress are resumable.
create table faheng.file (
  region text not null,
  hash text not null,
  bytes bigint not null,
  type text not null,
  name text not null,
  stored timestamptz(3) not null,
  stored_by text not null,
  primary key (region, hash)
);
create table faheng.matter_file (
  region text not null,
  matter text not null,
  hash text not null,
  act text not null,
  document text,
  primary key (region, matter, hash, act)
);
create table faheng.upload (
  region text not null,
  id text not null,
  person text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  received bigint not null default 0,
  started timestamptz(3) not null,
  primary key (region, id)
);

-- Plain verbs keep their own log (D13).
create table faheng.verb_log (
  region text not null,
  id text not null,
  verb text not null,
  person text not null,
  content jsonb not null,
  hash text not null,
  at timestamptz(3) not null,
  result jsonb not null,
  primary key (region, id)
);
create table faheng.import_run (
  region text not null,
  id text not null,
  kind text not null,
  person text not null,
  file_name text not null,
  started timestamptz(3) not null,
  finished timestamptz(3),
  done integer not null default 0,
  total integer not null default 0,
  result jsonb,
  primary key (region, id)
);
create table faheng.setting (
  region text not null,
  name text not null,
  value jsonb not null,
  primary key (region, name)
);
