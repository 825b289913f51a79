import type { Pool } from 'pg'
import { canonical } from '@faheng/law/canonical.ts'
import { run, statement } from '../../platform/database/run.ts'

interface Confirmed {
  readonly id: string
  readonly says: unknown
  readonly kept: { readonly item: string; readonly branch?: number; readonly details: unknown }
}

/** What was confirmed of a body's lines, so that the same file again unconfirms none; a line that says something else by now is confirmed anew. */
export async function confirmedBefore(pool: Pool, region: string, of: 'benchmark' | 'leniency-rule', body: string) {
  const known = new Map((await run<Confirmed>(pool, newest[of], [region, body])).map((each) => [each.id, each]))
  return (id: string, says: unknown) => {
    const before = known.get(id)
    return before && canonical(before.says) === canonical(says) ? { ...before.kept, status: 'parsed' as const } : {}
  }
}

const newest = {
  benchmark: statement(`
    select * from (
      select distinct on (benchmark) benchmark as id, to_jsonb(standard) as says, jsonb_build_object('item', item, 'branch', branch, 'details', details) as kept
      from faheng.benchmark_version where region = $1 and body = $2 order by benchmark, version desc) l where kept -> 'details' ? 'confirmed'`),
  'leniency-rule': statement(`
    select * from (
      select distinct on (rule) rule as id, conditions as says, jsonb_build_object('item', item, 'details', details) as kept
      from faheng.leniency_rule where region = $1 and body = $2 order by rule, version desc) l where kept -> 'details' ? 'confirmed'`),
} as const
