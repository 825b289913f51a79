-- Who may approve (R5): what a deputy is in charge of, by which document somebody acts as chief, which heads a body lets approve
-- which act, and written delegations. All dated; ended, never deleted.

alter table faheng.post add column fields text[];    -- of a deputy; null: all of the body's enforcement
alter table faheng.post add column document text;    -- of an acting chief: the document that appointed him

create table faheng.approval_rule (
  region text not null,
  body text not null,
  act text not null,                       -- kind of the act in law/procedures
  ranks text[] not null check (ranks <@ array['chief', 'acting', 'deputy']),
  in_field boolean not null,               -- a deputy only in the fields he is in charge of
  from_at timestamptz(3) not null,         -- half-open [from_at, until_at)
  until_at timestamptz(3),
  recorded timestamptz(3) not null,
  primary key (region, body, act, from_at)
);

create table faheng.delegation (
  region text not null,
  id text not null,
  body text not null,
  person text not null,                    -- who receives the power; it ends with the post he holds
  post text not null check (post in ('head', 'unit-head')),
  given_by text not null,
  acts text[] not null,
  document text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  recorded timestamptz(3) not null,
  primary key (region, id)
);
create index delegation_by_person on faheng.delegation (region, person); -- who asks, each request
create index delegation_by_body on faheng.delegation (region, body);     -- who is eligible

do $$
declare t text;
begin
  foreach t in array array['approval_rule', 'delegation'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('revoke all on faheng.%I from public, faheng_app, faheng_worker, faheng_facts, faheng_reader', t);
    execute format('grant select, insert, update, delete on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
    execute format('grant select on faheng.%I to faheng_facts, faheng_app', t);
    execute format('create policy facts on faheng.%I for select to faheng_facts using (true)', t);
    execute format($policy$create policy county on faheng.%I for select to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.person', true), '') is not null)$policy$, t);
  end loop;
end $$;
grant select on faheng.delegation to faheng_auth;
create policy identity on faheng.delegation for select to faheng_auth using (true);

-- A delegated power is waited for act by act: its duty reads post:act@place, and shows no other matter of the body.
alter policy mine on faheng.waiting using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    matter = nullif(current_setting('app.matter', true), '')
    or person = nullif(current_setting('app.person', true), '')
    or (person = ''
      and array[post || '@' || place, post || ':' || act || '@' || place] && string_to_array(current_setting('app.duties', true), ',')
      and not nullif(current_setting('app.person', true), '') = any (except_persons))));
alter policy scope on faheng.matter using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    id = nullif(current_setting('app.matter', true), '')
    or current_setting('app.county', true) = 'yes'
    or body = any (string_to_array(current_setting('app.bodies', true), ','))
    or unit = any (string_to_array(current_setting('app.units', true), ','))
    or (select true from faheng.reader r where r.region = matter.region and r.matter = matter.id
          and r.person = nullif(current_setting('app.person', true), ''))
    or (select true from faheng.waiting w where w.region = matter.region and w.matter = matter.id
          and (w.person = nullif(current_setting('app.person', true), '')
            or (w.person = '' and array[w.post || '@' || w.place, w.post || ':' || w.act || '@' || w.place] && string_to_array(current_setting('app.duties', true), ',')
              and not nullif(current_setting('app.person', true), '') = any (w.except_persons)))
        limit 1)));
do $$
declare
  t record;
  present constant text := '(select m.seq from faheng.matter m where m.region = %1$I.region and m.id = %1$I.matter)';
begin
  for t in select * from (values
      ('act', 'act.seq'), ('document', 'document.act_seq'), ('finding', 'finding.opened_seq'),
      ('matter_state', present), ('clock', present), ('held', present), ('decided', present), ('word', present)) as of_matter (name, seq) loop
    execute format($policy$alter policy scope on faheng.%1$I using (
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
                or (w.person = '' and array[w.post || '@' || w.place, w.post || ':' || w.act || '@' || w.place] && string_to_array(current_setting('app.duties', true), ',')
                  and not nullif(current_setting('app.person', true), '') = any (w.except_persons)))
            limit 1)))$policy$, t.name, format(t.seq, t.name));
  end loop;
