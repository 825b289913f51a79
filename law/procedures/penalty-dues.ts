import { lastDay, surchargeOf, type FineOwed, type Instalment } from '../penalties/surcharge.ts'
import { calendar } from '../time/calendar.ts'
import { addDays, isDay, type Day } from '../time/day.ts'
import { days, dueOf, months, workdays, type Period } from '../time/period.ts'
import { isSettledItem, type PenaltyCase, type PerformanceItem } from './penalty-case.ts'

/** When what a decision demands falls due, and what may be done after: every day counts from completed service (R24). */

export const itemNamed = (state: PenaltyCase, id: string | undefined): PerformanceItem | undefined => state.performance.find((each) => each.id === id)

export const openItems = (state: PenaltyCase, party?: string): PerformanceItem[] =>
  state.performance.filter((each) => !isSettledItem(each) && (party === undefined || each.party === party))

/** What is left of the principal, in fen. */
export const restOf = (item: PerformanceItem): number => Math.max(0, item.owed - item.paid)

/** The day a document of this act reached this party, as the law counts it. */
const servedOn = (state: PenaltyCase, act: string | undefined, party: string): Day | undefined =>
  state.services.find((each) => each.of === act && each.party === party && each.completed)?.completed

/** The first instalment that what was paid does not cover. */
export function nextInstalment(item: PerformanceItem): Instalment | undefined {
  let covered = item.paid
  return [...(item.instalments ?? [])].sort((a, b) => (a.due < b.due ? -1 : 1)).find((each) => (covered -= each.amount) < 0)
}

/** 处罚法 67(3): fifteen days from service for money, unless postponed; anything else binds when it is served. */
export function termOf(state: PenaltyCase, item: PerformanceItem): Day | undefined {
  if (item.instalments) {
    const next = nextInstalment(item)
    return next && lastDay(next.due)
  }
  const served = servedOn(state, state.decision?.act, item.party)
  if (!served || item.owed === 0) return served
  return after(days(15), served)
}

/** The surcharge of one fine up to and with a day (处罚法 72(1)(一)); other kinds bear none. */
export function surchargeOn(state: PenaltyCase, item: PerformanceItem, on: Day): number {
  if (item.kind !== 'fine' || item.surchargeWaived) return 0
  const term = termOf(state, item)
  const instalments = item.instalments ?? (term ? [{ due: term, amount: item.owed }] : [])
  const fine: FineOwed = { owed: item.owed, instalments, payments: item.payments ?? [] }
  return surchargeOf(fine, on)
}

/** 复议法 20, 行政诉讼法 46: sixty days for review, six months for the court; the later one ends the remedy term. */
export function remedyEnd(state: PenaltyCase, party: string): Day | undefined {
  const served = servedOn(state, state.decision?.act, party)
  if (!served) return undefined
  const [review, court] = [after(days(60), served), after(months(6), served)]
  return review > court ? review : court
}

/** 强制法 53: three months from the end of the remedy term. */
export function courtEnd(state: PenaltyCase, party: string): Day | undefined {
  const end = remedyEnd(state, party)
  return end && after(months(3), end)
}

/** 强制法 54, 69: ten workdays after the newest demand that reached the party. */
export function demandEnd(state: PenaltyCase, party: string): Day | undefined {
  const served = (state.demands ?? []).flatMap((each) => (each.party === party ? (servedOn(state, each.act, party) ?? []) : [])).at(-1)
  return served && after(workdays(10), served)
}

/** The day from which a clock of one day ends on the next instalment. */
export function beforeNextInstalment(state: PenaltyCase, id: string): Day | undefined {
  const item = itemNamed(state, id)
  const next = item && nextInstalment(item)
  return next && isDay(next.due) ? addDays(next.due, -1) : undefined
}

const after = (period: Period, day: Day): Day => dueOf(period, day, [], calendar).due ?? day
