import type { Pool, PoolClient } from 'pg'
import { articleText, foldedText, type Paragraph } from '@faheng/law/statutes/text.ts'
import type { Day } from '@faheng/law/time/day.ts'
import { type Asker, reading } from '../../platform/access/scope.ts'
import { run, statement } from '../../platform/database/run.ts'
import { bigramsOf } from '../../platform/search/bigrams.ts'

interface Found {
  readonly statute: string
  readonly version: string
  readonly number: number
  readonly sub: number
  readonly label: string
  readonly text: string
}

/**
 * Articles in force on a day that hold every part of what was typed, first those of the statute it names, then laws. The word rows
 * name the texts, and in them the articles, in which all its pairs occur; these are looked into a few texts at a time, and no
 * further than the page is long. Word rows are sorted by "C": without the default collation the join with the register could use
 * no index.
 */
export async function searchArticles(pool: Pool, asker: Asker, q: string, on: Day): Promise<{ rows: Found[]; more: boolean }> {
  const parts = q.split(/\s+/).map(foldedText).filter((part) => part !== '')
  const pairs = [...new Set(parts.flatMap(bigramsOf))]
  if (pairs.length === 0) return { rows: [], more: false }
  return reading(() => pool.connect(), asker, async (client) => {
    const texts = await run<Text>(client, statement(`
      select v.statute, v.version, w.places from (
        select x.statute collate "default" as statute, x.version collate "default" as version, bit_and(x.places)::text as places
        from faheng.statute_word x where x.region = $1 and x.word = any ($2) group by x.statute, x.version
        having count(*) = $3 and position(B'1' in bit_and(x.places)) is distinct from 0) w
      join faheng.statute_version v on v.region = $1 and v.statute = w.statute and v.version = w.version
      where v.in_force <= $4 and (v.repealed is null or $4 < v.repealed)
      order by strpos(v.statute, $5) = 0, array_position(array['law', 'administrative-regulation', 'local-regulation', 'departmental-rule', 'local-rule'], v.rank), v.statute`),
      [asker.region, pairs, pairs.length, on, parts[0]])
    const rows: Found[] = []
    for (let from = 0, size = 8; from < texts.length && rows.length <= shown; from += size, size *= 2)
      rows.push(...(await within(client, asker.region, texts.slice(from, from + size), parts, shown + 1 - rows.length)))
    return { rows: rows.slice(0, shown), more: rows.length > shown }
  })
}

interface Text {
  readonly statute: string
  readonly version: string
  /** A bit for each article: all pairs are in it. Null: not known. */
  readonly places: string | null
}

async function within(client: PoolClient, region: string, texts: readonly Text[], parts: readonly string[], limit: number): Promise<Found[]> {
  const found = await run<Omit<Found, 'text'> & { paragraphs: readonly Paragraph[] }>(client, statement(`
    select a.statute, a.version, a.number, a.sub, a.label, a.paragraphs
    from unnest($2::text[], $3::text[], $7::text[]) with ordinality as t (statute, version, places, place)
    join faheng.statute_article a on a.region = $1 and a.statute = t.statute and a.version = t.version
    where (t.places is null or substr(t.places, a.ordinal + 1, 1) = '1') and strpos(a.folded, $4) > 0 and (select bool_and(strpos(a.folded, part) > 0) from unnest($5::text[]) part) is not false
    order by t.place, a.ordinal limit $6`), [region, texts.map(({ statute }) => statute), texts.map(({ version }) => version), parts[0], parts.slice(1), limit, texts.map(({ places }) => places)])
  return found.map(({ paragraphs, ...row }) => ({ ...row, text: articleText({ paragraphs }) }))
}

const shown = 50
