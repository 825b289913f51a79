import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zip } from '../../server/platform/tables/zip.ts'
import type { Dice } from './random.ts'
import type { Sent } from './requests.ts'

const good = readFileSync(join(import.meta.dirname, '../../server/authority/fixtures/items.csv'))
const workbook = (sheet: string): Buffer => zip({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>` })
const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`

const bomb = zip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(200_000_000, 32) })

/** What somebody might send as a table or a paper, most of it wrong. */
const files: Readonly<Record<string, (dice: Dice) => Buffer>> = {
  'a good table': () => good,
  'cut anywhere': (dice) => good.subarray(0, dice.below(good.length)),
  'bytes changed': (dice) => Buffer.from(good.map((byte) => (dice.chance(0.01) ? dice.below(256) : byte))),
  'in UTF-16': () => Buffer.from(good.toString('utf8'), 'utf16le'),
  'headings of another country': () => Buffer.from('name;value\n1;2\n'),
  'formulas in cells': () => Buffer.from(good.toString('utf8').replaceAll(/^/gm, '=cmd|\'/c calc\'!A0,')),
  'quotes never closed': () => Buffer.from(`${good.toString('utf8').split('\n')[0]}\n"${'x'.repeat(500_000)}`),
  'one line without end': () => Buffer.alloc(2_000_000, ','),
  'zeros': () => Buffer.alloc(100_000),
  'a picture': () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'nothing': () => Buffer.alloc(0),
  'a workbook with formulas': () => workbook(`<row>${cell('编号')}</row><row><c><f>HYPERLINK("http://x")</f><v>1</v></c></row>`),
  'a workbook beyond its sheet': () => workbook('<row><c r="ZZZZZZZZ1"><v>1</v></c></row>'),
  'a workbook of opening tags': () => workbook('<row><c>'.repeat(200_000)),
  'an archive that unpacks to 200 MB': () => bomb,
  'an archive with path names': () => zip({ '../../../../outside': 'x', 'xl/worksheets/sheet1.xml': '<worksheet/>', '/outside': 'y' }),
  'an archive cut': (dice) => workbook(`<row>${cell('编号')}</row>`).subarray(0, 20 + dice.below(100)),
}

const csv = 'text/csv'
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const places: readonly { readonly path: string; readonly types: readonly string[] }[] = [
  ...['items', 'benchmarks', 'leniency', 'numbers', 'cases'].map((kind) => ({ path: `/api/import/${kind}?body=market&name=table&`, types: [csv] })),
  { path: '/api/import/people?name=table&', types: [csv, sheet] },
  { path: '/api/plan/import?', types: [csv, sheet] },
  { path: '/api/exams/questions/import?name=table&', types: ['application/octet-stream'] },
]

/** One file, sent to one of the doors for files. */
export function hostileFile(dice: Dice): Sent & { readonly what: string } {
  const what = dice.pick(Object.keys(files))
  const { path, types } = dice.pick(places)
  const id = `fuzz-${dice.below(1_000_000_000)}`
  const type = dice.chance(0.1) ? 'text/plain' : dice.pick(types)
  return { what, route: `POST ${path}`, method: 'POST', path: `${path}id=${id}`, body: files[what]?.(dice) ?? good, headers: { 'content-type': type } }
}

/** The same as an upload that says of itself what it is not: whatever the store keeps, it is never served as a page. */
export const uploadTypes = ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'image/png', 'application/pdf'] as const
