import type { Day } from '../time/day.ts'

export interface SuspectedCrime {
  readonly from: string
  readonly decided: Day
  readonly handedOver?: Day
  readonly answer?: 'filed' | 'not-filed' | 'returned' | 'judged'
  /** A court imposed a fine: no administrative fine beside it (处罚法 35(2)). */
  readonly courtFine?: true
  /** What was done against their not filing, oldest first (310号 9). */
  readonly contests?: readonly Contest[]
  /** Things and papers went to the police after they filed (310号 12). */
  readonly thingsGiven?: true
}

export interface Contest {
  readonly way: 'reconsideration' | 'procuratorate'
  readonly on: Day
  readonly result?: 'filed' | 'kept' | 'none'
}

/** What was done against the police's not filing and is not answered yet. */
export const contestPending = (crime: SuspectedCrime | undefined): Contest | undefined => crime?.contests?.find((each) => !each.result)
