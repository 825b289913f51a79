import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar, calendarOf } from './calendar.ts'
import { addDays, daysBetween, isDay } from './day.ts'
import type { Day, Instant } from './day.ts'
import { backward, ceiling, days, dueOf, extend, hours, isOver, months, remaining, workdays, workdaysWithin, years } from './period.ts'
import type { Pause, Period } from './period.ts'

const due = (of: Period, start: Day | Instant, ...pauses: Pause[]): string | undefined => dueOf(of, start, pauses, calendar).due
const provisional = (of: Period, start: Day): boolean => {
  const result = dueOf(of, start, [], calendar)
  return !result.paused && result.provisional
}

describe('the end of a period', () => {
  it('counts working days from the day after, across a Spring Festival', () => {
    expect(due(workdays(7), '2026-11-23')).toBe('2026-12-02')
    // 13 and Saturday 14 February 2026 are working days, 15 to 23 are off.
    expect(due(workdays(3), '2026-02-12')).toBe('2026-02-24')
    expect(due(workdays(1), '2026-02-14T17:00:00.000Z')).toBe('2026-02-24')
  })

  it('moves a last natural day on a day off to the next working day, except for ceilings', () => {
    expect(due(days(90), '2026-07-05')).toBe('2026-10-08')
    expect(due(ceiling(days(90)), '2026-07-05')).toBe('2026-10-03')
    expect(due(days(15), '2026-11-23')).toBe('2026-12-08')
  })

  it('ends months and years on the corresponding day', () => {
    expect(due(months(6), '2025-08-31')).toBe('2026-02-28')
    expect(due(months(3), '2026-06-30')).toBe('2026-09-30')
    expect(due(months(3), '2026-07-01')).toBe('2026-10-08')
    expect(due(ceiling(years(2)), '2024-02-29')).toBe('2026-02-28')
  })

  it('ends hours at the instant, holiday or not', () => {
    expect(due(hours(24), '2026-10-01T02:03:04.005Z')).toBe('2026-10-02T02:03:04.005Z')
    expect(due(hours(24), '2026-10-01')).toBe('2026-10-02T16:00:00.000Z')
    expect(due(hours(24), '2026-10-01T02:00:00.000Z', { from: '2026-10-02', until: '2026-10-03' })).toBe('2026-10-03T02:00:00.000Z')
  })

  it('counts back from the day before', () => {
    expect(due(backward(workdays(7)), '2026-12-02')).toBe('2026-11-23')
    expect(due(backward(days(30)), '2026-11-22')).toBe('2026-10-23')
    expect(due(backward(days(2)), '2026-10-05')).toBe('2026-10-03')
    expect(due(backward(months(1)), '2026-03-31')).toBe('2026-02-28')
    expect(due(backward(years(1)), '2024-02-29')).toBe('2023-02-28')
    expect(due(backward(hours(24)), '2026-10-02T02:00:00.000Z')).toBe('2026-10-01T02:00:00.000Z')
    expect(due(backward(hours(24)), '2026-10-02')).toBe('2026-09-30T16:00:00.000Z')
  })

  it('is lengthened by pauses, in the period and only there', () => {
    const police: Pause = { from: '2026-08-01', until: '2026-08-11' }
    expect(due(days(90), '2026-07-01', police)).toBe('2026-10-09')
    expect(due(ceiling(days(30)), '2026-07-06', { from: '2026-07-01', until: '2026-07-11' })).toBe('2026-08-09')
    expect(due(days(15), '2026-08-11', police)).toBe('2026-08-26')
    expect(due(days(15), '2026-07-06', police)).toBe('2026-07-21')
    expect(due(workdays(5), '2026-11-23', { from: '2026-11-25', until: '2026-11-27' })).toBe('2026-12-02')
    expect(due(ceiling(days(10)), '2026-06-01', { from: '2026-06-03', until: '2026-06-06' }, { from: '2026-06-04', until: '2026-06-05' })).toBe('2026-06-14')
  })

  it('is unknown while an open pause holds it', () => {
    const open: Pause = { from: '2026-08-01' }
    expect(dueOf(days(90), '2026-07-01', [open], calendar)).toEqual({ paused: true, due: undefined, since: '2026-08-01' })
    expect(dueOf(workdays(5), '2026-07-30', [open], calendar)).toEqual({ paused: true, due: undefined, since: '2026-08-01' })
    expect(dueOf(days(1), '2026-09-01', [open], calendar).paused).toBe(true)
    expect(due(days(15), '2026-07-01', open)).toBe('2026-07-16')
  })

  it('does not end on a paused day by moving from a day off', () => {
    expect(due(days(5), '2026-11-24', { from: '2026-11-30', until: '2026-12-02' })).toBe('2026-12-02')
    expect(dueOf(days(5), '2026-11-24', [{ from: '2026-11-30' }], calendar).paused).toBe(true)
  })

  it('is extended from the last day itself, not from the working day it moved to', () => {
    expect(due(extend(workdays(15), workdays(15)), '2026-11-02')).toBe('2026-12-14')
    expect(due(extend(days(90), days(30)), '2026-07-05')).toBe('2026-11-02')
    expect(due(extend(ceiling(days(30)), days(30)), '2026-08-01')).toBe('2026-09-30')
    expect(due(extend(extend(days(10), days(10)), months(1)), '2026-06-01')).toBe('2026-07-21')
    expect(due(extend(ceiling(days(10)), days(10)), '2026-06-01', { from: '2026-06-20', until: '2026-06-25' })).toBe('2026-06-26')
  })

  it('refuses periods that mean nothing', () => {
    for (const value of [0, -1, 1.5, Number.NaN]) expect(() => days(value)).toThrow(RangeError)
    expect(() => extend(hours(24), days(1))).toThrow(RangeError)
    expect(() => extend(backward(days(3)), days(1))).toThrow(RangeError)
  })

  it('says when it leaned on a holiday paper still to come', () => {
    const known = calendarOf(['2026-10-01'], [])
    const says = (of: Period, start: Day): unknown => dueOf(of, start, [], known)
    expect(says(workdays(5), '2026-12-21')).toMatchObject({ due: '2026-12-28', provisional: true })
    expect(says(workdays(3), '2026-12-21')).toMatchObject({ due: '2026-12-24', provisional: false })
    expect(says(days(90), '2026-11-23')).toMatchObject({ due: '2027-02-22', provisional: true })
    expect(says(ceiling(days(90)), '2026-11-23')).toMatchObject({ due: '2027-02-21', provisional: false })
    expect(says(backward(workdays(2)), '2027-01-05')).toMatchObject({ due: '2027-01-01', provisional: true })
    expect(provisional(days(90), '2026-07-05')).toBe(false)
  })
})

