import { newMatter } from '../new-matter.ts'
import type { MatterState } from '../procedure.ts'
import type { Day, Instant } from '../time/day.ts'

/** What one body is asked to do for one measure of the plan, and how far it is. The texts stay in the acts. */
export interface MeasureTask extends MatterState {
  /** The measure's number in the county's plan. */
  readonly measure?: number
  /** From when the term counts, and its last day. */
  readonly asked?: Day
  readonly due?: Day
  /** How often the body was asked to do better. */
  readonly returned: number
  readonly submitted?: Instant
  readonly accepted?: Day
  readonly reminded?: Day
  /** The term ran out without proof that was accepted. */
  readonly overdue?: true
  /** The head said why. */
  readonly explained?: true
}

export const newMeasureTask = (place: { readonly body: string; readonly unit: string }): MeasureTask => ({
  ...newMatter('asked', place),
  returned: 0,
})
