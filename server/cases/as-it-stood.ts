import type { PoolClient } from 'pg'
import type { MatterState } from '@faheng/law/procedure.ts'
import { actColumns, procedureOf, replayTo, storedAct, type ActRow, type Acts } from '../acts/index.ts'
import { run, statement } from '../platform/database/run.ts'

/** A matter as it stood when a person's part in it ended. */
export interface Stood {
  readonly state: MatterState
  readonly seq: number
  readonly number: string | null
}

/**
 * The matters among these whose present this person may not read, because he only acted in them once, each as it stood then
 * (R6). Row-level security decides: it hides the present state, and every act above his last.
 */
export async function asTheyStood(acts: Pick<Acts, 'procedures' | 'documents'>, client: PoolClient, region: string, matters: readonly string[]): Promise<Map<string, Stood>> {
  if (matters.length === 0) return new Map()
  const present = new Set((await run<{ matter: string }>(client, statement('select matter from faheng.matter_state where region = $1 and matter = any ($2)'), [region, matters])).map(({ matter }) => matter))
  const hidden = matters.filter((each) => !present.has(each))
  if (hidden.length === 0) return new Map()
  const [rows, documents] = await Promise.all([
    run<ActRow>(client, statement(`select ${actColumns} from faheng.act where region = $1 and matter = any ($2) order by matter, seq`), [region, hidden]),
    run<{ matter: string; kind: string; number: string | null }>(client, statement('select matter, kind, number from faheng.document where region = $1 and matter = any ($2) and number is not null order by act_seq, id'), [region, hidden]),
  ])
  const stood = new Map<string, Stood>()
  for (const [matter, history] of Map.groupBy(rows.map(storedAct), (act) => act.matter)) {
    const seq = history.at(-1)?.seq ?? 0
    const { state } = replayTo(procedureOf(acts, history[0]?.opens?.procedure ?? ''), history, seq).after
    stood.set(matter, { state, seq, number: documents.findLast((each) => each.matter === matter && acts.documents.kindOf(each.kind).namesMatter)?.number ?? null })
  }
  return stood
}
