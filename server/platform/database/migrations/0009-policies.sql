-- Row-level security (D10): the net under queries that state their own scope. Forced on every table, closed by default.
--
-- Settings of a request, local to its transaction (server/platform/access/scope.ts); a used setting reads '' afterwards:
--   app.region   the county              app.person   who asks                app.cases    'yes' with a post that sees cases
--   app.county   'yes' for supervisors   app.bodies   bodies read whole       app.units    units read whole
--   app.duties   post@place, comma separated: what he is waited for as       app.matter   the matter under perform's lock
--
-- `app.matter` is set by the statement that locks the row and only if the asker could see it; every write of an act needs it.
-- Look-ups are correlated and on primary keys: a request mostly reads one matter, and an officer's acts of ten years would
-- otherwise be hashed for each statement.

do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'faheng' loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('revoke all on faheng.%I from public, faheng_app, faheng_worker, faheng_facts, faheng_reader', t);
    execute format('grant select, insert, update, delete on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
  end loop;
end $$;

-- What the fact functions read (0011-facts.sql).
do $$
declare t text;
begin
  foreach t in array array['body', 'body_setting', 'certificate', 'post', 'item_version', 'statute_version', 'township_grant',
      'party', 'decided', 'act'] loop
    execute format('grant select on faheng.%I to faheng_facts', t);
    execute format('create policy facts on faheng.%I for select to faheng_facts using (true)', t);
  end loop;
end $$;

-- Registers: whoever is signed in reads those of his county.
do $$
declare t text;
begin
  foreach t in array array['region', 'body', 'unit', 'body_setting', 'person', 'post', 'certificate', 'statute_version',
      'item_version', 'benchmark_version', 'township_grant', 'setting'] loop
    execute format('grant select on faheng.%I to faheng_app', t);
    execute format($policy$create policy county on faheng.%I for select to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.person', true), '') is not null)$policy$, t);
  end loop;
end $$;

-- Parties stand outside matters (a lead names one before there is a case); administrators see none.
grant select, insert on faheng.party to faheng_app;
create policy cases on faheng.party for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes');
create policy enter on faheng.party for insert to faheng_app with check (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
  and recorded_by = nullif(current_setting('app.person', true), ''));

-- Waiting and reader decide who sees a matter, so their own policies use settings alone.
grant select, insert, update, delete on faheng.waiting, faheng.reader to faheng_app;
create policy mine on faheng.waiting for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    matter = nullif(current_setting('app.matter', true), '')
    or person = nullif(current_setting('app.person', true), '')
    or (person = ''
      and post || '@' || place = any (string_to_array(current_setting('app.duties', true), ','))
      and not nullif(current_setting('app.person', true), '') = any (except_persons))));
create policy mine on faheng.reader for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    matter = nullif(current_setting('app.matter', true), '')
    or person = nullif(current_setting('app.person', true), '')));

-- A matter: by the scope of a post, or because it waits for him, or because he acted in it.
grant select, insert, update on faheng.matter to faheng_app;
create policy scope on faheng.matter for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    id = nullif(current_setting('app.matter', true), '')
    or current_setting('app.county', true) = 'yes'
    or body = any (string_to_array(current_setting('app.bodies', true), ','))
    or unit = any (string_to_array(current_setting('app.units', true), ','))
    or (select true from faheng.reader r where r.region = matter.region and r.matter = matter.id
          and r.person = nullif(current_setting('app.person', true), ''))
    or (select true from faheng.waiting w where w.region = matter.region and w.matter = matter.id
          and (w.person = nullif(current_setting('app.person', true), '')
            or (w.person = '' and w.post || '@' || w.place = any (string_to_array(current_setting('app.duties', true), ','))
              and not nullif(current_setting('app.person', true), '') = any (w.except_persons)))
        limit 1)));
create policy lock on faheng.matter for update to faheng_app using (
  region = nullif(current_setting('app.region', true), ''))
  with check (region = nullif(current_setting('app.region', true), '') and id = nullif(current_setting('app.matter', true), ''));
create policy open on faheng.matter for insert to faheng_app with check (
  region = nullif(current_setting('app.region', true), '') and id = nullif(current_setting('app.matter', true), ''));

-- What belongs to a matter. Who reads it only because he once acted sees nothing above `up_to_seq` (R6): rows with a sequence
-- number are compared by it; rows that stand for the present (state, clocks) by the matter's own.
do $$
declare
  t record;
  present constant text := '(select m.seq from faheng.matter m where m.region = %1$I.region and m.id = %1$I.matter)';
