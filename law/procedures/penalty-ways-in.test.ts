import { expect, test } from 'vitest'
import { CaseInMemory as Case, lawful } from './walk.test-data.ts'

const guards = (refusals: readonly { readonly guard: string }[]) => refusals.map((each) => each.guard)
const rules = (one: Case) => one.state.findings.map((each) => each.rule)

const lead = (source = 'transfer'): Case => {
  const one = new Case()
  one.do('clerk', 'register-lead', { source, received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  return one
}
const propose = (one: Case) => one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })

test('a case another organ sent is answered once: sent back it ends here, accepted it goes on', () => {
  const one = lead()
  expect(guards(one.do('chief', 'answer-transfer', { answer: 'accepted' }))).toEqual(['transfer-received'])
  one.do('clerk', 'receive-transfer', { from: '邻县市场监督管理局' })
  expect(one.do('chief', 'answer-transfer', { answer: 'sent-back' })).toEqual([])
  expect(one.state).toMatchObject({ stage: 'transferred', ended: true })
  expect(one.state.clocks.every((each) => each.closed)).toBe(true)
  const two = lead()
  two.do('clerk', 'receive-transfer', { from: '邻县市场监督管理局' })
  expect(two.do('chief', 'answer-transfer', { answer: 'accepted' })).toEqual([])
  expect(guards(two.do('chief', 'answer-transfer', { answer: 'sent-back' }))).toEqual(['transfer-received'])
  expect(propose(two)).toEqual([])
})

test('a designation settles who is competent', () => {
  const one = lead('inspection')
  const item = lawful.items?.['expired']
  if (item) one.facts = { ...lawful, items: { expired: { ...item, competent: false } } }
  expect(guards(propose(one))).toEqual(['competent-on-date'])
  expect(one.do('chief', 'ask-designation')).toEqual([])
  one.do('chen', 'record-designation', { to: 'here' })
  expect(propose(one)).toEqual([])
  one.facts = lawful
  one.do('chen', 'record-designation', { to: 'elsewhere' })
  expect(guards(one.do('chief', 'approve-filing'))).toEqual(['competent-on-date'])
})

test('whoever had heard of a filing that is cancelled is told', () => {
  const one = lead('inspection')
  propose(one)
  one.do('chief', 'approve-filing')
  one.do('chen', 'interview', { evidence: 'e1', proves: ['identity'] })
  expect(one.do('chief', 'cancel-mistaken-filing', { ground: 'duplicate' })).toEqual([])
  expect(one.state.cancellationOwed).toEqual(['shop'])
  expect(one.do('chen', 'tell-cancellation')).toEqual([])
  expect(one.state.cancellationOwed).toEqual([])
})

test('to the police, not filed, resumed, and decided within the time that was left', () => {
  const one = lead('inspection')
  propose(one)
  one.do('chief', 'approve-filing')
  one.do('chen', 'order-to-correct')
  one.do('chen', 'record-scene', { evidence: 'e1', proves: ['conduct', 'amount'] })
  one.do('chen', 'interview', { evidence: 'e2', proves: ['identity', 'circumstance'] })
  one.confirm()
  one.days(60)
  one.do('chen', 'report-suspected-crime')
  one.do('chief', 'decide-criminal-transfer')
  one.do('chen', 'hand-over-to-police', { to: '县公安局' })
  one.days(80)
  one.do('chen', 'record-police-answer', { answer: 'not-filed', on: '2026-07-20' })
  expect(one.do('chief', 'resume-after-police')).toEqual([])
  expect(one.do('chen', 'submit-report', { relied: ['e1', 'e2'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 1_000_000, branch: 0 }] })).toEqual([])
  one.do('unitHead', 'endorse-report')
  one.do('reviewer', 'pass-review')
  expect(one.do('chief', 'issue-notice')).toEqual([])
  one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' })
  one.confirm()
  one.days(9)
  expect(one.do('chen', 'propose-decision')).toEqual([])
  expect(one.do('chief', 'decide-penalty')).toEqual([])
  expect(rules(one)).not.toContain('decided-late')
  expect(one.refolded()).toEqual(one.state)
})
