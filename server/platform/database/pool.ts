import type { Socket } from 'node:net'
import { Pool, type ClientConfig, type PoolConfig } from 'pg'
import type { Role } from './roles.ts'
import type { Database } from './supervisor.ts'
import { ourTypes } from './types.ts'

/** One pool a role: requests, followers and jobs, identity. None can use the rights of another. */
export interface Pools {
  readonly app: Pool
  readonly worker: Pool
  readonly auth: Pool
  close(): Promise<void>
}

/** `impatient`: for a server, none of whose statements takes a minute. What commands do may take as long as it takes. */
export function openPools(database: Database, log: (line: string) => void, { impatient = false } = {}): Pools {
  const away = impatient && database.origin === 'DATABASE_URL'
  const open = (role: Role, max: number, patienceMs: number) => {
    const connection = database.connection(role)
    return openPool({ ...(away ? overNetwork(connection, patienceMs) : connection), max, application_name: role }, log)
  }
  const pools = { app: open('faheng_app', 20, 60_000), worker: open('faheng_worker', 8, 120_000), auth: open('faheng_auth', 5, 60_000) }
  return { ...pools, close: async () => void (await Promise.all(Object.values(pools).map((pool) => pool.end()))) }
}

/**
 * To another machine, whose power may fail without a word, as a firewall may forget a connection. A statement without an answer
 * for `patienceMs` ends with its connection. And a session whose server fell silent in the middle of a transaction ends on the
 * other side: its locks would hold up a case, and its age all that follows acts, until the system gives up on it hours later.
 */
export const overNetwork = (connection: ClientConfig, patienceMs: number): ClientConfig => ({
  ...connection,
  query_timeout: patienceMs,
  options: [
    connection.options ?? '',
    ...Object.entries({ idle_in_transaction_session_timeout: patienceMs, tcp_user_timeout: patienceMs, tcp_keepalives_idle: 30, tcp_keepalives_interval: 10, tcp_keepalives_count: 3 })
      .map(([name, value]) => `-c ${name}=${value}`),
  ].join(' '),
})

/** Queries sent without waiting for each other share one round trip (D1); a lost idle connection is logged, not thrown. */
export function openPool(config: PoolConfig, log: (line: string) => void): Pool {
  const pool = new Pool({ pipeline: true, types: ourTypes, keepAlive: true, keepAliveInitialDelayMillis: 10_000, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 15_000, ...config })
  pool.on('connect', oneWriteATick)
  pool.on('error', (error) => log(`a database connection was lost: ${error.message}`))
  // The pool listens to idle connections only. One lost between two statements of a transaction would end the process; this way
  // the next statement fails, whose error is its caller's.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/**
 * What is sent in one tick leaves as one piece: pg writes each message of each statement by itself, a dozen for a statement, which
 * was half of what an act cost the server's thread. Where a later pg has no such stream, nothing changes.
 */
function oneWriteATick(client: object): void {
  const stream = (client as { readonly connection?: { readonly stream?: Socket } }).connection?.stream
  if (!stream) return
  const write = stream.write.bind(stream) as (...sent: unknown[]) => boolean
  let pieces: Uint8Array[] = []
  const leave = (): void => {
    const sent = pieces
    pieces = []
    if (sent.length > 0 && stream.writable) write(Buffer.concat(sent))
  }
  stream.write = (piece: Uint8Array | string, ...more: unknown[]) => {
    if (typeof piece !== 'string' && more.length === 0) {
      if (pieces.push(piece) === 1) process.nextTick(leave)
      return true
    }
    leave()
    return write(piece, ...more)
  }
}
