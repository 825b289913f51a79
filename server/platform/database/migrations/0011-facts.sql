-- What guards may ask about the world outside the matter (D4): one function for each need of law/facts.ts. They belong to
-- faheng_facts and see the whole county, so they return what the need lists and nothing else: no names, no texts.
-- In plpgsql, which keeps its plans for the session: SQL functions were planned again with each call, 0.5 ms each.

grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

-- 处罚法 42, 55: the best certificate each officer had at the instant. A ministry's or the province's reaches down.
create function faheng.fact_certificates(county text, persons text[], at timestamptz)
returns table (person text, valid boolean, lack text, fields text[])
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select distinct on (p.person) p.person, c.lack is null and c.number is not null,
    case when c.number is null then 'none' else c.lack end, coalesce(c.fields, '{}')
  from unnest(persons) as p (person)
  left join lateral (
    select number, fields, from_at, case
      when left(county, length(regexp_replace(valid_region, '(00)+$', ''))) <> regexp_replace(valid_region, '(00)+$', '') then 'other-region'
      when at < from_at then 'not-yet'
      when at >= until_at then 'expired'
      when at >= suspended_from and (suspended_until is null or at < suspended_until) then 'suspended' end as lack
    from faheng.certificate where region = county and certificate.person = p.person) c on true
  order by p.person, (c.lack is null) desc, c.from_at desc, c.number;
end $$;

-- 处罚法 58(2): held at the instant.
create function faheng.fact_reviewers(county text, persons text[], at timestamptz)
returns table (person text, qualified boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select p.person, exists (select from faheng.post where region = county and post.person = p.person and kind = 'legal-reviewer'
    and qualified and from_at <= at and (until_at is null or at < until_at))
  from unnest(persons) as p (person);
end $$;

create function faheng.fact_heads(county text, of_body text, at timestamptz)
returns table (person text, rank text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select person, coalesce(rank, 'deputy') from faheng.post
  where region = county and body = of_body and kind = 'head' and from_at <= at and (until_at is null or at < until_at)
  order by array_position(array['chief', 'acting', 'deputy'], coalesce(rank, 'deputy')), person;
end $$;

-- Competence on the act's day; the norm on the conduct's (R14). A township needs a grant, an entrusted body its principal.
-- A norm is in force where some statute it rests on was in force that day; statutes not in the register are not doubted.
create function faheng.fact_items(county text, of_body text, items text[], conducts date[], act_day date)
returns table (item text, conduct date, version text, competent boolean, norm_in_force boolean, published boolean,
  limitation_years integer, harm_years integer, kinds text[], branches jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select a.item, a.conduct, norm.version::text,
    exists (select from faheng.item_version v where v.region = county and v.item = a.item
        and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until)
        and (v.body = of_body
          or v.body = (select b.principal from faheng.body b where b.region = county and b.id = of_body and b.kind = 'entrusted'
                and b.valid_from <= act_day and (b.valid_until is null or act_day < b.valid_until))
          or exists (select from faheng.township_grant g join faheng.body b on b.region = county and b.id = of_body and b.township = g.township
                where g.region = county and g.item = a.item and g.valid_from <= act_day and (g.valid_until is null or act_day < g.valid_until)))),
    coalesce((
      select bool_or(s.in_force <= a.conduct and (s.repealed is null or a.conduct < s.repealed))
      from jsonb_array_elements(norm.bases) base
      join faheng.statute_version s on s.region = county and s.statute = base -> 'citation' ->> 'statute'), true),
    coalesce((select v.published from faheng.item_version v where v.region = county and v.item = a.item
      and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until) order by v.version desc limit 1), false),
    norm.limitation_years, norm.harm_years, norm.kinds, norm.branches
  from unnest(items, conducts) as a (item, conduct)
  join lateral (
    select * from faheng.item_version v where v.region = county and v.item = a.item
    order by (v.valid_from <= a.conduct and (v.valid_until is null or a.conduct < v.valid_until)) desc, v.version desc limit 1) norm on true;
end $$;

-- Kind, age in full years on the day (处罚法 30), region of registration. The name stays behind.
create function faheng.fact_parties(county text, parties text[], days date[])
returns table (id text, kind text, age integer, region text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select p.id, p.kind, extract(year from age(a.day, p.birth))::integer,
    case when p.code ~ '^\d{17}[\dX]$' and p.kind = 'person' then left(p.code, 6)
         when p.code ~ '^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$' then substr(p.code, 3, 6) end
  from unnest(parties, days) as a (id, day)
  join faheng.party p on p.region = county and p.id = a.id;
end $$;

-- 处罚法 29: decisions of any body of the county against the party whose conduct overlaps.
create function faheng.fact_earlier(county text, own_matter text, parties text[], froms date[], untils date[])
returns table (matter text, party text, item text, "from" date, until date, fined boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select distinct d.matter, d.party, d.item, d.conduct_from, d.conduct_until, d.fined
  from unnest(parties, froms, untils) as a (party, since, until)
  join faheng.decided d on d.region = county and d.party = a.party and d.conduct_from <= a.until and d.conduct_until >= a.since
  where d.matter <> own_matter
  order by d.matter, d.party, d.item, d.conduct_from;
end $$;

create function faheng.fact_settings(county text, of_body text, on_day date)
returns table (name text, value jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select distinct on (name) name, value from faheng.body_setting
  where region = county and body = of_body and valid_from <= on_day and (valid_until is null or on_day < valid_until)
  order by name, valid_from desc;
end $$;

-- The whole of the matter under the lock, to fold it again; of no other.
create function faheng.matter_acts(county text, of_matter text)
returns setof faheng.act
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select * from faheng.act where region = county and matter = of_matter
    and of_matter = nullif(current_setting('app.matter', true), '')
  order by seq;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'faheng'::regnamespace
      and (p.proname like 'fact\_%' or p.proname = 'matter_acts') loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to faheng_app', f);
  end loop;
end $$;
