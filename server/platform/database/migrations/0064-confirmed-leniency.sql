-- R33, as 0033: a rule of the three lists that is still to be confirmed is not offered as law, as a line of a benchmark is not (R32).
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

create or replace function faheng.fact_leniency(county text, items text[], act_day date)
returns table (item text, id text, list text, violation text, title text, conditions jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select r.item, r.rule, r.list, r.violation, r.title, r.conditions
  from faheng.leniency_rule r
  where r.region = county and r.item = any (items) and r.status = 'parsed'
    and r.valid_from <= act_day and (r.valid_until is null or act_day < r.valid_until)
  order by r.item, r.rule;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
