import type { PoolClient } from 'pg'
import type { Citation } from '@faheng/law/citation.ts'
import { parseCitations } from '@faheng/law/citations/parse.ts'
import type { Day } from '@faheng/law/time/day.ts'
import { run, statement } from '../../platform/database/run.ts'

/** What rests on statutes: of the catalogue, the benchmarks, the three lists, powers given or entrusted to others, and the cases. */
export const subjectKinds = ['item', 'benchmark', 'leniency', 'grant', 'matter'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export interface Subject {
  readonly kind: SubjectKind
  readonly subject: string
  /** That owns and reviews it. */
  readonly body: string
  readonly citations: readonly Citation[]
  /** The day it was made under: a version that began, or a conduct that began (处罚法 37), under the new text is not touched by it. */
  readonly since: Day
}

/** All that stands today, and cases without a decision whose norms were not compared yet. */
export async function subjectsOf(client: PoolClient, region: string, today: Day): Promise<Subject[]> {
  const at = [region, today]
  const items = await run<{ item: string; body: string; bases: readonly { citation: Citation }[]; since: Day }>(client, statement(`
    select item, body, bases, valid_from as since from faheng.item_version i where region = $1 and (valid_until is null or valid_until > greatest($2, valid_from)) and not exists (
      select from faheng.item_version l where l.region = i.region and l.item = i.item and l.version > i.version and l.valid_from <= $2)`), at)
  const ofItem = new Map(items.map(({ item, bases }) => [item, bases.map(({ citation }) => citation)]))
  type Row = { subject: string; body: string; item: string | null; since: Day; bases?: readonly Citation[]; norm?: string | null }
  const rows = await Promise.all([benchmarks, rules, grants].map((each) => run<Row>(client, each, at)))
  const matters = await run<Row>(client, matterRows, [region])
  const resting = (kind: SubjectKind) => ({ subject, body, item, since, bases = [], norm }: Row): Subject => ({ kind, subject, body, since, citations: [...bases, ...namedIn(norm ?? ''), ...(ofItem.get(item ?? '') ?? [])] })
  return [
    ...items.map(({ item, body, since }): Subject => ({ kind: 'item', subject: item, body, since, citations: ofItem.get(item) ?? [] })),
    ...rows.flatMap((each, i) => each.map(resting((['benchmark', 'leniency', 'grant'] as const)[i] ?? 'item'))),
    ...matters.map(resting('matter')),
  ]
}

const namedIn = (text: string): Citation[] => parseCitations(text).read.map(({ source: _source, edition: _edition, ...citation }) => citation)

const benchmarks = statement(`
  select benchmark as subject, body, item, bases, valid_from as since from faheng.benchmark_version where region = $1 and (valid_until is null or valid_until > $2)`)
const rules = statement(`
  select rule as subject, body, item, bases, valid_from as since from faheng.leniency_rule where region = $1 and (valid_until is null or valid_until > $2)`)
// The township looks at what it holds; the department at the item itself; the principal at what lets it entrust the item.
const grants = statement(`
  select g.id as subject, b.id as body, g.item, g.valid_from as since, null as norm from faheng.township_grant g
  join lateral (select o.id from faheng.body o where o.region = g.region and o.township = g.township order by o.valid_from desc limit 1) b on true
  where g.region = $1 and (g.valid_until is null or g.valid_until > $2)
  union all
  select e.id, e.principal, e.item, e.valid_from, e.norm from faheng.entrustment e where e.region = $1 and e.valid_until > $2`)
const matterRows = statement(`
  select m.id as subject, m.body, v ->> 'item' as item,
    greatest(v ->> 'from', (select (max(a.occurred) at time zone 'Asia/Shanghai')::date::text from faheng.act a where a.region = m.region and a.matter = m.id and a.kind = 'compare-norms')) as since
  from faheng.matter m join faheng.matter_state s on s.region = m.region and s.matter = m.id,
    jsonb_array_elements(case jsonb_typeof(s.state -> 'violations') when 'array' then s.state -> 'violations' else '[]' end) v
  where m.region = $1 and not m.ended and not exists (select from faheng.decided d where d.region = m.region and d.matter = m.id)`)
