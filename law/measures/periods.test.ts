import { describe, expect, it } from 'vitest'
import { words } from '../words.ts'
import { byHand, share } from './indicator.ts'
import { quantities as q } from './quantity.ts'
import { answersFor, type PlanRole } from './responsible.ts'
import { pointsOf } from './series.ts'
import { standingOf, type Point } from './status.ts'
import { duesIn } from './term.ts'

const title = words('比例', 'Share')
const spec = { id: 'x.y', title, better: title }
const none = { asked: 0, accepted: 0, overdue: 0, near: 0, quarters: [] }
const monthly = (...values: readonly number[]) => values.map((value, i) => ({ month: `2026-${String(i + 1).padStart(2, '0')}`, value }))

describe('the period of an indicator', () => {
  const decided = [...monthly(4, 0, 2, 6, 0).map((each) => ({ ...each, name: 'decided' })), ...monthly(2, 0, 2, 3, 0).map((each) => ({ ...each, name: 'decided-sound' }))]
  const flow = (period: 'month' | 'quarter' | 'year') => pointsOf(share({ ...spec, part: q.decidedSound, whole: q.decided, period }), decided, 2026, '2026-05').map(({ month, part, whole }) => `${month.slice(5)} ${part}/${whole}`)

  it('says over what time a flow is added up', () => {
    expect(flow('year')).toEqual(['01 2/4', '02 2/4', '03 4/6', '04 7/12', '05 7/12'])
    expect(flow('quarter')).toEqual(['03 4/6', '05 3/6']) // the quarter that is over, and the one that runs
    expect(flow('month')).toEqual(['01 2/4', '02 0/0', '03 2/2', '04 3/6', '05 0/0'])
  })

  const quarterly = share({ ...spec, part: q.officersCertified, whole: q.officers, period: 'quarter' })
  it.each<[string, readonly [string, number][], string, string]>([
    ['reached while it runs', [['03', 10], ['05', 10]], '2026-05-10', 'on-course'],
    ['short with time left', [['03', 10], ['05', 4]], '2026-05-10', 'on-course'],
    ['short with a month left', [['03', 10], ['06', 4]], '2026-06-05', 'at-risk'],
    ['an earlier one missed', [['03', 9], ['05', 10]], '2026-05-10', 'at-risk'],
    ['one missed, when the year is over', [['03', 9], ['06', 10], ['09', 10], ['12', 10]], '2027-01-01', 'overdue'],
    ['all reached', [['03', 10], ['06', 10], ['09', 10], ['12', 10]], '2027-01-01', 'done'],
  ])('a quarter: %s', (_, given, today, status) => {
    const points: Point[] = given.map(([month, part]) => ({ month: `2026-${month}`, part, whole: 10 }))
    expect(standingOf(quarterly, points, none, { today, due: '2026-12-31' }).status).toBe(status)
  })

  it('over the year grows from nothing: half by the middle is on course', () => {
    const yearly = share({ ...spec, part: q.officersCertified, whole: q.officers, period: 'year' })
    const at = (month: string, part: number) => standingOf(yearly, [{ month: `2026-${month}`, part, whole: 100 }], none, { today: `2026-${month}-28`, due: '2026-12-31' })
    expect(at('01', 0).status).toBe('on-course')
    expect(at('06', 50)).toMatchObject({ status: 'on-course', projection: 100 })
    expect(at('06', 40)).toMatchObject({ status: 'at-risk', projection: 80 })
  })

  it('of proof by hand says when it is asked for, and a quarter that was not asked is not done', () => {
    const hand = byHand('51.proof', title, title, 'quarter')
    expect(duesIn({ yearly: '11-30', indicators: [hand] }, 2026)).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'])
    expect(duesIn({ yearly: '11-30', indicators: [byHand('51.proof', title, title)] }, 2026)).toEqual(['2026-11-30'])
    const by = (quarters: readonly number[], today: string) => standingOf(hand, [], { ...none, asked: quarters.length, accepted: quarters.length, quarters }, { today, due: '2026-12-31' }).status
    expect([by([1], '2026-05-01'), by([1, 2, 3, 4], '2026-12-30'), by([1, 2], '2027-01-01')]).toEqual(['on-course', 'done', 'overdue'])
  })
})

describe('who answers for a measure', () => {
  const roles = new Map<string, PlanRole[]>([['sfj', ['bureau']], ['czj', ['finance']], ['bb', ['establishment']]])
  const among = (responsible: Parameters<typeof answersFor>[0]['responsible'], bodies: string[] = []) => ['sfj', 'czj', 'bb', 'scjg', 'town', ''].filter(answersFor({ responsible, bodies }, roles))

  it('is whom the plan names: enforcement bodies and townships, an organ of the party only where it is named', () => {
    expect(among('A')).toEqual(['sfj', 'czj', 'scjg', 'town', ''])
    expect(among('C')).toEqual(['sfj', 'czj', 'bb', 'scjg', 'town', ''])
    expect(among('A+establishment')).toEqual(['sfj', 'czj', 'bb', 'scjg', 'town', ''])
    expect(among('bureau')).toEqual(['sfj'])
  })

  it('is whom the county named instead', () => expect(among('A', ['scjg'])).toEqual(['scjg']))
})
