import { addDays, addMonths, type Day } from '../time/day.ts'
import type { Indicator } from './indicator.ts'

/** The last day of a measure's part of a year. */
export const dueIn = ({ yearly }: { readonly yearly: string }, year: number): Day => `${year}-${yearly}`

/** The days by which proof is asked for: each quarter's end where the demand is quarterly, else the one day of the year. */
export const duesIn = (measure: { readonly yearly: string; readonly indicators: readonly Indicator[] }, year: number): Day[] =>
  measure.indicators.some(({ source, period }) => source === 'none' && period === 'quarter') ? ['03', '06', '09', '12'].map((month) => lastDayOf(`${year}-${month}`)) : [dueIn(measure, year)]

export const quarterOf = (month: string): number => Math.ceil(Number(month.slice(5, 7)) / 3)
export const lastDayOf = (month: string): Day => addDays(addMonths(`${month}-01`, 1), -1)
