import fc from 'fast-check'
import { expect, test } from 'vitest'
import { step } from '../fold.ts'
import type { Act } from '../procedure.ts'
import { newDeparture } from './departure-life.ts'
import { departure } from './departure.ts'
import { newRevocation } from './revocation-life.ts'
import { revocation } from './revocation.ts'

const at = '2026-03-02T01:00:00.000Z'
const act = (kind: string, payload: object): Act => ({ id: `${kind}-1`, kind, seq: 1, occurredAt: at, recordedAt: at, actor: 'ding', payload, facts: {}, hash: '' })
const place = { body: 'market', unit: 'squad' }
const left = (eventOn: string) => step(departure, newDeparture(place), act('record-departure', { person: 'chen', ground: 'retirement', eventOn }))

test('a departure ends everything at the instant it is told, at the end of an earlier day, or at the end of a day to come', () => {
  expect(left('2026-03-02')).toMatchObject({ effects: [{ room: 'departure', person: 'chen', body: 'market', endedAt: at }], state: { stage: 'leaving', findings: [] } })
  expect(left('2026-02-27')).toMatchObject({ effects: [{ endedAt: '2026-02-27T16:00:00.000Z' }], state: { findings: [{ rule: 'departure-late' }] } })
  expect(left('2026-03-31')).toMatchObject({ effects: [{ endedAt: '2026-03-31T16:00:00.000Z' }], state: { findings: [] } })
  expect(left('2026-02-30').effects).toEqual([])
})

test('withdrawn, it ends nothing', () => {
  const { state, effects } = step(departure, left('2026-03-02').state, act('withdraw-departure', {}))
  expect(state).toMatchObject({ stage: 'withdrawn', ended: true })
  expect(effects).toMatchObject([{ room: 'departure', person: 'chen' }])
  expect(effects[0]).not.toHaveProperty('endedAt')
})

test('no act fails, whatever it is told', () => {
  const anything = fc.dictionary(fc.string({ maxLength: 8 }), fc.anything())
  fc.assert(fc.property(fc.constantFrom(...Object.keys(departure.acts)), anything, (kind, payload) => {
    expect(() => step(departure, newDeparture(place), act(kind, payload))).not.toThrow()
  }))
  fc.assert(fc.property(fc.constantFrom(...Object.keys(revocation.acts)), anything, (kind, payload) => {
    expect(() => step(revocation, newRevocation(place), act(kind, payload))).not.toThrow()
  }))
})
