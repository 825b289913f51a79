import { describe, expect, test } from 'vitest'
import type { Refusal } from '../procedure.ts'
import { surchargeOn } from './penalty-dues.ts'
import { type CaseInMemory as Case, toDecision, toPerformance } from './walk.test-data.ts'

const guardsOf = (refusals: Refusal[]) => refusals.map((each) => each.guard)

const at = (one: Case, day: string): void => {
  one.now = Date.parse(`${day}T01:00:00.000Z`)
}

const running = (one: Case) => one.state.clocks.filter((each) => !each.closed && ['payment', 'instalment', 'demand'].includes(each.clock)).map(({ clock, due }) => `${clock} ${due}`)

const demanded = (): Case => {
  const one = toPerformance()
  at(one, '2026-04-01')
  expect(one.do('chen', 'issue-demand', { by: '2026-04-20' })).toEqual([])
  one.do('chen', 'serve', { document: one.last('issue-demand'), party: 'shop' })
  return one
}

describe('postponement', () => {
  test('instalments move the payment clock from day to day', () => {
    const one = toPerformance()
    expect(running(one)).toEqual(['payment 2026-03-26'])
    const parts = [{ due: '2026-04-15', amount: 400_000 }, { due: '2026-05-15', amount: 600_000 }]
    expect(guardsOf(one.do('chief', 'grant-postponement', { instalments: parts.slice(1) }))).toEqual(['instalments-add-up'])
    expect(guardsOf(one.do('chief', 'grant-postponement', { instalments: [{ due: '2026-03-01', amount: 1_000_000 }] }))).toEqual(['instalments-add-up'])
    expect(guardsOf(one.do('chen', 'grant-postponement', { instalments: parts }))).toContain('by')
    expect(one.do('chief', 'grant-postponement', { requestedOn: '2026-03-11', instalments: parts })).toEqual([])
    expect(running(one)).toEqual(['instalment 2026-04-15'])
    at(one, '2026-04-10')
    one.do('chen', 'record-payment', { amount: 100_000, paidOn: '2026-04-10', receipt: '1' })
    expect(running(one)).toEqual(['instalment 2026-04-15'])
    one.do('chen', 'record-payment', { amount: 300_000, paidOn: '2026-04-10', receipt: '2' })
    expect(running(one)).toEqual(['instalment 2026-05-15'])
    expect(guardsOf(one.do('chen', 'issue-demand', { by: '2026-05-01' }))).toEqual(['term-ended-unperformed'])
    one.do('chen', 'record-payment', { paidOn: '2026-04-10', receipt: '3' })
    expect(running(one)).toEqual([])
    expect(one.do('chen', 'propose-closing')).toEqual([])
    expect(guardsOf(one.do('chief', 'grant-postponement', { instalments: parts }))).toContain('stage')
  })

  test('the surcharge counts from the granted day', () => {
    const one = toPerformance()
    one.do('chief', 'grant-postponement', { instalments: [{ due: '2026-04-15', amount: 1_000_000 }] })
    const [fine] = one.state.performance
    expect(fine && [surchargeOn(one.state, fine, '2026-04-15'), surchargeOn(one.state, fine, '2026-04-17')]).toEqual([0, 60_000])
  })
})

