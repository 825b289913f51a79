-- As in 0030, and whether none of the statutes an item rests on is in the register: then nobody can say whether it was in force
-- when the conduct happened (行政处罚法 38), which is found, not passed over.
drop function faheng.fact_items(text, text, text[], date[], text[], date);

grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

create function faheng.fact_items(county text, of_body text, items text[], conducts date[], townships text[], act_day date)
returns table (item text, conduct date, version text, competent boolean, norm_in_force boolean, published boolean,
  limitation_years integer, harm_years integer, kinds text[], branches jsonb,
  changed boolean, later_version text, later_kinds text[], later_branches jsonb, unregistered boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select a.item, a.conduct, norm.version::text,
    exists (select from faheng.item_version v where v.region = county and v.item = a.item
        and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until)
        and not exists (select from faheng.item_version l where l.region = county and l.item = a.item and l.version > v.version and l.valid_from <= act_day)
        and ((not exists (select from faheng.township_grant g where g.region = county and g.item = a.item and g.township = a.township and g.exclusive
              and g.valid_from <= act_day and (g.valid_until is null or act_day < g.valid_until))
            and (v.body = of_body
              or v.body = (select b.principal from faheng.body b where b.region = county and b.id = of_body and b.kind = 'entrusted'
                and b.valid_from <= act_day and (b.valid_until is null or act_day < b.valid_until))))
          or exists (select from faheng.township_grant g join faheng.body b on b.region = county and b.id = of_body and b.township = g.township
                where g.region = county and g.item = a.item and (a.township is null or g.township = a.township)
                and g.valid_from <= act_day and (g.valid_until is null or act_day < g.valid_until)))),
    coalesce((
      select bool_or(s.in_force <= a.conduct and (s.repealed is null or a.conduct < s.repealed))
      from jsonb_array_elements(norm.bases) base
      join faheng.statute_version s on s.region = county and s.statute = base -> 'citation' ->> 'statute'), true),
    coalesce((select v.published from faheng.item_version v where v.region = county and v.item = a.item
      and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until) order by v.version desc limit 1), false),
    norm.limitation_years, norm.harm_years, norm.kinds, norm.branches,
    (later.version is not null and later.version <> norm.version) or exists (
      select from jsonb_array_elements(norm.bases) base
      join faheng.statute_change c on c.region = county and c.statute = base -> 'citation' ->> 'statute'
        and c.effective > a.conduct and c.effective <= act_day
      where c.articles is null or exists (
        select from jsonb_array_elements(c.articles) t where t ->> 'kind' <> 'new' and t ->> 'article' = base -> 'citation' ->> 'article'
          and coalesce(t ->> 'sub', '0') = coalesce(base -> 'citation' ->> 'sub', '0'))) or exists (
      select from jsonb_array_elements(norm.bases) base
      join faheng.statute_version s on s.region = county and s.statute = base -> 'citation' ->> 'statute'
        and s.in_force <= a.conduct and (s.repealed is null or a.conduct < s.repealed)
      where s.repealed <= act_day and not exists (
        select from faheng.statute_change c where c.region = county and c.statute = s.statute and c.effective > a.conduct and c.effective <= act_day)),
    later.version::text, later.kinds, later.branches,
    not exists (
      select from jsonb_array_elements(norm.bases) base
      join faheng.statute_version s on s.region = county and s.statute = base -> 'citation' ->> 'statute')
  from unnest(items, conducts, townships) as a (item, conduct, township)
  join lateral (
    select * from faheng.item_version v where v.region = county and v.item = a.item
    order by (v.valid_from <= a.conduct and (v.valid_until is null or a.conduct < v.valid_until)) desc, v.version desc limit 1) norm on true
  left join lateral (
    select v.version, v.kinds, v.branches from faheng.item_version v where v.region = county and v.item = a.item and v.version <> norm.version
      and v.valid_from > a.conduct and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until)
    order by v.version desc limit 1) later on true;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.fact_items(text, text, text[], date[], text[], date) from public;
grant execute on function faheng.fact_items(text, text, text[], date[], text[], date) to faheng_app;
