-- Whether somebody has left is asked by identity, by acts and by facts in turn on one connection, and a plan under row-level
-- security holds for one role: it was made anew whenever another asked. Asked by one role, the plan is kept. What it tells of a
-- county, the functions of facts tell already.
set local role faheng_facts;
alter function faheng.has_left(text, text, text, timestamptz, timestamptz) security definer;
alter function faheng.certificate_over(text, text, text, text, timestamptz, timestamptz) security definer;
revoke all on function faheng.has_left(text, text, text, timestamptz, timestamptz),
  faheng.certificate_over(text, text, text, text, timestamptz, timestamptz) from public;
grant execute on function faheng.has_left(text, text, text, timestamptz, timestamptz) to faheng_app, faheng_worker, faheng_auth;
grant execute on function faheng.certificate_over(text, text, text, text, timestamptz, timestamptz) to faheng_app, faheng_worker;
reset role;
