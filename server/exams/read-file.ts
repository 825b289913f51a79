import { bankColumns, readBankParagraphs, readBankRows, readBankText, type ReadBank } from '@faheng/law/exams/read-bank.ts'
import { isArchive, readOffice, readWorkbook } from '../platform/tables/read-office.ts'
import { decode, readTable, tableBytes, UnreadableTable } from '../platform/tables/read-table.ts'

/** A bank in whatever file it comes: text in GBK or UTF-8, CSV, workbook, text document. @throws UnreadableTable */
export function readBankFile(bytes: Uint8Array, defaults: { readonly field: string }): ReadBank {
  if (bytes.length > tableBytes) throw new UnreadableTable('文件超过20MB', 'the file is larger than 20 MB')
  if (isArchive(bytes)) {
    const file = readOffice(bytes)
    return 'paragraphs' in file ? readBankParagraphs(file.paragraphs, defaults) : readBankRows(readWorkbook(bytes, bankColumns).rows, defaults)
  }
  const { text } = decode(bytes)
  const heading = text.slice(0, text.search(/\r?\n|$/))
  return heading.includes('题干') ? readBankRows(readTable(bytes, bankColumns).rows, defaults) : readBankText(text, defaults)
}
