import type { Departure, Discretion, Tick } from '../discretion/weigh.ts'
import { newMatter } from '../new-matter.ts'
import type { MatterState } from '../procedure.ts'
import type { PenaltyCode } from '../penalties/kinds.ts'
import type { Amounts } from '../penalties/branch.ts'
import type { Day, Instant } from '../time/day.ts'
import type { Demand, Halt, PerformanceItem, Remedy, SetAside, Stay } from './penalty-owed.ts'

/**
 * The state of a penalty case (R7): 1..n parties, 1..n violations, and from the report on a matrix party × violation × kind.
 * It holds no personal data: parties and people are ids, texts stay in the acts.
 */
export interface PenaltyCase extends MatterState {
  readonly parties: readonly CaseParty[]
  /** A change of the parties, or violations found later, that wait for a head's approval (R7). */
  readonly partyChange?: PartyChange
  readonly supplement?: readonly Violation[]
  /** 并案、分案: what waits for approval, what went to (or is accepted from) other matters, and which releases were taken in. */
  readonly joinder?: { readonly kind: 'merge' | 'split'; readonly matter: string; readonly parties: readonly string[]; readonly violations: readonly string[]; readonly held: readonly string[] }
  readonly released?: readonly Release[]
  readonly takenIn?: readonly string[]
  readonly overlay: string
  readonly lead?: { readonly source: string; readonly received: Day; readonly discoveredOn: Day; readonly realName: boolean }
  /** The hand-over by which it last went to another body with the power (R30). */
  readonly movedBy?: string
  /** It came in while it was running: what was done before stands on paper (R29). */
  readonly takenOver?: true
  readonly violations: readonly Violation[]
  readonly evidence: readonly Evidence[]
  readonly held: readonly HeldThing[]
  /** Takings that were proposed to a head, approved or not (处罚法 56, 强制法 18). */
  readonly permits?: readonly Permit[]
  readonly corrected: boolean
  /** 责令改正, one for each order (处罚法 28(1)). */
  readonly corrections?: readonly Correction[]
  /** Findings a supervisor looked into, by the act that caused them (R19). */
  readonly acknowledged?: readonly { readonly of: string; readonly by: string; readonly on: Day; readonly result: 'justified' | 'pursued' }[]
  /** The texts a head proposed to erase, and the papers that repeat them. */
  readonly toRedact?: { readonly texts: readonly { readonly entry: string; readonly field: string }[]; readonly documents: readonly string[] }
  readonly tests?: readonly Test[]
  /** Terms that were lengthened (R26): the days added to the term to decide, in order. */
  readonly terms?: { readonly verification?: true; readonly decision?: readonly number[] }
  /** 处罚法 37: violation → old and new norm compared, and with which later version. */
  readonly norms?: Readonly<Record<string, NormComparison>>
  /** Officers of other bodies who take part under a recorded joint action or assistance (处罚法 26, R4). */
  readonly joint?: readonly JointAction[]
  /** Whose recusal was asked for and is not yet decided (处罚法 43). */
  readonly recusalAsked?: readonly string[]
  /** The proposal of record: the last report, until a new one replaces it. */
  readonly report?: Report
  /** The county pool was asked for a reviewer (R10). */
  readonly poolAsked?: true
  readonly review?: Answer & { readonly passed: boolean }
  readonly notices: readonly Notice[]
  readonly hearing?: Hearing
  readonly discussion?: Answer
  readonly draftDecision?: { readonly act: string; readonly penalties: readonly Penalty[]; readonly education: boolean; readonly discuss?: true } & Partial<Discretion>
  readonly decision?: Decision
  /** A rectification proposed, and those approved, by the act that issued the paper (R3). */
  readonly rectifying?: Omit<Rectification, 'act'>
  readonly rectifications?: readonly Rectification[]
  readonly services: readonly Service[]
  readonly addresses?: readonly ConfirmedAddress[]
  readonly performance: readonly PerformanceItem[]
  readonly demands?: readonly Demand[]
  /** Decisions made before the current one, oldest first; annulled or revoked, at least for a party (R22). */
  readonly earlier?: readonly Decision[]
  readonly remedies?: readonly Remedy[]
  readonly stays?: readonly Stay[]
  /** 中止执行 by the body itself (强制法 39). */
  readonly halts?: readonly Halt[]
  readonly setAside?: readonly SetAside[]
  /** Since a decision was set aside and the case taken up again: for whom, and within how many days where the order says so. */
  readonly reopened?: { readonly act: string; readonly on: Day; readonly decision: string; readonly parties: readonly string[]; readonly days?: number }
  /** The stage a suspended case goes back to, why and since when it is suspended (R20). */
  readonly suspended?: { readonly from: string; readonly ground: string; readonly since: Day }
  /** A transfer to another organ that waits for its receipt (处罚法 25). */
  readonly transfer?: { readonly from: string; readonly on: Day }
  /** A case another organ sent here (处罚法 25). */
  readonly received?: { readonly on: Day; readonly answer?: 'accepted' | 'sent-back' }
  /** 指定管辖 (处罚法 25(2)). */
  readonly designation?: 'asked' | 'here' | 'elsewhere'
  /** Parties who had heard of a filing that was cancelled, and are still to be told (R19). */
  readonly cancellationOwed?: readonly string[]
  /** Suspected crime (处罚法 27): the stage the case left, and how far the police are. */
  readonly crime?: SuspectedCrime
}

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

