import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { type ArticleChange, changedArticles } from '@faheng/law/statutes/changes.ts'
import { reviewDue, touchedCitations } from '@faheng/law/statutes/impact.ts'
import { type Day, dayOf, type Instant } from '@faheng/law/time/day.ts'
import { inTransaction, run, statement } from '../../platform/database/run.ts'
import { articlesOf, asArticles } from './read.ts'
import { type SubjectKind, subjectKinds, subjectsOf } from './subjects.ts'

export interface Change {
  readonly statute: string
  readonly from: string
  readonly to: string | null
  readonly effective: Day
  readonly basis: string
}

/** What was not known before. */
export interface Impact {
  readonly changes: number
  readonly tasks: Readonly<Record<SubjectKind, number>>
}

/** In a transaction of its own, as faheng_worker. */
export async function recordChanges(pool: Pool, region: string, at: Instant): Promise<Impact> {
  return inTransaction(pool, async (client) => {
    await lockChanges(client, region)
    return recordIn(client, region, at)
  })
}

export const lockChanges = (client: PoolClient, region: string): Promise<unknown> =>
  client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`register ${region} statute-change`])

/**
 * Records each change that is not recorded yet, and a review task for every item, benchmark, rule, power and open case that rests on
 * an article it touched: once each, however often it is called, so that what came into the registers later is found the next time.
 * A version that has itself been replaced by now alarms nobody.
 */
export async function recordIn(client: PoolClient, region: string, at: Instant, repeals: readonly Change[] = []): Promise<Impact> {
  const today = dayOf(at)
  const follow = await successions(client, region)
  await dropOvertaken(client, region, follow)
  const standing = [...follow.filter(({ ended }) => ended === null || ended > today), ...repeals]
  const known = new Set((await run<{ id: string }>(client, statement('select id from faheng.statute_change where region = $1'), [region])).map(({ id }) => id))
  const found = standing.filter((change) => !known.has(idOf(change)))
  for (const change of found) {
    const articles = await articleChanges(client, region, change)
    await run(client, statement(`
      insert into faheng.statute_change (region, id, statute, from_version, to_version, effective, basis, articles, recorded) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`),
      [region, idOf(change), change.statute, change.from, change.to, change.effective, change.basis, articles === null ? null : JSON.stringify(articles), at])
  }
  return { changes: found.length, tasks: await sendTasks(client, region, at, standing.map(idOf)) }
}

/** Tasks that are not there yet, of the changes named and of every repeal. */
async function sendTasks(client: PoolClient, region: string, at: Instant, standing: readonly string[]): Promise<Impact['tasks']> {
  const tasks = Object.fromEntries(subjectKinds.map((kind) => [kind, 0])) as Record<SubjectKind, number>
  const changes = await run<{ id: string; statute: string; effective: Day; articles: readonly ArticleChange[] | null }>(client, statement(`
    select id, statute, effective, articles from faheng.statute_change where region = $1 and (to_version is null or id = any ($2))`), [region, standing])
  if (changes.length === 0) return tasks
  const subjects = await subjectsOf(client, region, dayOf(at))
  const byStatute = Map.groupBy(subjects.flatMap((subject) => [...new Set(subject.citations.map((each) => each.statute))].map((statute) => ({ statute, subject }))), ({ statute }) => statute)
  const rows = changes.flatMap(({ id: change, statute, effective, articles }) =>
    (byStatute.get(statute) ?? []).flatMap(({ subject: { kind, subject, body, citations, since } }) => {
      const touched = since >= effective ? [] : touchedCitations(citations, statute, articles)
      return touched.length === 0 ? [] : [{ id: hash(change, kind, subject), change, kind, subject, body, citations: touched, due: reviewDue(dayOf(at), effective) }]
    }))
  if (rows.length === 0) return tasks
  const sent = await run<{ kind: SubjectKind }>(client, statement(`
    insert into faheng.review_task (region, id, change, kind, subject, body, citations, due, recorded)
    select $1, id, change, kind, subject, body, citations, due, $2
    from jsonb_to_recordset($3::jsonb) as t (id text, change text, kind text, subject text, body text, citations jsonb, due date)
    on conflict do nothing returning kind`), [region, at, JSON.stringify(rows)])
  for (const { kind } of sent) tasks[kind]++
  return tasks
}

/** Loaded versions that follow each other; `ended` is when the later one was itself replaced or repealed. */
const successions = (client: PoolClient, region: string): Promise<(Change & { readonly ended: Day | null })[]> =>
  run(client, statement(`
    select statute, "from", "to", effective, '' as basis, repealed as ended from (
      select v.statute, lag(v.version) over w as "from", v.version as "to", v.in_force as effective, v.repealed
      from faheng.statute_version v join faheng.statute_text t using (region, statute, version)
      where v.region = $1 window w as (partition by v.statute order by v.in_force, v.promulgated)) p
    where "from" is not null`), [region])

/** A version loaded later that stands between two others parts their comparison: what nobody has reviewed of it goes. */
async function dropOvertaken(client: PoolClient, region: string, follow: readonly Change[]): Promise<void> {
  const ids = follow.map(idOf)
  await run(client, statement(`
    delete from faheng.review_task t using faheng.statute_change c
    where t.region = $1 and c.region = t.region and c.id = t.change and c.to_version is not null and not c.id = any ($2) and t.done is null`), [region, ids])
  await run(client, statement(`
    delete from faheng.statute_change c where region = $1 and to_version is not null and not id = any ($2)
      and not exists (select from faheng.review_task t where t.region = c.region and t.change = c.id)`), [region, ids])
}

async function articleChanges(client: PoolClient, region: string, { statute, from, to }: Change): Promise<ArticleChange[] | null> {
  if (to === null) return null
  const [before, after] = [await articlesOf(client, region, statute, from), await articlesOf(client, region, statute, to)]
  return changedArticles(asArticles(before), asArticles(after))
}

const idOf = ({ statute, from, to }: Change) => hash(statute, from, to ?? '')
const hash = (...parts: readonly string[]) => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
