-- Parties (R7): whether a party is a minor on the day of the act (民法典 23), and what one matter handed to another.

grant usage, create on schema faheng to faheng_facts;

-- Only what was released to another matter is read across matters, and of its evidence only the names of the files.
grant select (region, matter, state) on faheng.matter_state to faheng_facts;
create policy facts on faheng.matter_state for select to faheng_facts using (state ? 'released');
grant select (region, matter, id, files) on faheng.evidence to faheng_facts;
create policy facts on faheng.evidence for select to faheng_facts using (true);

drop function faheng.fact_parties(text, text[], date[]);
set local role faheng_facts;

-- Kind, age in full years on the conduct's day (处罚法 30), whether under eighteen on the act's, region of registration.
create function faheng.fact_parties(county text, parties text[], days date[], act_day date)
returns table (id text, kind text, age integer, minor boolean, region text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select p.id, p.kind, extract(year from age(a.day, p.birth))::integer, age(act_day, p.birth) < interval '18 years',
    case when p.code ~ '^\d{17}[\dX]$' and p.kind = 'person' then left(p.code, 6)
         when p.code ~ '^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$' then substr(p.code, 3, 6) end
  from unnest(parties, days) as a (id, day)
  join faheng.party p on p.region = county and p.id = a.id;
end $$;

-- What these matters released to this one by merger or division, with the files of the evidence. Ids, dates and amounts, no texts.
create function faheng.fact_released(county text, own_matter text, matters text[])
returns table (matter text, release jsonb, files jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select s.matter, r.value,
    (select coalesce(jsonb_object_agg(e.id, to_jsonb(e.files)), '{}') from faheng.evidence e
      where e.region = county and e.matter = s.matter and r.value -> 'evidence' @> jsonb_build_array(jsonb_build_object('id', e.id)))
  from faheng.matter_state s, jsonb_array_elements(s.state -> 'released') as r
  where s.region = county and s.matter = any (matters) and s.state ? 'released' and r.value ->> 'to' = own_matter
  order by s.matter;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.fact_parties(text, text[], date[], date), faheng.fact_released(text, text, text[]) from public;
grant execute on function faheng.fact_parties(text, text[], date[], date), faheng.fact_released(text, text, text[]) to faheng_app;
