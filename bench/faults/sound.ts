import { end, type Server } from '../shared/server.ts'
import { faheng, withDatabase } from './kinds.ts'
import { until } from './load.ts'

/**
 * What must hold whatever happened: followers catch up, every paper is made, no number is missing, in no case time runs
 * backwards; and with the server stopped the ledger verifies and a rebuild changes nothing. @throws naming what does not
 */
export async function sound(server: Server, dataDir: string): Promise<void> {
  await until('the followers have caught up', async () => !/faheng_follower_lag\{[^}]*\} [1-9]/.test(await (await fetch(`${server.url}/metrics`)).text()), 1800)
  await until('every paper is made', async () => (await numberOf(dataDir, 'select count(*)::int as n from faheng.document where file is null')) === 0, 1800)
  const missing = await numberOf(dataDir, `
    select ((select sum(last) from faheng.number_series) - (select count(*) from faheng.document where number is not null))::int as n`)
  if (missing !== 0) throw new Error(`${missing} numbers were given and stand on no paper`)
  const backwards = await numberOf(dataDir, `
    select count(*)::int as n from (select recorded < lag(recorded) over (partition by region, matter order by seq) as back from faheng.act) as each where back`)
  if (backwards !== 0) throw new Error(`${backwards} acts are recorded before the one they follow`)
  await end(server.process, 'SIGTERM')
  await faheng(dataDir, 'verify')
  await faheng(dataDir, 'rebuild', '--check')
}

async function numberOf(dataDir: string, sql: string): Promise<number> {
  const { rows } = await withDatabase(dataDir, ({ pools }) => pools.worker.query<{ n: number }>(sql))
  return rows[0]?.n ?? 0
}
