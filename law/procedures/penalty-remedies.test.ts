import { describe, expect, test } from 'vitest'
import type { Refusal } from '../procedure.ts'
import { step } from '../fold.ts'
import { surchargeOn } from './penalty-dues.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { type CaseInMemory as Case, toPerformance } from './walk.test-data.ts'

const guardsOf = (refusals: Refusal[]) => refusals.map((each) => each.guard)
const fine = { party: 'shop', violation: 'v1', kind: 'fine', amount: 1_000_000, branch: 0 }

const at = (one: Case, day: string): void => {
  one.now = Date.parse(`${day}T01:00:00.000Z`)
}

const running = (one: Case) => one.state.clocks.filter((each) => !each.closed).map(({ clock, due }) => `${clock} ${due ?? 'still'}`)

const applied = (): Case => {
  const one = toPerformance()
  at(one, '2026-04-01')
  one.do('clerk', 'record-remedy', { on: '2026-04-01' })
  return one
}

const result = (one: Case, outcome: string, on: string, more: object = {}) => {
  at(one, on)
  return one.do('clerk', 'record-remedy-result', { outcome, on, number: '县复决字〔2026〕3号', ...more })
}

/** From the report to the served decision. */
const again = (one: Case, relied: readonly string[], amount: number): Refusal[] => {
  const refused = one.do('chen', 'submit-report', { relied, penalties: [{ ...fine, amount }] })
  if (refused.length > 0) return refused
  for (const [who, kind] of [['unitHead', 'endorse-report'], ['reviewer', 'pass-review'], ['chief', 'issue-notice']] as const) expect(one.do(who, kind)).toEqual([])
  one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop', officers: ['chen', 'li'] })
  one.days(9)
  expect(one.do('chen', 'propose-decision')).toEqual([])
  expect(one.do('chief', 'decide-penalty')).toEqual([])
  return one.do('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop', officers: ['chen', 'li'] })
}

describe('while review or a suit is pending', () => {
  test('one party’s stay leaves another’s to be recorded', () => {
    const one = applied()
    const stay = penaltyOrdinary.acts['record-stay']
    one.state = { ...one.state, remedies: [...(one.state.remedies ?? []), { act: 'r', party: 'boss', decision: one.last('decide-penalty'), way: 'review', from: '2026-04-01' }] }
    one.do('clerk', 'record-stay')
    expect([stay?.suits(one.state), stay?.prefill(one.state, {})]).toMatchObject([true, { party: 'boss' }])
    one.do('clerk', 'record-stay')
    expect(one.state.stays?.map(({ party }) => party)).toEqual(['shop', 'boss'])
    expect(stay?.suits(one.state)).toBe(false)
  })

  test('no surcharge is counted, the court is not asked and the case not closed', () => {
    const one = applied()
    const [item] = one.state.performance
    // Due 03-26: five days ran until the application.
    expect(item && [surchargeOn(one.state, item, '2026-03-31'), surchargeOn(one.state, item, '2026-06-01')]).toEqual([150_000, 150_000])
    one.do('chen', 'issue-demand', { by: '2026-04-20' })
    one.do('chen', 'serve', { document: one.last('issue-demand'), party: 'shop' })
    at(one, '2026-10-01')
    expect(guardsOf(one.do('chief', 'apply-to-court'))).toEqual(['no-remedy-pending', 'remedy-term-over'])
    one.do('chen', 'record-payment', { paidOn: '2026-10-01', receipt: '1' })
    expect(guardsOf(one.do('chen', 'propose-closing'))).toEqual(['no-remedy-pending'])
  })

  test('upheld: the surcharge counts on, and fifteen days remain to sue', () => {
    const one = applied()
    one.do('chen', 'issue-demand', { by: '2026-04-20' })
    one.do('chen', 'serve', { document: one.last('issue-demand'), party: 'shop' })
    expect(result(one, 'upheld', '2026-05-20')).toEqual([])
    const [item] = one.state.performance
    expect(item && surchargeOn(one.state, item, '2026-05-21')).toBe(180_000)
    at(one, '2026-06-04')
    expect(guardsOf(one.do('chief', 'apply-to-court'))).toEqual(['remedy-term-over'])
    at(one, '2026-06-05')
    expect(one.do('chief', 'apply-to-court')).toEqual([])
  })

  test('a stay stops the clocks of performance until it ends', () => {
    const one = toPerformance()
    one.do('clerk', 'record-remedy', { on: '2026-03-12' })
    at(one, '2026-03-16')
    one.do('clerk', 'record-stay', { reason: '…' })
    expect(running(one)).toContain('payment still')
    at(one, '2026-03-30')
    expect(guardsOf(one.do('chen', 'issue-demand', { by: '2026-04-20' }))).toContain('not-stayed')
    one.do('clerk', 'end-stay', { reason: '…' })
    expect(running(one)).toContain('payment 2026-04-09')
  })

  test('a result without an application is marked and changes nothing', () => {
    const one = toPerformance()
    one.do('clerk', 'record-remedy-result', { party: 'shop', way: 'review', outcome: 'annulled', on: '2026-04-01', number: '1' })
    expect(one.state.findings.map((each) => each.rule)).toContain('mark:remedy-recorded')
    expect(one.state.performance[0]?.released).toBeUndefined()
  })
})

