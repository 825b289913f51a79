import type { PoolClient } from 'pg'
import { beyondLaw } from '@faheng/law/discretion/legal-range.ts'
import type { Branch, Fine } from '@faheng/law/penalties/branch.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { run, statement } from '../../platform/database/run.ts'

/**
 * A tier is compared with the branch of the item it spells out, as the norm stands on the tier's first day (处罚法 34, 38). What cannot
 * be compared with a branch that was read is no confirmed line; where the norm itself was not read, who confirms has compared it.
 */
export async function beyondMaximum(client: PoolClient, row: Readonly<Record<string, unknown>>): Promise<Words | undefined> {
  const { region, item, branch, range, mitigation, status, valid_from: from } = row
  if (range === null || typeof item !== 'string') return undefined
  const [norm] = await run<{ branches: readonly Branch[] }>(client, statement(`
    select branches from faheng.item_version where region = $1 and item = $2
    order by (valid_from <= $3::date and (valid_until is null or $3::date < valid_until)) desc, version desc limit 1`), [region, item, from])
  const spelled = norm?.branches[Number(branch)]
  const confirmed = status === 'parsed'
  if (spelled === undefined) return confirmed && norm && norm.branches.length > 0 ? words(`事项没有第${Number(branch) + 1}种处罚情形`, `the item has no branch ${Number(branch) + 1}`) : undefined
  const beyond = beyondLaw(range as Fine, [spelled], mitigation === true)
  if (beyond !== 'unknown') return beyond
  return confirmed && spelled.status === 'parsed' ? words('裁量幅度与所选处罚情形的罚款计算方式不同，不能比较', 'the tier does not count as the fine of this branch does, and cannot be compared with it') : undefined
}
