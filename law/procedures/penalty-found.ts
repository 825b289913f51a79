import type { Day, Instant } from '../time/day.ts'

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
