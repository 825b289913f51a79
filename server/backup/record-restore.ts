import type { Pool } from 'pg'
import type { Instant } from '@faheng/law/time/day.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { appendLeaves } from '../platform/ledger/append.ts'
import { commitFields, newSalts } from '../platform/ledger/leaf.ts'
import { findLog } from '../platform/ledger/log.ts'
import type { SignNote } from '../platform/ledger/note.ts'

/** Every county's log says that it was restored, from when, and where it stood: acts after the backup are missing, not hidden (D9). */
export async function recordRestore(worker: Pool, sign: SignNote, at: Instant, taken: Instant): Promise<number> {
  const logs = await run<{ region: string }>(worker, statement('select region from faheng.ledger_log where size > 0'))
  for (const { region } of logs)
    await inTransaction(worker, async (client) => {
      const log = await findLog(client, region)
      const [last] = await run<{ size: number; root: Buffer }>(client, statement('select size, root from faheng.ledger_checkpoint where region = $1 order by size desc limit 1'), [region])
      if (!log || !last) return
      const fields = { taken, size: last.size, root: last.root.toString('base64') }
      const salts = newSalts(Object.keys(fields))
      const id = `restore-${at}`
      await run(client, statement('insert into faheng.restore (region, id, at, fields, salts) values ($1, $2, $3, $4, $5)'), [region, id, at, JSON.stringify(fields), JSON.stringify(salts)])
      await appendLeaves(client, region, [{ kind: 'restore', id, region, recordedAt: at, fields: commitFields(fields, salts, log.hash) }], sign, at)
    })
  return logs.length
}
