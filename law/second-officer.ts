import type { Act, MatterState, Unconfirmed } from './procedure.ts'

/**
 * 处罚法 42(1), R4: what two officers did, two officers stand for. One enters the record; until another of those it names has
 * confirmed it, on his own sign-in or by his signature on the paper, nothing may rely on it. What happened stays recorded.
 */

/** A record of two officers as it is entered. One that names fewer is marked instead, and waits for nobody. */
export function withUnconfirmed<S extends MatterState>(state: S, act: Act): S {
  const named = [...new Set((act.payload as { readonly officers?: readonly string[] } | undefined)?.officers ?? [])]
  const officers = named.filter((each) => each !== act.actor)
  const lacking = named.length === officers.length ? 2 : 1
  const gives = state.done[act.kind]?.at(-1)?.gives
  if (named.length < 2) return state
  return { ...state, unconfirmed: { ...state.unconfirmed, [act.id]: { kind: act.kind, officers, lacking, ...(gives === undefined ? {} : { gives }) } } }
}

/** These officers stand for these records from now on. */
export function withConfirmed<S extends MatterState>(state: S, entries: readonly string[], officers: readonly string[]): S {
  const unconfirmed: Record<string, Unconfirmed> = {}
  for (const [id, entry] of Object.entries(state.unconfirmed ?? {})) {
    const left = entries.includes(id) ? entry.officers.filter((each) => !officers.includes(each)) : entry.officers
    const lacking = entry.lacking - (entry.officers.length - left.length)
    if (lacking > 0) unconfirmed[id] = { ...entry, officers: left, lacking }
  }
  return { ...state, unconfirmed }
}

export const isUnconfirmed = (state: MatterState, act: string | undefined): boolean => act !== undefined && state.unconfirmed?.[act] !== undefined

/** The records that wait for this person. */
export const awaitingHim = (state: Pick<MatterState, 'unconfirmed'>, person: string): string[] =>
  Object.entries(state.unconfirmed ?? {}).flatMap(([id, { officers }]) => (officers.includes(person) ? [id] : []))

/** Everybody for whom a record of this matter waits. */
export const secondOfficers = (state: Pick<MatterState, 'unconfirmed'>): string[] => [...new Set(Object.values(state.unconfirmed ?? {}).flatMap(({ officers }) => officers))]
