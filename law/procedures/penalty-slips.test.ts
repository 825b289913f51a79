import { expect, test } from 'vitest'
import type { Refusal } from '../procedure.ts'
import { remedyEnd } from './penalty-dues.ts'
import { CaseInMemory as Case } from './walk.test-data.ts'

const guards = (refusals: readonly Refusal[]): string[] => refusals.map((each) => each.guard)
const must = (refusals: readonly Refusal[]) => expect(refusals).toEqual([])

const toInvestigation = (): Case => {
  const one = new Case()
  must(one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] }))
  must(one.do('unitHead', 'assign', { team: ['chen', 'li'] }))
  must(one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] }))
  must(one.do('chief', 'approve-filing'))
  return one
}

const scene = (one: Case, evidence = 'scene', who: 'chen' | 'clerk' = 'chen') =>
  must(one.do(who, 'record-scene', { evidence, proves: ['identity', 'conduct', 'circumstance', 'amount'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true }))
const report = (one: Case) => one.do('chen', 'submit-report', { relied: ['scene'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 1_000_000, branch: 0 }] })

const toNotice = (one: Case): void => {
  must(report(one))
  must(one.do('unitHead', 'endorse-report'))
  must(one.do('reviewer', 'pass-review'))
  must(one.do('chief', 'issue-notice'))
}

test('what one of two officers entered cannot be relied on until the other confirms it', () => {
  const one = toInvestigation()
  one.confirming = false
  scene(one)
  expect(guards(report(one))).toEqual(['evidence-confirmed'])
  expect(guards(one.do('chen', 'confirm-entries'))).toEqual(['by'])
  must(one.do('li', 'confirm-entries'))
  expect(one.state.unconfirmed).toEqual({})
  must(report(one))
  expect(one.refolded()).toEqual(one.state)
})

test('what somebody else entered is confirmed by both, or by their signatures on the paper', () => {
  const one = toInvestigation()
  one.confirming = false
  scene(one, 'scene', 'clerk')
  must(one.do('li', 'confirm-entries'))
  expect(guards(report(one))).toEqual(['evidence-confirmed'])
  must(one.do('clerk', 'attach-scan', { document: 'd', files: [], entries: [one.last('record-scene')], signers: ['chen', 'li'] }))
  must(report(one))
})

