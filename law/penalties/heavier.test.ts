import { expect, test } from 'vitest'
import { isHeavier } from './heavier.ts'

const fine = (amount: number) => ({ kind: 'fine', amount }) as const
const warning = { kind: 'warning' } as const
const revoked = { kind: 'revoke-licence' } as const

test('the gravest kinds are compared first, then their sums; one more kind is heavier', () => {
  expect(isHeavier([warning], [fine(100)])).toBe(false)
  expect(isHeavier([fine(100)], [warning])).toBe(true)
  expect(isHeavier([fine(101)], [fine(100)])).toBe(true)
  expect(isHeavier([fine(60), fine(40)], [fine(100)])).toBe(false)
  expect(isHeavier([fine(100), warning], [fine(100)])).toBe(true)
  expect(isHeavier([fine(90), warning], [fine(100)])).toBe(false)
  expect(isHeavier([fine(9_000_000)], [revoked])).toBe(false)
  expect(isHeavier([revoked], [fine(9_000_000)])).toBe(true)
  expect(isHeavier([], [warning])).toBe(false)
  expect(isHeavier([warning], [])).toBe(true)
})

test('a body may set an order of its own', () => {
  expect(isHeavier([{ kind: 'confiscate-goods' }], [fine(100)])).toBe(true)
  expect(isHeavier([{ kind: 'confiscate-goods' }], [fine(100)], { fine: 6 })).toBe(false)
})
