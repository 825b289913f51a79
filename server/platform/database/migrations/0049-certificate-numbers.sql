-- The number of the certificate that each person held at an instant, for documents that name him (D4). As faheng_facts, like
-- fact_certificates: certificate_over has policies to read through, and its plan is lost whenever the caller's role changes, which
-- was twice an act.
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;
create function faheng.fact_certificate_numbers(county text, persons text[], at timestamptz)
returns table (person text, number text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select distinct on (c.person) c.person, c.number from faheng.certificate c
  where c.region = county and c.person = any (persons) and c.from_at <= at and at < c.until_at
    and not faheng.certificate_over(c.region, c.issuer, c.number, c.person, c.from_at, at)
  order by c.person, c.from_at desc;
end $$;
reset role;
revoke create on schema faheng from faheng_facts;
revoke execute on function faheng.fact_certificate_numbers(text, text[], timestamptz) from public;
grant execute on function faheng.fact_certificate_numbers(text, text[], timestamptz) to faheng_app, faheng_worker;
