import type { Branch, Fine } from '../penalties/branch.ts'
import type { Ratio } from '../numerals.ts'
import { words, type Words } from '../words.ts'

/**
 * A tier compared with the norm it spells out (处罚法 34, 38; R13, R32): above the maximum it is refused; below the minimum too,
 * unless it is marked as mitigation. 'unknown' where no branch of the norm counts in the same way, so that nobody can say.
 */
export function beyondLaw(range: Fine, norm: readonly Branch[], mitigation: boolean): Words | 'unknown' | undefined {
  const comparable = norm.flatMap(({ fine, status }) => (fine && status === 'parsed' && sameMeasure(fine, range) ? [fine] : []))
  if (comparable.length === 0) return 'unknown'
  if (comparable.every((fine) => isOver(ceilingOf(range), ceilingOf(fine)))) return words('裁量幅度高于法定上限（处罚法第三十八条第一款）', 'the tier is above the statutory maximum (Penalty Law art. 38(1))')
  if (!mitigation && comparable.every((fine) => isOver(floorOf(fine), floorOf(range))))
    return words('裁量幅度低于法定下限，且没有标明为减轻（处罚法第三十二条）', 'the tier is below the statutory minimum and not marked as mitigation (Penalty Law art. 32)')
  return undefined
}

function sameMeasure(a: Fine, b: Fine): boolean {
  if (a.base !== b.base) return false
  if (a.base === 'per-unit' && b.base === 'per-unit') return a.unit === b.unit
  if (a.base === 'named' && b.base === 'named') return a.baseText === b.baseText
  return a.base !== 'unspecified'
}

type Bound = number | Ratio
const ceilingOf = (fine: Fine): Bound => (fine.base === 'unspecified' ? 0 : fine.ceiling)
const floorOf = (fine: Fine): Bound => (fine.base === 'unspecified' ? 0 : fine.floor)

/** Exact: multiples are fractions, amounts are fen. */
const isOver = (a: Bound, b: Bound): boolean => {
  const [x, y] = [ratio(a), ratio(b)]
  return BigInt(x.n) * BigInt(y.d) > BigInt(y.n) * BigInt(x.d)
}
const ratio = (bound: Bound): Ratio => (typeof bound === 'number' ? { n: bound, d: 1 } : bound)
