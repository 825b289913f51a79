import { citationWords } from '@faheng/law/citation.ts'
import type { Words } from '@faheng/law/words.ts'
import { allProcedures } from '../procedures.ts'

export interface RuleRow {
  readonly kind: 'guards' | 'findings' | 'clocks'
  readonly id: string
  readonly title: Words
  readonly reference: Words
  readonly cure?: Words
  readonly severity?: 'serious' | 'ordinary' | 'slight'
  /** The acts it governs. */
  readonly acts: readonly Words[]
  /** Everything that can be searched, in lower case. */
  readonly words: string
}

/** Guards once each with the acts that name them, then findings, then clocks. */
export function collectRules(): RuleRow[] {
  const rows = new Map<string, Omit<RuleRow, 'words'>>()
  for (const procedure of allProcedures()) {
    for (const act of Object.values(procedure.acts))
      for (const guard of act.guards) {
        const known = rows.get(`guard:${guard.id}`)
        const acts = known?.acts.some((each) => each.zh === act.title.zh) ? known.acts : [...(known?.acts ?? []), act.title]
        rows.set(`guard:${guard.id}`, { kind: 'guards', id: `guard-${guard.id}`, title: guard.title, reference: citationWords(guard.article), cure: guard.cure, acts })
      }
    for (const rule of procedure.rules)
      rows.set(`rule:${rule.id}`, { kind: 'findings', id: `rule-${rule.id}`, title: rule.title, reference: citationWords(rule.article), severity: rule.severity, acts: [] })
    for (const [name, clock] of Object.entries(procedure.clocks))
      rows.set(`clock:${name}`, {
        kind: 'clocks',
        id: `clock-${name}`,
        title: clock.title,
        reference: citationWords(clock.article),
        acts: Object.values(procedure.acts).flatMap((act) => (act.opens.some((use) => (typeof use === 'string' ? use : use.clock) === name) ? [act.title] : [])),
      })
  }
  return [...rows.values()].map((row) => ({ ...row, words: JSON.stringify([row.title, row.reference, row.cure, row.acts]).toLowerCase() }))
}
