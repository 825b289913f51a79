-- 公示: during its five workdays whoever serves in the body sees the grade, though the appraisal itself is read by those it concerns.
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

create function faheng.published_appraisals(county text, bodies text[])
returns table (person text, name text, body text, year integer, grade text, published date, until date)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin
  if county is distinct from nullif(current_setting('app.region', true), '') then return; end if;
  return query
  select p.id, p.name, m.body, (s.state ->> 'year')::integer, s.state ->> 'grade', (s.state ->> 'publishedOn')::date,
    (select (c ->> 'due')::date from jsonb_array_elements(s.state -> 'clocks') c where c ->> 'clock' = 'publicity' order by c ->> 'opened' desc limit 1)
  from faheng.matter m
  join faheng.matter_state s on s.region = county and s.matter = m.id
  join faheng.person p on p.region = county and p.id = s.state ->> 'person'
  where m.region = county and m.procedure = 'appraisal' and m.stage = 'publicity' and m.body = any (bodies) order by p.name, p.id;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.published_appraisals(text, text[]) from public;
grant execute on function faheng.published_appraisals(text, text[]) to faheng_app;
