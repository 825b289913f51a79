import { overlayNamed } from '../overlays/index.ts'
import { currentNotice, type PenaltyCase } from './penalty-case.ts'
import { hearingOwed } from './penalty-decided.ts'

/** What holds the term to decide, and whether anything still does: it counts on only when nothing is left (R26). */

export const deciding = ['decision', 're-decision'] as const

/** A test or appraisal without its result. */
export const outstanding = (state: PenaltyCase): boolean => (state.tests ?? []).some((each) => !each.result)

/** Stands still for a test only where the sector's rules say so. */
const testStops = (state: PenaltyCase): boolean => outstanding(state) && overlayNamed(state.overlay).pauses.testing !== undefined

/** From the arrangement of a hearing to its report, or until nobody waits for it any more. */
function hearingStops(state: PenaltyCase): boolean {
  const { hearing, overlay } = state
  if (!hearing || hearing.reported || overlayNamed(overlay).pauses.hearing === undefined) return false
  return (currentNotice(state)?.parties ?? []).some((each) => hearing.parties.includes(each.party) && hearingOwed(each))
}

const standsStill = (state: PenaltyCase): boolean => state.stage === 'suspended' || state.stage === 'with-police' || testStops(state) || hearingStops(state)

/** Lets the term count on once nothing holds it. */
export const countsOn = deciding.map((clock) => ({ clock, when: (state: PenaltyCase) => !standsStill(state) }))
