import { surchargeOf, type FineOwed, type Instalment } from '../penalties/surcharge.ts'
import { calendar } from '../time/calendar.ts'
import { addDays, isDay, type Day } from '../time/day.ts'
import { days, dueOf, months, workdays, type Period } from '../time/period.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { isSettledItem, type PerformanceItem } from './penalty-owed.ts'
import { haltsOf, pendingRemedy, settledRemedy, staysOf } from './penalty-redress.ts'

/** When what a decision demands falls due, and what may be done after: every day counts from completed service (R24). */

export const itemNamed = (state: PenaltyCase, id: string | undefined): PerformanceItem | undefined => state.performance.find((each) => each.id === id)

export const openItems = (state: PenaltyCase, party?: string): PerformanceItem[] =>
  state.performance.filter((each) => !isSettledItem(each) && (party === undefined || each.party === party))

/** What is left of the principal, in fen. */
export const restOf = (item: PerformanceItem): number => (item.released || item.ended ? 0 : Math.max(0, item.owed - item.paid))

/** The day a document of this act reached this party, as the law counts it. */
const servedOn = (state: PenaltyCase, act: string | undefined, party: string): Day | undefined =>
  state.services.find((each) => each.of === act && each.party === party && each.completed)?.completed

/** The first instalment that what was paid does not cover. */
function nextInstalment(item: PerformanceItem): Instalment | undefined {
  let covered = item.paid
  return [...(item.instalments ?? [])].sort((a, b) => (a.due < b.due ? -1 : 1)).find((each) => (covered -= each.amount) < 0)
}

/** 处罚法 67(3): fifteen days from service for money, unless postponed; anything else binds when it is served. */
export function termOf(state: PenaltyCase, item: PerformanceItem): Day | undefined {
  const stays = staysOf(state, item.party)
  if (item.instalments) {
    const next = nextInstalment(item)
    return next && isDay(next.due) ? dueOf(days(1), addDays(next.due, -1), stays, calendar).due : undefined
  }
  const served = servedOn(state, item.decision, item.party)
  if (!served || item.owed === 0) return served
  return dueOf(days(15), served, stays, calendar).due
}

/** The surcharge of one fine up to and with a day (处罚法 72(1)(一)); other kinds bear none. It halts during review, litigation and stay (73(3)). */
export function surchargeOn(state: PenaltyCase, item: PerformanceItem, on: Day): number {
  if (item.kind !== 'fine' || item.surchargeWaived || item.released || item.ended) return 0
  const term = termOf(state, item)
  const instalments = item.instalments ?? (term ? [{ due: term, amount: item.owed }] : [])
  const fine: FineOwed = { owed: item.owed, instalments, payments: item.payments ?? [] }
  return surchargeOf(fine, on, haltsOf(state, item.party))
}

/** The newest decision that this party has to perform. */
export const decisionAgainst = (state: PenaltyCase, party: string): string | undefined =>
  state.performance.findLast((each) => each.party === party && !each.released)?.decision ?? state.decision?.act

/**
 * 复议法 20, 行政诉讼法 46: sixty days for review, six months for the court; the later one ends the remedy term. After a review
 * fifteen days to sue (行政诉讼法 45), after a judgment fifteen to appeal (85). None while a remedy is pending. Told wrongly,
 * the terms begin with the rectification.
 */
export function remedyEnd(state: PenaltyCase, party: string): Day | undefined {
  const decision = decisionAgainst(state, party)
  const told = state.rectifications?.findLast((each) => each.of === decision && each.remedyTerm)
  const served = servedOn(state, told?.act ?? decision, party)
  if (!served || pendingRemedy(state, party)) return undefined
  const last = settledRemedy(state, party, decision)
  if (last?.way === 'appeal') return last.on
  if (last && last.outcome !== 'withdrawn' && last.outcome !== 'rejected') return after(days(15), last.on)
  const [review, court] = [after(days(60), served), after(months(6), served)]
  return review > court ? review : court
}

/** 强制法 53: three months from the end of the remedy term; where payment was postponed, from the end of that (处罚法 72(2)). */
export function courtEnd(state: PenaltyCase, party: string): Day | undefined {
  const postponed = openItems(state, party).flatMap((each) => each.instalments?.map(({ due }) => due) ?? [])
  const end = [remedyEnd(state, party) ?? [], ...postponed].flat().sort().at(-1)
  return remedyEnd(state, party) && end && after(months(3), end)
}

/** 强制法 54, 69: ten workdays after the newest demand that reached the party. */
export function demandEnd(state: PenaltyCase, party: string): Day | undefined {
  const served = (state.demands ?? []).flatMap((each) => (each.party === party && each.decision === decisionAgainst(state, party) ? (servedOn(state, each.act, party) ?? []) : [])).at(-1)
  return served && dueOf(workdays(10), served, staysOf(state, party), calendar).due
}

/** The day from which a clock of one day ends on the next instalment. */
export function beforeNextInstalment(state: PenaltyCase, id: string): Day | undefined {
  const item = itemNamed(state, id)
  const next = item && nextInstalment(item)
  return next && isDay(next.due) ? addDays(next.due, -1) : undefined
}

const after = (period: Period, day: Day): Day => dueOf(period, day, [], calendar).due ?? day
