import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import type { Acts } from './acts.ts'
import { recordLapses } from './lapses.ts'
import { perform } from './perform.ts'
import { rebuild } from './rebuild.ts'
import { asker, region, testCounty, type TestCounty } from './test-county.ts'

let county: TestCounty
let acts: Acts

beforeAll(async () => {
  county = await testCounty()
  acts = { ...county.acts, procedures, documents: { kindOf: () => ({ version: 1, outward: false }), compose: () => ({}) } }
})
afterAll(() => county.db.drop())

const stateOf = async (matter = 'm'): Promise<PenaltyCase> =>
  (await county.db.pools.worker.query<{ state: PenaltyCase }>('select state from faheng.matter_state where region = $1 and matter = $2', [region, matter])).rows[0]?.state as PenaltyCase

test('things registered in advance are not held by silence', async () => {
  const { worker } = county.db.pools
  await worker.query(`insert into faheng.body_setting (region, body, name, value, valid_from, recorded) values ($1, 'a', 'remedy', '{"reviewOrgan":"县政府","court":"县法院"}', '2020-01-01', now())`, [region])
  const opens = { procedure: 'penalty-ordinary', body: 'a', unit: 'a1' }
  const lead = { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, summary: '线索', suspects: ['p1'] }
  await perform(acts, asker('clerk'), { matter: 'm', opens, act: { id: 'a-1', kind: 'register-lead', payload: lead } })
  await perform(acts, asker('unitHead'), { matter: 'm', act: { id: 'a-2', kind: 'assign', payload: { team: ['officer', 'second'] } } })
  const things = [{ id: 't1', name: '饼干', quantity: 3, unit: '箱' }]
  await perform(acts, asker('officer'), { matter: 'm', act: { id: 'a-3', kind: 'propose-registration', payload: { party: 'p1', reason: '可能灭失', things } } })
  const proposal = (await stateOf()).proposals['propose-registration']
  await perform(acts, asker('head'), { matter: 'm', act: { id: 'a-4', kind: 'approve-registration', payload: { proposal: { act: proposal?.act, hash: proposal?.hash }, opinion: '同意' } } })
  await perform(acts, asker('officer'), { matter: 'm', act: { id: 'a-5', kind: 'register-evidence', payload: { party: 'p1', place: '仓库', custodian: '保管员', things, officers: ['officer', 'second'] } } })

  county.time.forward(7 * 86_400_000)
  expect(await recordLapses(acts, worker)).toBe(0)
  county.time.forward(3 * 86_400_000)
  expect(await recordLapses(acts, worker)).toBe(1)
  expect(await recordLapses(acts, worker)).toBe(0)

  const state = await stateOf()
  expect(state.held).toMatchObject([{ id: 't1', disposal: 'return' }])
  expect(state.findings.map((each) => each.rule)).toContain('registered-too-long')
  expect(state.clocks.find((each) => each.clock === 'registration')?.closed).toBeDefined()
  const waiting = await worker.query<{ act: string }>('select distinct act from faheng.waiting where region = $1 and matter = $2', [region, 'm'])
  expect(waiting.rows.map(({ act }) => act)).toContain('carry-out-disposal')
})

/** 强制法 19, R8: the day is counted in hours, from the very minute of the night. */
test('goods registered urgently at night go back when a day has passed without approval, or at once when it is refused', async () => {
  const { worker } = county.db.pools
  const opens = { procedure: 'penalty-ordinary', body: 'a', unit: 'a1' }
  const night = async (matter: string) => {
    const lead = { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, summary: '线索', suspects: ['p1'] }
    const things = [{ id: `${matter}-t`, name: '饼干', quantity: 3, unit: '箱' }]
    await perform(acts, asker('clerk'), { matter, opens, act: { id: `${matter}-1`, kind: 'register-lead', payload: lead } })
    await perform(acts, asker('unitHead'), { matter, act: { id: `${matter}-2`, kind: 'assign', payload: { team: ['officer', 'second'] } } })
    await perform(acts, asker('officer'), { matter, act: { id: `${matter}-3`, kind: 'register-evidence', payload: { party: 'p1', place: '仓库', custodian: '保管员', urgent: true, things, officers: ['officer', 'second'] } } })
    await perform(acts, asker('officer'), { matter, act: { id: `${matter}-4`, kind: 'report-urgent', payload: { reason: '夜间发现，次日将销往外地' } } })
  }
  await night('refused')
  const proposal = (await stateOf('refused')).proposals['report-urgent']
  await perform(acts, asker('head'), { matter: 'refused', act: { id: 'refused-5', kind: 'refuse-urgent', payload: { proposal: { act: proposal?.act, hash: proposal?.hash }, reason: '与案件无关' } } })
  await night('silent')
  county.time.forward(86_400_000 - 60_000)
  expect(await recordLapses(acts, worker)).toBe(0)
  county.time.forward(120_000)
  expect(await recordLapses(acts, worker)).toBe(1)
  for (const matter of ['refused', 'silent']) {
    const state = await stateOf(matter)
    expect(state.held).toMatchObject([{ disposal: 'return' }])
    expect(state.findings.map((each) => each.rule)).toContain('urgent-not-approved')
    expect(state.clocks.every(({ clock, closed }) => closed !== undefined || clock === 'verification')).toBe(true)
    const waiting = await worker.query<{ act: string }>('select distinct act from faheng.waiting where region = $1 and matter = $2', [region, matter])
    expect(waiting.rows.map(({ act }) => act)).toContain('carry-out-disposal')
  }
  expect(await rebuild(acts, worker, region, { check: true })).toEqual([])
})
