import { UnreadableTable, type Table } from './read-table.ts'
import { unzip } from './unzip.ts'

/** Whether the bytes are a zip archive, as workbooks (.xlsx) and text documents (.docx) are. */
export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

export type OfficeFile = { readonly paragraphs: readonly string[] } | { readonly sheet: readonly (readonly string[])[] }

/** The paragraphs of a text document, or the first sheet of a workbook. @throws UnreadableTable */
export function readOffice(bytes: Uint8Array): OfficeFile {
  const entries = unzip(bytes, (name) => name === 'word/document.xml' || name === 'xl/sharedStrings.xml' || /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
  const document = entries.get('word/document.xml')
  if (document) return { paragraphs: elements(document.toString('utf8'), 'w:p').map((paragraph) => textOf(paragraph.inner, 'w:t')) }
  const [first] = [...entries.keys()].filter((name) => name.startsWith('xl/worksheets/')).sort((a, b) => Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, '')))
  if (first === undefined) throw new UnreadableTable('既不是Word文档也不是Excel工作簿', 'neither a text document nor a workbook')
  const shared = elements(entries.get('xl/sharedStrings.xml')?.toString('utf8') ?? '', 'si').map(({ inner }) => textOf(inner, 't'))
  return { sheet: elements(entries.get(first)?.toString('utf8') ?? '', 'row').map(({ inner }) => rowOf(inner, shared)) }
}

/** The first sheet as a table under its heading. @throws UnreadableTable: no workbook, columns missing */
export function readWorkbook(bytes: Uint8Array, required: readonly string[]): Pick<Table, 'columns' | 'rows'> {
  const file = readOffice(bytes)
  if (!('sheet' in file)) throw new UnreadableTable('这是Word文档，请上传Excel工作簿或者CSV', 'this is a text document: send a workbook or CSV')
  const columns = (file.sheet[0] ?? []).map((name) => name.trim())
  const missing = required.filter((name) => !columns.includes(name))
  if (missing.length > 0) throw new UnreadableTable(`缺少列：${missing.join('、')}`, `columns missing: ${missing.join(', ')}`)
  const rows = file.sheet.slice(1).map((cells, i) => ({ row: i + 2, cells: Object.fromEntries(columns.map((name, n) => [name, cells[n] ?? ''])) }))
  return { columns, rows: rows.filter(({ cells }) => Object.values(cells).some((cell) => cell.trim() !== '')) }
}

/** Columns of a sheet, to XFD. */
const widest = 16_384

function rowOf(xml: string, shared: readonly string[]): string[] {
  const cells: string[] = []
  for (const { attributes, inner } of elements(xml, 'c')) {
    const column = /\br="([A-Z]+)\d+"/.exec(attributes)?.[1]
    const at = column === undefined ? cells.length : [...column].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const value = textOf(inner, 'v')
    if (at >= widest) throw new UnreadableTable('单元格位置超出工作表范围', 'a cell lies beyond the sheet')
    while (cells.length < at) cells.push('')
    cells[at] = /\bt="s"/.test(attributes) ? (shared[Number(value)] ?? '') : /\bt="inlineStr"/.test(attributes) ? textOf(inner, 't') : value
  }
  return cells
}

/**
 * Elements of one name, none within another of the same name; office files nest neither paragraphs (but in boxes) nor cells. One
 * pass, whatever is left unclosed: a small archive can unpack to millions of opening tags.
 */
function elements(xml: string, name: string): { attributes: string; inner: string }[] {
  const found: { attributes: string; inner: string }[] = []
  const [opening, closing] = [`<${name}`, `</${name}>`]
  for (let at = xml.indexOf(opening); at >= 0; at = xml.indexOf(opening, at)) {
    at += opening.length
    if (!/[\s/>]/.test(xml[at] ?? '')) continue
    const end = xml.indexOf('>', at)
    if (end < 0) break
    const empty = xml[end - 1] === '/'
    const close = empty ? end : xml.indexOf(closing, end)
    if (close < 0) break
    found.push({ attributes: xml.slice(at, empty ? end - 1 : end), inner: empty ? '' : xml.slice(end + 1, close) })
    at = close
  }
  return found
}

const textOf = (xml: string, name: string): string => elements(xml, name).map(({ inner }) => unescape(inner)).join('')

const unescape = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/gi, (all, hex?: string, decimal?: string, name?: string) =>
    name ? (named[name] ?? all) : String.fromCodePoint(Math.min(0x10ffff, hex ? Number.parseInt(hex, 16) : Number(decimal))))

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
