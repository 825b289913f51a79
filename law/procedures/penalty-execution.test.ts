import { expect, test } from 'vitest'
import type { Refusal } from '../procedure.ts'
import { surchargeOn } from './penalty-dues.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { type CaseInMemory as Case, toPerformance } from './walk.test-data.ts'

const guardsOf = (refusals: Refusal[]) => refusals.map((each) => each.guard)
const at = (one: Case, day: string): void => {
  one.now = Date.parse(`${day}T01:00:00.000Z`)
}
const payment = (one: Case) => one.state.clocks.find((each) => each.clock === 'payment')
const items = (one: Case) => ({ items: one.state.performance.map(({ id }) => id) })

test('a fined shopkeeper dies without estate and successor: execution is ended by a head, and the case closes without a court', () => {
  const one = toPerformance()
  expect(guardsOf(one.do('chen', 'end-execution', { ...items(one), ground: 'death' }))).toContain('by')
  expect(guardsOf(one.do('chief', 'end-execution', { items: ['nothing'], ground: 'death' }))).toEqual(['items-unperformed'])
  expect(guardsOf(one.do('chief', 'end-execution', { ...items(one), ground: undefined }))).toEqual(['ground-named'])
  expect(guardsOf(one.do('chen', 'propose-closing'))).toEqual(['all-performed'])
  expect(one.do('chief', 'end-execution', { ...items(one), ground: 'death' })).toEqual([])
  expect(payment(one)?.closed).toBeDefined()
  expect(one.state.performance).toMatchObject([{ owed: 1_000_000, paid: 0, ended: { ground: 'death' } }])
  expect(guardsOf(one.do('chen', 'issue-demand', { by: '2026-05-01' }))).toContain('term-ended-unperformed')
  expect(one.do('chen', 'propose-closing')).toEqual([])
  expect(one.do('chief', 'approve-closing')).toEqual([])
  expect(one.refolded()).toEqual(one.state)
})

test('halted, the term and the surcharge stand still and nothing is demanded; resumed, they count on', () => {
  const one = toPerformance()
  expect(guardsOf(one.do('chief', 'resume-execution', { party: 'shop' }))).toEqual(['something-halted'])
  at(one, '2026-03-16')
  expect(one.do('chief', 'suspend-execution', { ground: 'hardship' })).toEqual([])
  expect(payment(one)?.due).toBeUndefined()
  expect(guardsOf(one.do('chief', 'suspend-execution', { party: 'shop', ground: 'hardship' }))).toEqual(['haltable'])
  at(one, '2026-04-20')
  expect(guardsOf(one.do('chen', 'issue-demand', { party: 'shop', by: '2026-05-01' }))).toContain('not-halted')
  expect(guardsOf(one.do('chief', 'apply-to-court'))).toContain('not-halted')
  at(one, '2026-04-15')
  expect(one.do('chief', 'resume-execution')).toEqual([])
  // Due 03-26; thirty days stood still.
  expect(payment(one)?.due).toBe('2026-04-27')
  const [fine] = one.state.performance
  expect(fine && [surchargeOn(one.state, fine, '2026-04-27'), surchargeOn(one.state, fine, '2026-04-28')]).toEqual([0, 30_000])
  expect(one.refolded()).toEqual(one.state)
})

test('what runs again under a stay does not run yet, and the other way round', () => {
  const one = toPerformance()
  one.do('clerk', 'record-remedy', { on: '2026-03-12' })
  one.do('clerk', 'record-stay')
  one.do('chief', 'suspend-execution', { ground: 'other' })
  one.do('clerk', 'end-stay')
  expect(payment(one)?.due).toBeUndefined()
  one.do('chief', 'resume-execution')
  expect(payment(one)?.due).toBeDefined()
})

test('after three years without means nothing is enforced any more; what lies with the court is the court’s to end', () => {
  const one = toPerformance()
  expect(one.do('chief', 'suspend-execution', { ground: 'hardship' })).toEqual([])
  at(one, '2029-03-10')
  expect(guardsOf(one.do('chief', 'end-execution', { ground: 'three-years' }))).toEqual(['long-halted'])
  at(one, '2029-03-11')
  expect(one.do('chief', 'end-execution', { ground: 'three-years' })).toEqual([])
  const other = toPerformance()
  other.state = { ...other.state, performance: other.state.performance.map((each) => ({ ...each, court: { applied: '2026-10-01' } })) }
  expect(guardsOf(other.do('chief', 'end-execution', { ...items(other), ground: 'object-lost' }))).toEqual(['left-to-the-body'])
})

test('a page keeps it folded away until something is halted', () => {
  const one = toPerformance()
  const shown = () => ['suspend-execution', 'resume-execution', 'end-execution'].filter((kind) => penaltyOrdinary.acts[kind]?.suits(one.state))
  expect(shown()).toEqual([])
  one.do('chief', 'suspend-execution', { ground: 'hardship' })
  expect(shown()).toEqual(['resume-execution', 'end-execution'])
})
