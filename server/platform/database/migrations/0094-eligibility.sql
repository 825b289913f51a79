-- R34: a category the county's table says nothing of keeps the law's default, as seconded staff do already (0036): one row about
-- others lets no assistant hold a certificate.
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

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
  with latest as (
    select distinct on (category) category, rule from faheng.certificate_eligibility
    where region = county and valid_from <= on_day and (valid_until is null or on_day < valid_until) order by category, valid_from desc)
  select 'ineligibleCategories', coalesce(jsonb_agg(c.category order by c.category) filter (where c.rule = 'never'), '[]') from (
    select category, rule from latest
    union all
    select d, 'never' from unnest(array['assistant', 'contract', 'service-worker']) d where d not in (select category from latest)) c
  where exists (select from latest)
  having count(*) > 0;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
