import { describe, expect, test } from 'vitest'
import type { Benchmark } from '../discretion/benchmark.ts'
import type { LeniencyRule } from '../discretion/conditions.ts'
import type { Facts } from '../facts.ts'
import { CaseInMemory, lawful } from './walk.test-data.ts'

const line = (id: string, rank: number, floor: number, ceiling: number, maker = ''): Benchmark => ({
  id, tier: id, rank, circumstance: id, branch: 0, range: { base: 'absolute', floor, ceiling, floorInclusive: true }, standard: '', mitigation: false, maker,
})
const own = [line('light', 1, 500_000, 1_500_000), line('usual', 2, 1_500_000, 3_000_000)]
const rule: LeniencyRule = { id: 'r1', list: 'exempt', violation: '过期', title: '清单', conditions: { first: { months: 24 }, corrected: true, others: [] } }

const guards = (refusals: readonly { readonly guard: string }[]) => refusals.map(({ guard }) => guard)
const rules = (one: CaseInMemory) => one.state.findings.map((each) => each.rule)
const tick = (circumstance: string) => ({ violation: 'v1', circumstance, evidence: ['e1'] })
const fine = (amount: number) => [{ party: 'shop', violation: 'v1', kind: 'fine', amount, branch: 0 }]
const departure = { violation: 'v1', reason: '危害后果明显小于该档次的一般情形' }

