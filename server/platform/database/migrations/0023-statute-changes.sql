-- What a new version or a repeal changed, article by article, and whom it concerns (R14).
create table faheng.statute_change (
  region text not null,
  id text not null,                        -- derived from statute and versions, so that it is found once
  statute text not null,
  from_version text not null,
  to_version text,                         -- none: repealed
  effective date not null,
  basis text not null default '',          -- of a repeal: the article that says so
  articles jsonb,                          -- [{article, sub?, kind}]; none: all of them
  recorded timestamptz(3) not null,
  primary key (region, id)
);

create table faheng.review_task (
  region text not null,
  id text not null,
  change text not null,
  kind text not null check (kind in ('item', 'benchmark', 'matter')),
  subject text not null,
  body text not null,                      -- that owns the subject and reviews it
  citations jsonb not null,                -- those of the subject whose article changed
  due date not null,
  recorded timestamptz(3) not null,
  done timestamptz(3),
  done_by text,
  outcome text check (outcome in ('kept', 'adjusted', 'withdrawn')),
  note text,
  primary key (region, id)
);
create index review_task_of_change on faheng.review_task (region, change, kind, subject); -- a change's page
create index review_task_open on faheng.review_task (region, due, id) where done is null; -- what is still to be reviewed

do $$
declare t text;
begin
  foreach t in array array['statute_change', 'review_task'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('grant select, insert, update, delete on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
    execute format('grant select on faheng.%I to faheng_app', t);
  end loop;
end $$;
create policy county on faheng.statute_change for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.person', true), '') is not null);
-- A task on a case is seen with the case.
create policy county on faheng.review_task for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.person', true), '') is not null
  and (kind <> 'matter' or (select true from faheng.matter m where m.region = review_task.region and m.id = review_task.subject)));
