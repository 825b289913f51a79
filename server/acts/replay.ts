import { fold, isOneStep, step, type ActEffect } from '@faheng/law/fold.ts'
import type { Act, MatterState, Procedure } from '@faheng/law/procedure.ts'
import type { Instant } from '@faheng/law/time/day.ts'
import type { Opening } from './acts.ts'

/** A matter between two acts: what perform, rebuild and followers carry on from. */
export interface Position {
  readonly state: MatterState
  /** Latest occurredAt so far; undefined before the first act. */
  readonly occurred: Instant | undefined
}

export interface Advanced extends Position {
  /** Of this act, or after folding again of all. */
  readonly effects: readonly ActEffect[]
  readonly refolded: boolean
}

export const beginning = (procedure: Procedure, opening: Opening): Position => ({ state: procedure.begin(opening), occurred: undefined })

/** One act further: a step if that suffices, else the whole matter again (R2, R3). `before` only then. */
export function advance(procedure: Procedure, opening: Opening, at: Position, act: Act, before: readonly Act[]): Advanced {
  if (isOneStep(procedure, act, at.occurred)) {
    const { state, effects } = step(procedure, at.state, act)
    return { state: plain(state), effects, occurred: act.occurredAt, refolded: false }
  }
  const { state, effects } = fold(procedure, procedure.begin(opening), [...before, act])
  return { state: plain(state), effects, occurred: at.occurred !== undefined && at.occurred > act.occurredAt ? at.occurred : act.occurredAt, refolded: true }
}

/** The state as it comes back from the database: `undefined` members gone, so that memory and table never differ. */
const plain = (state: MatterState): MatterState => JSON.parse(JSON.stringify(state)) as MatterState
