import type { Indicator } from './indicator.ts'
import type { Point } from './status.ts'

export interface Figure {
  readonly month: string
  readonly name: string
  readonly value: number
}

/** An indicator's points of a year, up to and with `last`: a flow added up since January, a stock as each month left it. */
export function pointsOf(indicator: Indicator, figures: readonly Figure[], year: number, last: string): Point[] {
  if (indicator.source === 'none') return []
  const { part, whole } = indicator.unit === 'percent' ? indicator : { part: indicator.of, whole: indicator.of }
  const value = (name: string, month: string) => figures.reduce((sum, each) => (each.name === name && each.month === month ? sum + each.value : sum), 0)
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).filter((month) => month <= last)
  if (part.source === 'registers') return months.flatMap((month) => (figures.some((each) => each.month === month && each.name === whole.id) ? [{ month, part: value(part.id, month), whole: value(whole.id, month) }] : []))
  const sums = { part: 0, whole: 0 }
  return months.map((month) => {
    sums.part += value(part.id, month)
    sums.whole += value(whole.id, month)
    return { month, ...sums }
  })
}
