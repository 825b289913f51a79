import fc from 'fast-check'
import { expect, test } from 'vitest'
import { step } from '../fold.ts'
import { judge } from '../judge.ts'
import type { Act } from '../procedure.ts'
import { newCertificate } from './certificate-life.ts'
import { certificate } from './certificate.ts'

const at = '2026-03-02T01:00:00.000Z'
const act = (kind: string, payload: object, occurredAt = at): Act => ({ id: `${kind}-${occurredAt}`, kind, seq: 1, occurredAt, recordedAt: occurredAt, actor: 'ding', payload, facts: {}, hash: '' })
const place = { body: 'market', unit: 'squad' }

test('what the card says is the row of the register, from the first minute of its first day to the last of its last', () => {
  const sent = { ...newCertificate(place), stage: 'sent', holder: 'chen', category: 'civil-servant' as const, fields: ['食品'] }
  const { state, effects } = step(certificate, sent, act('record-issue', { number: '1', issuer: '省政府', validRegion: '140199', from: '2026-03-02', until: '2031-03-01' }))
  expect(state.stage).toBe('valid')
  expect(effects).toMatchObject([{ room: 'certificate', person: 'chen', from: '2026-03-01T16:00:00.000Z', until: '2031-03-01T16:00:00.000Z', fields: ['食品'] }])
  const cancelled = step(certificate, state, act('cancel-certificate', { ground: 'retired', eventOn: '2026-03-01' }, '2026-03-02T02:00:00.000Z'))
  expect(cancelled.effects).toMatchObject([{ room: 'certificate', until: '2026-03-02T02:00:00.000Z' }])
  expect(cancelled.state).toMatchObject({ stage: 'cancelled', ended: true, findings: [{ rule: 'cancelled-late' }] })
})

test('what was taught and examined elsewhere counts with its proof, beside what the registers hold', () => {
  const years = { 2026: { hours: 40, needed: 60 } }
  const facts = (hours: number, more: object = {}) => ({ certificates: {}, qualification: { chen: { category: 'civil-servant', hours, hoursNeeded: 60, years, ...more } } })
  const person = { person: 'ding', posts: [{ kind: 'officer' as const, ...place }] }
  const refusals = (payload: object, known: object) => judge(certificate, newCertificate(place), act('apply-certificate', { holder: 'chen', fields: ['食品'], ...payload }), person, known).map(({ guard }) => guard)
  const outside = { organiser: '省司法厅', hours: 24, examOn: '2026-02-01', files: ['f'] }
  expect(refusals({}, facts(40))).toEqual(['trained-and-examined'])
  expect(refusals({ outside }, facts(40))).toEqual([])
  expect(refusals({ outside: { ...outside, examOn: undefined } }, facts(40))).toEqual(['trained-and-examined'])
  expect(refusals({ outside: { ...outside, examOn: undefined } }, facts(40, { exam: { id: 'e', on: '2026-02-01', passed: true } }))).toEqual([])
  const { state } = step(certificate, newCertificate(place), { ...act('apply-certificate', { holder: 'chen', fields: ['食品'], outside }), facts: facts(40) })
  expect(state).toMatchObject({ category: 'civil-servant', trained: { hours: 64, examOn: '2026-02-01' }, outside: { hours: 24 } })
})

test('no act fails, whatever it is told', () => {
  fc.assert(fc.property(fc.constantFrom(...Object.keys(certificate.acts)), fc.dictionary(fc.string({ maxLength: 8 }), fc.anything()), (kind, payload) => {
    expect(() => step(certificate, newCertificate(place), act(kind, payload))).not.toThrow()
  }))
})