/** 310号 6: what goes to the police with the letter, as far as this case has it. */
export const papersOwed = (state: PenaltyCase): ('letter' | 'report' | 'inventory' | 'appraisal')[] => [
  'letter',
  'report',
  ...(state.held.some((each) => !each.carriedOut || each.disposal === 'hand-over') ? (['inventory'] as const) : []),
  ...(state.tests?.some((each) => each.result) ? (['appraisal'] as const) : []),
]

/** A party, and who stands beside him (R7); names and papers are in the acts. */
export interface CaseParty {
  readonly id: string
  /** 'responsible': 直接负责的主管人员 and other directly responsible persons beside the unit; 'unidentified': not known yet. */
  readonly role: 'suspect' | 'party' | 'responsible' | 'unidentified'
  /** The acts that named his agents by a power of attorney. */
  readonly agents?: readonly string[]
  readonly guardian?: Day
  /** 处罚法 30, 31: the guardian was ordered to discipline, or to guard and have treated. */
  readonly guardianOrdered?: Day
}

/** What one matter gives to another, or accepts from it (R7); the other reads it as a fact. */
export interface Release {
  readonly act: string
  readonly kind: 'merge' | 'split' | 'accept'
  /** Of an acceptance: what is accepted. */
  readonly of?: string
  readonly to: string
  readonly body: string
  readonly parties: readonly CaseParty[]
  readonly violations: readonly Violation[]
  readonly evidence: readonly Evidence[]
  readonly held: readonly HeldThing[]
}

export interface PartyChange {
  readonly change: 'add' | 'drop' | 'identify' | 'succeed'
  /** Whom it concerns; absent where a party is added. */
  readonly party?: string
  /** Who comes in, or turns out to be the party. */
  readonly to?: string
  readonly role?: 'party' | 'responsible'
  /** The violations a new party answers for; none named, all. */
  readonly answersFor?: readonly string[]
}

/** One violation (违法行为): conduct, period, place, item. Its text stands in the act that stated it. */
export interface Violation {
  readonly id: string
  readonly item: string
  readonly from: Day
  readonly until: Day
  readonly parties: readonly string[]
  /** Life, health or financial safety was at stake and harm was done: five years instead of two (处罚法 36). */
  readonly harm: boolean
  /** The township it happened in, by division code, where powers were given to townships (处罚法 24). */
  readonly township?: string
}

/** What a piece of evidence proves; a decision needs all four (处罚法 40). */
export type Element = 'identity' | 'conduct' | 'circumstance' | 'amount'

