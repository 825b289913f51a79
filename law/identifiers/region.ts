export type RegionLevel = 'province' | 'city' | 'county' | 'township' | 'village'

/**
 * A place by its code: GB/T 2260 to the county (six digits), the statistical codes below it (township nine, village twelve).
 * Each level that the place lies in is given by its own code: 14, 1401, 140105, 140105001, 140105001001. A township
 * directly under a city (东莞) has a county code ending in 00; that code by itself is the city.
 */
export interface Region {
  readonly code: string
  readonly level: RegionLevel
  readonly province: string
  readonly city?: string
  readonly county?: string
  readonly township?: string
}

/**
 * Reads a code of any length in use, with or without trailing zeros: 14, 140000 and 140000000000 are one province. Undefined
 * if it is none; whether the place exists is for the register to say.
 */
export function parseRegion(text: string): Region | undefined {
  if (!/^[1-9]\d(?:\d{2}|\d{4}|\d{7}|\d{10})?$/.test(text)) return undefined
  const digits = text.padEnd(12, '0')
  const last = lengths.findLast((length, i) => Number(digits.slice(lengths[i - 1] ?? 0, length)) > 0) ?? 2
  const level = levels[lengths.indexOf(last)] ?? 'province'
  const within = (length: number): string | undefined => (last >= length ? digits.slice(0, length) : undefined)
  const [city, county, township] = [within(4), within(6), within(9)]
  return {
    code: digits.slice(0, last),
    level,
    province: digits.slice(0, 2),
    ...(city === undefined ? {} : { city }),
    ...(county === undefined ? {} : { county }),
    ...(township === undefined ? {} : { township }),
  }
}

/** The six-digit county of a county, township or village; undefined for cities, provinces and what is no code. */
export const countyOf = (code: string): string | undefined => parseRegion(code)?.county

/** The nine-digit township of a township or village. */
export const townshipOf = (code: string): string | undefined => parseRegion(code)?.township

/** Whether `inner` lies in `outer` or is the same place. */
export function contains(outer: string, inner: string): boolean {
  const [out, into] = [parseRegion(outer), parseRegion(inner)]
  return out !== undefined && into !== undefined && into.code.startsWith(out.code)
}

const lengths = [2, 4, 6, 9, 12]
const levels: readonly RegionLevel[] = ['province', 'city', 'county', 'township', 'village']
