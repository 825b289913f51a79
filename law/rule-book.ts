import type { Citation } from './citation.ts'
import type { MatterState, Procedure } from './procedure.ts'
import type { Words } from './words.ts'

/** One line of the book of rules: a condition of powers, a finding, or a term, as the code has it. */
export interface RuleEntry {
  readonly kind: 'guard' | 'finding' | 'clock'
  readonly id: string
  readonly title: Words
  readonly article: Citation
  readonly cure?: Words
  readonly severity?: 'serious' | 'ordinary' | 'slight'
  /** The acts it governs, or that open the term. */
  readonly acts: readonly Words[]
}

/** Everything the code refuses, finds and counts, each once, in the order the procedures name it. */
export function ruleBook(procedures: readonly Procedure<MatterState>[]): RuleEntry[] {
  const entries = new Map<string, RuleEntry>()
  const under = (kind: RuleEntry['kind'], id: string, entry: Omit<RuleEntry, 'kind' | 'id' | 'acts'>, act?: Words) => {
    const acts = entries.get(`${kind}:${id}`)?.acts ?? []
    entries.set(`${kind}:${id}`, { kind, id, ...entry, acts: act && !acts.some((each) => each.zh === act.zh) ? [...acts, act] : acts })
  }
  for (const procedure of procedures) {
    for (const act of Object.values(procedure.acts))
      for (const { id, title, article, cure } of act.guards) under('guard', id, { title, article, cure }, act.title)
    for (const { id, title, article, severity } of procedure.rules) under('finding', id, { title, article, severity })
    for (const [id, { title, article }] of Object.entries(procedure.clocks)) {
      under('clock', id, { title, article })
      for (const act of Object.values(procedure.acts))
        if (act.opens.some((use) => (typeof use === 'string' ? use : use.clock) === id)) under('clock', id, { title, article }, act.title)
    }
  }
  return [...entries.values()]
}
