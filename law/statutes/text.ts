import type { Day } from '../time/day.ts'
import type { Words } from '../words.ts'

/** 款 with its 项: the items keep their own mark （一）. */
export interface Paragraph {
  readonly text: string
  readonly items: readonly string[]
}

/** 条; `sub` is the 之一 number of an inserted article, `path` the headings it stands under (编, 分编, 章, 节). */
export interface Article {
  readonly number: number
  readonly sub?: number
  readonly label: string
  readonly path: readonly string[]
  readonly paragraphs: readonly Paragraph[]
}

/** What is wrong with a text, and where; the text is taken in all the same. */
export interface Flaw {
  readonly kind: 'numbering' | 'cut' | 'contents' | 'characters' | 'in-force-day' | 'repeal-day'
  readonly place: string
  readonly words: Words
}

export type Layout = 'plain' | 'markdown' | 'code'

/** One version of a statute as its text gives it. `statute` is the short name citations use. */
export interface StatuteText {
  readonly statute: string
  readonly title: string
  readonly layout: Layout
  readonly promulgated: Day
  readonly inForce: Day
  readonly preamble: readonly string[]
  readonly articles: readonly Article[]
  readonly flaws: readonly Flaw[]
}

/** The article's whole text, as it is compared and searched. */
export const articleText = ({ paragraphs }: Pick<Article, 'paragraphs'>): string =>
  paragraphs.flatMap(({ text, items }) => [text, ...items]).join('\n')

/**
 * Two prints of one article differ in spaces, brackets and quotation marks and mean the same: what is left when those are
 * folded decides whether an article was changed.
 */
export const foldedText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '').replace(/[“”„‟«»]/g, '"').replace(/[‘’]/g, "'").replaceAll('〈', '<').replaceAll('〉', '>')
