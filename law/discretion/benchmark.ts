import { type Amounts, type Fine, limitsOf } from '../penalties/branch.ts'

/** One line of a discretion benchmark (裁量基准, 处罚法 34): on these circumstances this tier, and with it this range. */
export interface Benchmark {
  readonly id: string
  readonly tier: string
  /** Order of gravity among the tiers of an item; the gravest ticked tier decides. */
  readonly rank: number
  readonly circumstance: string
  /** Which branch of the item's norm it spells out (R17). */
  readonly branch: number
  /** Amount, multiple or percent of a base, per unit; null: no money, see `standard`. */
  readonly range: Fine | null
  /** The benchmark's own words: what to do beside or instead of a fine. */
  readonly standard: string
  /** Marked as 减轻: its range may lie below the norm's minimum (R13). */
  readonly mitigation: boolean
  /** The superior that made it; empty: the enforcing body itself (R32). */
  readonly maker: string
}

export interface Bounds {
  readonly floor: number
  readonly ceiling: number
}

/** What the ticked circumstances come to. `bounds` in fen; the two words say why there are none. */
export interface Tier {
  readonly benchmark: Benchmark
  readonly bounds: Bounds | 'no-fine' | 'unknown-base'
}

/** Several circumstances of different tiers: the gravest counts; of one tier, the one that reaches higher. */
export function tierOf(ticked: readonly Benchmark[], amounts: Amounts): Tier | undefined {
  const tiers = ticked.map((benchmark): Tier => ({ benchmark, bounds: benchmark.range === null ? 'no-fine' : limitsOf({ fine: benchmark.range }, amounts) }))
  return tiers.toSorted((a, b) => b.benchmark.rank - a.benchmark.rank || top(b) - top(a))[0]
}

/** Whether an amount lies in the tier's range; undefined where the tier sets no amount. */
export function isWithin({ bounds }: Tier, amount: number): boolean | undefined {
  if (typeof bounds === 'string') return bounds === 'unknown-base' ? undefined : amount === 0 || undefined
  return amount >= bounds.floor && amount <= bounds.ceiling
}

const top = ({ bounds }: Tier): number => (typeof bounds === 'string' ? 0 : bounds.ceiling)
