import type { Pool, PoolClient } from 'pg'
import type { Library, LoadedVersion } from '@faheng/law/statutes/resolve.ts'
import type { Paragraph } from '@faheng/law/statutes/text.ts'
import { run, statement } from '../../platform/database/run.ts'

/** What of the register the citations of some statutes need, read at once. Versions without a text are not loaded. */
export async function libraryOf(on: Pool | PoolClient, region: string, statutes: readonly string[]): Promise<Library> {
  const wanted = [...new Set(statutes)]
  const [versions, articles] = await Promise.all([
    run<LoadedVersion & { statute: string }>(on, statement(`
      select v.statute, v.version, v.in_force as "inForce", v.repealed from faheng.statute_version v
      join faheng.statute_text t on t.region = v.region and t.statute = v.statute and t.version = v.version
      where v.region = $1 order by v.statute, v.in_force desc`), [region]),
    run<{ statute: string; version: string; number: number; sub: number; paragraphs: readonly Paragraph[] }>(on, statement(`
      select statute, version, number, sub, paragraphs from faheng.statute_article where region = $1 and statute = any ($2) order by ordinal`), [region, wanted]),
  ])
  const byStatute = Map.groupBy(versions, ({ statute }) => statute)
  const byNumber = Map.groupBy(articles, ({ statute, version, number, sub }) => `${statute} ${version} ${number} ${sub}`)
  return {
    names: [...byStatute.keys()],
    versions: (statute) => byStatute.get(statute) ?? [],
    article: (statute, version, number, sub) => (byNumber.get(`${statute} ${version} ${number} ${sub}`) ?? []).map(({ paragraphs }) => paragraphs),
  }
}
