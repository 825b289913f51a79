import { expect, test } from 'vitest'
import type { CatalogueFact, Facts } from '../facts.ts'
import { step } from '../fold.ts'
import { waitingFor } from '../judge.ts'
import { powerHandover, type PowerHandover } from './power-handover.ts'

const at = '2026-03-02T01:00:00.000Z'
const item = (body: string): CatalogueFact => ({ version: 2, body, standing: true, from: '2026-03-01', content: {} as CatalogueFact['content'] })
const facts: Facts = { catalogue: { dust: item('city'), noise: item('ecology') }, openCases: [{ matter: 'm1', item: 'dust' }, { matter: 'm2', item: 'dust' }] }
const act = (kind: string, payload: object, more: Facts = facts) => ({ id: kind, kind, seq: 1, occurredAt: at, recordedAt: at, actor: 'ding', payload, facts: more, hash: '' })
const begun = powerHandover.begin({ body: 'justice', unit: '' })
const move = { from: 'ecology', to: 'city', document: '省政府决定', on: '2026-03-01', items: ['dust'], files: [] }
const after = (state: PowerHandover, kind: string, payload: object): PowerHandover => step(powerHandover, state, act(kind, payload)).state
const refusals = (state: PowerHandover, kind: string, payload: object): string[] =>
  (powerHandover.acts[kind]?.guards ?? []).filter((each) => each.unmet({ state, act: act(kind, payload), facts, on: '2026-03-02' })).map(({ id }) => id)
const waits = (state: PowerHandover) => waitingFor(powerHandover, state).map(({ act: kind, place }) => [kind, place])

test('a power that the catalogue has not moved, or moved to nobody else, takes no cases along', () => {
  expect(refusals(begun, 'begin-handover', move)).toEqual([])
  expect(refusals(begun, 'begin-handover', { ...move, items: ['dust', 'noise'] })).toEqual(['handover-power-moved'])
  expect(refusals(begun, 'begin-handover', { ...move, from: 'city' })).toEqual(['handover-bodies'])
})

test('the one body lists, the other signs for each, and only then is it closed', () => {
  const moving = after(begun, 'begin-handover', move)
  expect(waits(moving)).toEqual([['hand-over-cases', 'ecology']])
  expect(powerHandover.acts['hand-over-cases']?.prefill(moving, facts)).toEqual({ matters: ['m1', 'm2'] })
  expect(after(moving, 'hand-over-cases', { matters: ['m1'] }).findings).toMatchObject([{ rule: 'mark:handover-list-complete' }])
  const listed = after(moving, 'hand-over-cases', { matters: ['m1', 'm2'] })
  expect(waits(listed)).toEqual([['receive-cases', 'city']])
  const half = after(listed, 'receive-cases', { matters: ['m1'] })
  expect([waits(half), refusals(half, 'close-handover', {})]).toEqual([[['receive-cases', 'city']], ['township-all-received']])
  const whole = after(half, 'receive-cases', { matters: ['m2'] })
  expect([waits(whole), refusals(whole, 'close-handover', {})]).toEqual([[['close-handover', '*']], []])
  expect(after(whole, 'close-handover', {})).toMatchObject({ stage: 'handed-over', ended: true, handingOver: { from: 'ecology', to: 'city', listed: ['m1', 'm2'], received: ['m1', 'm2'] } })
})
