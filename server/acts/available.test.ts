import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemAsker } from '../platform/access/scope.ts'
import { Malformed, NotFound, Refused } from '../platform/errors.ts'
import { available } from './available.ts'
import { check } from './check.ts'
import { perform } from './perform.ts'
import { asker, region, testCounty, type TestCounty } from './test-county.ts'

let county: TestCounty
const matter = 'm-1'
beforeAll(async () => {
  county = await testCounty()
  await perform(county.acts, asker('officer'), {
    matter, opens: { procedure: 'complaint', body: 'a', unit: 'a1' }, act: { id: 'a-1', kind: 'register', payload: { parties: ['p1'], story: '一' } },
  })
})
afterAll(() => county.db.drop())

const offer = async (person: string, kind: string) => (await available(county.acts, asker(person), matter)).offers.find((each) => each.kind === kind)
const count = async () => (await county.db.pools.worker.query('select count(*) as n from faheng.act')).rows[0].n as number

test('every act of the stage is listed, with the reason it may not be done', async () => {
  const { offers } = await available(county.acts, asker('officer'), matter)
  expect(offers.map(({ kind }) => kind).sort()).toEqual(['assign', 'inspect', 'propose', 'spoil'])
  expect(await offer('officer', 'propose')).toMatchObject({ allowed: false, awaited: true, refusals: [{ guard: 'evidenced' }] })
  expect(await offer('officer', 'inspect')).toMatchObject({ allowed: true })
})

test('whom an act does not belong to learns that and no more', async () => {
  expect((await offer('supervisor', 'propose'))?.refusals.map(({ guard }) => guard)).toEqual(['by'])
})

test('who cannot see the matter finds none', async () => {
  await expect(available(county.acts, asker('officerOfB'), matter)).rejects.toBeInstanceOf(NotFound)
  await expect(available(county.acts, asker('administrator'), matter)).rejects.toBeInstanceOf(NotFound)
})

test('check judges as perform would and records nothing', async () => {
  const before = await count()
  const act = (kind: string, payload: unknown) => ({ matter, act: { id: 'a-2', kind, payload } })
  expect(await check(county.acts, asker('officer'), act('propose', { fine: 1 }))).toMatchObject({ allowed: false, refusals: [{ guard: 'evidenced' }], marks: [] })
  expect(await check(county.acts, asker('officer'), act('inspect', { evidence: 'e', kind: 'note' }))).toEqual({ allowed: true, refusals: [], marks: [] })
  expect(await check(county.acts, asker('uncertified'), { matter: 'm-new', opens: { procedure: 'complaint', body: 'a', unit: 'a1' }, act: { id: 'a-3', kind: 'inspect', payload: { evidence: 'e', kind: 'note' } } }))
    .toMatchObject({ allowed: true, marks: [{ guard: 'certified' }] })
  await expect(check(county.acts, asker('officer'), act('inspect', { evidence: 'e', kind: 'x' }))).rejects.toBeInstanceOf(Malformed)
  expect(await count()).toBe(before)
})

test('the system performs only what is the system’s', async () => {
  const refused = await perform(county.acts, systemAsker(region), { matter, act: { id: 'a-4', kind: 'inspect', payload: { evidence: 'e', kind: 'note' } } }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refused)
})
