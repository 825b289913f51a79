import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contains, countyOf, parseRegion, townshipOf } from './region.ts'

const real = new URL('../../../shared/data/divisions/shanxi-5-levels-2023.csv', import.meta.url)
if (!existsSync(real)) console.log('regions: real divisions not present (../shared), compared with known examples only')

describe('a region code', () => {
  it('names every level it lies in', () => {
    expect(parseRegion('140105001001')).toEqual({
      code: '140105001001', level: 'village', province: '14', city: '1401', county: '140105', township: '140105001',
    })
    expect(parseRegion('1401')).toEqual({ code: '1401', level: 'city', province: '14', city: '1401' })
  })

  it('may be padded with zeros', () => {
    expect(['14', '140000', '140000000000'].map((code) => parseRegion(code)?.code)).toEqual(['14', '14', '14'])
    expect(parseRegion('140100')?.level).toBe('city')
    expect(parseRegion('140105000')?.level).toBe('county')
    expect(parseRegion('140105001000')?.level).toBe('township')
  })

  it('leads to county and township', () => {
    expect(countyOf('140105001001')).toBe('140105')
    expect(countyOf('140105')).toBe('140105')
    expect(countyOf('140100')).toBeUndefined()
    expect(townshipOf('140105001001')).toBe('140105001')
    expect(townshipOf('140105')).toBeUndefined()
    // 东莞 has no counties.
    expect(countyOf('441900003')).toBe('441900')
  })

  it('is refused when it is none', () => {
    for (const text of ['', '1', '140', '14010', '04', '1401050', '14010500100', '太原', '140105 ']) expect(parseRegion(text)).toBeUndefined()
  })

  it('contains what lies in it', () => {
    expect(contains('140000', '140105001')).toBe(true)
    expect(contains('140105', '140105')).toBe(true)
    expect(contains('140105', '140106001')).toBe(false)
    expect(contains('140105001', '140105')).toBe(false)
    expect(contains('x', '140105')).toBe(false)
  })

  it.skipIf(!existsSync(real))('is read right for all real divisions of a province', () => {
    const rows = readFileSync(real, 'utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/).slice(1).map((row) => row.split(','))
    expect(rows.length).toBeGreaterThan(20_000)
    expect(rows.filter(([code = '', level]) => parseRegion(code)?.level !== level)).toEqual([])
  })
})
