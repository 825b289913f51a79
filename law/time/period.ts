import { isSettled } from './calendar.ts'
import type { Calendar } from './calendar.ts'
import { addDays, addMonths, dayOf, daysBetween, endOfDay, instantAt, isDay, msOf, startOfDay } from './day.ts'
import type { Day, Instant } from './day.ts'

/**
 * A legal period (期间). Which unit a statute's 日 means is the statute's own affair: 处罚法 85 (2, 3, 5, 7 日 are working
 * days), 强制法 69 (10 日 or less), 复议法 88(2), 许可法 82; otherwise natural days.
 */
export interface Period {
  readonly value: number
  readonly unit: 'workday' | 'day' | 'hour' | 'month' | 'year'
  /** Backward: the last day on which something may still be done before an event. Forward if absent. */
  readonly direction?: 'forward' | 'backward'
  /**
   * Whether a last day that is no working day moves on to the next one. If absent: yes, as for every period in which someone
   * has to act. Hours and backward counts never roll over.
   */
  readonly rollsOver?: boolean
  /** A granted extension; it counts on from the last day itself, before that moved to a working day. */
  readonly extendedBy?: Period
}

export const workdays = (value: number): Period => period(value, 'workday')
export const days = (value: number): Period => period(value, 'day')
export const hours = (value: number): Period => period(value, 'hour')
export const months = (value: number): Period => period(value, 'month')
export const years = (value: number): Period => period(value, 'year')

/** `backward(workdays(7))`: seven workdays before, as in 处罚法 64(2). Counts back from the day before the event, never rolls over. */
export const backward = (of: Period): Period => ({ ...of, direction: 'backward' })

/** A limit on power or a limitation, which a holiday does not lengthen: `ceiling(days(30))` for sealing (强制法 25). */
export const ceiling = (of: Period): Period => ({ ...of, rollsOver: false })

/** `extend(days(90), days(30))`. Both forward, and hours only by hours; otherwise RangeError. */
export function extend(of: Period, by: Period): Period {
  if (of.direction === 'backward' || by.direction === 'backward' || (of.unit === 'hour') !== (by.unit === 'hour'))
    throw new RangeError(`a period of ${of.unit}s cannot be extended by one of ${by.unit}s, nor a backward count by anything`)
  return { ...of, extendedBy: of.extendedBy === undefined ? by : extend(of.extendedBy, by) }
}

/** Days that do not count: from the first such day until the day on which the count resumes; open while not resumed. */
export interface Pause {
  readonly from: Day
  readonly until?: Day
}

/**
 * When a period ends. A `Day` runs to its 24:00 in Asia/Shanghai; hours end at an `Instant`. `provisional`: the count
 * leaned on days whose holiday paper is still to come. While an open pause holds the period there is no due date.
 */
export type Due =
  | { readonly paused: false; readonly due: Day | Instant; readonly provisional: boolean }
  | { readonly paused: true; readonly due: undefined; readonly since: Day }

/**
 * The end of a period that an event on `start` sets running. The day of the event does not count (处罚法 85, 民法典 201);
 * months and years end on the corresponding day (民法典 202); a last day on a day off moves to the next working day
 * (民法典 203) where the period rolls over. Pauses lengthen the period by their days; backward counts know none. Hours run
 * from the instant, or, if only the day is known, from its 24:00.
 */
export function dueOf(of: Period, start: Day | Instant, pauses: readonly Pause[], calendar: Calendar): Due {
  if (of.direction === 'backward') return dueBefore(of, start, calendar)
  const spans = spansOf(pauses)
  const begin = of.unit === 'hour' && !isDay(start) ? msOf(start) : msOf(endOfDay(isDay(start) ? start : dayOf(start)))
  const run: Run = { end: begin, provisional: false, heldSince: undefined }
  for (let stage: Period | undefined = of; stage !== undefined; stage = stage.extendedBy) advance(run, stage, spans, calendar)
  if (of.unit !== 'hour' && of.rollsOver !== false) rollOver(run, spans, calendar)
  if (run.heldSince !== undefined) return { paused: true, due: undefined, since: dayOf(run.heldSince) }
  return { paused: false, due: of.unit === 'hour' ? instantAt(run.end) : dayOf(run.end - 1), provisional: run.provisional }
}

/** Whether an act at that instant comes too late. What is posted before midnight of the last day is in time. */
export const isOver = (due: Day | Instant, at: Instant): boolean =>
  isDay(due) ? msOf(at) >= msOf(endOfDay(due)) : msOf(at) > msOf(due)

/**
 * What is left, for display: 0 days on the last day, negative when overdue. Workdays are those after today up to the last
 * day (when overdue, those after the last day up to today, negative); hours are whole hours to the end.
 */
