import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CatalogueFact, Facts } from '../facts.ts'
import { step } from '../fold.ts'
import { waitingFor } from '../judge.ts'
import type { Act } from '../procedure.ts'
import { newTownshipCase, type TownshipCase } from './township-case.ts'
import { townshipGrant } from './township-grant.ts'
import { CaseInMemory, lawful } from './walk.test-data.ts'

const at = '2026-03-02T01:00:00.000Z'
const item = (body = 'city', kind = 'penalty'): CatalogueFact => ({ version: 1, body, standing: true, from: '2020-01-01', content: { title: '乱涂写', kind } as CatalogueFact['content'] })
const open = [{ matter: 'm1', body: 'city', item: 'paint' }, { matter: 'm2', body: 'willow', item: 'paint' }]
const facts: Facts = { catalogue: { paint: item(), litter: item(), other: item('market'), licence: item('city', 'licence') }, townships: { '140221101': { body: 'willow', certified: 2, granted: ['held'], open } } }
const act = (kind: string, payload: object, more: Facts = facts): Act => ({ id: kind, kind, seq: 1, occurredAt: at, recordedAt: at, actor: 'ding', payload, facts: more, hash: '' })
const grant = { township: '140221101', document: '某省人民政府决定〔2026〕1号', publishedOn: '2026-02-20', where: '省政府网站', exclusive: 'exclusive', from: '2026-03-10', items: ['paint', 'litter'], departmentFinishes: false }
const begun = newTownshipCase({ body: 'bureau', unit: '' })
const after = (state: TownshipCase, kind: string, payload: object) => step(townshipGrant, state, act(kind, payload))
const refusals = (state: TownshipCase, kind: string, payload: object, more?: Facts): string[] =>
  (townshipGrant.acts[kind]?.guards ?? []).filter((each) => each.unmet({ state, act: act(kind, payload, more), facts: more ?? facts, on: '2026-03-02' })).map(({ id }) => id)
const inForce = (more: object = {}) => after(after(after(begun, 'prepare-grant', { ...grant, ...more }).state, 'accept-grant', {}).state, 'put-into-force', {})

