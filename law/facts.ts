import type { MeasureChange } from './measures/plan.ts'
import type { PlanRole } from './measures/responsible.ts'
import type { Benchmark } from './discretion/benchmark.ts'
import type { LeniencyRule, PastViolation } from './discretion/conditions.ts'
import type { Release } from './procedures/penalty-found.ts'
import type { Day } from './time/day.ts'
import type { ItemContent } from './items/content.ts'
import type { Branch } from './penalties/branch.ts'
import type { PenaltyRanks } from './penalties/heavier.ts'

/**
 * What guards may ask about the world outside the matter, as it stood on the date the act occurred. Each need is answered by
 * one named function that sees the whole county (D4) and returns only what is listed here: no names, no texts of people.
 * The answers are stored in the act, so that replaying it never asks again.
 */
export interface Facts {
  readonly certificates?: Readonly<Record<string, CertificateFact>>
  /** The certificates each of them holds, suspended ones too. */
  readonly held?: Readonly<Record<string, readonly HeldCertificate[]>>
  /** The bodies in which each officer holds a post. */
  readonly posted?: Readonly<Record<string, readonly string[]>>
  /** The field each item belongs to; empty where the catalogue names none. */
  readonly fields?: Readonly<Record<string, string>>
  readonly reviewers?: Readonly<Record<string, ReviewerFact>>
  /** Of each of them: what he is by the register, was taught and passed (R34). */
  readonly qualification?: Readonly<Record<string, QualificationFact>>
  readonly heads?: readonly HeadFact[]
  readonly items?: Readonly<Record<string, ItemFact>>
  /** By item: the articles it rests on that changed since the conduct, as they read then and on the act's day (处罚法 37). */
  readonly normTexts?: Readonly<Record<string, NormText>>
  readonly parties?: Readonly<Record<string, PartyFact>>
  readonly earlier?: readonly EarlierDecision[]
  /** Of the acts asked about, those whose papers have no file yet (D8). */
  readonly unrendered?: readonly string[]
  readonly released?: readonly ReleaseFact[]
  /** By item: the benchmark of the act's day (R32), and the rules of the three lists that apply then (R33). */
  readonly benchmarks?: Readonly<Record<string, readonly Benchmark[]>>
  readonly leniency?: Readonly<Record<string, readonly LeniencyRule[]>>
  /** What the county decided against these parties before, of these items. */
  readonly record?: readonly PastViolation[]
  readonly settings?: BodySettings
  readonly approval?: ApprovalFact
  readonly bodyReviewers?: readonly BodyReviewer[]
  /** How many open matters each person still handles. */
  readonly handled?: Readonly<Record<string, number>>
  readonly catalogue?: Readonly<Record<string, CatalogueFact>>
  readonly statutes?: Readonly<Record<string, StatuteFact>>
  readonly townships?: Readonly<Record<string, TownshipFact>>
  /** Open cases of a body, of items whose power moved to another. */
  /** Of the bodies asked about, those that act in another's name. */
  readonly entrusted?: Readonly<Record<string, EntrustedFact>>
  readonly openCases?: readonly { readonly matter: string; readonly item: string }[]
  readonly plan?: PlanFact
}

export type Need = keyof Facts

/** One officer's standing at the instant: 处罚法 42, 55. */
export interface CertificateFact {
  readonly valid: boolean
  /** Why not, for the sentence of the refusal. */
  readonly lack?: 'none' | 'expired' | 'not-yet' | 'suspended' | 'other-region' | 'ended'
  readonly fields: readonly string[]
  /** 借调人员: he enforces only beside one who is not (R34). */
  readonly joint?: true
}

export interface HeldCertificate {
  readonly issuer: string
  readonly number: string
}

/** What the registers prove of an applicant on the day: nobody types again what he sat through here (R34). */
export interface QualificationFact {
  /** 编制类别 of his profile; absent, none is registered. */
  readonly category?: string
  /** 学时 of business and law credited in the two years before, and how many a first certificate takes [U]. */
  readonly hours: number
  readonly hoursNeeded: number
  /** The newest 资格考试 of those two years that he passed; else the newest he did not pass. */
  readonly exam?: { readonly id: string; readonly on: Day; readonly passed: boolean }
  /** By calendar year, this one and the one before: hours of business and law, and how many the year takes of him (measure 7). */
  readonly years: Readonly<Record<string, { readonly hours: number; readonly needed: number }>>
}

/** 处罚法 58(2): a first-time reviewer has passed the national legal qualification. */
export interface ReviewerFact {
  readonly qualified: boolean
}

