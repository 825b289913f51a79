import type { Pool } from 'pg'
import type { Day } from '@faheng/law/time/day.ts'
import { inTransaction } from '../platform/database/run.ts'
import { judgeYear, readYear, rowOf, sourcesOf, statesOf } from './figures.ts'

/** The whole county's plan, for the operator's command. */
export async function planStatus(worker: Pool, region: string, year: number, today: Day) {
  const judged = await inTransaction(worker, async (client) => judgeYear(await readYear(client, region, year, today), year, today))
  return { measures: judged.length, indicators: sourcesOf(judged), states: statesOf(judged), rows: judged.map(rowOf) }
}
