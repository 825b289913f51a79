import type { IndicatorInput } from '../guards/no-volume-target.ts'
import { newMatter } from '../new-matter.ts'
import type { MatterState } from '../procedure.ts'
import type { Day } from '../time/day.ts'

/** 优秀、称职、基本称职、不称职 (公务员法 38(1)). */
export type Grade = 'excellent' | 'competent' | 'basic' | 'incompetent'

/** 考核指标: what is looked at, from which lawful sources, and its share of 100. */
export interface Indicator {
  readonly id: string
  readonly inputs: readonly IndicatorInput[]
  readonly weight: number
}

/** Points of 100 for each indicator. */
export type Scores = Readonly<Record<string, number>>

/** One person's yearly appraisal (measure 12): from the indicators to the result. Texts stay in the acts. */
export interface AppraisalLife extends MatterState {
  readonly person?: string
  readonly year?: number
  readonly indicators: readonly Indicator[]
  readonly evidence: readonly { readonly id: string; readonly indicator: string }[]
  readonly scores: { readonly self?: Scores; readonly unit?: Scores }
  readonly grade?: Grade
  readonly publishedOn?: Day
  /** Why the grade is what it is was asked by the person, and whether it was answered. */
  readonly objection?: { readonly act: string; readonly answered?: 'upheld' | 'changed' }
  readonly confirmedOn?: Day
  readonly uses: readonly string[]
}

export const newAppraisal = (place: { readonly body: string; readonly unit: string }): AppraisalLife => ({
  ...newMatter('begun', place),
  indicators: [],
  evidence: [],
  scores: {},
  uses: [],
})

/** The unit's points, weighted: 0 to 100 in tenths. Advice for the grade, never the grade itself. */
export function pointsOf({ indicators, scores }: AppraisalLife): number | undefined {
  const given = scores.unit ?? scores.self
  if (!given) return undefined
  return Math.round(indicators.reduce((sum, { id, weight }) => sum + weight * (given[id] ?? 0), 0) / 10) / 10
}
