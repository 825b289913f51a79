-- What was sent back to somebody, and what happened since yesterday in the cases he handles, are few things. Both were looked for
-- by the last act of each of his open cases, every one of them through row-level security: two thirds of the desk of an officer
-- with 1,500 cases. Returns have an index of their own now; what moved is told by a function that reads his own cases alone, and
-- the few acts found are read through the policies as before.
create index act_returned on faheng.act (region, matter, seq) where kind like 'return-%';
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;
create function faheng.moved_since(county text, since timestamptz) returns table (matter text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select last.matter from faheng.reader r cross join lateral (
    select a.matter, a.recorded from faheng.act a where a.region = county and a.matter = r.matter order by a.seq desc limit 1) last
  where county = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
    and r.region = county and r.person = nullif(current_setting('app.person', true), '') and r.up_to_seq is null
    and r.open_until >= since and last.recorded >= since;
end $$;
-- A desk keeps its plans; this one depends on whose name it is.
alter function faheng.waiting_without(text, text[]) set plan_cache_mode = 'auto';
revoke all on function faheng.moved_since(text, timestamptz) from public;
grant execute on function faheng.moved_since(text, timestamptz) to faheng_app;
reset role;
revoke create on schema faheng from faheng_facts;
