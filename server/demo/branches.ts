import type { Base, Branch, BranchKind, Connective, Fine, Subject } from '@faheng/law/penalties/branch.ts'
import { penaltyKind, type PenaltyCode } from '@faheng/law/penalties/kinds.ts'

/** Short ways to write down what a norm threatens, in yuan. */

const fen = (yuan: number): number => yuan * 100

const imposes = (kind: PenaltyCode, connective: Connective = 'must'): BranchKind => ({ kind, connective, text: penaltyKind(kind).words.zh })

interface More {
  readonly condition?: string
  readonly when?: NonNullable<Branch['when']>
  readonly subject?: Subject
  readonly beside?: readonly PenaltyCode[]
  readonly may?: true
}

const branch = (fine: Fine, text: string, { condition = '', when, subject = 'any', beside = [], may }: More): Branch => ({
  condition, ...(when ? { when } : {}), subject, kinds: [...beside.map((kind) => imposes(kind)), imposes('fine', may ? 'may' : 'must')], fine, status: 'parsed', text,
})

/** 处 `low` 以上 `high` 以下罚款; without `low`: 处 `high` 以下罚款. */
export const fineOf = (low: number | undefined, high: number, text: string, more: More = {}): Branch =>
  branch({ base: 'absolute', floor: fen(low ?? 0), ceiling: fen(high), floorInclusive: low !== undefined }, text, more)

/** 处货值金额 `low` 倍以上 `high` 倍以下罚款. */
export const timesOf = (base: Base, baseText: string, low: number | undefined, high: number, text: string, more: More = {}): Branch =>
  branch({ base, baseText, floor: ratio(low ?? 0), ceiling: ratio(high), floorInclusive: low !== undefined }, text, more)

/** 按每人 `low` 以上 `high` 以下的标准计算. */
export const perUnit = (unit: string, low: number, high: number, text: string, more: More = {}): Branch =>
  branch({ base: 'per-unit', unit, floor: fen(low), ceiling: fen(high), floorInclusive: true }, text, more)

/** 货值金额不足 `yuan` 的 / 货值金额 `yuan` 以上的. */
export const under = (base: Base, yuan: number): NonNullable<Branch['when']> => ({ base, below: fen(yuan) })
export const from = (base: Base, yuan: number): NonNullable<Branch['when']> => ({ base, atLeast: fen(yuan) })

/** Hundredths suffice for every norm here: 百分之五十 is 0.5. */
const ratio = (times: number) => ({ n: Math.round(times * 100), d: 100 })
