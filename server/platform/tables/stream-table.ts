import { CsvError, parse } from 'csv-parse'
import { UnreadableTable } from './read-table.ts'

export interface TableRow {
  /** The number a spreadsheet shows: the heading is 1. */
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
}

type Chunks = () => AsyncIterable<Uint8Array>

/**
 * Rows of a large table one by one, never the whole file: read once to know whether it is UTF-8 or GBK, and once for its rows.
 * @throws UnreadableTable, also while it is being read
 */
export async function* streamTable(open: Chunks, required: readonly string[]): AsyncGenerator<TableRow> {
  const encoding = await encodingOf(open)
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: false })
  const fed = feed(open, encoding, parser)
  let columns: string[] | undefined
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++
      if (columns === undefined) {
        columns = cells.map((name) => name.trim())
        const missing = required.filter((name) => !columns?.includes(name))
        if (missing.length > 0) throw new UnreadableTable(`缺少列：${missing.join('、')}`, `columns missing: ${missing.join(', ')}`)
      } else if (cells.some((cell) => cell.trim() !== '')) yield { row, cells: Object.fromEntries(columns.map((name, i) => [name, (cells[i] ?? '').trim()])) }
    }
    await fed
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableTable(`第${row + 1}行附近不符合CSV格式`, `near row ${row + 1} this is not CSV`)
    throw error
  } finally {
    parser.destroy()
    await fed.catch(() => undefined)
  }
  if (columns === undefined) throw new UnreadableTable('文件是空的', 'the file is empty')
}

async function encodingOf(open: Chunks): Promise<'utf-8' | 'gb18030'> {
  let first = true
  const decoders = new Map((['utf-8', 'gb18030'] as const).map((name) => [name, new TextDecoder(name, { fatal: true })]))
  for await (const chunk of open()) {
    if (first && chunk[0] === 0x50 && chunk[1] === 0x4b) throw new UnreadableTable('这是Excel工作簿或者压缩包，请另存为CSV', 'this is a workbook or an archive: save it as CSV')
    first = false
    if (chunk.includes(0)) throw new UnreadableTable('这不是文本文件', 'this is not a text file')
    for (const [name, decoder] of decoders) if (!tried(() => decoder.decode(chunk, { stream: true }))) decoders.delete(name)
  }
  for (const [name, decoder] of decoders) if (tried(() => decoder.decode())) return name
  throw new UnreadableTable('文字编码既不是UTF-8也不是GBK', 'the text is neither UTF-8 nor GBK')
}

const tried = (work: () => unknown): boolean => {
  try {
    work()
    return true
  } catch {
    return false
  }
}

async function feed(open: Chunks, encoding: string, parser: ReturnType<typeof parse>): Promise<void> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of open()) {
    if (parser.destroyed) return
    if (!parser.write(decoder.decode(chunk, { stream: true }))) await new Promise<void>((resolve) => void parser.once('drain', resolve).once('close', resolve))
  }
  parser.end(decoder.decode())
}
