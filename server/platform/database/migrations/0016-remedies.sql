-- A decision that was annulled or revoked stays in the register and no longer bars anything (处罚法 29, 复议法 64).
alter table faheng.decided add column standing boolean not null default true;

grant create on schema faheng to faheng_facts;
set local role faheng_facts;

create or replace function faheng.fact_earlier(county text, own_matter text, parties text[], froms date[], untils date[])
returns table (matter text, party text, item text, "from" date, until date, fined boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select distinct d.matter, d.party, d.item, d.conduct_from, d.conduct_until, d.fined
  from unnest(parties, froms, untils) as a (party, since, until)
  join faheng.decided d on d.region = county and d.party = a.party and d.conduct_from <= a.until and d.conduct_until >= a.since
  where d.matter <> own_matter and d.standing
  order by d.matter, d.party, d.item, d.conduct_from;
end $$;

reset role;
revoke create on schema faheng from faheng_facts;
