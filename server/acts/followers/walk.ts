import type { PoolClient } from 'pg'
import type { ActEffect } from '@faheng/law/fold.ts'
import { run, statement } from '../../platform/database/run.ts'
import { actColumns, procedureOf, storedAct, type ActRow, type Acts, type StoredAct } from '../acts.ts'
import type { Entry } from '../followers.ts'
import { advance, beginning, type Position } from '../replay.ts'

/** A matter after one of its acts, with all effects up to then. */
export interface Reached extends Position {
  readonly effects: readonly ActEffect[]
  /** The act that ended it, while it stays ended. */
  readonly endedBy: StoredAct | undefined
}

/** One entry with the matter before and after it, whatever has been recorded since. */
export interface Visit {
  readonly entry: Entry
  readonly act: StoredAct
  readonly first: StoredAct
  readonly before: Reached
  readonly after: Reached
}

/** Replays the matters of these entries, each once, and answers the entries in their order. */
export async function walk(acts: Pick<Acts, 'procedures'>, client: PoolClient, region: string, entries: readonly Entry[]): Promise<Visit[]> {
  const rows = await run<ActRow>(client, actsOf, [region, [...new Set(entries.map(({ matter }) => matter))], entries.reduce((most, { seq }) => Math.max(most, seq), 0)])
  const histories = Map.groupBy(rows.map(storedAct), ({ matter }) => matter)
  const visits = new Map<string, Visit>()
  for (const history of histories.values()) for (const visit of replay(acts, history, entries)) visits.set(visit.act.id, visit)
  return entries.flatMap(({ act }) => visits.get(act) ?? [])
}

function replay(acts: Pick<Acts, 'procedures'>, history: readonly StoredAct[], entries: readonly Entry[]): Visit[] {
  const wanted = new Map(entries.filter(({ matter }) => matter === history[0]?.matter).map((entry) => [entry.act, entry]))
  const last = Math.max(...[...wanted.values()].map(({ seq }) => seq))
  const [first] = history
  if (!first?.opens) return []
  const procedure = procedureOf(acts, first.opens.procedure)
  const visits: Visit[] = []
  let at: Reached = { ...beginning(procedure, first.opens), effects: [], endedBy: undefined }
  for (const [i, act] of history.entries()) {
    if (act.seq > last) break
    const before = at
    const next = advance(procedure, first.opens, before, act, history.slice(0, i))
    at = {
      state: next.state,
      occurred: next.occurred,
      effects: next.refolded ? next.effects : [...before.effects, ...next.effects],
      endedBy: next.state.ended ? (before.endedBy ?? act) : undefined,
    }
    const entry = wanted.get(act.id)
    if (entry) visits.push({ entry, act, first, before, after: at })
  }
  return visits
}

const actsOf = statement(`select ${actColumns} from faheng.act where region = $1 and matter = any ($2) and seq <= $3 order by matter, seq`)
