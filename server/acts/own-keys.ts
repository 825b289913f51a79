import type { KeyObject } from 'node:crypto'
import type { Pool } from 'pg'
import { run, statement } from '../platform/database/run.ts'
import { openCheckpoint } from '../platform/ledger/checkpoint.ts'
import { verifierKey } from '../platform/ledger/verifier-key.ts'
import type { Key } from '../platform/secrets/seal.ts'
import { unwrap } from './personal.ts'

/**
 * A database belongs to the keys it was written with: with others, texts would be sealed that nobody opens together with the earlier
 * ones, and checkpoints signed that no verifier accepts, and it would be noticed too late.
 * @param pool of faheng_worker
 * @param folder where the keys are kept
 * @throws saying which key is another and what to do
 */
export async function demandOwnKeys(pool: Pool, { master, ledger }: { readonly master: Key; readonly ledger: KeyObject }, folder: string): Promise<void> {
  const [[sealed], [signed]] = await Promise.all([
    run<{ region: string; subject: string; wrapped: Buffer }>(pool, anySealed),
    run<{ origin: string; note: string }>(pool, newestSigned),
  ])
  const others = [
    ...(sealed && fails(() => unwrap(master, sealed.region, sealed.subject, sealed.wrapped)) ? ['personal texts were sealed with another master key'] : []),
    ...(signed && fails(() => openCheckpoint(signed.note, [verifierKey(signed.origin, ledger)])) ? ['ledger was signed with another key'] : []),
  ]
  if (others.length > 0)
    throw new Error(`this database is not that of the keys in ${folder}: its ${others.join(' and its ')}. Start on the data folder that belongs to it, or set FAHENG_MASTER_KEY and FAHENG_LEDGER_KEY`)
}

const fails = (work: () => unknown): boolean => {
  try {
    work()
    return false
  } catch {
    return true
  }
}

const anySealed = statement('select region, subject, wrapped from faheng.subject_key limit 1')
const newestSigned = statement(`
  select l.origin, c.note from faheng.ledger_log l
  cross join lateral (select note from faheng.ledger_checkpoint c where c.region = l.region order by size desc limit 1) c limit 1`)
