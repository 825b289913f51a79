import type { JudgedAct } from '../procedure.ts'
import { dayOf, type Day } from '../time/day.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { Permit } from './penalty-found.ts'

/** The approval of a head before things are taken (处罚法 56, 强制法 18(一)): each speaks of one taking, not of the case. */

interface Taking {
  readonly party?: string
  readonly measure?: Permit['measure']
  readonly urgent?: boolean
}

/** The approval that a taking rests on: for this party and measure, not used before; what is taken on one day is one taking. */
export const permitFor = (state: PenaltyCase, { party, measure = 'registered' }: Taking, on: Day): Permit | undefined =>
  state.permits?.find((each) => each.approved && each.party === party && each.measure === measure && (each.used === undefined || each.used === on))

export const withPermitProposed = (state: PenaltyCase, act: JudgedAct<{ readonly party: string; readonly measure?: 'sealed' | 'seized' }>): PenaltyCase => {
  const { party, measure = 'registered' } = act.payload
  return { ...state, permits: [...(state.permits ?? []), { proposal: act.id, party, measure }] }
}

interface Approves {
  readonly proposal: { readonly act: string }
}

export const withPermit = (state: PenaltyCase, act: JudgedAct<Approves>): PenaltyCase =>
  changed(state, (each) => each.proposal === act.payload.proposal.act, { approved: true })

/** Whom an approved taking concerns. */
export const permittedParty = (state: PenaltyCase, { proposal }: Approves): string[] => state.permits?.flatMap((each) => (each.proposal === proposal.act ? [each.party] : [])) ?? []

/** What was taken in urgency rests on no approval before it. */
export function withPermitUsed(state: PenaltyCase, act: JudgedAct<Taking>): PenaltyCase {
  const on = dayOf(act.occurredAt)
  const permit = act.payload.urgent ? undefined : permitFor(state, act.payload, on)
  return permit ? changed(state, (each) => each === permit, { used: on }) : state
}

const changed = (state: PenaltyCase, which: (permit: Permit) => boolean, change: Partial<Permit>): PenaltyCase =>
  state.permits ? { ...state, permits: state.permits.map((each) => (which(each) ? { ...each, ...change } : each)) } : state
