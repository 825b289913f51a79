import { words, type Words } from '../words.ts'

/** What a township did with one item in a period (处罚法 24(1), measure 25): all from acts and registers. */
export interface GrantFigures {
  readonly cases: number
  readonly decided: number
  readonly acts: number
  /** Findings of lateness, and decisions rectified or revoked, in the period. */
  readonly late: number
  readonly corrected: number
  /** Tries the law refused, counted by guard. */
  readonly refused: number
  readonly certified: number
}

export type Suggestion = 'keep' | 'support' | 'take-back'

export const suggestions: Readonly<Record<Suggestion, Words>> = {
  keep: words('保留', 'Keep'),
  support: words('加强支持', 'Support'),
  'take-back': words('建议收回', 'Take back'),
}

/** The rule as the page and the report print it. */
export const evaluationRule: Words = words(
  '持证执法人员不足两名且期间无案件的，建议收回；不足两名，或者无案件，或者逾期与更正、撤销之和达到案件数五分之一的，加强支持；其余保留。建议供县级人民政府报省级参考，由省级决定。',
  'Fewer than two certified officers and no case in the period: take back. Fewer than two, or no case, or lateness and corrections together a fifth of the cases or more: support. Else keep. It is for the county’s report to the province, which decides.',
)

/** A suggestion with the figure it rests on. */
export function suggest({ cases, late, corrected, certified }: GrantFigures): { readonly suggestion: Suggestion; readonly reason: Words } {
  if (certified < 2 && cases === 0) return { suggestion: 'take-back', reason: words(`持证${certified}名，期间无案件`, `${certified} certified, no case`) }
  if (certified < 2) return { suggestion: 'support', reason: words(`持证${certified}名，不足两名`, `${certified} certified, fewer than two`) }
  if (cases === 0) return { suggestion: 'support', reason: words('期间无案件', 'no case in the period') }
  const faults = late + corrected
  if (faults * 5 >= cases) return { suggestion: 'support', reason: words(`逾期、更正共${faults}次，案件${cases}件`, `${faults} late or corrected, ${cases} cases`) }
  return { suggestion: 'keep', reason: words(`案件${cases}件，逾期、更正${faults}次`, `${cases} cases, ${faults} late or corrected`) }
}

/** Carried well: two certified officers or more, and faults under a fifth of the cases. To have no case is no fault (R35). */
export const borne = ({ cases, late, corrected, certified }: GrantFigures): boolean => certified >= 2 && (late + corrected === 0 || (late + corrected) * 5 < cases)
