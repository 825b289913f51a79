import type { Act, Asks } from '../procedure.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { Violation } from './penalty-found.ts'

/** What the guards' needs are asked about: the people, items and parties of the act at hand, else those of the case. */
export function penaltyAsks(state: PenaltyCase, act: Omit<Act, 'facts' | 'seq' | 'hash'>): Asks {
  const told = (act.payload ?? {}) as { readonly officers?: readonly string[]; readonly team?: readonly string[]; readonly parties?: readonly string[]; readonly violations?: readonly Violation[]; readonly matter?: string; readonly document?: string; readonly reviewer?: string }
  const violations = told.violations ?? [...state.violations, ...(state.supplement ?? [])]
  const lastDay = (party: string) =>
    violations.filter((each) => each.parties.includes(party)).map((each) => each.until).sort().at(-1) ?? state.lead?.received ?? act.occurredAt.slice(0, 10)
  return {
    certificates: told.officers ?? told.team ?? state.team,
    reviewers: [act.actor, ...(typeof told.reviewer === 'string' ? [told.reviewer] : [])],
    items: violations.map(({ item, until, township }) => ({ id: item, conduct: until, ...(township ? { township } : {}) })),
    parties: (told.parties ?? state.parties.map(({ id }) => id)).map((id) => ({ id, on: lastDay(id) })),
    entrusted: [state.body],
    earlier: violations.flatMap(({ parties, from, until, township }) => parties.map((party) => ({ party, from, until, ...(township ? { township } : {}) }))),
    papers: told.document === undefined ? [] : [told.document],
    released: [told.matter ?? state.joinder?.matter ?? []].flat(),
  }
}
