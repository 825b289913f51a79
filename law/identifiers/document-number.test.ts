import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, parseNumber, standardTemplate, templateFault } from './document-number.ts'

describe('a document number', () => {
  const parts = { organ: '晋×市监', kind: '罚', year: 2026, seq: 12 }

  it('is written as GB/T 9704 has it, or as the body does', () => {
    expect(formatNumber(standardTemplate, parts)).toBe('晋×市监罚〔2026〕12号')
    expect(formatNumber('{organ}{kind}字〔{year}〕第{seq}号', parts)).toBe('晋×市监罚字〔2026〕第12号')
    expect(() => formatNumber(standardTemplate, { ...parts, seq: 0 })).toThrow(RangeError)
    expect(() => formatNumber(standardTemplate, { ...parts, year: 26 })).toThrow(RangeError)
    expect(() => formatNumber('{organ}{kind}({year}){seq}号', parts)).toThrow(RangeError)
  })

  it('needs a template without fault', () => {
    expect(templateFault(standardTemplate)).toBeUndefined()
    const faults = ['{organ}{kind}[{year}]{seq}号', '{organ}{kind}〔{year}〕{seq}', '{organ}{type}〔{year}〕{seq}号', '{organ}〔{year}〕{seq}号', '{organ}{organ}{kind}〔{year}〕{seq}号', '']
    for (const template of faults) expect(templateFault(template), template).toBeDefined()
  })

  it('is read whatever brackets it came with', () => {
    expect(parseNumber('晋×市监罚〔2026〕12号')).toEqual({ mark: '晋×市监罚', year: 2026, seq: 12, standard: true })
    for (const text of ['晋×市监罚[2026]12号', '晋×市监罚（2026）第012号', '晋×市监罚 〔2026〕 12 号', '晋×市监罚【2026】12'])
      expect(parseNumber(text), text).toEqual({ mark: '晋×市监罚', year: 2026, seq: 12, standard: false })
    for (const text of ['', '〔2026〕12号', '晋×市监罚〔26〕12号', '晋×市监罚〔2026〕0号', '晋×市监罚2026-12']) expect(parseNumber(text), text).toBeUndefined()
  })

  it('is read back as written', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('晋×市监', '晋灵卫', '京'),
        fc.constantFrom('罚', '不罚', '责改'),
        fc.integer({ min: 1949, max: 2999 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        (organ, kind, year, seq) => {
          expect(parseNumber(formatNumber(standardTemplate, { organ, kind, year, seq }))).toEqual({ mark: organ + kind, year, seq, standard: true })
        },
      ),
    ))
})
