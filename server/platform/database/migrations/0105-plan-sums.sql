-- The county's sum of each figure, whatever the number of its bodies: what the plan at a glance reads.
create table faheng.measure_sum (
  region text not null,
  month text not null,
  name text not null,                      -- a quantity of law/measures/quantity.ts
  value bigint not null,
  primary key (region, month, name)        -- the months of a year lie together
);
alter table faheng.measure_sum enable row level security;
alter table faheng.measure_sum force row level security;
revoke all on faheng.measure_sum from public, faheng_app, faheng_worker, faheng_facts, faheng_reader;
grant select, insert, update, delete on faheng.measure_sum to faheng_worker;
create policy worker on faheng.measure_sum to faheng_worker using (true) with check (true);
grant select on faheng.measure_sum to faheng_app;
-- Who sees the figures of every body, and nobody else: a body's part cannot be told from a sum.
create policy county on faheng.measure_sum for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and current_setting('app.county', true) = 'yes');

create index measure_figure_of_name on faheng.measure_figure (region, name, body, month); -- one measure, body by body

-- Matters count for more than they did: the follower begins again. What the registers said stays.
set role faheng_worker;
delete from faheng.measure_figure where name in (select distinct name from faheng.measure_record);
delete from faheng.measure_record;
delete from faheng.measure_task;
update faheng.follower set position = 0 where name = 'measures';
insert into faheng.measure_sum (region, month, name, value) select region, month, name, sum(value) from faheng.measure_figure group by region, month, name;
reset role;
