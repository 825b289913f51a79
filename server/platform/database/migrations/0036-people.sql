-- Who may hold a certificate, what is known of an officer, and how he leaves (R4, R34).

-- 人员档案: dated; the newest valid_from that has come counts. The ID number is sealed under the master key, and told apart by a
-- keyed mark; the office reads its last four digits.
create table faheng.officer_profile (
  region text not null,
  person text not null,
  valid_from date not null,
  category text not null check (category in ('civil-servant', 'referenced', 'public-institution', 'seconded', 'assistant', 'contract', 'service-worker')),
  education text,
  legal_qualification boolean not null default false,
  reviewing_since date,                    -- 处罚法 58(2): who reviewed before 2018 may show it
  reviewer_kind text check (reviewer_kind in ('staff', 'counsel', 'public-lawyer')), -- of the county pool
  fields text[] not null default '{}',
  id_sealed bytea,
  id_tail text,
  id_mark text,
  recorded timestamptz(3) not null,
  recorded_by text not null,
  primary key (region, person, valid_from)
);
create index officer_profile_by_mark on faheng.officer_profile (region, id_mark) where id_mark is not null; -- duplicates, imports

create table faheng.person_photo (
  region text not null,
  person text not null,
  photo bytea not null check (octet_length(photo) <= 524288),
  type text not null check (type in ('image/jpeg', 'image/png')),
  recorded timestamptz(3) not null,
  primary key (region, person)
);

-- R34: which 编制类别 may hold a certificate in this county, dated; without a row the law's own default stands.
create table faheng.certificate_eligibility (
  region text not null,
  category text not null check (category in ('civil-servant', 'referenced', 'public-institution', 'seconded', 'assistant', 'contract', 'service-worker')),
  rule text not null check (rule in ('may', 'joint', 'never')),
  basis text not null,
  valid_from date not null,
  valid_until date,
  recorded timestamptz(3) not null,
  primary key (region, category, valid_from)
);

-- By acts. A departure ends the person's posts in that body and his certificate for every reader; no row of another matter or of a
-- file is touched. ended_at is null where it was withdrawn.
create table faheng.departure (
  region text not null,
  matter text not null,
  person text not null,
  body text not null,
  event_on date not null,
  ground text not null,
  ended_at timestamptz(3),
  recorded timestamptz(3) not null,
  primary key (region, person, body, event_on)
);
create index departure_by_matter on faheng.departure (region, matter); -- rebuild, refold

-- The issuer took the certificate back, however it had come into the register.
create table faheng.certificate_end (
  region text not null,
  matter text not null,
  issuer text not null,
  number text not null,
  ground text not null,
  ended_at timestamptz(3) not null,
  recorded timestamptz(3) not null,
  primary key (region, issuer, number)
);
create index certificate_end_by_matter on faheng.certificate_end (region, matter); -- rebuild, refold

-- The code on a card: whoever scans it sees its holder and whether it is valid today.
create table faheng.card_code (
  region text not null,
  issuer text not null,
  number text not null,
  code text not null unique,
  recorded timestamptz(3) not null,
  primary key (region, issuer, number)
);

do $$
declare t text;
begin
  foreach t in array array['officer_profile', 'person_photo', 'certificate_eligibility', 'departure', 'certificate_end', 'card_code'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('revoke all on faheng.%I from public, faheng_app, faheng_worker, faheng_facts, faheng_reader', t);
    execute format('grant select, insert, update, delete on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
    execute format('grant select on faheng.%I to faheng_facts', t);
    execute format('create policy facts on faheng.%I for select to faheng_facts using (true)', t);
    execute format($policy$create policy county on faheng.%I for select to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.person', true), '') is not null)$policy$, t);
  end loop;
  foreach t in array array['person_photo', 'certificate_eligibility', 'departure', 'certificate_end', 'card_code'] loop
    execute format('grant select on faheng.%I to faheng_app', t);
  end loop;
  foreach t in array array['departure', 'certificate_end'] loop
    execute format('grant insert, update, delete on faheng.%I to faheng_app', t);
    execute format($policy$create policy record on faheng.%I for insert to faheng_app with check (
      region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''))$policy$, t);
    execute format($policy$create policy revise on faheng.%1$I for update to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''))$policy$, t);
    execute format($policy$create policy retire on faheng.%1$I for delete to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''))$policy$, t);
  end loop;
end $$;
-- The office reads everything of a profile but the number itself.
grant select (region, person, valid_from, category, education, legal_qualification, reviewing_since, reviewer_kind, fields, id_tail, recorded)
  on faheng.officer_profile to faheng_app;
grant select on faheng.departure to faheng_auth;
create policy identity on faheng.departure for select to faheng_auth using (true);

grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

-- Whether a post that began at `since` has ended by its holder's leaving the body.
create function faheng.has_left(county text, of_person text, of_body text, since timestamptz, at timestamptz) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from faheng.departure d
    where d.region = county and d.person = of_person and d.body = of_body and since <= d.ended_at and d.ended_at <= at);
