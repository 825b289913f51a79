import type { Pool, PoolClient } from 'pg'
import type { Citation } from '@faheng/law/citation.ts'
import type { ItemBranch } from '@faheng/law/items/branches.ts'
import type { Day } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'

/** One version of an enforcement item (执法事项), valid on [validFrom, validUntil). */
export interface ItemVersion {
  readonly item: string
  readonly version: number
  readonly body: string
  readonly title: string
  readonly field: string
  readonly kind: string
  readonly bases: readonly { readonly citation: Citation; readonly text: string }[]
  readonly kinds: readonly string[]
  readonly orders: readonly string[]
  readonly branches: readonly ItemBranch[]
  readonly status: 'parsed' | 'to-be-confirmed'
  readonly limitationYears: number
  readonly harmYears: number
  readonly published: boolean
  readonly source: string
  readonly details: Readonly<Record<string, unknown>>
  readonly validFrom: Day
  readonly validUntil: Day | null
}

const columns = `item, version, body, title, field, kind, bases, kinds, orders, branches, status, limitation_years as "limitationYears",
  harm_years as "harmYears", published, source, details, valid_from as "validFrom", valid_until as "validUntil"`

/**
 * Whether a row is what the catalogue says of its item on a day: the newest version that has begun, and that has not ended. Versions
 * brought in by acts stand beside the older ones and close none (D13); one without a day in it withdraws the item.
 */
export const standsOn = (day: string, row = 'i'): string => `
  (${row}.valid_from <= ${day} and (${row}.valid_until is null or ${day} < ${row}.valid_until) and not exists (
    select from faheng.item_version l where l.region = ${row}.region and l.item = ${row}.item and l.version > ${row}.version and l.valid_from <= ${day}))`

/** The catalogue of a body on a day: the one reader of the register outside the guards' facts. */
export async function itemsOn(on: Pool | PoolClient, region: string, body: string, day: Day): Promise<ItemVersion[]> {
  return run<ItemVersion>(on, statement(`
    select ${columns} from faheng.item_version i where region = $1 and body = $2 and ${standsOn('$3')} order by item`), [region, body, day])
}

/** One item as it stood on a day; undefined if no version was valid then. */
export async function itemOn(on: Pool | PoolClient, region: string, item: string, day: Day): Promise<ItemVersion | undefined> {
  const [found] = await run<ItemVersion>(on, statement(`
    select ${columns} from faheng.item_version i where region = $1 and item = $2 and ${standsOn('$3')}`), [region, item, day])
  return found
}
