import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { calendar, calendarOf, isSettled } from './calendar.ts'
import { addDays, weekday } from './day.ts'

const oracle = new URL('../../../shared/data/calendar/holiday-cn/', import.meta.url)
if (!existsSync(oracle)) console.log('calendar: real holiday papers not present (../shared), compared with the fixture only')

/** From the State Council's paper for 2026: Spring Festival with both working weekends, and the National Day. */
const spring2026 = {
  off: ['2026-02-15', '2026-02-16', '2026-02-20', '2026-02-23', '2026-10-01', '2026-10-07'],
  work: ['2026-02-14', '2026-02-28', '2026-02-13', '2026-02-24', '2026-10-08'],
}

describe('the State Council calendar', () => {
  it('moves working days as the paper for 2026 says', () => {
    expect(spring2026.off.filter(calendar.isWorkday)).toEqual([])
    expect(spring2026.work.filter((day) => !calendar.isWorkday(day))).toEqual([])
  })

  it('knows which years are announced', () => {
    for (let year = 2007; year <= 2026; year++) expect(calendar.announced(year)).toBe(true)
    expect(calendar.announced(2040)).toBe(false)
    expect(calendar.isWorkday('2040-10-01')).toBe(true)
    expect(calendar.isWorkday('2040-10-06')).toBe(false)
  })

  it('holds the end of its last December unsettled, since the next paper may move it', () => {
    const known = calendarOf(['2026-10-01'], [])
    expect(isSettled('2026-12-24', known)).toBe(true)
    expect(isSettled('2026-12-31', known)).toBe(false)
    expect(isSettled('2027-01-04', known)).toBe(false)
    expect(isSettled('2026-12-31', calendarOf(['2026-10-01', '2027-10-01'], []))).toBe(true)
  })

  it('has a version that changes with any day', () => {
    const known = calendarOf(['2026-10-01', '2026-10-02'], ['2026-10-10'])
    expect(known.version).toMatch(/^2026-[0-9a-f]{8}$/)
    expect(calendarOf(['2026-10-02', '2026-10-01'], ['2026-10-10']).version).toBe(known.version)
    expect(calendarOf(['2026-10-01', '2026-10-02'], ['2026-10-11']).version).not.toBe(known.version)
  })

  it.skipIf(!existsSync(oracle))('agrees with every day of the papers 2007 to 2026', () => {
    const listed = new Map<string, boolean>()
    for (const file of readdirSync(oracle).filter((name) => /^\d{4}\.json$/.test(name)).sort()) {
      const paper = JSON.parse(readFileSync(new URL(file, oracle), 'utf8')) as { days: { date: string; isOffDay: boolean }[] }
      for (const { date, isOffDay } of paper.days) {
        listed.set(date, !isOffDay)
        if (Number(date.slice(0, 4)) < Number(file.slice(0, 4))) expect(date.slice(5) >= '12-25', date).toBe(true)
      }
    }
    const differing = []
    for (let day = '2007-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const expected = listed.get(day) ?? (weekday(day) >= 1 && weekday(day) <= 5)
      if (calendar.isWorkday(day) !== expected) differing.push(day)
    }
    expect(listed.size).toBeGreaterThan(500)
    expect(differing).toEqual([])
  })
})
