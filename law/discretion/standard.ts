import type { Fine } from '../penalties/branch.ts'
import { parseBranches } from '../penalties/parse.ts'
import { words, type Words } from '../words.ts'

/** What a tier's own words set in money, for a line that a person enters: read surely, or he is told to write it plainly. Null: no fine. */
export function rangeIn(standard: string): { readonly range: Fine | null } | { readonly unread: Words } {
  const read = parseBranches(standard)
  const fines = read.branches.filter(({ fine }) => fine)
  if (fines.length > 1) return { unread: words(`标准中有${fines.length}项罚款，须分别登记`, `the standard holds ${fines.length} fines: enter each`) }
  const [only] = fines
  if (only?.fine && only.fine.base !== 'unspecified' && only.status === 'parsed') return { range: only.fine }
  if (fines.length > 0 || /罚款|\d+\s*元|[一二三四五六七八九十百千万]元/.test(standard)) return { unread: words('罚款幅度没有读准，请写成“处五千元以上一万元以下罚款”等', 'the range was not read; write it as 处五千元以上一万元以下罚款') }
  return { range: null }
}
