import type { Pause } from '../time/period.ts'
import { addDays, type Day } from '../time/day.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { PerformanceItem, Remedy, RemedyOutcome, RemedyWay } from './penalty-owed.ts'

/** What review, litigation and stay do to a case, and what an annulled decision leaves to be given back (R22). */

export const pendingRemedy = (state: PenaltyCase, party?: string): Remedy | undefined =>
  state.remedies?.find((each) => !each.result && (party === undefined || each.party === party))

/** The last remedy of this party against this decision that has ended. */
export function settledRemedy(state: PenaltyCase, party: string, decision: string | undefined): { readonly way: RemedyWay; readonly outcome: RemedyOutcome; readonly on: Day } | undefined {
  const last = state.remedies?.findLast((each) => each.party === party && each.decision === decision && each.result)
  return last?.result && { way: last.way, ...last.result }
}

/** Days on which this party's performance stood still: under a stay, or halted by the body itself. */
export const staysOf = (state: PenaltyCase, party: string): readonly Pause[] =>
  [...(state.stays ?? []), ...(state.halts ?? [])].flatMap(({ party: whose, from, until }) => (whose === party ? [{ from, ...(until ? { until } : {}) }] : []))

export const halted = (state: PenaltyCase, party?: string): boolean => state.halts?.some((each) => each.until === undefined && (party === undefined || each.party === party)) ?? false

export const stayed = (state: PenaltyCase, party?: string): boolean => state.stays?.some((each) => each.until === undefined && (party === undefined || each.party === party)) ?? false

/** 处罚法 73(3): from the day of the application to that of its result no surcharge is counted; nor under a stay. */
export const haltsOf = (state: PenaltyCase, party: string): readonly Pause[] => [
  ...staysOf(state, party),
  ...(state.remedies ?? []).flatMap(({ party: whose, from, result }) => (whose === party ? [{ from, ...(result ? { until: addDays(result.on, 1) } : {}) }] : [])),
]

/** What was paid on an item and is not owed any more, less what went back. Fen. */
export const refundOf = ({ owed, paid, released, surchargePaid = 0, refunded = 0 }: PerformanceItem): number =>
  Math.max(0, (released ? paid + surchargePaid : Math.max(0, paid - owed)) - refunded)

export const refundOwed = (state: PenaltyCase): number => state.performance.reduce((sum, each) => sum + refundOf(each), 0)

/** For whom the current decision was set aside. */
export const setAsideFor = (state: PenaltyCase): string[] => [
  ...new Set((state.setAside ?? []).flatMap((each) => (each.decision === state.decision?.act ? [each.party] : []))),
]
