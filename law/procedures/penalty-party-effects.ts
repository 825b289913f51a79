import type { Applied } from '../procedure.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { CaseParty, PartyChange, Violation } from './penalty-found.ts'
import { decidedRows } from './penalty-effects.ts'

/** How a change of the parties goes through the whole case (R7). */

/** Before the decision the report has to be made anew: it no longer says who answers for what. */
export function investigatedAnew(state: PenaltyCase): PenaltyCase {
  if (!['report', 'review', 'notice', 'decision'].includes(state.stage)) return state
  const { review: _review, discussion: _discussion, draftDecision: _draft, ...rest } = state
  return { ...rest, stage: 'investigation' }
}

export function withPartyChange({ partyChange, ...state }: PenaltyCase): Applied<PenaltyCase> {
  if (!partyChange) return { state }
  const { change, party, to } = partyChange
  if (change === 'drop' && party !== undefined) return { state: investigatedAnew(withoutParty(state, party)) }
  if (change === 'add' && to !== undefined) return { state: investigatedAnew(withNewParty(state, to, partyChange)) }
  if (party === undefined || to === undefined) return { state }
  const after = withNameOf(state, party, to, ({ id, role }) => ({ id, role: change === 'identify' && role === 'unidentified' ? 'party' : role }))
  return { state: investigatedAnew(after), effects: decidedRows(after) }
}

/** The same party under a corrected entry: whatever was done stays as it is. */
export function withCorrectedParty(state: PenaltyCase, party: string, to: string): Applied<PenaltyCase> {
  const after = withNameOf(state, party, to, (each) => each)
  return { state: after, effects: decidedRows(after) }
}

function withNewParty(state: PenaltyCase, to: string, { role, answersFor = [] }: PartyChange): PenaltyCase {
  if (state.parties.some((each) => each.id === to)) return state
  const answers = (each: Violation) => answersFor.length === 0 || answersFor.includes(each.id)
  return {
    ...state,
    parties: [...state.parties, { id: to, role: role ?? 'party' }],
    violations: state.violations.map((each) => (answers(each) ? { ...each, parties: [...each.parties, to] } : each)),
  }
}

const withoutParty = (state: PenaltyCase, party: string): PenaltyCase => ({
  ...state,
  parties: state.parties.filter((each) => each.id !== party),
  formerParties: [...(state.formerParties ?? []), party],
  violations: state.violations.flatMap((each) => {
    const parties = each.parties.filter((id) => id !== party)
    return parties.length > 0 ? [{ ...each, parties }] : []
  }),
})

/**
 * `to` stands wherever `from` stood: what was served on him, what he owes, which term and which remedy he has. What was found
 * against the case and what other matters were given stay as they were said then.
 */
function withNameOf(state: PenaltyCase, from: string, to: string, standing: (party: CaseParty) => CaseParty): PenaltyCase {
  const { findings, formerParties = [], released, parties, ...rest } = state
  return {
    ...(renamed(rest, from, to) as typeof rest),
    findings,
    formerParties: from === to ? formerParties : [...formerParties, from],
    ...(released ? { released } : {}),
    parties: parties.map((each) => (each.id === from ? { ...standing(each), id: to } : each)),
  }
}

/** Party ids are nobody else's: wherever one stands in the state, the party is meant. */
function renamed(part: unknown, from: string, to: string): unknown {
  if (part === from) return to
  if (Array.isArray(part)) return part.map((each) => renamed(each, from, to))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, renamed(each, from, to)]))
}

/** Violations that a head let into the case later; an id that is taken goes by its act's. */
export function withSupplement({ supplement = [], ...state }: PenaltyCase, act: string): PenaltyCase {
  const taken = new Set(state.violations.map((each) => each.id))
  const added = supplement.map((each, i) => (taken.has(each.id) ? { ...each, id: `${act}.${i + 1}` } : each))
  return investigatedAnew({ ...state, violations: [...state.violations, ...added] })
}
