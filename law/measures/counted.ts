import type { MatterState } from '../procedure.ts'
import type { CatalogueReview } from '../procedures/catalogue-review.ts'
import type { CertificateLife } from '../procedures/certificate-life.ts'
import type { DepartureLife } from '../procedures/departure-life.ts'
import type { MeasureTask } from '../procedures/measure-task-life.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { ticksOwed } from '../procedures/penalty-oversight.ts'
import { certificateRules } from '../rules/certificate.ts'
import { measureTaskRules } from '../rules/measure-task.ts'
import { penaltyRules } from '../rules/penalty.ts'
import { dayOf, daysBetween, type Day } from '../time/day.ts'
import { quantities as q, type Quantity } from './quantity.ts'

/** One matter, counted once under a name in a month. */
export interface Counted {
  readonly name: string
  readonly month: string
  /** From the day he left to the day it was recorded (measure 10). */
  readonly days?: number
}

/** What a matter as it stands counts for in the plan: a pure reading of its state, so that it can be read again at any time. */
export function countedOf(procedure: string, state: MatterState): Counted[] {
  if (procedure === 'penalty-ordinary') return [...decided(state as PenaltyCase), ...sent(state as PenaltyCase), ...received(state as PenaltyCase), ...overseen(state as PenaltyCase)]
  if (procedure === 'certificate') return ended(state as CertificateLife)
  if (procedure === 'departure') return gone(state)
  if (procedure === 'catalogue-review') return cleaned(state as CatalogueReview)
  if (procedure === 'measure-task') return due(state as MeasureTask)
  return []
}

const count = (on: Day, whole: Quantity, ...parts: readonly (false | Quantity)[]): Counted[] =>
  [whole, ...parts].flatMap((each) => (each ? [{ name: each.id, month: on.slice(0, 7) }] : []))

const serious = new Set([...penaltyRules, ...certificateRules, ...measureTaskRules].filter(({ severity }) => severity === 'serious').map(({ id }) => id))

/** A power that a late fact has shown unlawful is serious, whatever the rule. */
const sound = ({ findings }: MatterState): boolean => !findings.some(({ rule }) => serious.has(rule) || rule.startsWith('flag:'))
const free = ({ findings }: MatterState, ...rules: readonly string[]): boolean => !findings.some(({ rule }) => rules.includes(rule))

function decided(state: PenaltyCase): Counted[] {
  const { decision } = state
  if (!decision) return []
  return [
    ...count(decision.on, q.decided, sound(state) && q.decidedSound, free(state, 'entered-late') && q.decidedRecorded, free(state, 'served-late') && q.decidedServed),
    ...(decision.outcome === 'no-penalty' ? count(decision.on, q.exempted, free(state, 'no-education') && q.exemptedTaught) : []),
  ]
}

const sent = (state: PenaltyCase): Counted[] =>
  state.crime?.handedOver === undefined ? [] : count(state.crime.handedOver, q.crimes, free(state, 'crime-answered-late', 'handed-over-late') && q.crimesInTime)

/** 处罚法 25(2): in the month it came, answered or not. */
const received = (state: PenaltyCase): Counted[] =>
  state.received === undefined ? [] : count(state.received.on, q.transfers, state.received.answer !== undefined && q.transfersAnswered)

/** R19: a filing that was cancelled, until a supervisor looked into it. */
const overseen = (state: PenaltyCase): Counted[] => {
  const cancelled = state.done['cancel-mistaken-filing']?.[0]?.at
  return cancelled === undefined ? [] : count(dayOf(cancelled), q.toLookInto, ticksOwed(state).length === 0 && q.lookedInto)
}

const ended = (state: CertificateLife): Counted[] =>
  state.endedAt === undefined ? [] : count(dayOf(state.endedAt), q.cancelled, free(state, 'cancelled-late') && q.cancelledSameDay)

/** Whoever leaves loses the certificate the same instant; what is late is the record of it. */
const gone = (state: DepartureLife): Counted[] => {
  const { eventOn, endedAt } = state
  const recorded = state.done['record-departure']?.[0]?.at
  if (eventOn === undefined || endedAt === undefined || recorded === undefined) return []
  return count(eventOn, q.left, free(state, 'departure-late') && q.leftSameDay).map((each) => ({ ...each, days: Math.max(0, daysBetween(eventOn, dayOf(recorded))) }))
}

/** Counted in the month it was ordered, when it is settled: sent, or its term over. */
const cleaned = (state: CatalogueReview): Counted[] => {
  const ordered = state.done['order-review']?.[0]?.at
  const sent = state.stage === 'check' || state.stage === 'done'
  return ordered === undefined || state.stage === 'dropped' || (!sent && !state.overdue) ? [] : count(dayOf(ordered), q.cleanings, sent && !state.overdue && q.cleaningsInTime)
}

/** Counted when it is settled: accepted, or its term over. */
const due = (state: MeasureTask): Counted[] =>
  state.due === undefined || state.stage === 'withdrawn' || (state.accepted === undefined && !state.overdue)
    ? []
    : count(state.due, q.tasks, state.accepted !== undefined && state.accepted <= state.due && q.tasksDone)