begin
  for t in select * from (values
      ('act', 'act.seq'), ('document', 'document.act_seq'), ('finding', 'finding.opened_seq'),
      ('matter_state', present), ('clock', present), ('held', present), ('decided', present), ('word', present)) as of_matter (name, seq) loop
    execute format($policy$create policy scope on faheng.%1$I for select to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
        matter = nullif(current_setting('app.matter', true), '')
        or current_setting('app.county', true) = 'yes'
        or (select r.up_to_seq is null or r.up_to_seq >= %2$s from faheng.reader r
            where r.region = %1$I.region and r.matter = %1$I.matter and r.person = nullif(current_setting('app.person', true), ''))
        or (select m.body = any (string_to_array(current_setting('app.bodies', true), ','))
              or m.unit = any (string_to_array(current_setting('app.units', true), ','))
            from faheng.matter m where m.region = %1$I.region and m.id = %1$I.matter)
        or (select true from faheng.waiting w where w.region = %1$I.region and w.matter = %1$I.matter
              and (w.person = nullif(current_setting('app.person', true), '')
                or (w.person = '' and w.post || '@' || w.place = any (string_to_array(current_setting('app.duties', true), ','))
                  and not nullif(current_setting('app.person', true), '') = any (w.except_persons)))
            limit 1)))$policy$, t.name, format(t.seq, t.name));
  end loop;
end $$;
create policy scope on faheng.matter_party for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    matter = nullif(current_setting('app.matter', true), '')
    or (select true from faheng.matter m where m.region = matter_party.region and m.id = matter_party.matter)));

-- What belongs to an act is read with it.
do $$
declare t text;
begin
  foreach t in array array['act_private', 'evidence', 'matter_file'] loop
    execute format($policy$create policy scope on faheng.%1$I for select to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
      and (select true from faheng.act a where a.region = %1$I.region and a.id = %1$I.act))$policy$, t);
  end loop;
end $$;
create policy scope on faheng.subject_key for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    subject = nullif(current_setting('app.matter', true), '')
    or (select true from faheng.matter m where m.region = subject_key.region and m.id = subject_key.subject)));

-- What perform writes, for the matter it holds and no other.
do $$
declare t text;
begin
  foreach t in array array['act', 'document', 'matter_state', 'clock', 'held', 'decided', 'evidence', 'matter_party',
      'matter_file', 'waiting', 'reader', 'pending'] loop
    execute format('grant select, insert on faheng.%I to faheng_app', t);
    execute format($policy$create policy record on faheng.%I for insert to faheng_app with check (
      region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''))$policy$, t);
  end loop;
  foreach t in array array['matter_state', 'clock', 'held', 'decided', 'evidence', 'matter_party', 'matter_file', 'waiting', 'reader'] loop
    execute format('grant update, delete on faheng.%I to faheng_app', t);
    execute format($policy$create policy revise on faheng.%1$I for update to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''))$policy$, t);
    execute format($policy$create policy retire on faheng.%1$I for delete to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''))$policy$, t);
  end loop;
end $$;
grant select on faheng.finding, faheng.word, faheng.counter, faheng.file to faheng_app;
grant select, insert on faheng.act_private, faheng.subject_key to faheng_app;
create policy record on faheng.act_private for insert to faheng_app with check (
  region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.matter', true), '') is not null);
create policy record on faheng.subject_key for insert to faheng_app with check (
  region = nullif(current_setting('app.region', true), '') and subject = nullif(current_setting('app.matter', true), ''));

-- The next number of a series is taken inside an act.
grant select, insert, update on faheng.number_series to faheng_app;
create policy number on faheng.number_series to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.matter', true), '') is not null);

create policy scope on faheng.counter for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    current_setting('app.county', true) = 'yes'
    or body = any (string_to_array(current_setting('app.bodies', true), ','))));

-- Files: who brought one, and who reads an act it belongs to.
create index matter_file_by_hash on faheng.matter_file (region, hash); -- who may open a file
grant insert on faheng.file to faheng_app;
create policy scope on faheng.file for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    stored_by = nullif(current_setting('app.person', true), '')
    or (select true from faheng.matter_file mf where mf.region = file.region and mf.hash = file.hash limit 1)));
create policy store on faheng.file for insert to faheng_app with check (
  region = nullif(current_setting('app.region', true), '') and stored_by = nullif(current_setting('app.person', true), ''));

-- A person's own: uploads in progress, imports; what he did by plain verbs stays.
do $$
declare t text;
begin
  foreach t in array array['upload', 'import_run', 'verb_log'] loop
    execute format('grant select, insert on faheng.%I to faheng_app', t);
    execute format($policy$create policy own on faheng.%I to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and person = nullif(current_setting('app.person', true), ''))$policy$, t);
  end loop;
end $$;
grant update, delete on faheng.upload to faheng_app;
grant update on faheng.import_run to faheng_app;

-- Nothing recorded is taken back, by whichever role, the owner included. Redaction brings its own way later.
create function faheng.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete or truncate on faheng.act
  for each statement execute function faheng.refuse_change();
create trigger append_only before update or delete or truncate on faheng.act_private
  for each statement execute function faheng.refuse_change();
create trigger append_only before update or delete or truncate on faheng.verb_log
  for each statement execute function faheng.refuse_change();
create trigger append_only before delete or truncate on faheng.document
  for each statement execute function faheng.refuse_change();

-- A document gets its file once; nothing else about it ever changes.
create function faheng.refuse_document_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.file is not null or to_jsonb(new) - array['file', 'pages', 'rendered'] <> to_jsonb(old) - array['file', 'pages', 'rendered'] then
    raise exception 'document % is frozen', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frozen before update on faheng.document for each row execute function faheng.refuse_document_change();
