import type { Pool, PoolClient } from 'pg'
import { rankOf } from '@faheng/law/citations/rank.ts'
import { inForceOn, readStatute, type SourceFile, sourcesOf } from '@faheng/law/statutes/read.ts'
import { articleText, type Flaw, foldedText, type StatuteText } from '@faheng/law/statutes/text.ts'
import type { Instant } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { inTransaction, run, statement } from '../../platform/database/run.ts'
import { bigramsOf } from '../../platform/search/bigrams.ts'
import { type Impact, recordChanges } from './changes.ts'
import { statusKey, type Statuses } from './statuses.ts'

export interface ImportedStatutes {
  readonly counts: { readonly texts: number; readonly added: number; readonly unchanged: number; readonly refused: number; readonly flagged: number; readonly articles: number }
  readonly refused: readonly { readonly source: string; readonly reason: Words }[]
  readonly flaws: readonly { readonly statute: string; readonly version: string; readonly flaw: Flaw }[]
  /** What the new versions changed for items, benchmarks and open cases. */
  readonly impact: Impact
}

/**
 * Texts into the register, each in a transaction of its own; the same text again changes nothing, another text for a version that
 * is there is refused and names the articles. Versions of one statute end each other in the order in which they come into force.
 */
export async function importStatutes(
  pool: Pool,
  region: string,
  { files, statuses }: { readonly files: readonly SourceFile[]; readonly statuses: Statuses },
  { at, progress = () => undefined }: { readonly at: Instant; readonly progress?: (done: number, of: number) => void },
): Promise<ImportedStatutes> {
  const sources = sourcesOf(files)
  const refused: { source: string; reason: Words }[] = []
  const flaws: { statute: string; version: string; flaw: Flaw }[] = []
  let [added, unchanged, articles] = [0, 0, 0]
  for (const [i, source] of sources.entries()) {
    const read = readStatute(source)
    if ('unread' in read) refused.push({ source: source.name, reason: read.unread })
    else {
      const text = withStatus(read, statuses)
      const reason = await inTransaction(pool, (client) => store(client, region, text, source.name, at))
      if (typeof reason === 'object') refused.push({ source: source.name, reason })
      else {
        if (reason === 'added') added++
        else unchanged++
        articles += text.articles.length
        flaws.push(...text.flaws.map((flaw) => ({ statute: text.statute, version: text.promulgated, flaw })))
      }
    }
    progress(i + 1, sources.length)
  }
  const ended = await endByNext(pool, region)
  const standing = flaws.filter(({ statute, version, flaw }) => flaw.kind !== 'repeal-day' || !ended.has(statusKey(statute, version)))
  const flagged = new Set(standing.map(({ statute, version }) => statusKey(statute, version))).size
  return { counts: { texts: sources.length, added, unchanged, refused: refused.length, flagged, articles }, refused, flaws: standing, impact: await recordChanges(pool, region, at) }
}

function withStatus(text: StatuteText, statuses: Statuses): StatuteText {
  const status = statuses.get(statusKey(text.statute, text.promulgated))
  if (status === undefined) return text
  const known = inForceOn(text, status.inForce)
  if (status.state > 2) return known
  const state = status.state === 1 ? words('已废止，废止日期待登记', 'repealed; the day is to be entered') : words('已修改，后一版本尚未导入', 'amended since; the later version is not loaded')
  return { ...known, flaws: [...known.flaws, { kind: 'repeal-day', place: '', words: state }] }
}

