import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Citation } from '@faheng/law/citation.ts'
import { type ArticleChange, changedArticles } from '@faheng/law/statutes/changes.ts'
import { reviewDue, touchedCitations } from '@faheng/law/statutes/impact.ts'
import { type Day, dayOf, type Instant } from '@faheng/law/time/day.ts'
import { inTransaction, run, statement } from '../../platform/database/run.ts'
import { articlesOf, asArticles } from './read.ts'

export interface Change {
  readonly statute: string
  readonly from: string
  readonly to: string | null
  readonly effective: Day
  readonly basis: string
}

export interface Impact {
  readonly changes: number
  readonly tasks: { readonly item: number; readonly benchmark: number; readonly matter: number }
}

/**
 * Records each change that is not recorded yet, and a review task for every item, benchmark and open case that rests on an article
 * it touched. A version that has itself been replaced by now alarms nobody.
 */
export async function recordChanges(pool: Pool, region: string, at: Instant, repeals: readonly Change[] = []): Promise<Impact> {
  return inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`register ${region} statute-change`])
    const known = new Set((await run<{ id: string }>(client, statement('select id from faheng.statute_change where region = $1'), [region])).map(({ id }) => id))
    const found = [...(await successions(client, region, dayOf(at))), ...repeals].filter((change) => !known.has(idOf(change)))
    const subjects = found.length === 0 ? [] : await subjectsOf(client, region, dayOf(at))
    const byStatute = Map.groupBy(subjects.flatMap((subject) => [...new Set(subject.citations.map((each) => each.statute))].map((statute) => ({ statute, subject }))), ({ statute }) => statute)
    const tasks = { item: 0, benchmark: 0, matter: 0 }
    for (const change of found) {
      const articles = await articleChanges(client, region, change)
      const id = idOf(change)
      await run(client, statement(`
        insert into faheng.statute_change (region, id, statute, from_version, to_version, effective, basis, articles, recorded) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`),
        [region, id, change.statute, change.from, change.to, change.effective, change.basis, articles === null ? null : JSON.stringify(articles), at])
      const due = reviewDue(dayOf(at), change.effective)
      const rows = (byStatute.get(change.statute) ?? []).flatMap(({ subject: { kind, subject, body, citations, conduct } }) => {
        const touched = conduct !== undefined && conduct >= change.effective ? [] : touchedCitations(citations, change.statute, articles)
        return touched.length === 0 ? [] : [{ id: hash(id, kind, subject), kind, subject, body, citations: touched }]
      })
      for (const { kind } of rows) tasks[kind]++
      await run(client, statement(`
        insert into faheng.review_task (region, id, change, kind, subject, body, citations, due, recorded)
        select $1, id, $2, kind, subject, body, citations, $3, $4 from jsonb_to_recordset($5::jsonb) as t (id text, kind text, subject text, body text, citations jsonb)
        on conflict do nothing`), [region, id, due, at, JSON.stringify(rows)])
    }
    return { changes: found.length, tasks }
  })
}

/** Loaded versions that follow each other, where the later one stands today or will. */
async function successions(client: PoolClient, region: string, today: Day): Promise<Change[]> {
  return run(client, statement(`
    select statute, "from", "to", effective, '' as basis from (
      select v.statute, lag(v.version) over w as "from", v.version as "to", v.in_force as effective, v.repealed
      from faheng.statute_version v join faheng.statute_text t using (region, statute, version)
      where v.region = $1 window w as (partition by v.statute order by v.in_force, v.promulgated)) p
    where "from" is not null and (repealed is null or repealed > $2)`), [region, today])
}

async function articleChanges(client: PoolClient, region: string, { statute, from, to }: Change): Promise<ArticleChange[] | null> {
  if (to === null) return null
  const [before, after] = [await articlesOf(client, region, statute, from), await articlesOf(client, region, statute, to)]
  return changedArticles(asArticles(before), asArticles(after))
}

interface Subject {
  readonly kind: 'item' | 'benchmark' | 'matter'
  readonly subject: string
  readonly body: string
  readonly citations: readonly Citation[]
  /** Of a case: the first day of the conduct; what began under the new law is judged by it alone (处罚法 37). */
  readonly conduct?: Day
}

/** Items and benchmarks valid today, and cases without a decision through the items of their violations. */
async function subjectsOf(client: PoolClient, region: string, today: Day): Promise<Subject[]> {
  const items = await run<{ item: string; body: string; bases: readonly { citation: Citation }[] }>(client, statement(`
    select item, body, bases from faheng.item_version i where region = $1 and (valid_until is null or valid_until > greatest($2, valid_from)) and not exists (
      select from faheng.item_version l where l.region = i.region and l.item = i.item and l.version > i.version and l.valid_from <= $2)`), [region, today])
  const citations = new Map(items.map(({ item, bases }) => [item, bases.map(({ citation }) => citation)]))
  const benchmarks = await run<{ subject: string; body: string; item: string | null; bases: readonly Citation[] }>(client, statement(`
    select benchmark as subject, body, item, bases from faheng.benchmark_version where region = $1 and (valid_until is null or valid_until > $2)`), [region, today])
  const matters = await run<{ subject: string; body: string; item: string; conduct: Day }>(client, statement(`
    select m.id as subject, m.body, v ->> 'item' as item, v ->> 'from' as conduct
    from faheng.matter m join faheng.matter_state s on s.region = m.region and s.matter = m.id,
      jsonb_array_elements(case jsonb_typeof(s.state -> 'violations') when 'array' then s.state -> 'violations' else '[]' end) v
    where m.region = $1 and not m.ended and not exists (select from faheng.decided d where d.region = m.region and d.matter = m.id)`), [region])
  return [
    ...items.map(({ item, body }): Subject => ({ kind: 'item', subject: item, body, citations: citations.get(item) ?? [] })),
    ...benchmarks.map(({ subject, body, item, bases }): Subject => ({ kind: 'benchmark', subject, body, citations: [...bases, ...(citations.get(item ?? '') ?? [])] })),
    ...matters.map(({ subject, body, item, conduct }): Subject => ({ kind: 'matter', subject, body, citations: citations.get(item) ?? [], conduct })),
  ]
}

const idOf = ({ statute, from, to }: Change) => hash(statute, from, to ?? '')
const hash = (...parts: readonly string[]) => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
