-- Training (measures 2–8): plans, courses, sessions and a log that only grows (D13). Hours are not stored: law/training/hours.ts
-- computes them from the log, so that a correction is another line and every hour has its proof.

create table faheng.training_plan (
  region text not null,
  id text not null,
  body text not null,
  year integer not null,
  title text not null,
  lines jsonb not null,                    -- [{ kind, category, level, tier, title, hours }]
  filed timestamptz(3) not null,
  filed_by text not null,
  received timestamptz(3),                 -- by the justice bureau
  received_by text,
  primary key (region, id)
);
create index training_plan_of_year on faheng.training_plan (region, year, body, filed);

create table faheng.training_course (
  region text not null,
  id text not null,
  year integer not null,
  body text not null,                      -- who holds it
  invited text[] not null,                 -- bodies; '*': the whole county (联合培训)
  title text not null,
  kind text not null,                      -- law/training/hours.ts
  category text not null default '',
  level text not null,
  tier text not null,
  compulsory boolean not null,
  rotation boolean not null,               -- counts for 轮训
  hours integer not null,                  -- 学时 of the whole
  statutes text[] not null default '{}',
  materials jsonb not null default '[]',   -- online: [{ id, title, kind, seconds, file }]
  organiser text not null,
  recorded timestamptz(3) not null,
  primary key (region, id)
);
create index training_course_of_year on faheng.training_course (region, year);

create table faheng.training_session (
  region text not null,
  id text not null,
  course text not null,
  starts timestamptz(3) not null,
  ends timestamptz(3) not null,
  place text not null,
  hours integer not null,
  latitude double precision,               -- of the optional place check
  longitude double precision,
  metres integer,
  organiser text not null,
  recorded timestamptz(3) not null,
  primary key (region, id)
);
create index training_session_of_course on faheng.training_session (region, course);

create table faheng.training_entry (
  region text not null,
  id text not null,
  person text not null,
  course text not null default '',
  session text,
  kind text not null,                      -- in, out, listed, finished, exempted, struck
  at timestamptz(3) not null,
  until_at timestamptz(3),                 -- listed: when he left
  year integer,                            -- exempted
  hours integer,                           -- exempted
  struck text,                             -- struck: the entry that counts no more
  near boolean,                            -- place check; null: not asked or not told
  reason text,
  file text,                               -- hash of the scanned list
  recorded timestamptz(3) not null,
  recorded_by text not null,
  primary key (region, id)
);
create index training_entry_of_person on faheng.training_entry (region, person, course);
create index training_entry_of_session on faheng.training_entry (region, session) where session is not null;
create trigger append_only before update or delete or truncate on faheng.training_entry
  for each statement execute function faheng.refuse_change();

-- How far somebody is in a piece of an online course: one row that moves on; what it led to is an entry.
create table faheng.training_watch (
  region text not null,
  person text not null,
  course text not null,
  material text not null,
  seconds integer not null,
  position integer not null,
  first_beat timestamptz(3) not null,
  last_beat timestamptz(3) not null,
  primary key (region, person, course, material)
);

do $$
declare t text;
begin
  foreach t in array array['training_plan', 'training_course', 'training_session', 'training_entry', 'training_watch'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('revoke all on faheng.%I from public', t);
    execute format('grant select on faheng.%I to faheng_app', t);
    execute format('grant select, insert, update, delete on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
  end loop;
  foreach t in array array['training_plan', 'training_course', 'training_session'] loop
    execute format($policy$create policy county on faheng.%I for select to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes')$policy$, t);
  end loop;
end $$;

-- Who attended what: himself, the heads of where he works, the supervisor, and who holds the course.
create policy scope on faheng.training_entry for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    person = nullif(current_setting('app.person', true), '')
    or recorded_by = nullif(current_setting('app.person', true), '')
    or current_setting('app.county', true) = 'yes'
    or person in (select p.person from faheng.post p where p.region = nullif(current_setting('app.region', true), '')
      and (p.body = any (string_to_array(current_setting('app.bodies', true), ',')) or p.unit = any (string_to_array(current_setting('app.units', true), ','))))
    or course in (select c.id from faheng.training_course c where c.region = nullif(current_setting('app.region', true), '')
      and c.organiser = nullif(current_setting('app.person', true), ''))));
create policy own on faheng.training_watch for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
  and person = nullif(current_setting('app.person', true), ''));

-- What a course shows is open to whoever may attend it.
create policy training on faheng.file for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
  and hash in (select m ->> 'file' from faheng.training_course c, jsonb_array_elements(c.materials) m
    where c.region = nullif(current_setting('app.region', true), '')));
