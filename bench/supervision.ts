import { basename } from 'node:path'
import { findings } from '../server/acts/index.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { openDatabase } from '../server/platform/database/open.ts'
import { inTransaction } from '../server/platform/database/run.ts'
import { figure, postgresOf, report } from './shared/report.ts'
import { inWorld } from './shared/world.ts'

/**
 * All rules of supervision over the acts of a county: `npm run bench -- supervision [cases or folder of a world …]`. From scratch in
 * batches of 500, at most 20,000 acts of the largest county (the rest is reckoned from their rate, and said so), in transactions that
 * are rolled back; and act by act, as they come in, for its first and its last 300.
 */
const worlds = process.argv.length > 2 ? process.argv.slice(2) : ['10000']
const most = 20_000

for (const world of worlds)
  await inWorld(world, async (dataDir) => {
    const opened = await openDatabase({ dataDir, env: process.env, log: () => undefined, as: 'server', at: new Date().toISOString() })
    try {
      const { worker } = opened.pools
      const { rows: [county] } = await worker.query<{ region: string; n: number }>('select region, max(position)::int as n from faheng.act_order group by region order by n desc limit 1')
      const { rows: [all] } = await worker.query<{ acts: number }>(`select sum(position)::int as acts from faheng.follower where name = 'findings'`)
      if (!county || !all) throw new Error('there are no acts')
      const batch = async (from: number, size: number): Promise<number> => inRolledBack(worker, async (client) => {
        const { rows } = await client.query('select position, act, matter, seq from faheng.act_order where region = $1 and position > $2 order by position limit $3', [county.region, from, size])
        const begun = performance.now()
        await follower.handle(client, county.region, rows as Parameters<typeof follower.handle>[2])
        return performance.now() - begun
      })
      const follower = findings({ procedures })
      await batch(0, 500)
      const rates: number[] = []
      for (let at = 0; at < Math.min(most, county.n); at += 500) rates.push((Math.min(500, county.n - at) * 1000) / (await batch(at, 500)))
      const single = async (from: number) => {
        const ms: number[] = []
        for (let at = from; at < from + 300; at++) ms.push(await batch(at, 1))
        return ms
      }
      const rate = figure('from scratch', 'acts a second', rates)
      report(`supervision-${basename(world)}`, { acts: all.acts, 'acts read': Math.min(most, county.n) }, [
        rate,
        figure('all acts from scratch, reckoned from that rate', 's', [all.acts / rate.median]),
        figure('one act as it comes, among the first', 'ms', await single(0)),
        figure('one act as it comes, among the last', 'ms', await single(county.n - 300)),
      ], await postgresOf(worker))
    } finally {
      await opened.close()
    }
  })

/** What the rules found is written and taken back: the world is as it was. */
async function inRolledBack<T>(pool: Parameters<typeof inTransaction>[0], work: Parameters<typeof inTransaction<T>>[1]): Promise<T> {
  let result: { value: T } | undefined
  await inTransaction(pool, async (client) => {
    result = { value: await work(client) }
    await client.query('rollback; begin')
  })
  return (result as { value: T }).value
}
