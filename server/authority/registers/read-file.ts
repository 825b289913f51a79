import type { TObject } from 'typebox'
import { readTable, UnreadableTable } from '../../platform/tables/read-table.ts'

/** A row of a register file before it is judged; `row` is the line of a spreadsheet, or the place in a JSON array from 1. */
export interface FileRow {
  readonly row: number
  readonly value: unknown
}

/** @throws UnreadableTable */
export function readRegisterFile(bytes: Uint8Array, schema: TObject): FileRow[] {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).replace(/^\uFEFF/, '').trimStart()
  return start.startsWith('[') || start.startsWith('{') ? readJson(bytes) : readTable(bytes, []).rows.map(({ row, cells }) => ({ row, value: valueOf(schema, cells) }))
}

function readJson(bytes: Uint8Array): FileRow[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new UnreadableTable(`不是有效的JSON：${(error as Error).message}`, `not JSON: ${(error as Error).message}`)
  }
  if (!Array.isArray(parsed)) throw new UnreadableTable('JSON应为数组', 'the JSON must be an array')
  return parsed.map((value: unknown, i) => ({ row: i + 1, value }))
}

/** Cells are texts; what the schema wants otherwise is read here, and left as it is where it cannot be, for the schema to refuse. */
function valueOf(schema: TObject, cells: Readonly<Record<string, string>>): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const [name, cell] of Object.entries(cells)) {
    const text = cell.trim()
    if (text === '') continue
    const node: { readonly type?: string } | undefined = schema.properties[name]
    const type = node?.type
    value[name] = readers[type ?? ''] ? (readers[type ?? ''] as (text: string) => unknown)(text) : type === undefined ? json(text) : text
  }
  return value
}

const json = (text: string): unknown => {
  try {
    return /^[[{"\d-]|^(true|false|null)$/.test(text) && !/^\d{4}-\d{2}/.test(text) ? JSON.parse(text) : text
  } catch {
    return text
  }
}

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  integer: (text) => (/^-?\d+$/.test(text) ? Number(text) : text),
  boolean: (text) => ({ true: true, 是: true, false: false, 否: false })[text] ?? text,
  array: (text) => (text.startsWith('[') ? json(text) : text.split(/[;；]/).map((each) => each.trim()).filter((each) => each !== '')),
  object: json,
}
