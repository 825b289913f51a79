-- R30: the open cases a body has of items whose power moves to another body, for the list that hands them over.
grant usage, create on schema faheng to faheng_facts;
set local role faheng_facts;

create function faheng.fact_open_cases(county text, of_body text, items text[])
returns table (matter text, item text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select distinct m.id, v ->> 'item'
  from faheng.matter m join faheng.matter_state s on s.region = m.region and s.matter = m.id
  cross join lateral jsonb_array_elements(case when jsonb_typeof(s.state -> 'violations') = 'array' then s.state -> 'violations' else '[]' end) v
  where m.region = county and m.body = of_body and m.procedure = 'penalty-ordinary' and not m.ended and v ->> 'item' = any (items)
  order by 1, 2;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.fact_open_cases(text, text, text[]) from public;
grant execute on function faheng.fact_open_cases(text, text, text[]) to faheng_app;
