import type { Pool } from 'pg'
import { beyondLaw } from '@faheng/law/discretion/legal-range.ts'
import { type ImportedBenchmark, readBenchmarkRow, refuseRepeated, shapes } from '@faheng/law/discretion/read-table.ts'
import { type Day, dayOf, type Instant } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { readTable, UnreadableTable } from '../../platform/tables/read-table.ts'
import type { ImportedRows } from '../import-items.ts'
import { itemsOn, type ItemVersion } from '../items-on.ts'
import { registers, registerRows } from '../registers/index.ts'
import { confirmedBefore } from './confirmed-before.ts'
import { endReplaced } from './end-replaced.ts'
import { itemFor } from './match-item.ts'

export interface BenchmarkTable {
  readonly lines: readonly { readonly row: number; readonly line: ImportedBenchmark }[]
  readonly refused: readonly { readonly row: number; readonly reason: Words }[]
}

/** What a published benchmark holds, in either of the two shapes. @throws UnreadableTable */
export function readBenchmarkTable(bytes: Uint8Array): BenchmarkTable {
  const { columns, rows } = readTable(bytes, [])
  if (!Object.values(shapes).some((shape) => shape.every((column) => columns.includes(column))))
    throw new UnreadableTable(`不是裁量基准表：应有列 ${shapes.graded.join('、')}，或者 ${shapes.coded.join('、')}`, `no table of benchmarks: it needs ${shapes.graded.join(', ')} or ${shapes.coded.join(', ')}`)
  const read = refuseRepeated(rows.map(({ row, cells }) => ({ row, read: readBenchmarkRow(cells, row) })))
  return {
    lines: read.flatMap((each, i) => ('benchmark' in each ? [{ row: rows[i]?.row ?? 0, line: each.benchmark }] : [])),
    refused: read.flatMap((each) => ('refused' in each ? [each.refused] : [])),
  }
}

interface How {
  readonly body: string
  readonly from?: Day | undefined
  /** The day after its last. */
  readonly until?: Day | undefined
  readonly published?: Day | undefined
  /** Lines of the same maker that are not in this edition end with its first day. */
  readonly replaces?: boolean | undefined
  /** The superior that made it; absent: the body itself (R32). */
  readonly maker?: string | undefined
  readonly at: Instant
  readonly progress?: (done: number) => void
}

/** The lines become benchmarks of one body, each with the item of the body's catalogue it spells out. Twice changes nothing. */
export async function importBenchmarks(pool: Pool, region: string, table: BenchmarkTable, how: How): Promise<ImportedRows> {
  const register = registers.find(({ kind }) => kind === 'benchmark')
  if (register === undefined) throw new Error('there is no register of benchmarks')
  const validFrom = how.from ?? dayOf(how.at)
  const items = await itemsOn(pool, region, how.body, validFrom)
  const confirmed = await confirmedBefore(pool, region, 'benchmark', how.body)
  const rows = table.lines.map(({ row, line }) => {
    const item = itemFor(items, line.violation, line.bases)
    const branch = item && branchOf(line, item)
    const reasons = [
      ...line.reasons,
      ...(item ? [] : [words('目录中没有找到对应的执法事项', 'no item of the catalogue was found for it')]),
      ...(item && branch === undefined ? [words('事项没有按同样方式计算罚款的处罚情形', 'no branch of the item counts its fine in the same way')] : []),
    ]
    const { code, circumstance, reasons: _reasons, status: _status, range, ...rest } = line
    const value = {
      ...rest, ...(range === null ? {} : { range }), benchmark: `${how.body}.${code}`, body: how.body, circumstances: circumstance,
      ...(item ? { item: item.item, branch: branch ?? 0 } : {}), ...(how.maker ? { maker: how.maker } : {}), ...(how.published ? { published: how.published } : {}),
      status: reasons.length === 0 ? 'parsed' as const : 'to-be-confirmed' as const, details: { reasons }, validFrom, ...(how.until ? { validUntil: how.until } : {}),
    }
    return { row, value: { ...value, ...confirmed(value.benchmark, value.standard) } }
  })
  const written = await registerRows(pool, region, register, rows, how.at, how.progress)
  const refusedRows = new Set(written.refused.map(({ row }) => row))
  const stored = rows.filter(({ row }) => !refusedRows.has(row))
  const refused = [...table.refused, ...written.refused].sort((a, b) => a.row - b.row)
  const parsed = stored.filter(({ value }) => value.status === 'parsed').length
  const ended = how.replaces && stored.length > 0
    ? await endReplaced(pool, region, { of: 'benchmark', body: how.body, series: how.maker ?? '', from: validFrom, holds: rows.map(({ value }) => value.benchmark) }) : 0
  return {
    counts: {
      rows: table.lines.length + table.refused.length, accepted: stored.length, refused: refused.length, parsed, toBeConfirmed: stored.length - parsed,
      added: written.added, superseded: written.superseded, unchanged: written.unchanged, ...(how.replaces ? { ended } : {}),
    },
    refused,
  }
}

/** The first branch of the item that counts in the same way; undefined: none does. Without money any will do. */
function branchOf({ range }: ImportedBenchmark, { branches }: ItemVersion): number | undefined {
  if (range === null) return 0
  const found = branches.findIndex((branch) => beyondLaw(range, [branch], true) !== 'unknown')
  return found < 0 ? undefined : found
}
