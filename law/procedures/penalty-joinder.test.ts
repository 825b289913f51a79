import { expect, test } from 'vitest'
import type { Facts } from '../facts.ts'
import type { Refusal } from '../procedure.ts'
import { CaseInMemory as Case, lawful } from './walk.test-data.ts'

const guardsOf = (refusals: Refusal[]) => refusals.map((each) => each.guard)

function filed(parties = ['shop']): Case {
  const one = new Case()
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  one.do('chen', 'propose-filing', { parties, violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties, harm: false }], team: ['chen', 'li'] })
  expect(one.do('chief', 'approve-filing')).toEqual([])
  one.do('chen', 'record-scene', { evidence: 'e1', proves: ['identity', 'conduct'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
  return one
}

/** What the register would answer about the other matter. */
const sees = (one: Case, other: Case, matter: string, own: string): void => {
  const released = (other.state.released ?? []).filter((each) => each.to === own).map((release) => ({ matter, release, files: { e1: ['f1'] } }))
  one.facts = { ...lawful, released } satisfies Facts
}

function joined(giving: Case, receiving: Case, told: object): void {
  const { kind } = told as { kind: string }
  expect(guardsOf(giving.do('chen', 'propose-joinder', { ...told, matter: 'b' }))).toContain('joinder-accepted')
  expect(receiving.do('chief', 'accept-joinder', { kind, matter: 'a' })).toEqual([])
  sees(giving, receiving, 'b', 'a')
  sees(receiving, giving, 'a', 'b')
  expect(guardsOf(receiving.do('chen', 'take-in'))).toEqual(['released-to-us'])
  expect(giving.do('chen', 'propose-joinder', { ...told, matter: 'b' })).toEqual([])
  expect(giving.do('chief', 'approve-joinder')).toEqual([])
  sees(receiving, giving, 'a', 'b')
  expect(receiving.do('chen', 'take-in')).toEqual([])
  expect(guardsOf(receiving.do('chen', 'take-in'))).toEqual(['released-to-us'])
  for (const one of [giving, receiving]) expect(one.refolded()).toEqual(one.state)
}

test('a case goes into another: it ends there, and parties, violations, evidence and things flow over', () => {
  const [giving, receiving] = [filed(['shop', 'boss']), filed()]
  giving.do('chen', 'propose-registration', { party: 'shop' })
  giving.do('chief', 'approve-registration')
  giving.do('chen', 'register-evidence', { things: [{ id: 't1', quantity: 3 }] })
  joined(giving, receiving, { kind: 'merge' })
  expect(giving.state).toMatchObject({ stage: 'merged', ended: true, held: [{ disposal: 'merge' }] })
  expect(giving.state.clocks.every((each) => each.closed)).toBe(true)
  expect(receiving.state.parties.map((each) => each.id)).toEqual(['shop', 'boss'])
  expect(receiving.state.violations.map((each) => each.id)).toEqual(['v1', `${receiving.last('take-in')}.v1`])
  expect(receiving.state.evidence).toHaveLength(2)
  expect(receiving.state.held).toMatchObject([{ id: 't1', quantity: 3 }])
  expect(receiving.state.stage).toBe('investigation')
})

test('a part of a case goes into another, and something remains', () => {
  const [giving, receiving] = [filed(['shop', 'boss']), filed()]
  sees(giving, receiving, 'b', 'a')
  expect(guardsOf(giving.do('chen', 'propose-joinder', { kind: 'split', matter: 'b', partiesGoing: ['shop', 'boss'] }))).toEqual(['joinder-accepted', 'something-remains'])
  joined(giving, receiving, { kind: 'split', partiesGoing: ['boss'] })
  expect(giving.state).toMatchObject({ stage: 'investigation', parties: [{ id: 'shop' }], violations: [{ parties: ['shop'] }], formerParties: ['boss'] })
  expect(receiving.state.parties.map((each) => each.id)).toEqual(['shop', 'boss'])
})

test('a refused merger leaves the case as it was, and another body’s acceptance counts for nothing', () => {
  const [giving, receiving] = [filed(), filed()]
  receiving.do('chief', 'accept-joinder', { kind: 'merge', matter: 'a' })
  sees(giving, receiving, 'b', 'a')
  giving.facts = { ...giving.facts, released: (giving.facts.released ?? []).map((each) => ({ ...each, release: { ...each.release, body: 'other' } })) }
  expect(guardsOf(giving.do('chen', 'propose-joinder', { kind: 'merge', matter: 'b' }))).toEqual(['joinder-accepted'])
  sees(giving, receiving, 'b', 'a')
  expect(giving.do('chen', 'propose-joinder', { kind: 'merge', matter: 'b' })).toEqual([])
  expect(giving.do('chief', 'return-joinder')).toEqual([])
  expect(giving.state.stage).toBe('investigation')
  expect(giving.state.joinder).toBeUndefined()
})
