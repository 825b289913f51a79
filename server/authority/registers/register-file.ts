import type { Pool } from 'pg'
import { isDay, type Instant } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { inTransaction } from '../../platform/database/run.ts'
import { Malformed } from '../../platform/errors.ts'
import type { Register } from './definition.ts'
import type { FileRow } from './read-file.ts'
import { type Outcome, reasonOf, writeEntry } from './write.ts'

export interface Registered {
  readonly rows: number
  readonly added: number
  readonly superseded: number
  /** Entries whose term was ended or interrupted. */
  readonly closed: number
  readonly unchanged: number
  readonly refused: readonly { readonly row: number; readonly reason: Words }[]
}

/**
 * Writes the rows of a file, each on its own: good rows are stored, bad ones listed with number and reason. In one transaction, so
 * that a file that breaks off has done nothing.
 */
export async function registerRows(pool: Pool, region: string, to: Register, rows: readonly FileRow[], at: Instant, progress: (done: number) => void = () => undefined): Promise<Registered> {
  const counts: Record<Outcome, number> = { added: 0, superseded: 0, closed: 0, unchanged: 0 }
  const refused: { row: number; reason: Words }[] = []
  await inTransaction(pool, async (client) => {
    // One register of a county is written by one at a time, so that versions follow each other.
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`register ${region} ${to.kind}`])
    for (const [i, { row, value }] of rows.entries()) {
      try {
        requireDays(value)
        counts[await writeEntry(client, region, to, value, at)]++
      } catch (error) {
        refused.push({ row, reason: reasonOf(error) })
      }
      progress(i + 1)
    }
  })
  return { rows: rows.length, ...counts, refused }
}

/** 2026-02-30 looks like a day. */
function requireDays(value: unknown): void {
  for (const [name, each] of Object.entries((value ?? {}) as Record<string, unknown>))
    if (typeof each === 'string' && /^\d{4}-\d{2}-\d{2}(T|$)/.test(each) && !isDay(each.slice(0, 10)))
      throw new Malformed(`/${name}`, words(`${each}不存在`, `there is no day ${each}`))
}
