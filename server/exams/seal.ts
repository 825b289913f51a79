import type { PoolClient } from 'pg'
import type { Json } from '@faheng/law/canonical.ts'
import type { Instant } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'
import { appendLeaves } from '../platform/ledger/append.ts'
import { commitFields, newSalts } from '../platform/ledger/leaf.ts'
import { findLog, LedgerError } from '../platform/ledger/log.ts'
import type { ExamContext } from './context.ts'

/** Keeps the fields and appends a leaf that commits to them, in the caller's transaction; what is sealed already is passed over. */
export async function seal({ sign }: Pick<ExamContext, 'sign'>, client: PoolClient, region: string, kind: 'seed' | 'paper', entries: readonly { readonly id: string; readonly fields: object }[], at: Instant): Promise<void> {
  const log = await findLog(client, region, 'for update')
  if (!log) throw new LedgerError(`the log of ${region} was not opened`)
  const salted = entries.map(({ id, fields }) => ({ id, fields: fields as Record<string, Json>, salts: newSalts(Object.keys(fields)) }))
  const kept = new Set((await run<{ id: string }>(client, statement(`
    insert into faheng.sealed (region, kind, id, at, fields, salts)
    select $1, $2, id, $3, fields, salts from jsonb_to_recordset($4::jsonb) as s (id text, fields jsonb, salts jsonb) on conflict do nothing returning id`),
    [region, kind, at, JSON.stringify(salted)])).map(({ id }) => id))
  const leaves = salted.filter(({ id }) => kept.has(id)).map(({ id, fields, salts }) => ({ kind, id, region, recordedAt: at, fields: commitFields(fields, salts, log.hash) }))
  await appendLeaves(client, region, leaves, sign, at)
}
