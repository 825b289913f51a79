import { limitsOf, type Amounts, type Branch } from '@faheng/law/penalties/branch.ts'
import type { Penalty } from '@faheng/law/procedures/penalty-decided.ts'
import type { DemoItem } from './items.ts'
import type { DemoParty } from './parties.ts'
import type { Random } from './random.ts'

/** One line of the matrix party × violation × kind, as the report states it. */
export type Cell = Penalty & { readonly detail?: string }

/**
 * What is proposed against one party for one violation: the fine of a branch that fits, and the kinds that go with it. `mitigate`
 * goes below a floor worth going below, which then needs its ground.
 */
export function cellsOf(random: Random, item: DemoItem, party: DemoParty, violation: string, options: { readonly mitigate: boolean; readonly goods: boolean }): { readonly cells: Cell[]; readonly mitigated: boolean } {
  const fitting = item.branches.map((branch, index) => ({ branch, index })).filter(({ branch }) => suits(branch, party))
  const { branch, index } = random.percent(75) ? (fitting[0] ?? { branch: item.branches[0] as Branch, index: 0 }) : random.pick(fitting)
  const bases = basesOf(random, branch)
  const limits = item.stated ? { floor: item.stated[0] * 100, ceiling: item.stated[1] * 100 } : limitsOf(branch, bases)
  if (typeof limits === 'string') throw new RangeError(`${item.id}: ${limits}`)
  const cell = { party: party.id, violation }
  const mitigated = options.mitigate && limits.floor >= 500 * yuan
  const beside = branch.kinds.map(({ kind }) => kind)
  const cells: Cell[] = [
    ...(beside.includes('warning') && item.kinds.includes('warning') ? [{ ...cell, kind: 'warning' as const }] : []),
    {
      ...cell, kind: 'fine', branch: index, amount: amountIn(random, limits, mitigated),
      ...(Object.keys(bases).length > 0 ? { bases } : {}), ...(item.stated ? { stated: limits } : {}),
    },
    ...(bases.illegalGains && item.kinds.includes('confiscate-gains') ? [{ ...cell, kind: 'confiscate-gains' as const, amount: bases.illegalGains }] : []),
    ...(options.goods && item.kinds.includes('confiscate-goods') ? [{ ...cell, kind: 'confiscate-goods' as const, detail: `没收登记保存的${item.thing?.[0] ?? '物品'}` }] : []),
  ]
  return { cells, mitigated }
}

function suits({ subject }: Branch, { kind }: DemoParty): boolean {
  if (subject === 'any') return true
  const human = kind === 'person'
  return subject === 'unit' ? !human : subject === 'responsible-person' ? human : human || kind === 'individual-business'
}

const yuan = 100

function basesOf(random: Random, { when, fine }: Branch): Amounts {
  const base = when?.base ?? (fine && 'baseText' in fine ? fine.base : undefined)
  if (fine?.base === 'per-unit') return { units: random.between(3, 25) }
  const amount = when?.none && when.below === undefined ? 0
    : when?.below !== undefined ? random.between(3, Math.floor((when.below * 0.9) / yuan / 100)) * 100 * yuan
    : when?.atLeast !== undefined ? random.between(Math.ceil((when.atLeast * 1.05) / yuan / 100), Math.ceil((when.atLeast * 3) / yuan / 100)) * 100 * yuan
    : random.between(8, 200) * 100 * yuan
  if (base === 'goods-value') return { goodsValue: amount }
  if (base === 'illegal-gains') return { illegalGains: amount }
  if (base === 'named') return { named: Math.min(amount, 20_000 * yuan) }
  return {}
}

/** In the lower third, in whole hundreds of yuan where the range is wide enough. */
function amountIn(random: Random, { floor, ceiling }: { readonly floor: number; readonly ceiling: number }, mitigated: boolean): number {
  if (mitigated) return Math.max(100 * yuan, Math.round((floor * random.between(20, 60)) / 100 / (100 * yuan)) * 100 * yuan)
  const wanted = floor + Math.round(((ceiling - floor) * random.between(0, 33)) / 100)
  const unit = ceiling - floor > 2_000 * yuan ? 100 * yuan : 10 * yuan
  return Math.min(ceiling, Math.max(floor, Math.round(wanted / unit) * unit, Math.min(ceiling, 50 * yuan)))
}
