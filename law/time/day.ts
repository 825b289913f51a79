/** A legal day in Asia/Shanghai, 'YYYY-MM-DD'. Days compare as strings. */
export type Day = string

/** An instant as ISO text in UTC with milliseconds, '2026-11-23T01:02:03.004Z'. Instants compare as strings. */
export type Instant = string

const dayMs = 86_400_000

/** Asia/Shanghai is UTC+8 without daylight saving since 1991-09-15; no term we count is older. */
const shanghaiMs = 8 * 3_600_000

/** A real day of the calendar, of the years 1000 to 9999. */
export function isDay(text: string): boolean {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
}

/** The legal day on which an instant (ISO text or epoch milliseconds) falls. Throws RangeError on text that is no instant. */
export const dayOf = (instant: Instant | number): Day =>
  dayAt(Math.floor(((typeof instant === 'number' ? instant : msOf(instant)) + shanghaiMs) / dayMs))

/** 00:00 of the day in Asia/Shanghai. */
export const startOfDay = (day: Day): Instant => instantAt(numberOf(day) * dayMs - shanghaiMs)

/** 24:00 of the day in Asia/Shanghai, which is 00:00 of the next: the first instant that is too late. */
export const endOfDay = (day: Day): Instant => startOfDay(addDays(day, 1))

export const addDays = (day: Day, days: number): Day => dayAt(numberOf(day) + days)

/**
 * The corresponding day of a later (or, negative, earlier) month; where that month has none, its last day (民法典 202).
 * 2026-01-31 plus one month is 2026-02-28.
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day)
  const count = year * 12 + (month - 1) + months
  const toYear = Math.floor(count / 12)
  const toMonth = count - toYear * 12 + 1
  return dayAt(dayNumber(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth))))
}

/** 2024-02-29 plus one year is 2025-02-28 (民法典 202). */
export const addYears = (day: Day, years: number): Day => addMonths(day, years * 12)

/** Days from one day to another: 0 on the same day, negative if `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from)

/** For sorting: negative, zero or positive as `a` is before, the same as or after `b`. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => (((numberOf(day) + 4) % 7) + 7) % 7

/** Epoch milliseconds of an instant. Throws RangeError on text that is no instant. */
export function msOf(instant: Instant): number {
  const ms = Date.parse(instant)
  if (!/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(instant) || Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`)
  return ms
}

/** The instant of an epoch time in milliseconds; fractions are cut. */
export const instantAt = (ms: number): Instant => new Date(ms).toISOString()

/** Days since 1970-01-01. */
const dayNumber = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / dayMs

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function partsOf(day: Day): [year: number, month: number, date: number] {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

const numberOf = (day: Day): number => dayNumber(...partsOf(day))

function dayAt(number: number): Day {
  if (!(number >= firstDay && number <= lastDay)) throw new RangeError(`outside the years 1000 to 9999: day ${number}`)
  return new Date(number * dayMs).toISOString().slice(0, 10)
}

const firstDay = dayNumber(1000, 1, 1)
const lastDay = dayNumber(9999, 12, 31)
