-- Identity (D15). The tables with mixed-case columns are better-auth's (its shapes, its names); the others are ours.
-- Only `faheng_auth` reads them, through a pool of its own. Requests ask session_at() and see nothing else.
-- No key begins with region: who signs in has not said yet to which county he belongs.

create schema auth;
grant usage on schema auth to faheng_auth, faheng_app;

create table auth."user" (
  id text not null primary key,
  name text not null,
  email text not null unique,              -- demanded by better-auth; never an address, never written to
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  username text unique,
  "displayUsername" text,
  "twoFactorEnabled" boolean,
  region text not null,
  person text not null,                    -- faheng.person of the region
  "passwordDue" boolean not null default false, -- the password was set by somebody else: change it first
  unique (region, person)
);
create table auth.session (
  id text not null primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade
);
create index session_by_user on auth.session ("userId");
create table auth.account (
  id text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,                           -- scrypt with its salt
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index account_by_user on auth.account ("userId");
create table auth.verification (
  id text not null primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_by_identifier on auth.verification (identifier);
create table auth."twoFactor" (
  id text not null primary key,
  secret text not null,                    -- encrypted under the server's secret
  "backupCodes" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index two_factor_by_secret on auth."twoFactor" (secret);
create index two_factor_by_user on auth."twoFactor" ("userId");

-- Idle timeout: when a session was opened and last used, by the server's clock.
create table auth.session_use (
  token text not null primary key references auth.session (token) on delete cascade,
  opened timestamptz(3) not null,
  seen timestamptz(3) not null
);

-- Lockout: attempts since the last success, counted for the account tried and for the address they come from.
create table auth.attempt (
  key text not null primary key,           -- account:<username> or address:<ip>
  failures integer not null,
  last timestamptz(3) not null,
  locked_until timestamptz(3)
);

-- What the audit administrator reads.
create table auth.sign_in_log (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null,
  region text,                             -- null when the name is nobody's
  person text,
  username text not null,
  address text not null,
  outcome text not null check (outcome in ('signed-in', 'second-factor', 'wrong', 'locked', 'signed-out', 'unlocked'))
);
create index sign_in_log_newest on auth.sign_in_log (region, id desc);

grant select, insert, update, delete on auth."user", auth.session, auth.account, auth.verification, auth."twoFactor",
  auth.session_use, auth.attempt to faheng_auth;
grant select, insert on auth.sign_in_log to faheng_auth;

-- Who asks, and the posts he holds at the instant: the first round trip of every request (D15).
grant usage on schema faheng to faheng_auth;
grant select on faheng.person, faheng.post to faheng_auth;
create policy identity on faheng.person for select to faheng_auth using (true);
create policy identity on faheng.post for select to faheng_auth using (true);

create function auth.session_at(asked text, at timestamptz)
returns table (region text, person text, name text, username text, second_factor boolean, password_due boolean,
  opened timestamptz, seen timestamptz, posts jsonb)
language sql stable security definer set search_path = '' as $$
  select u.region, u.person, coalesce(p.name, u.name), u.username, coalesce(u."twoFactorEnabled", false), u."passwordDue",
    used.opened, used.seen,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', post.id, 'kind', post.kind, 'body', post.body, 'unit', post.unit, 'rank', post.rank)
        order by post.from_at, post.id)
      from faheng.post post
      where post.region = u.region and post.person = u.person
        and post.from_at <= at and (post.until_at is null or at < post.until_at)), '[]'::jsonb)
  from auth.session_use used
  join auth.session session on session.token = used.token
  join auth."user" u on u.id = session."userId"
  left join faheng.person p on p.region = u.region and p.id = u.person
  where used.token = asked
$$;
grant create on schema auth to faheng_auth;
alter function auth.session_at(text, timestamptz) owner to faheng_auth;
revoke create on schema auth from faheng_auth;
revoke execute on function auth.session_at(text, timestamptz) from public;
grant execute on function auth.session_at(text, timestamptz) to faheng_app;
