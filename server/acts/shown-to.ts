import type { Refusal } from '@faheng/law/procedure.ts'

/** Whom an act does not belong to learns that, and nothing of how the case stands. */
export function shownTo(refusals: readonly Refusal[]): readonly Refusal[] {
  const notHis = refusals.filter(({ guard }) => guard === 'by')
  return notHis.length > 0 ? notHis : refusals
}
