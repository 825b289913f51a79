import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { StaffAnswer, StaffFilter } from '@faheng/api/staff.ts'
import { dayOf, type Day, type Instant } from '@faheng/law/time/day.ts'
import { reading } from '../../platform/access/scope.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { certificatesAt } from '../certificates-at.ts'
import { masked } from './id-number.ts'
import { categoryNames } from './read-table.ts'

type Row = Static<typeof StaffAnswer>['rows'][number]
/** With what the table has and the page does not show. */
interface Full extends Omit<Row, 'certificates'> {
  readonly phone: string | null
  readonly reviewingSince: Day | null
  readonly certificates: readonly (Row['certificates'][number] & { readonly validRegion: string })[]
}

/** Supervisors and the system administrator read the county's register, heads and unit heads that of their bodies. @throws NotFound for others */
export async function listStaff(context: Context, session: Session, filter: Static<typeof StaffFilter>): Promise<Static<typeof StaffAnswer>> {
  const { q = null, after = '', limit = 50 } = filter
  const bodies = readable(session)
  if (bodies !== 'all' && filter.body !== undefined && !bodies.includes(filter.body)) throw new NotFound()
  const places = filter.body !== undefined ? [filter.body] : bodies === 'all' ? null : bodies
  const page = await reading(() => context.pools.app.connect(), session, (client) => staffRows(client, session.region, { q, after, limit, places }, context.clock()))
  return {
    ...page,
    rows: page.rows.map(({ phone: _phone, reviewingSince: _since, certificates, ...row }) => ({ ...row, certificates: certificates.map(({ validRegion: _region, ...each }) => each) })),
  }
}

/** Whoever holds a post, as the table that can be imported again: numbers masked, the certificate that is valid now. */
export async function staffTable(context: Context, session: Session): Promise<(string | number)[][]> {
  const bodies = readable(session)
  const at = context.clock()
  const lines: (string | number)[][] = []
  let after: string | null = ''
  while (after !== null) {
    const start: string = after
    const page = await reading(() => context.pools.app.connect(), session, (client) => staffRows(client, session.region, { q: null, after: start, limit: 200, places: bodies === 'all' ? null : bodies }, at))
    lines.push(...page.rows.filter(({ body }) => body !== null).map((row) => {
      const card = row.certificates.find((each) => each.valid)
      return [
        row.name, row.idNumber ?? '', row.body ?? '', row.unit ?? '', row.category ? categoryNames[row.category] : '', row.education ?? '', row.legalQualification ? '是' : '否', row.reviewingSince ?? '',
        row.fields.join('；'), row.phone ?? '', card?.number ?? '', card?.issuer ?? '', card?.validRegion ?? '', card ? dayOf(card.from) : '', card ? lastDay(card.until) : '',
      ]
    }))
    after = page.next
  }
  return lines
}

async function staffRows(client: PoolClient, region: string, { q, after, limit, places }: { q: string | null; after: string; limit: number; places: readonly string[] | null }, at: Instant): Promise<{ readonly rows: Full[]; readonly next: string | null }> {
  const found = await run<Omit<Full, 'certificates' | 'idNumber'> & { id_tail: string | null }>(client, statement(`
    select p.id, p.name, p.phone, o.body, o.unit, f.category, f.education, coalesce(f.legal_qualification, false) as "legalQualification", coalesce(f.fields, '{}') as fields, f.reviewing_since as "reviewingSince", f.id_tail
    from faheng.person p
    left join lateral (
      select b.name as body, u.name as unit from faheng.post held
      join faheng.body b on b.region = held.region and b.id = held.body and b.valid_from <= $6 and (b.valid_until is null or $6 < b.valid_until)
      left join faheng.unit u on u.region = held.region and u.id = held.unit
      where held.region = p.region and held.person = p.id and held.from_at <= $5 and (held.until_at is null or $5 < held.until_at)
        and not faheng.has_left(held.region, held.person, held.body, held.from_at, $5)
      order by held.from_at limit 1) o on true
    left join lateral (select category, education, legal_qualification, fields, reviewing_since, id_tail from faheng.officer_profile
      where region = p.region and person = p.id and valid_from <= $6 order by valid_from desc limit 1) f on true
    where p.region = $1 and p.id > $2 and ($3::text is null or starts_with(p.name, $3))
      and ($4::text[] is null or exists (select from faheng.post held where held.region = p.region and held.person = p.id and held.body = any ($4)
        and held.from_at <= $5 and (held.until_at is null or $5 < held.until_at) and not faheng.has_left(held.region, held.person, held.body, held.from_at, $5)))
    order by p.id limit $7`), [region, after, q, places, at, dayOf(at), limit + 1])
  const rows = found.slice(0, limit)
  const held = await certificatesAt(client, region, rows.map(({ id }) => id), at)
  return {
    rows: rows.map(({ id_tail, ...row }) => ({ ...row, idNumber: masked(id_tail), certificates: held.filter(({ person }) => person === row.id).map(({ person: _person, ...each }) => each) })),
    next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
  }
}

function readable({ posts }: Session): 'all' | readonly string[] {
  if (posts.some(({ kind }) => kind === 'supervisor' || kind === 'system-administrator')) return 'all'
  const bodies = posts.filter(({ kind, delegation }) => (kind === 'head' || kind === 'unit-head') && !delegation).map(({ body }) => body)
  if (bodies.length === 0) throw new NotFound()
  return bodies
}

/** Of a term that ends at 24:00: the day it is still valid. */
const lastDay = (until: Instant): string => dayOf(new Date(Date.parse(until) - 1).toISOString())
