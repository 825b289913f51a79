import { dayOf } from '@faheng/law/time/day.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Refused } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'

interface Tried {
  readonly matter: string
  /** Of the body's that is not opened yet. */
  readonly body?: string
  readonly payload: unknown
}

/**
 * Does the work and, where the law refuses it, counts that by day, body, item and guard, for the evaluation of powers
 * (处罚法 24(1), measure 25). After the transaction; where the counting fails the refusal is still what is answered. Who may not act
 * at all tells nothing about an item.
 */
export async function countingRefusals<T>({ pools, clock, log }: Context, { region }: Session, { matter, body, payload }: Tried, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const guards = error instanceof Refused ? [...new Set(error.refusals.map(({ guard }) => guard))].filter((guard) => guard !== 'by') : []
    if (guards.length > 0) await run(pools.worker, count, [region, dayOf(clock()), matter, body ?? null, itemsIn(payload), guards])
      .catch((failure: unknown) => log(`a refusal was not counted: ${failure instanceof Error ? failure.message : String(failure)}`))
    throw error
  }
}

/** The items a form of filing names; before that the case knows none. */
function itemsIn(payload: unknown): string[] {
  const { violations } = (typeof payload === 'object' && payload !== null ? payload : {}) as { readonly violations?: unknown }
  return Array.isArray(violations) ? violations.flatMap((each: { readonly item?: unknown } | null) => (typeof each?.item === 'string' ? [each.item] : [])) : []
}

/** $1 county, $2 day, $3 matter, $4 body of one not opened yet, $5 items told, $6 guards. Only items of the register are counted. */
const count = statement(`
  insert into faheng.refused_try (region, day, body, item, guard, tries)
  select $1, $2::date, coalesce(m.body, $4), i.item, g.guard, 1
  from (select 1) one left join faheng.matter m on m.region = $1 and m.id = $3 and m.procedure = 'penalty-ordinary'
  left join faheng.matter_state s on s.region = m.region and s.matter = m.id
  cross join lateral (
    select unnest($5::text[]) as item union
    select v ->> 'item' from jsonb_array_elements(case when jsonb_typeof(s.state -> 'violations') = 'array' then s.state -> 'violations' else '[]' end) v) i
  cross join unnest($6::text[]) g (guard)
  where coalesce(m.body, $4) is not null and exists (select from faheng.item_version v where v.region = $1 and v.item = i.item)
  on conflict (region, body, item, day, guard) do update set tries = faheng.refused_try.tries + 1`)
