import { expect, test } from 'vitest'
import { daysBetween } from '../time/day.ts'
import { CaseInMemory as Case, lawful } from './walk.test-data.ts'

const guards = (refusals: readonly { readonly guard: string }[]) => refusals.map((each) => each.guard)
const rules = (one: Case) => one.state.findings.map((each) => each.rule)
const due = (one: Case, clock: string) => one.state.clocks.find((each) => each.clock === clock && each.closed === undefined)?.due

function filed(overlay = 'market-supervision', lead: object = {}): Case {
  const one = new Case()
  if (lawful.settings) one.facts = { ...lawful, settings: { ...lawful.settings, overlay } }
  one.do('clerk', 'register-lead', { source: 'report', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'], ...lead })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })
  expect(one.do('chief', 'approve-filing')).toEqual([])
  return one
}

const report = { relied: ['e1', 'r1'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 600_000, branch: 0 }] }
const whole = ['identity', 'conduct', 'circumstance', 'amount']

test('a sample needs no approval; its test stops the term to decide where the sector says so, and its result is told before it is relied on', () => {
  const one = filed()
  const before = due(one, 'decision') ?? ''
  one.do('chen', 'collect-evidence', { evidence: 'e1', kind: 'documentary', proves: whole })
  expect(one.do('chen', 'take-sample', { things: [{ id: 's1', quantity: 2 }] })).toEqual([])
  one.confirm()
  expect(rules(one)).toEqual([])
  expect(one.do('chen', 'commission-test', { test: 't1', by: '2026-03-20' })).toEqual([])
  expect(due(one, 'decision')).toBeUndefined()
  one.days(14)
  expect(guards(one.do('chen', 'tell-test-result', { test: 't1', party: 'shop' }))).toEqual(['test-has-result'])
  one.do('chen', 'record-test-result', { evidence: 'r1', reported: '2026-03-16', proves: ['conduct'] })
  expect(daysBetween(before, due(one, 'decision') ?? '')).toBe(14)
  expect(guards(one.do('chen', 'submit-report', report))).toEqual(['results-told'])
  expect(one.do('chen', 'tell-test-result')).toEqual([])
  one.do('clerk', 'object-to-test', { test: 't1', party: 'shop' })
  expect(guards(one.do('chen', 'submit-report', report))).toEqual(['objections-answered'])
  expect(guards(one.do('chen', 'answer-objection', { test: 't1', answer: 'retest' }))).toContain('by')
  expect(one.do('chief', 'answer-objection', { answer: 'retest' })).toEqual([])
  expect(guards(one.do('chen', 'submit-report', report))).toEqual(['objections-answered'])
  one.do('chen', 'commission-test', { test: 't2', by: '2026-03-30', retestOf: 't1' })
  one.do('chen', 'record-test-result', { evidence: 'r2', reported: '2026-03-18', proves: ['conduct'] })
  expect(one.do('chen', 'submit-report', report)).toEqual([])
  expect(one.refolded()).toEqual(one.state)
})

test('under the general rules a test stops no term; a result nobody commissioned is no evidence', () => {
  const one = filed('general')
  const before = due(one, 'decision')
  one.do('chen', 'commission-test', { test: 't1', by: '2026-03-20' })
  expect(due(one, 'decision')).toBe(before)
  one.do('chen', 'record-test-result', { test: 'another', evidence: 'r1', reported: '2026-03-16', proves: ['conduct'] })
  expect(rules(one)).toEqual(['mark:test-commissioned'])
  expect(one.state.evidence).toMatchObject([{ id: 'r1', unusable: 'test-commissioned' }])
})

test('the term of a seizure stands still while the thing is tested', () => {
  const one = filed('general')
  one.do('chen', 'propose-seizure', { party: 'shop', measure: 'seized' })
  one.do('chief', 'approve-seizure')
  one.do('chen', 'carry-out-seizure', { measure: 'seized', things: [{ id: 'a', quantity: 3 }] })
  const before = due(one, 'seizure') ?? ''
  one.days(1)
  one.do('chen', 'commission-test', { test: 't1', by: '2026-03-20' })
  one.days(7)
  one.do('chen', 'record-test-result', { evidence: 'r1', reported: '2026-03-09', proves: ['conduct'] })
  expect(daysBetween(before, due(one, 'seizure') ?? '')).toBe(7)
})

test('ninety days and thirty more by a head, further only by the heads together; the general rules know none', () => {
  const one = filed()
  const before = due(one, 'decision') ?? ''
  one.do('chen', 'commission-test', { test: 't1', by: '2026-03-20' })
  one.days(7)
  one.do('chen', 'record-test-result', { evidence: 'r1', reported: '2026-03-09', proves: ['conduct'] })
  const two = { members: [{ person: 'chief', opinion: '' }, { person: 'deputy', opinion: '' }], days: 28 }
  one.do('chen', 'propose-extension')
  expect(guards(one.do('chief', 'discuss-extension', two))).toEqual(['further-extension'])
  expect(one.do('chief', 'approve-extension')).toEqual([])
  const once = due(one, 'decision') ?? ''
  // A last day off moves on.
  expect(daysBetween(before, once) - 37).toBeLessThan(4)
  expect(daysBetween(before, once) - 37).toBeGreaterThan(-4)
  one.do('chen', 'propose-extension')
  expect(guards(one.do('chief', 'approve-extension'))).toEqual(['first-extension'])
  expect(guards(one.do('chief', 'discuss-extension', { ...two, members: [{ person: 'chief', opinion: '' }] }))).toContain('enough-members')
  expect(one.do('chief', 'discuss-extension', two)).toEqual([])
  expect(daysBetween(once, due(one, 'decision') ?? '') - 28).toBeLessThan(4)
  expect(one.refolded()).toEqual(one.state)
  const plain = filed('general')
  const refusals = plain.do('chen', 'propose-extension')
  expect(guards(refusals)).toEqual(['extension-provided'])
  expect(refusals[0]?.article).toMatchObject({ statute: '行政处罚法', article: 60 })
})

test('the verification is extended once; a real-name informant is told in five workdays, and late telling is found', () => {
  const one = new Case()
  one.do('clerk', 'register-lead', { source: 'report', received: '2026-03-02', discoveredOn: '2026-03-02', realName: true, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  expect(due(one, 'verification')).toBe('2026-03-23')
  expect(one.do('chief', 'extend-verification')).toEqual([])
  expect(due(one, 'verification')).toBe('2026-04-14')
  expect(guards(one.do('chief', 'extend-verification'))).toEqual(['verification-extensible'])
  one.do('chen', 'propose-not-filing')
  expect(one.do('chief', 'decide-not-to-file')).toEqual([])
  expect(one.state.ended).toBe(true)
  expect(due(one, 'informant')).toBe('2026-03-09')
  one.days(10)
  one.do('chen', 'tell-informant')
  expect(due(one, 'informant')).toBeUndefined()
  expect(rules(one)).toEqual(['informant-told-late'])
})

test('a recording kept elsewhere is evidence by its digest; without one it is kept and cannot be relied on', () => {
  const one = filed()
  const told = { title: '检查过程', recorder: 'YLSJ-07', path: '采集站/0003.mp4', from: '2026-03-02T01:00:00.000Z', minutes: 30, proves: ['conduct'] }
  one.do('chen', 'register-recording', { ...told, evidence: 'v1', hash: 'a'.repeat(64) })
  one.do('chen', 'register-recording', { ...told, evidence: 'v2', hash: 'abc' })
  expect(one.state.evidence).toMatchObject([{ id: 'v1', kind: 'audiovisual' }, { id: 'v2', unusable: 'recording-identified' }])
})
