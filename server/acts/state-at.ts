import type { PoolClient } from 'pg'
import type { MatterState, Procedure } from '@faheng/law/procedure.ts'
import { run, statement } from '../platform/database/run.ts'
import { actColumns, procedureOf, storedAct, type ActRow, type Acts, type StoredAct } from './acts.ts'
import { advance, beginning, type Position } from './replay.ts'

/**
 * The matter as it stood after its act `seq`, for whoever may read no further (R6); in the client's own view.
 * Undefined when he may read none of it.
 */
export async function stateAt(acts: Pick<Acts, 'procedures'>, client: PoolClient, region: string, matter: string, seq: number): Promise<MatterState | undefined> {
  const stored = (await run<ActRow>(client, actsUpTo, [region, matter, seq])).map(storedAct)
  const procedure = stored[0]?.opens?.procedure
  return procedure === undefined ? undefined : replayTo(procedureOf(acts, procedure), stored, seq).after.state
}

/** The positions before and after act `seq`, from all acts up to it in recorded order. */
export function replayTo(procedure: Procedure, acts: readonly StoredAct[], seq: number): { before: Position; after: Position } {
  const opening = acts[0]?.opens
  if (!opening) throw new Error(`the matter ${acts[0]?.matter} has no first act`)
  let before = beginning(procedure, opening)
  let after = before
  for (const [i, act] of acts.entries()) {
    if (act.seq > seq) break
    before = after
    after = advance(procedure, opening, before, act, acts.slice(0, i))
  }
  return { before, after }
}

const actsUpTo = statement(`select ${actColumns} from faheng.act where region = $1 and matter = $2 and seq <= $3 order by seq`)
