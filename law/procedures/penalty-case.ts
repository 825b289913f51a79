import type { Discretion } from '../discretion/weigh.ts'
import { newMatter } from '../new-matter.ts'
import type { MatterState } from '../procedure.ts'
import type { Day } from '../time/day.ts'
import type { SuspectedCrime } from './penalty-crime.ts'
import type { Answer, ConfirmedAddress, Decision, Hearing, NormComparison, Notice, Penalty, Rectification, Report, Service } from './penalty-decided.ts'
import type { CaseParty, Correction, Evidence, HeldThing, JointAction, PartyChange, Permit, Release, Test, Violation } from './penalty-found.ts'
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

/** 310号 6: what goes to the police with the letter, as far as this case has it. */
export const papersOwed = (state: PenaltyCase): ('letter' | 'report' | 'inventory' | 'appraisal')[] => [
  'letter',
  'report',
  ...(state.held.some((each) => !each.carriedOut || each.disposal === 'hand-over') ? (['inventory'] as const) : []),
  ...(state.tests?.some((each) => each.result) ? (['appraisal'] as const) : []),
]

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
