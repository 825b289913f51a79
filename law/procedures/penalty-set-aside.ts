import type { Applied } from '../procedure.ts'
import { isDay, type Day } from '../time/day.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { PerformanceItem, RemedyOutcome, SetAside } from './penalty-owed.ts'
import { decidedRow, onceServed, tierOf } from './penalty-effects.ts'

/** What becomes of a decision when it is annulled, varied or revoked (R22): its items, and what the county knows of it. */

export interface Change {
  readonly item: string
  /** Absent: this item is annulled. Fen. */
  readonly amount?: number
}

/** Outcomes that leave nothing of the decision for the party. */
export const annuls = (outcome: RemedyOutcome | undefined): boolean => outcome === 'annulled' || outcome === 'void'

/** Outcomes that change single items and name them. */
export const changesItems = (outcome: RemedyOutcome | undefined): boolean => outcome === 'varied' || outcome === 'partly' || outcome === 'mediated'

/** 处罚法 48(2): what is published about a decision comes down after these. */
export const endsPublicity = (outcome: RemedyOutcome | undefined): boolean => annuls(outcome) || changesItems(outcome) || outcome === 'illegal'

/** Nothing of a party's decision is owed any more. */
export function withSetAside(state: PenaltyCase, aside: readonly SetAside[]): Applied<PenaltyCase> {
  const hit = (item: PerformanceItem) => aside.find((each) => each.decision === item.decision && each.party === item.party)
  const performance = state.performance.map((item) => {
    const by = hit(item)
    return by && !item.released ? { ...item, released: by.on } : item
  })
  return withRows({ ...state, performance, setAside: [...(state.setAside ?? []), ...aside] }, aside.map((each) => each.party))
}

/** Single items annulled, or owed with another sum. A decision partly annulled is one that may be made again in that part. */
export function withChanges(state: PenaltyCase, changes: readonly Change[], aside: SetAside): Applied<PenaltyCase> {
  const performance = state.performance.map((item) => {
    const change = item.party === aside.party && item.decision === aside.decision && !item.released ? changes.find((each) => each.item === item.id) : undefined
    return change ? changed(item, change.amount, aside.on) : item
  })
  const released = performance.some((item, i) => item.released && !state.performance[i]?.released)
  const setAside = aside.by === 'partly' && released ? [...(state.setAside ?? []), aside] : state.setAside
  return withRows({ ...state, performance, ...(setAside ? { setAside } : {}) }, [aside.party])
}

function changed(item: PerformanceItem, amount: number | undefined, on: Day): PerformanceItem {
  if (amount === undefined || !Number.isSafeInteger(amount) || amount <= 0) return { ...item, released: on }
  const { instalments: _instalments, ...rest } = item
  return { ...rest, owed: amount, ...(item.paid >= amount && !item.done ? { done: on } : {}) }
}

/** The county's rows of these parties as they stand now: another case is barred by what stands only (处罚法 29). */
function withRows(state: PenaltyCase, parties: readonly string[]): Applied<PenaltyCase> {
  const effects = state.violations.flatMap((violation) =>
    violation.parties
      .filter((party) => parties.includes(party))
      .map((party) => {
        const items = state.performance.filter((each) => each.party === party && each.violation === violation.id)
        const standing = items.filter((each) => !each.released)
        return decidedRow(party, violation, standing.map(({ kind, owed }) => ({ kind, amount: owed })), { standing: standing.length > 0, tier: tierOf(state, party, violation.id) })
      }),
  )
  return { state: onceServed(state), effects }
}

/** A claimed day, or the act's own where it is none. */
export const dayOr = (day: string | undefined, otherwise: Day): Day => (day !== undefined && isDay(day) ? day : otherwise)
