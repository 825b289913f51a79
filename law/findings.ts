import type { Citation } from './citation.ts'
import type { Guard, MatterState, Procedure } from './procedure.ts'
import { words, type Words } from './words.ts'

/** What a finding says, whichever way it came about: a rule, a fact that failed a guard, a power a late fact has shown unlawful. */
export interface FindingTexts {
  readonly rule: string
  readonly title: Words
  readonly article: Citation
  readonly severity: 'serious' | 'ordinary' | 'slight'
  readonly cure?: Words
}

/** Every guard of a procedure once, by id. */
export function guardsOf<S extends MatterState>(procedure: Procedure<S>): ReadonlyMap<string, Guard<S>> {
  return new Map(Object.values(procedure.acts).flatMap((act) => act.guards.map((guard) => [guard.id, guard] as const)))
}

/** `mark:two-officers`, `flag:notice-served` or the id of a rule, as recorded in a matter's findings. */
export function findingTexts<S extends MatterState>(procedure: Procedure<S>, recorded: string): FindingTexts {
  const rule = procedure.rules.find((each) => each.id === recorded)
  if (rule) return { rule: recorded, title: rule.title, article: rule.article, severity: rule.severity }
  const guard = guardsOf(procedure).get(recorded.slice(recorded.indexOf(':') + 1))
  if (!guard) return { rule: recorded, title: words(recorded, recorded), article: procedure.article, severity: 'ordinary' }
  const late = recorded.startsWith('flag:')
  return {
    rule: recorded,
    title: late
      ? words(`后补事实显示行使职权时不符合：${guard.title.zh}`, `A later fact shows the power lacked: ${guard.title.en}`)
      : words(`不符合：${guard.title.zh}`, `Not met: ${guard.title.en}`),
    article: guard.article,
    severity: 'serious',
    cure: guard.cure,
  }
}
