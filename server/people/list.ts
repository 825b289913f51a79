import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { PeopleFilter, PostsFilter } from '@faheng/api/people.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'
import { certificatesAt } from './certificates-at.ts'
import type { PostRow } from './posts-at.ts'

/** The bodies of the county as of today, with their units. A county has some dozens. */
export async function listBodies(context: Context, session: Session) {
  return reading(() => context.pools.app.connect(), session, async (client) => ({
    rows: await run(client, statement(`
      select id, name, short_name as "shortName", number_prefix as "numberPrefix", credit_code as "creditCode", kind, township, principal,
        coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.id) from faheng.unit u
          where u.region = b.region and u.body = b.id), '[]') as units
      from faheng.body b
      where region = $1 and valid_from <= $2 and (valid_until is null or $2 < valid_until) order by kind, id`), [session.region, dayOf(context.clock())]),
  }))
}

/** People by id, with the posts they hold now and their certificates. */
export async function listPeople(context: Context, session: Session, filter: Static<typeof PeopleFilter>) {
  const { q = null, body = null, post = null, reviewers = false, after = '', limit = 50 } = filter
  const now = context.clock()
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const people = await run<{ id: string; name: string; posts: readonly { kind: PostRow['kind']; body: string; unit: string | null }[] }>(client, statement(`
      select p.id, p.name, coalesce((
          select jsonb_agg(jsonb_build_object('kind', o.kind, 'body', o.body, 'unit', o.unit) order by o.from_at, o.id) from faheng.post o
          where o.region = p.region and o.person = p.id and o.from_at <= $5 and (o.until_at is null or $5 < o.until_at)
            and not faheng.has_left(o.region, o.person, o.body, o.from_at, $5)), '[]') as posts
      from faheng.person p
      where p.region = $1 and p.id > $2 and ($3::text is null or starts_with(p.name, $3))
        and (($4::text is null and $6::text is null) or exists (select from faheng.post o
          where o.region = p.region and o.person = p.id and ($4::text is null or o.body = $4) and ($6::text is null or o.kind = $6)
            and o.from_at <= $5 and (o.until_at is null or $5 < o.until_at) and not faheng.has_left(o.region, o.person, o.body, o.from_at, $5)))
        and (not $8 or p.id in (select r.person from faheng.county_reviewers($1, $5) r where r.qualified))
      order by p.id limit $7`), [session.region, after, q, body, now, post, limit + 1, reviewers])
    const rows = people.slice(0, limit)
    const certificates = await certificatesAt(client, session.region, rows.map(({ id }) => id), now)
    return {
      rows: rows.map((row) => ({
        ...row,
        certificates: certificates.filter(({ person }) => person === row.id)
          .map(({ number, issuer, fields, from, until, valid }) => ({ number, issuer, fields, from, until, valid })),
      })),
      next: people.length > limit ? (rows.at(-1)?.id ?? null) : null,
    }
  })
}

/** Who holds what since when; with `history` also posts that have ended. */
export async function listPosts(context: Context, session: Session, filter: Static<typeof PostsFilter>) {
  const { body = null, person = null, history = false, after = '', limit = 200 } = filter
  return reading(() => context.pools.app.connect(), session, async (client: PoolClient) => {
    const found = await run<PostRow & { personName: string; bodyName: string; unitName: string | null; fields: string[] | null; document: string | null }>(client, statement(`
      select o.id, o.person, p.name as "personName", o.kind, o.body, b.name as "bodyName", o.unit, u.name as "unitName", o.rank, o.fields, o.document, o.qualified,
        o.from_at as "from", o.until_at as until
      from faheng.post o
      join faheng.person p on p.region = o.region and p.id = o.person
      join lateral (select name from faheng.body b where b.region = o.region and b.id = o.body order by valid_from desc limit 1) b on true
      left join faheng.unit u on u.region = o.region and u.id = o.unit
      where o.region = $1 and o.id > $2 and ($3::text is null or o.body = $3) and ($4::text is null or o.person = $4)
        and ($5 or ((o.until_at is null or $6 < o.until_at) and not faheng.has_left(o.region, o.person, o.body, o.from_at, $6)))
      order by o.id limit $7`), [session.region, after, body, person, history, context.clock(), limit + 1])
    return { rows: found.slice(0, limit), next: found.length > limit ? (found[limit - 1]?.id ?? null) : null }
  })
}
