-- Which officers belong to a body (处罚法 26, R4), and the field an item belongs to, compared with those of a certificate.
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

-- The bodies in which each of them holds a post of enforcement at the instant.
create function faheng.fact_posted(county text, persons text[], at timestamptz)
returns table (person text, bodies text[])
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select p.person, coalesce((select array_agg(distinct o.body order by o.body) from faheng.post o
    where o.region = county and o.person = p.person and o.kind in ('officer', 'unit-head', 'head', 'receiving-clerk', 'legal-reviewer')
      and o.from_at <= at and (o.until_at is null or at < o.until_at) and not faheng.has_left(county, p.person, o.body, o.from_at, at)), '{}')
  from unnest(persons) as p (person);
end $$;

create function faheng.fact_fields(county text, items text[])
returns table (item text, field text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select distinct on (v.item) v.item, v.field from faheng.item_version v
  where v.region = county and v.item = any (items) order by v.item, v.version desc;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
do $$
declare f regprocedure;
begin
  foreach f in array array['faheng.fact_posted(text, text[], timestamptz)'::regprocedure, 'faheng.fact_fields(text, text[])'::regprocedure] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to faheng_app', f);
  end loop;
end $$;