test('no decision on a service that one officer alone stands for; another service that is confirmed is enough', () => {
  const one = toInvestigation()
  scene(one)
  toNotice(one)
  one.confirming = false
  must(one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' }))
  one.days(10)
  expect(guards(one.do('chen', 'propose-decision'))).toEqual(['notice-service-confirmed'])
  must(one.do('li', 'confirm-entries'))
  must(one.do('chen', 'propose-decision'))
})

test('a mis-recorded entry is struck by its author and counts for nothing, its clocks gone', () => {
  const one = toInvestigation()
  scene(one)
  toNotice(one)
  must(one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' }))
  const entry = one.last('serve')
  expect(one.state.clocks.filter((each) => each.clock === 'defence' && !each.closed)).toHaveLength(1)
  expect(guards(one.do('clerk', 'strike-entry', { entry }))).toEqual(['struck-by-who-may'])
  must(one.do('chen', 'strike-entry', { entry }))
  expect(one.state.services).toEqual([])
  expect(one.state.clocks.filter((each) => each.clock === 'defence')).toEqual([])
  expect(one.state.struck?.[entry]).toMatchObject({ kind: 'serve', by: 'chen', strike: one.last('strike-entry') })
  expect(one.state.findings.map((each) => each.rule)).toEqual([])
  expect(guards(one.do('chen', 'strike-entry', { entry }))).toEqual(['entry-in-file'])
  expect(guards(one.do('chen', 'propose-decision'))).toContain('notice-served')
  expect(one.refolded()).toEqual(one.state)
})

test('powers are not struck, nor how the case began', () => {
  const one = toInvestigation()
  expect(guards(one.do('chief', 'strike-entry', { entry: one.last('approve-filing') }))).toEqual(['only-facts-struck'])
  expect(guards(one.do('clerk', 'strike-entry', { entry: one.last('register-lead') }))).toContain('only-facts-struck')
  expect(guards(one.do('chen', 'strike-entry', { entry: 'nothing' }))).toEqual(['entry-in-file'])
})

test('once the report relied on it only a head strikes it: a finding, and the report is flagged', () => {
  const one = toInvestigation()
  scene(one)
  must(report(one))
  const entry = one.last('record-scene')
  expect(guards(one.do('chen', 'strike-entry', { entry }))).toEqual(['struck-by-who-may'])
  expect(guards(one.do('unitHead', 'strike-entry', { entry }))).toEqual(['struck-by-who-may'])
  must(one.do('chief', 'strike-entry', { entry }))
  expect(one.state.evidence).toEqual([])
  expect(one.state.findings.map((each) => each.rule).sort()).toEqual(['flag:every-element-proven', 'flag:relies-on-lawful-evidence', 'relied-entry-struck'])
  // A late fact folds the case once more; what was struck stays struck and finds nothing new.
  must(one.do('clerk', 'attach-scan', { document: 'd', files: [] }, new Date(one.now - 3_600_000).toISOString()))
  expect(one.state.findings.map((each) => each.rule)).toContain('relied-entry-struck')
  expect(one.state.findings.map((each) => each.rule)).not.toContain('flag:entry-in-file')
})

const decided = (): Case => {
  const one = toInvestigation()
  scene(one)
  toNotice(one)
  must(one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' }))
  one.days(10)
  must(one.do('chen', 'propose-decision'))
  must(one.do('chief', 'decide-penalty'))
  must(one.do('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop' }))
  return one
}

const slip = (what: string) => ({ corrections: [{ what, place: '落款日期', wrong: '2026年3月1日', right: '2026年3月12日' }] })

test('a signed decision with the wrong date is rectified: approved by a head, served again, no remedy term begins anew', () => {
  const one = decided()
  const end = remedyEnd(one.state, 'shop')
  for (const what of ['facts', 'basis', 'kind', 'amount', 'party']) expect(guards(one.do('chen', 'propose-rectification', slip(what)))).toEqual(['only-slips-rectified'])
  expect(guards(one.do('chen', 'propose-rectification', { ...slip('date'), document: one.last('serve') }))).toEqual(['paper-issued'])
  expect(guards(one.do('chief', 'approve-rectification'))).toContain('proposal-current')
  must(one.do('chen', 'propose-rectification', slip('date')))
  expect(guards(one.do('chen', 'approve-rectification'))).toContain('by')
  must(one.do('chief', 'approve-rectification'))
  expect(one.state.rectifications).toEqual([{ act: one.last('approve-rectification'), of: one.last('decide-penalty'), parties: ['shop'], remedyTerm: false }])
  must(one.do('chen', 'record-payment', { paidOn: '2026-03-14', receipt: '1' }))
  expect(guards(one.do('chen', 'propose-closing'))).toEqual(['rectifications-served'])
  one.days(3)
  // The form for service already names it.
  must(one.do('chen', 'serve'))
  expect(one.state.services.at(-1)?.of).toBe(one.last('approve-rectification'))
  expect(remedyEnd(one.state, 'shop')).toBe(end)
  must(one.do('chen', 'propose-closing'))
  expect(one.state.findings.map((each) => each.rule)).toEqual(['no-order-to-correct'])
})

test('a slip in the remedies themselves lets their terms begin when it is served', () => {
  const one = decided()
  const end = remedyEnd(one.state, 'shop') ?? ''
  must(one.do('chen', 'propose-rectification', slip('remedy')))
  must(one.do('chief', 'approve-rectification'))
  expect(remedyEnd(one.state, 'shop')).toBeUndefined()
  one.days(30)
  must(one.do('chen', 'serve'))
  expect((remedyEnd(one.state, 'shop') ?? '') > end).toBe(true)
})

test('of two parties only who got the wrong paper gets the right one', () => {
  const one = decided()
  one.state = { ...one.state, parties: [...one.state.parties, { id: 'boss', role: 'responsible' }] }
  must(one.do('chen', 'propose-rectification', { corrections: [{ what: 'date' }], reason: '…' }))
  must(one.do('chief', 'approve-rectification'))
  expect(one.state.rectifications).toMatchObject([{ parties: ['shop'] }])
  must(one.do('chen', 'serve', { document: one.last('approve-rectification'), party: 'shop' }))
  must(one.do('chen', 'record-payment', { paidOn: '2026-03-14', receipt: '1' }))
  expect(guards(one.do('chen', 'propose-closing'))).not.toContain('rectifications-served')
})
