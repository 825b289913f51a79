import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CatalogueFact, Facts } from '../facts.ts'
import { step } from '../fold.ts'
import { waitingFor } from '../judge.ts'
import type { Act } from '../procedure.ts'
import { newEntrustment, type EntrustmentCase } from './entrustment-case.ts'
import { entrustment } from './entrustment.ts'
import { CaseInMemory, lawful } from './walk.test-data.ts'

/** 处罚法 20, 21; 强制法 17. */

const at = '2026-03-02T01:00:00.000Z'
const item = (body = 'market', kind = 'penalty'): CatalogueFact => ({ version: 1, body, standing: true, from: '2020-01-01', content: { title: '过期食品', kind } as CatalogueFact['content'] })
const facts: Facts = {
  catalogue: { expired: item(), label: item(), seize: item('market', 'coercion'), licence: item('market', 'licence'), dust: item('ecology') },
  statutes: { 某省行政执法条例: { rank: 'local-regulation', inForce: [{ from: '2020-01-01' }] }, 旧条例: { rank: 'local-regulation', inForce: [{ from: '2000-01-01', until: '2020-01-01' }] } },
  entrusted: { brigade: { principal: 'market', name: '执法队', certified: 2, items: [{ item: 'label', until: '2026-06-01' }] }, other: { principal: 'ecology', name: '监察队', certified: 5, items: [] } },
  openCases: [{ matter: 'm1', item: 'expired' }],
}
const act = (kind: string, payload: object, more: Facts = facts): Act => ({ id: kind, kind, seq: 1, occurredAt: at, recordedAt: at, actor: 'ding', payload, facts: more, hash: '' })
const letter = { organisation: 'brigade', norm: '《某省行政执法条例》第十二条', items: ['expired'], authority: '调查取证', from: '2026-03-01', until: '2026-12-31' }
const begun = newEntrustment({ body: 'market', unit: '' })
const after = (state: EntrustmentCase, kind: string, payload: object) => step(entrustment, state, act(kind, payload))
const refusals = (state: EntrustmentCase, kind: string, payload: object, more?: Facts): string[] =>
  (entrustment.acts[kind]?.guards ?? []).filter((each) => each.unmet({ state, act: act(kind, payload, more), facts: more ?? facts, on: '2026-03-02' })).map(({ id }) => id)
const approved = () => after(after(begun, 'prepare-entrustment', letter).state, 'approve-entrustment', {}).state
const published = () => after(after(approved(), 'accept-entrustment', { publicAffairs: true }).state, 'publish-entrustment', { publishedOn: '2026-03-02', where: '县政府网站' })

test('is signed by both, and lets nobody act before it is published', () => {
  expect(waitingFor(entrustment, approved())).toMatchObject([{ act: 'accept-entrustment', post: 'head', place: 'brigade' }])
  expect(refusals(approved(), 'accept-entrustment', { publicAffairs: true })).toEqual([])
  expect(refusals(approved(), 'accept-entrustment', { publicAffairs: false })).toEqual(['entrustment-qualified'])
  expect(refusals(approved(), 'accept-entrustment', { publicAffairs: true }, { ...facts, entrusted: { brigade: { principal: 'market', name: '', certified: 1, items: [] } } })).toEqual(['entrustment-qualified'])
  expect(refusals(approved(), 'publish-entrustment', { publishedOn: '2026-03-03' })).toContain('entrustment-published')
  const { state, effects } = published()
  expect(effects).toMatchObject([{ room: 'entrustment', organisation: 'brigade', principal: 'market', item: 'expired', published: '2026-03-02', validFrom: '2026-03-02', validUntil: '2027-01-01' }])
  expect(state.clocks).toMatchObject([{ clock: 'term', due: '2026-12-31' }])
})

test.each<[string, object, string]>([
  ['coercion', { items: ['expired', 'seize'] }, 'entrustment-no-coercion'],
  ['a licence', { items: ['licence'] }, 'entrustment-own-penalties'],
  ['a power of another body', { items: ['dust'] }, 'entrustment-own-penalties'],
  ['on a mere document', { norm: '《关于做好委托执法工作的通知》第三条' }, 'entrusting-norm'],
  ['on no article', { norm: '有关规定' }, 'entrusting-norm'],
  ['on a norm repealed', { norm: '《旧条例》第三条' }, 'entrusting-norm'],
  ['to another organ’s organisation', { organisation: 'other' }, 'entrustment-organisation'],
  ['to nobody registered', { organisation: 'company' }, 'entrustment-organisation'],
  ['for a term in the wrong order', { until: '2026-02-01' }, 'entrustment-term'],
  ['what is entrusted already', { items: ['label'] }, 'entrustment-not-yet'],
])('is refused: %s', (_, more, guard) => {
  expect(refusals(begun, 'prepare-entrustment', { ...letter, ...more })).toContain(guard)
  expect(refusals(begun, 'prepare-entrustment', letter)).toEqual([])
  expect(refusals(begun, 'prepare-entrustment', { ...letter, items: ['label'], from: '2026-06-01' })).toEqual([])
})

test('the entrusted entrusts nobody', () => expect(refusals(newEntrustment({ body: 'brigade', unit: '' }), 'prepare-entrustment', letter)).toContain('entrustment-not-again'))

test('ended, its rows close and its cases go back to the principal', () => {
  expect(refusals(published().state, 'end-entrustment', { on: '2027-02-01', publishedOn: '2026-03-02' })).toEqual(['entrustment-end'])
  const { state, effects } = after(published().state, 'end-entrustment', { on: '2026-06-01', publishedOn: '2026-03-02' })
  expect(effects).toMatchObject([{ validUntil: '2026-06-01' }])
  expect(state).toMatchObject({ counterpart: 'brigade', handingOver: { from: 'brigade', to: 'market', items: ['expired'] } })
  expect(entrustment.acts['hand-over-cases']?.prefill(state, facts)).toEqual({ matters: ['m1'] })
  const back = after(after(state, 'hand-over-cases', { matters: ['m1'] }).state, 'receive-cases', { matters: ['m1'] }).state
  expect(after(back, 'close-entrustment', {}).state).toMatchObject({ stage: 'ended', ended: true })
})

test('no act fails, whatever its days and norms say', () => {
  fc.assert(fc.property(fc.constantFrom(...Object.keys(entrustment.acts)), fc.dictionary(fc.constantFrom('organisation', 'norm', 'from', 'until', 'on', 'publishedOn'), fc.string()), (kind, payload) => {
    const told = { items: ['expired'], matters: ['m1'], ...payload }
    expect(() => [after(published().state, kind, told), refusals(published().state, kind, told)]).not.toThrow()
  }))
})

test('an entrusted organisation files within its letter, and never seals or seizes', () => {
  const expired = lawful.items?.['expired']
  const entrusted = { city: { principal: 'market', name: '执法队', certified: 2, items: [] } }
  const one = new CaseInMemory()
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  const body = one.state.body
  one.facts = { ...lawful, entrusted: { [body]: entrusted.city }, items: { expired: { ...expired, competent: false } as NonNullable<typeof expired> } }
  const filing = { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] }
  expect(one.do('chen', 'propose-filing', filing)).toMatchObject([{ guard: 'within-entrustment' }])
  one.facts = { ...lawful, entrusted: { [body]: entrusted.city } }
  expect(one.do('chen', 'propose-filing', filing)).toEqual([])
  expect(one.do('chief', 'approve-filing')).toEqual([])
  expect(one.do('chen', 'propose-seizure', { party: 'shop', measure: 'seized', basis: 'x', things: [] }).map(({ guard }) => guard)).toContain('coercion-not-entrusted')
})
