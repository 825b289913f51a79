import { expect, test } from 'vitest'
import { CaseInMemory as Case } from './walk.test-data.ts'
import { handlers } from './penalty-people.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'

const guardsOf = (refusals: readonly { readonly guard: string }[]) => refusals.map((each) => each.guard)

const filed = (): Case => {
  const one = new Case()
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })
  expect(one.do('chief', 'approve-filing')).toEqual([])
  return one
}

const record = (one: Case, officers: string[]) =>
  one.do('li', 'record-scene', { evidence: `e${one.acts.length}`, proves: ['conduct'], officers, certificateShown: true, recusalTold: true })

test('an officer told to withdraw leaves the team, exercises no power, and proves nothing any more', () => {
  const one = filed()
  record(one, ['chen', 'li'])
  expect(guardsOf(one.do('chief', 'decide-recusal', { person: 'chen', granted: true }))).toEqual(['recusal-asked'])
  expect(one.do('clerk', 'ask-recusal', { person: 'chen' })).toEqual([])
  expect(one.do('chief', 'decide-recusal')).toEqual([])
  expect(one.state.team).toEqual(['li'])
  expect(guardsOf(one.do('chen', 'submit-report'))).toContain('by')
  expect(record(one, ['chen', 'li'])).toEqual([])
  expect(one.state.evidence.map((each) => each.unusable)).toEqual([undefined, 'not-recused'])
  expect(one.state.findings.map((each) => each.rule)).toEqual(['mark:not-recused'])
  expect(guardsOf(one.do('unitHead', 'replace-officers', { team: ['chen', 'li'] }))).toEqual(['not-recused'])
})

test('a refused request changes nothing', () => {
  const one = filed()
  one.do('clerk', 'ask-recusal', { person: 'chen' })
  one.do('deputy', 'decide-recusal', { granted: false })
  expect(one.state).toMatchObject({ team: ['chen', 'li'], recusalAsked: [] })
  expect(record(one, ['chen', 'li'])).toEqual([])
  expect(one.state.findings).toEqual([])
})

test('the chief’s recusal is decided by all the other heads, nobody’s by himself', () => {
  const one = filed()
  one.do('clerk', 'ask-recusal', { person: 'chief' })
  expect(guardsOf(one.do('chief', 'decide-recusal'))).toEqual(['recusal-decided-by-others'])
  one.facts = { ...one.facts, heads: [...(one.facts.heads ?? []), { person: 'third', rank: 'deputy' }] }
  expect(guardsOf(one.do('deputy', 'decide-recusal'))).toEqual(['recusal-decided-by-others'])
  expect(one.do('deputy', 'decide-recusal', { agreed: ['third'] })).toEqual([])
  expect(guardsOf(one.do('chief', 'decide-penalty'))).toContain('by')
})

test('officers are replaced by two with valid certificates, and earlier records stay', () => {
  const one = filed()
  record(one, ['chen', 'li'])
  expect(guardsOf(one.do('unitHead', 'replace-officers', { team: ['li'] }))).toEqual(['two-officers'])
  expect(one.do('unitHead', 'replace-officers', { team: ['li', 'chen'] })).toEqual([])
  expect(one.state.team).toEqual(['li', 'chen'])
  expect(one.state.evidence[0]?.unusable).toBeUndefined()
})

/** What the file needs after enforcement is over: no power over a party is exercised by it. */
const afterEnforcement = ['propose-closing', 'archive']

test('no power of the handling team is left to officers without certificates', () => {
  const open = Object.entries(penaltyOrdinary.acts).filter(([, each]) => each.nature === 'power' && each.by === handlers && !each.guards.some(({ id }) => id === 'certificate-valid'))
  expect(open.map(([kind]) => kind).toSorted()).toEqual(afterEnforcement.toSorted())
})

test('whose certificate ended after the report proposes no decision', () => {
  const one = filed()
  one.facts = { ...one.facts, certificates: { ...one.facts.certificates, li: { valid: false, lack: 'expired', fields: [] } } }
  for (const kind of ['propose-decision', 'recheck-defence', 'propose-extension']) expect(guardsOf(one.do('chen', kind))).toContain('certificate-valid')
  expect(guardsOf(one.do('chief', 'issue-notice'))).toContain('certificate-valid')
})
