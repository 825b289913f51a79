import type { Ratio } from '../numerals.ts'
import type { PenaltyCode } from './kinds.ts'

/** What a multiple or share is taken of. `named` is any other amount; its own words stand in `baseText`. */
export type Base = 'illegal-gains' | 'goods-value' | 'turnover' | 'investment' | 'contract-price' | 'income' | 'named'

/**
 * The fine of a branch. 以上 and 以下 include the figure, so a stated floor is inclusive; an unstated one is 0 and exclusive.
 * Absolute amounts are fen, multiples exact fractions of the base.
 */
export type Fine =
  | { readonly base: 'absolute'; readonly floor: number; readonly ceiling: number; readonly floorInclusive: boolean }
  | {
      readonly base: Base
      readonly baseText: string
      readonly floor: Ratio
      readonly ceiling: Ratio
      readonly floorInclusive: boolean
      /** 不足十万元的，按十万元计算: the base counts as at least this many fen. */
      readonly countedAsAtLeast?: number
      /** 最高不超过三万元: fen. */
      readonly cap?: number
    }
  | {
      readonly base: 'per-unit'
      /** 每人, 每吨, 每使用1名童工每月 */
      readonly unit: string
      readonly floor: number
      readonly ceiling: number
      readonly floorInclusive: boolean
      readonly cap?: number
    }
  /** 处以罚款 without a figure: another norm sets it. */
  | { readonly base: 'unspecified' }

/** `may` 可以, 可以并处; `single-or-combined` 单处或者并处; `one-of` A或者B, A直至B; otherwise `must`. */
export type Connective = 'must' | 'may' | 'single-or-combined' | 'one-of'

export interface BranchKind {
  readonly kind: PenaltyCode
  readonly connective: Connective
  /** The organ the norm names for this kind where it differs from the acting body: 由公安机关, 由原发证机关. */
  readonly organ?: string
  /** The words of the norm. */
  readonly text: string
}

/** A condition on an amount, read from 货值金额不足一万元的, 没有违法所得的: fen, `atLeast` inclusive, `below` exclusive. */
export interface AmountCondition {
  readonly base: Base
  readonly atLeast?: number
  readonly below?: number
  /** Also, or only (without `below`), where there is none or it cannot be established. */
  readonly none?: true
}

export type Subject = 'any' | 'individual' | 'unit' | 'responsible-person'

/** One conditional branch of a norm's penalty (R17). */
export interface Branch {
  /** The norm's own words: 情节严重的; empty where the branch stands unconditionally. */
  readonly condition: string
  readonly when?: AmountCondition
  readonly subject: Subject
  readonly kinds: readonly BranchKind[]
  readonly fine?: Fine
  readonly status: 'parsed' | 'to-be-confirmed'
  /** The words of the norm this branch was read from. */
  readonly text: string
}

/** The amounts a fine may depend on, in fen; `units` counts persons, tons, months for a per-unit fine. */
export interface Amounts {
  readonly illegalGains?: number
  readonly goodsValue?: number
  readonly turnover?: number
  readonly investment?: number
  readonly contractPrice?: number
  readonly income?: number
  readonly named?: number
  readonly units?: number
}

/**
 * Floor and ceiling of a branch's fine in fen: the floor rounds up, the ceiling down, so that neither leaves the law's range.
 * 'no-fine' where the branch has none, 'unknown-base' where the amount it depends on is missing or the norm states no figure.
 */
export function limitsOf(branch: Pick<Branch, 'fine'>, amounts: Amounts): { floor: number; ceiling: number } | 'no-fine' | 'unknown-base' {
  const { fine } = branch
  if (!fine) return 'no-fine'
  if (fine.base === 'unspecified') return 'unknown-base'
  if (fine.base === 'absolute') return { floor: fine.floor, ceiling: fine.ceiling }
  if (fine.base === 'per-unit') {
    if (amounts.units === undefined) return 'unknown-base'
    return capped(fine.floor * amounts.units, fine.ceiling * amounts.units, fine.cap)
  }
  const stated = amounts[AMOUNT_OF[fine.base]]
  if (stated === undefined) return 'unknown-base'
  const base = BigInt(Math.max(stated, fine.countedAsAtLeast ?? 0))
  const floor = (base * BigInt(fine.floor.n) + BigInt(fine.floor.d) - 1n) / BigInt(fine.floor.d)
  const ceiling = (base * BigInt(fine.ceiling.n)) / BigInt(fine.ceiling.d)
  return capped(Number(floor), Number(ceiling), fine.cap)
}

/** Whether the amounts meet the branch's amount condition; 'unknown' where it has one and the amount is missing. */
export function meets(branch: Branch, amounts: Amounts): boolean | 'unknown' {
  const { when } = branch
  if (!when) return true
  const amount = amounts[AMOUNT_OF[when.base]]
  if (amount === undefined) return 'unknown'
  if (when.none && amount === 0) return true
  if (when.none && when.below === undefined && when.atLeast === undefined) return false
  return amount >= (when.atLeast ?? 0) && (when.below === undefined || amount < when.below)
}

const capped = (floor: number, ceiling: number, cap = Infinity) => ({ floor: Math.min(floor, cap), ceiling: Math.min(ceiling, cap) })

const AMOUNT_OF: Readonly<Record<Base, Exclude<keyof Amounts, 'units'>>> = {
  'illegal-gains': 'illegalGains',
  'goods-value': 'goodsValue',
  turnover: 'turnover',
  investment: 'investment',
  'contract-price': 'contractPrice',
  income: 'income',
  named: 'named',
}
