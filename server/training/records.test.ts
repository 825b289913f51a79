import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCases, type TestCases } from '../cases/test-cases.ts'

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

const send = async (person: string, body: object) => (await cases.as(person)).send('POST', '/api/unit-records', { id: cases.fresh('record'), ...body })
const rows = async (person: string) =>
  (await (await cases.as(person)).get<{ rows: { kind: string; title: string; struckReason: string | null }[]; units: number; quarters: number[] }>('/api/unit-records?body=scjg&year=2026')).body

it('party-building is kept per unit and quarter, struck with a reason, and other bodies see nothing of it', async () => {
  const enter = { body: 'scjg', unit: 'u1', kind: 'party-building', happened: '2026-02-20', title: '“红盾先锋”主题党日' }
  expect((await send('officer', { enter })).status).toBe(404)
  expect((await send('strange-head', { enter })).status).toBe(404)
  expect((await send('unit-head', { enter: { ...enter, happened: '2027-01-01' } })).body).toMatchObject({ field: '/enter/happened' })
  expect((await send('unit-head', { id: 'party-1', enter })).status).toBe(201)
  expect(await rows('officer')).toMatchObject({ rows: [{ kind: 'party-building' }], units: 2, quarters: [1, 0, 0, 0] })
  expect((await rows('stranger')).rows).toEqual([])
  expect((await send('head', { strike: { record: 'party-1', reason: '重复登记' } })).status).toBe(201)
  expect(await rows('supervisor')).toMatchObject({ rows: [{ struckReason: '重复登记' }], quarters: [0, 0, 0, 0] })
})

it('discipline references are the heads’ alone, in lists and in the log of verbs', async () => {
  const enter = { body: 'scjg', kind: 'discipline', happened: '2026-02-25', title: '诫勉', person: 'second', reference: '测纪〔2026〕3号' }
  expect((await send('unit-head', { enter })).status).toBe(404)
  expect((await send('supervisor', { enter })).status).toBe(404)
  expect((await send('head', { enter: { ...enter, person: 'stranger' } })).body).toMatchObject({ field: '/enter/person' })
  expect((await send('head', { enter })).status).toBe(201)
  const sees = async (person: string) => (await rows(person)).rows.some(({ kind }) => kind === 'discipline')
  expect([await sees('head'), await sees('deputy')]).toEqual([true, true])
  for (const person of ['second', 'officer', 'unit-head', 'legal-reviewer', 'supervisor', 'strange-head']) expect([person, await sees(person)]).toEqual([person, false])
  const { rows: logged } = await cases.server.db.pools.worker.query(`select content::text as told from faheng.verb_log where verb = 'enter-unit-record'`)
  expect(logged.some(({ told }: { told: string }) => told.includes('测纪'))).toBe(false)
})
