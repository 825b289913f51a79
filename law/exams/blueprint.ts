import type { Citation } from '../citation.ts'
import { words, type Words } from '../words.ts'
import { type Difficulty, judgeOptions, type Option, type QuestionKind } from './question.ts'

/** How a paper is made: the bureau says it once for all examinees. */
export interface Blueprint {
  readonly sections: readonly Section[]
  /** Every paper asks at least one question on each. */
  readonly compulsory: readonly Pick<Citation, 'statute' | 'article'>[]
}

export interface Section {
  readonly kind: QuestionKind
  readonly count: number
  /** For each question. */
  readonly points: number
  /** None: from all fields. */
  readonly fields: readonly string[]
  /** How many of each difficulty; what is left comes from any. */
  readonly difficulty: { readonly [level in Difficulty]?: number }
}

/** What a draw must know of a question; the pool of an exam is fixed when it is set. */
export interface PoolQuestion {
  readonly id: string
  readonly kind: QuestionKind
  readonly field: string
  readonly difficulty: Difficulty
  readonly gist: string
  readonly citations: readonly Citation[]
  readonly options: readonly Option[]
}

/** A question in somebody's paper, its options in the order he sees. */
export interface PaperQuestion {
  readonly question: string
  readonly section: number
  readonly points: number
  readonly options: readonly string[]
}

export const fullMarks = ({ sections }: Blueprint): number => sections.reduce((sum, { count, points }) => sum + count * points, 0)

/** Numbers in [0, 1) that follow from a seed. */
export type Random = () => number

/**
 * One paper. The same random numbers give the same paper; no two questions of it ask the same. First a question for each
 * compulsory article, then each section's difficulties, then what is left.
 * @returns the paper, or what the pool lacks
 */
export function drawPaper(blueprint: Blueprint, pool: readonly PoolQuestion[], random: Random): readonly PaperQuestion[] | { readonly lacks: Words } {
  const shuffled = shuffle(pool, random)
  const used = new Set<string>()
  const drawn: PoolQuestion[][] = blueprint.sections.map(() => [])
  const left = blueprint.sections.map(({ difficulty }) => ({ ...difficulty }))
  const free = (section: Section, i: number, level?: number) => (question: PoolQuestion): boolean =>
    question.kind === section.kind && !used.has(question.gist) && (section.fields.length === 0 || section.fields.includes(question.field)) &&
    (level === undefined || question.difficulty === level) && (drawn[i]?.length ?? 0) < section.count
  const take = (question: PoolQuestion, i: number) => {
    used.add(question.gist)
    drawn[i]?.push(question)
    const quota = left[i]
    if (quota && (quota[question.difficulty] ?? 0) > 0) quota[question.difficulty] = (quota[question.difficulty] ?? 0) - 1
  }
  /** Room that no difficulty has claimed. */
  const open = (i: number): number => (blueprint.sections[i]?.count ?? 0) - (drawn[i]?.length ?? 0) - Object.values(left[i] ?? {}).reduce((sum, n) => sum + n, 0)

  for (const { statute, article } of blueprint.compulsory) {
    const cites = (question: PoolQuestion) => question.citations.some((each) => each.statute === statute && each.article === article)
    if (drawn.flat().some(cites)) continue
    const fits = blueprint.sections.flatMap((section, i) => {
      const found = shuffled.find((question) => cites(question) && free(section, i)(question) && (open(i) > 0 || (left[i]?.[question.difficulty] ?? 0) > 0))
      return found ? [{ found, i }] : []
    })
    const [first] = fits
    if (first === undefined) return { lacks: words(`没有依据《${statute}》第${article}条的可用试题`, `no usable question rests on ${statute} art. ${article}`) }
    take(first.found, first.i)
  }
  for (const [i, section] of blueprint.sections.entries()) {
    for (const level of [1, 2, 3] as const)
      for (let n = left[i]?.[level] ?? 0; n > 0; n--) {
        const found = shuffled.find(free(section, i, level))
        if (found === undefined) return lacking(i, section)
        take(found, i)
      }
    while ((drawn[i]?.length ?? 0) < section.count) {
      const found = shuffled.find(free(section, i))
      if (found === undefined) return lacking(i, section)
      take(found, i)
    }
  }
  return drawn.flatMap((questions, section) => shuffle(questions, random).map(({ id, options }) => ({
    question: id, section, points: blueprint.sections[section]?.points ?? 0, options: orderOf(options, random),
  })))
}

const lacking = (i: number, { kind, count }: Section) =>
  ({ lacks: words(`第${i + 1}部分要${count}道题，题库中可用的不够`, `part ${i + 1} wants ${count} questions (${kind}); the bank has too few that may be used`) })

/** Options that speak of others (以上都对, A和B) stay where they are, and so does true/false. */
function orderOf(options: readonly Option[], random: Random): string[] {
  const keys = options.map(({ key }) => key)
  const fixed = options.length === judgeOptions.length && options.every(({ key }) => key === 'T' || key === 'F')
  return fixed || options.some(({ text }) => /以上|上述|[A-H]\s*[和、与]|前[两三]/.test(text)) ? keys : shuffle(keys, random)
}

function shuffle<T>(from: readonly T[], random: Random): T[] {
  const result = [...from]
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[result[i], result[j]] = [result[j] as T, result[i] as T]
  }
  return result
}
