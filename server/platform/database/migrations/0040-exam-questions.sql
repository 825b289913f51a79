-- The bank of exam questions. The key stands apart, so that who sits an exam may read its questions and not their answers.
create table faheng.exam_question (
  region text not null,
  id text not null,                        -- derived from its content: the same question is there once
  kind text not null check (kind in ('single', 'multiple', 'judge', 'case')),
  field text not null,
  difficulty smallint not null default 2 check (difficulty between 1 and 3),
  stem text not null,
  gist text not null,                      -- alike stems never meet in one paper
  options jsonb not null,                  -- [{key, text}]
  citations jsonb not null default '[]',
  as_of date not null,                     -- the day whose law the key rests on
  source text not null,                    -- the file it came from
  number text not null default '',         -- its number there
  status text not null default 'ready' check (status in ('ready', 'set-aside', 'withdrawn')),
  change text,                             -- the change of a statute for which it was set aside
  note text,
  recorded timestamptz(3) not null,
  recorded_by text not null,
  primary key (region, id)
);
create index exam_question_by_gist on faheng.exam_question (region, gist);                      -- the mark of alike stems
create index exam_question_by_status on faheng.exam_question (region, status, kind, field, id); -- the bank's page, drawing a pool

create table faheng.exam_key (
  region text not null,
  question text not null,
  answer jsonb not null,                   -- keys of the right options; none for a case
  guide text not null default '',
  primary key (region, question)
);

do $$
declare t text;
begin
  foreach t in array array['exam_question', 'exam_key'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('revoke all on faheng.%I from public, faheng_app, faheng_worker, faheng_facts, faheng_reader', t);
    execute format('grant select, insert, update on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
    execute format('grant select on faheng.%I to faheng_app', t);
    -- The justice bureau keeps the bank.
    execute format($policy$create policy county on faheng.%I for select to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.county', true), '') is not null)$policy$, t);
  end loop;
end $$;