function toReport(facts: Partial<Facts>): CaseInMemory {
  const one = new CaseInMemory()
  one.facts = { ...lawful, ...facts }
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })
  one.do('chief', 'approve-filing')
  one.do('chen', 'record-scene', { evidence: 'e1', proves: ['conduct', 'amount'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
  one.do('chen', 'interview', { evidence: 'e2', proves: ['identity', 'circumstance'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
  one.do('chen', 'order-to-correct')
  return one
}
const report = (one: CaseInMemory, payload: object) => guards(one.do('chen', 'submit-report', { relied: ['e1', 'e2'], penalties: fine(1_000_000), ...payload }))

function toProposal(one: CaseInMemory, payload: object = {}): string[] {
  one.do('unitHead', 'endorse-report')
  one.do('reviewer', 'pass-review')
  one.do('chief', 'issue-notice')
  one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' })
  one.days(9)
  return guards(one.do('chen', 'propose-decision', payload))
}

describe('a benchmark of the body itself', () => {
  test('is applied: a fine of its item needs its circumstance ticked, in the benchmark of that day', () => {
    const one = toReport({ benchmarks: { expired: own } })
    expect(report(one, {})).toEqual(['benchmark-applied'])
    expect(report(one, { ticks: [tick('elsewhere')] })).toEqual(['benchmark-applied'])
    expect(report(one, { ticks: [tick('light')] })).toEqual([])
    expect(toProposal(one)).toEqual([])
    expect(one.do('deputy', 'decide-penalty')).toEqual([])
    expect(one.state.decision?.tiers).toEqual([{ party: 'shop', violation: 'v1', tier: 'light' }])
    expect(rules(one)).not.toContain('benchmark-departure')
  })

  test('is departed from with a reason, by the chief or the heads together, and supervision is told', () => {
    const one = toReport({ benchmarks: { expired: own } })
    expect(report(one, { ticks: [tick('light'), tick('usual')] })).toEqual(['departure-explained'])
    expect(report(one, { ticks: [tick('usual')], departures: [departure] })).toEqual([])
    expect(toProposal(one)).toEqual([])
    expect(guards(one.do('deputy', 'decide-penalty'))).toEqual(['departure-approved'])
    expect(guards(one.do('chief', 'decide-penalty'))).toEqual([])
    expect(rules(one)).toContain('benchmark-departure')
  })

  test('is departed from by a deputy once the heads discussed it', () => {
    const one = toReport({ benchmarks: { expired: own } })
    report(one, { departures: [departure] })
    expect(toProposal(one)).toEqual([])
    expect(one.do('chief', 'discuss', { members: [{ person: 'chief', opinion: '同意' }, { person: 'deputy', opinion: '同意' }] })).toEqual([])
    expect(guards(one.do('deputy', 'decide-penalty'))).toEqual([])
  })

  test('stands aside where the fine is below it by mitigation', () => {
    const one = toReport({ benchmarks: { expired: own } })
    const mitigated = { effect: 'mitigated', ground: 'eliminated-harm', evidence: ['e2'], reason: '主动消除' }
    expect(report(one, { penalties: fine(300_000), ticks: [tick('light')], circumstances: [mitigated] })).toEqual([])
  })
})

test('a superior’s benchmark is departed from with its maker’s approval only', () => {
  const one = toReport({ benchmarks: { expired: own.map((each) => ({ ...each, maker: '省局' })) } })
  expect(report(one, { ticks: [tick('usual')], departures: [departure] })).toEqual(['maker-approved'])
  expect(report(one, { ticks: [tick('usual')], departures: [{ ...departure, approval: 'f'.repeat(64) }] })).toEqual([])
  expect(toProposal(one)).toEqual([])
  expect(guards(one.do('chief', 'decide-penalty'))).toEqual([])
  expect(rules(one)).toContain('benchmark-departure')
})

test('a circumstance rests on a ground that has its effect, on a named norm where the law gives none, and on evidence', () => {
  const one = toReport({})
  const told = (effect: string, ground: string, more = {}) => report(one, { circumstances: [{ effect, ground, evidence: ['e2'], reason: '查明', ...more }] })
  expect(told('mitigated', 'first-minor')).toEqual(['circumstances-grounded'])
  expect(told('heavier', 'eliminated-harm')).toEqual(['circumstances-grounded'])
  expect(told('lighter', 'merit', { evidence: [] })).toEqual(['circumstances-grounded'])
  expect(told('heavier', 'repeated')).toEqual(['circumstances-grounded'])
  expect(told('heavier', 'repeated', { norm: '食品安全法第一百三十四条' })).toEqual([])
  expect(told('lighter', 'merit')).toEqual([])
})

describe('the list of exemptions', () => {
  const exempt = { outcome: 'no-penalty', ground: 'first-minor', penalties: [], circumstances: [{ effect: 'exempt', ground: 'first-minor', rule: 'r1', evidence: ['e2'], reason: '初次违法' }] }

  test('carries an exemption, counted, with its education recorded', () => {
    const one = toReport({ leniency: { expired: [rule] }, record: [] })
    expect(report(one, exempt)).toEqual([])
    expect(rules(one)).not.toContain('outside-the-list')
    one.do('unitHead', 'endorse-report')
    if (one.state.stage === 'review') one.do('reviewer', 'pass-review')
    expect(guards(one.do('chief', 'decide-no-penalty', { education: false }))).toEqual(['educated-when-exempted'])
    expect(one.do('chief', 'decide-no-penalty', { education: true })).toEqual([])
  })

  test('does not carry a second violation of the same kind within the look-back, whichever body found the first', () => {
    const one = toReport({ leniency: { expired: [rule] }, record: [{ party: 'shop', item: 'expired', on: '2025-06-01', exempted: true }] })
    expect(report(one, exempt)).toEqual(['first-violation'])
    one.facts = { ...one.facts, record: [{ party: 'shop', item: 'expired', on: '2023-06-01', exempted: false }] }
    expect(report(one, exempt)).toEqual([])
  })

  test('no longer applies once it has expired; the statute still does, and supervision is told', () => {
    const one = toReport({ leniency: {}, record: [] })
    expect(report(one, exempt)).toEqual(['list-in-force'])
    const { rule: _rule, ...byStatute } = exempt.circumstances[0] ?? {}
    expect(report(one, { ...exempt, circumstances: [byStatute] })).toEqual([])
    expect(rules(one)).toContain('outside-the-list')
  })
})
