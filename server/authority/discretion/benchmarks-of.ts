import type { PoolClient } from 'pg'
import { rangeWords } from '@faheng/law/discretion/range-words.ts'
import type { Fine } from '@faheng/law/penalties/branch.ts'
import type { Day } from '@faheng/law/time/day.ts'
import { run, statement } from '../../platform/database/run.ts'

export interface BenchmarkLine {
  readonly benchmark: string
  readonly tier: string
  readonly circumstances: string
  readonly branch: number
  readonly rank: number
  readonly range: Fine | null
  readonly standard: string
  readonly mitigation: boolean
  readonly maker: string
  readonly status: 'parsed' | 'to-be-confirmed'
  readonly published: Day | null
  readonly validFrom: Day
  readonly validUntil: Day | null
}

/** The benchmark of an item on a day, lightest tier first, each range in words. */
export async function benchmarksOf(client: PoolClient, region: string, item: string, on: Day) {
  const lines = await run<BenchmarkLine & object>(client, statement(`
    select benchmark, tier, circumstances, branch, rank, range, standard, mitigation, maker, status, published, valid_from as "validFrom", valid_until as "validUntil"
    from faheng.benchmark_version
    where region = $1 and item = $2 and valid_from <= $3 and (valid_until is null or $3 < valid_until) order by branch, rank, benchmark`), [region, item, on])
  return lines.map((line) => ({ ...line, text: rangeWords(line.range) }))
}
