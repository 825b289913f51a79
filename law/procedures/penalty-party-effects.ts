import type { Applied } from '../procedure.ts'
import type { CaseParty, Notice, PartyChange, PenaltyCase, Violation } from './penalty-case.ts'
import type { Discretion } from '../discretion/weigh.ts'
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

/** `to` stands wherever `from` stood: what was served on him, what he owes, what term he has. */
function withNameOf(state: PenaltyCase, from: string, to: string, standing: (party: CaseParty) => CaseParty): PenaltyCase {
  const named = (id: string) => (id === from ? to : id)
  const of = <T extends { readonly party?: string }>(rows: readonly T[]): T[] => rows.map((each) => (each.party === from ? { ...each, party: to } : each))
  const weighed = (each: Partial<Discretion>): Partial<Discretion> => ({ ...(each.ticks ? { ticks: of(each.ticks) } : {}), ...(each.departures ? { departures: of(each.departures) } : {}) })
  const notice = (each: Notice): Notice => ({ ...each, penalties: of(each.penalties), parties: of(each.parties), hearing: each.hearing.map(named) })
  const { report, draftDecision, decision, hearing, demands } = state
  return {
    ...state,
    ...(from === to ? {} : { formerParties: [...(state.formerParties ?? []), from] }),
    parties: state.parties.map((each) => (each.id === from ? { ...standing(each), id: to } : each)),
    violations: state.violations.map((each) => ({ ...each, parties: each.parties.map(named) })),
    clocks: state.clocks.map((each) => (each.subject === from ? { ...each, subject: to } : each)),
    notices: state.notices.map(notice),
    services: of(state.services),
    performance: of(state.performance),
    ...(demands ? { demands: of(demands) } : {}),
    ...(hearing ? { hearing: { ...hearing, parties: hearing.parties.map(named) } } : {}),
    ...(report ? { report: { ...report, ...weighed(report), penalties: of(report.penalties), ...(report.spared ? { spared: of(report.spared) } : {}) } } : {}),
    ...(draftDecision ? { draftDecision: { ...draftDecision, ...weighed(draftDecision), penalties: of(draftDecision.penalties) } } : {}),
    ...(decision ? { decision: { ...decision, penalties: of(decision.penalties), ...(decision.tiers ? { tiers: of(decision.tiers) } : {}) } } : {}),
  }
}

/** Violations that a head let into the case later; an id that is taken goes by its act's. */
export function withSupplement({ supplement = [], ...state }: PenaltyCase, act: string): PenaltyCase {
  const taken = new Set(state.violations.map((each) => each.id))
  const added = supplement.map((each, i) => (taken.has(each.id) ? { ...each, id: `${act}.${i + 1}` } : each))
  return investigatedAnew({ ...state, violations: [...state.violations, ...added] })
}
