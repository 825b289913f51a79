import { expect, it } from 'vitest'
import { UnreadableTable } from './read-table.ts'
import { isArchive, readOffice, readWorkbook } from './read-office.ts'
import { zip } from './zip.ts'

it('reads the paragraphs of a text document', () => {
  const file = zip({ 'word/document.xml': '<w:document><w:body><w:p><w:r><w:t>依据《行政处罚法》</w:t></w:r><w:r><w:t xml:space="preserve"> &amp; 其他</w:t></w:r></w:p><w:p/><w:p w:id="1"><w:t>二</w:t></w:p></w:body></w:document>' })
  expect(isArchive(file)).toBe(true)
  expect(readOffice(file)).toEqual({ paragraphs: ['依据《行政处罚法》 & 其他', '', '二'] })
})

it('reads the first sheet of a workbook, with blanks where cells are missing', () => {
  const file = zip({
    'xl/sharedStrings.xml': '<sst><si><t>题干</t></si><si><r><t>答</t></r><r><t>案</t></r></si></sst>',
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="C2"><v>3</v></c></row></sheetData></worksheet>',
    'xl/worksheets/sheet2.xml': '<worksheet/>',
  })
  expect(readOffice(file)).toEqual({ sheet: [['题干', '', '答案'], ['甲', '', '3']] })
})

it('reads a workbook as a table under its heading, and names the columns that are missing', () => {
  const file = zip({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c t="inlineStr"><is><t>编号</t></is></c></row><row><c><v>51</v></c></row><row><c><v></v></c></row></sheetData></worksheet>' })
  expect(readWorkbook(file, ['编号'])).toEqual({ columns: ['编号'], rows: [{ row: 2, cells: { 编号: '51' } }] })
  expect(() => readWorkbook(file, ['名称'])).toThrow(/名称|columns missing/)
})

it('refuses what is broken, and other archives', () => {
  const file = zip({ 'word/document.xml': '<w:p/>'.repeat(100) })
  expect(() => readOffice(file.subarray(0, 60))).toThrow(UnreadableTable)
  expect(() => readOffice(zip({ 'a.txt': 'x' }))).toThrow(UnreadableTable)
})

it('refuses archives made to exhaust it', () => {
  const sheet = (row: string) => zip({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${row}</sheetData></worksheet>` })
  expect(() => readOffice(sheet('<row><c r="ZZZZZZZ1"><v>1</v></c></row>'))).toThrow(UnreadableTable)
  expect(readOffice(sheet('<row>'.repeat(500_000)))).toEqual({ sheet: [] })
  const large = ' '.repeat(40 * 1024 * 1024)
  expect(() => readOffice(zip({ 'xl/worksheets/sheet1.xml': large, 'xl/worksheets/sheet2.xml': large }))).toThrow(UnreadableTable)
})
