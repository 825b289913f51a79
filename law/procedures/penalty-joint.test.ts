import { expect, test } from 'vitest'
import { CaseInMemory, lawful } from './walk.test-data.ts'

const scene = { proves: ['conduct'], certificateShown: true, recusalTold: true, officers: ['chen', 'guest'] }

/** The guest is an officer of the health commission. */
function withGuest(): CaseInMemory {
  const one = new CaseInMemory()
  one.facts = {
    ...lawful,
    certificates: { ...lawful.certificates, chen: { valid: true, fields: ['市场监管'] }, li: { valid: true, fields: ['食品安全'] }, guest: { valid: true, fields: [] } },
    posted: { chen: ['market'], li: ['market'], guest: ['health'] },
    fields: { expired: '食品安全' },
  }
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  return one
}

const unusable = (one: CaseInMemory) => one.state.evidence.map(({ id, unusable }) => [id, unusable])

test('an officer of another body is a second officer under a recorded joint action, on the days and by the names it states', () => {
  const one = withGuest()
  one.confirming = false
  one.do('chen', 'record-scene', { ...scene, evidence: 'before' })
  one.do('chen', 'record-joint-action', { body: 'health', form: 'joint', document: '联合执法方案', officers: ['guest'], from: '2026-03-02', until: '2026-03-03' })
  one.do('chen', 'record-scene', { ...scene, evidence: 'during' })
  one.days(3)
  one.do('chen', 'record-scene', { ...scene, evidence: 'after' })
  expect(unusable(one)).toEqual([['before', 'officer-of-body'], ['during', undefined], ['after', 'officer-of-body']])
})

test('a certificate whose fields do not hold the item’s is found, and refuses nothing', () => {
  const one = withGuest()
  expect(one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })).toEqual([])
  expect(one.state.findings.filter(({ rule }) => rule === 'certificate-field').map(({ subject }) => subject)).toEqual(['chen'])
  expect(one.do('chief', 'approve-filing')).toEqual([])
})
