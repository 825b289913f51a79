-- The public catalogue says where a version comes from: an adjustment (R14), or a table that was imported without one. Beside it,
-- for everybody: the benchmarks (处罚法 34) and the three lists (33) as they stand on a day. What waits to be confirmed binds nobody.
drop function faheng.public_items(text, date, text, text, text, text, integer);

grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

create function faheng.public_items(county text, on_day date, of_body text, of_kind text, words text, after text, rows_wanted integer)
returns table (item text, version integer, body text, "bodyName" text, title text, field text, kind text, bases jsonb, kinds text[], orders text[],
  branches jsonb, details jsonb, "validFrom" date, source text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select i.item, i.version, i.body,
    coalesce((select b.name from faheng.body b where b.region = county and b.id = i.body and b.valid_from <= on_day order by b.valid_from desc limit 1), i.body),
    i.title, i.field, i.kind, i.bases, i.kinds, i.orders, i.branches, i.details, i.valid_from, i.source
  from faheng.item_version i
  where i.region = county and i.item > after and i.published and (of_body is null or i.body = of_body) and (of_kind is null or i.kind = of_kind)
    and (words is null or strpos(i.title, words) > 0)
    and i.valid_from <= on_day and (i.valid_until is null or on_day < i.valid_until)
    and not exists (select from faheng.item_version l where l.region = county and l.item = i.item and l.version > i.version and l.valid_from <= on_day)
  order by i.item limit rows_wanted;
end $$;

-- Of published items, one row each, lightest tier first.
create function faheng.public_benchmarks(county text, on_day date, of_body text, words text, after text, rows_wanted integer)
returns table (item text, title text, "bodyName" text, bases jsonb, lines jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select i.item, i.title,
    coalesce((select b.name from faheng.body b where b.region = county and b.id = i.body and b.valid_from <= on_day order by b.valid_from desc limit 1), i.body),
    i.bases, l.lines
  from faheng.item_version i
  join lateral (
    select jsonb_agg(jsonb_build_object('id', v.benchmark, 'tier', v.tier, 'circumstances', v.circumstances, 'range', v.range, 'standard', v.standard, 'mitigation', v.mitigation,
      'maker', v.maker, 'published', v.published, 'from', v.valid_from, 'until', v.valid_until) order by v.branch, v.rank, v.benchmark) as lines
    from faheng.benchmark_version v where v.region = county and v.item = i.item and v.status = 'parsed'
      and v.valid_from <= on_day and (v.valid_until is null or on_day < v.valid_until)) l on l.lines is not null
  where i.region = county and i.item > after and i.published and (of_body is null or i.body = of_body)
    and (words is null or strpos(i.title, words) > 0)
    and i.valid_from <= on_day and (i.valid_until is null or on_day < i.valid_until)
    and not exists (select from faheng.item_version n where n.region = county and n.item = i.item and n.version > i.version and n.valid_from <= on_day)
  order by i.item limit rows_wanted;
end $$;

create function faheng.public_leniency(county text, on_day date, of_list text, of_body text, words text, after text, rows_wanted integer)
returns table (id text, list text, "bodyName" text, violation text, bases jsonb, conditions jsonb, title text, issuer text, "from" date, until date)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select r.rule, r.list,
    coalesce((select b.name from faheng.body b where b.region = county and b.id = r.body and b.valid_from <= on_day order by b.valid_from desc limit 1), r.body),
    r.violation, r.bases, r.conditions, r.title, r.issuer, r.valid_from, r.valid_until
  from faheng.leniency_rule r
  where r.region = county and r.rule > after and r.status = 'parsed' and r.list = of_list and (of_body is null or r.body = of_body)
    and (words is null or strpos(r.violation, words) > 0)
    and r.valid_from <= on_day and (r.valid_until is null or on_day < r.valid_until)
  order by r.rule limit rows_wanted;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
do $$
declare f regprocedure;
begin
  foreach f in array array['faheng.public_items(text, date, text, text, text, text, integer)'::regprocedure,
      'faheng.public_benchmarks(text, date, text, text, text, integer)'::regprocedure, 'faheng.public_leniency(text, date, text, text, text, text, integer)'::regprocedure] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to faheng_app', f);
  end loop;
end $$;
