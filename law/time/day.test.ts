import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays, addMonths, addYears, compareDays, dayOf, daysBetween, endOfDay, instantAt, isDay, msOf, startOfDay, weekday,
} from './day.ts'

const aDay = fc.integer({ min: -30_000, max: 60_000 }).map((n) => addDays('1970-01-01', n))

describe('a legal day', () => {
  it('is a real day, written in full', () => {
    expect(['2026-11-23', '2024-02-29', '2000-02-29'].every(isDay)).toBe(true)
    const wrong = ['2026-2-3', '2026-02-29', '1900-02-29', '2026-13-01', '2026-04-31', '0999-01-01', '2026-11-23T00:00', '']
    expect(wrong.filter(isDay)).toEqual([])
  })

  it('changes at midnight in Shanghai, not in Greenwich', () => {
    expect(dayOf('2026-11-23T15:59:59.999Z')).toBe('2026-11-23')
    expect(dayOf('2026-11-23T16:00:00.000Z')).toBe('2026-11-24')
    expect(dayOf('2026-11-24T00:00:00.000+08:00')).toBe('2026-11-24')
    expect(dayOf(0)).toBe('1970-01-01')
    expect(endOfDay('2026-12-31')).toBe('2026-12-31T16:00:00.000Z')
    expect(startOfDay('2026-12-31')).toBe('2026-12-30T16:00:00.000Z')
  })

  it('is not read from a text without time or zone', () => {
    for (const text of ['2026-11-23', '2026-11-23T10:00:00', 'now', '']) expect(() => msOf(text)).toThrow(RangeError)
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })

  it('has a corresponding day in other months and years, or their last day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
  })

  it('knows its weekday', () => {
    expect(weekday('2026-11-23')).toBe(1)
    expect(weekday('1969-12-28')).toBe(0)
  })

  it('counts back and forth alike', () =>
    fc.assert(
      fc.property(aDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        const other = addDays(day, n)
        expect(daysBetween(day, other)).toBe(n)
        expect(compareDays(day, other)).toBe(0 - Math.sign(n))
        expect(weekday(other)).toBe((((weekday(day) + n) % 7) + 7) % 7)
      }),
    ))

  it('holds every instant from its start to before its end', () =>
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 86_399_999 }), (day, ms) => {
        expect(dayOf(instantAt(msOf(startOfDay(day)) + ms))).toBe(day)
        expect(dayOf(msOf(endOfDay(day)))).toBe(addDays(day, 1))
      }),
    ))

  it('moves by months within the right month', () =>
    fc.assert(
      fc.property(aDay, fc.integer({ min: -300, max: 300 }), (day, n) => {
        const index = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        expect(index(addMonths(day, n)) - index(day)).toBe(n)
        expect(addMonths(day, n).slice(8) <= day.slice(8)).toBe(true)
      }),
    ))
})
