import { expect, test } from 'vitest'
import { CaseInMemory as Case } from './walk.test-data.ts'

const guards = (refusals: readonly { readonly guard: string }[]) => refusals.map((each) => each.guard)
const rules = (one: Case) => one.state.findings.map((each) => each.rule)
const running = (one: Case, clock: string) => one.state.clocks.filter((each) => each.clock === clock && each.closed === undefined)

function lead(): Case {
  const one = new Case()
  one.do('clerk', 'register-lead', { source: 'report', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  return one
}

test('goods registered urgently at night: the head refuses the next morning, they go back at once, and supervision hears of it', () => {
  const one = lead()
  expect(one.do('chen', 'register-evidence', { urgent: true, things: [{ id: 't1', quantity: 3 }] })).toEqual([])
  expect(rules(one)).toEqual([])
  const clock = running(one, 'urgent-approval')[0]
  expect(Date.parse(clock?.due ?? '') - Date.parse(clock?.opened ?? '')).toBe(86_400_000)
  expect(one.do('chen', 'report-urgent')).toEqual([])
  expect(one.do('chief', 'refuse-urgent')).toEqual([])
  expect(one.state.held).toMatchObject([{ id: 't1', disposal: 'return' }])
  expect(running(one, 'urgent-approval')).toEqual([])
  expect(running(one, 'registration')).toEqual([])
  expect(rules(one)).toEqual(['urgent-not-approved'])
  expect(guards(one.do('chief', 'approve-urgent'))).toContain('taken-in-urgency')
  expect(one.do('chen', 'carry-out-disposal', { held: ['t1'] })).toEqual([])
  expect(one.state.held[0]?.carriedOut).toBeDefined()
  expect(one.refolded()).toEqual(one.state)
})

test('approved afterwards they stay for the seven workdays; nothing taken calmly can be approved afterwards', () => {
  const one = lead()
  expect(guards(one.do('chen', 'report-urgent'))).toEqual(['taken-in-urgency'])
  one.do('chen', 'register-evidence', { urgent: true, things: [{ id: 't1', quantity: 3 }] })
  one.do('chen', 'report-urgent')
  expect(guards(one.do('chen', 'approve-urgent'))).toContain('by')
  expect(one.do('deputy', 'approve-urgent')).toEqual([])
  expect(one.state.held).toMatchObject([{ urgent: 'approved' }])
  expect(running(one, 'registration')).toHaveLength(1)
  expect(one.do('chen', 'register-evidence', { things: [{ id: 't2', quantity: 1 }] })).toEqual([])
  expect(rules(one)).toEqual(['mark:registration-approved'])
})

test('a day without approval releases what was taken in urgency, and nothing else', () => {
  const one = lead()
  one.do('chen', 'propose-registration', { party: 'shop' })
  one.do('chief', 'approve-registration')
  one.do('chen', 'register-evidence', { things: [{ id: 't1', quantity: 3 }] })
  one.do('chen', 'register-evidence', { urgent: true, things: [{ id: 't2', quantity: 3 }] })
  one.days(1)
  one.system('lapse-urgent', { due: '2026-03-03' })
  expect(one.state.held.map((each) => each.disposal)).toEqual([undefined, 'return'])
  expect(running(one, 'registration').map((each) => each.subject)).toEqual(['t1'])
  expect(rules(one)).toContain('urgent-not-approved')
})

test('seized for thirty days, thirty more once, then released by the law itself; a later lot lengthens no earlier one', () => {
  const one = lead()
  expect(one.do('chen', 'propose-seizure', { party: 'shop', measure: 'seized', basis: '食品安全法第一百一十条' })).toEqual([])
  expect(one.do('chief', 'approve-seizure')).toEqual([])
  one.do('chen', 'carry-out-seizure', { measure: 'seized', things: [{ id: 'a', quantity: 3 }, { id: 'b', quantity: 1 }] })
  one.days(10)
  one.do('chen', 'carry-out-seizure', { measure: 'sealed', things: [{ id: 'c', quantity: 1 }] })
  expect(running(one, 'seizure').map((each) => [each.subject, each.due])).toEqual([['a', '2026-04-01'], ['c', '2026-04-11']])
  expect(guards(one.do('chief', 'extend-seizure', { held: 'nothing' }))).toEqual(['extensible-once'])
  expect(one.do('chief', 'extend-seizure', { held: 'b' })).toEqual([])
  expect(running(one, 'seizure-extended').map((each) => [each.subject, each.due])).toEqual([['a', '2026-05-01']])
  expect(guards(one.do('chief', 'extend-seizure', { held: 'a' }))).toEqual(['extensible-once'])
  one.days(40)
  one.system('lapse-seizure', { due: '2026-04-11' })
  expect(one.state.held.map((each) => each.disposal)).toEqual([undefined, undefined, 'return'])
  expect(rules(one)).toEqual(['seized-too-long'])
  expect(one.do('chief', 'dispose-registered', { disposals: [{ held: 'a', disposal: 'sell' }, { held: 'b', disposal: 'destroy' }] })).toEqual([])
  expect(running(one, 'seizure-extended')).toEqual([])
  expect(one.refolded()).toEqual(one.state)
})

test('seized without approval is a mark, not a refusal', () => {
  const one = lead()
  expect(one.do('chen', 'carry-out-seizure', { measure: 'seized', things: [{ id: 'a', quantity: 3 }] })).toEqual([])
  expect(rules(one)).toEqual(['mark:seizure-approved'])
  expect(guards(one.do('chen', 'propose-not-filing'))).toEqual([])
  expect(guards(one.do('chief', 'decide-not-to-file'))).toEqual(['disposals-named'])
})
