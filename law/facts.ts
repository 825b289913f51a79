import type { Day } from './time/day.ts'
import type { Branch } from './penalties/branch.ts'

/**
 * What guards may ask about the world outside the matter, as it stood on the date the act occurred. Each need is answered by
 * one named function that sees the whole county (D4) and returns only what is listed here: no names, no texts of people.
 * The answers are stored in the act, so that replaying it never asks again.
 */
export interface Facts {
  readonly certificates?: Readonly<Record<string, CertificateFact>>
  readonly reviewers?: Readonly<Record<string, ReviewerFact>>
  readonly heads?: readonly HeadFact[]
  readonly items?: Readonly<Record<string, ItemFact>>
  readonly parties?: Readonly<Record<string, PartyFact>>
  readonly earlier?: readonly EarlierDecision[]
  readonly settings?: BodySettings
}

export type Need = keyof Facts

/** One officer's standing at the instant: 处罚法 42, 55. */
export interface CertificateFact {
  readonly valid: boolean
  /** Why not, for the sentence of the refusal. */
  readonly lack?: 'none' | 'expired' | 'not-yet' | 'suspended' | 'other-region'
  readonly fields: readonly string[]
}

/** 处罚法 58(2): a first-time reviewer has passed the national legal qualification. */
export interface ReviewerFact {
  readonly qualified: boolean
}

/** A person who holds a head's post in the body that day. */
export interface HeadFact {
  readonly person: string
  readonly rank: 'chief' | 'acting' | 'deputy'
}

/** An item as the register had it: competence on the act's date and the norm on the conduct's date are two questions (R14). */
export interface ItemFact {
  readonly version: string
  readonly competent: boolean
  readonly normInForce: boolean
  readonly published: boolean
  /** Years of 处罚法 36: 2, 5 where life, health or financial safety is at stake, or what a law says otherwise. */
  readonly limitationYears: number
  readonly harmYears: number
  readonly kinds: readonly string[]
  readonly branches: readonly Branch[]
}

export interface PartyFact {
  readonly kind: 'person' | 'individual-business' | 'legal-person' | 'organisation'
  /** Age in full years on the conduct's end, for natural persons whose birth date is known (处罚法 30). */
  readonly age?: number
  readonly region?: string
}

/** A decision of any body of the county against the same party whose conduct overlaps in time (处罚法 29). */
export interface EarlierDecision {
  readonly matter: string
  readonly party: string
  readonly item: string
  readonly from: Day
  readonly until: Day
  readonly fined: boolean
}

/** Dated configuration of a body: thresholds and terms are local, never constants. Money in fen. */
export interface BodySettings {
  readonly overlay: string
  readonly hearingThreshold: { readonly person: number; readonly organisation: number }
  readonly discussionAlways: boolean
  readonly remedy: { readonly reviewOrgan: string; readonly court: string; readonly online?: string } | null
  readonly lateEntryWorkdays: number
  /** 编制类别 that may hold no enforcement certificate; absent, the default of the law's guard (R34). */
  readonly ineligibleCategories?: readonly string[]
}
