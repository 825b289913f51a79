import type { Citation } from '../citation.ts'
import { words, type Words } from '../words.ts'
import { tokens, type Level, type Numbered } from './tokens.ts'

/** One citation found in a text. `source` is its half-open character range there; `edition` the bracketed remark on the name (2018年修订). */
export interface ReadCitation extends Citation {
  readonly edition?: string
  readonly source: readonly [number, number]
}

/** A part that looks like a citation and does not yield one. */
export interface UnreadCitation {
  readonly unread: string
  readonly reason: Words
}

export interface ParsedCitations {
  readonly read: readonly ReadCitation[]
  readonly unread: readonly UnreadCitation[]
}

/**
 * Every citation in a text: 《…》 or a short name directly before 第…条; articles with 之一, paragraphs (款), items (项),
 * lists and ranges at each level; Chinese or Arabic figures, full- or half-width brackets; several statutes in one text.
 * A part is read or reported, never dropped.
 */
export function parseCitations(text: string): ParsedCitations {
  const read: ReadCitation[] = []
  const unread: UnreadCitation[] = []
  let statute: Statute | undefined
  let place: Place | undefined
  let range = false
  let adjacent = false
  /** After 第三十一条： comes the article's own text; citations within it count only with their statute. */
  let quoting = false
  const flush = () => {
    if (place && !place.given) read.push(toCitation(place))
    if (place) place = { ...place, given: true }
  }
  const leave = () => {
    flush()
    if (statute && !statute.used) unread.push({ unread: statute.quoted, reason: noArticle })
    statute = undefined
    place = undefined
  }
  for (const token of tokens(text)) {
    if (token.kind === 'statute') {
      leave()
      quoting = false
      statute = { name: token.name, quoted: token.text, used: false, start: token.start, ...(token.edition ? { edition: token.edition } : {}) }
    } else if (token.kind === 'range') {
      range = true
      continue
    } else if (token.kind === 'separator') {
      if (token.text === '|' || token.text === '｜') quoting = false
      adjacent = false
      continue
    } else if (token.kind === 'colon') {
      quoting = place !== undefined
      continue
    } else if (quoting) {
      continue
    } else if (token.kind === 'other') {
      if (!quoting && CITATION_LIKE.test(token.text)) unread.push({ unread: token.text, reason: notUnderstood })
      adjacent = false
      range = false
      continue
    } else if (!statute || (token.kind !== 'article' && !place)) {
      unread.push({ unread: token.text, reason: statute ? noArticle : noStatute })
    } else {
      for (const number of spread(token.numbers, range ? previous(place, token.kind) : undefined)) {
        const refines =
          adjacent && !range && !place?.given && place?.item === undefined && (token.kind === 'item' || place?.paragraph === undefined)
        if (!(refines && token.kind !== 'article')) flush()
        const first = !statute.used
        statute.used = true
        const start = first ? statute.start : refines && place && token.kind !== 'article' ? place.start : token.start
        place = {
          statute: statute.name,
          ...(statute.edition ? { edition: statute.edition } : {}),
          ...descend(place, token.kind, number),
          start,
          end: token.end,
          given: false,
        }
        adjacent = false
      }
    }
    adjacent = true
    range = false
  }
  leave()
  if (read.length === 0 && unread.length === 0 && text.trim() !== '') unread.push({ unread: text.trim(), reason: notUnderstood })
  return { read, unread }
}

/** Words that may hide a citation: 本法有关条款, 相关规定, 等一款. */
const CITATION_LIKE = /第.*[条款项]|[《》]|(?:法|条例|办法|规定|细则)(?:$|有关|相关)|(?:有关|相关|前|本|该|一|各)(?:条|款|项|规定)/
const noArticle = words('只有法规名称或款项，没有条', 'a statute, paragraph or item without an article')
const noStatute = words('条款前没有法规名称', 'an article without the statute it belongs to')
const notUnderstood = words('不能识别为引用', 'not understood as a citation')

interface Statute {
  readonly name: string
  readonly quoted: string
  readonly edition?: string
  readonly start: number
  used: boolean
}

interface Place extends Citation {
  readonly edition?: string
  readonly start: number
  readonly end: number
  readonly given: boolean
}

function descend(place: Place | undefined, level: Level, number: Numbered) {
  if (level === 'article') return { article: number.article, ...(number.sub === undefined ? {} : { sub: number.sub }) }
  const above = { article: place?.article ?? 0, ...(place?.sub === undefined ? {} : { sub: place.sub }) }
  if (level === 'paragraph') return { ...above, paragraph: number.article }
  return { ...above, ...(place?.paragraph === undefined ? {} : { paragraph: place.paragraph }), item: number.article }
}

const toCitation = (place: Place): ReadCitation => ({
  statute: place.statute,
  article: place.article,
  ...(place.sub === undefined ? {} : { sub: place.sub }),
  ...(place.paragraph === undefined ? {} : { paragraph: place.paragraph }),
  ...(place.item === undefined ? {} : { item: place.item }),
  ...(place.edition === undefined ? {} : { edition: place.edition }),
  source: [place.start, place.end],
})

const previous = (place: Place | undefined, level: Level): number | undefined => place?.[level]

/** Opens ranges: 一至三 → 1, 2, 3; `from` is the number already read when the range mark stood between two tokens. */
function spread(numbers: readonly Numbered[], from: number | undefined): Numbered[] {
  const out: Numbered[] = []
  let last = from
  for (const number of numbers) {
    const through = number.through || (last !== undefined && last === from)
    if (through && last !== undefined && number.article - last < 100)
      for (let n = last + 1; n < number.article; n++) out.push({ article: n, through: false })
    out.push(number)
    last = number.article
  }
  return out
}
