import { currentNotice, type PenaltyCase } from './penalty-case.ts'
import { hearingOwed, type NoticedParty } from './penalty-decided.ts'
import type { CaseParty } from './penalty-found.ts'
import { isSettledItem } from './penalty-owed.ts'
import type { Day } from '../time/day.ts'

/** How far each party is, from the notice to the performance (R7): the case itself is only as far as its slowest. */
export interface Standing {
  readonly party: string
  readonly role: CaseParty['role']
  readonly agents: number
  readonly guardian: boolean
  /** The day the notice reached him; absent while it has not, or none is addressed to him. */
  readonly noticed?: Day
  readonly defence: 'none' | 'open' | 'silent' | 'waived' | 'stated' | 'rechecked'
  readonly hearing: 'none' | 'right' | 'asked' | 'heard' | 'given-up'
  readonly outcome: 'none' | 'penalty' | 'spared'
  readonly served?: Day
  /** Fen. */
  readonly owed: number
  readonly paid: number
  readonly settled: boolean
}

export const standingsOf = (state: PenaltyCase): Standing[] => state.parties.map((each) => standingOf(state, each))

function standingOf(state: PenaltyCase, { id, role, agents, guardian }: CaseParty): Standing {
  const { decision, performance, services } = state
  const notice = currentNotice(state)
  const told = notice?.parties.find((each) => each.party === id)
  const served = decision && services.find((each) => each.of === decision.act && each.party === id && each.completed)?.completed
  const items = performance.filter((each) => each.party === id)
  const sum = (amount: (item: (typeof items)[number]) => number) => items.reduce((all, each) => all + amount(each), 0)
  return {
    party: id,
    role,
    agents: agents?.length ?? 0,
    guardian: guardian !== undefined,
    ...(told?.served ? { noticed: told.served } : {}),
    defence: defenceOf(told, decision !== undefined),
    hearing: hearingOf(told, notice?.hearing.includes(id) ?? false),
    outcome: !decision ? 'none' : decision.penalties.some((each) => each.party === id) ? 'penalty' : 'spared',
    ...(served ? { served } : {}),
    owed: sum((each) => each.owed),
    paid: sum((each) => each.paid),
    settled: decision !== undefined && items.every(isSettledItem),
  }
}

function defenceOf(told: NoticedParty | undefined, decided: boolean): Standing['defence'] {
  if (!told?.served) return 'none'
  if (told.rechecked) return 'rechecked'
  return told.defended ? 'stated' : told.waived ? 'waived' : decided ? 'silent' : 'open'
}

function hearingOf(told: NoticedParty | undefined, entitled: boolean): Standing['hearing'] {
  if (told?.heard) return 'heard'
  if (told && hearingOwed(told)) return 'asked'
  if (told?.hearingGivenUp ?? told?.hearingWaived) return 'given-up'
  return entitled ? 'right' : 'none'
}
