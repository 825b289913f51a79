-- The three lists (从轻、减轻、免予, 处罚法 32, 33; R33): dated rules with structured conditions, entered like every register.
create table faheng.leniency_rule (
  region text not null,
  rule text not null,
  version integer not null,
  body text not null,
  list text not null check (list in ('lighter', 'mitigated', 'exempt')),
  item text,                               -- null: the item of the catalogue is still to be found
  violation text not null,
  bases jsonb not null default '[]',       -- citations
  conditions jsonb not null,               -- Conditions of law/discretion
  title text not null,                     -- of the list it stands in
  issuer text not null,
  status text not null check (status in ('parsed', 'to-be-confirmed')),
  details jsonb not null default '{}',
  valid_from date not null,
  valid_until date,
  recorded timestamptz(3) not null,
  primary key (region, rule, version)
);
create index leniency_by_item on faheng.leniency_rule (region, item);

-- Exemptions granted, with the statutory minimum that was not imposed: known as plain counts (R35), and part of a party's record.
create table faheng.exempted (
  region text not null,
  party text not null,
  matter text not null,
  item text not null,
  conduct_from date not null,
  conduct_until date not null,
  ground text not null,
  rule text not null default '',           -- empty: by the statute alone
  amount bigint not null,
  primary key (region, party, matter, item, conduct_from)
);

-- The fine alone and the tier it was decided in, so that similar cases can be shown beside the next one.
alter table faheng.decided add column tier text, add column fine bigint;
create index decided_by_item on faheng.decided (region, item);

do $$
declare t text;
begin
  foreach t in array array['leniency_rule', 'exempted'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('revoke all on faheng.%I from public, faheng_app, faheng_worker, faheng_facts, faheng_reader', t);
    execute format('grant select, insert, update, delete on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
    execute format('grant select on faheng.%I to faheng_facts', t);
    execute format('create policy facts on faheng.%I for select to faheng_facts using (true)', t);
  end loop;
end $$;
grant select on faheng.benchmark_version, faheng.matter to faheng_facts;
create policy discretion on faheng.benchmark_version for select to faheng_facts using (true);
create policy similar_cases on faheng.matter for select to faheng_facts using (true);
grant select on faheng.leniency_rule to faheng_app;
create policy county on faheng.leniency_rule for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.person', true), '') is not null);

create policy scope on faheng.exempted for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    matter = nullif(current_setting('app.matter', true), '')
    or (select true from faheng.matter m where m.region = exempted.region and m.id = exempted.matter)));
grant select, insert, update, delete on faheng.exempted to faheng_app;
create policy record on faheng.exempted for insert to faheng_app with check (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));
create policy revise on faheng.exempted for update to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));
create policy retire on faheng.exempted for delete to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''));

grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

-- R32: the benchmark of an item on the act's day. A line still to be confirmed binds nobody. Made by another body: its maker is named.
create function faheng.fact_benchmarks(county text, of_body text, items text[], act_day date)
returns table (item text, id text, tier text, rank integer, circumstance text, branch integer, range jsonb, standard text, mitigation boolean, maker text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select v.item, v.benchmark, v.tier, v.rank, v.circumstances, v.branch, v.range, v.standard, v.mitigation,
    case when v.maker = '' and v.body <> of_body
      then coalesce((select b.name from faheng.body b where b.region = county and b.id = v.body order by b.valid_from desc limit 1), v.body) else v.maker end
  from faheng.benchmark_version v
  where v.region = county and v.item = any (items) and v.status = 'parsed'
    and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until)
  order by v.item, v.branch, v.rank, v.benchmark;
end $$;

-- R33: the rules of the three lists that apply on the act's day; one that has ended does not.
create function faheng.fact_leniency(county text, items text[], act_day date)
returns table (item text, id text, list text, violation text, title text, conditions jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select r.item, r.rule, r.list, r.violation, r.title, r.conditions
  from faheng.leniency_rule r
  where r.region = county and r.item = any (items) and r.valid_from <= act_day and (r.valid_until is null or act_day < r.valid_until)
  order by r.item, r.rule;
end $$;

-- R33: what the whole county has decided against the party before, punished or exempted, of these items.
create function faheng.fact_record(county text, own_matter text, parties text[], items text[], since date)
returns table (party text, item text, "on" date, exempted boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select d.party, d.item, d.conduct_until, false from faheng.decided d
  where d.region = county and d.party = any (parties) and d.item = any (items) and d.matter <> own_matter and d.standing and d.conduct_until >= since
  union
  select e.party, e.item, e.conduct_until, true from faheng.exempted e
  where e.region = county and e.party = any (parties) and e.item = any (items) and e.matter <> own_matter and e.conduct_until >= since
  order by 1, 2, 3, 4;
end $$;

-- Similar cases (R32): amounts of the county's decisions on an item, without parties; who decides cases may compare them.
create function faheng.similar_decisions(county text, of_item text, own_matter text)
returns table (matter text, body text, tier text, amount bigint, conduct date)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select d.matter, d.body_name, d.tier, d.amount, d.conduct_until from (
    select x.matter, x.tier, coalesce(x.fine, x.amount) as amount, x.conduct_until, x.party,
      coalesce((select b.short_name from faheng.body b where b.region = county and b.id = m.body order by b.valid_from desc limit 1), m.body) as body_name
    from faheng.decided x join faheng.matter m on m.region = x.region and m.id = x.matter
    where x.region = county and county = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
      and x.item = of_item and x.matter <> own_matter and x.fined and x.standing
    order by x.conduct_until desc, x.matter, x.party limit 300) d;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
do $$
declare f regprocedure;
begin
  foreach f in array array['faheng.fact_benchmarks(text, text, text[], date)'::regprocedure, 'faheng.fact_leniency(text, text[], date)'::regprocedure,
      'faheng.fact_record(text, text, text[], text[], date)'::regprocedure, 'faheng.similar_decisions(text, text, text)'::regprocedure] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to faheng_app', f);
  end loop;
end $$;
