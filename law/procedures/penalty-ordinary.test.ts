import { describe, expect, test } from 'vitest'
import { available } from '../judge.ts'
import type { Refusal } from '../procedure.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { CaseInMemory as Case, lawful, people } from './walk.test-data.ts'

const toInvestigation = (): Case => {
  const one = new Case()
  expect(one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })).toEqual([])
  expect(one.do('unitHead', 'assign', { team: ['chen', 'li'] })).toEqual([])
  expect(one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })).toEqual([])
  expect(one.do('chief', 'approve-filing')).toEqual([])
  return one
}

const evidence = (one: Case): void => {
  one.do('chen', 'record-scene', { evidence: 'e1', proves: ['conduct', 'amount'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
  one.do('chen', 'interview', { evidence: 'e2', proves: ['identity', 'circumstance'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
}

const report = (one: Case, amount = 1_000_000, more: object = {}): Refusal[] =>
  one.do('chen', 'submit-report', { relied: ['e1', 'e2'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount, branch: 0 }], ...more })

const toNotice = (one: Case): void => {
  evidence(one)
  expect(report(one)).toEqual([])
  expect(one.do('unitHead', 'endorse-report')).toEqual([])
  expect(one.do('reviewer', 'pass-review')).toEqual([])
  expect(one.do('chief', 'issue-notice')).toEqual([])
}

const guardsOf = (refusals: Refusal[]) => refusals.map((each) => each.guard)

describe('the main path', () => {
  test('a case goes from lead to archive', () => {
    const one = toInvestigation()
    one.do('chen', 'order-to-correct')
    toNotice(one)
    one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' })
    expect(one.state.clocks.find((each) => each.clock === 'defence')?.due).toBe('2026-03-09')
    one.days(9)
    expect(one.do('chen', 'propose-decision')).toEqual([])
    expect(one.do('chief', 'decide-penalty')).toEqual([])
    expect(one.state.stage).toBe('service')
    one.do('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop' })
    expect(one.state.stage).toBe('performance')
    expect(guardsOf(one.do('chen', 'propose-closing'))).toEqual(['all-performed'])
    one.do('chen', 're-inspect', { evidence: 'again', place: '店内', found: '已下架', result: 'corrected', certificateShown: true, recusalTold: true, officers: ['chen', 'li'] })
    one.do('chen', 'record-payment', { paidOn: '2026-03-12', receipt: '1' })
    expect(one.do('chen', 'propose-closing')).toEqual([])
    expect(one.do('chief', 'approve-closing')).toEqual([])
    expect(one.do('chen', 'archive')).toEqual([])
    expect(one.state.stage).toBe('archived')
    expect(one.state.ended).toBe(true)
    expect(one.state.findings).toEqual([])
    expect(one.state.clocks.filter((each) => !each.closed)).toEqual([])
  })

  test('no decision without notice, term, review, or before the party is heard', () => {
    const one = toInvestigation()
    evidence(one)
    report(one)
    one.do('unitHead', 'endorse-report')
    expect(guardsOf(one.do('chief', 'issue-notice'))).toContain('stage')
    one.do('reviewer', 'pass-review')
    expect(guardsOf(one.do('chen', 'propose-decision'))).toContain('notice-served')
    one.do('chief', 'issue-notice')
    one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' })
    expect(guardsOf(one.do('chen', 'propose-decision'))).toEqual(['defence-term-over'])
    one.do('chen', 'state-defence', { party: 'shop', form: 'oral', statement: '…' })
    one.days(10)
    expect(guardsOf(one.do('chen', 'propose-decision'))).toEqual(['defence-rechecked'])
    one.do('chen', 'recheck-defence', { party: 'shop', adopted: 'not-adopted' })
    expect(guardsOf(one.do('chen', 'propose-decision', { penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 1_000_001, branch: 0 }] }))).toEqual(['decision-as-notified'])
    expect(guardsOf(report(one, 1_100_000))).toEqual(['not-heavier-after-defence'])
    const kinds = (...penalties: object[]) => guardsOf(report(one, 0, { penalties: penalties.map((each) => ({ party: 'shop', violation: 'v1', ...each })) }))
    expect(kinds({ kind: 'fine', amount: 1_000_000, branch: 0 }, { kind: 'warning' })).toContain('not-heavier-after-defence')
    expect(kinds({ kind: 'confiscate-goods' })).toContain('not-heavier-after-defence')
    const since = { ...lawful, earlier: [{ matter: 'since', party: 'shop', item: 'expired', from: '2026-02-01', until: '2026-03-01', fined: true }] }
    one.facts = since
    expect(guardsOf(one.do('chen', 'propose-decision')), 'another body decided since the report').toEqual(['earlier-decisions-compared'])
    one.facts = lawful
    expect(one.do('chen', 'propose-decision')).toEqual([])
    one.facts = since
    expect(guardsOf(one.do('chief', 'decide-penalty'))).toContain('earlier-decisions-compared')
    one.facts = lawful
    expect(kinds({ kind: 'warning' }), 'a warning in place of a fine is lighter').toEqual([])
  })

  test('limits, kinds, evidence, limitation and second fines bound the report', () => {
    const one = toInvestigation()
    expect(guardsOf(report(one))).toContain('every-element-proven')
    evidence(one)
    expect(guardsOf(report(one, 6_000_000))).toEqual(['not-above-maximum'])
    expect(guardsOf(report(one, 100_000))).toEqual(['not-below-minimum'])
    expect(report(one, 100_000, { circumstances: [{ effect: 'mitigated', ground: 'merit', evidence: ['e1'] }] })).toEqual([])
    expect(guardsOf(report(one, 0, { penalties: [{ party: 'shop', violation: 'v1', kind: 'revoke-licence' }] }))).toContain('kind-in-norm')
    one.facts = { ...lawful, earlier: [{ matter: 'old', party: 'shop', item: 'expired', from: '2026-02-01', until: '2026-03-01', fined: true }] }
    expect(guardsOf(report(one, 1_000_000, { sameAct: [] }))).toContain('earlier-decisions-compared')
    expect(guardsOf(report(one, 1_000_000, { sameAct: [{ decision: 'old', same: true }] }))).toContain('not-fined-twice')
  })
})

describe('power and fact', () => {
  test('a one-officer interview is recorded, marked and no evidence', () => {
    const one = toInvestigation()
    expect(one.do('chen', 'interview', { evidence: 'alone', proves: ['identity'], officers: ['chen'], certificateShown: true, recusalTold: true })).toEqual([])
    expect(one.state.evidence[0]?.unusable).toBe('two-officers')
    expect(one.state.findings).toMatchObject([{ rule: 'mark:two-officers' }])
    evidence(one)
    expect(guardsOf(one.do('chen', 'submit-report', { relied: ['alone', 'e1', 'e2'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 1_000_000, branch: 0 }] }))).toEqual(['relies-on-lawful-evidence'])
  })

  test('a late fact folds the case again and flags the power it shows unlawful', () => {
    const one = toInvestigation()
    toNotice(one)
    one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' })
    one.days(9)
    one.do('chen', 'propose-decision')
    one.do('chief', 'decide-penalty')
    const heard = new Date(one.now - 3 * 86_400_000).toISOString()
    expect(one.do('clerk', 'state-defence', { party: 'shop', form: 'written', statement: '…' }, heard)).toEqual([])
    expect(one.state.stage).toBe('service')
    expect(one.state.findings.map((each) => each.rule)).toEqual(['flag:defence-rechecked', 'flag:defence-rechecked', 'no-order-to-correct'])
  })

  test('nobody approves his own proposal, and only the post may act', () => {
    const one = toInvestigation()
    evidence(one)
    expect(guardsOf(one.do('clerk', 'submit-report'))).toContain('by')
    report(one)
    expect(guardsOf(one.do('chen', 'endorse-report'))).toContain('by')
  })

  test('what may be done now is listed with the reason it may not', () => {
    const one = toInvestigation()
    const offers = available(penaltyOrdinary, one.state, people.chief, lawful, '2026-03-03T01:00:00.000Z')
    const submit = offers.find((each) => each.kind === 'submit-report')
    expect(submit).toMatchObject({ allowed: false, awaited: true })
    expect(submit?.refusals[0]?.guard).toBe('by')
    expect(offers.every((each) => each.refusals.every((refusal) => refusal.cure.zh !== '' && refusal.article.article > 0))).toBe(true)
  })
})
