import type { Pool } from 'pg'
import type { Day } from '@faheng/law/time/day.ts'
import { run, statement } from '../../platform/database/run.ts'

/** An edition that takes the place of those before it: of one body, and of one maker or one kind of list. */
export interface Edition {
  readonly of: 'benchmark' | 'leniency-rule'
  readonly body: string
  /** The maker of a benchmark, empty for the body itself; the kind of a list. */
  readonly series: string
  readonly from: Day
  /** Every line the new edition holds, also one that was refused: its older text does not live on. */
  readonly holds: readonly string[]
}

/** What an earlier edition held and the new one does not ends on the new one's first day. How many; again, none (R32, R33). */
export async function endReplaced(pool: Pool, region: string, { of, body, series, from, holds }: Edition): Promise<number> {
  return (await run(pool, ending[of], [region, body, series, from, holds])).length
}

const endingIn = (table: string, id: string, series: string) => statement(`
  update faheng.${table} set valid_until = $4
  where region = $1 and body = $2 and ${series} = $3 and valid_from <= $4 and (valid_until is null or valid_until > $4) and not ${id} = any ($5) returning 1`)
const ending = { benchmark: endingIn('benchmark_version', 'benchmark', 'maker'), 'leniency-rule': endingIn('leniency_rule', 'rule', 'list') } as const