describe('in time, and what is left', () => {
  it('runs to midnight in Shanghai', () => {
    expect(isOver('2026-11-23', '2026-11-23T15:59:59.999Z')).toBe(false)
    expect(isOver('2026-11-23', '2026-11-23T16:00:00.000Z')).toBe(true)
    expect(isOver('2026-11-23T02:00:00.000Z', '2026-11-23T02:00:00.000Z')).toBe(false)
    expect(isOver('2026-11-23T02:00:00.000Z', '2026-11-23T02:00:00.001Z')).toBe(true)
  })

  it('counts what is left, and what is overdue below zero', () => {
    expect(remaining('2026-11-30', '2026-11-23T01:00:00.000Z', calendar)).toEqual({ days: 7, workdays: 5, hours: 183 })
    expect(remaining('2026-11-23', '2026-11-23T01:00:00.000Z', calendar)).toEqual({ days: 0, workdays: 0, hours: 15 })
    expect(remaining('2026-11-20', '2026-11-23T01:00:00.000Z', calendar)).toEqual({ days: -3, workdays: -1, hours: -57 })
    expect(remaining('2026-11-24T01:30:00.000Z', '2026-11-23T02:00:00.000Z', calendar)).toEqual({ days: 1, workdays: 1, hours: 23 })
  })
})

describe('any period', () => {
  const aDay = fc.integer({ min: 0, max: 6_500 }).map((n) => addDays('2008-01-01', n))
  const aPeriod = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map(workdays),
    fc.integer({ min: 1, max: 180 }).map(days),
    fc.integer({ min: 1, max: 24 }).map(months),
    fc.integer({ min: 1, max: 2 }).map(years),
  )
  const dueDay = (of: Period, start: Day, ...pauses: Pause[]): Day => {
    const end = due(of, start, ...pauses)
    if (end === undefined || !isDay(end)) throw new Error('no day')
    return end
  }

  it('ends on a working day if it rolls over, and never later than the next one', () =>
    fc.assert(
      fc.property(aPeriod, aDay, (of, start) => {
        const end = dueDay(of, start)
        expect(calendar.isWorkday(end)).toBe(true)
        if (of.unit !== 'workday') expect(workdaysWithin(dueDay(ceiling(of), start), end, calendar)).toBe(end === dueDay(ceiling(of), start) ? 0 : 1)
      }),
    ))

  it('ends no earlier if it starts later, forward and backward', () =>
    fc.assert(
      fc.property(aPeriod, aDay, fc.nat(40), fc.boolean(), (of, start, later, back) => {
        const counted = back ? backward(of) : of
        expect(dueDay(counted, addDays(start, later)) >= dueDay(counted, start)).toBe(true)
      }),
    ))

  it('of natural days is undone by counting back; of working days comes back to the last working day', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), aDay, (n, start) => {
        expect(dueDay(backward(days(n)), dueDay(ceiling(days(n)), start))).toBe(start)
        const back = dueDay(backward(workdays(n)), dueDay(workdays(n), start))
        expect(back <= start || workdaysWithin(start, back, calendar) === 0).toBe(true)
        expect(dueDay(workdays(n), back)).toBe(dueDay(workdays(n), start))
      }),
    ))

  it('of working days holds exactly that many', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), aDay, (n, start) => {
        expect(workdaysWithin(start, dueDay(workdays(n), start), calendar)).toBe(n)
      }),
    ))

  it('grows by the days of pauses that fall in it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 180 }), aDay, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (n, start, at, a, b) => {
        const first: Pause = { from: addDays(start, at), until: addDays(start, at + a) }
        const second: Pause = { from: addDays(start, at + a + 5), until: addDays(start, at + a + 5 + b) }
        const of = ceiling(days(n))
        expect(daysBetween(dueDay(of, start), dueDay(of, start, first, second))).toBe(a + b)
        expect(dueDay(of, start, second, first)).toBe(dueDay(of, start, first, second))
        const back = workdaysWithin(addDays(start, at - 1), addDays(start, at + a - 1), calendar)
        expect(workdaysWithin(start, dueDay(workdays(n), start, first), calendar)).toBe(n + back)
      }),
    ))

  it('is a whole: two parts by extension end like one', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), aDay, fc.nat(80), fc.nat(20), (a, b, start, at, length) => {
        const pause: Pause = { from: addDays(start, at), until: addDays(start, at + length) }
        for (const unit of [days, workdays]) expect(dueDay(extend(unit(a), unit(b)), start, pause)).toBe(dueDay(unit(a + b), start, pause))
      }),
    ))
})
