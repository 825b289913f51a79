import { addDays, addMonths, type Day } from '../time/day.ts'
import type { Indicator } from './indicator.ts'

/** The last day of a measure's part of a year: the yearly day, or the last of its term where that comes first. */
export const dueIn = ({ yearly, term }: { readonly yearly: string; readonly term?: { readonly until: Day } }, year: number): Day =>
  term && term.until < `${year}-${yearly}` ? term.until : `${year}-${yearly}`

/** The days by which proof is asked for: each quarter's end where the demand is quarterly, else the one day of the year. */
export const duesIn = (measure: { readonly yearly: string; readonly indicators: readonly Indicator[] }, year: number): Day[] =>
  measure.indicators.some(({ source, period }) => source === 'none' && period === 'quarter') ? ['03', '06', '09', '12'].map((month) => lastDayOf(`${year}-${month}`)) : [dueIn(measure, year)]

export const quarterOf = (month: string): number => Math.ceil(Number(month.slice(5, 7)) / 3)
export const lastDayOf = (month: string): Day => addDays(addMonths(`${month}-01`, 1), -1)
