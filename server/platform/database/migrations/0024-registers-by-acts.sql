-- A row of a register that an act brought in names its matter: `perform` writes it for the matter it holds, `rebuild` reproduces
-- it, and no matter touches a row of another or one that was entered by file (D13).
alter table faheng.certificate add column matter text;
create index certificate_by_matter on faheng.certificate (region, matter) where matter is not null; -- rebuild, refold

do $$
declare t text;
begin
  foreach t in array array['certificate'] loop
    execute format('grant insert, update, delete on faheng.%I to faheng_app', t);
    execute format($policy$create policy record on faheng.%I for insert to faheng_app with check (
      region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''))$policy$, t);
    execute format($policy$create policy revise on faheng.%1$I for update to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''))$policy$, t);
    execute format($policy$create policy retire on faheng.%1$I for delete to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and matter = nullif(current_setting('app.matter', true), ''))$policy$, t);
  end loop;
end $$;