describe('a grant', () => {
  test('waits for the township, and in force it is one row for each item', () => {
    const prepared = after(begun, 'prepare-grant', grant).state
    expect(prepared).toMatchObject({ stage: 'acceptance', receiver: 'willow', department: 'city', counterpart: 'willow' })
    expect(waitingFor(townshipGrant, prepared)).toMatchObject([{ act: 'accept-grant', post: 'head', place: 'willow' }])
    const { state, effects } = inForce()
    expect(state).toMatchObject({ stage: 'granted', counterpart: 'city', handingOver: { from: 'city', to: 'willow', items: ['paint', 'litter'] } })
    expect(effects).toMatchObject([{ id: 'put-into-force.paint.2026-03-10', township: '140221101', exclusive: true, validFrom: '2026-03-10', validUntil: null }, { item: 'litter' }])
    expect(inForce({ exclusive: 'concurrent' }).state).not.toHaveProperty('handingOver')
    expect(inForce({ departmentFinishes: true }).state).not.toHaveProperty('handingOver')
  })

  test.each<[string, object, string]>([
    ['a decision not yet published', { publishedOn: '2026-03-05' }, 'township-decision-published'],
    ['in force before it was published', { from: '2026-02-01' }, 'township-decision-published'],
    ['a licence', { items: ['licence'] }, 'township-departments-power'],
    ['items of two departments', { items: ['paint', 'other'] }, 'township-departments-power'],
    ['what the catalogue lacks', { items: ['nothing'] }, 'township-departments-power'],
    ['what the township holds already', { items: ['held'] }, 'township-not-granted-yet'],
    ['no such township', { township: '140221999' }, 'township-known'],
  ])('is refused: %s', (_, more, guard) => {
    expect(refusals(begun, 'prepare-grant', { ...grant, ...more })).toContain(guard)
    expect(refusals(begun, 'prepare-grant', grant)).toEqual([])
  })

  test('is not taken over with one certified officer', () => {
    const weak: Facts = { townships: { '140221101': { body: 'willow', certified: 1, granted: [], open: [] } } }
    expect(refusals(after(begun, 'prepare-grant', grant).state, 'accept-grant', {}, weak)).toEqual(['township-able'])
  })

  test('hands over with list and receipt; a case left out is a mark, and the next change waits for the receipt', () => {
    const { state } = inForce()
    expect(refusals(state, 'withdraw-grant', { document: 'd', publishedOn: '2026-03-01', until: '2026-06-01', successor: 'city' })).toEqual(['township-all-received'])
    expect(refusals(state, 'hand-over-cases', { matters: [] })).toEqual(['township-list-complete'])
    const listed = after(state, 'hand-over-cases', { matters: ['m1'] }).state
    expect(listed).toMatchObject({ counterpart: 'willow', handingOver: { listed: ['m1'] }, findings: [] })
    const received = after(listed, 'receive-cases', { matters: ['m1'] }).state
    expect(received.clocks.every(({ closed }) => closed !== undefined)).toBe(true)
    const { state: withdrawn, effects } = after(received, 'withdraw-grant', { document: 'd', publishedOn: '2026-03-01', until: '2026-06-01', successor: 'city', townshipFinishes: false })
    expect(effects).toMatchObject([{ validUntil: '2026-06-01' }, { validUntil: '2026-06-01' }])
    expect(withdrawn).toMatchObject({ stage: 'handing-over', handingOver: { from: 'willow', to: 'city' } })
    expect(refusals(withdrawn, 'hand-over-cases', { matters: ['m1'] })).toEqual(['township-list-complete'])
    const back = after(after(withdrawn, 'hand-over-cases', { matters: ['m2'] }).state, 'receive-cases', { matters: ['m2'] }).state
    expect(after(back, 'close-hand-over', {}).state).toMatchObject({ stage: 'withdrawn', ended: true })
  })

  test('is adjusted: one item ends, its row closes; the last one is withdrawn instead', () => {
    const { state } = inForce({ departmentFinishes: true })
    const change = { document: 'd2', publishedOn: '2026-03-01', from: '2026-05-01' }
    expect(after(state, 'adjust-grant', { ...change, items: [], ending: ['paint'] })).toMatchObject({
      effects: [{ item: 'paint', validUntil: '2026-05-01' }, { item: 'litter', validUntil: null }], state: { handingOver: { from: 'willow', to: 'city', items: ['paint'] } },
    })
    const finishing = after(state, 'adjust-grant', { ...change, items: [], ending: ['paint'], townshipFinishes: true })
    expect(finishing).toMatchObject({ effects: [{ item: 'paint', townshipFinishes: true }, { item: 'litter', townshipFinishes: false }] })
    expect(finishing.state).not.toHaveProperty('handingOver')
    expect(refusals(state, 'adjust-grant', { ...change, items: [], ending: ['paint', 'litter'] })).toEqual(['township-items-of-grant'])
    expect(refusals(state, 'adjust-grant', { ...change, items: ['other'], ending: [] })).toEqual(['township-departments-power'])
  })

  test('no act fails, whatever it is told', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(townshipGrant.acts)), fc.dictionary(fc.constantFrom('township', 'items', 'ending', 'from', 'until', 'matters', 'successor', 'document', 'publishedOn'), fc.anything()), (kind, payload) => {
      expect(() => after(inForce().state, kind, payload)).not.toThrow()
      expect(() => refusals(inForce().state, kind, payload)).not.toThrow()
    }))
  })
})

/** R30: the power is gone in the middle of a case. */
describe('a case whose power ended', () => {
  const expired = lawful.items?.['expired']
  const filed = (): CaseInMemory => {
    const one = new CaseInMemory()
    one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
    one.do('unitHead', 'assign', { team: ['chen', 'li'] })
    one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })
    expect(one.do('chief', 'approve-filing')).toEqual([])
    one.do('chen', 'record-scene', { evidence: 'e1', proves: ['conduct', 'amount', 'identity', 'circumstance'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
    return one
  }
  const report = { relied: ['e1'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 1_000_000, branch: 0 }] }
  const ended = (one: CaseInMemory, finishing?: string) => {
    if (expired) one.facts = { ...one.facts, items: { expired: { ...expired, competent: false, ...(finishing ? { finishing } : {}) } } }
  }

  test('goes no further, unless the document lets who had filed finish', () => {
    const one = filed()
    ended(one)
    expect(one.do('chen', 'submit-report', report).map(({ guard }) => guard)).toContain('competent-on-date')
    ended(one, '2026-03-01')
    expect(one.do('chen', 'submit-report', report).map(({ guard }) => guard)).toContain('competent-on-date')
    ended(one, '2027-01-01')
    expect(one.do('chen', 'submit-report', report)).toEqual([])
  })

  test('never loses the finishing of what was decided: no act after the decision asks for the power', async () => {
    const { penaltyOrdinary } = await import('./penalty-ordinary.ts')
    const asking = Object.entries(penaltyOrdinary.acts).filter(([, each]) => each.guards.some(({ id }) => id === 'competent-on-date')).map(([kind]) => kind)
    for (const kind of ['serve', 'urge-performance', 'record-payment', 'propose-closing', 'approve-closing', 'archive', 'correct-document']) expect(asking).not.toContain(kind)
    expect(asking).toEqual(expect.arrayContaining(['propose-filing', 'submit-report', 'issue-notice', 'propose-seizure']))
  })
})
