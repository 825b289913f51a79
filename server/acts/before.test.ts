import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import { penaltyOrdinary } from '@faheng/law/procedures/penalty-ordinary.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { Refused } from '../platform/errors.ts'
import type { Acts } from './acts.ts'
import { perform } from './perform.ts'
import { rebuild } from './rebuild.ts'
import { asker, region, testCounty, type TestCounty } from './test-county.ts'

let county: TestCounty
let acts: Acts
beforeAll(async () => {
  county = await testCounty()
  acts = { ...county.acts, procedures, documents: { kindOf: () => ({ version: 1, outward: false }), compose: () => ({}) } }
  const { worker } = county.db.pools
  await worker.query(`insert into faheng.body_setting (region, body, name, value, valid_from, recorded) values ($1, 'a', 'remedy', '{"reviewOrgan":"县政府","court":"县法院"}', '2020-01-01', now())`, [region])
  // An environmental law repealed on the day the code came into force.
  await worker.query(`insert into faheng.statute_version (region, statute, version, title, rank, promulgated, in_force, repealed, recorded) values
    ($1, '旧环境法', '2018', '旧环境法', 'law', '2018-01-01', '2018-01-01', '2026-03-10', '2020-01-01'), ($1, '法典', '2026', '法典', 'law', '2026-01-01', '2026-03-10', null, '2020-01-01')`, [region])
  await worker.query(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, valid_until, recorded) values
    ($1, 'smoke', 1, 'a', '排污', '[{"citation":{"statute":"旧环境法","article":9},"text":""}]', '{warning}', '[]', 'parsed', '2020-01-01', '2026-03-10', '2020-01-01'),
    ($1, 'smoke', 2, 'a', '排污', '[{"citation":{"statute":"法典","article":99},"text":""}]', '{public-criticism}', '[]', 'parsed', '2026-03-10', null, '2020-01-01')`, [region])
})
afterAll(() => county.db.drop())

const officers = ['officer', 'second']

/** A case led by its acts; answers with the guards that refused. */
function caseOf(matter: string) {
  let n = 0
  const state = async (): Promise<PenaltyCase> =>
    (await county.db.pools.worker.query<{ state: PenaltyCase }>('select state from faheng.matter_state where region = $1 and matter = $2', [region, matter])).rows[0]?.state as PenaltyCase
  const does = async (person: string, kind: string, payload: object = {}): Promise<string[]> => {
    const definition = penaltyOrdinary.acts[kind]
    const proposal = n === 0 ? undefined : (await state()).proposals[definition?.answers ?? definition?.about ?? '']
    const named = proposal ? { proposal: { act: proposal.act, hash: proposal.hash } } : {}
    const opens = n === 0 ? { opens: { procedure: 'penalty-ordinary', body: 'a', unit: 'a1' } } : {}
    try {
      await perform(acts, asker(person), { matter, ...opens, act: { id: `${matter}-${++n}`, kind, payload: { ...named, ...payload } } })
      return []
    } catch (error) {
      if (error instanceof Refused) return error.refusals.map(({ guard }) => guard)
      throw error
    }
  }
  const confirm = async () => does('second', 'confirm-entries', { entries: Object.keys((await state()).unconfirmed ?? {}) })
  return { state, does, confirm }
}

type Case = ReturnType<typeof caseOf>

async function investigated({ does, confirm }: Case, party: string, item = 'smoke'): Promise<void> {
  const until = county.time.read()
  expect(await does('clerk', 'register-lead', { source: 'inspection', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, summary: '线索', suspects: [party] })).toEqual([])
  await does('unitHead', 'assign', { team: officers })
  const violations = [{ id: 'v1', item, conduct: '排污', place: '厂区', from: '2026-02-01', until: '2026-03-01', parties: [party], harm: false }]
  expect(await does('officer', 'propose-filing', { parties: [party], violations, team: officers, reason: '属实' })).toEqual([])
  expect(await does('head', 'approve-filing', { opinion: '同意' })).toEqual([])
  const told = { certificateShown: true, recusalTold: true, signed: 'signed', officers, until }
  await does('officer', 'record-scene', { ...told, evidence: `${party}-e1`, party, place: '厂区', findings: '排污', proves: ['identity', 'conduct', 'circumstance', 'amount'] })
  await confirm()
}

const report = (party: string, kind: string) => ({
  outcome: 'penalty', facts: '查明', relied: [`${party}-e1`], reasons: '理由', penalties: [{ party, violation: 'v1', kind }], circumstances: [], sameAct: [], major: false,
})

async function decided({ does, state, confirm }: Case, party: string): Promise<void> {
  expect(await does('unitHead', 'endorse-report', { opinion: '同意' })).toEqual([])
  expect(await does('head', 'issue-notice', { opinion: '同意' })).toEqual([])
  const document = (await state()).done['issue-notice']?.at(-1)?.id
  await does('officer', 'serve', { document, party, method: 'direct', place: '厂区', receiver: '本人', outcome: 'received', officers })
  await confirm()
  county.time.forward(9 * 86_400_000)
  expect(await does('officer', 'propose-decision', { penalties: (await state()).report?.penalties, education: true, reasons: '说明' })).toEqual([])
  expect(await does('head', 'decide-penalty', { opinion: '同意' })).toEqual([])
}

test('conduct before the day its law was repealed: refused until old and new are compared, then decided under the lighter one', async () => {
  const one = caseOf('norms')
  await investigated(one, 'p1')
  county.time.forward(14 * 86_400_000)
  expect(await one.does('officer', 'submit-report', report('p1', 'warning'))).toEqual(['norms-compared'])
  expect(await one.does('officer', 'compare-norms', { comparisons: [{ violation: 'v1', old: '警告', new: '通报批评', result: 'new' }], reason: '较轻' })).toEqual([])
  expect(await one.does('officer', 'submit-report', report('p1', 'warning'))).toEqual(['kind-in-norm'])
  expect(await one.does('officer', 'submit-report', report('p1', 'public-criticism'))).toEqual([])
  await decided(one, 'p1')
  expect((await one.state()).norms).toEqual({ v1: { result: 'new', later: '2' } })
})

test('to the police, not filed, resumed, and decided within the time that was left', async () => {
  const one = caseOf('police')
  await investigated(one, 'p2', 'item-1')
  await one.does('officer', 'report-suspected-crime', { team: officers, facts: '涉嫌犯罪' })
  expect(await one.does('head', 'decide-criminal-transfer', { opinion: '移送' })).toEqual([])
  await one.does('officer', 'hand-over-to-police', { to: '县公安局', papers: ['letter', 'report', 'inventory'], officers })
  county.time.forward(120 * 86_400_000)
  await one.does('officer', 'record-police-answer', { answer: 'not-filed', on: '2026-07-01' })
  expect(await one.does('head', 'resume-after-police', { reason: '不予立案' })).toEqual([])
  expect(await one.does('officer', 'submit-report', { ...report('p2', 'fine'), penalties: [{ party: 'p2', violation: 'v1', kind: 'fine', amount: 100_000, stated: { floor: 0, ceiling: 500_000 } }] })).toEqual([])
  expect(await one.does('unitHead', 'endorse-report', { opinion: '同意' })).toEqual([])
  expect((await one.state()).findings.map(({ rule }) => rule)).not.toContain('decided-late')
  expect((await one.state()).clocks.find(({ clock }) => clock === 'decision')?.pauses).toHaveLength(1)
  expect(await rebuild(acts, county.db.pools.worker, region, { check: true })).toEqual([])
})
