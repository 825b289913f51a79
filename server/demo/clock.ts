import { calendar } from '@faheng/law/time/calendar.ts'
import { addDays, dayOf, instantAt, msOf, startOfDay, type Day, type Instant } from '@faheng/law/time/day.ts'
import type { Random } from './random.ts'

/** A case's own time: it moves by working days, and office hours are kept. */
export interface CaseClock {
  now(): Instant
  /** Some minutes later, on the same day. */
  soon(): Instant
  /** To an office hour, `workdays` working days on; 0 is later today. */
  forward(workdays: number): Instant
  /** To an office hour of the first working day after `day`. */
  after(day: Day): Instant
}

const minute = 60_000

export function caseClock(random: Random, start: Day): CaseClock {
  let ms = officeHour(random, nextWorkday(addDays(start, -1)))
  const to = (next: number): Instant => instantAt((ms = Math.max(next, ms + random.between(20, 70) * minute)))
  return {
    now: () => instantAt(ms),
    soon: () => instantAt((ms += random.between(6, 40) * minute + random.between(0, 59_999))),
    forward(workdays) {
      if (workdays === 0) return to(0)
      let day = dayOf(ms)
      for (let left = workdays; left > 0; left--) day = nextWorkday(day)
      return to(officeHour(random, day))
    },
    after: (day) => to(officeHour(random, nextWorkday(day))),
  }
}

/** Between 8:40 and 15:40, so that what follows within the day stays in it. */
const officeHour = (random: Random, day: Day): number => msOf(startOfDay(day)) + (8 * 60 + 40 + random.between(0, 420)) * minute + random.between(0, 59_999)

function nextWorkday(day: Day): Day {
  const next = addDays(day, 1)
  return calendar.isWorkday(next) ? next : nextWorkday(next)
}

/** The day itself, or the last working day before it. */
export const lastWorkday = (day: Day): Day => (calendar.isWorkday(day) ? day : lastWorkday(addDays(day, -1)))

/** An office hour some working days before, for what is entered late. */
export function workdaysBefore(at: Instant, workdays: number): Instant {
  let day = dayOf(at)
  for (let left = workdays; left > 0; ) if (calendar.isWorkday((day = addDays(day, -1)))) left--
  return instantAt(msOf(startOfDay(day)) + 10 * 60 * minute)
}
