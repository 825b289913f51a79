import { expect, test } from 'vitest'
import { addDays, daysBetween, type Day } from '../time/day.ts'
import { CaseInMemory as Case, lawful, toDecision, toPerformance } from './walk.test-data.ts'

function filed(overlay = 'market-supervision'): Case {
  const one = new Case()
  if (lawful.settings) one.facts = { ...lawful, settings: { ...lawful.settings, overlay } }
  expect(one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })).toEqual([])
  expect(one.do('unitHead', 'assign', { team: ['chen', 'li'] })).toEqual([])
  expect(one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })).toEqual([])
  expect(one.do('chief', 'approve-filing')).toEqual([])
  return one
}

const guards = (refusals: readonly { readonly guard: string }[]) => refusals.map((each) => each.guard)
const decision = (one: Case) => one.state.clocks.find((each) => each.clock === 'decision')
const rules = (one: Case) => one.state.findings.map((each) => each.rule)

/** 90 natural days with `paused` days left out, before a last day off moves on. */
const within = (due: string | undefined, filedOn: Day | undefined, paused: number) => daysBetween(addDays(filedOn ?? '', 90 + paused), due ?? '')

test('a suspension its sector provides for stops the term to decide, and resuming lengthens it by the paused days', () => {
  const one = filed()
  const before = decision(one)?.due
  one.days(10)
  expect(guards(one.do('chief', 'suspend', {}))).toEqual(['ground-named'])
  expect(one.do('chief', 'suspend', { ground: 'other-case' })).toEqual([])
  expect(one.state.stage).toBe('suspended')
  expect(decision(one)?.due).toBeUndefined()
  expect(guards(one.do('chen', 'submit-report'))).toContain('stage')
  one.days(28)
  expect(one.do('deputy', 'resume')).toEqual([])
  expect(one.state.stage).toBe('investigation')
  expect(one.state.suspended).toBeUndefined()
  // Four whole weeks: the same weekday.
  expect(daysBetween(before ?? '', decision(one)?.due ?? '')).toBe(28)
  expect(decision(one)?.pauses).toHaveLength(1)
  expect(one.refolded()).toEqual(one.state)
})

test('two suspensions add up', () => {
  const one = filed()
  for (const days of [7, 14]) {
    one.days(3)
    one.do('chief', 'suspend', { ground: 'untraceable' })
    one.days(days)
    one.do('chief', 'resume')
  }
  expect(decision(one)?.pauses).toHaveLength(2)
  const over = within(decision(one)?.due, one.state.filedOn, 21)
  expect(over).toBeGreaterThanOrEqual(0)
  expect(over).toBeLessThan(4)
})

test('the general rules know no suspension: it is refused and the term runs on', () => {
  const one = filed('general')
  const before = decision(one)?.due
  const refusals = one.do('chief', 'suspend', { ground: 'other-case' })
  expect(guards(refusals)).toEqual(['suspension-provided'])
  expect(refusals[0]?.cure.zh).toContain('继续办理')
  expect(decision(one)?.due).toBe(before)
})

test('a case is terminated by a head, not by its handlers, when nothing is held any more', () => {
  const one = filed()
  one.do('chen', 'propose-registration', { party: 'shop' })
  one.do('chief', 'approve-registration')
  one.do('chen', 'register-evidence', { things: [{ id: 't1', quantity: 3 }] })
  expect(guards(one.do('chen', 'terminate', { ground: 'death' }))).toContain('by')
  expect(guards(one.do('chief', 'terminate', {}))).toEqual(['ground-named', 'disposals-carried-out'])
  one.do('chief', 'dispose-registered')
  one.do('chen', 'carry-out-disposal', { held: ['t1'] })
  expect(one.do('deputy', 'terminate', { ground: 'death' })).toEqual([])
  expect(one.state).toMatchObject({ stage: 'terminated', ended: true })
  expect(one.state.clocks.every((each) => each.closed)).toBe(true)
})

test('a mistaken filing is cancelled by the chief alone; what is held goes back, and supervision always hears of it', () => {
  const one = filed()
  one.do('chen', 'propose-registration', { party: 'shop' })
  one.do('chief', 'approve-registration')
  one.do('chen', 'register-evidence', { things: [{ id: 't1', quantity: 3 }] })
  expect(guards(one.do('deputy', 'cancel-mistaken-filing', { ground: 'duplicate' }))).toEqual(['by'])
  expect(one.do('chief', 'cancel-mistaken-filing', { ground: 'duplicate' })).toEqual([])
  expect(one.state).toMatchObject({ stage: 'cancelled', ended: true, held: [{ disposal: 'return' }] })
  expect(rules(one)).toContain('filing-cancelled')
})

