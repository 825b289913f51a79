import { expect, test } from 'vitest'
import { daysBetween } from '../time/day.ts'
import { pilotPeriods, pilotPoints } from './pilot.ts'

test('as long before as since, and never more than a year', () => {
  expect(pilotPeriods('2026-03-01', '2026-03-31')).toEqual({ before: ['2026-01-29', '2026-02-28'], after: ['2026-03-01', '2026-03-31'] })
  expect(pilotPeriods('2026-03-01', '2026-03-01')).toEqual({ before: ['2026-02-28', '2026-02-28'], after: ['2026-03-01', '2026-03-01'] })
  const { before, after } = pilotPeriods('2024-01-01', '2026-03-01')
  expect([daysBetween(...before), daysBetween(...after), before[1]]).toEqual([364, 364, '2023-12-31'])
})

test('what the registers know is not ticked by hand', () => {
  const met = (standing: Parameters<NonNullable<(typeof pilotPoints)[number]['holds']>>[0]) => pilotPoints.filter(({ holds }) => holds?.(standing)).map(({ id }) => id)
  expect(met({ certified: 1, powers: 0, reviewers: 0, remedy: false })).toEqual([])
  expect(met({ certified: 2, powers: 3, reviewers: 1, remedy: true })).toEqual(['powers', 'certified', 'reviewer', 'remedy'])
  expect(new Set(pilotPoints.map(({ id }) => id)).size).toBe(pilotPoints.length)
})
