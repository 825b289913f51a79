import { penaltyKinds, type PenaltyCode } from './kinds.ts'

/** Where a body set an order of severity of its own, kind by kind; the others keep the default. */
export type PenaltyRanks = Readonly<Partial<Record<PenaltyCode, number>>>

interface Imposed {
  readonly kind: PenaltyCode
  readonly amount?: number
}

/**
 * Whether one party is worse off by `now` than by `before` (R11): the gravest kinds are compared first, the same kind by its
 * sum, and a kind added to equal ones is heavier. A warning in place of a fine is lighter, whatever it comes to.
 */
export function isHeavier(now: readonly Imposed[], before: readonly Imposed[], ranks: PenaltyRanks = {}): boolean {
  const [one, other] = [byGravity(now, ranks), byGravity(before, ranks)]
  for (const [i, { rank, amount }] of one.entries()) {
    const told = other[i]
    if (!told || rank > told.rank) return true
    if (rank < told.rank) return false
    if (amount !== told.amount) return amount > told.amount
  }
  return false
}

/** Each kind once with its sum in fen, gravest first. Kinds of one rank are as grave as each other, and summed together. */
function byGravity(penalties: readonly Imposed[], ranks: PenaltyRanks): { readonly rank: number; readonly amount: number }[] {
  const sums = new Map<number, number>()
  for (const { kind, amount = 0 } of penalties) {
    const rank = ranks[kind] ?? penaltyKinds.kinds.find((each) => each.code === kind)?.rank ?? 0
    sums.set(rank, (sums.get(rank) ?? 0) + amount)
  }
  return [...sums].map(([rank, amount]) => ({ rank, amount })).sort((a, b) => b.rank - a.rank)
}
