import { holds, type Me } from '../me.ts'

export type Imported = 'items' | 'benchmarks' | 'leniency' | 'numbers' | 'cases' | 'people'

/** What a person may import from a table, the first offered first; who may import nothing is not shown the way there. */
export const importsOf = (me: Me): readonly Imported[] => [
  ...(holds(me, 'supervisor', 'system-administrator', 'head', 'legal-reviewer') ? (['items', 'benchmarks', 'leniency', 'numbers'] as const) : []),
  ...(holds(me, 'receiving-clerk', 'officer', 'unit-head', 'legal-reviewer') ? (['cases'] as const) : []),
  ...(holds(me, 'supervisor', 'system-administrator') ? (['people'] as const) : []),
]
