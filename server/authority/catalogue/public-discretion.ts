import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { PublicBenchmarksAnswer, PublicBenchmarksFilter, PublicLeniencyAnswer, PublicLeniencyFilter } from '@faheng/api/catalogue.ts'
import { type Citation, citationWords } from '@faheng/law/citation.ts'
import { type Conditions, conditionWords } from '@faheng/law/discretion/conditions.ts'
import { rangeWords } from '@faheng/law/discretion/range-words.ts'
import type { Fine } from '@faheng/law/penalties/branch.ts'
import { type Day, dayOf } from '@faheng/law/time/day.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, run, statement } from '../../platform/database/run.ts'
import { dayIn } from './public.ts'

const page = 30

type BenchmarkRow = Omit<Static<typeof PublicBenchmarksAnswer>['rows'][number], 'id' | 'references' | 'lines'> & {
  readonly item: string
  readonly bases: readonly { readonly citation: Citation }[]
  readonly lines: readonly (Omit<Static<typeof PublicBenchmarksAnswer>['rows'][number]['lines'][number], 'text'> & { readonly range: Fine | null })[]
}

/** The benchmarks of the county on a day (处罚法 34: they are published), by item. */
export async function publicBenchmarks(context: Context, { on: day, body, q, after = '' }: Static<typeof PublicBenchmarksFilter>): Promise<Static<typeof PublicBenchmarksAnswer>> {
  const on = dayIn(day, '/on') ?? dayOf(context.clock())
  const { region } = context
  return inTransaction(context.pools.app, async (client) => {
    const found = await run<BenchmarkRow & object>(client, statement('select * from faheng.public_benchmarks($1, $2, $3, $4, $5, $6)'), [region, on, body ?? null, q ?? null, after, page + 1])
    const rows = found.slice(0, page)
    return {
      ...(await placeOf(client, region, on)), on,
      rows: rows.map(({ item, bases, lines, ...row }) => ({ ...row, id: item, references: bases.map(({ citation }) => citationWords(citation)), lines: lines.map(({ range, ...line }) => ({ ...line, text: rangeWords(range) })) })),
      next: found.length > page ? (rows.at(-1)?.item ?? null) : null,
    }
  })
}

type RuleRow = Omit<Static<typeof PublicLeniencyAnswer>['rows'][number], 'references' | 'conditions'> & { readonly bases: readonly Citation[]; readonly conditions: Conditions }

/** One of the three lists on a day, rule by rule (处罚法 32, 33). */
export async function publicLeniency(context: Context, { on: day, list, body, q, after = '' }: Static<typeof PublicLeniencyFilter>): Promise<Static<typeof PublicLeniencyAnswer>> {
  const on = dayIn(day, '/on') ?? dayOf(context.clock())
  const { region } = context
  return inTransaction(context.pools.app, async (client) => {
    const found = await run<RuleRow & object>(client, statement('select * from faheng.public_leniency($1, $2, $3, $4, $5, $6, $7)'), [region, on, list, body ?? null, q ?? null, after, page + 1])
    const rows = found.slice(0, page)
    return {
      ...(await placeOf(client, region, on)), on,
      rows: rows.map(({ bases, conditions, ...row }) => ({ ...row, references: bases.map(citationWords), conditions: conditionWords(conditions) })),
      next: found.length > page ? (rows.at(-1)?.id ?? null) : null,
    }
  })
}

async function placeOf(client: PoolClient, region: string, on: Day) {
  const bodies = await run<{ body: string; name: string; items: number }>(client, statement('select * from faheng.public_bodies($1, $2)'), [region, on])
  const [county] = await run<{ name: string }>(client, statement('select faheng.public_county($1) as name'), [region])
  return { county: county?.name ?? '', bodies }
}
