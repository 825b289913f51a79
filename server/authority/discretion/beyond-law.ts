import type { PoolClient } from 'pg'
import { beyondLaw } from '@faheng/law/discretion/legal-range.ts'
import type { Branch, Fine } from '@faheng/law/penalties/branch.ts'
import type { Words } from '@faheng/law/words.ts'
import { run, statement } from '../../platform/database/run.ts'

/** A tier is compared with the branch of the item it spells out, as the norm stands on the tier's first day (处罚法 34, 38). */
export async function beyondMaximum(client: PoolClient, row: Readonly<Record<string, unknown>>): Promise<Words | undefined> {
  const { region, item, branch, range, mitigation, valid_from: from } = row
  if (range === null || typeof item !== 'string') return undefined
  const [norm] = await run<{ branches: readonly Branch[] }>(client, statement(`
    select branches from faheng.item_version where region = $1 and item = $2
    order by (valid_from <= $3::date and (valid_until is null or $3::date < valid_until)) desc, version desc limit 1`), [region, item, from])
  const spelled = norm?.branches[Number(branch)]
  const beyond = spelled ? beyondLaw(range as Fine, [spelled], mitigation === true) : undefined
  return beyond === 'unknown' ? undefined : beyond
}
