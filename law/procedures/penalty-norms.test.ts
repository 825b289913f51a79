import { expect, test } from 'vitest'
import { CaseInMemory as Case, lawful } from './walk.test-data.ts'

const guards = (refusals: readonly { readonly guard: string }[]) => refusals.map((each) => each.guard)

const old = lawful.items?.['expired']
const fineOf = (floor: number, ceiling: number) => [{ condition: '', subject: 'any' as const, kinds: [{ kind: 'fine' as const, connective: 'must' as const, text: '' }], fine: { base: 'absolute' as const, floor, ceiling, floorInclusive: true }, status: 'parsed' as const, text: '' }]

/** Conduct before the day on which its environmental law was repealed and the code took its place with a lower range. */
function investigated(): Case {
  const one = new Case()
  one.do('clerk', 'register-lead', { source: 'inspection', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })
  one.do('chief', 'approve-filing')
  one.do('chen', 'collect-evidence', { evidence: 'e1', kind: 'documentary', proves: ['identity', 'conduct', 'circumstance', 'amount'] })
  one.confirm()
  if (old) one.facts = { ...lawful, items: { expired: { ...old, changed: true, later: { version: '2', kinds: ['fine'], branches: fineOf(100_000, 400_000) } } } }
  return one
}

const report = (amount: number) => ({ relied: ['e1'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount, branch: 0 }] })

test('a report is refused until old and new norm are compared; the lighter new norm then sets the range', () => {
  const one = investigated()
  const refusals = one.do('chen', 'submit-report', report(600_000))
  expect(guards(refusals)).toEqual(['norms-compared'])
  expect(refusals[0]?.article).toMatchObject({ statute: '行政处罚法', article: 37 })
  expect(one.do('chen', 'compare-norms', { comparisons: [{ violation: 'v1', old: '旧', new: '新', result: 'new' }] })).toEqual([])
  expect(guards(one.do('chen', 'submit-report', report(600_000)))).toEqual(['not-above-maximum'])
  expect(one.do('chen', 'submit-report', report(200_000))).toEqual([])
  expect(one.refolded()).toEqual(one.state)
})

test('where the old norm is not heavier it applies', () => {
  const one = investigated()
  one.do('chen', 'compare-norms', { comparisons: [{ violation: 'v1', old: '旧', new: '新', result: 'old' }] })
  expect(guards(one.do('chen', 'submit-report', report(200_000)))).toEqual(['not-below-minimum'])
  expect(one.do('chen', 'submit-report', report(600_000))).toEqual([])
})

test('what the new norm does not see as unlawful is not punished', () => {
  const one = investigated()
  one.do('chen', 'compare-norms', { comparisons: [{ violation: 'v1', old: '旧', new: '新', result: 'not-unlawful' }] })
  expect(guards(one.do('chen', 'submit-report', report(600_000)))).toEqual(['still-unlawful'])
  expect(one.do('chen', 'submit-report', { outcome: 'no-penalty', ground: 'lighter-new-law', penalties: [] })).toEqual([])
})

test('a comparison with a version that was replaced again does not do', () => {
  const one = investigated()
  one.do('chen', 'compare-norms', { comparisons: [{ violation: 'v1', old: '旧', new: '新', result: 'old' }] })
  if (old) one.facts = { ...lawful, items: { expired: { ...old, changed: true, later: { version: '3', kinds: ['fine'], branches: fineOf(100_000, 400_000) } } } }
  expect(guards(one.do('chen', 'submit-report', report(600_000)))).toEqual(['norms-compared'])
})
