-- How far the registers were read for each month: a month is closed by one reading after its end.
create table faheng.measure_month (
  region text not null,
  month text not null,
  read timestamptz(3) not null,
  primary key (region, month)
);

-- What stood behind the registers' newest reading of each year, one row a thing that was counted.
create table faheng.measure_stock (
  region text not null,
  month text not null,
  name text not null,                      -- a quantity of law/measures/quantity.ts
  body text not null,
  id text not null,
  primary key (region, month, name, body, id) -- the records behind a figure
);

-- From the day he left to the day it was recorded.
alter table faheng.measure_record add column days integer;

do $$
declare t text;
begin
  foreach t in array array['measure_month', 'measure_stock'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('revoke all on faheng.%I from public, faheng_app, faheng_worker, faheng_facts, faheng_reader', t);
    execute format('grant select, insert, update, delete on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
  end loop;
end $$;
grant select on faheng.measure_stock to faheng_app;
create policy part on faheng.measure_stock for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    current_setting('app.county', true) = 'yes'
    or body = any (array(select split_part(duty, '@', 2) from unnest(string_to_array(current_setting('app.duties', true), ',')) as d (duty)))));
