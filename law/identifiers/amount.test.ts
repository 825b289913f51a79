import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalAmount, fenToWanYuan, fenToYuan, parseYuan } from './amount.ts'

const someFen = fc.oneof(fc.nat(2_000_000), fc.maxSafeNat())

describe('an amount', () => {
  it('is shown in yuan and in 万元', () => {
    expect([0, 5, 123400, 123456789, -100050].map(fenToYuan)).toEqual(['0.00', '0.05', '1,234.00', '1,234,567.89', '-1,000.50'])
    expect([200000, 1, 0, 1000000, 123456789].map(fenToWanYuan)).toEqual(['0.2', '0.000001', '0', '1', '123.456789'])
    expect(() => fenToYuan(0.5)).toThrow(RangeError)
  })

  it('is put in words as the rules for bills have it', () => {
    const known: readonly (readonly [number, string])[] = [
      [1_230_000, '壹万贰仟叁佰元整'],
      [140_950, '壹仟肆佰零玖元伍角'],
      [600_714, '陆仟零柒元壹角肆分'],
      [168_032, '壹仟陆佰捌拾元零叁角贰分'],
      [10_700_053, '壹拾万柒仟元零伍角叁分'],
      [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
      [32_504, '叁佰贰拾伍元零肆分'],
      [0, '零元整'],
      [5, '伍分'],
      [50, '伍角'],
      [1000, '壹拾元整'],
      [10_000_500, '壹拾万零伍元整'],
      [100_000_000_000, '壹拾亿元整'],
      [10_500_000_000, '壹亿零伍佰万元整'],
      [10_000_000_100, '壹亿零壹元整'],
      [100_050_000_000_000, '壹万零伍亿元整'],
      [-20_000, '负贰佰元整'],
    ]
    for (const [fen, text] of known) expect(capitalAmount(fen)).toBe(text)
  })

  it('is read as people and tables write it', () => {
    const known = { '1,234.5': 123450, '￥1234': 123400, '1234元': 123400, '0.2万元': 200000, '0.000001万元': 1, '１２．３０': 1230, ' 5 000 ': 500000, '3.000': 300 }
    for (const [text, fen] of Object.entries(known)) expect(parseYuan(text), text).toBe(fen)
    for (const text of ['', '元', '-5', '1,23', '1.234', '0.0000001万', '1e3', '.5', '99999999999999999', '二百元']) expect(parseYuan(text), text).toBeUndefined()
  })

  it('comes back from yuan, from 万元 and from words', () =>
    fc.assert(
      fc.property(someFen, (fen) => {
        expect(parseYuan(fenToYuan(fen))).toBe(fen)
        expect(parseYuan(`${fenToWanYuan(fen)}万元`)).toBe(fen)
        expect(readWords(capitalAmount(fen))).toBe(fen)
      }),
    ))

  it('has words without doubled, leading or trailing 零', () =>
    fc.assert(fc.property(someFen.filter((fen) => fen >= 100), (fen) => !/零零|^零|零[拾佰仟万亿元]/.test(capitalAmount(fen)))))
})

/** Reads capital amounts by value alone, skipping 零 and 整. */
function readWords(text: string): number {
  const units: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
  let [fen, whole, section, digit] = [0, 0, 0, 0]
  for (const character of text) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character)
    if (value >= 0) digit = value
    else if (character in units) [section, digit] = [section + digit * (units[character] ?? 0), 0]
    else if (character === '万') [whole, section, digit] = [whole + (section + digit) * 10_000, 0, 0]
    else if (character === '亿') [whole, section, digit] = [(whole + section + digit) * 100_000_000, 0, 0]
    else if (character === '元') [fen, whole, section, digit] = [(whole + section + digit) * 100, 0, 0, 0]
    else if (character === '角') [fen, digit] = [fen + digit * 10, 0]
    else if (character === '分') [fen, digit] = [fen + digit, 0]
  }
  return fen
}