test('a transfer ends the case with the receipt, and one sent back brings it back', () => {
  const one = filed()
  expect(one.do('chief', 'transfer-jurisdiction', { to: '邻县市场监督管理局' })).toEqual([])
  expect(one.state).toMatchObject({ stage: 'transferring', ended: false })
  one.do('chen', 'record-transfer-receipt', { outcome: 'refused', on: '2026-03-05' })
  expect(one.state.stage).toBe('investigation')
  one.do('chief', 'transfer-jurisdiction', { to: '邻县市场监督管理局' })
  one.do('chen', 'record-transfer-receipt', { outcome: 'accepted', on: '2026-03-06' })
  expect(one.state).toMatchObject({ stage: 'transferred', ended: true })
  expect(decision(one)?.closed).toBeDefined()
})

test('a suspected crime goes to the police on the chief’s decision, and the term to decide stands still meanwhile', () => {
  const one = filed('general')
  const before = decision(one)?.due
  expect(guards(one.do('chen', 'report-suspected-crime', { team: ['chen'] }))).toEqual(['two-officers'])
  expect(one.do('chen', 'report-suspected-crime')).toEqual([])
  expect(one.state.clocks.find((each) => each.clock === 'crime-answer')?.due).toBe('2026-03-05')
  expect(guards(one.do('deputy', 'decide-criminal-transfer'))).toEqual(['by'])
  expect(one.do('chief', 'decide-criminal-transfer')).toEqual([])
  expect(one.state.stage).toBe('handing-over')
  const handOver = one.state.clocks.find((each) => each.clock === 'hand-over')
  expect(Date.parse(handOver?.due ?? '') - Date.parse(handOver?.opened ?? '')).toBe(86_400_000)
  expect(one.do('chen', 'hand-over-to-police', { to: '县公安局' })).toEqual([])
  expect(one.state.stage).toBe('with-police')
  expect(decision(one)?.due).toBeUndefined()
  expect(guards(one.do('chief', 'resume-after-police'))).toEqual(['police-answered'])
  one.days(56)
  expect(one.do('chen', 'record-police-answer', { answer: 'filed', on: '2026-03-05' })).toEqual([])
  expect(guards(one.do('chief', 'resume-after-police'))).toEqual(['police-answered'])
  one.do('chen', 'record-police-answer', { answer: 'not-filed', on: '2026-04-20' })
  expect(one.do('chief', 'resume-after-police')).toEqual([])
  expect(one.state.stage).toBe('investigation')
  expect(daysBetween(before ?? '', decision(one)?.due ?? '')).toBe(56)
  expect(rules(one)).not.toContain('handed-over-late')
})

test('a late answer and a late hand-over are found; after a court’s fine no fine is proposed', () => {
  const one = filed()
  one.do('chen', 'report-suspected-crime')
  one.days(5)
  one.do('chief', 'decide-criminal-transfer')
  one.days(2)
  one.do('chen', 'hand-over-to-police', { to: '县公安局' })
  expect(rules(one)).toEqual(expect.arrayContaining(['crime-answered-late', 'handed-over-late']))
  one.do('chen', 'record-police-answer', { answer: 'judged', courtFine: true, on: '2026-03-20' })
  expect(one.do('chief', 'resume-after-police')).toEqual([])
  expect(guards(one.do('chen', 'submit-report', { penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 1_000_000, branch: 0 }] }))).toContain('not-fined-after-court')
})

test('a hand-over nobody decided is recorded, marked, and moves nothing', () => {
  const one = filed()
  expect(one.do('chen', 'hand-over-to-police', { to: '县公安局' })).toEqual([])
  expect(one.state.stage).toBe('investigation')
  expect(decision(one)?.due).toBeDefined()
  expect(rules(one)).toContain('mark:criminal-transfer-decided')
})

const withPolice = (answer: string) => {
  const one = filed()
  one.do('chen', 'report-suspected-crime')
  one.do('chief', 'decide-criminal-transfer')
  one.do('chen', 'hand-over-to-police', { to: '县公安局' })
  one.do('chen', 'record-police-answer', { answer, on: '2026-03-05' })
  return one
}
const contest = (one: ReturnType<typeof filed>) => one.state.clocks.find((each) => each.clock === 'contest' && each.closed === undefined)

test('that the police do not file is contested within three days, and the case waits for the answer', () => {
  const one = withPolice('not-filed')
  expect(contest(one)).toBeDefined()
  one.do('chen', 'contest-not-filing', { way: 'reconsideration', organ: '县公安局', on: '2026-03-06' })
  expect(contest(one)).toBeUndefined()
  expect(guards(one.do('chief', 'resume-after-police'))).toEqual(['police-answered'])
  one.do('chen', 'record-contest-answer', { outcome: 'kept', on: '2026-03-09' })
  expect(contest(one), 'three days more to turn to the procuratorate').toBeDefined()
  one.days(5)
  one.do('chen', 'contest-not-filing', { way: 'procuratorate', organ: '县人民检察院', on: '2026-03-14' })
  expect(rules(one)).toContain('contested-late')
  one.do('chen', 'record-contest-answer', { outcome: 'filed', on: '2026-03-20' })
  expect(one.state.crime?.answer).toBe('filed')
  expect(guards(one.do('chief', 'resume-after-police'))).toEqual(['police-answered'])
})

