import { NUMBER, parseFen, parseShare } from '../numerals.ts'
import { words, type Words } from '../words.ts'
import type { Branch } from './branch.ts'
import { plain } from './plain.ts'
import { Reader } from './reader.ts'

export interface ParsedBranches {
  readonly branches: readonly Branch[]
  /** For each branch, the number of the conduct it punishes: one sentence may fine several (对…的，处…；对…的，处…). */
  readonly conducts: readonly number[]
  /** 'to-be-confirmed' when any branch is, when a part was not understood, or when nothing was found. */
  readonly status: Branch['status']
  readonly reasons: readonly Words[]
}

/**
 * Reads the penalty sentences of a norm into conditional branches (R17). Sections end at ； and 。, clauses at ，.
 * A condition (…的) governs the clauses after it up to the next one of its kind or the section's end; a condition on gravity
 * (情节严重的) and one on an amount (没有违法所得的) stand side by side. Text before the first penalty is the conduct.
 * What does not yield surely is marked, and its words are kept.
 */
export function parseBranches(source: string): ParsedBranches {
  const text = plain(source)
  const reader = new Reader()
  for (const line of text.replace(SHARED, (_, may: string | undefined, first: string) => `${may ?? ''}${first}，${may ?? ''}`).split('\n')) {
    const listed = LISTED.exec(line)
    if (listed && !IMPOSES.test(line)) reader.listed(line.trim())
    else for (const section of line.slice(listed?.[0].length ?? 0).split(/[；。]/)) reader.section(section.trim())
  }
  const { branches: read, conducts, reasons: doubts } = reader.result()
  const lost = unaccounted(text, read)
  const branches = lost.length === 0 ? read : read.map((branch) => (branch.fine ? { ...branch, status: 'to-be-confirmed' as const } : branch))
  const reasons = [
    ...doubts,
    ...lost.map((figure) => words(`数额“${figure}”未归入任何一项处罚`, `the figure "${figure}" belongs to no branch`)),
    ...(branches.length === 0 && text.trim() !== '' ? [words('没有读出处罚', 'no penalty found')] : []),
  ]
  const parsed = branches.length > 0 && reasons.length === 0 && branches.every((branch) => branch.status === 'parsed')
  return { branches, conducts, status: parsed ? 'parsed' : 'to-be-confirmed', reasons }
}

/** Every amount and multiple of the text must stand in some branch; what does not shows that a part was misread. */
function unaccounted(text: string, branches: readonly Branch[]): string[] {
  const used = new Set<string>()
  for (const { fine, when } of branches) {
    for (const fen of [when?.atLeast, when?.below, when?.below === undefined ? undefined : when.below - 1]) used.add(`${fen}`)
    if (!fine || fine.base === 'unspecified') continue
    for (const bound of [fine.floor, fine.ceiling]) used.add(typeof bound === 'number' ? `${bound}` : `${bound.n}/${bound.d}`)
    if ('cap' in fine) used.add(`${fine.cap}`)
    if ('countedAsAtLeast' in fine) used.add(`${fine.countedAsAtLeast}`)
  }
  return [...text.matchAll(FIGURE)].map(([figure]) => figure).filter((figure) => {
    if (figure.includes('分之') && branches.some((branch) => branch.condition.includes(figure))) return false
    const fen = figure.endsWith('元') ? parseFen(figure) : undefined
    const share = fen === undefined ? parseShare(figure) : undefined
    return !used.has(fen === undefined ? `${share?.n}/${share?.d}` : `${fen}`)
  })
}

const FIGURE = new RegExp(`${NUMBER}元|${NUMBER}倍(?=以|的?罚)|[百千]分之${NUMBER}(?=以)`, 'g')

/** 可以对个人并处…罚款、对单位并处…: two clauses that share one 可以. */
const SHARED = /(可以)?(对[^，；。]+?处[^，；。]+?)、(?=对[^，、]+处)/g

/** A list item （一）…, and the words by which one imposes a penalty itself. */
const LISTED = /^\s*[（(][一二三四五六七八九十0-9]+[）)]/
const IMPOSES = /罚款|处以|给予警告|吊销/
