import { fillPlan } from '../server/plan/history.test-data.ts'
import { testRegion, testServer } from '../server/test-server.ts'
import { figure, postgresOf, report } from './shared/report.ts'

/** The plan at a glance over HTTP: `npm run bench -- plan [requests]`. 30 bodies, ten years of figures, 1,000 tasks; one asker after the other. */
const requests = Number(process.argv[2] ?? 200)
const server = await testServer()
try {
  await fillPlan(server.db.pools.worker, testRegion)
  const timed = async (what: string, person: string, path: string) => {
    const client = await server.as(person)
    const took: number[] = []
    for (let i = -20; i < requests; i++) {
      const begun = performance.now()
      const { status } = await client.get(path)
      if (status !== 200) throw new Error(`${path}: ${status}`)
      if (i >= 0) took.push(performance.now() - begun)
    }
    return figure(what, 'ms', took)
  }
  report('plan', { bodies: 30, years: 10, tasks: 1000 }, [
    await timed('glance of the county', 'supervisor', '/api/plan?year=2026'),
    await timed('glance of a body', 'head', '/api/plan?year=2026'),
    await timed('one measure', 'supervisor', '/api/plan/measures/9?year=2026'),
  ], await postgresOf(server.db.pools.worker))
} finally {
  await server.close()
}