end $$;

-- Whether a certificate was taken back, or its holder left the body he served in: from that instant it is none.
create function faheng.certificate_over(county text, of_issuer text, of_number text, of_person text, since timestamptz, at timestamptz) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return exists (select from faheng.certificate_end e where e.region = county and e.issuer = of_issuer and e.number = of_number and e.ended_at <= at)
    or exists (select from faheng.departure d
      where d.region = county and d.person = of_person and since <= d.ended_at and d.ended_at <= at
        and exists (select from faheng.post o where o.region = county and o.person = of_person and o.body = d.body
          and o.from_at <= d.ended_at and (o.until_at is null or d.ended_at <= o.until_at)));
end $$;

drop function faheng.fact_certificates(text, text[], timestamptz);
create function faheng.fact_certificates(county text, persons text[], at timestamptz)
returns table (person text, valid boolean, lack text, fields text[], joint boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select distinct on (p.person) p.person, c.lack is null and c.number is not null,
    case when c.number is null then 'none' else c.lack end, coalesce(c.fields, '{}'),
    -- 借调人员: alone he enforces nothing, unless the county's table lets him.
    coalesce((select f.category from faheng.officer_profile f
      where f.region = county and f.person = p.person and f.valid_from <= (at at time zone 'Asia/Shanghai')::date order by f.valid_from desc limit 1) in (
        select r.category from (select distinct on (e.category) e.category, e.rule from faheng.certificate_eligibility e
          where e.region = county and e.valid_from <= (at at time zone 'Asia/Shanghai')::date
            and (e.valid_until is null or (at at time zone 'Asia/Shanghai')::date < e.valid_until)
          order by e.category, e.valid_from desc) as r where r.rule = 'joint'
        union all
        select 'seconded' where not exists (select from faheng.certificate_eligibility e where e.region = county and e.category = 'seconded')), false)
  from unnest(persons) as p (person)
  left join lateral (
    select number, fields, from_at, case
      when left(county, length(regexp_replace(valid_region, '(00)+$', ''))) <> regexp_replace(valid_region, '(00)+$', '') then 'other-region'
      when at < from_at then 'not-yet'
      when faheng.certificate_over(county, issuer, number, p.person, from_at, at) then 'ended'
      when at >= until_at then 'expired'
      when at >= suspended_from and (suspended_until is null or at < suspended_until) then 'suspended' end as lack
    from faheng.certificate where region = county and certificate.person = p.person) c on true
  order by p.person, (c.lack is null) desc, c.from_at desc, c.number;
end $$;

create or replace function faheng.fact_reviewers(county text, persons text[], at timestamptz)
returns table (person text, qualified boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select p.person, exists (select from faheng.post where region = county and post.person = p.person and kind = 'legal-reviewer'
    and qualified and from_at <= at and (until_at is null or at < until_at) and not faheng.has_left(county, p.person, body, from_at, at))
  from unnest(persons) as p (person);
end $$;

create or replace function faheng.fact_heads(county text, of_body text, at timestamptz)
returns table (person text, rank text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select person, coalesce(rank, 'deputy') from faheng.post
  where region = county and body = of_body and kind = 'head' and from_at <= at and (until_at is null or at < until_at)
    and not faheng.has_left(county, person, of_body, from_at, at)
  order by array_position(array['chief', 'acting', 'deputy'], coalesce(rank, 'deputy')), person;
end $$;

create or replace function faheng.fact_body_reviewers(county text, of_body text, at timestamptz)
returns table (person text, qualified boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select person, bool_or(qualified) from faheng.post
  where region = county and body = of_body and kind = 'legal-reviewer' and from_at <= at and (until_at is null or at < until_at)
    and not faheng.has_left(county, person, of_body, from_at, at)
  group by person order by person;
end $$;

-- The county's table of categories answers as a setting of every body (R34).
create or replace function faheng.fact_settings(county text, of_body text, on_day date)
returns table (name text, value jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select distinct on (name) name, value from faheng.body_setting
  where region = county and body = of_body and valid_from <= on_day and (valid_until is null or on_day < valid_until)
    and (name <> 'ineligibleCategories' or not exists (select from faheng.certificate_eligibility where region = county))
  order by name, valid_from desc;
  return query
  select 'ineligibleCategories', coalesce(jsonb_agg(category order by category) filter (where rule = 'never'), '[]') from (
    select distinct on (category) category, rule from faheng.certificate_eligibility
    where region = county and valid_from <= on_day and (valid_until is null or on_day < valid_until) order by category, valid_from desc) as latest
  having count(*) > 0;
end $$;

-- How many open matters each of them still handles: what a leaver has to hand over.
create function faheng.fact_handled(county text, persons text[])
returns table (person text, matters integer)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select p.person, (select count(*)::integer from faheng.reader r join faheng.matter m on m.region = county and m.id = r.matter
    where r.region = county and r.person = p.person and r.up_to_seq is null and not m.ended)
  from unnest(persons) as p (person);
end $$;

-- Open cases of these units or bodies of which somebody in the team may not enforce now: no power is exercised there until he is
-- replaced (处罚法 42). The reader rows name who handles; the state says whether as one of the team.
create function faheng.thin_matters(county text, units text[], bodies text[], at timestamptz)
returns table (matter text, person text, lack text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin
  if county is distinct from nullif(current_setting('app.region', true), '') then return; end if;
  return query
  with handling as (
    select m.id, r.person from faheng.matter m
    join faheng.reader r on r.region = county and r.matter = m.id and r.up_to_seq is null
    where m.region = county and not m.ended and (m.unit = any (units) or m.body = any (bodies))),
  lacking as (
    select c.person, c.lack from faheng.fact_certificates(county, (select coalesce(array_agg(distinct h.person), '{}') from handling h), at) c where not c.valid)
  select h.id, h.person, l.lack from handling h join lacking l on l.person = h.person
  join faheng.matter_state s on s.region = county and s.matter = h.id
  where s.state -> 'team' ? h.person order by h.id, h.person limit 200;
end $$;

-- Whoever scans a card: name, photo, body, fields, and whether it is valid now. Nothing else.
create function faheng.card_by_code(of_code text, at timestamptz)
returns table (region text, person text, name text, body text, fields text[], valid boolean, photo boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select c.region, c.person, p.name,
    (select b.name from faheng.post o join faheng.body b on b.region = o.region and b.id = o.body
      where o.region = c.region and o.person = c.person and o.from_at <= at and b.valid_from <= (at at time zone 'Asia/Shanghai')::date
      order by (o.kind in ('officer', 'unit-head')) desc, (o.until_at is null or at < o.until_at) desc, o.from_at desc, b.valid_from desc limit 1),
    c.fields,
    c.from_at <= at and at < c.until_at and not coalesce(c.suspended_from <= at and (c.suspended_until is null or at < c.suspended_until), false)
      and not faheng.certificate_over(c.region, c.issuer, c.number, c.person, c.from_at, at),
    exists (select from faheng.person_photo f where f.region = c.region and f.person = c.person)
  from faheng.card_code k
  join faheng.certificate c on c.region = k.region and c.issuer = k.issuer and c.number = k.number
  join faheng.person p on p.region = c.region and p.id = c.person
  where k.code = of_code;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
grant select on faheng.reader, faheng.person, faheng.matter_state to faheng_facts;
create policy facts_people on faheng.reader for select to faheng_facts using (true);
create policy facts_people on faheng.matter_state for select to faheng_facts using (true);
create policy facts_people on faheng.person for select to faheng_facts using (true);
do $$
declare f regprocedure;
begin
  foreach f in array array['faheng.fact_certificates(text, text[], timestamptz)'::regprocedure, 'faheng.fact_handled(text, text[])'::regprocedure,
      'faheng.card_by_code(text, timestamptz)'::regprocedure, 'faheng.thin_matters(text, text[], text[], timestamptz)'::regprocedure] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to faheng_app', f);
  end loop;
  foreach f in array array['faheng.has_left(text, text, text, timestamptz, timestamptz)'::regprocedure,
      'faheng.certificate_over(text, text, text, text, timestamptz, timestamptz)'::regprocedure] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to faheng_app, faheng_worker, faheng_auth', f);
  end loop;
end $$;

-- A session ends with the last post of who left; the posts of the body he left are gone the same instant.
grant create on schema auth to faheng_auth;
grant usage on schema faheng to faheng_auth;
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
        and post.from_at <= at and (post.until_at is null or at < post.until_at)
        and not faheng.has_left(post.region, post.person, post.body, post.from_at, at)), '[]'::jsonb)
    || coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'kind', 'head', 'body', d.body, 'unit', null, 'rank', null, 'fields', null,
          'delegation', jsonb_build_object('id', d.id, 'to', case d.post when 'head' then 'deputy' else d.post end, 'acts', d.acts)) order by d.from_at, d.id)
      from faheng.delegation d
      where d.region = u.region and d.person = u.person and d.from_at <= at and at < d.until_at
        and exists (select from faheng.post held where held.region = d.region and held.person = d.person and held.body = d.body and held.kind = d.post
          and held.from_at <= at and (held.until_at is null or at < held.until_at)
          and not faheng.has_left(held.region, held.person, held.body, held.from_at, at))), '[]'::jsonb)
  from auth.session_use used
  join auth.session session on session.token = used.token
  join auth."user" u on u.id = session."userId"
  left join faheng.person p on p.region = u.region and p.id = u.person
  where used.token = asked
    and not (exists (select from faheng.departure d where d.region = u.region and d.person = u.person and d.ended_at <= at)
      and not exists (select from faheng.post o where o.region = u.region and o.person = u.person
        and o.from_at <= at and (o.until_at is null or at < o.until_at) and not faheng.has_left(o.region, o.person, o.body, o.from_at, at)))
$$;
reset role;
revoke create on schema auth from faheng_auth;
