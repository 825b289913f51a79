import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears } from '../time/day.ts'
import { ageOn, checkResidentId, makeResidentId } from './resident-id.ts'

describe('a citizen identity number', () => {
  it('tells region, birth and sex', () => {
    expect(checkResidentId('11010519491231002x')).toEqual({
      ok: true, id: '11010519491231002X', region: '110105', birth: '1949-12-31', sex: 'female',
    })
    expect(checkResidentId('440524188001010014')).toMatchObject({ ok: true, birth: '1880-01-01', sex: 'male' })
  })

  it('is doubted with the reason', () => {
    const reason = (text: string): string => {
      const check = checkResidentId(text)
      return check.ok ? '' : check.reason.zh
    }
    expect(reason('110105491231002')).toContain('15位')
    expect(reason('1101051949')).toContain('17位')
    expect(reason('99010519491231002X')).toContain('行政区划')
    expect(reason('110105194913310021')).toContain('出生日期')
    expect(reason('110105194912310021')).toContain('校验码')
  })

  it('gives full years of age from the day after the birthday', () => {
    expect(ageOn('2012-11-23', '2026-11-23')).toBe(13)
    expect(ageOn('2012-11-23', '2026-11-24')).toBe(14)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
    expect(ageOn('2026-11-23', '2026-11-23')).toBe(0)
    expect(ageOn('2027-01-01', '2026-11-23')).toBe(0)
  })

  const aBirth = fc.integer({ min: -25_000, max: 20_000 }).map((n) => addDays('1970-01-01', n))

  it('is made for invented persons, and any one slip is noticed', () =>
    fc.assert(
      fc.property(aBirth, fc.nat(999), fc.nat(17), (birth, n, at) => {
        const id = makeResidentId('140199', birth, n)
        expect(checkResidentId(id)).toMatchObject({ ok: true, birth, region: '140199', sex: n % 2 === 1 ? 'male' : 'female' })
        expect(checkResidentId(id.slice(0, at) + (id[at] === '7' ? '8' : '7') + id.slice(at + 1)).ok).toBe(false)
      }),
    ))

  it('ages by one the day after each birthday and on no other day', () =>
    fc.assert(
      fc.property(aBirth, fc.integer({ min: 1, max: 100 }), (birth, years) => {
        expect(ageOn(birth, addYears(birth, years))).toBe(years - 1)
        expect(ageOn(birth, addDays(addYears(birth, years), 1))).toBe(years)
      }),
    ))
})
