-- The newest reported year of a county, for whoever asks: nothing of it is personal or of a single body.
grant usage, create on schema faheng to faheng_facts;
grant select on faheng.plan_report to faheng_facts;
create policy facts on faheng.plan_report for select to faheng_facts using (true);
set local role faheng_facts;
create function faheng.plan_summary(county text) returns table (made timestamptz, summary jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select made, summary from faheng.plan_report where region = county order by made desc, id limit 1;
end $$;
reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.plan_summary(text) from public;
grant execute on function faheng.plan_summary(text) to faheng_app;
