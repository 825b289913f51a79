import type { Indicator, Period } from './indicator.ts'
import type { Point } from './status.ts'

export interface Figure {
  readonly month: string
  readonly name: string
  readonly value: number
}

/**
 * An indicator's points of a year, up to and with `last`: a flow added up since its period began, a stock as each month left it;
 * of quarters their ends, and the month that runs.
 */
export function pointsOf(indicator: Indicator, figures: readonly Figure[], year: number, last: string): Point[] {
  if (indicator.source === 'none') return []
  const { period } = indicator
  const { part, whole } = indicator.unit === 'percent' ? indicator : { part: indicator.of, whole: indicator.of }
  const values = new Map<string, number>()
  for (const { name, month, value } of figures) values.set(`${name} ${month}`, (values.get(`${name} ${month}`) ?? 0) + value)
  const value = (name: string, month: string) => values.get(`${name} ${month}`) ?? 0
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).filter((month) => month <= last)
  const sums = { part: 0, whole: 0 }
  const points = months.flatMap((month) => {
    if (part.source === 'registers') return values.has(`${whole.id} ${month}`) ? [{ month, part: value(part.id, month), whole: value(whole.id, month) }] : []
    if (beginsAt(period, month)) Object.assign(sums, { part: 0, whole: 0 })
    sums.part += value(part.id, month)
    sums.whole += value(whole.id, month)
    return [{ month, ...sums }]
  })
  return period === 'quarter' ? points.filter(({ month }, i) => i === points.length - 1 || isQuarterEnd(month)) : points
}

const beginsAt = (period: Period, month: string): boolean => period === 'month' || (period === 'quarter' && Number(month.slice(5)) % 3 === 1)
const isQuarterEnd = (month: string): boolean => Number(month.slice(5)) % 3 === 0
