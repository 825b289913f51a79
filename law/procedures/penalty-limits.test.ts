import { describe, expect, test } from 'vitest'
import type { ItemFact } from '../facts.ts'
import type { Branch } from '../penalties/branch.ts'
import type { Refusal } from '../procedure.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { CaseInMemory, lawful } from './walk.test-data.ts'

const branch = (condition: string, floor?: number, ceiling = 0): Branch => ({
  condition, subject: 'any', kinds: [{ kind: floor === undefined ? 'warning' : 'fine', connective: 'must', text: '' }], status: 'parsed', text: condition,
  ...(floor === undefined ? {} : { fine: { base: 'absolute', floor, ceiling, floorInclusive: true } }),
})
const [warned, usual, grave] = [branch(''), branch('逾期不改正的', 100_000, 1_000_000), branch('情节严重的', 1_000_000, 5_000_000)]
const unread: Branch = { condition: '', subject: 'any', kinds: [{ kind: 'fine', connective: 'may', text: '处以罚款' }], fine: { base: 'unspecified' }, status: 'to-be-confirmed', text: '处以罚款' }

/** Investigated, on an item whose norm has these branches. */
function investigated(norm: Pick<ItemFact, 'branches'> & Partial<ItemFact>): CaseInMemory {
  const one = new CaseInMemory()
  one.facts = { ...lawful, items: { expired: { ...(lawful.items?.['expired'] as ItemFact), ...norm } } }
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })
  one.do('chief', 'approve-filing')
  one.do('chen', 'record-scene', { evidence: 'e1', proves: ['conduct', 'amount'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
  one.do('chen', 'interview', { evidence: 'e2', proves: ['identity', 'circumstance'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
  return one
}
const report = (one: CaseInMemory, penalty: object) => one.do('chen', 'submit-report', { relied: ['e1', 'e2'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', ...penalty }] })
const guards = (refusals: readonly Refusal[]) => refusals.map(({ guard }) => guard)
const begins = (norm: Pick<ItemFact, 'branches'> & Partial<ItemFact>) => {
  const one = investigated(norm)
  const form = penaltyOrdinary.acts['submit-report']?.prefill(one.state, one.facts) as { penalties: object[] }
  return form.penalties
}

describe('the branch a fine rests on', () => {
  test('is named where the norm has several with a fine, and counts from 0', () => {
    const one = investigated({ branches: [usual, grave] })
    expect(guards(report(one, { amount: 500_000 }))).toEqual(['branch-fits'])
    expect(guards(report(one, { amount: 500_000, branch: 1 }))).toEqual(['not-below-minimum'])
    expect(guards(report(one, { amount: 2_000_000, branch: 0 }))).toEqual(['not-above-maximum'])
    expect(report(one, { amount: 500_000, branch: 0 })).toEqual([])
  })

  test('need not be named where there is only one', () => expect(report(investigated({ branches: [usual] }), { amount: 500_000 })).toEqual([]))
})

describe('the form of the report', () => {
  test('begins with a fine on the one branch that has one', () => {
    expect(begins({ branches: [warned, usual] })).toEqual([{ party: 'shop', violation: 'v1', kind: 'fine', branch: 1 }])
    expect(begins({ branches: [usual, grave] })).toEqual([{ party: 'shop', violation: 'v1', kind: 'fine' }])
  })

  test('does not begin with a fine where the norm has none: with its one kind, or with nothing chosen', () => {
    expect(begins({ kinds: ['warning'], branches: [warned] })).toEqual([{ party: 'shop', violation: 'v1', kind: 'warning' }])
    expect(begins({ kinds: ['warning', 'confiscate-goods'], branches: [warned] })).toEqual([{ party: 'shop', violation: 'v1' }])
  })
})

describe('a basis that is in no register', () => {
  const findings = (norm: Partial<ItemFact>) => investigated({ branches: [usual], ...norm }).state.findings
  test('is found when a violation is named on it, once', () =>
    expect(findings({ unregistered: true })).toEqual([expect.objectContaining({ rule: 'basis-unregistered', subject: 'v1' })]))
  test('is nothing where the register knows it', () => expect(findings({})).toEqual([]))
})

describe('limits the register could not read (R17)', () => {
  test('are stated by the officer, and confirmed by the reviewer beside the text of the statute', () => {
    const one = investigated({ branches: [unread] })
    expect(guards(report(one, { amount: 500_000 }))).toEqual(['not-above-maximum'])
    expect(guards(report(one, { amount: 500_000, stated: { floor: 100_000, ceiling: 400_000 } }))).toEqual(['not-above-maximum'])
    expect(report(one, { amount: 500_000, stated: { floor: 100_000, ceiling: 1_000_000 } })).toEqual([])
    one.do('unitHead', 'endorse-report')
    expect(guards(one.do('reviewer', 'pass-review'))).toEqual(['stated-limits-confirmed'])
    expect(guards(one.do('reviewer', 'pass-review', { limitsConfirmed: false }))).toEqual(['stated-limits-confirmed'])
    expect(one.do('reviewer', 'pass-review', { limitsConfirmed: true })).toEqual([])
  })

  test('need no word of the reviewer where none were stated', () => {
    const one = investigated({ branches: [usual] })
    report(one, { amount: 500_000 })
    one.do('unitHead', 'endorse-report')
    expect(one.do('reviewer', 'pass-review')).toEqual([])
  })
})
