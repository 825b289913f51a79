-- The county plan: figures of its measures kept by a follower and by the registers' reader, tasks, changes of the plan, reports.

-- What each matter counts for: the records behind a figure.
create table faheng.measure_record (
  region text not null,
  matter text not null,
  name text not null,                      -- a quantity of law/measures/quantity.ts
  month text not null,
  body text not null,
  primary key (region, matter, name)
);
create index measure_record_behind on faheng.measure_record (region, name, month, body); -- the records behind a figure

create table faheng.measure_figure (
  region text not null,
  month text not null,
  body text not null,
  name text not null,
  value bigint not null,
  primary key (region, month, body, name)  -- a year at a glance reads its months alone, whatever the history
);

-- The tasks of the plan as lists and the glance read them; the matter itself is the record.
create table faheng.measure_task (
  region text not null,
  matter text not null,
  measure integer not null,
  body text not null,
  asked date not null,
  due date not null,
  stage text not null,
  submitted date,
  accepted date,
  overdue boolean not null,
  primary key (region, matter)
);
create index measure_task_by_due on faheng.measure_task (region, due, measure); -- the tasks of a year

-- A county's own plan: what it changed of a measure, newest first; the plan as issued is in law/measures.
create table faheng.measure_version (
  region text not null,
  measure integer not null,
  version integer not null,
  valid_from date not null,
  entry jsonb not null,                    -- the fields that differ; see api/plan.ts
  recorded timestamptz(3) not null,
  recorded_by text not null,
  primary key (region, measure, version)
);

-- A year as it was reported: never changed; a later report of the same year stands beside it.
create table faheng.plan_report (
  region text not null,
  id text not null,
  year integer not null,
  made timestamptz(3) not null,
  made_by text not null,
  content jsonb not null,
  summary jsonb not null,                  -- for the public: county figures of confirmed measures alone (R36)
  primary key (region, id)
);
create index plan_report_newest on faheng.plan_report (region, made desc); -- the public summary

do $$
declare t text;
begin
  foreach t in array array['measure_record', 'measure_figure', 'measure_task', 'measure_version', 'plan_report'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('revoke all on faheng.%I from public, faheng_app, faheng_worker, faheng_facts, faheng_reader', t);
    execute format('grant select, insert, update, delete on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
    execute format('grant select on faheng.%I to faheng_app', t);
  end loop;

  -- A body sees its own part, whoever of it asks; supervisors see the county. The matter behind a record keeps its own door.
  foreach t in array array['measure_record', 'measure_figure', 'measure_task'] loop
    execute format($policy$create policy part on faheng.%I for select to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
        current_setting('app.county', true) = 'yes'
        or body = any (array(select split_part(duty, '@', 2) from unnest(string_to_array(current_setting('app.duties', true), ',')) as d (duty)))))$policy$, t);
  end loop;
end $$;
create policy county on faheng.measure_version for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.person', true), '') is not null);
create policy county on faheng.plan_report for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.county', true) = 'yes');

create trigger plan_report_frozen before update or delete or truncate on faheng.plan_report for each statement execute function faheng.refuse_change();
