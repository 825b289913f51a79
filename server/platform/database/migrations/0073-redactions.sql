-- 个人信息保护法 47, D9: a personal text of an act is erased on two heads' word. Value and salt go; the commitment to them,
-- which the act's leaf in the ledger holds, takes their place here, and a leaf of its own says so.
create table faheng.redaction (
  region text not null,
  act text not null,                       -- whose text it was
  field text not null,                     -- JSON pointer in its payload
  approval text not null,                  -- the act that let it be erased
  commitment text not null,
  salts jsonb not null,                    -- of this redaction's own leaf
  at timestamptz(3) not null,
  primary key (region, act, field)
);
-- Papers that repeat an erased text: no longer opened or bound.
create table faheng.withheld (
  region text not null,
  document text not null,
  approval text not null,
  primary key (region, document)
);

do $$
declare t text;
begin
  foreach t in array array['redaction', 'withheld'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('revoke all on faheng.%I from public, faheng_app, faheng_worker, faheng_facts, faheng_reader', t);
    execute format('grant select, insert on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
    execute format('create trigger append_only before update or delete or truncate on faheng.%I for each statement execute function faheng.refuse_change()', t);
  end loop;
end $$;
grant select on faheng.withheld to faheng_app;
create policy scope on faheng.withheld for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes');

-- Whether the approval answers a proposal of the same matter that names this text.
create function faheng.redaction_approved(of_region text, of_act text, of_field text, of_approval text) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from faheng.act approval
    join faheng.act proposal on proposal.region = approval.region and proposal.matter = approval.matter
      and proposal.id = approval.payload -> 'proposal' ->> 'act' and proposal.kind = 'propose-redaction' and proposal.actor <> approval.actor
    join faheng.act erased on erased.region = approval.region and erased.matter = approval.matter and erased.id = of_act
    cross join lateral jsonb_array_elements(proposal.payload -> 'texts') as named (text)
    where approval.region = of_region and approval.id = of_approval and approval.kind = 'approve-redaction'
      and text ->> 'entry' = of_act and '/' || replace(text ->> 'field', '.', '/') = of_field)
$$;

-- The one way that blanks something of an act (0009): the salts of erased texts go, and nothing else of it changes.
create function faheng.only_redaction() returns trigger language plpgsql set search_path = '' as $$
begin
  if to_jsonb(new) - 'salts' <> to_jsonb(old) - 'salts' or new.salts <> old.salts - array(
    select r.field from faheng.redaction r
    where r.region = old.region and r.act = old.id and faheng.redaction_approved(r.region, r.act, r.field, r.approval))
  then
    raise exception 'act is append-only: % was not redacted', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
-- What is sealed cannot be read here: it is sealed anew only in the transaction that redacts the act. `verify` reads the rest.
create function faheng.only_resealing() returns trigger language plpgsql set search_path = '' as $$
begin
  if to_jsonb(new) - 'cipher' <> to_jsonb(old) - 'cipher' or not exists (
    select from faheng.redaction r where r.region = old.region and r.act = old.act and r.xmin = pg_current_xact_id()::xid
      and faheng.redaction_approved(r.region, r.act, r.field, r.approval))
  then
    raise exception 'act_private is append-only: % was not redacted', old.act using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

drop trigger append_only on faheng.act;
drop trigger append_only on faheng.act_private;
create trigger append_only before delete or truncate on faheng.act for each statement execute function faheng.refuse_change();
create trigger append_only before delete or truncate on faheng.act_private for each statement execute function faheng.refuse_change();
-- Of every other role, whatever the rows: a statement that meets none is refused, too.
create trigger append_only_update before update on faheng.act for each statement when (current_user <> 'faheng_worker') execute function faheng.refuse_change();
create trigger append_only_update before update on faheng.act_private for each statement when (current_user <> 'faheng_worker') execute function faheng.refuse_change();
create trigger only_redaction before update on faheng.act for each row execute function faheng.only_redaction();
create trigger only_resealing before update on faheng.act_private for each row execute function faheng.only_resealing();
grant update (salts) on faheng.act to faheng_worker;
grant update (cipher) on faheng.act_private to faheng_worker;
