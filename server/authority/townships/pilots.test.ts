import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCases, type TestCases } from '../../cases/test-cases.ts'
import { testRegion } from '../../test-server.ts'

/** Measures 27, 28: one or two pilots, what is known of them, what is ticked on proof, and what they did before and since. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
  for (const [n, id] of ['willow', 'stone', 'river'].entries())
    await cases.server.db.pools.worker.query(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, township, recorded) values ($1, $2, $2, $2, $2, 'township', $3, '2020-01-01')`, [testRegion, id, `14029910${n + 1}`])
  await cases.server.db.pools.worker.query(`insert into faheng.township_grant (region, id, township, item, basis, valid_from, recorded) values ($1, 'g1', '140299101', 'expired', '省政府决定', '2024-01-01', '2024-01-01')`, [testRegion])
}, 120_000)
afterAll(() => cases.close())

interface Answer {
  readonly rows: { readonly points: { readonly id: string; readonly done: boolean; readonly proof: string }[] }[]
  readonly [name: string]: unknown
}
const send = async (person: string, path: string, content: object) => (await cases.as(person)).send('POST', `/api/townships/pilots${path}`, { id: cases.fresh('p'), ...content })
const name = (n: number) => send('supervisor', '', { township: `14029910${n}`, from: '2026-01-01', document: '县政府办通知' })
const shown = async () => (await (await cases.as('supervisor')).get<Answer>('/api/townships/pilots')).body

it('names two, ticks on proof what no register knows, and puts before and since side by side', async () => {
  expect((await send('officer', '', { township: '140299101', from: '2026-01-01', document: 'x' })).status).toBe(404)
  expect([(await name(1)).status, (await name(1)).status, (await name(2)).status, (await name(3)).status]).toEqual([200, 400, 200, 400])
  expect(await shown()).toMatchObject({ mayChange: true, others: [{ name: 'river' }], rows: [{ name: 'willow', before: { to: '2025-12-31' }, after: { cases: 0, certified: 0 } }, { name: 'stone' }] })
  const tick = (point: string, done: boolean) => send('supervisor', '/check', { township: '140299101', point, done, proof: '现场核查记录' })
  expect([(await tick('certified', true)).status, (await tick('nothing', true)).status, (await tick('recording', true)).status]).toEqual([400, 404, 200])
  const done = async () => (await shown()).rows[0]?.points.filter((each) => each.done).map(({ id }) => id)
  expect(await done()).toEqual(['powers', 'recording'])
  await tick('recording', false)
  expect(await done()).toEqual(['powers'])
  expect((await send('supervisor', '', { township: '140299101', from: '2026-01-01', document: 'x', until: '2026-03-02' })).status).toBe(200)
  expect([(await shown()).rows.length, (await name(3)).status]).toEqual([1, 200])
  expect((await (await cases.as('officer')).get('/api/townships/pilots')).status).toBe(404)
})
