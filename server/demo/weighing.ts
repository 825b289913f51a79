import { limitsOf } from '@faheng/law/penalties/branch.ts'
import type { CaseFile } from './case-file.ts'
import type { Cell } from './fines.ts'
import { benchmarksOf } from './registers.ts'

/**
 * What the officers tick in the benchmark: for each fine the tier that holds it. Below the lightest tier, as mitigation, the lightest.
 */
export function weighingOf({ registers, rehearsal, conducts }: CaseFile, cells: readonly Cell[]) {
  const { body } = rehearsal.state()
  const weighed = cells.flatMap(({ kind, party, violation, branch = 0, amount = 0, bases = {} }) => {
    const item = conducts.find(({ id }) => id === violation)?.item.id ?? ''
    const lines = kind === 'fine' ? benchmarksOf(registers.county, item, body).filter((each) => each.branch === branch) : []
    const holding = lines.find(({ range }) => {
      const bounds = range && limitsOf({ fine: range }, bases)
      return bounds !== null && typeof bounds !== 'string' && amount >= bounds.floor && amount <= bounds.ceiling
    })
    const line = holding ?? lines[0]
    return line ? [{ party, violation, circumstance: line.id }] : []
  })
  return weighed.length === 0 ? {} : { ticks: weighed.map((each) => ({ ...each, evidence: ['interview'] })) }
}