async function store(client: PoolClient, region: string, text: StatuteText, source: string, at: Instant): Promise<'added' | 'unchanged' | Words> {
  const { statute, promulgated } = text
  // The commit at the end of the import waits for the disk, and with it for all before; what a crash loses is loaded again.
  await client.query('set local synchronous_commit = off')
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`register ${region} statute-version`])
  const [registered] = await run<{ version: string }>(client, statement(`
    select version from faheng.statute_version where region = $1 and statute = $2 and promulgated = $3`), [region, statute, promulgated])
  const version = registered?.version ?? promulgated
  const rows = text.articles.map((article, ordinal) => ({
    ordinal, number: article.number, sub: article.sub ?? 0, label: article.label, path: article.path, paragraphs: article.paragraphs, folded: foldedText(articleText(article)),
  }))
  const present = await run<{ label: string; folded: string }>(client, statement(`
    select label, folded from faheng.statute_article where region = $1 and statute = $2 and version = $3 order by ordinal`), [region, statute, version])
  if (present.length > 0) {
    const other = rows.filter(({ folded }, i) => present[i]?.folded !== folded).map(({ label }) => label)
    if (other.length === 0 && present.length === rows.length) return 'unchanged'
    const where = other.slice(0, 5).join('、') || `${present.length}/${rows.length}`
    return words(`该版本已导入且文字不同：${where}`, `the version is loaded with other words: ${where}`)
  }
  if (registered === undefined)
    await run(client, statement(`
      insert into faheng.statute_version (region, statute, version, title, rank, promulgated, in_force, recorded) values ($1, $2, $3, $4, $5, $6, $7, $8)`),
      [region, statute, version, text.title, rankOf(statute), promulgated, text.inForce, at])
  await Promise.all([
    run(client, statement(`
      insert into faheng.statute_text (region, statute, version, layout, source, preamble, flaws, articles, recorded) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`),
      [region, statute, version, text.layout, source, text.preamble, JSON.stringify(text.flaws), rows.length, at]),
    run(client, statement(`
      insert into faheng.statute_article (region, statute, version, ordinal, number, sub, label, path, paragraphs, folded)
      select $1, $2, $3, ordinal, number, sub, label, path, paragraphs, folded
      from jsonb_to_recordset($4::jsonb) as a (ordinal integer, number integer, sub integer, label text, path text[], paragraphs jsonb, folded text)`),
      [region, statute, version, JSON.stringify(rows)]),
    run(client, statement('insert into faheng.statute_word (region, word, statute, version, places) select $1, w.word, $2, $3, w.places::varbit from unnest($4::text[], $5::text[]) as w (word, places)'),
      [region, statute, version, ...placesOfWords(rows.map(({ folded }) => folded))]),
  ])
  return 'added'
}

/** Every pair of letters of a text, sorted, and for each a bit for every article: whether the pair is in it. */
function placesOfWords(articles: readonly string[]): [words: string[], places: string[]] {
  const found = new Map<string, Uint8Array>()
  for (const [ordinal, article] of articles.entries())
    for (const pair of bigramsOf(article)) {
      const places = found.get(pair) ?? new Uint8Array(articles.length)
      places[ordinal] = 1
      found.set(pair, places)
    }
  const pairs = [...found.keys()].sort()
  return [pairs, pairs.map((pair) => found.get(pair)?.join('') ?? '')]
}

/**
 * A version without an end ends on the day the next one comes into force, whichever was loaded first; then the day of its end is
 * no longer missing.
 * @returns the versions that have an end, by `statusKey`
 */
async function endByNext(pool: Pool, region: string): Promise<ReadonlySet<string>> {
  await run(pool, statement(`
    update faheng.statute_version v set repealed = n.next
    from (select statute, version, lead(in_force) over (partition by statute order by in_force, promulgated) as next
      from faheng.statute_version where region = $1) n
    where v.region = $1 and v.statute = n.statute and v.version = n.version and v.repealed is null and n.next is not null`), [region])
  await run(pool, statement(`
    update faheng.statute_text t set flaws = coalesce((select jsonb_agg(f) from jsonb_array_elements(t.flaws) f where f ->> 'kind' <> 'repeal-day'), '[]')
    from faheng.statute_version v
    where v.region = $1 and t.region = v.region and t.statute = v.statute and t.version = v.version and v.repealed is not null
      and t.flaws @> '[{"kind": "repeal-day"}]'`), [region])
  const ended = await run<{ statute: string; promulgated: string }>(pool, statement(`
    select statute, promulgated from faheng.statute_version where region = $1 and repealed is not null`), [region])
  return new Set(ended.map(({ statute, promulgated }) => statusKey(statute, promulgated)))
}
