import type { PenaltyCode } from '../penalties/kinds.ts'
import type { Instalment } from '../penalties/surcharge.ts'
import type { Day } from '../time/day.ts'

/** What a decision left to be done by each party, and what stands in its way: part of the state of a penalty case (R23, R22). */

/** Each item of a decision has its own record (R23). Amounts in fen. */
export interface PerformanceItem {
  readonly id: string
  /** The act that decided it; a case whose decision was made again has items of both. */
  readonly decision: string
  readonly violation: string
  readonly party: string
  readonly kind: PenaltyCode
  readonly owed: number
  readonly paid: number
  readonly done?: Day
  readonly payments?: readonly Payment[]
  /** A fine postponed or divided (处罚法 66(2)), or the steps of an execution agreement (强制法 42); replaces the 15 days. */
  readonly instalments?: readonly Instalment[]
  /** The surcharge is given up by an execution agreement (强制法 42(1)). */
  readonly surchargeWaived?: true
  readonly court?: { readonly applied: Day; readonly outcome?: CourtOutcome }
  /** 终结执行 by the body itself (强制法 40, 39(2)). */
  readonly ended?: { readonly act: string; readonly on: Day; readonly ground: string }
  /** The surcharge as decided (处罚法 72(1)(一)); before, it is only counted. */
  readonly surcharge?: { readonly act: string; readonly amount: number }
  readonly surchargePaid?: number
  /** Annulled or revoked: nothing is owed any more, and what was paid goes back. */
  readonly released?: Day
  readonly refunded?: number
}

export interface Payment {
  readonly on: Day
  readonly amount: number
  /** An officer took it on the spot (处罚法 68, 69); it has to reach the body and the bank (71). */
  readonly collected?: true
  readonly handedIn?: Day
}

/** 催告 (强制法 35, 54), one for each party. Its service stands among the services. */
export interface Demand {
  readonly act: string
  readonly party: string
  readonly on: Day
  readonly decision?: string
  readonly objected?: Day
  /** The party's answer was checked (强制法 36). */
  readonly rechecked?: Day
}

/** 行政复议、行政诉讼 of one party against one decision. */
export interface Remedy {
  readonly act: string
  readonly party: string
  readonly decision: string
  readonly way: RemedyWay
  readonly from: Day
  readonly result?: { readonly outcome: RemedyOutcome; readonly on: Day }
}

export type RemedyWay = 'review' | 'litigation' | 'appeal'
export type RemedyOutcome = 'upheld' | 'varied' | 'annulled' | 'partly' | 'illegal' | 'void' | 'mediated' | 'withdrawn' | 'rejected'

/** 停止执行 (复议法 42, 行政诉讼法 56): `until` is the first day on which performance counts again. */
export interface Stay {
  readonly party: string
  readonly from: Day
  readonly until?: Day
}

export interface Halt extends Stay {
  readonly act: string
  readonly ground: string
}

/** A decision that does not stand any more for a party, wholly or in part. */
export interface SetAside {
  readonly act: string
  readonly decision: string
  readonly party: string
  readonly on: Day
  readonly by: RemedyOutcome | 'revoked'
  /** For a breach of procedure alone (复议法 64(2)). */
  readonly procedural: boolean
}

export type CourtOutcome = 'accepted' | 'rejected' | 'ruled' | 'enforced' | 'ended'

/** Nothing more is to be done about it: performed, enforced by the court, or 终结执行 (R23). */
export const isSettledItem = (item: PerformanceItem): boolean =>
  item.released !== undefined || item.ended !== undefined || item.court?.outcome === 'enforced' || item.court?.outcome === 'ended' || (item.done !== undefined && surchargeLeft(item) === 0)

/** What is left of a decided surcharge, in fen. */
export const surchargeLeft = ({ surcharge, surchargePaid = 0, surchargeWaived, released, ended }: PerformanceItem): number =>
  surcharge === undefined || surchargeWaived || released || ended ? 0 : Math.max(0, surcharge.amount - surchargePaid)
