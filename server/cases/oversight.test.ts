import { afterAll, beforeAll, expect, it } from 'vitest'
import { informant, testCases, type TestCases } from './test-cases.ts'

/** R6, R19, R29: who looks into a case from outside its team, and how it is found by a number it has elsewhere. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
}, 120_000)
afterAll(() => cases.close())

interface Story { readonly acts: { kind: string; sealed: boolean; payload: { informant?: string } }[] }
const leadAs = async (person: string, matter: string) => (await (await cases.as(person)).get<Story>(`/api/matters/${matter}/acts`)).body.acts.find(({ kind }) => kind === 'register-lead')

it('a head reads the informant only after he himself recorded that he unsealed it, and nobody else does', async () => {
  const matter = await cases.upTo('assigned')
  expect(await leadAs('receiving-clerk', matter)).toMatchObject({ sealed: false, payload: { informant } })
  for (const person of ['head', 'deputy', 'unit-head', 'officer', 'supervisor']) {
    const lead = await leadAs(person, matter)
    expect([person, lead?.sealed, lead?.payload.informant]).toEqual([person, true, undefined])
  }
  expect((await cases.act('officer', matter, 'unseal-informant', { reason: '想知道是谁' })).body.refusals?.map(({ guard }) => guard)).toEqual(['by'])
  await cases.must('head', matter, 'unseal-informant', { reason: '核实举报奖励' })
  expect(await leadAs('head', matter)).toMatchObject({ sealed: false, payload: { informant } })
  for (const person of ['deputy', 'officer', 'supervisor']) expect((await leadAs(person, matter))?.payload.informant).toBeUndefined()
})

it('a cancelled filing waits on the supervisor’s desk until he ticks it off, and the file shows who did', async () => {
  const matter = await cases.upTo('filed')
  await cases.must('head', matter, 'cancel-mistaken-filing', { ground: 'duplicate', reason: '重复立案' })
  const found = async () => (await (await cases.as('supervisor')).get<{ findings: object[] }>(`/api/matters/${matter}`)).body.findings
  const atOnce = await found()
  expect(atOnce).toMatchObject([{ rule: 'filing-cancelled', lifted: false, ticked: null }])
  await cases.server.followed()
  expect(await found()).toEqual(atOnce)
  const waits = async () => (await (await cases.as('supervisor')).get<{ waiting: { act: string; matter: { id: string } }[] }>('/api/desk')).body.waiting.filter((each) => each.matter.id === matter).map(({ act }) => act)
  expect(await waits()).toEqual(['acknowledge-finding'])
  await cases.must('supervisor', matter, 'acknowledge-finding', { result: 'justified', opinion: '确系重复立案' })
  expect(await waits()).toEqual([])
  expect(await found()).toMatchObject([{ rule: 'filing-cancelled', ticked: { by: '测试supervisor', result: { zh: '经核查，情况属实、处理适当' } } }])
})

it('a lead keeps the number it has on another platform, is found by it, and its registration form shows it', async () => {
  const matter = await cases.opened({ payload: { external: [{ system: '12315', number: '1142023000077' }] } })
  await cases.opened()
  await cases.server.followed()
  const { body } = await (await cases.as('head')).get<{ rows: { id: string }[] }>('/api/matters?q=1142023000077')
  expect(body.rows.map(({ id }) => id)).toEqual([matter])
  const { rows } = await cases.server.context.pools.worker.query<{ fields: { externalNumber: string } }>(`select fields from faheng.document where matter = $1 and kind = 'source-registration'`, [matter])
  expect(rows[0]?.fields.externalNumber).toBe('12315平台 1142023000077')
})
