import fc from 'fast-check'
import { expect, test } from 'vitest'
import { step } from '../fold.ts'
import type { Act } from '../procedure.ts'
import { catalogueReview } from './catalogue-review.ts'

const at = '2026-03-02T01:00:00.000Z'
const act = (kind: string, payload: object, occurredAt = at): Act => ({ id: `${kind}-${occurredAt}`, kind, seq: 1, occurredAt, recordedAt: occurredAt, actor: 'su', payload, facts: {}, hash: '' })
const begun = catalogueReview.begin({ body: 'market', unit: '' })
const ordered = step(catalogueReview, begun, act('order-review', { term: 10, items: [{ item: 'a', grounds: ['no-basis'] }, { item: 'b', grounds: ['unused', 'rare'] }] })).state
const refusals = (results: object[]) =>
  (catalogueReview.acts['submit-review']?.guards ?? []).filter((each) => each.unmet({ state: ordered, act: act('submit-review', { results }), facts: {}, on: '2026-03-03' })).map(({ id }) => id)

test('waits for the legal unit until its term, is reminded by itself, and found late', () => {
  expect(ordered.clocks).toMatchObject([{ clock: 'item-review', due: '2026-03-16' }])
  const { state } = step(catalogueReview, ordered, act('remind-overdue', { due: '2026-03-16' }, '2026-03-16T16:00:00.001Z'))
  expect(state).toMatchObject({ reminders: 1, overdue: true, findings: [{ rule: 'item-review-late' }] })
})

test('every item has its outcome, and none without basis stays', () => {
  expect(refusals([{ item: 'a', outcome: 'withdraw' }])).toEqual(['results-complete'])
  expect(refusals([{ item: 'a', outcome: 'keep' }, { item: 'b', outcome: 'keep' }])).toEqual(['kept-on-basis'])
  expect(refusals([{ item: 'a', outcome: 'change' }, { item: 'b', outcome: 'keep' }])).toEqual([])
})

test('no act fails, whatever it is told', () => {
  fc.assert(fc.property(fc.constantFrom(...Object.keys(catalogueReview.acts)), fc.dictionary(fc.constantFrom('items', 'results', 'term', 'x'), fc.anything()), (kind, payload) => {
    expect(() => step(catalogueReview, ordered, act(kind, payload))).not.toThrow()
  }))
})