export interface Evidence {
  readonly id: string
  readonly kind: string
  readonly proves: readonly Element[]
  readonly on: Day
  /** Unusable: a guard it failed when it was made, 处罚法 42, 46. */
  readonly unusable?: string
  /** Recorded by a device by itself: no evidence before its content was reviewed (处罚法 41(2)). */
  readonly monitoring?: 'unreviewed' | 'met' | 'failed'
  /** Its truth is in doubt, or was refuted: no basis (处罚法 46(2)). */
  readonly doubt?: 'open' | 'untrue'
}

/** Whether a finding of fact may rest on it. */
export const isReliable = ({ unusable, monitoring = 'met', doubt }: Evidence): boolean => unusable === undefined && monitoring === 'met' && doubt === undefined

/** 联合执法、执法协助: who takes part, and on which days; without `until`, to the end of the case. */
export interface JointAction {
  readonly act: string
  readonly body: string
  readonly officers: readonly string[]
  readonly from: Day
  readonly until?: Day
}

/** What a party was ordered to correct, by when, and what the re-inspection found (R23). */
export interface Correction {
  readonly act: string
  readonly party: string
  readonly by?: Day
  readonly checked?: { readonly act: string; readonly on: Day; readonly result: 'corrected' | 'partly' | 'not-corrected' }
}

/** A thing registered, sealed, seized or sampled (R9): a decision names its disposal, closing wants it carried out. */
export interface HeldThing {
  readonly id: string
  readonly quantity: number
  readonly since: Instant
  /** Whom it was taken from: papers about it go to him. */
  readonly party?: string
  /** Absent: registered in advance. */
  readonly measure?: 'sealed' | 'seized' | 'sampled'
  /** What was taken together runs under one term, named by its first thing. */
  readonly lot?: string
  /** Taken on the spot in urgency: a head approves it afterwards, or it goes back (强制法 19). */
  readonly urgent?: 'pending' | 'approved'
  /** The act that approved it afterwards. */
  readonly approval?: string
  /** 强制法 25(1): sealing or seizure is extended once. */
  readonly extended?: true
  readonly disposal?: string
  readonly carriedOut?: Day
}

/** One approval covers one taking: of this party, by this measure, on one day. */
export interface Permit {
  readonly proposal: string
  readonly party: string
  readonly measure: 'registered' | 'sealed' | 'seized'
  readonly approved?: true
  readonly used?: Day
}

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

/** A test, inspection, quarantine or appraisal commissioned (R9). */
export interface Test {
  readonly id: string
  readonly act: string
  readonly on: Day
  readonly retestOf?: string
  readonly result?: { readonly act: string; readonly evidence: string; readonly on: Day }
  /** The parties who were told the result. */
  readonly told: readonly string[]
  readonly objected?: Day
  readonly answered?: 'retest' | 'kept'
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

interface Answer {
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

export const newCase = (place: { readonly body: string; readonly unit: string }): PenaltyCase => ({
  ...newMatter('lead', place),
  overlay: 'general',
  violations: [],
  evidence: [],
  held: [],
  corrected: false,
  notices: [],
  services: [],
  performance: [],
})

/** Why this party is not punished (30, 31, 33 …); undefined where he is. */
export const groundOfSparing = ({ report }: PenaltyCase, party: string): string | undefined =>
  report?.outcome === 'no-penalty' ? report.ground : report?.spared?.find((each) => each.party === party)?.ground

/** 处罚法 30, 31: whose guardian is to be ordered and has not been. */
export const guardianOrdersOwed = (state: PenaltyCase): string[] =>
  state.parties.filter((each) => !each.guardianOrdered && ['under-14', 'no-capacity'].includes(groundOfSparing(state, each.id) ?? '')).map((each) => each.id)

/** The last notice that was issued; earlier ones are history. */
export const currentNotice = (state: PenaltyCase): Notice | undefined => state.notices.at(-1)

/** A rectification that has not reached every party. */
export function rectificationToServe(state: PenaltyCase): { act: string; party: string } | undefined {
  for (const { act, parties } of state.rectifications ?? []) {
    const party = parties.find((id) => !state.services.some((each) => each.of === act && each.party === id && each.completed))
    if (party) return { act, party }
  }
  return undefined
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
