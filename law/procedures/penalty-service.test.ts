import { expect, test } from 'vitest'
import type { Refusal } from '../procedure.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { type CaseInMemory as Case, toDecision, toPerformance } from './walk.test-data.ts'

const guardsOf = (refusals: Refusal[]) => refusals.map((each) => each.guard)
const rules = (one: Case) => one.state.findings.map((each) => each.rule)
const serve = (one: Case, told: object) => one.do('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop', ...told })
const send = (one: Case, told: object = {}) => one.do('chen', 'serve-electronically', { document: one.last('decide-penalty'), party: 'shop', entered: '2026-03-11', ...told })

test('served late is measured at the first lawful attempt, not at its success', () => {
  const tried = toDecision()
  serve(tried, { outcome: 'failed' })
  tried.days(20)
  serve(tried, {})
  expect(rules(tried)).toEqual([])
  const late = toDecision()
  late.days(20)
  serve(late, { outcome: 'failed' })
  expect(rules(late)).toEqual(['served-late'])
  const unlawful = toDecision()
  serve(unlawful, { officers: ['chen'], outcome: 'failed' })
  unlawful.days(20)
  serve(unlawful, {})
  expect(rules(unlawful)).toEqual(['mark:two-officers', 'served-late'])
})

test('electronic service is refused without a signed confirmation, and done on the day it enters his system', () => {
  const one = toDecision()
  expect(guardsOf(send(one))).toEqual(['electronic-agreed'])
  one.do('clerk', 'confirm-address', { party: 'shop', electronic: true, signed: 'refused' })
  expect(rules(one)).toEqual(['mark:confirmation-signed'])
  one.do('clerk', 'confirm-address', { party: 'shop', electronic: false, signed: 'signed' })
  expect(guardsOf(send(one))).toEqual(['electronic-agreed'])
  one.do('clerk', 'confirm-address', { party: 'shop', electronic: true, signed: 'signed' })
  expect(guardsOf(send(one, { entered: '2026-03-20' }))).toEqual(['entered-in-time'])
  expect(guardsOf(send(one, { entered: '2026-03-01' }))).toEqual(['entered-in-time'])
  one.days(2)
  expect(send(one, { entered: '2026-03-12' })).toEqual([])
  expect(one.state).toMatchObject({ stage: 'performance', services: [{}, { method: 'electronic', completed: '2026-03-12' }] })
  expect(one.state.clocks.find((each) => each.clock === 'payment')?.due).toBe('2026-03-27')
  expect(one.refolded()).toEqual(one.state)
})

test('a paper that is not made yet is neither sent nor announced', () => {
  const one = toDecision()
  one.do('clerk', 'confirm-address', { party: 'shop', electronic: true, signed: 'signed' })
  one.facts = { ...one.facts, unrendered: [one.last('decide-penalty')] }
  expect(guardsOf(send(one))).toEqual(['paper-rendered'])
  serve(one, { outcome: 'failed' })
  expect(guardsOf(one.do('chief', 'announce', { document: one.last('decide-penalty'), party: 'shop', medium: '县政府网站' }))).toEqual(['paper-rendered'])
  one.facts = { ...one.facts, unrendered: [] }
  expect(send(one)).toEqual([])
})

test('what goes out next is the paper of the case as it stands, not a demand under a decision annulled since', () => {
  const one = toPerformance()
  one.now = Date.parse('2026-04-01T01:00:00.000Z')
  const next = () => penaltyOrdinary.acts['serve']?.prefill(one.state, {})
  one.do('chen', 'issue-demand', { by: '2026-04-20' })
  expect(next()).toMatchObject({ document: one.last('issue-demand'), party: 'shop' })
  one.do('clerk', 'record-remedy', { on: '2026-04-01' })
  one.do('clerk', 'record-remedy-result', { outcome: 'annulled', on: '2026-04-02', procedural: true })
  one.do('chief', 're-open', { reason: '…' })
  one.do('chen', 'submit-report', { relied: ['e1', 'e2'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 1_000_000, branch: 0 }] })
  for (const [who, kind] of [['unitHead', 'endorse-report'], ['reviewer', 'pass-review'], ['chief', 'issue-notice']] as const) expect(one.do(who, kind)).toEqual([])
  expect(next()).toMatchObject({ document: one.last('issue-notice'), party: 'shop' })
})

test('who gave up his defence before the notice reached him has no term to wait for', () => {
  const one = toDecision()
  one.state = { ...one.state, stage: 'notice', services: [], notices: one.state.notices.map((each) => ({ ...each, parties: [{ party: 'shop' }] })), clocks: [] }
  one.do('chen', 'waive-defence', { party: 'shop', waived: ['defence'] })
  one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' })
  expect(one.state.clocks.filter(({ clock }) => clock === 'defence')).toEqual([])
})

test('a head announces what could not be served lawfully otherwise; an unlawful attempt is none', () => {
  const one = toDecision()
  const announce = () => one.do('chief', 'announce', { document: one.last('decide-penalty'), party: 'shop', medium: '县政府网站' })
  expect(guardsOf(announce())).toEqual(['announced-after-attempts'])
  serve(one, { officers: ['chen'], outcome: 'failed' })
  expect(guardsOf(announce())).toEqual(['announced-after-attempts'])
  expect(penaltyOrdinary.acts['announce']?.suits(one.state)).toBe(false)
  serve(one, { outcome: 'failed' })
  expect(penaltyOrdinary.acts['announce']?.suits(one.state)).toBe(true)
  expect(guardsOf(one.do('chen', 'announce', { medium: '…' }))).toContain('by')
  expect(one.do('chief', 'announce', { medium: '县政府网站' })).toEqual([])
  expect(one.state).toMatchObject({ stage: 'performance', services: [{}, {}, {}, { method: 'announcement', completed: '2026-04-10' }] })
})

test('the days of an announced notice are left out of the term to decide where the sector’s rules say so', () => {
  const noticed = (overlay: string): Case => {
    const one = toPerformance()
    one.state = { ...one.state, overlay, stage: 'notice', services: one.state.services.slice(0, 1).map(({ completed: _completed, ...each }) => ({ ...each, failed: true as const })), clocks: one.state.clocks.map((each) => (each.clock === 'decision' ? { clock: 'decision', subject: '', opened: each.opened, due: '2026-05-31' } : each)) }
    expect(one.do('chief', 'announce', { document: one.last('issue-notice'), party: 'shop', medium: '县政府网站' })).toEqual([])
    return one
  }
  const term = (one: Case) => one.state.clocks.find((each) => each.clock === 'decision')
  expect(term(noticed('market-supervision'))).toMatchObject({ pauses: [{ from: '2026-03-11', until: '2026-04-10' }], due: '2026-06-30' })
  expect(term(noticed('general'))?.pauses).toBeUndefined()
})

test('a paper that came back unsigned says how he refused and who saw it', () => {
  const one = toPerformance()
  const attach = (told: object) => one.do('clerk', 'attach-scan', { document: 'd1', files: ['f1'], ...told })
  attach({})
  attach({ signed: 'refused', refusal: 'disputed', witnessed: true })
  expect(rules(one)).toEqual([])
  attach({ signed: 'refused' })
  attach({ signed: 'refused', refusal: 'unexplained' })
  attach({ compared: false })
  expect(rules(one)).toEqual(['mark:scan-in-order', 'mark:scan-in-order', 'mark:scan-in-order'])
})
