import type { Departure, Tick } from '../discretion/weigh.ts'
import type { Amounts } from '../penalties/branch.ts'
import type { PenaltyCode } from '../penalties/kinds.ts'
import type { Day, Instant } from '../time/day.ts'

/** One cell of the matrix party × violation × kind. `amount` in fen for fines and confiscated gains. */
export interface Penalty {
  readonly party: string
  readonly violation: string
  readonly kind: PenaltyCode
  readonly amount?: number
  /** Which branch of the item's norm the fine rests on (R17), with the amounts its base needs. */
  readonly branch?: number
  readonly bases?: Amounts
  /** Limits the officer read from the statute where the register could not; the reviewer confirms them. Fen. */
  readonly stated?: { readonly floor: number; readonly ceiling: number }
}

export interface NormComparison {
  readonly result: 'same' | 'old' | 'new' | 'not-unlawful'
  /** The later version compared with; absent where none replaced the old one. */
  readonly later?: string
}

/** A circumstance that bends the range: 从轻, 减轻, 从重, 免予, with its ground and evidence (R32). */
export interface Circumstance {
  readonly effect: 'lighter' | 'mitigated' | 'heavier' | 'exempt'
  readonly ground: string
  readonly evidence: readonly string[]
  /** The article of another law, regulation or rule it rests on (处罚法 32(5)). */
  readonly norm?: string
  /** The entry of a list of leniency it rests on; absent: the statute alone (R33). */
  readonly rule?: string
}

export interface Report {
  readonly act: string
  readonly hash: string
  readonly at: Instant
  readonly by: string
  readonly outcome: 'penalty' | 'no-penalty'
  readonly ground?: string
  readonly penalties: readonly Penalty[]
  /** Parties not punished beside others who are, each with his own ground (R7, R12). */
  readonly spared?: readonly { readonly party: string; readonly ground: string }[]
  readonly circumstances: readonly Circumstance[]
  /** What was ticked in the benchmark, and where it is departed from (R32). */
  readonly ticks?: readonly Tick[]
  readonly departures?: readonly Departure[]
  readonly relied: readonly string[]
  readonly sameAct: readonly { readonly decision: string; readonly same: boolean }[]
  /** Violations that are one act, breaking several norms (处罚法 29). */
  readonly oneAct?: readonly (readonly string[])[]
  /** Major public interest, or complex with several legal relations (处罚法 58(1)). */
  readonly major: boolean
}

export interface Answer {
  readonly act: string
  /** Hash of the proposal it speaks of (R10). */
  readonly of: string
  readonly at: Instant
}

export interface Notice {
  readonly act: string
  readonly of: string
  readonly penalties: readonly Penalty[]
  readonly hearing: readonly string[]
  readonly parties: readonly NoticedParty[]
}

/** From notice to performance each party stands for himself (R7). */
export interface NoticedParty {
  readonly party: string
  readonly served?: Day
  /** He waived the right to state and defend. */
  readonly waived?: Day
  /** He waived the hearing, or withdrew his request for it. */
  readonly hearingWaived?: Day
  readonly defended?: Day
  readonly rechecked?: Day
  readonly hearingRequested?: Day
  /** He asked too late or without the right to it: nothing is owed, but he gets an answer. */
  readonly hearingAskedInVain?: Day
  readonly hearingDeclined?: Day
  /** Lawfully heard, and reported. */
  readonly heard?: Day
  /** Stayed away or left without good reason (处罚法 64(六)). */
  readonly hearingGivenUp?: Day
}

/** The hearing last arranged (处罚法 64): for whom, when, and what became of it. */
export interface Hearing {
  readonly act: string
  readonly chair: string
  readonly arranged: Day
  readonly on: Day
  readonly parties: readonly string[]
  readonly shorterNotice: boolean
  /** `unlawful`: the guard it failed; such a hearing counts for nothing. */
  readonly held?: { readonly act: string; readonly on: Day; readonly unlawful?: string }
  readonly reported?: { readonly act: string; readonly at: Instant }
}

export interface Decision {
  readonly act: string
  readonly outcome: 'penalty' | 'no-penalty'
  readonly on: Day
  readonly penalties: readonly Penalty[]
  /** The tier of the benchmark each fine was weighed in. */
  readonly tiers?: readonly { readonly party: string; readonly violation: string; readonly tier: string }[]
}

export interface Rectification {
  readonly act: string
  readonly of: string
  /** Who got the paper that is mended. */
  readonly parties: readonly string[]
  /** The slip concerned the remedies: their terms begin anew when it is served. */
  readonly remedyTerm: boolean
}

/** Service is per document × party (R24). `completed` when the law takes it as done. */
export interface Service {
  /** The record of it. */
  readonly act?: string
  readonly of: string
  readonly party: string
  readonly method: string
  readonly attempted: Day
  readonly completed?: Day
  /** Tried in vain: nobody there, or refused and not left. Announcement needs such an attempt before it. */
  readonly failed?: true
  /** Not done as the law wants it: it counts neither as service nor as an attempt. */
  readonly marked?: true
}

/** 送达地址确认书: where and how a party is to be reached, as he signed it. */
export interface ConfirmedAddress {
  readonly act: string
  readonly party: string
  readonly electronic: boolean
}

/** Whether this party asked for a hearing, stands by it, and has not had it (处罚法 63). */
export const hearingOwed = ({ hearingRequested, hearingWaived, hearingGivenUp, heard }: NoticedParty): boolean =>
  hearingRequested !== undefined && hearingWaived === undefined && hearingGivenUp === undefined && heard === undefined

/** Who asked in vain and has no answer yet: the body declines, or hears him all the same. */
export const hearingUnanswered = ({ hearingAskedInVain, hearingDeclined, ...party }: NoticedParty): boolean =>
  hearingAskedInVain !== undefined && hearingDeclined === undefined && !hearingOwed(party) && party.heard === undefined

/** The fines of a matrix per party, in fen: hearing thresholds are summed per party (R7). */
export function finesOf(penalties: readonly Penalty[], party: string): number {
  return penalties.filter((each) => each.party === party && each.kind === 'fine').reduce((sum, each) => sum + (each.amount ?? 0), 0)
}

/** Confiscated money per party, in fen. */
export function confiscatedFrom(penalties: readonly Penalty[], party: string): number {
  return penalties.filter((each) => each.party === party && each.kind.startsWith('confiscate')).reduce((sum, each) => sum + (each.amount ?? 0), 0)
}

/** Kinds that give a hearing right whatever the amount (处罚法 63(1)(三)–(五)). */
const graveKinds: readonly PenaltyCode[] = ['lower-grade', 'revoke-licence', 'stop-business', 'close-down', 'restrict-practice']

/** 处罚法 63: whose hearing threshold this matrix meets. `thresholds` in fen, by kind of party. */
export function hearingParties(
  penalties: readonly Penalty[],
  parties: readonly string[],
  thresholdOf: (party: string) => number,
): string[] {
  return parties.filter(
    (party) =>
      finesOf(penalties, party) >= thresholdOf(party) ||
      confiscatedFrom(penalties, party) >= thresholdOf(party) ||
      penalties.some((each) => each.party === party && graveKinds.includes(each.kind)),
  )
}