export function remaining(
  due: Day | Instant,
  now: Instant,
  calendar: Calendar,
): { readonly days: number; readonly workdays: number; readonly hours: number } {
  const today = dayOf(now)
  const last = isDay(due) ? due : dayOf(due)
  const end = isDay(due) ? msOf(endOfDay(due)) : msOf(due)
  return {
    days: daysBetween(today, last),
    workdays: today <= last ? workdaysWithin(today, last, calendar) : 0 - workdaysWithin(last, today, calendar),
    hours: Math.floor((end - msOf(now)) / hourMs),
  }
}

/** Working days after `from` up to and including `to`. */
export function workdaysWithin(from: Day, to: Day, calendar: Calendar): number {
  let count = 0
  for (let day = from; day < to; ) if (calendar.isWorkday((day = addDays(day, 1)))) count++
  return count
}

const hourMs = 3_600_000

/** Every legal day has 24 hours: Asia/Shanghai knows no summer time. */
const dayMs = 24 * hourMs

function period(value: number, unit: Period['unit']): Period {
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`a period is a whole number of ${unit}s, at least one`)
  return { value, unit }
}

/** Where a count stands: it has used everything before `end` (epoch ms; for days a midnight), or an open pause holds it. */
interface Run {
  end: number
  provisional: boolean
  heldSince: number | undefined
}

/** A pause in epoch ms, half open; `until` is infinite while it is open. Sorted, not overlapping. */
interface Span {
  readonly from: number
  readonly until: number
}

function spansOf(pauses: readonly Pause[]): Span[] {
  const sorted = pauses
    .map(({ from, until }) => ({ from: msOf(startOfDay(from)), until: until === undefined ? Infinity : msOf(startOfDay(until)) }))
    .filter((span) => span.from < span.until)
    .sort((a, b) => a.from - b.from)
  const spans: { from: number; until: number }[] = []
  for (const span of sorted) {
    const last = spans.at(-1)
    if (last !== undefined && span.from <= last.until) last.until = Math.max(last.until, span.until)
    else spans.push({ ...span })
  }
  return spans
}

function advance(run: Run, stage: Period, spans: readonly Span[], calendar: Calendar): void {
  if (stage.unit === 'workday') {
    for (let left = stage.value; left > 0 && run.heldSince === undefined; ) {
      const day = nextDay(run, spans)
      if (day !== undefined && isWorkday(day, run, calendar)) left--
    }
    return
  }
  const begin = run.end
  run.end = stage.unit === 'hour' ? begin + stage.value * hourMs : naturalEnd(begin, stage)
  for (const span of spans) {
    const from = Math.max(span.from, begin)
    if (span.until <= begin || from >= run.end) continue
    if (span.until === Infinity) run.heldSince ??= span.from
    else run.end += span.until - from
  }
}

/** Days, months, years from a midnight: the midnight after the last day. */
function naturalEnd(begin: number, { value, unit }: Period): number {
  if (unit === 'day') return begin + value * dayMs
  return msOf(endOfDay(addMonths(dayOf(begin - 1), unit === 'year' ? value * 12 : value)))
}

/** A day off, or a paused day, cannot be the last day of a period that rolls over. */
function rollOver(run: Run, spans: readonly Span[], calendar: Calendar): void {
  let last: Day | undefined = dayOf(run.end - 1)
  while (run.heldSince === undefined && (last === undefined || !isWorkday(last, run, calendar))) last = nextDay(run, spans)
}

/** Takes the next day that is not paused; undefined once an open pause holds the count. */
function nextDay(run: Run, spans: readonly Span[]): Day | undefined {
  const span = spans.find(({ from, until }) => from <= run.end && run.end < until)
  if (span?.until === Infinity) {
    run.heldSince = span.from
    return undefined
  }
  const begin = span?.until ?? run.end
  run.end = begin + dayMs
  return dayOf(begin)
}

function isWorkday(day: Day, run: Run, calendar: Calendar): boolean {
  run.provisional ||= !isSettled(day, calendar)
  return calendar.isWorkday(day)
}

function dueBefore({ value, unit }: Period, start: Day | Instant, calendar: Calendar): Due {
  if (unit === 'hour') {
    const from = isDay(start) ? startOfDay(start) : start
    return { paused: false, due: instantAt(msOf(from) - value * hourMs), provisional: false }
  }
  const event = isDay(start) ? start : dayOf(start)
  if (unit !== 'workday') {
    const due = unit === 'day' ? addDays(event, -value) : addMonths(event, unit === 'year' ? -value * 12 : -value)
    return { paused: false, due, provisional: false }
  }
  let due = event
  let provisional = false
  for (let left = value; left > 0; ) {
    due = addDays(due, -1)
    provisional ||= !isSettled(due, calendar)
    if (calendar.isWorkday(due)) left--
  }
  return { paused: false, due, provisional }
}
