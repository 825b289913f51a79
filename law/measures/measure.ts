import type { Words } from '../words.ts'
import type { Indicator } from './indicator.ts'

/** Who answers for a measure, as the plan divides it. */
export type Responsible = 'A' | 'B' | 'C' | 'A+finance' | 'A+establishment' | 'A+personnel' | 'A+data' | 'bureau' | 'bureau+A'

/** One of the fifty measures (举措) of the county plan. */
export interface Measure {
  readonly number: number
  readonly part: 1 | 2 | 3 | 4 | 5 | 6
  /** 工作任务, 1 to 21. */
  readonly group: number
  readonly title: Words
  readonly demand: Words
  readonly responsible: Responsible
  /** The date the plan's first term set, where it set one; the work goes on by the year. */
  readonly historic?: string
  /** The day of each year by which the year's part is to be done: MM-DD. */
  readonly yearly: string
  /** 41 to 50: the text is to be confirmed and left out of the public summary until it is (R36). */
  readonly unconfirmed?: true
  readonly indicators: readonly [Indicator, ...Indicator[]]
}
