import { describe, expect, test } from 'vitest'
import { surchargeOf } from './surcharge.ts'

/** 10,000 yuan, due on Wednesday 2026-04-01: 300 yuan a day. */
const fine = { owed: 1_000_000, instalments: [{ due: '2026-04-01', amount: 1_000_000 }], payments: [] }

describe('surcharge', () => {
  test('runs from the day after the term, three per cent a day', () => {
    expect(surchargeOf(fine, '2026-04-01')).toBe(0)
    expect(surchargeOf(fine, '2026-04-02')).toBe(30_000)
    expect(surchargeOf(fine, '2026-04-03')).toBe(60_000)
  })

  test('never exceeds the fine: the 34th day reaches it', () => {
    expect(surchargeOf(fine, '2026-05-04')).toBe(990_000)
    expect(surchargeOf(fine, '2026-05-05')).toBe(1_000_000)
    expect(surchargeOf(fine, '2027-05-05')).toBe(1_000_000)
  })

  test('falls on what is unpaid, the day of payment included', () => {
    const half = { ...fine, payments: [{ on: '2026-04-03', amount: 500_000 }] }
    expect(surchargeOf(half, '2026-04-03')).toBe(60_000)
    expect(surchargeOf(half, '2026-04-04')).toBe(75_000)
    expect(surchargeOf({ ...fine, payments: [{ on: '2026-04-01', amount: 1_000_000 }] }, '2026-05-01')).toBe(0)
  })

  test('days of review and litigation do not count', () => {
    expect(surchargeOf(fine, '2026-04-12', [{ from: '2026-04-03', until: '2026-04-11' }])).toBe(90_000)
    expect(surchargeOf(fine, '2026-04-12', [{ from: '2026-04-03' }])).toBe(30_000)
  })

  test('each instalment runs from its own day; a day off moves on', () => {
    const parts = { ...fine, instalments: [{ due: '2026-04-01', amount: 400_000 }, { due: '2026-04-11', amount: 600_000 }] }
    expect(surchargeOf(parts, '2026-04-13')).toBe(12 * 12_000)
    expect(surchargeOf(parts, '2026-04-14')).toBe(13 * 12_000 + 18_000)
  })
})
