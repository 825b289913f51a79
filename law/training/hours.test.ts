import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditsOf, filedLate, standingOf, watched, type Programme, type TrainingEntry } from './hours.ts'

const programme: Programme = {
  courses: new Map([
    ['law', { id: 'law', kind: 'public-law', hours: 8 }],
    ['party', { id: 'party', kind: 'political', hours: 4 }],
    ['online', { id: 'online', kind: 'skills', hours: 2 }],
  ]),
  sessions: new Map([
    ['s1', { id: 's1', course: 'law', starts: '2026-03-02T01:00:00.000Z', ends: '2026-03-02T04:00:00.000Z', hours: 4 }],
    ['s2', { id: 's2', course: 'law', starts: '2026-03-03T01:00:00.000Z', ends: '2026-03-03T04:00:00.000Z', hours: 4 }],
    ['s3', { id: 's3', course: 'law', starts: '2026-03-04T01:00:00.000Z', ends: '2026-03-04T04:00:00.000Z', hours: 4 }],
    ['p1', { id: 'p1', course: 'party', starts: '2026-03-02T03:00:00.000Z', ends: '2026-03-02T05:00:00.000Z', hours: 2 }],
  ]),
}
let n = 0
const line = (kind: 'in' | 'out', session: string, time: string): TrainingEntry => ({ id: `e${++n}`, person: 'chen', course: programme.sessions.get(session)?.course ?? '', kind, session, at: `2026-03-0${session === 's2' ? 3 : session === 's3' ? 4 : 2}T${time}:00.000Z` })
const credit = (...entries: TrainingEntry[]) => creditsOf(entries, programme, 10)

describe('hours of a session', () => {
  test('are whole within the grace, and the part he was there beyond it', () => {
    expect(credit(line('in', 's1', '01:10'), line('out', 's1', '03:50'))).toMatchObject([{ hours: 4, day: '2026-03-02' }])
    expect(credit(line('in', 's1', '02:00'), line('out', 's1', '04:00'))).toMatchObject([{ hours: 2.6, short: 'part' }])
  })

  test('are none without a sign-out, until the paper list says when he left', () => {
    const came = line('in', 's1', '01:00')
    expect(credit(came)).toMatchObject([{ hours: 0, short: 'no-sign-out' }])
    expect(credit(line('out', 's1', '04:00'))).toMatchObject([{ hours: 0, short: 'no-sign-in' }])
    const listed: TrainingEntry = { id: 'paper', person: 'chen', course: 'law', kind: 'listed', session: 's1', from: '2026-03-02T01:00:00.000Z', until: '2026-03-02T04:00:00.000Z' }
    expect(credit(came, listed)).toMatchObject([{ hours: 4, proof: ['paper'] }])
  })

  test('count once where two overlap, and never above what the course is worth', () => {
    expect(credit(line('in', 's1', '01:00'), line('out', 's1', '04:00'), line('in', 'p1', '03:00'), line('out', 'p1', '05:00'))).toMatchObject([{ hours: 4 }, { hours: 1, short: 'elsewhere' }])
    const thrice = credit(...['s1', 's2', 's3'].flatMap((each) => [line('in', each, '01:00'), line('out', each, '04:00')]))
    expect(thrice.map(({ hours }) => hours)).toEqual([4, 4, 0])
    expect(thrice[2]).toMatchObject({ short: 'course-full' })
  })
})

test('political hours stand beside the sixty, and the pace says who will miss them', () => {
  const credits = credit(line('in', 's1', '01:00'), line('out', 's1', '04:00'), { id: 'f', person: 'chen', course: 'online', kind: 'finished', at: '2026-03-05T00:00:00.000Z' }, { id: 'g', person: 'chen', course: 'party', kind: 'finished', at: '2026-03-05T00:00:00.000Z' })
  const at = { year: 2026, on: '2026-03-31', hours: 60, exempt: 0 }
  expect(standingOf(credits, programme.courses, at)).toMatchObject({ counted: 6, byKind: { political: 4, skills: 2 }, lacking: 54, projected: 24.3, willMiss: true })
  expect(standingOf(credits, programme.courses, { ...at, exempt: 54 })).toMatchObject({ needed: 6, lacking: 0, willMiss: false })
  expect(standingOf(credits, programme.courses, { ...at, year: 2025 })).toMatchObject({ counted: 0, lacking: 60 })
  expect(standingOf([], programme.courses, { ...at, on: '2025-12-31' })).toMatchObject({ projected: 0, willMiss: true })
})

test('nobody is given more than he sat through, whatever the log says', () => {
  const minute = fc.integer({ min: 0, max: 600 }).map((each) => new Date(Date.parse('2026-03-02T00:00:00.000Z') + each * 60_000).toISOString())
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('in' as const, 'out' as const), fc.constantFrom('s1', 'p1'), minute), { maxLength: 12 }), (lines) => {
    const credits = credit(...lines.map(([kind, session, at], i): TrainingEntry => ({ id: `x${i}`, person: 'a', course: session === 's1' ? 'law' : 'party', kind, session, at })))
    // Both sessions together last four hours of the clock and teach 4 hours in 180 minutes or 2 in 120.
    expect(credits.reduce((all, { hours }) => all + hours, 0)).toBeLessThanOrEqual(5 + 1e-9)
  }))
})

test('a plan is late the minute after its day', () => {
  expect(filedLate(2026, '03-31', '2026-03-31T15:59:59.999Z')).toBe(false)
  expect(filedLate(2026, '03-31', '2026-03-31T16:00:00.000Z')).toBe(true)
})

test('online, no more is credited than the clock let pass, nor than one beat', () => {
  const beat = { since: 15, claimed: 15, longest: 40, whole: 600 }
  expect(watched(100, beat)).toBe(115)
  expect(watched(100, { ...beat, claimed: 500 })).toBe(115)
  expect(watched(100, { ...beat, since: 3600, claimed: 3600 })).toBe(140)
  expect(watched(590, beat)).toBe(600)
  expect(watched(100, { ...beat, claimed: -20 })).toBe(100)
})
