import type { Socket } from 'node:net'
import { Pool, type PoolConfig } from 'pg'
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

export function openPools(database: Database, log: (line: string) => void, name?: string): Pools {
  const open = (role: Role, max: number) => openPool({ ...database.connection(role, name), max, application_name: role }, log)
  const pools = { app: open('faheng_app', 20), worker: open('faheng_worker', 8), auth: open('faheng_auth', 5) }
  return { ...pools, close: async () => void (await Promise.all(Object.values(pools).map((pool) => pool.end()))) }
}

/** Queries sent without waiting for each other share one round trip (D1); a lost idle connection is logged, not thrown. */
export function openPool(config: PoolConfig, log: (line: string) => void): Pool {
  const pool = new Pool({ pipeline: true, types: ourTypes, keepAlive: true, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 15_000, ...config })
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
