import { describe, expect, it } from 'vitest'
import { readTable, tableBytes, UnreadableTable, writeTable } from './read-table.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 事项 and 依据 in GBK. */
const gbk = Uint8Array.from([0xca, 0xc2, 0xcf, 0xee, 0x2c, 0xd2, 0xc0, 0xbe, 0xdd, 0x0a, 0xce, 0xde, 0x2c, 0xd3, 0xd0, 0x0a])

describe('a table', () => {
  it('is read in the encodings offices save', () => {
    const rows = [{ row: 2, cells: { 事项: '无', 依据: '有' } }]
    expect(readTable(utf8('事项,依据\n无,有\n'), ['事项'])).toEqual({ encoding: 'utf-8', columns: ['事项', '依据'], rows })
    expect(readTable(utf8('\uFEFF事项,依据\r\n无,有'), ['事项']).rows).toEqual(rows)
    expect(readTable(gbk, ['事项', '依据'])).toMatchObject({ encoding: 'gb18030', rows })
    expect(readTable(Buffer.from('\uFEFF事项\t依据\n无\t有\n', 'utf16le'), ['事项'])).toMatchObject({ encoding: 'utf-16le', rows })
  })

  it('has cells with commas, quotes and line breaks, and counts rows as a spreadsheet does', () => {
    const { rows } = readTable(utf8('a,b\n"一\n二","说""是""，"\n,\n三\n'), ['a'])
    expect(rows).toEqual([{ row: 2, cells: { a: '一\n二', b: '说"是"，' } }, { row: 4, cells: { a: '三', b: '' } }])
  })

  it.each([
    ['empty', utf8(' \n'), '空'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4]), 'CSV'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0, 0]), '不是文本'],
    ['bytes of no encoding', Uint8Array.from([0x61, 0xff, 0xff, 0x80]), '编码'],
    ['an open quote', utf8('a\n"一'), '引号'],
    ['a missing column', utf8('b\n一'), '缺少列：a'],
    ['a doubled column', utf8('a,a\n一,二'), '两次'],
    ['too many cells', utf8('a\n一,二'), '第2行'],
    ['too large', new Uint8Array(tableBytes + 1), '20MB'],
  ])('that is %s is refused with the reason', (_name, bytes, reason) => {
    const read = () => readTable(bytes, ['a'])
    expect(read).toThrow(UnreadableTable)
    try {
      read()
    } catch (error) {
      expect((error as UnreadableTable).words.zh).toContain(reason)
    }
  })

  it('is written so that no cell becomes a formula', () =>
    expect(writeTable(['row', 'reason'], [[2, '=1+1'], [-3, 'a,"b"']])).toBe('\uFEFFrow,reason\r\n2,\'=1+1\r\n-3,"a,""b"""\r\n'))
})
