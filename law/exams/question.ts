import type { Citation } from '../citation.ts'

/** 单选 · 多选 · 判断 · 案例分析. The first three are scored by their key, a case by two markers. */
export type QuestionKind = 'single' | 'multiple' | 'judge' | 'case'

/** 1 easy, 2 medium, 3 hard: as the bank says; what it proved to be is measured (analysis.ts). */
export type Difficulty = 1 | 2 | 3

export interface Option {
  readonly key: string
  readonly text: string
}

/** A question of the bank with its key. */
export interface Question {
  readonly kind: QuestionKind
  readonly stem: string
  /** None for a case. True/false has always T and F, whichever letter the bank gave them. */
  readonly options: readonly Option[]
  /** Keys of the right options, in order; none for a case. */
  readonly answer: readonly string[]
  /** The explanation; of a case what a good answer says. */
  readonly guide: string
  readonly field: string
  readonly difficulty: Difficulty
  readonly citations: readonly Citation[]
  /** Its number in the bank it came from. */
  readonly number: string
}

export const judgeOptions: readonly Option[] = [{ key: 'T', text: '正确' }, { key: 'F', text: '错误' }]

/** Same stem and same options are the same question, but for blanks. */
export const sameness = ({ kind, stem, options }: Pick<Question, 'kind' | 'stem' | 'options'>): string =>
  [kind, stem, ...options.map(({ text }) => text)].map((text) => text.replace(/\s+/g, '')).join('\n')

/** What a stem asks, whatever blanks, brackets and points it was typed with: alike stems are marked and never meet in one paper. */
export const gist = (stem: string): string => stem.normalize('NFKC').replace(/[\s.。]+/g, '').replace(/\(\)/g, '')
