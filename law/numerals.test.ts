import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseNumber } from './citation.ts'
import { parseFen, parseInteger, parseNumber, parseShare } from './numerals.ts'

test.each([
  ['一百二十四', 124], ['两', 2], ['〇', 0], ['十万', 100_000], ['五千', 5000], ['二十', 20], ['十二', 12],
  ['一千二百四十二', 1242], ['二〇二六', 2026], ['三亿五千万', 350_000_000], ['１２', 12], ['5千', 5000], ['30,000', 30_000],
  ['二十五万', 250_000], ['一百零八', 108],
])('%s is %i', (text, n) => expect(parseInteger(text)).toBe(n))

test('every article number a statute can write is read back', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (n) => parseInteger(chineseNumber(n)) === n))
})

test('money is whole fen, also from decimals of ten thousand', () => {
  expect(parseFen('五十万元')).toBe(50_000_000)
  expect(parseFen('1.5万元')).toBe(1_500_000)
  expect(parseFen('0.01元')).toBe(1)
  expect(parseFen('2.123456万元')).toBe(2_123_456)
  expect(parseFen('0.001元')).toBeUndefined()
  expect(parseFen('若干元')).toBeUndefined()
})

test('multiples and shares are exact fractions', () => {
  expect(parseShare('三倍')).toEqual({ n: 3, d: 1 })
  expect(parseShare('1.5倍')).toEqual({ n: 3, d: 2 })
  expect(parseShare('百分之五')).toEqual({ n: 1, d: 20 })
  expect(parseShare('千分之三')).toEqual({ n: 3, d: 1000 })
  expect(parseShare('万分之五')).toEqual({ n: 1, d: 2000 })
  expect(parseShare('5％')).toEqual({ n: 1, d: 20 })
  expect(parseShare('百分之零点五')).toEqual({ n: 1, d: 200 })
  expect(parseShare('等值')).toEqual({ n: 1, d: 1 })
  expect(parseShare('五')).toBeUndefined()
})

test('what is no number is not guessed', () => {
  for (const text of ['', '若干', '第五', '五个', '零点', '点五', 'abc']) expect(parseNumber(text)).toBeUndefined()
})

test('beyond exact integers there is no number', () => {
  for (const text of ['9'.repeat(400), '亿'.repeat(50), '一'.repeat(400), `0.${'1'.repeat(400)}`]) expect(parseNumber(text)).toBeUndefined()
})
