import type { KeyObject } from 'node:crypto'
import type { Pool } from 'pg'
import { run, statement } from '../platform/database/run.ts'
import { openCheckpoint } from '../platform/ledger/checkpoint.ts'
import { openLedgerKey } from '../platform/ledger/key.ts'
import { verifierKey } from '../platform/ledger/verifier-key.ts'
import { openMasterKey } from '../platform/secrets/master-key.ts'
import type { Key } from '../platform/secrets/seal.ts'
import { unwrap } from './personal.ts'

/** What a database was written with: it wraps the keys of personal texts, and signs the ledger. */
interface Keys {
  readonly master: Key
  readonly ledger: KeyObject
}

/** The keys of the folder or of the settings, made on first use. @throws as {@link demandOwnKeys}, and KeyFileError */
export async function openOwnKeys(pool: Pool, folder: string, env: NodeJS.ProcessEnv): Promise<Keys> {
  const keys = { master: openMasterKey(folder, env), ledger: await openLedgerKey(folder, env) }
  await demandOwnKeys(pool, keys, folder)
  return keys
}

/**
 * With other keys, texts would be sealed that nobody opens together with the earlier ones, and checkpoints signed that no verifier
 * accepts, and it would be noticed too late.
 * @param pool of faheng_worker
 * @param folder where the keys are kept
 * @throws saying which key is another and what to do
 */
export async function demandOwnKeys(pool: Pool, { master, ledger }: Keys, folder: string): Promise<void> {
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