end $$;

-- The posts of a session, with those a delegation gives; a delegation holds only while its holder has the post it names.
grant create on schema auth to faheng_auth;
set local role faheng_auth;
create or replace function auth.session_at(asked text, at timestamptz)
returns table (region text, person text, name text, username text, second_factor boolean, password_due boolean,
  opened timestamptz, seen timestamptz, posts jsonb)
language sql stable security definer set search_path = '' as $$
  select u.region, u.person, coalesce(p.name, u.name), u.username, coalesce(u."twoFactorEnabled", false), u."passwordDue",
    used.opened, used.seen,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', post.id, 'kind', post.kind, 'body', post.body, 'unit', post.unit, 'rank', post.rank, 'fields', post.fields)
        order by post.from_at, post.id)
      from faheng.post post
      where post.region = u.region and post.person = u.person
        and post.from_at <= at and (post.until_at is null or at < post.until_at)), '[]'::jsonb)
    || coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'kind', 'head', 'body', d.body, 'unit', null, 'rank', null, 'fields', null,
          'delegation', jsonb_build_object('id', d.id, 'to', case d.post when 'head' then 'deputy' else d.post end, 'acts', d.acts)) order by d.from_at, d.id)
      from faheng.delegation d
      where d.region = u.region and d.person = u.person and d.from_at <= at and at < d.until_at
        and exists (select from faheng.post held where held.region = d.region and held.person = d.person and held.body = d.body and held.kind = d.post
          and held.from_at <= at and (held.until_at is null or at < held.until_at))), '[]'::jsonb)
  from auth.session_use used
  join auth.session session on session.token = used.token
  join auth."user" u on u.id = session."userId"
  left join faheng.person p on p.region = u.region and p.id = u.person
  where used.token = asked
$$;
reset role;
revoke create on schema auth from faheng_auth;

grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

-- R5: which heads the body lets approve which act, and the fields of the items a case is about.
create function faheng.fact_approval(county text, of_body text, items text[], at timestamptz)
returns table (rules jsonb, fields text[])
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select
    coalesce((select jsonb_object_agg(act, jsonb_build_object('ranks', to_jsonb(ranks), 'inField', in_field)) from faheng.approval_rule
      where region = county and body = of_body and from_at <= at and (until_at is null or at < until_at)), '{}'),
    coalesce((select array_agg(distinct field order by field) from (
      select distinct on (item) field from faheng.item_version where region = county and item = any (items) order by item, version desc) as latest
      where field <> ''), '{}');
end $$;

create function faheng.fact_body_reviewers(county text, of_body text, at timestamptz)
returns table (person text, qualified boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select person, bool_or(qualified) from faheng.post
  where region = county and body = of_body and kind = 'legal-reviewer' and from_at <= at and (until_at is null or at < until_at)
  group by person order by person;
end $$;

-- What the asker may not do himself in matters he took part in: his desk says so where nobody else is left (R5).
create function faheng.waiting_without(county text, places text[])
returns table (matter text, act text, post text, place text, since timestamptz)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select w.matter, w.act, w.post, w.place, w.since from faheng.waiting w
  where w.region = county and county = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
    and w.person = '' and w.place = any (places) and w.post in ('unit-head', 'head', 'legal-reviewer')
    and nullif(current_setting('app.person', true), '') = any (w.except_persons)
  order by w.since limit 100;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
do $$
declare f regprocedure;
begin
  foreach f in array array['faheng.fact_approval(text, text, text[], timestamptz)'::regprocedure, 'faheng.fact_body_reviewers(text, text, timestamptz)'::regprocedure,
      'faheng.waiting_without(text, text[])'::regprocedure] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to faheng_app', f);
  end loop;
end $$;
