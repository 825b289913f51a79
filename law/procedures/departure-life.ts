import { newMatter } from '../new-matter.ts'
import type { MatterState } from '../procedure.ts'
import type { DepartureEffect } from '../effects.ts'
import type { Day, Instant } from '../time/day.ts'

/** One person's leaving, from the event to the last thing handed over. Holds no personal data: the person is an id. */
export interface DepartureLife extends MatterState {
  readonly person?: string
  readonly ground?: string
  readonly eventOn?: Day
  /** From this instant posts, access and certificate are over. */
  readonly endedAt?: Instant
  readonly devicesReturned?: Day
  readonly cardReturned?: Day
  readonly handedOver?: Day
}

export const newDeparture = (place: { readonly body: string; readonly unit: string }): DepartureLife => ({
  ...newMatter('event', place),
})

/** The departure's row in the register as this state has it; withdrawn, it ends nothing. */
export const departureRow = ({ person, body, eventOn, ground, endedAt }: DepartureLife): DepartureEffect[] =>
  person === undefined || eventOn === undefined || ground === undefined ? [] : [{ room: 'departure', person, body, eventOn, ground, ...(endedAt ? { endedAt } : {}) }]
