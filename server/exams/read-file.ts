import { bankColumns, readBankParagraphs, readBankRows, readBankText, type ReadBank } from '@faheng/law/exams/read-bank.ts'
import { isArchive, readOffice } from '../platform/tables/read-office.ts'
import { decode, readTable, tableBytes, UnreadableTable } from '../platform/tables/read-table.ts'

/** A bank in whatever file it comes: text in GBK or UTF-8, CSV, workbook, text document. @throws UnreadableTable */
export function readBankFile(bytes: Uint8Array, defaults: { readonly field: string }): ReadBank {
  if (bytes.length > tableBytes) throw new UnreadableTable('文件超过20MB', 'the file is larger than 20 MB')
  if (isArchive(bytes)) {
    const file = readOffice(bytes)
    return 'paragraphs' in file ? readBankParagraphs(file.paragraphs, defaults) : readBankRows(rowsOf(file.sheet), defaults)
  }
  const { text } = decode(bytes)
  const heading = text.slice(0, text.search(/\r?\n|$/))
  return heading.includes('题干') ? readBankRows(readTable(bytes, bankColumns).rows, defaults) : readBankText(text, defaults)
}

function rowsOf(sheet: readonly (readonly string[])[]) {
  const columns = (sheet[0] ?? []).map((name) => name.trim())
  const missing = bankColumns.filter((name) => !columns.includes(name))
  if (missing.length > 0) throw new UnreadableTable(`缺少列：${missing.join('、')}`, `columns missing: ${missing.join(', ')}`)
  return sheet.slice(1)
    .map((cells, i) => ({ row: i + 2, cells: Object.fromEntries(columns.map((name, n) => [name, cells[n] ?? ''])) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell.trim() !== ''))
}
