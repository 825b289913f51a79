-- The texts of the statutes a county has loaded. Laws are the same everywhere; which of them, with local rules and in which print,
-- is the county's own register, so these tables follow statute_version and begin with the region.
create table faheng.statute_text (
  region text not null,
  statute text not null,
  version text not null,
  layout text not null,                    -- plain, markdown, code: as recognised
  source text not null,                    -- file or folder it came from
  preamble text[] not null,
  flaws jsonb not null,                    -- [{kind, place, words}]: broken numbering, cut text, days that are assumed
  articles integer not null,
  recorded timestamptz(3) not null,
  primary key (region, statute, version)
);

create table faheng.statute_article (
  region text not null,
  statute text not null,
  version text not null,
  ordinal integer not null,                -- its place in the text; a broken text may bear one number twice
  number integer not null,
  sub integer not null default 0,          -- 之一 is 1
  label text not null,
  path text[] not null,                    -- 编, 分编, 章, 节
  paragraphs jsonb not null,               -- [{text, items[]}]: 款 with its 项
  folded text not null,                    -- without spaces and widths: what is searched and compared
  primary key (region, statute, version, ordinal)
);
create index statute_article_by_number on faheng.statute_article (region, statute, version, number, sub); -- a citation's article

-- Pairs of neighbouring characters that occur in a version (D10): which texts to look into.
create table faheng.statute_word (
  region text not null,
  word text collate "C" not null,
  statute text collate "C" not null,
  version text collate "C" not null,
  primary key (region, word, statute, version)
);

do $$
declare t text;
begin
  foreach t in array array['statute_text', 'statute_article', 'statute_word'] loop
    execute format('alter table faheng.%I enable row level security', t);
    execute format('alter table faheng.%I force row level security', t);
    execute format('grant select, insert, update, delete on faheng.%I to faheng_worker', t);
    execute format('create policy worker on faheng.%I to faheng_worker using (true) with check (true)', t);
    execute format('grant select on faheng.%I to faheng_app', t);
    execute format($policy$create policy county on faheng.%I for select to faheng_app using (
      region = nullif(current_setting('app.region', true), '') and nullif(current_setting('app.person', true), '') is not null)$policy$, t);
  end loop;
end $$;
