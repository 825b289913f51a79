import { createHash } from 'node:crypto'
import type { Compilable } from 'kysely'
import type { Client, ClientBase, Pool, PoolClient, QueryResultRow } from 'pg'

/** SQL with a name: the server parses and plans it once a connection. Texts are constant; what varies is a value. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** A statement named by the hash of its text. */
export function statement(text: string): Statement {
  let name = named.get(text)
  if (name === undefined) named.set(text, (name = createHash('sha256').update(text).digest('base64url').slice(0, 22)))
  return { name, text }
}

const named = new Map<string, string>()

/** Runs one statement and answers its rows. Calls on one client that do not wait for each other are pipelined. */
export async function run<Row extends QueryResultRow>(
  on: Pool | ClientBase | Client,
  { name, text }: Statement,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return (await on.query<Row, unknown[]>({ name, text, values: [...values] })).rows
}

/** Runs a Kysely query, which types and builds the SQL; Kysely's own driver costs half the throughput. */
export async function runQuery<Row>(on: Pool | ClientBase | Client, query: Compilable<Row>): Promise<Row[]> {
  const { sql, parameters } = query.compile()
  return (await run(on, statement(sql), parameters)) as Row[]
}

/** One transaction for a plain verb (acts have their own, D1). A failure rolls back and is thrown on. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    const rolledBack = await client.query('rollback').then(() => true, () => false)
    client.release(!rolledBack)
    throw error
  }
}
