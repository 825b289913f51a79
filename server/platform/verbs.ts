import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { canonical } from '@faheng/law/canonical.ts'
import type { Context } from './context.ts'
import { inTransaction, run, statement } from './database/run.ts'
import { IdReused } from './errors.ts'

export interface Verb {
  /** Made by the client; unique in the county. */
  readonly id: string
  readonly name: string
  readonly region: string
  readonly person: string
  /** What was asked: the same id means the same content. */
  readonly content: unknown
  /** What of it is kept for the audit, where it holds personal data. Default: all. */
  readonly logged?: unknown
}

/**
 * A plain verb, once (D13, D14): written and logged in one transaction; the same id with the same content answers the first
 * result again, `again` being true.
 * @throws IdReused for other content or another person
 */
export async function once<T extends object>(context: Context, verb: Verb, work: (client: PoolClient, at: string) => Promise<T>): Promise<{ result: T; again: boolean }> {
  const { id, name, region, person, content } = verb
  const hash = createHash('sha256').update(canonical({ name, person, content })).digest('hex')
  const at = context.clock()
  return inTransaction(context.pools.worker, async (client) => {
    // Two at once with one id: the second waits here and finds the first.
    await run(client, statement('select pg_advisory_xact_lock(hashtextextended($1, 0))'), [`verb ${region} ${id}`])
    const [first] = await run<{ hash: string; result: T }>(client, statement('select hash, result from faheng.verb_log where region = $1 and id = $2'), [region, id])
    if (first !== undefined) {
      if (first.hash !== hash) throw new IdReused()
      return { result: first.result, again: true }
    }
    const result = await work(client, at)
    await run(client, statement(`
      insert into faheng.verb_log (region, id, verb, person, content, hash, at, result) values ($1, $2, $3, $4, $5, $6, $7, $8)`),
      [region, id, name, person, JSON.stringify(verb.logged ?? content), hash, at, JSON.stringify(result)])
    return { result, again: false }
  })
}
