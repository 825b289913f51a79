import type { Static } from 'typebox'
import type { FindingAnswer } from '@faheng/api/matters.ts'
import { citationWords } from '@faheng/law/citation.ts'
import { findingTexts } from '@faheng/law/findings.ts'
import type { MatterState, Procedure } from '@faheng/law/procedure.ts'
import { tickResults } from '@faheng/law/procedures/penalty-oversight.ts'
import type { PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import type { Day } from '@faheng/law/time/day.ts'

/** As the follower wrote it down. */
export interface FindingRow {
  readonly rule: string
  readonly act: string
  readonly subject: string
  readonly found: Day
}

/** A state that may remember who of the supervisors looked into what. */
export interface Judged extends MatterState {
  readonly acknowledged?: PenaltyCase['acknowledged']
}

/**
 * What rules found in a matter, oldest first. The state says what stands: it is written with the act, so that whoever recorded
 * something irregular sees it at once; the rows say when each was found and keep those lifted since. What they do not tell yet was
 * recorded a moment ago.
 */
export function findingsOf(procedure: Procedure, state: Judged, rows: readonly FindingRow[], people: readonly { readonly id: string; readonly name: string }[], today: Day): Static<typeof FindingAnswer>[] {
  const key = ({ rule, act, subject }: Pick<FindingRow, 'rule' | 'act' | 'subject'>) => `${rule}\n${act}\n${subject}`
  const standing = new Set(state.findings.map(key))
  const told = new Set(rows.map(key))
  const untold = state.findings.filter((mark) => !told.has(key(mark))).map((mark) => ({ ...mark, found: today }))
  return [...rows, ...untold].map((finding) => {
    const { rule, act, subject, found } = finding
    const { title, article, severity } = findingTexts(procedure, rule)
    const tick = state.acknowledged?.findLast((each) => each.of === act)
    return {
      rule, title, reference: citationWords(article), severity, act, subject, found,
      lifted: !standing.has(key(finding)),
      ticked: tick ? { by: people.find(({ id }) => id === tick.by)?.name ?? tick.by, on: tick.on, result: tickResults[tick.result] } : null,
    }
  })
}
