import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCreditCode, makeCreditCode } from './credit-code.ts'

const real = new URL('../../../shared/data/identifiers/unified-credit-codes.csv', import.meta.url)
if (!existsSync(real)) console.log('credit codes: real codes not present (../shared), compared with known examples only')

describe('a unified social credit code', () => {
  it('passes as real registers write it', () => {
    for (const code of ['91350100M000100Y43', '91512081MA62K0260E', '11230500001755309F', '91230500MA1B3N1N2M'])
      expect(checkCreditCode(code)).toMatchObject({ ok: true, code })
    expect(checkCreditCode(' 9135 0100m000100y43')).toEqual({
      ok: true, code: '91350100M000100Y43', registrar: '9', region: '350100', organization: 'M000100Y4',
    })
  })

  it('is doubted with the reason', () => {
    const reason = (text: string): string => {
      const check = checkCreditCode(text)
      return check.ok ? '' : check.reason.zh
    }
    expect(reason('9135')).toContain('18位')
    expect(reason('91350100M000100Y4Z')).toContain('“Z”')
    expect(reason('91AB0100M000100Y43')).toContain('行政区划')
    expect(reason('91350100M000100Y44')).toContain('校验码')
  })

  it('is made for invented parties, each number its own, any one slip noticed', () =>
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(17), fc.constantFrom('company', 'individual-business', 'organ'), (n, at, kind) => {
        const code = makeCreditCode('140199', n, kind)
        expect(checkCreditCode(code)).toMatchObject({ ok: true, region: '140199' })
        expect(makeCreditCode('140199', (n + 1) % 1_000_000, kind)).not.toBe(code)
        const slip = code.slice(0, at) + (code[at] === '7' ? '8' : '7') + code.slice(at + 1)
        expect(checkCreditCode(slip).ok).toBe(false)
      }),
    ))

  it('is not made outside the series', () => {
    expect(() => makeCreditCode('14', 1)).toThrow(RangeError)
    expect(() => makeCreditCode('140199', 1_000_000)).toThrow(RangeError)
  })

  it.skipIf(!existsSync(real))('passes for the real public bodies', () => {
    const rows = readFileSync(real, 'utf8').trim().split('\n').slice(1)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter((row) => !checkCreditCode(row.split(',')[0] ?? '').ok)).toEqual([])
  })
})
