import { crc32, deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { UnreadableTable } from './read-table.ts'
import { isArchive, readOffice } from './read-office.ts'

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

it('refuses what is broken, and other archives', () => {
  const file = zip({ 'word/document.xml': '<w:p/>'.repeat(100) })
  expect(() => readOffice(file.subarray(0, 60))).toThrow(UnreadableTable)
  expect(() => readOffice(zip({ 'a.txt': 'x' }))).toThrow(UnreadableTable)
})

function zip(entries: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const [title, packed] = [Buffer.from(name), deflateRawSync(text)]
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(text), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(Buffer.byteLength(text), 18)
    head.writeUInt16LE(title.length, 22)
    local.push(Buffer.from('PK\x03\x04'), head, title, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00'), head, place, title)
    offset += 30 + title.length + packed.length
  }
  const index = Buffer.concat(central)
  const end = Buffer.alloc(18)
  const n = Object.keys(entries).length
  end.writeUInt16LE(n, 4)
  end.writeUInt16LE(n, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, index, Buffer.from('PK\x05\x06'), end])
}
