import type { Pool } from 'pg'
import { contentOf, itemKinds, type ItemKind } from '@faheng/law/items/content.ts'
import type { ImportedItem } from '@faheng/law/items/read-row.ts'
import { readItemRow, refuseDuplicates } from '@faheng/law/items/read-row.ts'
import { type Day, dayOf, type Instant } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { run, statement } from '../platform/database/run.ts'
import { readTable } from '../platform/tables/read-table.ts'
import { registers } from './registers/index.ts'
import { type Registered, registerRows } from './registers/register-file.ts'

export interface ItemTable {
  /** `id` and `kind` where the file is one that the catalogue gave out. */
  readonly items: readonly { readonly row: number; readonly item: ImportedItem; readonly id?: string; readonly kind?: ItemKind }[]
  readonly refused: readonly { readonly row: number; readonly reason: Words }[]
}

/** What an import of a register's rows came to. */
export interface ImportedRows {
  readonly counts: {
    readonly rows: number
    readonly accepted: number
    readonly refused: number
    readonly parsed: number
    readonly toBeConfirmed: number
    readonly added: number
    readonly superseded: number
    readonly unchanged: number
    /** Of an edition that replaces those before it: lines it does not hold any more. */
    readonly ended?: number
  }
  readonly refused: readonly { readonly row: number; readonly reason: Words }[]
}

/** What a table of items holds. @throws UnreadableTable if it is none */
export function readItemTable(bytes: Uint8Array): ItemTable {
  const rows = readTable(bytes, ['情形抽取', '法条依据', '法条内容', '处罚种类', '处罚幅度'], 'kept').rows
  const read = refuseDuplicates(rows.map(({ row, cells }) => ({ row, read: readItemRow(cells, row) })))
  return {
    items: read.flatMap((each, i) => ('item' in each ? [{ row: rows[i]?.row ?? 0, item: each.item, ...givenOut(rows[i]?.cells ?? {}) }] : [])),
    refused: read.flatMap((each) => ('refused' in each ? [each.refused] : [])),
  }
}

/**
 * The rows become items of one body, valid from a day (default today). Items that are not in the file stay as they are; a row
 * that changed becomes a new version; the same file again changes nothing.
 */
export async function importItems(
  pool: Pool,
  region: string,
  table: ItemTable,
  { body, from, at, progress }: { readonly body: string; readonly from?: Day | undefined; readonly at: Instant; readonly progress?: (done: number) => void },
): Promise<ImportedRows> {
  const register = registers.find(({ kind }) => kind === 'item-version')
  if (register === undefined) throw new Error('there is no register of items')
  const validFrom = from ?? dayOf(at)
  const owners = await ownersOf(pool, region, table.items.flatMap(({ id }) => (id === undefined ? [] : [id])))
  const foreign = table.items.filter(({ id }) => id !== undefined && (owners.get(id) ?? body) !== body)
  const own = table.items.filter((each) => !foreign.includes(each))
  const rows = own.map(({ row, item, id, kind }) => ({ row, value: entryOf(item, body, validFrom, id !== undefined && owners.has(id) ? id : undefined, kind) }))
  const written: Registered = await registerRows(pool, region, register, rows, at, progress)
  const refusedRows = new Set(written.refused.map(({ row }) => row))
  const stored = own.filter(({ row }) => !refusedRows.has(row)).map(({ item }) => item)
  const refused = [...table.refused, ...foreign.map(({ row }) => ({ row, reason: words('事项编码属于另一执法主体', 'the item belongs to another body') })), ...written.refused].sort((a, b) => a.row - b.row)
  const parsed = stored.filter(({ status }) => status === 'parsed').length
  return {
    counts: {
      rows: table.items.length + table.refused.length,
      accepted: stored.length,
      refused: refused.length,
      parsed,
      toBeConfirmed: stored.length - parsed,
      added: written.added,
      superseded: written.superseded,
      unchanged: written.unchanged,
    },
    refused,
  }
}

/** The code of a row is the same for every body, so the item's id begins with the body's. */
const entryOf = (item: ImportedItem, body: string, validFrom: Day, id = `${body}.${item.code}`, kind?: ItemKind) => ({ item: id, body, source: 'import', ...contentOf(item, kind), validFrom })

/** What the file of the catalogue says beside the columns every office has. */
function givenOut(cells: Readonly<Record<string, string>>): { id?: string; kind?: ItemKind } {
  const [id, title] = [cells['事项编码']?.trim() ?? '', cells['事项类型']?.trim() ?? '']
  const kind = (Object.keys(itemKinds) as ItemKind[]).find((each) => itemKinds[each].zh === title)
  return { ...(id === '' ? {} : { id }), ...(kind ? { kind } : {}) }
}

/** Of ids the register knows, the body that holds them: nobody's item is replaced by another's file. */
async function ownersOf(pool: Pool, region: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await run<{ item: string; body: string }>(pool, statement('select distinct on (item) item, body from faheng.item_version where region = $1 and item = any ($2) order by item, version desc'), [region, ids])
  return new Map(rows.map(({ item, body }) => [item, body]))
}
