-- Powers of townships and rules of leniency rest on articles too; a case's task is finished by the act that compares its norms.
alter table faheng.review_task drop constraint review_task_kind_check;
alter table faheng.review_task add constraint review_task_kind_check check (kind in ('item', 'benchmark', 'leniency', 'grant', 'matter'));
alter table faheng.review_task add column act text;
create index review_task_of_body on faheng.review_task (region, body, due) where done is null; -- desk of heads and reviewers
create index review_task_of_subject on faheng.review_task (region, kind, subject);             -- an act's task
create index statute_change_of_statute on faheng.statute_change (region, statute, effective);      -- whether a case's norm changed

grant usage, create on schema faheng to faheng_facts;
grant select on faheng.statute_change to faheng_facts;
create policy facts on faheng.statute_change for select to faheng_facts using (true);
grant select on faheng.statute_article to faheng_facts;
create policy facts on faheng.statute_article for select to faheng_facts using (true);
set local role faheng_facts;

-- As in 0030, but a norm has changed only where an article it rests on has (处罚法 37); where the texts cannot be compared, with the version.
create or replace function faheng.fact_items(county text, of_body text, items text[], conducts date[], townships text[], act_day date)
returns table (item text, conduct date, version text, competent boolean, norm_in_force boolean, published boolean,
  limitation_years integer, harm_years integer, kinds text[], branches jsonb,
  changed boolean, later_version text, later_kinds text[], later_branches jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select a.item, a.conduct, norm.version::text,
    exists (select from faheng.item_version v where v.region = county and v.item = a.item
        and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until)
        and not exists (select from faheng.item_version l where l.region = county and l.item = a.item and l.version > v.version and l.valid_from <= act_day)
        and ((not exists (select from faheng.township_grant g where g.region = county and g.item = a.item and g.township = a.township and g.exclusive
              and g.valid_from <= act_day and (g.valid_until is null or act_day < g.valid_until))
            and (v.body = of_body
              or v.body = (select b.principal from faheng.body b where b.region = county and b.id = of_body and b.kind = 'entrusted'
                and b.valid_from <= act_day and (b.valid_until is null or act_day < b.valid_until))))
          or exists (select from faheng.township_grant g join faheng.body b on b.region = county and b.id = of_body and b.township = g.township
                where g.region = county and g.item = a.item and (a.township is null or g.township = a.township)
                and g.valid_from <= act_day and (g.valid_until is null or act_day < g.valid_until)))),
    coalesce((
      select bool_or(s.in_force <= a.conduct and (s.repealed is null or a.conduct < s.repealed))
      from jsonb_array_elements(norm.bases) base
      join faheng.statute_version s on s.region = county and s.statute = base -> 'citation' ->> 'statute'), true),
    coalesce((select v.published from faheng.item_version v where v.region = county and v.item = a.item
      and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until) order by v.version desc limit 1), false),
    norm.limitation_years, norm.harm_years, norm.kinds, norm.branches,
    (later.version is not null and later.version <> norm.version) or exists (
      select from jsonb_array_elements(norm.bases) base
      join faheng.statute_change c on c.region = county and c.statute = base -> 'citation' ->> 'statute'
        and c.effective > a.conduct and c.effective <= act_day
      where c.articles is null or exists (
        select from jsonb_array_elements(c.articles) t where t ->> 'kind' <> 'new' and t ->> 'article' = base -> 'citation' ->> 'article'
          and coalesce(t ->> 'sub', '0') = coalesce(base -> 'citation' ->> 'sub', '0'))) or exists (
      select from jsonb_array_elements(norm.bases) base
      join faheng.statute_version s on s.region = county and s.statute = base -> 'citation' ->> 'statute'
        and s.in_force <= a.conduct and (s.repealed is null or a.conduct < s.repealed)
      where s.repealed <= act_day and not exists (
        select from faheng.statute_change c where c.region = county and c.statute = s.statute and c.effective > a.conduct and c.effective <= act_day)),
    later.version::text, later.kinds, later.branches
  from unnest(items, conducts, townships) as a (item, conduct, township)
  join lateral (
    select * from faheng.item_version v where v.region = county and v.item = a.item
    order by (v.valid_from <= a.conduct and (v.valid_until is null or a.conduct < v.valid_until)) desc, v.version desc limit 1) norm on true
  left join lateral (
    select v.version, v.kinds, v.branches from faheng.item_version v where v.region = county and v.item = a.item and v.version <> norm.version
      and v.valid_from > a.conduct and v.valid_from <= act_day and (v.valid_until is null or act_day < v.valid_until)
    order by v.version desc limit 1) later on true;
end $$;

-- The articles an item rests on that changed between a conduct and a day, as they read then and now.
create function faheng.fact_norm_texts(county text, items text[], conducts date[], act_day date)
returns table (item text, before text, after text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin return query
  select a.item, string_agg(distinct was.words, E'\n'), coalesce(string_agg(distinct present.words, E'\n'), '')
  from unnest(items, conducts) as a (item, conduct)
  join lateral (
    select v.bases from faheng.item_version v where v.region = county and v.item = a.item
    order by (v.valid_from <= a.conduct and (v.valid_until is null or a.conduct < v.valid_until)) desc, v.version desc limit 1) norm on true
  cross join lateral (
    select distinct base -> 'citation' ->> 'statute' as statute, (base -> 'citation' ->> 'article')::int as number, coalesce((base -> 'citation' ->> 'sub')::int, 0) as sub
    from jsonb_array_elements(norm.bases) base) cited
  join lateral faheng.article_words(county, cited.statute, cited.number, cited.sub, a.conduct) was on was.words is not null
  left join lateral faheng.article_words(county, cited.statute, cited.number, cited.sub, act_day) present on true
  where was.words is distinct from present.words
  group by a.item;
end $$;

-- An article of the version in force on a day: 第X条 and its paragraphs with their items; null where there is none.
create function faheng.article_words(county text, of_statute text, of_number int, of_sub int, on_day date)
returns table (words text) language sql stable set search_path = '' as $$
  select (select t.label || '　' || string_agg(p.value ->> 'text' || coalesce((select string_agg(E'\n' || i.value, '') from jsonb_array_elements_text(p.value -> 'items') i), ''), E'\n' order by p.ordinality)
      from faheng.statute_article t, jsonb_array_elements(t.paragraphs) with ordinality p
      where t.region = county and t.statute = of_statute and t.version = v.version and t.number = of_number and t.sub = of_sub group by t.ordinal, t.label limit 1)
  from faheng.statute_version v where v.region = county and v.statute = of_statute and v.in_force <= on_day and (v.repealed is null or on_day < v.repealed)
  order by v.in_force desc limit 1
$$;

reset role;
revoke create on schema faheng from faheng_facts;
revoke all on function faheng.fact_norm_texts(text, text[], date[], date), faheng.article_words(text, text, int, int, date) from public;
grant execute on function faheng.fact_norm_texts(text, text[], date[], date) to faheng_app;
