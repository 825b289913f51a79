import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../server/app.ts'
import { compose } from '../server/compose.ts'
import { fillPlan } from '../server/plan/history.test-data.ts'
import { connected } from '../server/platform/database/connected.ts'
import { openDatabase } from '../server/platform/database/open.ts'
import { addAccounts, hashPassword } from '../server/platform/identity/accounts.ts'
import { figure, postgresOf, report } from './shared/report.ts'
import { signIn } from './shared/server.ts'

/** The plan at a glance over HTTP: `npm run bench -- plan [requests]`. 30 bodies, ten years of figures, 1,000 tasks; one asker after the other. */
const requests = Number(process.argv[2] ?? 200)
const region = '140299'
const password = 'correct-horse-8'
const dataDir = mkdtempSync(join(tmpdir(), 'faheng-bench-plan-'))
const clock = () => '2026-11-20T01:00:00.000Z'
const opened = await openDatabase({ dataDir, env: process.env, log: () => undefined, as: 'server', at: clock() })
const { worker } = opened.pools
await worker.query(`insert into faheng.region (region, name) values ($1, '测试县')`, [region])
const house = await compose(opened, { dataDir, env: {}, publicUrl: 'http://localhost', production: false, region, clock, say: () => undefined })
const app = await buildApp(house.context, house.rooms, {})
try {
  await prepare()
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const timed = async (what: string, person: string, path: string) => {
    const cookie = await signIn(url, person, password)
    const took: number[] = []
    for (let i = -20; i < requests; i++) {
      const begun = performance.now()
      const answer = await fetch(url + path, { headers: { cookie } })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
      if (i >= 0) took.push(performance.now() - begun)
    }
    return figure(what, 'ms', took)
  }
  report('plan', { bodies: 30, years: 10, tasks: 1000 }, [
    await timed('glance of the county', 'supervisor', '/api/plan?year=2026'),
    await timed('glance of a body', 'head', '/api/plan?year=2026'),
    await timed('one measure', 'supervisor', '/api/plan/measures/9?year=2026'),
  ], await postgresOf(worker))
} finally {
  await app.close()
  await house.close()
  await opened.close()
  rmSync(dataDir, { recursive: true, force: true })
}

async function prepare(): Promise<void> {
  const since = '2020-01-01T00:00:00.000Z'
  await worker.query(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, recorded) values ($1, 'scjg', '测试县市场监督管理局', '市场监管局', '晋测市监', 'organ', $2)`, [region, since])
  const people = ['supervisor', 'head']
  await worker.query('insert into faheng.person (region, id, name) select $1, n, n from unnest($2::text[]) n', [region, people])
  await worker.query(`insert into faheng.post (region, id, person, kind, body, rank, from_at, recorded) select $1, 'p-' || n, n, n, 'scjg', case n when 'head' then 'chief' end, $3, $3 from unnest($2::text[]) n`, [region, people, since])
  const passwordHash = await hashPassword(house.context.identity, password)
  await addAccounts(house.context.identity, people.map((person) => ({ region, person, name: person, username: person, passwordHash, passwordDue: false })))
  await fillPlan(worker, region)
  // As autovacuum keeps it in a county that has worked for a day.
  await connected(opened.database.connection('faheng_owner'), (client) => client.query('analyze'))
}
