import type { Pool, PoolClient } from 'pg'

/** One statement, and the rows it looked at and threw away: by filters (row-level security too), joins and rechecks. */
interface Cost {
  readonly text: string
  readonly filtered: number
}

interface Node {
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Join Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Plans'?: readonly Node[]
}

/** From now on every read of the pool is run a second time under EXPLAIN, in the same transaction and scope. */
export function countRows(pool: Pool): { taken(): Promise<Cost[]> } {
  let costs: Promise<Cost>[] = []
  const watched = new WeakSet<PoolClient>()
  const plain = pool.connect.bind(pool) as (...callback: unknown[]) => Promise<PoolClient>
  const watch = (client: PoolClient): PoolClient => {
    if (watched.has(client)) return client
    watched.add(client)
    const query = client.query.bind(client) as (...asked: unknown[]) => Promise<{ rows: { 'QUERY PLAN': [{ Plan: Node }] }[] }>
    client.query = ((...asked: unknown[]) => {
      const answer = query(...asked)
      const { text = '', values = [] } = asked[0] as { text?: string; values?: unknown[] }
      if (/^\s*(select|with)\b/.test(text) && !text.includes('set_config'))
        costs.push(query({ text: `explain (analyze, timing off, format json) ${text}`, values }).then(({ rows }) => ({ text, filtered: thrownAway(rows[0]?.['QUERY PLAN'][0].Plan) })))
      return answer
    }) as typeof client.query
    return client
  }
  // pool.query connects with a callback: those single statements, outside any scope, are left alone.
  pool.connect = ((...callback: unknown[]) => (callback.length > 0 ? plain(...callback) : plain().then(watch))) as typeof pool.connect
  return {
    taken() {
      const before = costs
      costs = []
      return Promise.all(before)
    },
  }
}

function thrownAway(node: Node | undefined): number {
  if (!node) return 0
  const here = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  return (node.Plans ?? []).reduce((total, each) => total + thrownAway(each), here * node['Actual Loops'])
}
