import type { ClientConfig, Pool } from 'pg'
import { connected } from '../../server/platform/database/connected.ts'
import { columns } from './table-case.ts'

const names = Object.keys(columns).join(', ')

/**
 * The cases of our world as rows of a platform's table `cases`, with the indexes that ours have for the same lists: `last` is how
 * the platform orders, so that its index can be used. A body's code is its county's and its own, since there is one table for all.
 */
export async function copyCases(from: Pool, to: ClientConfig, last: 'nulls last' | '' = ''): Promise<void> {
  await connected(to, async (client) => {
    for (let [region, id] = ['', '']; ;) {
      const { rows } = await from.query<{ region: string; key: string }>(`
        select md5(m.region || m.id)::uuid as id, m.id as key, m.region, m.region || '/' || m.body as body, m.unit, m.stage as status, m.number, m.filed, m.due,
          (select min(p.name) from faheng.matter_party mp join faheng.party p on p.region = mp.region and p.id = mp.party where mp.region = m.region and mp.matter = m.id) as party,
          '人民路1号' as place, 'complaint' as source, '投诉人 139-0000-0001' as informant, '投诉人反映该店销售的商品不符合规定，要求依法处理。' as summary,
          '[]'::json as officers, '投诉属实，建议立案。' as reason, '同意立案。' as opinion
        from faheng.matter m where (m.region, m.id) > ($1, $2) order by m.region, m.id limit 5000`, [region, id])
      const at = rows.at(-1)
      if (!at) break
      await client.query(`insert into cases (id, ${names}) select id, ${names} from json_populate_recordset(null::cases, $1)`, [JSON.stringify(rows)])
      ;[region, id] = [at.region, at.key]
    }
    for (const key of ['region', 'body', 'body, status']) await client.query(`create index on cases (${key}, filed desc ${last}, id desc ${last})`)
    await client.query('vacuum analyze cases')
  })
}
