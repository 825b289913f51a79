import type { Facts } from '../facts.ts'
import type { Amounts } from '../penalties/branch.ts'
import { kindsOf } from '../penalties/clause.ts'
import type { Day } from '../time/day.ts'
import { type Benchmark, isWithin, type Tier, tierOf } from './benchmark.ts'

/** A circumstance of the benchmark ticked for a violation, for one party or all of it. */
export interface Tick {
  readonly violation: string
  readonly party?: string
  readonly circumstance: string
}

/** Where the benchmark is departed from; the reason stands in the act, the maker's approval as a file (R32). */
export interface Departure {
  readonly violation: string
  readonly party?: string
  readonly approval?: string
}

export interface Discretion {
  readonly ticks: readonly Tick[]
  readonly departures: readonly Departure[]
}

interface Cell {
  readonly party: string
  readonly violation: string
  readonly kind: string
  readonly amount?: number
  readonly branch?: number
  readonly bases?: Amounts
}

/** One fine, or one penalty on licence or business, beside the benchmark of its item. */
export interface Weighed {
  readonly cell: Cell
  /** What the benchmark holds for the branch the fine rests on, or where it names this penalty; nothing to weigh where it is empty. */
  readonly lines: readonly Benchmark[]
  readonly ticked: readonly Benchmark[]
  /** Ticked, and not in the benchmark of that day. */
  readonly unknown: readonly string[]
  readonly tier: Tier | undefined
  /** undefined: the tier says no amount, or none was found. */
  readonly within: boolean | undefined
  readonly departure: Departure | undefined
}

type Violations = readonly { readonly id: string; readonly item: string; readonly until: Day }[]

/** 处罚法 9(3), 9(4): graded by tiers like fines. A warning or a confiscation is imposed or not. */
const graded: readonly string[] = ['suspend-licence', 'lower-grade', 'revoke-licence', 'restrict-activity', 'stop-business', 'close-down', 'restrict-practice']

/** What beside a fine a tier's own words impose. */
const kindsIn = ({ standard }: Benchmark): readonly string[] => kindsOf(standard, undefined).map(({ kind }) => kind)

/** Every proposed fine, suspension, revocation and their like beside its benchmark: several violations and parties are weighed apart (处罚法 5, 34). */
export function weigh(violations: Violations, cells: readonly Cell[], { ticks, departures }: Discretion, benchmarks: Facts['benchmarks']): Weighed[] {
  return cells.flatMap((cell) => {
    const item = violations.find((each) => each.id === cell.violation)?.item
    const all = benchmarks?.[item ?? ''] ?? []
    const isFine = cell.kind === 'fine'
    if (!isFine && !graded.includes(cell.kind)) return []
    const own = <T extends { readonly violation: string; readonly party?: string }>(each: T) => each.violation === cell.violation && (each.party === undefined || each.party === cell.party)
    const named = ticks.filter(own).map(({ circumstance }) => circumstance)
    const ticked = all.filter(({ id }) => named.includes(id))
    const found = tierOf(ticked, cell.bases ?? {})
    const tier = isFine ? found : found && { ...found, bounds: 'no-fine' as const }
    const lines = all.filter((line) => (isFine ? line.branch === (cell.branch ?? 0) : kindsIn(line).includes(cell.kind)))
    return [{
      cell, ticked, tier, lines,
      unknown: named.filter((id) => !all.some((each) => each.id === id)),
      // A tier that does not name it goes no further than a fine, where another tier of the benchmark does.
      within: isFine ? tier && isWithin(tier, cell.amount ?? 0) : tier && lines.length > 0 ? kindsIn(tier.benchmark).includes(cell.kind) : undefined,
      departure: departures.find(own),
    }]
  })
}
