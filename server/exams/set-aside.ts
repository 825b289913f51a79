import type { PoolClient } from 'pg'
import type { Citation } from '@faheng/law/citation.ts'
import type { ArticleChange } from '@faheng/law/statutes/changes.ts'
import { touchedCitations } from '@faheng/law/statutes/impact.ts'
import { type Day, dayOf, type Instant } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'

/**
 * Sets aside every ready question that rests on an article changed after the day its key was right; from then on no paper draws
 * it until it was reviewed. Work is found by state: an hour missed is an hour caught up.
 * @returns how many
 */
export async function setAsideQuestions(client: PoolClient, region: string, at: Instant): Promise<number> {
  const changes = await run<{ id: string; statute: string; effective: Day; articles: readonly ArticleChange[] | null }>(client, statement(`
    select id, statute, effective, articles from faheng.statute_change where region = $1 and effective <= $2 order by effective`), [region, dayOf(at)])
  if (changes.length === 0) return 0
  const questions = await run<{ id: string; asOf: Day; citations: readonly Citation[] }>(client, statement(`
    select id, as_of as "asOf", citations from faheng.exam_question where region = $1 and status = 'ready' and citations <> '[]' and as_of < $2::date`),
    [region, changes.at(-1)?.effective])
  const aside = questions.flatMap(({ id, asOf, citations }) => {
    const change = changes.find(({ statute, effective, articles }) => effective > asOf && touchedCitations(citations, statute, articles).length > 0)
    return change === undefined ? [] : [{ id, change: change.id }]
  })
  if (aside.length === 0) return 0
  const set = await run(client, statement(`
    update faheng.exam_question q set status = 'set-aside', change = a.change from jsonb_to_recordset($2::jsonb) as a (id text, change text)
    where q.region = $1 and q.id = a.id and q.status = 'ready' returning 1`), [region, JSON.stringify(aside)])
  return set.length
}
