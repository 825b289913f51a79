-- What a citizen may learn of a paper by its code: kind, number, body, date, hashes, and its place in the record (D9). Never a party.
grant select on faheng.document, faheng.matter, faheng.ledger_leaf to faheng_facts;
create policy facts on faheng.document for select to faheng_facts using (true);
create policy facts on faheng.matter for select to faheng_facts using (true);
create policy facts on faheng.ledger_leaf for select to faheng_facts using (true);
grant create on schema faheng to faheng_facts;
set role faheng_facts;

create function faheng.paper_by_code(of_code text)
returns table (region text, kind text, number text, body text, made timestamptz, fields_hash text, file text, act text,
  act_position bigint, file_position bigint, integrated timestamptz)
language sql stable security definer set search_path = '' as $$
  select d.region, d.kind, d.number,
    (select b.name from faheng.body b where b.region = d.region and b.id = m.body and b.valid_from <= d.made::date order by b.valid_from desc limit 1),
    d.made, d.fields_hash, d.file, d.act,
    (select l.position from faheng.ledger_leaf l where l.region = d.region and l.kind = 'act' and l.subject_id = d.act),
    (select l.position from faheng.ledger_leaf l where l.region = d.region and l.kind = 'document' and l.subject_id = d.id),
    (select l.recorded from faheng.ledger_leaf l where l.region = d.region and l.kind = 'act' and l.subject_id = d.act)
  from faheng.document d join faheng.matter m on m.region = d.region and m.id = d.matter
  where d.code = of_code
$$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.paper_by_code(text) from public;
grant execute on function faheng.paper_by_code(text) to faheng_app;
