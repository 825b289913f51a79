-- 乡镇执法规范化试点 (measures 27, 28): which townships are pilots from when, and what of their checklist was ticked, by whom and on what proof.
create table faheng.pilot_township (
  region text not null,
  township text not null,
  valid_from date not null,
  valid_until date,
  document text not null,
  recorded timestamptz(3) not null,
  primary key (region, township, valid_from)
);
create table faheng.pilot_check (
  region text not null,
  township text not null,
  point text not null,
  seq integer generated always as identity,
  done boolean not null,
  proof text not null,
  person text not null,
  recorded timestamptz(3) not null,
  primary key (region, township, point, seq)  -- the newest counts
);
do $$
declare t text;
begin
  foreach t in array array['pilot_township', 'pilot_check'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('grant select, insert, update, delete on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
  end loop;
end $$;
