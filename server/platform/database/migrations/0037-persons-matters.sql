-- Which matters a person handles or acted in, for his own page: ids alone, which the asker then reads as far as he may.
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;
create function faheng.matters_of(county text, of_person text)
returns table (matter text, handles boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select r.matter, r.up_to_seq is null from faheng.reader r
  where r.region = county and county = nullif(current_setting('app.region', true), '') and r.person = of_person;
end $$;
reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.matters_of(text, text) from public;
grant execute on function faheng.matters_of(text, text) to faheng_app;
