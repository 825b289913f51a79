import { dayOf, type Instant } from '@faheng/law/time/day.ts'
import type { ActEffect } from '@faheng/law/fold.ts'
import type { MatterState } from '@faheng/law/procedure.ts'
import { procedureOf, type Acts, type StoredAct } from './acts.ts'
import { advance, beginning } from './replay.ts'
import { effectRows, keyOf, listRow, stateRows, type DerivedTable, type Row } from './rows.ts'

/** What the tables must hold for a matter, from its acts alone. */
export interface Expected {
  readonly matter: Row
  readonly state: MatterState
  readonly rows: Readonly<Record<DerivedTable, readonly Row[]>>
}

/** Replays a matter as perform recorded it, act by act, late ones folding it again. `number` comes from its documents. */
export function expectedOf(acts: Pick<Acts, 'procedures'>, history: readonly StoredAct[], number: string | null): Expected {
  const [first] = history
  if (!first?.opens) throw new Error(`the matter ${first?.matter} does not begin with its first act`)
  const procedure = procedureOf(acts, first.opens.procedure)
  let at = beginning(procedure, first.opens)
  let effects: readonly ActEffect[] = []
  let since = new Map<string, Instant>()
  for (const [i, act] of history.entries()) {
    const next = advance(procedure, first.opens, at, act, history.slice(0, i))
    effects = next.refolded ? next.effects : [...effects, ...next.effects]
    since = new Map(stateRows(procedure, next.state).waiting.map((row) => [keyOf('waiting', row), since.get(keyOf('waiting', row)) ?? act.recordedAt]))
    at = next
  }
  const rows = stateRows(procedure, at.state)
  return {
    matter: {
      id: first.matter, procedure: procedure.name, ...listRow(at.state), number: number ?? at.state.number ?? null, filed: dayOf(first.occurredAt),
      occurred: at.occurred ?? first.occurredAt, seq: history.at(-1)?.seq ?? 0,
    },
    state: at.state,
    rows: {
      ...rows,
      waiting: rows.waiting.map((row) => ({ ...row, since: since.get(keyOf('waiting', row)) })),
      ...effectRows(effects),
    },
  }
}
