import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quantities } from '@faheng/law/measures/quantity.ts'
import { connected } from '../platform/database/connected.ts'
import { countRows } from '../platform/database/rows-read.test-data.ts'
import { testRegion, testServer, type TestServer } from '../test-server.ts'
import { fillPlan } from './history.test-data.ts'

/** Thirty bodies, ten years, a thousand tasks: what a page reads is the year, not the history, and of a body its part. */

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await fillPlan(server.db.pools.worker, testRegion)
  await connected(server.db.database.connection('faheng_owner'), (client) => client.query('analyze'))
}, 120_000)
afterAll(() => server.close())

describe('the plan in a county with a history', () => {
  it.each(['supervisor', 'head'])('asks few questions and reads few rows for %s', async (person) => {
    const client = await server.as(person)
    const counting = countRows(server.db.pools.app)
    const more = person === 'supervisor' ? 1 : 0 // the sums of the county
    for (const [path, questions, rows] of [['/api/plan?year=2026', 5 + more, 2200], ['/api/plan?year=2020', 5 + more, 2200], ['/api/plan/measures/9?year=2026', 7 + more, 3700], ['/api/plan/bodies/scjg?year=2026', 5, 1000]] as const) {
      await counting.taken()
      expect((await client.get(path)).status).toBe(200)
      const costs = (await counting.taken()).costs.filter(({ text }) => /faheng\.(measure_|body)/.test(text))
      expect(`${path}: ${costs.length}`).toBe(`${path}: ${questions}`)
      const read = costs.reduce((sum, each) => sum + each.read, 0)
      expect(read, `${path} reads ${read} rows`).toBeLessThan(rows)
      expect(costs.filter(({ filtered }) => filtered > 100).map(({ text, filtered }) => `${path} throws away ${filtered}: ${text.slice(0, 80)}`)).toEqual([])
    }
  })

  it('is measured with that history', async () => {
    const { rows } = await server.db.pools.worker.query('select (select count(*)::int from faheng.measure_figure) as figures, (select count(*)::int from faheng.measure_task) as tasks')
    expect(rows).toEqual([{ figures: (Object.keys(quantities).length * 30 + 4) * 12 * 10, tasks: 1000 }]) // the glance reads one in a hundred of them
  })
})
