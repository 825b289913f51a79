import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCases, type TestCases } from '../../cases/test-cases.ts'
import { testRegion } from '../../test-server.ts'

/** R30 between departments: cases follow a power by list and receipt, seen by both sides and nobody else. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
}, 120_000)
afterAll(() => cases.close())

it('a department whose power moves lists its open cases, and the other signs for them', async () => {
  const open = await cases.upTo('filed')
  await cases.server.db.pools.worker.query(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, recorded)
    select region, item, version + 1, 'yjj', title, bases, kinds, branches, status, '2026-03-02', recorded from faheng.item_version where region = $1 and item = 'expired' order by version desc limit 1`, [testRegion])
  const matter = cases.fresh('h')
  const begin = (to: string) => cases.as('supervisor').then((client) => client.send('POST', '/api/matters', {
    id: matter, procedure: 'power-handover', body: 'scjg', first: { id: cases.fresh('a'), kind: 'begin-handover', payload: { from: 'scjg', to, document: '省政府决定〔2026〕2号', on: '2026-03-02', items: ['expired'] } },
  }))
  expect((await begin('scjg')).status).toBe(409)
  expect((await begin('yjj')).status).toBe(201)
  expect((await (await cases.as('strange-head')).get(`/api/matters/${matter}`)).status).toBe(404)
  await cases.must('head', matter, 'hand-over-cases')
  await cases.must('strange-head', matter, 'receive-cases')
  await cases.must('supervisor', matter, 'close-handover')
  const { body } = await (await cases.as('supervisor')).get<{ state: object; row: { ended: boolean } }>(`/api/matters/${matter}`)
  expect(body).toMatchObject({ state: { handingOver: { listed: [open], received: [open] } }, row: { ended: true } })
})