test('nobody who does not contest is held up, and what nobody refused cannot be contested', () => {
  const one = withPolice('not-filed')
  expect(one.do('chief', 'resume-after-police')).toEqual([])
  expect(contest(one)).toBeUndefined()
  const returned = withPolice('returned')
  returned.do('chen', 'contest-not-filing', { way: 'reconsideration', organ: '县公安局', on: '2026-03-06' })
  expect(returned.state.crime?.contests).toBeUndefined()
  expect(rules(returned)).toContain('mark:police-did-not-file')
})

test('judged by a court with nothing left to punish, the case is closed', () => {
  expect(guards(withPolice('returned').do('chief', 'close-after-judgment', { ground: 'sentenced' }))).toEqual(['judged-by-court'])
  const one = withPolice('judged')
  expect(one.do('chief', 'close-after-judgment', { ground: 'sentenced' })).toEqual([])
  expect(one.state).toMatchObject({ stage: 'judged', ended: true })
  expect(one.state.clocks.every((each) => each.closed)).toBe(true)
})

const reported = (one: ReturnType<typeof toPerformance>) => {
  expect(one.do('chen', 'report-suspected-crime', { team: ['chen', 'li'] })).toEqual([])
  expect(one.do('chief', 'decide-criminal-transfer')).toEqual([])
  one.do('chen', 'hand-over-to-police', { to: '县公安局' })
}

test('a crime suspected already at the lead goes to the police from there, its verification waits, and the lead comes back', () => {
  const one = new Case()
  one.do('clerk', 'register-lead', { source: 'report', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  const verification = () => one.state.clocks.find((each) => each.clock === 'verification')
  const before = verification()?.due
  reported(one)
  expect(verification()?.due).toBeUndefined()
  one.days(30)
  one.do('chen', 'record-police-answer', { answer: 'returned', on: '2026-04-01' })
  expect(one.do('chief', 'resume-after-police')).toEqual([])
  expect(one.state).toMatchObject({ stage: 'lead', crime: { from: 'lead' } })
  expect((verification()?.due ?? '') > (before ?? '')).toBe(true)
  expect(one.refolded()).toEqual(one.state)
})

test('in performance too: the decision goes on binding, is not closed before the answer, and is performed after it', () => {
  const one = toPerformance()
  one.do('chen', 'report-suspected-crime', { team: ['chen', 'li'] })
  one.do('chen', 'record-payment', { paidOn: '2026-03-12', receipt: '1', amount: 1 })
  expect(guards(one.do('chen', 'propose-closing'))).toContain('suspicion-answered')
  expect(one.do('chief', 'decide-criminal-transfer')).toEqual([])
  one.do('chen', 'hand-over-to-police', { to: '县公安局' })
  one.do('chen', 'record-police-answer', { answer: 'judged', on: '2026-04-01' })
  expect(guards(one.do('chief', 'close-after-judgment', { ground: 'sentenced' }))).toEqual(['nothing-to-perform'])
  expect(one.do('chief', 'resume-after-police')).toEqual([])
  expect(one.state.stage).toBe('performance')
})

test('served while the file lay with the police, the decision is performed when it comes back', () => {
  const one = toDecision()
  reported(one)
  one.do('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop' })
  expect(one.state.stage).toBe('with-police')
  one.do('chen', 'record-police-answer', { answer: 'not-filed', on: '2026-04-01' })
  one.do('chief', 'resume-after-police')
  expect(one.state.stage).toBe('performance')
})

test('papers that 310号 wants and that did not go with the case are marked; what there is none of is not asked for', () => {
  const hands = (more: object) => {
    const one = filed()
    one.do('chen', 'register-evidence', { urgent: true, things: [{ id: 't1', quantity: 1 }] })
    one.do('chen', 'report-suspected-crime')
    one.do('chief', 'decide-criminal-transfer')
    one.do('chen', 'hand-over-to-police', { to: '县公安局', ...more })
    expect(one.state.stage).toBe('with-police')
    return rules(one)
  }
  expect(hands({})).not.toContain('mark:papers-complete')
  expect(hands({ papers: ['letter', 'report'] })).toContain('mark:papers-complete')
  expect(hands({ papers: ['inventory'] })).toContain('mark:papers-complete')
})
