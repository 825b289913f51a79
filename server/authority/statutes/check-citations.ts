import type { Pool } from 'pg'
import { parseCitations } from '@faheng/law/citations/parse.ts'
import { resolveCitation } from '@faheng/law/statutes/resolve.ts'
import type { Day } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { libraryOf } from './library.ts'

/** A cell that names its basis, with the row a reader of the file sees. */
export interface BasisCell {
  readonly row: number
  readonly text: string
}

export interface CheckedCitations {
  readonly counts: {
    readonly rows: number
    readonly empty: number
    readonly resolved: number
    readonly unresolved: Readonly<Record<'not-loaded' | 'not-in-force' | 'out-of-range' | 'ambiguous', number>>
    readonly unread: number
  }
  /** Every citation that does not resolve and every part that does not read. */
  readonly problems: readonly { readonly row: number; readonly text: string; readonly reason: Words }[]
}

/** Each citation of each cell: its node on a day, or why not. A part that looks like a citation and is none is counted too. */
export async function checkCitations(pool: Pool, region: string, cells: readonly BasisCell[], on: Day): Promise<CheckedCitations> {
  const parsed = cells.map(({ row, text }) => ({ row, text, ...parseCitations(/^\s*(?:暂无)?\s*$/.test(text) ? '' : text) }))
  const library = await libraryOf(pool, region, parsed.flatMap(({ read }) => read))
  const unresolved = { 'not-loaded': 0, 'not-in-force': 0, 'out-of-range': 0, ambiguous: 0 }
  const problems: { row: number; text: string; reason: Words }[] = []
  let [resolved, unread, empty] = [0, 0, 0]
  for (const { row, text, read, unread: parts } of parsed) {
    if (read.length === 0 && parts.length === 0) {
      empty++
      problems.push({ row, text, reason: words('没有依据', 'no basis') })
    }
    for (const citation of read) {
      const found = resolveCitation(citation, on, library)
      if (found.kind === 'found') resolved++
      else {
        unresolved[found.kind]++
        problems.push({ row, text: text.slice(...citation.source), reason: found.why })
      }
    }
    for (const part of parts) {
      unread++
      problems.push({ row, text: part.unread, reason: part.reason })
    }
  }
  return { counts: { rows: cells.length, empty, resolved, unresolved, unread }, problems }
}
