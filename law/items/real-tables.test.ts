import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { parseCitations } from '../citations/parse.ts'
import { limitsOf } from '../penalties/branch.ts'
import { readItemRow, refuseDuplicates } from './read-row.ts'

const folder = fileURLToPath(new URL('../../../shared/data/items/', import.meta.url))
const present = existsSync(folder)
if (!present) console.log('real item tables: not run, ../shared/data/items is absent')

interface File {
  readonly name: string
  readonly rows: readonly Record<string, string>[]
}
const files: File[] = present
  ? readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => ({ name, rows: parse(readFileSync(folder + name), { columns: true, bom: true }) }))
  : []
const readAll = ({ rows }: File) => refuseDuplicates(rows.map((cells, i) => ({ row: i + 2, read: readItemRow(cells, i + 2) })))

test.runIf(present)('552 rows; exactly the 14 without basis are refused', () => {
  const table = files.map((file) => {
    const read = readAll(file)
    const items = read.flatMap((r) => ('item' in r ? [r.item] : []))
    const citations = file.rows.map((cells) => parseCitations(cells['法条依据'] ?? ''))
    return {
      file: file.name.replace('.csv', ''),
      rows: read.length,
      accepted: items.length,
      refused: read.length - items.length,
      parsed: items.filter((item) => item.status === 'parsed').length,
      toBeConfirmed: items.filter((item) => item.status === 'to-be-confirmed').length,
      branches: items.reduce((n, item) => n + item.branches.length, 0),
      branchesToBeConfirmed: items.reduce((n, item) => n + item.branches.filter((b) => b.status === 'to-be-confirmed').length, 0),
      citationsRead: citations.reduce((n, c) => n + c.read.length, 0),
      citationsUnread: citations.reduce((n, c) => n + c.unread.length, 0),
    }
  })
  console.table(table)
  const sum = (key: 'rows' | 'refused' | 'accepted' | 'parsed') => table.reduce((n, entry) => n + entry[key], 0)
  expect([sum('rows'), sum('refused'), sum('accepted')]).toEqual([552, 14, 538])
  const refused = files.flatMap(readAll).flatMap((r) => ('refused' in r ? [r.refused.reason.zh] : []))
  expect(refused.every((reason) => reason.startsWith('没有法条依据'))).toBe(true)
  expect(sum('parsed')).toBeGreaterThanOrEqual(470)
})

test.runIf(present)('every article named in 法条依据 is read, or its cell is reported', () => {
  for (const { rows } of files)
    for (const cells of rows) {
      const cell = cells['法条依据'] ?? ''
      const { read, unread } = parseCitations(cell)
      if (unread.length === 0) expect(read.length, cell).toBe([...cell.matchAll(/条(?!例|码|件)/g)].length)
    }
})

test.runIf(present)('in a parsed item every figure of the range column is a bound of some branch', () => {
  for (const { rows } of files)
    for (const [i, cells] of rows.entries()) {
      const read = readItemRow(cells, i + 2)
      if ('refused' in read || read.item.status !== 'parsed') continue
      const amounts = new Set(
        read.item.branches.flatMap((branch) => (branch.fine?.base === 'absolute' ? [limitsOf(branch, {})].flatMap((l) => (typeof l === 'string' ? [] : [l.floor, l.ceiling])) : [])),
      )
      for (const [, figure] of (cells['处罚幅度'] ?? '').matchAll(/([0-9]+)(?=元以[上下](?:[0-9]+元以下)?的?罚款)/g))
        if (!/每/.test(cells['处罚幅度'] ?? '')) expect(amounts, `${cells['处罚幅度']}`).toContain(Number(figure) * 100)
    }
})

/** Read by eye against the statutes: [file, row, the branches' conditions and fines in yuan]. */
const CHECKED: readonly (readonly [string, number, readonly string[]])[] = [
  ['food-and-drug', 50, ['', '逾期不改正的 100000-500000']],
  ['food-and-drug', 38, [' 1x-5x', '情节严重的 5x-15x', '情节严重的，对法定代表人、主要负责人、直接负责的主管人员和其他责任人员 20000-200000']],
  ['construction-safety', 27, [' 0-50000', ' 0-10000', '逾期未改正的']],
  ['fire-and-emergency', 12, [' 5000-50000', ' 0-500']],
  ['urban-management', 5, ['违反第（四）项、第（五）项规定的 50-200', '违反第（四）项、第（五）项规定的 200-2000']],
  ['market-supervision', 2, [' 1x-10x', '没有违法所得的 0-500000', '情节严重的']],
]

test.runIf(present).each(CHECKED)('%s row %i', (name, row, expected) => {
  const cells = files.find((file) => file.name === `${name}.csv`)?.rows[row - 2] ?? {}
  const read = readItemRow(cells, row)
  if ('refused' in read) throw new Error(read.refused.reason.zh)
  const bound = (b: number | { n: number; d: number }) => (typeof b === 'number' ? `${b / 100}` : `${b.n / b.d}x`)
  expect(
    read.item.branches.map(({ condition, fine }) => (!fine || fine.base === 'unspecified' ? condition : `${condition} ${bound(fine.floor)}-${bound(fine.ceiling)}`)),
  ).toEqual(expected)
})

/** Rows whose range column contradicts the article beside it; they must not pass as parsed. */
test.runIf(present).each([
  ['construction-safety', 24], ['fire-and-emergency', 26], ['fire-and-emergency', 27], ['fire-and-emergency', 30], ['fire-and-emergency', 56],
  ['road-transport', 14], ['road-transport', 21], ['labour', 36],
] as const)('%s row %i contradicts itself and is to be confirmed', (name, row) => {
  const read = readItemRow(files.find((file) => file.name === `${name}.csv`)?.rows[row - 2] ?? {}, row)
  expect('item' in read && read.item.status).toBe('to-be-confirmed')
})
