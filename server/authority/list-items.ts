import type { Static } from 'typebox'
import type { ItemFilter } from '@faheng/api/authority.ts'
import { citationWords, type Citation } from '@faheng/law/citation.ts'
import { penaltyKinds } from '@faheng/law/penalties/kinds.ts'
import { resolveCitation } from '@faheng/law/statutes/resolve.ts'
import { type Day, dayOf } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { benchmarksOf } from './discretion/benchmarks-of.ts'
import { itemOn, standsOn } from './items-on.ts'
import { libraryOf } from './statutes/library.ts'

/** The catalogue as of today, by item code. Served by item_by_body with a body, by the primary key without. */
export async function listItems(context: Context, session: Session, filter: Static<typeof ItemFilter>) {
  const { body = null, for: whose = null, kind = null, q = null, status = null, after = '', limit = 50 } = filter
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const found = await run<{ id: string; citation: Citation | null }>(client, statement(`
      select i.item as id, i.version, i.body, coalesce(b.short_name, i.body) as "bodyName", i.title, i.field, i.bases -> 0 -> 'citation' as citation,
        i.kinds, i.status, i.published, i.source
      from faheng.item_version i
      left join lateral (select short_name from faheng.body b where b.region = i.region and b.id = i.body order by valid_from desc limit 1) b on true
      where i.region = $1 and i.item > $2 and ($3::text is null or i.body = $3) and ($4::text is null or strpos(i.title, $4) > 0)
        and ($5::text is null or i.status = $5) and ($9::text is null or i.kind = $9) and ${standsOn('$6')} and ($8::text is null or ${enforcedBy('$8', '$6')})
      order by i.item limit $7`), [session.region, after, body, q, status, dayOf(context.clock()), limit + 1, whose, kind])
    const rows = found.slice(0, limit).map(({ citation, ...row }) => ({ ...row, reference: citation ? citationWords(citation) : words('', '') }))
    return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
  })
}

/** Whether a body may enforce the row's item on a day; the guards judge again, on the day of the act (R14, R31). */
const enforcedBy = (body: string, day: string): string => `(i.body = ${body} or exists (
  select from faheng.body o where o.region = i.region and o.id = ${body} and o.valid_from <= ${day} and (o.valid_until is null or ${day} < o.valid_until)
    and (exists (
      select from faheng.entrustment e where e.region = i.region and e.organisation = ${body} and e.item = i.item and e.principal = i.body and e.valid_from <= ${day} and ${day} < e.valid_until) or exists (
      select from faheng.township_grant g where g.region = i.region and g.item = i.item and g.township = o.township
        and g.valid_from <= ${day} and (g.valid_until is null or ${day} < g.valid_until)))))`

/** @throws NotFound if it had no version valid that day */
export async function readItem(context: Context, session: Session, id: string, day: Day | undefined) {
  const { region } = session
  const on = day ?? dayOf(context.clock())
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [item, versions, benchmarks, grants] = await Promise.all([
      itemOn(client, region, id, on),
      run(client, statement(`
        select version, valid_from as "validFrom", least(valid_until, lead(valid_from) over (order by version)) as "validUntil", recorded from faheng.item_version
        where region = $1 and item = $2 order by version desc`), [region, id]),
      benchmarksOf(client, region, id, on),
      run(client, statement(`
        select g.township, coalesce(b.short_name, g.township) as "townshipName", g.exclusive, g.basis, g.valid_from as "validFrom", g.valid_until as "validUntil" from faheng.township_grant g
        left join lateral (select short_name from faheng.body b where b.region = g.region and b.township = g.township order by valid_from desc limit 1) b on true
        where g.region = $1 and g.item = $2 and g.valid_from <= $3 and (g.valid_until is null or $3 < g.valid_until) order by g.township`), [region, id, on]),
    ])
    if (item === undefined) throw new NotFound()
    const [body] = await run<{ name: string }>(client, statement('select name from faheng.body where region = $1 and id = $2 order by valid_from desc limit 1'), [region, item.body])
    const { item: code, bases, kinds, details, ...rest } = item
    const library = await libraryOf(client, region, bases.map(({ citation }) => citation))
    return {
      ...rest,
      id: code,
      bodyName: body?.name ?? item.body,
      bases: bases.map(({ citation, text }) => {
        const found = resolveCitation(citation, on, library)
        return { citation, reference: citationWords(citation), text, why: found.kind === 'found' ? null : found.why }
      }),
      kinds: kinds.map((kind) => ({ kind, title: kindTitles.get(kind) ?? words(kind, kind) })),
      reasons: (details['reasons'] as readonly Words[] | undefined) ?? [],
      conduct: String(details['conduct'] ?? ''),
      example: String(details['example'] ?? ''),
      subject: String(details['subject'] ?? ''),
      level: String(details['level'] ?? ''),
      consequences: (details['consequences'] as readonly string[] | undefined) ?? [],
      versions,
      benchmarks,
      grants,
    }
  })
}

const kindTitles: ReadonlyMap<string, Words> = new Map(penaltyKinds.kinds.map((kind) => [kind.code, kind.words]))
