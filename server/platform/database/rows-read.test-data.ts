import type { Pool, PoolClient } from 'pg'

/** One statement, and what it looked at. */
interface Cost {
  readonly text: string
  /** Rows it looked at and threw away: by filters (row-level security too), joins and rechecks. */
  readonly filtered: number
  /** Rows that tables gave it, those thrown away among them. */
  readonly read: number
  /** Pages of 8 kB, in memory or not. */
  readonly pages: number
}

/** What a request asked of the database, in a transaction or by single statements. */
interface Asked {
  /** How often it waited for an answer: what is sent together is waited for once. */
  readonly trips: number
  readonly statements: number
  /** Its reads inside transactions; the single statements, outside any scope, are only counted. */
  readonly costs: readonly Cost[]
}

interface Node {
  readonly 'Actual Loops': number
  readonly 'Actual Rows': number
  readonly 'Relation Name'?: string
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Join Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Shared Hit Blocks'?: number
  readonly 'Shared Read Blocks'?: number
  readonly 'Plans'?: readonly Node[]
}

/** From now on every read of the pool is run a second time under EXPLAIN, in the same transaction and scope, and all is counted. */
export function countRows(pool: Pool): { taken(): Promise<Asked> } {
  let costs: Promise<Cost>[] = []
  let [trips, statements] = [0, 0]
  const watched = new WeakSet<PoolClient>()
  const plain = pool.connect.bind(pool) as (...callback: unknown[]) => Promise<PoolClient>
  const watch = (client: PoolClient): PoolClient => {
    if (watched.has(client)) return client
    watched.add(client)
    let waiting = 0
    const query = client.query.bind(client) as (...asked: unknown[]) => Promise<{ rows: { 'QUERY PLAN': [{ Plan: Node }] }[] }>
    client.query = ((...asked: unknown[]) => {
      if (typeof asked.at(-1) === 'function') return query(...asked)
      if (waiting === 0) trips++
      statements++
      waiting++
      const answer = query(...asked)
      const over = () => void waiting--
      answer.then(over, over)
      const { text = '', values = [] } = asked[0] as { text?: string; values?: unknown[] }
      if (/^\s*(select|with)\b/.test(text) && !text.includes('set_config'))
        costs.push(query({ text: `explain (analyze, buffers, timing off, format json) ${text}`, values }).then(({ rows }) => costOf(text, rows[0]?.['QUERY PLAN'][0].Plan)))
      return answer
    }) as typeof client.query
    return client
  }
  pool.connect = ((...callback: unknown[]) => {
    if (callback.length === 0) return plain().then(watch)
    // pool.query connects, and asks, with a callback: one statement, waited for once.
    trips++
    statements++
    return plain(...callback)
  }) as typeof pool.connect
  return {
    async taken() {
      const before = { trips, statements, costs }
      costs = []
      ;[trips, statements] = [0, 0]
      return { ...before, costs: await Promise.all(before.costs) }
    },
  }
}

const costOf = (text: string, plan: Node | undefined): Cost => ({
  text,
  filtered: sum(plan, thrownAway),
  read: sum(plan, (node) => (node['Relation Name'] === undefined ? 0 : node['Actual Rows'] * node['Actual Loops'] + thrownAway(node))),
  pages: (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0),
})

const thrownAway = (node: Node): number =>
  ((node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops']

const sum = (node: Node | undefined, of: (node: Node) => number): number => (node ? (node.Plans ?? []).reduce((total, each) => total + sum(each, of), of(node)) : 0)
