import type { Client, Pool } from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { region } from '../acts-http/desks.ts'
import type { Ground } from './side.ts'

/** Whose lists are asked for, and where a page lies deep: two thirds down the county's list. */
export async function whereListsBegin(worker: Pool): Promise<Pick<Ground, 'bodies' | 'deep'>> {
  const { rows: bodies } = await worker.query<{ body: string }>(`
    select m.body from faheng.matter m join faheng.body b on b.region = m.region and b.id = m.body and b.kind = 'organ'
    where m.region = $1 and exists (select from faheng.item_version v where v.region = m.region and v.body = m.body and v.kind = 'penalty' and v.status = 'parsed' and v.valid_until is null)
    group by m.body order by count(*) desc, m.body`, [region])
  const { rows: [county] } = await worker.query<{ n: number }>('select count(*)::int as n from faheng.matter where region = $1', [region])
  const rows = Math.floor((county?.n ?? 0) / 30) * 20
  const { rows: [last] } = await worker.query<{ filed: string; id: string }>('select filed, id from faheng.matter where region = $1 order by filed desc, id desc offset $2 limit 1', [region, rows - 1])
  if (!last) throw new Error('the county has too few cases')
  return { bodies: bodies.map(({ body }) => body), deep: { ...last, rows } }
}

/** By earlier runs on the same folder: each case has a party of its own. */
export async function partiesUsed(worker: Pool): Promise<number> {
  const { rows: [used] } = await worker.query<{ n: number | null }>(`select max(substr(party, 13)::int) as n from faheng.matter_party where region = $1 and party like 'bench-party-%'`, [region])
  return used?.n ?? 0
}

/** What a server does as it starts runs on in the database when it is stopped: two seconds without a long statement, or two minutes. */
export async function settled(client: Client): Promise<void> {
  for (let [still, waited] = [0, 0]; still < 20 && waited < 1200; waited++) {
    const { rows } = await client.query(`select from pg_stat_activity where state <> 'idle' and pid <> pg_backend_pid() and query_start < clock_timestamp() - interval '50 ms'`)
    still = rows.length > 0 ? 0 : still + 1
    await sleep(100)
  }
}
