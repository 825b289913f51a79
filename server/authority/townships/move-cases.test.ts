import { afterAll, beforeAll, expect, it } from 'vitest'
import { rebuild } from '../../acts/index.ts'
import { testCases, type TestCases } from '../../cases/test-cases.ts'
import { testRegion } from '../../test-server.ts'
import { moveCases } from './move-cases.ts'

/** R30: after list and receipt the case itself is with the body that holds the power now, and goes on there. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
}, 120_000)
afterAll(() => cases.close())

it('a case that was signed for goes on in the body that took the power over', async () => {
  const { pools: { worker } } = cases.server.db
  const acts = cases.server.house.acts
  const open = await cases.upTo('filed')
  await worker.query(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, recorded)
    select region, item, version + 1, 'yjj', title, bases, kinds, branches, status, '2026-03-02', recorded from faheng.item_version where region = $1 and item = 'expired' order by version desc limit 1`, [testRegion])
  await worker.query(`insert into faheng.person (region, id, name) values ($1, 'fifth', '测试fifth')`, [testRegion])
  await worker.query(`insert into faheng.post (region, id, person, kind, body, unit, from_at, recorded) values ($1, 'p-fifth', 'fifth', 'officer', 'yjj', 'y1', '2020-01-01', '2020-01-01')`, [testRegion])
  await worker.query(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded) values ($1, 'C-fifth', 'fifth', 'sx', '{}', '140000', '2020-01-01', '2030-01-01', '2020-01-01')`, [testRegion])

  const matter = cases.fresh('h')
  await (await cases.as('supervisor')).send('POST', '/api/matters', {
    id: matter, procedure: 'power-handover', body: 'scjg', first: { id: cases.fresh('a'), kind: 'begin-handover', payload: { from: 'scjg', to: 'yjj', document: '省政府决定〔2026〕2号', on: '2026-03-02', items: ['expired'] } },
  })
  await cases.must('head', matter, 'hand-over-cases')
  expect(await moveCases(acts, worker)).toBe(0)
  await cases.must('strange-head', matter, 'receive-cases')
  expect([await moveCases(acts, worker), await moveCases(acts, worker)]).toEqual([1, 0])

  const taken = await (await cases.as('strange-head')).get<{ state: object; waiting: { act: string }[] }>(`/api/matters/${open}`)
  expect(taken.body.state).toMatchObject({ body: 'yjj', team: [], stage: 'investigation', movedBy: matter })
  expect(taken.body.waiting.map(({ act }) => act)).toContain('replace-officers')
  // Who approved the filing reads on what he acted on, and nothing newer (R6).
  expect((await (await cases.as('head')).get<{ state: object }>(`/api/matters/${open}`)).body.state).toMatchObject({ body: 'scjg', team: ['officer', 'second'] })
  expect((await cases.act('officer', open, 'collect-evidence', {})).status).not.toBe(201)
  await cases.must('strange-head', open, 'replace-officers', { team: ['stranger', 'fifth'], reason: '随职权承接案件' })
  await cases.must('stranger', open, 'collect-evidence', { evidence: cases.fresh('e'), kind: 'documentary', title: '现场照片', proves: ['conduct'], origin: '现场拍摄', place: '城关镇', officers: ['stranger', 'fifth'] })
  expect(await rebuild({ documents: acts.documents, procedures: acts.procedures }, worker, testRegion, { check: true })).toEqual([])
})
