import type { Pool } from 'pg'
import type { Instant } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { readTable, writeTable } from '../platform/tables/read-table.ts'
import type { ImportedRows } from './import-items.ts'
import { registers } from './registers/index.ts'
import { registerRows } from './registers/register-file.ts'

/** R29: the numbers that paper took before this system numbers on, series by series, as an office keeps them in a table. */

const columns = { kind: '文书代字', year: '年度', first: '起始号', last: '终止号', note: '说明' } as const

export const numbersTemplate = (): string => writeTable(Object.values(columns), [['罚', '2026', '', '57', '纸质决定书已用至57号'], ['立', '2026', '60', '', '作废']])

export interface NumbersTable {
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, string>> }[]
}

/** @throws UnreadableTable */
export const readNumbersTable = (bytes: Uint8Array): NumbersTable => ({ rows: readTable(bytes, [columns.kind, columns.year, columns.note]).rows })

/** Each row on its own: good ones are registered, bad ones listed. The same file twice changes nothing. */
export async function importNumbers(pool: Pool, region: string, { rows }: NumbersTable, { body, at, progress }: { readonly body: string; readonly at: Instant; readonly progress: (done: number) => void }): Promise<ImportedRows> {
  const to = registers.find(({ kind }) => kind === 'number-series')
  if (to === undefined) throw new Error('there is no register of numbers')
  const values = rows.map(({ row, cells }) => ({
    row,
    value: { body, kind: textOf(cells, 'kind'), note: textOf(cells, 'note'), ...numberAt(cells, 'year'), ...numberAt(cells, 'first'), ...numberAt(cells, 'last') },
  }))
  const unclear = values.filter(({ value }) => value.first === undefined && value.last === undefined)
  const { added, superseded, unchanged, refused } = await registerRows(pool, region, to, values.filter((each) => !unclear.includes(each)), at, progress)
  const all = [...refused, ...unclear.map(({ row }) => ({ row, reason: words('起始号、终止号都没有填写', 'neither a first nor a last number is given') }))].toSorted((a, b) => a.row - b.row)
  return { counts: { rows: rows.length, accepted: rows.length - all.length, refused: all.length, parsed: rows.length - all.length, toBeConfirmed: 0, added, superseded, unchanged }, refused: all }
}

const textOf = (cells: Readonly<Record<string, string>>, name: keyof typeof columns): string => (cells[columns[name]] ?? '').trim()

/** As written where it is no number, for the register to refuse with its own words. */
const numberAt = (cells: Readonly<Record<string, string>>, name: 'year' | 'first' | 'last'): Partial<Record<'year' | 'first' | 'last', unknown>> => {
  const text = textOf(cells, name)
  return text === '' ? {} : { [name]: /^\d+$/.test(text) ? Number(text) : text }
}
