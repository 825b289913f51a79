import listed from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { weekday } from './day.ts'
import type { Day } from './day.ts'

/** The working days of the country: weekends, moved by the State Council's yearly holiday paper (国务院办公厅节假日安排). */
export interface Calendar {
  /** A working day: as the year's paper says, else Monday to Friday. */
  readonly isWorkday: (day: Day) => boolean
  /** Whether that year's paper is in this calendar. Before it is, `isWorkday` only knows the weekday. */
  readonly announced: (year: number) => boolean
  /** Last announced year and a fingerprint of all listed days: two calendars of one version answer alike. */
  readonly version: string
}

/** A calendar from days declared off and days declared working; days in neither follow the weekday. */
export function calendarOf(off: readonly Day[], work: readonly Day[]): Calendar {
  const days = new Map<Day, boolean>([...off.map((day) => [day, false] as const), ...work.map((day) => [day, true] as const)])
  // 1 October is off in every paper and no paper of another year reaches it.
  const years = new Set(off.filter((day) => day.endsWith('-10-01')).map((day) => Number(day.slice(0, 4))))
  const lines = [...days].map(([day, working]) => `${day} ${working ? 'work' : 'off'}`).sort()
  return {
    isWorkday: (day) => days.get(day) ?? isMondayToFriday(day),
    announced: (year) => years.has(year),
    version: `${Math.max(0, ...years)}-${fingerprint(lines.join('\n'))}`,
  }
}

/** The State Council's papers as far as they are known to the installed `chinese-days`. */
export const calendar: Calendar = calendarOf(Object.keys(listed.holidays), Object.keys(listed.workdays))

/**
 * Whether a day's being a working day can no longer change by a paper still to come. A year's paper also moves days of the
 * December before (since 2007 none earlier than the 29th), so the last week of the last announced year is not yet settled.
 */
export function isSettled(day: Day, calendar: Calendar): boolean {
  const year = Number(day.slice(0, 4))
  return calendar.announced(year) && (day.slice(5) < '12-25' || calendar.announced(year + 1))
}

function isMondayToFriday(day: Day): boolean {
  const at = weekday(day)
  return at >= 1 && at <= 5
}

/** FNV-1a, 32 bits: enough to tell one list of holidays from another. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
