-- Mis-recorded entries that were struck (R3), out of the acts that struck them: their papers are void. Rewritten and rebuilt
-- like every table that stands for a matter's acts.
create table faheng.struck (
  region text not null,
  matter text not null,
  entry text not null, -- the act that counts for nothing
  act text not null,   -- the act that struck it
  primary key (region, matter, entry)
);

-- What somebody is still writing (R3): his own, edited freely, under the master key. No act, no record.
create table faheng.draft (
  region text not null,
  person text not null,
  place text not null, -- matter or new lead, and the kind of act
  cipher bytea not null,
  saved timestamptz(3) not null,
  primary key (region, person, place)
);

do $$
declare t text;
begin
  foreach t in array array['struck', 'draft'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('revoke all on faheng.%I from public, faheng_app, faheng_worker, faheng_facts, faheng_reader', t);
    execute format('grant select, insert, update, delete on faheng.%I to faheng_worker, faheng_app', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
  end loop;
end $$;

-- Read with the act that struck: who left the case before that reads the entry as he knew it (R6).
create policy scope on faheng.struck for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
  and (select true from faheng.act a where a.region = struck.region and a.id = struck.act));
create policy record on faheng.struck for insert to faheng_app with check (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));
create policy revise on faheng.struck for update to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));
create policy retire on faheng.struck for delete to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));

create policy own on faheng.draft to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and person = nullif(current_setting('app.person', true), ''));

-- The public page says of a struck entry's paper that it is void.
grant select on faheng.struck to faheng_facts;
create policy facts on faheng.struck for select to faheng_facts using (true);
grant create on schema faheng to faheng_facts;
set role faheng_facts;

create function faheng.paper_is_void(of_region text, of_act text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from faheng.act a join faheng.struck s on s.region = a.region and s.matter = a.matter and s.entry = a.id
    where a.region = of_region and a.id = of_act)
$$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.paper_is_void(text, text) from public;
grant execute on function faheng.paper_is_void(text, text) to faheng_app;
