import type { ClientBase } from 'pg'
import type { HashName } from './hash.ts'

/** A region's log as the database knows it. */
export interface Log {
  readonly hash: HashName
  readonly origin: string
  readonly size: number
}

/** The log cannot be used as asked; the message says which and why. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError'
}

/**
 * Opens the region's log, or begins it. An existing log keeps its origin: a new public address does not rename it.
 * @throws LedgerError when it exists under another hash
 */
export async function openLog(client: ClientBase, region: string, { hash, origin }: Omit<Log, 'size'>): Promise<Log> {
  await client.query('insert into faheng.ledger_log (region, hash, origin) values ($1, $2, $3) on conflict do nothing', [region, hash, origin])
  const log = await findLog(client, region)
  if (log === undefined) throw new LedgerError(`the log of ${region} cannot be read`)
  if (log.hash !== hash) throw new LedgerError(`the log of ${region} was begun with ${log.hash} and cannot continue with ${hash}`)
  return log
}

/** The region's log, undefined where none was opened or the role may not see it. */
export async function findLog(client: ClientBase, region: string, locking: '' | 'for update' = ''): Promise<Log | undefined> {
  const { rows } = await client.query<Log>(
    `select hash, origin, size from faheng.ledger_log where region = $1 ${locking}`,
    [region],
  )
  return rows[0]
}
