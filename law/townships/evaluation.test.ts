import { expect, test } from 'vitest'
import { suggest, type GrantFigures } from './evaluation.ts'

const figures = (more: Partial<GrantFigures>): GrantFigures => ({ cases: 10, decided: 8, acts: 90, late: 0, corrected: 0, refused: 0, certified: 2, ...more })

test.each<[Partial<GrantFigures>, string]>([
  [{}, 'keep'],
  [{ late: 1 }, 'keep'],
  [{ late: 1, corrected: 1 }, 'support'],
  [{ cases: 0 }, 'support'],
  [{ certified: 1 }, 'support'],
  [{ cases: 0, certified: 1 }, 'take-back'],
])('%o: %s', (more, suggestion) => expect(suggest(figures(more)).suggestion).toBe(suggestion))
