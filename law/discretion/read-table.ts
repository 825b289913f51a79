import type { Citation } from '../citation.ts'
import { parseCitations } from '../citations/parse.ts'
import { itemCode } from '../items/code.ts'
import type { Branch, Fine } from '../penalties/branch.ts'
import { parseBranches } from '../penalties/parse.ts'
import { words, type Words } from '../words.ts'
import { beyondLaw } from './legal-range.ts'

/** A line of a published benchmark as one row of a table yields it. */
export interface ImportedBenchmark {
  /** From violation, tier and circumstance alone: the same row gives the same code in every import. */
  readonly code: string
  readonly violation: string
  readonly bases: readonly Citation[]
  readonly tier: string
  readonly rank: number
  readonly circumstance: string
  readonly range: Fine | null
  readonly standard: string
  readonly mitigation: boolean
  readonly status: 'parsed' | 'to-be-confirmed'
  readonly reasons: readonly Words[]
}

export type ReadBenchmark = { readonly benchmark: ImportedBenchmark } | { readonly refused: { readonly row: number; readonly reason: Words } }

type Cells = Readonly<Record<string, string>>

/** The two shapes benchmarks are published in: graded circumstances in words, and codes with their amounts. */
export const shapes = {
  graded: ['violation', 'basis', 'grade', 'circumstance', 'standard'],
  coded: ['code', 'violation', 'basis', 'fine_min', 'fine_max', 'fine_default'],
} as const

/** One row. Refused: no violation, no standard, no basis, a range beyond the norm it cites. */
export function readBenchmarkRow(cells: Cells, row: number): ReadBenchmark {
  const refuse = (reason: Words): ReadBenchmark => ({ refused: { row, reason } })
  const violation = plainCell(cells, 'violation')
  if (violation === '') return refuse(words('没有违法行为名称', 'the violation is missing'))
  const basis = plainCell(cells, 'basis')
  const { read, unread } = parseCitations(basis)
  if (read.length === 0) return refuse(words('没有写明依据的条文', 'no article is named as the basis'))
  const told = 'fine_max' in cells ? coded(cells) : graded(cells, basis)
  if ('zh' in told) return refuse(told)
  const reasons = [...told.reasons, ...unread.map((part) => words(`依据未能识别：“${part.unread}”`, `basis not read: "${part.unread}"`))]
  const beyond = told.range === null ? undefined : beyondLaw(told.range, told.norm, told.mitigation)
  if (beyond === 'unknown') reasons.push(words('依据中没有可以比较的幅度，须核对', 'the basis has no comparable range: to be checked'))
  else if (beyond) return refuse(beyond)
  const bases = read.map(({ source: _source, edition: _edition, ...citation }): Citation => citation)
  const { norm: _norm, ...rest } = told
  return {
    benchmark: {
      ...rest,
      code: itemCode(`${plainCell(cells, 'code')}${violation}\u0000${told.tier}\u0000${told.circumstance}`, bases),
      violation, bases, reasons, status: reasons.length === 0 ? 'parsed' : 'to-be-confirmed',
    },
  }
}

/** Within one file a line comes once. */
export function refuseRepeated(rows: readonly { readonly row: number; readonly read: ReadBenchmark }[]): ReadBenchmark[] {
  const first = new Map<string, number>()
  return rows.map(({ row, read }) => {
    if ('refused' in read) return read
    const earlier = first.get(read.benchmark.code)
    first.set(read.benchmark.code, earlier ?? row)
    return earlier === undefined ? read : { refused: { row, reason: words(`与第${earlier}行的违法行为、档次、情节相同`, `violation, tier and circumstance are those of row ${earlier}`) } }
  })
}

type Told = Pick<ImportedBenchmark, 'tier' | 'rank' | 'circumstance' | 'range' | 'standard' | 'mitigation' | 'reasons'> & { readonly norm: readonly Branch[] }

/** 裁量等级 · 情节 · 裁量标准 in words with Chinese numerals. */
function graded(cells: Cells, basis: string): Told | Words {
  const [grade, circumstance, standard] = [plainCell(cells, 'grade'), plainCell(cells, 'circumstance'), plainCell(cells, 'standard')]
  if (standard === '') return words('没有裁量标准', 'the standard is missing')
  const read = parseBranches(standard)
  const fines = read.branches.filter(({ fine }) => fine)
  const reasons: Words[] = [...read.reasons]
  if (grade === '') reasons.push(words('没有裁量等级', 'the tier is missing'))
  if (circumstance === '') reasons.push(words('没有裁量情节', 'the circumstance is missing'))
  if (fines.length > 1) reasons.push(words(`标准中有${fines.length}项罚款，须分别登记`, `the standard holds ${fines.length} fines: enter each`))
  const rank = /^\d{1,3}$/.test(grade) ? Number(grade) : 0
  return {
    tier: rank > 0 ? `${rank}级` : grade || '未分级', rank, circumstance: circumstance || '未写明', standard, reasons,
    range: fines[0]?.fine ?? null, mitigation: /减轻/.test(`${grade}${standard}`), norm: parseBranches(basis).branches,
  }
}

/** Digits and codes: the range of the law, and the amount the maker sets within it. Yuan. */
function coded(cells: Cells): Told | Words {
  const [min, max, set] = ['fine_min', 'fine_max', 'fine_default'].map((name) => fen(cells[name] ?? ''))
  if (min === undefined || max === undefined || set === undefined) return words('罚款金额不是数字', 'the fine is no number')
  const detained = Number(cells['detain_default'] ?? '0')
  const standard = [set > 0 ? `罚款${set / 100}元` : '不处罚款', ...(detained > 0 ? [`可由公安机关拘留${detained}日`] : []), ...(cells['warning'] ? [cells['warning']] : [])].join('；')
  const bounds = (floor: number, ceiling: number): Fine => ({ base: 'absolute', floor, ceiling, floorInclusive: true })
  const norm: Branch = { condition: '', subject: 'any', kinds: [], fine: bounds(min, max), status: 'parsed', text: '' }
  return { tier: '统一标准', rank: 1, circumstance: plainCell(cells, 'violation'), standard, reasons: [], mitigation: false, range: set > 0 ? bounds(set, set) : null, norm: [norm] }
}

const plainCell = (cells: Cells, name: string): string => (cells[name] ?? '').replace(/\s+/g, ' ').trim()
const fen = (cell: string): number | undefined => (/^\d{1,9}(?:\.\d{1,2})?$/.test(cell.trim()) ? Math.round(Number(cell) * 100) : undefined)