describe('a decision set aside', () => {
  test('annulled for procedure, made again: two decisions in one case, and the money of the first goes back', () => {
    const one = toPerformance()
    one.do('chen', 'record-payment', { paidOn: '2026-03-20', receipt: '1' })
    const first = one.last('decide-penalty')
    one.do('clerk', 'record-remedy', { on: '2026-04-01' })
    expect(result(one, 'annulled', '2026-05-20', { procedural: true })).toEqual([])
    expect(running(one)).toEqual(['publicity 2026-05-25', 'refund 2026-06-04'])
    expect(guardsOf(one.do('chen', 'propose-closing'))).toEqual(['refunds-paid', 'publicity-ended'])
    expect(one.do('chief', 're-open', { days: 60, reason: '…' })).toEqual([])
    expect([one.state.stage, one.state.decision, one.state.earlier?.[0]?.act]).toEqual(['investigation', undefined, first])
    expect(running(one)).toContain('re-decision 2026-07-20')
    expect(again(one, ['e1', 'e2'], 1_000_000)).toEqual([])
    expect(one.state.stage).toBe('performance')
    expect(running(one).some((each) => each.startsWith('re-decision'))).toBe(false)
    expect(one.state.performance.map(({ paid, released }) => [paid, released])).toEqual([[1_000_000, '2026-05-20'], [0, undefined]])
    expect(guardsOf(one.do('chief', 'refund', { items: [{ item: one.state.performance[0]?.id, amount: 1_000_001 }] }))).toEqual(['refund-not-above-owed'])
    expect(one.do('chief', 'refund', { reason: '…' })).toEqual([])
    one.do('clerk', 'withdraw-publicity', { on: '2026-05-21', explanation: '…' })
    one.do('chen', 'record-payment', { paidOn: '2026-06-10', receipt: '2' })
    expect(one.do('chen', 'propose-closing')).toEqual([])
    expect(one.do('chief', 'approve-closing')).toEqual([])
    expect(one.do('chen', 'archive')).toEqual([])
    expect(running(one)).toEqual([])
    expect(one.refolded()).toEqual(one.state)
  })

  test('annulled on the facts: not the same again without new evidence', () => {
    const one = applied()
    result(one, 'annulled', '2026-05-20')
    one.do('chief', 're-open', { reason: '…' })
    expect(guardsOf(again(one, ['e1', 'e2'], 1_000_000))).toEqual(['not-the-same-again'])
    expect(guardsOf(again(one, ['e1', 'e2'], 2_000_000))).toEqual(['not-the-same-again'])
    one.do('chen', 'collect-evidence', { evidence: 'e9', kind: 'documentary', proves: ['amount'], officers: ['chen', 'li'] })
    expect(again(one, ['e1', 'e2', 'e9'], 1_000_000)).toEqual([])
  })

  test('varied: what was paid above goes back, the rest stands', () => {
    const one = toPerformance()
    one.do('chen', 'record-payment', { paidOn: '2026-03-20', receipt: '1' })
    one.do('clerk', 'record-remedy', { on: '2026-04-01' })
    const item = one.state.performance[0]?.id
    result(one, 'varied', '2026-05-20', { changes: [{ item, amount: 600_000 }] })
    expect(guardsOf(one.do('chief', 'refund', { items: [{ item, amount: 400_001 }], reason: '…' }))).toEqual(['refund-not-above-owed'])
    expect(one.do('chief', 'refund', { reason: '…' })).toEqual([])
    expect(guardsOf(one.do('chief', 're-open', { reason: '…' }))).toEqual(['decision-set-aside'])
    one.do('clerk', 'withdraw-publicity', { published: 'never', on: '2026-05-20', explanation: '…' })
    expect(one.do('chen', 'propose-closing')).toEqual([])
  })

  test('annulled in part: what still stands is not imposed a second time', () => {
    const one = applied()
    one.state = { ...one.state, performance: [...one.state.performance, { id: 'warned', decision: one.last('decide-penalty'), violation: 'v1', party: 'shop', kind: 'warning', owed: 0, paid: 0, done: '2026-03-11' }] }
    result(one, 'partly', '2026-05-11', { procedural: true, changes: [{ item: one.state.performance[0]?.id }] })
    expect(one.do('chief', 're-open', { reason: '…' })).toEqual([])
    const report = (...penalties: object[]) => guardsOf(one.do('chen', 'submit-report', { relied: ['e1', 'e2'], penalties }))
    expect(report(fine, { party: 'shop', violation: 'v1', kind: 'warning' })).toEqual(['only-reopened-parties'])
    expect(report(fine)).toEqual([])
  })

  test('revoked by the body itself, and closed without another decision', () => {
    const one = toPerformance()
    expect(guardsOf(one.do('deputy', 'revoke-own-decision', { fault: 'facts', reason: '…' }))).toEqual(['by'])
    expect(one.do('chief', 'revoke-own-decision', { fault: 'facts', reason: '…' })).toEqual([])
    expect(guardsOf(one.do('chief', 'revoke-own-decision', { parties: ['shop'], fault: 'facts', reason: '…' }))).toEqual(['still-stands'])
    expect(one.state.findings.map((each) => each.rule)).toContain('decision-set-aside')
    one.do('clerk', 'withdraw-publicity', { on: '2026-03-12', explanation: '…' })
    expect(guardsOf(one.do('chen', 'propose-closing'))).toEqual(['decision-served'])
    one.do('chen', 'serve', { document: one.last('revoke-own-decision'), party: 'shop' })
    expect(one.do('chen', 'propose-closing')).toEqual([])
    expect(running(one)).toEqual([])
  })

  test('the county knows that the annulled decision bars nothing any more', () => {
    const one = applied()
    const remedy = one.state.remedies?.[0]
    expect(remedy?.decision).toBe(one.last('decide-penalty'))
    const told = { party: 'shop', way: 'review', outcome: 'annulled', on: '2026-05-20', number: '1' }
    const act = { id: 'r', kind: 'record-remedy-result', seq: 99, occurredAt: '2026-05-20T02:00:00.000Z', recordedAt: '2026-05-20T02:00:00.000Z', actor: 'clerk', payload: told, facts: {}, hash: '' }
    expect(step(penaltyOrdinary, one.state, act).effects).toMatchObject([{ room: 'decided', party: 'shop', item: 'expired', fined: false, standing: false }])
  })
})

