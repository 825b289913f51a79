import { cite } from '../citation.ts'
import { namedInEntries } from '../guards/second-officer.ts'
import { entryInFile, onlyFactsStruck, struckByWhoMay } from '../guards/slips.ts'
import { list, payload, ref } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { withConfirmed } from '../second-officer.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { reason } from './penalty-fields.ts'

/** 第二名执法人员确认、划销误录 (处罚法 42, 47; R3, R4). */

const { power, fact } = actsOn<PenaltyCase>()

const running = [
  'lead', 'filing', 'investigation', 'report', 'review', 'notice', 'decision', 'service', 'performance', 'closing', 'closed',
  'suspended', 'transferring', 'handing-over', 'with-police',
] as const

export const confirmingActs = {
  /** One officer entered what two did; the other stands for it too, several records at once. */
  'confirm-entries': fact({
    title: words('确认共同办理的记录', 'Confirm records made together'),
    article: cite('行政处罚法', 42, 1),
    by: { post: ['officer', 'unit-head', 'head'], of: 'second' },
    payload: payload({ entries: list(words('确认的记录', 'Records confirmed'), ref('entry', words('记录', 'Record')), { min: 1, max: 100 }) }),
    guards: [namedInEntries],
    prefill: (state) => ({ entries: Object.keys(state.unconfirmed ?? {}) }),
    suits: (state) => Object.keys(state.unconfirmed ?? {}).length > 0,
    awaited: (state) => Object.keys(state.unconfirmed ?? {}).length > 0,
    apply: (state, act) => withConfirmed(state, act.payload.entries, [act.actor]),
  }),
}

export const slipActs = {
  'strike-entry': power({
    title: words('划销误录', 'Strike an entry'),
    article: cite('行政处罚法', 47),
    from: running,
    by: { post: ['head', 'unit-head', 'officer', 'receiving-clerk', 'legal-reviewer'], of: 'body' },
    payload: payload({ entry: ref('entry', words('划销的记录', 'Entry struck')), reason }),
    guards: [entryInFile, onlyFactsStruck, struckByWhoMay],
    strikes: ({ entry }) => entry,
    // Needed in few cases: a page keeps it folded away.
    suits: () => false,
    apply: (state, act) => ({ state, effects: [{ room: 'struck', entry: act.payload.entry }] }),
  }),
}
