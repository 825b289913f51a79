import { describe, expect, test } from 'vitest'
import { fold } from '../fold.ts'
import type { Act } from '../procedure.ts'
import { newCase } from './penalty-case.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { CaseInMemory, lawful } from './walk.test-data.ts'

const violation = { id: 'v1', item: 'expired', from: '2025-01-10', until: '2025-01-12', parties: ['shop'], harm: false }
const old = {
  number: '青市监罚〔2025〕7号', outcome: 'penalty', parties: ['shop'], violations: [violation],
  penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 600_000, paid: 600_000 }],
  received: '2025-01-12', discoveredOn: '2025-01-12', filedOn: '2025-01-15', decidedOn: '2025-03-01', decisionServed: [{ party: 'shop', on: '2025-03-03' }], closedOn: '2025-04-01',
}
const running = {
  number: '青市监立〔2026〕3号', parties: ['shop'], violations: [{ ...violation, from: '2026-01-01', until: '2026-01-05' }], team: ['chen', 'li'],
  proven: ['identity', 'conduct', 'circumstance', 'amount'], penalties: [], received: '2026-01-06', discoveredOn: '2026-01-06',
}
const fine = { party: 'shop', violation: 'v1', kind: 'fine', amount: 500_000 }

describe('an old case', () => {
  test('is one act that ends the matter, with its number, its decision and what was paid', () => {
    const one = new CaseInMemory()
    expect(one.do('clerk', 'record-legacy-case', old)).toEqual([])
    expect(one.state).toMatchObject({ stage: 'recorded', ended: true, number: old.number, clocks: [], decision: { outcome: 'penalty', on: '2025-03-01' }, performance: [{ owed: 600_000, paid: 600_000, done: '2025-03-01' }] })
    expect(one.state.findings).toEqual([])
    expect(one.refolded()).toEqual(one.state)
  })

  test('is known to the county as a decision, so that a later fine for the same act is refused (29)', () => {
    const act: Act = { id: 'old', kind: 'record-legacy-case', seq: 1, occurredAt: '2026-03-01T01:00:00.000Z', recordedAt: '2026-03-01T01:00:00.000Z', actor: 'clerk', payload: old, facts: lawful, hash: 'h' }
    const [decided] = fold(penaltyOrdinary, newCase({ body: 'market', unit: '' }), [act]).effects
    expect(decided).toMatchObject({ room: 'decided', party: 'shop', item: 'expired', from: '2025-01-10', until: '2025-01-12', fined: true, amount: 600_000 })

    const one = new CaseInMemory()
    one.facts = { ...lawful, earlier: [{ matter: 'old-matter', party: 'shop', item: 'expired', from: '2025-01-10', until: '2025-01-12', fined: true }] }
    one.do('clerk', 'take-over', { ...running, at: 'investigation', filedOn: '2026-01-08' })
    const report = { outcome: 'penalty', relied: one.state.evidence.map(({ id }) => id), penalties: [{ ...fine, branch: 0 }], circumstances: [], major: false }
    expect(one.do('chen', 'submit-report', { ...report, sameAct: [] }).map(({ guard }) => guard)).toContain('earlier-decisions-compared')
    expect(one.do('chen', 'submit-report', { ...report, sameAct: [{ decision: 'old-matter', same: true }] }).map(({ guard }) => guard)).toEqual(['not-fined-twice'])
  })

  test('brings its irregularities as findings', () => {
    const one = new CaseInMemory()
    one.facts = { ...lawful, earlier: [{ matter: 'other', party: 'shop', item: 'expired', from: '2025-01-10', until: '2025-01-12', fined: true }] }
    expect(one.do('clerk', 'record-legacy-case', { ...old, decidedOn: '2025-09-01', decisionServed: [{ party: 'shop', on: '2025-10-30' }] })).toEqual([])
    expect(one.state.findings.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['mark:dates-in-order', ''], ['old-decided-late', ''], ['old-served-late', 'shop'], ['old-fined-twice', 'other']])
  })
})

describe('a running case', () => {
  const open = (one: CaseInMemory) => one.state.clocks.filter(({ closed }) => !closed).map(({ clock, subject, due }) => [clock, subject, due])

  test('goes on from the investigation, its term counted from the filing on paper', () => {
    const one = new CaseInMemory()
    expect(one.do('clerk', 'take-over', { ...running, at: 'investigation', filedOn: '2026-01-08' })).toEqual([])
    expect(one.state).toMatchObject({ stage: 'investigation', filedOn: '2026-01-08', team: ['chen', 'li'], findings: [] })
    expect(open(one)).toEqual([['decision', '', '2026-04-08']])
    expect(one.do('chen', 'submit-report', { outcome: 'penalty', relied: one.state.evidence.map(({ id }) => id), penalties: [{ ...fine, branch: 0 }], circumstances: [], sameAct: [], major: false })).toEqual([])
  })

  test('goes on from a notice that was served: the defence runs from that day, then it is decided, served, paid, closed', () => {
    const one = new CaseInMemory()
    one.do('clerk', 'take-over', { ...running, at: 'notice', filedOn: '2026-01-08', reviewedOn: '2026-02-20', noticeServed: [{ party: 'shop', on: '2026-02-24' }], penalties: [fine] })
    expect(open(one)).toEqual([['decision', '', '2026-04-08'], ['defence', 'shop', '2026-03-02']])
    expect(one.do('chen', 'propose-decision').map(({ guard }) => guard)).toContain('defence-term-over')
    one.days(3)
    expect(one.do('chen', 'propose-decision')).toEqual([])
    expect(one.do('chief', 'decide-penalty')).toEqual([])
    expect(one.do('chen', 'serve', { document: one.state.decision?.act, party: 'shop' })).toEqual([])
    const item = one.state.performance[0]?.id
    expect(one.do('clerk', 'record-payment', { item, amount: 500_000, channel: 'bank', paidOn: '2026-03-06' })).toEqual([])
    expect(one.do('chen', 'propose-closing')).toEqual([])
    expect(one.do('chief', 'approve-closing')).toEqual([])
    expect(one.do('chen', 'archive')).toEqual([])
    expect(open(one)).toEqual([])
  })

  test('a decision on paper has its term of payment, and dates that are missing are marked', () => {
    const one = new CaseInMemory()
    const told = { ...running, at: 'performance', filedOn: '2026-01-08', noticeServed: [{ party: 'shop', on: '2026-02-10' }], decidedOn: '2026-02-20', penalties: [{ ...fine, paid: 100_000 }] }
    expect(one.do('clerk', 'take-over', { ...told, decisionServed: [{ party: 'shop', on: '2026-02-25' }] })).toEqual([])
    expect(open(one)).toEqual([['payment', 'shop', '2026-03-12']])
    expect(one.state.performance).toMatchObject([{ owed: 500_000, paid: 100_000 }])
    const bare = new CaseInMemory()
    expect(bare.do('clerk', 'take-over', { ...running, at: 'performance', team: ['chen'] })).toEqual([])
    expect(bare.state.findings.map(({ rule }) => rule)).toEqual(['mark:two-officers', 'mark:dates-for-stage'])
  })

  test('begins a matter and nothing else: told again of one that runs, it changes nothing', () => {
    const one = new CaseInMemory()
    one.do('clerk', 'take-over', { ...running, at: 'investigation', filedOn: '2026-01-08' })
    const before = one.state
    one.do('clerk', 'record-legacy-case', old)
    expect([one.state.stage, one.state.clocks, one.state.decision]).toEqual([before.stage, before.clocks, undefined])
  })
})
