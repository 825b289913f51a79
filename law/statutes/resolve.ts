import { type Citation, citationWords } from '../citation.ts'
import { type Day } from '../time/day.ts'
import { words, type Words } from '../words.ts'
import type { Paragraph } from './text.ts'

/** A version of a statute whose text is loaded, named by the day it was promulgated: from `inForce`, until the day before `repealed`. */
export interface LoadedVersion {
  readonly version: string
  readonly inForce: Day
  readonly repealed: Day | null
}

/** What the resolver reads. `names` are the short names of all loaded statutes. */
export interface Library {
  readonly names: readonly string[]
  versions(statute: string): readonly LoadedVersion[]
  article(statute: string, version: string, number: number, sub: number): readonly (readonly Paragraph[])[]
}

export type Resolved =
  | { readonly kind: 'found'; readonly version: string; readonly text: string; readonly paragraph?: number }
  | { readonly kind: 'not-loaded' | 'not-in-force' | 'out-of-range' | 'ambiguous'; readonly why: Words }

/**
 * The node a citation names on a day, or why there is none. Nothing is guessed: a name that is not exactly a loaded statute is not one,
 * and a citation of an edition (2018年修正) is not one of the text that replaced it.
 */
export function resolveCitation(citation: Citation & { readonly edition?: string }, on: Day, library: Library): Resolved {
  const { statute } = citation
  const versions = library.versions(statute)
  if (versions.length === 0) {
    const like = statute.length < 4 ? [] : library.names.filter((name) => name.endsWith(statute))
    return like.length > 0
      ? no('ambiguous', `“${statute}”不是已导入法规的名称，可能是：${like.slice(0, 3).join('、')}`, `"${statute}" is no loaded statute's name; it may be: ${like.slice(0, 3).join(', ')}`)
      : no('not-loaded', `《${statute}》没有导入`, `${statute} is not loaded`)
  }
  const version = versions.find(({ inForce, repealed }) => inForce <= on && (repealed === null || on < repealed))
  if (version === undefined) return no('not-in-force', `《${statute}》在${on}没有有效的已导入版本`, `no loaded version of ${statute} was in force on ${on}`)
  const year = /(\d{4})年?/.exec(citation.edition ?? '')?.[1]
  if (year !== undefined && !version.version.startsWith(year))
    return no('not-in-force', `所引为${citation.edition}的《${statute}》，${on}有效的是${version.version}公布的版本`, `the edition cited (${citation.edition}) is not the version of ${version.version} in force on ${on}`)
  const found = library.article(statute, version.version, citation.article, citation.sub ?? 0)
  const where = citationWords({ statute, article: citation.article, ...(citation.sub === undefined ? {} : { sub: citation.sub }) })
  if (found.length === 0) return no('out-of-range', `${where.zh}：该版本没有这一条`, `${where.en}: the version has no such article`)
  if (found.length > 1) return no('ambiguous', `${where.zh}：文本中有${found.length}条同号`, `${where.en}: ${found.length} articles bear the number`)
  return within(citation, version.version, found[0] ?? [])
}

/** 款 by its place, 项 by its place in the 款; an item without a paragraph is in the only one that has so many. */
function within(citation: Citation, version: string, paragraphs: readonly Paragraph[]): Resolved {
  const { paragraph, item } = citation
  if (paragraph !== undefined && paragraphs[paragraph - 1] === undefined)
    return no('out-of-range', `该条只有${paragraphs.length}款`, `the article has ${paragraphs.length} paragraphs`)
  if (item === undefined) {
    const chosen = paragraph === undefined ? paragraphs : paragraphs.slice(paragraph - 1, paragraph)
    return { kind: 'found', version, text: chosen.flatMap(({ text, items }) => [text, ...items]).join('\n'), ...(paragraph === undefined ? {} : { paragraph }) }
  }
  const holding = paragraphs.flatMap(({ items }, i) => (items[item - 1] !== undefined && (paragraph === undefined || paragraph === i + 1) ? [{ paragraph: i + 1, text: items[item - 1] ?? '' }] : []))
  const [only] = holding
  if (only === undefined) return no('out-of-range', `没有第${item}项`, `there is no item ${item}`)
  if (holding.length > 1) return no('ambiguous', `第${item}项在第${holding.map((each) => each.paragraph).join('、')}款都有`, `item ${item} stands in paragraphs ${holding.map((each) => each.paragraph).join(', ')}`)
  return { kind: 'found', version, ...only }
}

const no = (kind: Exclude<Resolved['kind'], 'found'>, zh: string, en: string): Resolved => ({ kind, why: words(zh, en) })
