import { describe, expect, test } from 'vitest'
import type { PartyFact } from '../facts.ts'
import { waitingFor } from '../judge.ts'
import type { Refusal } from '../procedure.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { CaseInMemory as Case, lawful } from './walk.test-data.ts'

const guardsOf = (refusals: Refusal[]) => refusals.map((each) => each.guard)
const kinds: Record<string, PartyFact> = {
  shop: { kind: 'legal-person' }, boss: { kind: 'person', age: 45, minor: false }, hand: { kind: 'person', age: 30, minor: false }, kid: { kind: 'person', age: 13, minor: true }, heir: { kind: 'legal-person' },
}
const all = ['identity', 'conduct', 'circumstance', 'amount']
const violation = (parties: string[], id = 'v1') => ({ id, item: 'expired', from: '2026-02-20', until: '2026-03-01', parties, harm: false })
const fine = (party: string, amount = 500_000) => ({ party, violation: 'v1', kind: 'fine', amount, branch: 0 })

function filed(parties: string[], more: object = {}): Case {
  const one = new Case()
  one.facts = { ...lawful, settings: { ...lawful.settings, overlay: 'general' } as never, parties: kinds }
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  expect(one.do('chen', 'propose-filing', { parties, violations: [violation(parties)], team: ['chen', 'li'], ...more })).toEqual([])
  expect(one.do('chief', 'approve-filing')).toEqual([])
  one.do('chen', 'record-scene', { evidence: 'e1', proves: all, officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
  return one
}

function change(one: Case, told: object): void {
  expect(one.do('chen', 'propose-party-change', { evidence: ['e1'], ...told })).toEqual([])
  expect(one.do('chief', 'approve-party-change')).toEqual([])
  expect(one.refolded()).toEqual(one.state)
}

function noticed(one: Case, penalties: object[], more: object = {}): Refusal[] {
  expect(one.do('chen', 'submit-report', { relied: ['e1'], penalties, ...more })).toEqual([])
  expect(one.do('unitHead', 'endorse-report')).toEqual([])
  return one.do('chief', 'issue-notice')
}

const serve = (one: Case, kind: string, party: string, told: object = {}) => one.do('chen', 'serve', { document: one.last(kind), party, ...told })

describe('who answers in a case', () => {
  test('a head lets a responsible person in beside the unit, and what was reported has to be reported anew', () => {
    const one = filed(['shop'])
    expect(noticed(one, [fine('shop')])).toEqual([])
    serve(one, 'issue-notice', 'shop')
    expect(guardsOf(one.do('chen', 'propose-party-change', { change: 'add' }))).toEqual(['party-change-fits', 'party-change-proven'])
    expect(guardsOf(one.do('chen', 'propose-party-change', { change: 'add', to: 'shop', evidence: ['e1'] }))).toEqual(['party-change-fits'])
    expect(one.do('chen', 'propose-party-change', { change: 'add', to: 'boss', role: 'responsible', evidence: ['e1'] })).toEqual([])
    expect(guardsOf(one.do('chen', 'approve-party-change'))).toEqual(['by'])
    expect(waitingFor(penaltyOrdinary, one.state).map((each) => each.act)).toContain('approve-party-change')
    expect(one.do('chief', 'approve-party-change')).toEqual([])
    expect(one.state).toMatchObject({ stage: 'investigation', parties: [{ id: 'shop' }, { id: 'boss', role: 'responsible' }], violations: [{ parties: ['shop', 'boss'] }] })
    expect(one.state.clocks.filter((each) => each.clock === 'defence' && !each.closed)).toEqual([])
    expect(guardsOf(one.do('chen', 'submit-report', { relied: ['e1'], penalties: [fine('shop')] }))).toEqual(['every-party-answered'])
    expect(noticed(one, [fine('shop'), fine('boss')])).toEqual([])
    expect(one.refolded()).toEqual(one.state)
  })

  test('a refused change changes nothing, and the last party cannot be dropped', () => {
    const one = filed(['shop', 'boss'])
    one.do('chen', 'propose-party-change', { change: 'drop', party: 'boss' })
    expect(one.do('chief', 'return-party-change')).toEqual([])
    expect(one.state.partyChange).toBeUndefined()
    expect(one.state.parties).toHaveLength(2)
    change(one, { change: 'drop', party: 'boss' })
    expect(one.state).toMatchObject({ parties: [{ id: 'shop' }], formerParties: ['boss'], violations: [{ parties: ['shop'] }] })
    expect(guardsOf(one.do('chen', 'propose-party-change', { change: 'drop', party: 'shop' }))).toEqual(['party-change-fits'])
  })

  test('no notice while somebody is unidentified; identified he takes his place', () => {
    const one = filed(['unknown'], { standing: [{ party: 'unknown', as: 'unidentified' }] })
    expect(guardsOf(noticed(one, [fine('unknown')]))).toEqual(['identity-proven'])
    change(one, { change: 'identify', party: 'unknown', to: 'boss' })
    expect(one.state).toMatchObject({ stage: 'investigation', parties: [{ id: 'boss', role: 'party' }], violations: [{ parties: ['boss'] }] })
    expect(noticed(one, [fine('boss')])).toEqual([])
  })

  test('nobody unidentified is spared either', () => {
    const one = filed(['shop', 'unknown'], { standing: [{ party: 'unknown', as: 'unidentified' }] })
    expect(one.do('chen', 'submit-report', { outcome: 'no-penalty', ground: 'not-established', relied: ['e1'], penalties: [] })).toEqual([])
    one.do('unitHead', 'endorse-report')
    expect(guardsOf(one.do('chief', 'decide-no-penalty'))).toEqual(['everybody-identified'])
  })

  test('a corrected name keeps notice, service and term; after the decision only a successor steps in, with what is owed', () => {
    const one = filed(['shop'])
    noticed(one, [fine('shop')])
    serve(one, 'issue-notice', 'shop')
    expect(guardsOf(one.do('chen', 'correct-party', { party: 'boss', to: 'renamed', what: 'renamed' }))).toEqual(['correction-fits'])
    expect(one.do('chen', 'correct-party', { party: 'shop', to: 'renamed', what: 'renamed' })).toEqual([])
    expect(one.state.stage).toBe('notice')
    one.days(9)
    expect(one.do('chen', 'propose-decision')).toEqual([])
    expect(one.do('chief', 'decide-penalty')).toEqual([])
    expect(guardsOf(one.do('chen', 'propose-party-change', { change: 'add', to: 'boss', evidence: ['e1'] }))).toEqual(['party-change-in-time'])
    serve(one, 'decide-penalty', 'renamed')
    change(one, { change: 'succeed', party: 'renamed', to: 'heir' })
    expect(one.state).toMatchObject({ stage: 'performance', performance: [{ party: 'heir', owed: 500_000 }], formerParties: ['shop', 'renamed'] })
    expect(one.state.clocks.find((each) => each.clock === 'payment')).toMatchObject({ subject: 'heir' })
    expect(one.do('chen', 'record-payment', { paidOn: '2026-03-20', receipt: '1' })).toEqual([])
    expect(one.do('chen', 'propose-closing')).toEqual([])
  })

  test('the heir of a shopkeeper who dies while a review runs has the review, the stay and the terms; only what was found keeps the old name', () => {
    const one = filed(['shop'])
    noticed(one, [fine('shop')])
    serve(one, 'issue-notice', 'shop')
    one.days(9)
    one.do('chen', 'propose-decision')
    one.do('chief', 'decide-penalty')
    serve(one, 'decide-penalty', 'shop')
    one.days(30)
    one.do('chen', 'issue-demand', { party: 'shop', by: '2026-06-01', how: '…' })
    one.do('chen', 'propose-rectification', { corrections: [{ what: 'date' }] })
    one.do('chief', 'approve-rectification')
    one.do('clerk', 'record-remedy', { party: 'shop', on: '2026-04-10' })
    one.do('clerk', 'record-stay', { party: 'shop' })
    one.do('clerk', 'record-remedy-result', { party: 'shop', outcome: 'annulled', on: '2026-05-10', number: '1' })
    one.do('chief', 're-open')
    change(one, { change: 'succeed', party: 'shop', to: 'heir' })
    expect(one.state).toMatchObject({ remedies: [{ party: 'heir' }], stays: [{ party: 'heir' }], setAside: [{ party: 'heir' }], reopened: { parties: ['heir'] }, rectifications: [{ parties: ['heir'] }] })
    const { formerParties, findings, ...rest } = one.state
    expect(formerParties).toEqual(['shop'])
    expect(findings.some(({ subject }) => subject === 'shop')).toBe(true)
    expect(JSON.stringify(rest)).not.toContain('"shop"')
  })

  test('violations found later come in with a head’s approval, only of the parties', () => {
    const one = filed(['shop'])
    expect(guardsOf(one.do('chen', 'propose-violations', { violations: [violation(['boss'], 'v2')] }))).toEqual(['supplement-of-parties'])
    expect(one.do('chen', 'propose-violations', { violations: [violation(['shop'])] })).toEqual([])
    expect(one.do('chief', 'approve-violations')).toEqual([])
    expect(one.state.violations.map((each) => each.id)).toEqual(['v1', `${one.last('approve-violations')}.1`])
    expect(one.state.supplement).toBeUndefined()
    expect(one.refolded()).toEqual(one.state)
  })

  test('an agent needs a written power, and there are two at most', () => {
    const one = filed(['shop'])
    one.do('chen', 'name-representative', { party: 'shop', as: 'agent' })
    for (let i = 0; i < 3; i++) one.do('chen', 'name-representative', { party: 'shop', as: 'agent', files: ['f1'] })
    expect(one.state.parties[0]?.agents).toHaveLength(2)
    expect(one.state.findings.map((each) => each.rule)).toEqual(['mark:agent-authorised', 'mark:agent-authorised'])
  })
})

/** Walk-through 1. */
test('a unit and two responsible persons: one asks for a hearing, one pays, one disappears', () => {
  const one = filed(['shop', 'boss', 'hand'], { standing: [{ party: 'boss', as: 'responsible' }, { party: 'hand', as: 'responsible' }] })
  // Two fines of one party are summed: 2 × 6,000 reach his threshold of 10,000, the unit's 60,000 stay under its own.
  expect(noticed(one, [fine('shop', 5_000_000), fine('shop', 1_000_000), fine('boss', 600_000), fine('boss', 600_000), fine('hand', 500_000)])).toEqual([])
  expect(one.state.notices[0]?.hearing).toEqual(['boss'])
  for (const party of ['shop', 'boss']) serve(one, 'issue-notice', party)
  expect(guardsOf(one.do('chen', 'propose-decision'))).toEqual(expect.arrayContaining(['notice-served']))
  serve(one, 'issue-notice', 'hand', { outcome: 'failed' })
  serve(one, 'issue-notice', 'hand', { method: 'announcement' })
  expect(one.state.notices[0]?.parties.find((each) => each.party === 'hand')?.served).toBe('2026-04-01')
  const defence = (party: string) => one.state.clocks.find((each) => each.clock === 'defence' && each.subject === party)?.due
  expect([defence('shop'), defence('hand')]).toEqual(['2026-03-09', '2026-04-09'])
  one.do('chen', 'request-hearing', { party: 'boss' })
  expect(one.do('chief', 'arrange-hearing', { chair: 'deputy', at: '2026-03-16T01:00:00.000Z' })).toEqual([])
  one.days(14)
  one.do('clerk', 'hold-hearing')
  expect(one.do('deputy', 'report-hearing')).toEqual([])
  expect(one.do('reviewer', 'pass-review')).toEqual([])
  expect(guardsOf(one.do('chen', 'propose-decision'))).toEqual(['notice-served', 'defence-term-over'])
  one.days(25)
  expect(one.do('chen', 'propose-decision')).toEqual([])
  one.do('chief', 'discuss', { members: [{ person: 'chief', opinion: '' }, { person: 'deputy', opinion: '' }] })
  expect(one.do('chief', 'decide-penalty')).toEqual([])
  const paid = (party: string) => one.state.performance.filter((each) => each.party === party).forEach((each) => one.do('chen', 'record-payment', { item: each.id, amount: each.owed, paidOn: '2026-04-12', receipt: '1' }))
  serve(one, 'decide-penalty', 'shop')
  paid('shop')
  // The case is as far as its slowest party.
  expect(one.state.stage).toBe('service')
  serve(one, 'decide-penalty', 'boss')
  serve(one, 'decide-penalty', 'hand', { outcome: 'failed' })
  expect(one.state.stage).toBe('service')
  serve(one, 'decide-penalty', 'hand', { method: 'announcement' })
  expect(one.state.stage).toBe('performance')
  const payment = (party: string) => one.state.clocks.find((each) => each.clock === 'payment' && each.subject === party)
  expect(payment('shop')?.closed).toBeDefined()
  expect(payment('boss')?.due).toBe('2026-04-27')
  expect(payment('hand')?.due).toBe('2026-05-25')
  paid('boss')
  expect(payment('boss')?.closed).toBeDefined()
  expect(guardsOf(one.do('chen', 'propose-closing'))).toEqual(['decision-served', 'all-performed'])
  one.days(60)
  paid('hand')
  expect(one.do('chen', 'propose-closing')).toEqual([])
  expect(one.do('chief', 'approve-closing')).toEqual([])
  expect(one.refolded()).toEqual(one.state)
})

/** Walk-through 2. */
describe('a thirteen-year-old', () => {
  test('is not punished; his guardian is ordered before the case may close', () => {
    const one = filed(['kid'])
    one.do('chen', 'interview', { evidence: 'e2', whom: 'party', party: 'kid', proves: ['identity'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
    expect(one.state.evidence.find((each) => each.id === 'e2')?.unusable).toBe('guardian-named')
    one.do('chen', 'name-guardian', { party: 'kid' })
    one.do('chen', 'interview', { evidence: 'e3', whom: 'party', party: 'kid', proves: ['identity'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
    expect(one.state.evidence.find((each) => each.id === 'e3')?.unusable).toBeUndefined()
    expect(guardsOf(one.do('chen', 'submit-report', { relied: ['e1'], penalties: [fine('kid')] }))).toContain('of-age')
    expect(one.do('chen', 'submit-report', { outcome: 'no-penalty', ground: 'under-14', relied: ['e1'], penalties: [] })).toEqual([])
    one.do('unitHead', 'endorse-report')
    expect(one.do('chief', 'decide-no-penalty')).toEqual([])
    serve(one, 'decide-no-penalty', 'kid')
    expect(guardsOf(one.do('chen', 'propose-closing'))).toEqual(['guardians-ordered'])
    expect(waitingFor(penaltyOrdinary, one.state).map((each) => each.act)).toContain('order-guardian')
    expect(guardsOf(one.do('chief', 'order-guardian', { party: 'shop' }))).toEqual(['guardian-order-owed'])
    expect(one.do('chief', 'order-guardian')).toEqual([])
    expect(guardsOf(one.do('chief', 'order-guardian', { party: 'kid' }))).toEqual(['guardian-order-owed'])
    expect(one.do('chen', 'propose-closing')).toEqual([])
    expect(one.refolded()).toEqual(one.state)
  })

  test('beside others who are punished he gets his own decision, and the order waits for his guardian to be named', () => {
    const one = filed(['shop', 'kid'])
    expect(guardsOf(one.do('chen', 'submit-report', { relied: ['e1'], penalties: [fine('shop'), fine('kid')], spared: [{ party: 'kid', ground: 'under-14' }] }))).toEqual(['every-party-answered', 'of-age'])
    expect(noticed(one, [fine('shop')], { spared: [{ party: 'kid', ground: 'under-14' }] })).toEqual([])
    serve(one, 'issue-notice', 'shop')
    one.days(9)
    expect(one.do('chen', 'propose-decision')).toEqual([])
    expect(one.do('chief', 'decide-penalty')).toEqual([])
    for (const party of ['shop', 'kid']) serve(one, 'decide-penalty', party)
    expect(guardsOf(one.do('chief', 'order-guardian'))).toEqual(['guardian-order-owed'])
    one.do('chen', 'name-guardian')
    expect(one.state.parties.find(({ id }) => id === 'kid')?.guardian).toBeDefined()
    expect(one.do('chief', 'order-guardian')).toEqual([])
  })

  test('from fourteen on the notice waits for the guardian', () => {
    const one = filed(['kid'])
    one.facts = { ...one.facts, parties: { kid: { kind: 'person', age: 16, minor: true } } }
    const lighter = { circumstances: [{ effect: 'lighter', ground: 'minor', evidence: ['e1'] }] }
    expect(guardsOf(noticed(one, [fine('kid')], lighter))).toEqual(['guardian-named'])
    one.do('chen', 'name-guardian', { party: 'kid' })
    expect(one.do('chief', 'issue-notice')).toEqual([])
  })
})
