/** One examinee's result on one question, and on the whole paper. */
export interface ItemResult {
  /** Share of the question's points, 0 … 1. */
  readonly share: number
  /** Share of the paper's points. */
  readonly total: number
}

export interface ItemAnalysis {
  readonly n: number
  /** Mean share: 1 is a question everybody answers (难度系数 P). */
  readonly difficulty: number
  /** Upper 27 % minus lower 27 % of the examinees (区分度 D); none under ten answers. */
  readonly discrimination: number | null
}

/** Classical item analysis with the usual groups of 27 %. */
export function analyse(results: readonly ItemResult[]): ItemAnalysis {
  const n = results.length
  const mean = (rows: readonly ItemResult[]) => rows.reduce((sum, { share }) => sum + share, 0) / Math.max(1, rows.length)
  const size = Math.round(n * 0.27)
  const ranked = [...results].sort((a, b) => b.total - a.total)
  return { n, difficulty: round(mean(results)), discrimination: n < 10 ? null : round(mean(ranked.slice(0, size)) - mean(ranked.slice(n - size))) }
}

const round = (value: number): number => Math.round(value * 1000) / 1000
