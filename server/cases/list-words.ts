import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { MatterFilter } from '@faheng/api/matters.ts'
import { words } from '@faheng/law/words.ts'
import type { Asker } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed } from '../platform/errors.ts'
import { bigramsOf } from '../platform/search/bigrams.ts'
import { waysOf, type Way } from './scope.ts'

type Filter = Static<typeof MatterFilter>

/** A search by words, and how rare they are where it looks. */
export interface Search {
  readonly words: readonly string[]
  /** By the body a way leads to; `null`: of the whole county. */
  readonly rarest: ReadonlyMap<string | null, Rarest>
  /** The body alone that is asked about. */
  readonly body: string | undefined
  /** Nothing but words and body narrows the list. */
  readonly alone: boolean
}

interface Rarest {
  readonly body: string | null
  readonly word: string
  /** Where it stands, body and matter side by side; `null` where that is in more than `few`. */
  readonly bodies: readonly string[] | null
  readonly matters: readonly string[] | null
}

/** To look at as many matters one by one is some ten milliseconds; a word that stands in more is soon met among the newest. */
const few = 1000
/** Of a long text, so many pairs of characters are counted. */
const counted = 8

/** Counts the words in the bodies in question: a few index entries each. */
export async function searchOf(client: PoolClient, asker: Asker, { q, body, procedure, unit, stage, dueFrom, dueTo }: Filter): Promise<Search | undefined> {
  if (q === undefined) return undefined
  const asked = wordsOf(q)
  const own = new Set(waysOf(asker, () => '').flatMap((way) => way.body ?? []))
  const found = await run<Rarest & object>(client, rarestWords, [asker.region, [...own], body === undefined ? null : [body], asked.slice(0, counted)])
  return {
    words: asked, rarest: new Map(found.map((each) => [each.body, each])), body,
    alone: [procedure, unit, stage, dueFrom, dueTo].every((each) => each === undefined),
  }
}

/** A text of one character finds nothing; words are exact from two. */
function wordsOf(q: string): string[] {
  const found = bigramsOf(q)
  if (found.length === 0) throw new Malformed('/q', words('请输入两个以上字符', 'Type two characters or more'))
  return found.slice(0, 40)
}

const rarestWords = statement(`
  select distinct on (place.body) place.body, asked.word,
    case when found.n <= ${few} then found.bodies end as bodies, case when found.n <= ${few} then found.matters end as matters
  from (select body, array[body] from unnest($2::text[]) as own (body)
    union all select null, coalesce($3::text[], array(select distinct id from faheng.body where region = $1))) as place (body, bodies)
  cross join unnest($4::text[]) as asked (word)
  cross join lateral (
    select count(*) as n, coalesce(array_agg(body), '{}') as bodies, coalesce(array_agg(matter), '{}') as matters
    from faheng.matters_of_word($1, place.bodies, asked.word, ${few + 1})) as found
  order by place.body, found.n, asked.word`)

/**
 * A way, newest first, to the matters that all words stand in. Where a body or the county is read whole, along its rarest word:
 * the page costs what the page holds. Else through the few matters of a rare word, or along the way itself, asking each matter.
 * Row-level security decides about word, matter and reader in each of them.
 */
export function alongWords(way: Way, search: Search, param: (value: unknown) => string): Way {
  const rarest = search.rarest.get(way.body ?? null)
  const others = search.words.filter((each) => each !== rarest?.word)
  const elsewhere = way.body !== undefined && search.body !== undefined && way.body !== search.body
  if (way.whole && rarest && !elsewhere && (search.alone || rarest.matters)) return alongRarest(way, search.body, rarest.word, others, param)
  const asked = `${way.where}${standing(rarest ? [rarest.word, ...others] : others, { body: 'm.body', filed: 'm.filed', id: 'm.id' }, param)}`
  if (!rarest?.matters) return { ...way, where: asked }
  const each = `select f.id, f.matter from unnest(${param(rarest.bodies)}::text[], ${param(rarest.matters)}::text[]) as f (id, matter)`
  return { ...way, each: `(${each}${way.each ? ` where f.id in (select id from ${way.each} as own)` : ''})`, where: `${asked} and ${way.id} = b.matter` }
}

/** `offset 0`: the word leads, and the matter is looked up, whatever the planner believes of either. */
function alongRarest(way: Way, asked: string | undefined, rarest: string, others: readonly string[], param: (value: unknown) => string): Way {
  const body = way.body ?? asked
  return {
    filed: 's.filed', id: 's.matter',
    ...(body === undefined ? { each: '(select distinct id from faheng.body where region = $1)' } : {}),
    from: 'faheng.word s cross join lateral (select * from faheng.matter where region = s.region and id = s.matter offset 0) m',
    where: `s.region = $1 and s.body = ${body === undefined ? 'b.id' : param(body)} and s.word = ${param(rarest)} and ${way.where}`
      + standing(others, { body: 's.body', filed: 's.filed', id: 's.matter' }, param),
  }
}

/** Correlated and by the whole key: a common word must not be hashed for a page of twenty. */
const standing = (asked: readonly string[], of: { readonly body: string; readonly filed: string; readonly id: string }, param: (value: unknown) => string): string =>
  asked.map((word) => ` and (select true from faheng.word o where o.region = $1 and o.body = ${of.body} and o.word = ${param(word)} and o.filed = ${of.filed} and o.matter = ${of.id})`).join('')