/** A person who holds a head's post in the body that day. */
export interface HeadFact {
  readonly person: string
  readonly rank: Rank
}

/** Of heads: the chief, who acts in his place by document, a deputy. */
export type Rank = 'chief' | 'acting' | 'deputy'

/** Which heads approve an act, and whether a deputy only in the fields he is in charge of (R5). */
export interface ApprovalRule {
  readonly ranks: readonly Rank[]
  readonly inField: boolean
}

/** What the body set for its acts as of that day, and the fields of the items the case is about. */
export interface ApprovalFact {
  readonly rules: Readonly<Record<string, ApprovalRule>>
  readonly fields: readonly string[]
}

/** Who reviews in the body that day. */
export interface BodyReviewer extends ReviewerFact {
  readonly person: string
}

/** An item as the register had it: competence on the act's date and the norm on the conduct's date are two questions (R14). */
export interface ItemFact {
  readonly version: string
  readonly competent: boolean
  /** The power ended on that day, and the document lets the body finish what it had filed before (R30). */
  readonly finishing?: Day
  readonly normInForce: boolean
  /** None of the statutes it rests on is in the register, so that `normInForce` is taken on trust. */
  readonly unregistered?: true
  readonly published: boolean
  /** Years of 处罚法 36: 2, 5 where life, health or financial safety is at stake, or what a law says otherwise. */
  readonly limitationYears: number
  readonly harmYears: number
  readonly kinds: readonly string[]
  readonly branches: readonly Branch[]
  /** The norm is no longer what it was when the conduct happened: replaced, amended or repealed since (处罚法 37, R14). */
  readonly changed?: true
  /** What the register holds on the act's day, if that is another version. */
  readonly later?: { readonly version: string; readonly kinds: readonly string[]; readonly branches: readonly Branch[] }
}

/** Empty where the article is gone. */
export interface NormText {
  readonly before: string
  readonly after: string
}

export interface PartyFact {
  readonly kind: 'person' | 'individual-business' | 'legal-person' | 'organisation'
  /** Age in full years on the conduct's end, for natural persons whose birth date is known (处罚法 30). */
  readonly age?: number
  /** Under eighteen on the day of the act, for those whose birth date is known: a guardian stands beside him (民法典 23). */
  readonly minor?: boolean
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
  /** Fines of one case that together reach it are discussed, in fen; null: no such amount is set. */
  readonly discussionFrom: number | null
  /** How many heads a discussion needs: at least so many, and more than this share of those who may vote. */
  readonly discussionQuorum: { readonly least: number; readonly share: number }
  readonly remedy: { readonly reviewOrgan: string; readonly court: string; readonly online?: string } | null
  readonly lateEntryWorkdays: number
  /** The body's own order of severity, kind by kind (R11); what it leaves out keeps the order of the law's table. */
  readonly penaltyRanks?: PenaltyRanks
  /** 编制类别 that may hold no enforcement certificate; absent, the default of the law's guard (R34). */
  readonly ineligibleCategories?: readonly string[]
  /** How the issuer numbers certificates: `#` a digit, `@` a letter, the rest as it stands (R34). */
  readonly certificateNumber?: string
}

/** What another matter released to this one, or accepted from it (R7), with the files of its evidence. */
export interface ReleaseFact {
  readonly matter: string
  readonly release: Release
  readonly files: Readonly<Record<string, readonly string[]>>
}

/** The newest version the catalogue holds of an item, begun or to come; `standing`: the item is or will be in it. */
export interface CatalogueFact {
  readonly version: number
  readonly body: string
  readonly standing: boolean
  readonly from: Day
  readonly content: ItemContent
}

/** A statute as the register has it: its rank, and from when to when its versions are in force. */
export interface StatuteFact {
  readonly rank: string
  readonly inForce: readonly { readonly from: Day; readonly until?: Day }[]
}

/** What a county changed of one measure, oldest first, and what the matter's body is to its plan. */
export interface PlanFact {
  readonly changes: readonly MeasureChange[]
  readonly roles: readonly PlanRole[]
}

/** An entrusted organisation (处罚法 20, 21): whose, how many may enforce in it, and what it is entrusted with from that day on. */
export interface EntrustedFact {
  readonly principal: string
  readonly name: string
  readonly certified: number
  /** `until` is the first day without it. */
  readonly items: readonly { readonly item: string; readonly until: Day }[]
}

/** A township that powers are given to: its body, how many may enforce there, what it holds that day, and the open cases in it. */
export interface TownshipFact {
  readonly body: string
  readonly certified: number
  readonly granted: readonly string[]
  readonly open: readonly { readonly matter: string; readonly body: string; readonly item: string }[]
}
