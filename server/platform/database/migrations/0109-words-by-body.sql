-- Search by two characters must not grow with the county: by its body, a word is read newest first or found absent at once, where
-- every matter of the county was asked whether it holds it. The body of a matter changes with a transfer alone; the follower
-- `words` brings its words after it.
-- Written anew, and not row by row in its place: table and indexes would stay twice as large as their rows.
alter table faheng.word rename to word_before;
alter table faheng.word_before drop constraint word_pkey;
drop index faheng.word_by_matter;
create table faheng.word (
  region text not null,
  body text not null,
  word text not null,
  filed date not null,
  matter text not null
);
alter table faheng.word enable row level security, force row level security;
grant select, insert, update, delete on faheng.word to faheng_worker;
grant select on faheng.word to faheng_app, faheng_facts;
create policy worker on faheng.word to faheng_worker using (true) with check (true);
create policy facts on faheng.word for select to faheng_facts using (true);
-- Row-level security binds the owner too; the worker sees all rows.
set role faheng_worker;
insert into faheng.word (region, body, word, filed, matter)
select w.region, m.body, w.word, w.filed, w.matter from faheng.word_before w join faheng.matter m on m.region = w.region and m.id = w.matter;
reset role;
drop table faheng.word_before;
alter table faheng.word add primary key (region, body, word, filed, matter);
create index word_by_matter on faheng.word (region, matter);

-- As before, after a shortcut: of a body he reads whole, the matter alone is looked up, and it must still be of that body.
create policy scope on faheng.word for select to faheng_app using (
  region = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes' and (
    matter = nullif(current_setting('app.matter', true), '')
    or current_setting('app.county', true) = 'yes'
    or (body = any (string_to_array(current_setting('app.bodies', true), ','))
      and (select m.body = word.body from faheng.matter m where m.region = word.region and m.id = word.matter))
    or (select r.up_to_seq is null or r.up_to_seq >= (select m.seq from faheng.matter m where m.region = word.region and m.id = word.matter)
        from faheng.reader r
        where r.region = word.region and r.matter = word.matter and r.person = nullif(current_setting('app.person', true), ''))
    or (select m.body = any (string_to_array(current_setting('app.bodies', true), ','))
          or m.unit = any (string_to_array(current_setting('app.units', true), ','))
        from faheng.matter m where m.region = word.region and m.id = word.matter)
    or (select true from faheng.waiting w where w.region = word.region and w.matter = word.matter
          and (w.person = nullif(current_setting('app.person', true), '')
            or (w.person = '' and array[w.post || '@' || w.place, w.post || ':' || w.act || '@' || w.place] && string_to_array(current_setting('app.duties', true), ',')
              and not nullif(current_setting('app.person', true), '') = any (w.except_persons)))
        limit 1)));

-- Which matters a word stands in, `most` at the most: whether it is rare says how a list is best read. The list itself asks
-- word, matter and reader again in the asker's own scope; to count there would look up each matter for nothing.
grant create on schema faheng to faheng_facts;
set local role faheng_facts;
create function faheng.matters_of_word(county text, bodies text[], wanted text, most integer) returns table (body text, matter text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select b.body, found.matter from unnest(bodies) as b (body)
  cross join lateral (select w.matter from faheng.word w where w.region = county and w.body = b.body and w.word = wanted limit most) as found
  where county = nullif(current_setting('app.region', true), '') and current_setting('app.cases', true) = 'yes'
  limit most;
end $$;
reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.matters_of_word(text, text[], text, integer) from public;
grant execute on function faheng.matters_of_word(text, text[], text, integer) to faheng_app;
