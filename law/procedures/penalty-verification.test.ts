import { expect, test } from 'vitest'
import type { Facts } from '../facts.ts'
import { waitingFor } from '../judge.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { CaseInMemory, lawful, toDecision } from './walk.test-data.ts'

const elements = ['identity', 'conduct', 'circumstance', 'amount']
const officers = ['chen', 'li']

function filed(facts: Facts = lawful, items: readonly string[] = ['expired']): CaseInMemory {
  const one = new CaseInMemory()
  one.facts = facts
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: officers })
  one.do('chen', 'propose-filing', { parties: ['shop'], violations: items.map((item, i) => ({ id: `v${i + 1}`, item, from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false })), team: officers })
  one.do('chief', 'approve-filing')
  return one
}

const fine = (violation: string, amount: number) => ({ party: 'shop', violation, kind: 'fine', amount, branch: 0 })
const report = (one: CaseInMemory, payload: object = {}) => one.do('chen', 'submit-report', { relied: ['e1'], penalties: [fine('v1', 800_000)], ...payload }).map((each) => each.guard)

test('what a device recorded by itself is no evidence before a unit head reviewed it, and none if it falls short', () => {
  const one = filed()
  one.do('chen', 'collect-evidence', { evidence: 'e1', kind: 'audiovisual', proves: elements, officers, monitoring: true })
  expect(report(one)).toEqual(['every-element-proven', 'monitoring-reviewed'])
  expect(one.do('chen', 'review-monitoring-record', { device: true, content: true }).map((each) => each.guard)).toEqual(['by'])
  expect(one.do('unitHead', 'review-monitoring-record', { device: false, content: true })).toEqual([])
  expect(report(one)).toEqual(['every-element-proven', 'monitoring-reviewed'])
  expect(one.do('unitHead', 'review-monitoring-record', { records: ['e1'], device: true, content: true })).toEqual([])
  expect(report(one)).toEqual([])
})

test('evidence in doubt is a basis once it was verified as true', () => {
  const one = filed()
  one.do('chen', 'collect-evidence', { evidence: 'e1', kind: 'electronic', proves: elements, officers, doubtful: true })
  for (const result of ['open', 'untrue'] as const) {
    one.do('chen', 'verify-evidence', { pieces: ['e1'], result })
    expect(report(one)).toEqual(['every-element-proven', 'evidence-verified'])
  }
  one.do('chen', 'verify-evidence', { pieces: ['e1'], result: 'true' })
  expect(report(one)).toEqual([])
})

test('one act that breaks two norms is fined once, by the norm with the higher fine', () => {
  const [expired] = [lawful.items?.['expired']]
  const branch = expired?.branches[0]
  if (!expired || !branch) throw new Error('no item')
  const unlabelled = { ...expired, branches: [{ ...branch, fine: { base: 'absolute' as const, floor: 100_000, ceiling: 1_000_000, floorInclusive: true } }] }
  const one = filed({ ...lawful, items: { expired, unlabelled } }, ['expired', 'unlabelled'])
  one.do('chen', 'collect-evidence', { evidence: 'e1', kind: 'documentary', proves: elements, officers })
  const oneAct = [{ violations: ['v1', 'v2'] }]
  const both = [fine('v1', 800_000), fine('v2', 200_000)]
  expect(report(one, { penalties: both, oneAct })).toEqual(['higher-fine'])
  expect(report(one, { penalties: [fine('v2', 200_000)], oneAct })).toEqual(['higher-fine'])
  expect(report(one, { penalties: [fine('v1', 800_000)], oneAct })).toEqual([])
  expect(one.state.report?.oneAct).toEqual([['v1', 'v2']])
  expect(report(filedAgain(one), { penalties: both })).toEqual([])
})

/** The report goes back to the officers, who may propose anew. */
function filedAgain(one: CaseInMemory): CaseInMemory {
  one.do('unitHead', 'return-report')
  return one
}

test('a report that has lost its evidence is waited for anew, and nothing is proposed on it', () => {
  const one = toDecision()
  const { decision: _decision, ...undecided } = one.state
  one.state = { ...undecided, stage: 'notice', evidence: one.state.evidence.map((each) => (each.id === 'e2' ? { ...each, unusable: 'two-officers' } : each)) }
  expect(one.do('chen', 'propose-decision').map(({ guard }) => guard)).toContain('still-proven')
  expect(waitingFor(penaltyOrdinary, one.state).map(({ act }) => act)).toContain('submit-report')
})
