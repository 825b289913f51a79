-- 处罚法 29, R16: an earlier decision is of the same act only where the places meet, too: known is the township, where one is named.
-- Where either side names none, the officer compares.
alter table faheng.decided add column township text;

grant create on schema faheng to faheng_facts;
set local role faheng_facts;

drop function faheng.fact_earlier(text, text, text[], date[], date[]);
create function faheng.fact_earlier(county text, own_matter text, parties text[], froms date[], untils date[], townships text[])
returns table (matter text, party text, item text, "from" date, until date, fined boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select distinct d.matter, d.party, d.item, d.conduct_from, d.conduct_until, d.fined
  from unnest(parties, froms, untils, townships) as a (party, since, until, place)
  join faheng.decided d on d.region = county and d.party = a.party and d.conduct_from <= a.until and d.conduct_until >= a.since
    and (d.township is null or a.place is null or d.township = a.place)
  where d.matter <> own_matter and d.standing
  order by d.matter, d.party, d.item, d.conduct_from;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.fact_earlier(text, text, text[], date[], date[], text[]) from public;
grant execute on function faheng.fact_earlier(text, text, text[], date[], date[], text[]) to faheng_app;
