import { CsvError, parse } from 'csv-parse/sync'
import { words, type Words } from '@faheng/law/words.ts'

export interface Table {
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le'
  readonly columns: readonly string[]
  /** `row` is the number a spreadsheet shows: the heading is 1. */
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, string>> }[]
}

/** A file that cannot be read as a table at all; single rows are refused elsewhere. */
export class UnreadableTable extends Error {
  readonly words: Words

  constructor(zh: string, en: string) {
    super(en)
    this.words = words(zh, en)
  }
}

/** Larger files are refused before they are read: the largest catalogue of items we know has 1 MB. */
export const tableBytes = 20 * 1024 * 1024

/**
 * Reads comma- or tab-separated text as Chinese offices save it: UTF-8 with or without byte order mark, GBK/GB 18030, UTF-16;
 * quoted cells with line breaks and doubled quotes. Short rows are filled up, cells beyond the heading are a fault. Rows with nothing
 * in any cell are left out, unless `blank` keeps them to be told of; empty lines are no rows.
 * @throws UnreadableTable: empty, too large, no text, no such encoding, quotes that never close, columns missing or doubled.
 */
export function readTable(bytes: Uint8Array, required: readonly string[], blank: 'left-out' | 'kept' = 'left-out'): Table {
  if (bytes.length > tableBytes) throw new UnreadableTable('文件超过20MB', 'the file is larger than 20 MB')
  const { encoding, text } = decode(bytes)
  if (text.trim() === '') throw new UnreadableTable('文件是空的', 'the file is empty')
  const heading = text.slice(0, text.search(/\r?\n|$/))
  const records = recordsOf(text, heading.includes('\t') && !heading.includes(',') ? '\t' : ',')
  const columns = (records[0] ?? []).map((name) => name.trim())
  const missing = required.filter((name) => !columns.includes(name))
  if (missing.length > 0) throw new UnreadableTable(`缺少列：${missing.join('、')}`, `columns missing: ${missing.join(', ')}`)
  const doubled = columns.find((name, i) => name !== '' && columns.indexOf(name) !== i)
  if (doubled !== undefined) throw new UnreadableTable(`列“${doubled}”出现两次`, `the column ${doubled} is there twice`)
  const rows = records.slice(1).map((cells, i) => {
    if (cells.slice(columns.length).some((cell) => cell.trim() !== ''))
      throw new UnreadableTable(`第${i + 2}行的单元格多于列名`, `row ${i + 2} has more cells than there are columns`)
    const told = cells.some((cell) => cell.trim() !== '') || (blank === 'kept' && cells.length > 1)
    return { row: i + 2, cells: Object.fromEntries(columns.map((name, n) => [name, cells[n] ?? ''])), told }
  })
  return { encoding, columns, rows: rows.flatMap(({ told, ...row }) => (told ? [row] : [])) }
}

/** Text as Chinese offices save it. @throws UnreadableTable for what is no text */
export function decode(bytes: Uint8Array): { encoding: Table['encoding']; text: string } {
  const begins = (...start: number[]) => start.every((byte, i) => bytes[i] === byte)
  if (begins(0x50, 0x4b)) throw new UnreadableTable('这是Excel工作簿或者压缩包，请另存为CSV', 'this is a workbook or an archive: save it as CSV')
  if (begins(0x25, 0x50, 0x44, 0x46)) throw new UnreadableTable('这是PDF文件', 'this is a PDF file')
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableTable('这是旧版Excel文件，请另存为CSV', 'this is an old workbook: save it as CSV')
  if (begins(0xff, 0xfe)) return { encoding: 'utf-16le', text: new TextDecoder('utf-16le').decode(bytes) }
  if (bytes.includes(0)) throw new UnreadableTable('这不是文本文件', 'this is not a text file')
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
    } catch {
      continue
    }
  }
  throw new UnreadableTable('文字编码既不是UTF-8也不是GBK', 'the text is neither UTF-8 nor GBK')
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number((error as { lines?: unknown }).lines ?? 0)
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw new UnreadableTable('有引号没有结束，文件可能不完整', 'a quote never closes: the file may be cut off')
    throw new UnreadableTable(`第${line}行附近不符合CSV格式`, `near line ${line} this is not CSV`)
  }
}

/** Lines of a table for download; with a byte order mark, without which spreadsheets take UTF-8 for GBK. */
export const writeTable = (columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${[columns, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`

/** Text that a spreadsheet would run as a formula is quoted with an apostrophe. */
const cell = (value: string | number): string => {
  const text = String(value).replace(/^[=+\-@\t]/, (first) => (typeof value === 'number' ? first : `'${first}`))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
