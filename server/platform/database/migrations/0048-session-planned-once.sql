-- The session is read with every request, and a function in SQL is planned with every call, which cost more than to run it.
-- In PL/pgSQL the plan is kept, and kept general: nothing is asked but single rows by their keys. Replaces the one of 0036.
grant create on schema auth to faheng_auth;
set local role faheng_auth;
create or replace function auth.session_at(asked text, at timestamptz)
returns table (region text, person text, name text, username text, second_factor boolean, password_due boolean,
  opened timestamptz, seen timestamptz, posts jsonb)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin return query
  select u.region, u.person, coalesce(p.name, u.name), u.username, coalesce(u."twoFactorEnabled", false), u."passwordDue",
    used.opened, used.seen,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', post.id, 'kind', post.kind, 'body', post.body, 'unit', post.unit, 'rank', post.rank, 'fields', post.fields)
        order by post.from_at, post.id)
      from faheng.post post
      where post.region = u.region and post.person = u.person
        and post.from_at <= at and (post.until_at is null or at < post.until_at)
        and not faheng.has_left(post.region, post.person, post.body, post.from_at, at)), '[]'::jsonb)
    || coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'kind', 'head', 'body', d.body, 'unit', null, 'rank', null, 'fields', null,
          'delegation', jsonb_build_object('id', d.id, 'to', case d.post when 'head' then 'deputy' else d.post end, 'acts', d.acts)) order by d.from_at, d.id)
      from faheng.delegation d
      where d.region = u.region and d.person = u.person and d.from_at <= at and at < d.until_at
        and exists (select from faheng.post held where held.region = d.region and held.person = d.person and held.body = d.body and held.kind = d.post
          and held.from_at <= at and (held.until_at is null or at < held.until_at)
          and not faheng.has_left(held.region, held.person, held.body, held.from_at, at))), '[]'::jsonb)
  from auth.session_use used
  join auth.session session on session.token = used.token
  join auth."user" u on u.id = session."userId"
  left join faheng.person p on p.region = u.region and p.id = u.person
  where used.token = asked
    and not (exists (select from faheng.departure d where d.region = u.region and d.person = u.person and d.ended_at <= at)
      and not exists (select from faheng.post o where o.region = u.region and o.person = u.person
        and o.from_at <= at and (o.until_at is null or at < o.until_at) and not faheng.has_left(o.region, o.person, o.body, o.from_at, at)));
end $$;
reset role;
revoke create on schema auth from faheng_auth;