describe('demand and court', () => {
  test('no demand before the term ended, nor for more than is owed', () => {
    const one = toPerformance()
    expect(guardsOf(one.do('chen', 'issue-demand', { by: '2026-04-01' }))).toEqual(['term-ended-unperformed'])
    at(one, '2026-03-28')
    expect(guardsOf(one.do('chen', 'issue-demand', { by: '2026-04-10', amount: 1_000_001 }))).toEqual(['demand-not-above-owed'])
    expect(guardsOf(one.do('chen', 'issue-demand', { by: '2026-04-10', surcharge: 60_001 }))).toEqual(['demand-not-above-owed'])
    expect(one.do('chen', 'issue-demand', { by: '2026-04-10', surcharge: 60_000 })).toEqual([])
  })

  test('the court is asked neither before the remedy term has ended nor before ten workdays from the served demand', () => {
    const one = demanded()
    expect(running(one)).toContain('demand 2026-04-16')
    expect(guardsOf(one.do('chief', 'apply-to-court'))).toEqual(['remedy-term-over', 'demanded-ten-days-before'])
    at(one, '2026-09-11')
    expect(guardsOf(one.do('chief', 'apply-to-court'))).toEqual(['remedy-term-over'])
    at(one, '2026-09-12')
    expect(one.do('chief', 'apply-to-court')).toEqual([])
    expect(one.state.findings.map((each) => each.rule)).not.toContain('applied-late')
  })

  test('without a served demand the court is not asked', () => {
    const one = toPerformance()
    at(one, '2026-09-12')
    expect(guardsOf(one.do('chief', 'apply-to-court'))).toEqual(['demanded-ten-days-before'])
    one.do('chen', 'issue-demand', { by: '2026-10-01' })
    expect(guardsOf(one.do('chief', 'apply-to-court'))).toEqual(['demanded-ten-days-before'])
  })

  test('more than three months after the remedy term is a finding; ended execution lets the case close', () => {
    const one = demanded()
    expect(one.do('chen', 'object-to-demand', { statement: '…' })).toEqual([])
    expect(one.state.demands?.[0]?.objected).toBe('2026-04-01')
    expect(one.do('chen', 'recheck-demand', { adopted: 'not-adopted', reasons: '…' })).toEqual([])
    at(one, '2026-12-15')
    expect(one.do('chief', 'apply-to-court')).toEqual([])
    expect(one.state.findings).toContainEqual(expect.objectContaining({ rule: 'applied-late', subject: 'shop' }))
    one.do('clerk', 'record-court-outcome', { outcome: 'ruled' })
    expect(guardsOf(one.do('chen', 'propose-closing'))).toEqual(['all-performed'])
    one.do('clerk', 'record-court-outcome', { outcome: 'ended' })
    expect(one.do('chen', 'propose-closing')).toEqual([])
    expect(one.do('chief', 'approve-closing')).toEqual([])
    expect(running(one)).toEqual([])
  })

  test('what a court said of no application is marked and settles nothing', () => {
    const one = demanded()
    one.do('clerk', 'record-court-outcome', { items: [one.state.performance[0]?.id], outcome: 'enforced' })
    expect(one.state.findings.map((each) => each.rule)).toContain('mark:applied-before')
    expect(guardsOf(one.do('chen', 'propose-closing'))).toEqual(['all-performed'])
  })

  test('an agreement may waive the surcharge after remedial measures, never the fine', () => {
    const one = demanded()
    const plan = { instalments: [{ due: '2026-05-20', amount: 1_000_000 }], waiveSurcharge: true }
    expect(guardsOf(one.do('chief', 'enter-execution-agreement', { ...plan, instalments: [{ due: '2026-05-20', amount: 900_000 }] }))).toEqual(['principal-kept', 'waiver-earned'])
    expect(one.do('chief', 'enter-execution-agreement', { ...plan, remedied: true })).toEqual([])
    const [fine] = one.state.performance
    expect(fine && surchargeOn(one.state, fine, '2026-12-01')).toBe(0)
    expect(running(one)).toContain('instalment 2026-05-20')
  })
})

describe('on-the-spot collection', () => {
  const handedIn = (handedOn: string, bankedOn: string) => {
    const one = toPerformance()
    one.do('chen', 'record-payment', { channel: 'on-the-spot', ground: 'remote', paidOn: '2026-03-12', receipt: '1' })
    one.do('chen', 'hand-in-collected', { handedOn, bankedOn, receipt: '2' })
    expect(one.state.performance[0]?.payments).toMatchObject([{ collected: true, handedIn: handedOn }])
    return one.state.findings.map((each) => each.rule)
  }

  test('two workdays to the body and two to the bank', () => {
    expect(handedIn('2026-03-16', '2026-03-18')).toEqual([])
    expect(handedIn('2026-03-17', '2026-03-18')).toEqual(['handed-in-late'])
    expect(handedIn('2026-03-16', '2026-03-19')).toEqual(['handed-in-late'])
  })
})

describe('service', () => {
  const serve = (one: Case, told: object) => one.do('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop', ...told })

  test('an announcement follows failed attempts and completes after thirty days', () => {
    const one = toDecision()
    serve(one, { method: 'announcement' })
    expect(one.state.findings.at(-1)?.rule).toBe('mark:announced-after-attempts')
    expect(one.state.stage).toBe('service')
    serve(one, { method: 'direct', outcome: 'failed' })
    serve(one, { method: 'announcement' })
    expect(one.state.services.at(-1)).toMatchObject({ attempted: '2026-03-11', completed: '2026-04-10' })
    expect(one.state.stage).toBe('performance')
    expect(running(one)).toEqual(['payment 2026-04-27'])
    expect(guardsOf(one.do('chen', 'propose-closing'))).toContain('decision-served')
  })

  test('evidence that he cannot be found stands in for attempts', () => {
    const one = toDecision()
    serve(one, { method: 'announcement', untraceable: 'e1' })
    expect(one.state.services.at(-1)?.completed).toBe('2026-04-10')
  })

  test('electronic service needs the signed consent', () => {
    const one = toDecision()
    serve(one, { method: 'electronic' })
    expect(one.state.findings.at(-1)?.rule).toBe('mark:electronic-agreed')
    expect(one.state.services.at(-1)?.completed).toBeUndefined()
    serve(one, { method: 'electronic', confirmation: 'f1' })
    expect(one.state.services.at(-1)?.completed).toBe('2026-03-11')
  })

  test('entrusted and forwarded service is complete when he received it', () => {
    const one = toDecision()
    serve(one, { method: 'entrusted', outcome: 'failed' })
    expect(one.state.stage).toBe('service')
    serve(one, { method: 'forwarded', outcome: 'received' })
    expect(one.state.stage).toBe('performance')
  })
})
