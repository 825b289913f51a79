import type { PoolClient } from 'pg'
import { isOneStep, type ActEffect } from '@faheng/law/fold.ts'
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

/**
 * Replays the matters of these entries, each once, and answers the entries in their order. What one follower replayed the next
 * finds, and a matter that goes on is carried on from where it was left: replayed from its beginning with each act by each follower,
 * it cost several times what the act itself did.
 */
export async function walk(acts: Pick<Acts, 'procedures'>, client: PoolClient, region: string, entries: readonly Entry[]): Promise<Visit[]> {
  const recent = recentOf(acts)
  const left = (matter: string, from: number): Visit | undefined => recent.get(`${region} ${matter} ${from - 1}`)
  const froms = new Map<string, number>()
  for (const { matter, seq } of entries) if (!recent.has(`${region} ${matter} ${seq}`)) froms.set(matter, Math.min(seq, froms.get(matter) ?? seq))
  const highest = entries.reduce((above, { seq }) => Math.max(above, seq), 0)
  const visits = new Map<string, Visit>()
  const read = async (wanted: readonly (readonly [string, number])[]): Promise<Map<string, StoredAct[]>> => {
    if (wanted.length === 0) return new Map()
    const rows = await run<ActRow>(client, actsOf, [region, wanted.map(([matter]) => matter), wanted.map(([, from]) => from), highest])
    return Map.groupBy(rows.map(storedAct), ({ matter }) => matter)
  }
  for (const { act, matter, seq } of entries) {
    const known = recent.get(`${region} ${matter} ${seq}`)
    if (known) visits.set(act, known)
  }
  const again: string[] = []
  for (const [matter, history] of await read([...froms].map(([matter, from]) => [matter, left(matter, from) ? from : 1]))) {
    const found = replay(acts, history, entries, history[0]?.seq === 1 ? undefined : left(matter, history[0]?.seq ?? 1))
    if (found) for (const visit of found) visits.set(visit.act.id, visit)
    else again.push(matter)
  }
  for (const history of (await read(again.map((matter) => [matter, 1]))).values()) for (const visit of replay(acts, history, entries) ?? []) visits.set(visit.act.id, visit)
  for (const visit of visits.values()) keep(recent, `${region} ${visit.entry.matter} ${visit.entry.seq}`, visit)
  return entries.flatMap(({ act }) => visits.get(act) ?? [])
}

/** @returns undefined where the whole matter must be folded again, and only what comes after `left` is at hand */
function replay(acts: Pick<Acts, 'procedures'>, history: readonly StoredAct[], entries: readonly Entry[], left?: Visit): Visit[] | undefined {
  const wanted = new Map(entries.filter(({ matter }) => matter === history[0]?.matter).map((entry) => [entry.act, entry]))
  const last = Math.max(...[...wanted.values()].map(({ seq }) => seq))
  const first = left?.first ?? history[0]
  if (!first?.opens || (!left && first.seq !== 1)) return left ? undefined : []
  const procedure = procedureOf(acts, first.opens.procedure)
  const visits: Visit[] = []
  let at: Reached = left?.after ?? { ...beginning(procedure, first.opens), effects: [], endedBy: undefined }
  for (const [i, act] of history.entries()) {
    if (act.seq > last) break
    const before = at
    if (left && !isOneStep(procedure, act, before.occurred)) return undefined
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

/** By region, matter and sequence number. Acts never change, so a visit never does; one composition's followers share them. */
const shared = new WeakMap<object, Map<string, Visit>>()
function recentOf(acts: object): Map<string, Visit> {
  let recent = shared.get(acts)
  if (!recent) shared.set(acts, (recent = new Map()))
  return recent
}

/** From scratch means from the acts alone. */
export const forget = (acts: object): void => void shared.delete(acts)

/** Some tens of megabytes at most. */
const most = 3000
function keep(recent: Map<string, Visit>, key: string, visit: Visit): void {
  recent.delete(key)
  recent.set(key, visit)
  if (recent.size > most) recent.delete(recent.keys().next().value as string)
}

const actsOf = statement(`
  select ${actColumns} from unnest($2::text[], $3::integer[]) as wanted (of, since)
  join faheng.act on act.region = $1 and act.matter = wanted.of and act.seq between wanted.since and $4 order by act.matter, act.seq`)
