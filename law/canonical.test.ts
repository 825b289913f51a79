import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, CanonicalError, isStorableText, sameJson } from './canonical.ts'

/** Well-formed text without U+0000, over all planes. */
const text = fc.string({ unit: 'binary' }).filter(isStorableText)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }),
  ),
})).value

describe('RFC 8785', () => {
  it('writes the example of section 3.2.2 as section 3.2.3 prints it', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\u0022/',
      literals: [null, true, false],
    }
    expect(canonical(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('orders keys by UTF-16 code units, as section 3.2.3 does: an emoji before a presentation form', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(Object.keys(JSON.parse(canonical(keys)) as object).filter((key) => key !== '1')).toEqual([
      '\r', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33',
    ])
    expect(canonical(keys).indexOf('"1"')).toBeLessThan(canonical(keys).indexOf('"\u0080"'))
  })

  it('writes numbers as appendix B does', () => {
    const samples: [number, string][] = [
      [0, '0'], [-0, '0'], [5e-324, '5e-324'], [1.7976931348623157e308, '1.7976931348623157e+308'],
      [9007199254740992, '9007199254740992'], [295147905179352830000, '295147905179352830000'],
      [9.999999999999997e22, '9.999999999999997e+22'], [1e21, '1e+21'], [999999999999999900000, '999999999999999900000'],
      [0.000001, '0.000001'], [1e-7, '1e-7'], [333333333.3333332, '333333333.3333332'],
    ]
    for (const [number, expected] of samples) expect(canonical(number)).toBe(expected)
  })
})

it('refuses what cannot be recorded, and says where', () => {
  const bad: [unknown, string][] = [
    [{ a: [1, '\ud800'] }, '/a/1'], [{ a: 'x\0' }, '/a'], [{ 'k\0': 1 }, '/k\0'], ['\udc00\ud800', ''],
    [Number.NaN, ''], [[Number.POSITIVE_INFINITY], '/0'], [{ a: undefined }, '/a'], [[, 1], '/0'], // oxlint-disable-line no-sparse-arrays
    [{ 'a/b~c': 1n }, '/a~1b~0c'], [new Date(0), ''], [{ m: new Map() }, '/m'], [() => 1, ''], [Symbol('s'), ''],
  ]
  for (const [value, path] of bad) {
    expect(() => canonical(value)).toThrow(CanonicalError)
    expect(() => canonical(value)).toThrow(expect.objectContaining({ path }) as Error)
  }
})

it('is a fixed point: reading the text and writing it again changes nothing', () => {
  fc.assert(
    fc.property(json, (value) => {
      const once = canonical(value)
      expect(canonical(JSON.parse(once))).toBe(once)
    }),
  )
})

it('does not depend on the order in which keys were set', () => {
  fc.assert(
    fc.property(fc.dictionary(text, json), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).reverse())
      expect(canonical(reversed)).toBe(canonical(object))
      expect(sameJson(reversed, object)).toBe(true)
    }),
  )
})

it('gives different values different texts', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      const same = canonical(a) === canonical(b)
      expect(same).toBe(JSON.stringify(JSON.parse(canonical(a))) === JSON.stringify(JSON.parse(canonical(b))))
    }),
  )
})
