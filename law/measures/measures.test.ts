import { describe, expect, it } from 'vitest'
import { words } from '../words.ts'
import { byHand, share, VolumeTarget } from './indicator.ts'
import { measures } from './index.ts'
import { groups, parts } from './parts.ts'
import { quantities as q, type Quality } from './quantity.ts'
import { standingOf, together, type Point } from './status.ts'

const none = { asked: 0, accepted: 0, overdue: 0, near: 0, quarters: [] }
const title = words('比例', 'Share')

describe('the fifty measures', () => {
  it('are numbered 1 to 50 in six parts, each with an indicator of its own name and a sentence why more is good', () => {
    expect(measures.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
    const indicators = measures.flatMap((measure) => measure.indicators.map((each) => ({ measure, each })))
    expect(new Set(indicators.map(({ each }) => each.id)).size).toBe(indicators.length)
    for (const { measure, each } of indicators) {
      expect(each.id.startsWith(`${measure.number}.`), each.id).toBe(true)
      expect(each.better.zh.length, each.id).toBeGreaterThan(5)
    }
    for (const measure of measures) {
      expect(parts[measure.part], String(measure.number)).toBeDefined()
      expect(groups[measure.group], String(measure.number)).toBeDefined()
      expect(measure.unconfirmed === true, String(measure.number)).toBe(measure.number > 40)
    }
  })

  it('set no target on a volume: neither by type nor from a file (R35)', () => {
    // @ts-expect-error cases decided are a volume, not a quality
    expect(() => share({ id: 'x', title, better: title, part: q.decided, whole: q.decided })).toThrow(VolumeTarget)
    // @ts-expect-error a case is no part of an officer: cases per officer
    expect(() => share({ id: 'x', title, better: title, part: q.decidedSound, whole: q.officers })).toThrow(VolumeTarget)
    expect(() => share({ id: 'x', title, better: title, part: q.exempted as unknown as Quality<'case'>, whole: q.decided })).toThrow(VolumeTarget)
    for (const { indicators } of measures) for (const each of indicators) expect(each.unit === 'count' && 'target' in each).toBe(false)
  })
})

describe('status by rule', () => {
  const indicator = share({ id: '9.x', title, better: title, part: q.officersCertified, whole: q.officers, target: 90 })
  const points = (...parts: readonly number[]): Point[] => parts.map((part, i) => ({ month: `2026-${String(i + 1).padStart(2, '0')}`, part, whole: 100 }))
  const at = (today: string) => ({ today, due: '2026-12-31' })

  it.each<[string, Point[], string, string]>([
    ['nothing to count', [], '2026-05-01', 'not-measurable'],
    ['reached', points(80, 95), '2026-02-20', 'on-course'],
    ['rising fast enough', points(60, 64, 68, 72), '2026-04-20', 'on-course'],
    ['rising too slowly', points(60, 60.5, 61, 61.5), '2026-04-20', 'at-risk'],
    ['falling', points(80, 70), '2026-02-20', 'at-risk'],
    ['short at the end', points(80, 89), '2027-01-01', 'overdue'],
    ['reached at the end', points(80, 90), '2027-01-01', 'done'],
  ])('%s', (_, given, today, status) => expect(standingOf(indicator, given, none, at(today)).status).toBe(status))

  it('says the projection it rests on', () =>
    expect(standingOf(indicator, points(60, 62), none, at('2026-02-20'))).toMatchObject({ value: 62, projection: 82, status: 'at-risk', rule: { zh: expect.stringContaining('82%') } }))

  it('goes by tasks where there is no source', () => {
    const hand = byHand('x.y', title, title)
    const by = (tasks: object, today = '2026-05-01') => standingOf(hand, [], { ...none, ...tasks }, at(today)).status
    expect([by({}), by({ asked: 2, accepted: 2 }), by({ asked: 2, accepted: 1 }), by({ asked: 2, near: 1 }), by({ asked: 2, overdue: 1 }), by({ asked: 2, accepted: 1 }, '2027-01-01')])
      .toEqual(['not-measurable', 'done', 'on-course', 'at-risk', 'overdue', 'overdue'])
  })

  it('of a measure is that of its worst indicator that can be measured', () => {
    const rule = title
    expect(together([{ status: 'not-measurable', rule }, { status: 'done', rule }]).status).toBe('done')
    expect(together([{ status: 'at-risk', rule }, { status: 'done', rule }]).status).toBe('at-risk')
  })
})
