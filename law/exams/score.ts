import type { PaperQuestion } from './blueprint.ts'
import type { QuestionKind } from './question.ts'

/** What an examinee gave: keys of options, or a text. */
export type Given = readonly string[] | string

/** All or nothing: the right options and no other. Of a case nothing is said here. */
export function scoreObjective(paper: readonly PaperQuestion[], keys: ReadonlyMap<string, { readonly kind: QuestionKind; readonly answer: readonly string[] }>, given: ReadonlyMap<string, Given>): number {
  return paper.reduce((sum, { question, points }) => {
    const key = keys.get(question)
    return key !== undefined && key.kind !== 'case' && isRight(key.answer, given.get(question)) ? sum + points : sum
  }, 0)
}

export const isRight = (answer: readonly string[], given: Given | undefined): boolean =>
  Array.isArray(given) && [...new Set<string>(given)].sort().join() === [...answer].sort().join()

export interface Mark {
  readonly marker: string
  readonly points: number
  /** Given where the two before disagreed; it decides. */
  readonly third: boolean
}

/** Two marks that lie further apart than this share of the full points are a disagreement. Configuration: no norm says it. */
const TOLERANCE = 0.2

/**
 * What the marks of one answer come to: two that agree give their mean, rounded in the examinee's favour; two that do not wait for
 * the third, which decides. Undefined while a mark is missing.
 */
export function settle(marks: readonly Mark[], full: number): { readonly points: number } | 'third' | undefined {
  const third = marks.find((mark) => mark.third)
  if (third) return { points: third.points }
  const [a, b] = marks
  if (a === undefined || b === undefined) return undefined
  return Math.abs(a.points - b.points) > full * TOLERANCE ? 'third' : { points: Math.ceil((a.points + b.points) / 2) }
}