describe('loose ends of performance', () => {
  test('a decided surcharge is paid apart from the fine, and never above what has run', () => {
    const one = toPerformance()
    at(one, '2026-03-30')
    expect(guardsOf(one.do('chief', 'decide-surcharge', { amount: 120_001, reason: '…' }))).toEqual(['surcharge-not-above-counted'])
    expect(one.do('chief', 'decide-surcharge', { amount: 120_000, reason: '…' })).toEqual([])
    one.do('chen', 'record-payment', { paidOn: '2026-03-30', receipt: '1' })
    expect(guardsOf(one.do('chen', 'propose-closing'))).toEqual(['all-performed'])
    one.do('chen', 'record-payment', { paidOn: '2026-03-31', receipt: '2' })
    expect(one.state.performance[0]).toMatchObject({ paid: 1_000_000, surchargePaid: 120_000 })
    expect(one.do('chen', 'propose-closing')).toEqual([])
  })

  test('an answer to the demand is checked before the court is asked', () => {
    const one = toPerformance()
    at(one, '2026-04-01')
    one.do('chen', 'issue-demand', { by: '2026-04-20' })
    one.do('chen', 'serve', { document: one.last('issue-demand'), party: 'shop' })
    one.do('chen', 'object-to-demand', { statement: '…' })
    at(one, '2026-09-12')
    expect(guardsOf(one.do('chief', 'apply-to-court'))).toEqual(['objection-rechecked'])
    expect(one.do('chen', 'recheck-demand', { adopted: 'not-adopted', reasons: '…' })).toEqual([])
    expect(one.do('chief', 'apply-to-court')).toEqual([])
  })
})
