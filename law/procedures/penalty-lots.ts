import type { Applied, ClockUse, JudgedAct } from '../procedure.ts'
import { addDays, dayOf, daysBetween, type Day } from '../time/day.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { HeldThing } from './penalty-found.ts'
import { withDisposals } from './penalty-effects.ts'

/** Things taken together and the term they are held under (R9): one clock a lot, so that a later lot lengthens no earlier one. */

/** The clocks that limit how long a lot may be held. */
const holding = ['registration', 'seizure', 'seizure-extended', 'urgent-approval'] as const

export const isSeized = ({ measure }: HeldThing): boolean => measure === 'sealed' || measure === 'seized'

/** Whom papers about these things go to; what came into the case without a name is the first party's. */
export const holdersOf = (state: PenaltyCase, things: readonly HeldThing[]): string[] => [...new Set(things.flatMap(({ party }) => party ?? state.parties[0]?.id ?? []))]

/** Sealed or seized, to be given back, and not given back yet. */
export const seizedGoingBack = (state: PenaltyCase): HeldThing[] => state.held.filter((each) => isSeized(each) && each.disposal === 'return' && !each.carriedOut)

const isPending = (thing: HeldThing): boolean => thing.urgent === 'pending' && !thing.disposal

/** Things taken in urgency that no head has approved yet. */
export const pendingThings = (state: PenaltyCase): HeldThing[] => state.held.filter(isPending)

/** The lot an act has just taken. */
export const newestLot = (after: PenaltyCase): string[] => lots(after.held.slice(-1))

export const newestUrgentLot = (after: PenaltyCase): string[] => (after.held.at(-1)?.urgent === 'pending' ? newestLot(after) : [])

const lots = (things: readonly HeldThing[]): string[] => [...new Set(things.flatMap((each) => each.lot ?? []))]

/** A lot's term ends when something is said of every thing of it. */
const disposedLots = (after: PenaltyCase): string[] =>
  lots(after.held).filter((lot) => after.held.every((each) => each.lot !== lot || each.disposal !== undefined))

export const lotsDisposed: readonly ClockUse<PenaltyCase, unknown>[] = holding.map((clock) => ({ clock, subjects: disposedLots }))

/** Nothing stays held by silence: what a term that ran out held is to be given back (R9). */
export function releasedBy(state: PenaltyCase, act: JudgedAct<unknown>, clocks: readonly string[]): Applied<PenaltyCase> {
  const on = dayOf(act.occurredAt)
  const over = state.clocks.filter(({ clock, closed, due }) => clocks.includes(clock) && closed === undefined && due !== undefined && (due <= on || due <= act.occurredAt)).map((each) => each.subject)
  return released(state, state.held.filter((each) => each.lot !== undefined && over.includes(each.lot)))
}

export const released = (state: PenaltyCase, things: readonly HeldThing[]): Applied<PenaltyCase> =>
  withDisposals(state, things.filter((each) => !each.disposal).map((each) => ({ held: each.id, disposal: 'return' })))

/** The day the count of an extended term begins from: the day it was taken, moved on by the days of tests (强制法 25(3)). */
export function countedFrom(state: PenaltyCase, lot: string): Day | undefined {
  const taken = state.held.find((each) => each.lot === lot)?.since
  const pauses = state.clocks.find((each) => each.clock === 'seizure' && each.subject === lot)?.pauses ?? []
  const paused = pauses.reduce((days, { from, until }) => days + (until === undefined ? 0 : daysBetween(from, until)), 0)
  return taken && addDays(dayOf(taken), paused)
}
