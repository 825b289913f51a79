import type { Pool, PoolClient } from 'pg'
import type { Citation } from '@faheng/law/citation.ts'
import type { Library, LoadedVersion } from '@faheng/law/statutes/resolve.ts'
import type { Paragraph } from '@faheng/law/statutes/text.ts'
import { run, statement } from '../../platform/database/run.ts'

/** What of the register these citations need, read at once: the articles they name, of every version. Versions without a text are not loaded. */
export async function libraryOf(on: Pool | PoolClient, region: string, citations: readonly Citation[]): Promise<Library> {
  const wanted = [...new Map(citations.map(({ statute, article, sub = 0 }) => [`${statute} ${article} ${sub}`, { statute, number: article, sub }])).values()]
  const [versions, articles] = await Promise.all([
    run<LoadedVersion & { statute: string }>(on, statement(`
      select v.statute, v.version, v.in_force as "inForce", v.repealed from faheng.statute_version v
      join faheng.statute_text t on t.region = v.region and t.statute = v.statute and t.version = v.version
      where v.region = $1 order by v.statute, v.in_force desc`), [region]),
    run<{ statute: string; version: string; number: number; sub: number; paragraphs: readonly Paragraph[] }>(on, statement(`
      select a.statute, a.version, a.number, a.sub, a.paragraphs from jsonb_to_recordset($2::jsonb) as w (statute text, number integer, sub integer)
      join faheng.statute_article a on a.region = $1 and a.statute = w.statute and a.number = w.number and a.sub = w.sub order by a.ordinal`), [region, JSON.stringify(wanted)]),
  ])
  const byStatute = Map.groupBy(versions, ({ statute }) => statute)
  const byNumber = Map.groupBy(articles, ({ statute, version, number, sub }) => `${statute} ${version} ${number} ${sub}`)
  return {
    names: [...byStatute.keys()],
    versions: (statute) => byStatute.get(statute) ?? [],
    article: (statute, version, number, sub) => (byNumber.get(`${statute} ${version} ${number} ${sub}`) ?? []).map(({ paragraphs }) => paragraphs),
  }
}
