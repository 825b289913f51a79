import { newIdOf, refsIn } from './payload.ts'
import type { ActDefinition, Act, ClockUse, DoneAct, FindingMark, MatterState, PauseUse, Procedure, RunningClock, StruckEntry } from './procedure.ts'
import type { Effect } from './effects.ts'
import { withUnconfirmed } from './second-officer.ts'
import { calendar } from './time/calendar.ts'
import { dayOf, type Day } from './time/day.ts'
import { dueOf, type Pause, type Period } from './time/period.ts'

/**
 * State is the fold of a matter's acts (R2). The usual act is the latest and is one step further; an act that occurred before
 * others makes the whole matter fold again in the order of `(occurredAt, seq)`.
 */
export interface Folded<S> {
  readonly state: S
  readonly effects: readonly ActEffect[]
}

/** An effect and the act that caused it. */
export type ActEffect = Effect & { readonly act: string }

/** `kind@2` is a later version of the same act (D2); the procedure lists each version under its full name. */
export function definitionOf<S extends MatterState>(procedure: Procedure<S>, kind: string): ActDefinition<S> | undefined {
  return Object.hasOwn(procedure.acts, kind) ? procedure.acts[kind] : undefined
}

/** One act further. `judgeAgain`: a late fact came in before this power, so its guards are asked again and what fails is flagged. */
export function step<S extends MatterState>(procedure: Procedure<S>, before: S, act: Act, judgeAgain = false): Folded<S> {
  const definition = definitionOf(procedure, act.kind)
  if (!definition) throw new Error(`act ${act.id}: the procedure ${procedure.name} knows no act ${act.kind}`)
  const unmet = definition.nature === 'fact' || judgeAgain ? unmetGuards(definition, before, act) : []
  const marks = definition.nature === 'fact' ? unmet : []
  const judged = { ...act, marks }
  const { state: applied, effects = [] } = definition.apply(before, judged)
  let state: S = {
    ...applied,
    stage: definition.to && applied.stage === before.stage ? definition.to(applied) : applied.stage,
    proposals: proposalsAfter(applied.proposals, definition, act),
    done: { ...applied.done, [act.kind]: [...(applied.done[act.kind] ?? []), doneAct(definition, act)] },
  }
  if (definition.nature === 'fact' && definition.officers === 2 && marks.length === 0) state = withUnconfirmed(state, act)
  state = { ...state, ended: procedure.endings.includes(state.stage) }
  state = { ...state, clocks: clocksAfter(procedure, state, definition, act), readers: readersAfter(before, state, act) }
  state = { ...state, done: addressed(state, definition, act) }
  const prefix = definition.nature === 'fact' ? 'mark' : 'flag'
  const findings: FindingMark[] = unmet.map((guard) => ({ rule: `${prefix}:${guard}`, act: act.id, subject: '' }))
  for (const rule of procedure.rules)
    for (const subject of rule.finds(state, judged, before)) findings.push({ rule: rule.id, act: act.id, subject })
  if (findings.length > 0) state = { ...state, findings: [...state.findings, ...findings] }
  return { state, effects: [...filesOf(definition, act), ...effects.map((each) => ({ ...each, act: act.id }))] }
}

/** Whatever files an act names belong to it, so that who reads the act may open them. */
const filesOf = <S>(definition: ActDefinition<S>, act: Act): ActEffect[] =>
  refsIn(definition.payload, act.payload, 'file').map((hash) => ({ room: 'file', hash, act: act.id }))

function doneAct<S>({ nature, payload }: ActDefinition<S>, act: Act): DoneAct {
  const gives = newIdOf(payload, act.payload)
  return { id: act.id, by: act.actor, at: act.occurredAt, seq: act.seq, ...(nature === 'power' ? { power: true as const } : {}), ...(gives === undefined ? {} : { gives }) }
}

/** Whom the papers of a power went to, so that what mends one of them later goes to the same (R3). */
function addressed<S extends MatterState>(state: S, definition: ActDefinition<S>, act: Act): MatterState['done'] {
  if (definition.nature === 'fact') return state.done
  const to = definition.documents.flatMap(({ each, when }) => (each && (when?.(state, act.payload) ?? true) ? each(state, act.payload) : []))
  if (to.length === 0) return state.done
  return { ...state.done, [act.kind]: (state.done[act.kind] ?? []).map((each) => (each.id === act.id ? { ...each, to: [...new Set(to)] } : each)) }
}

/**
 * Folds a matter's acts, given in the order they were recorded. The acts must all be of `procedure`. A struck entry is passed
 * over, and the powers that came between it and its striking are asked again, as after a late fact (R3).
 */
export function fold<S extends MatterState>(procedure: Procedure<S>, begin: S, recorded: readonly Act[]): Folded<S> {
  const legal = [...recorded].sort(byLegalTime)
  const strikes = new Map(recorded.flatMap((act) => {
    const entry = definitionOf(procedure, act.kind)?.strikes?.(act.payload)
    return entry === undefined ? [] : [[entry, act] as const]
  }))
  let state = begin
  const effects: ActEffect[] = []
  let newest = 0
  for (const act of legal) {
    const strike = strikes.get(act.id)
    if (strike) {
      const past = passOver(procedure, state, act, strike)
      newest = Math.max(newest, strike.seq)
      state = past.state
      effects.push(...past.effects)
      continue
    }
    const next = step(procedure, state, act, newest > act.seq)
    newest = Math.max(newest, act.seq)
    state = next.state
    effects.push(...next.effects)
  }
  return { state, effects }
}

/** It moves nothing. Who made it reads on what he wrote, with its files. */
function passOver<S extends MatterState>(procedure: Procedure<S>, state: S, act: Act, strike: Act): Folded<S> {
  const definition = definitionOf(procedure, act.kind)
  if (!definition) return { state, effects: [] }
  const entry: StruckEntry = { ...doneAct(definition, act), kind: act.kind, strike: strike.id }
  return { state: { ...state, struck: { ...state.struck, [act.id]: entry }, readers: readersAfter(state, state, act) }, effects: filesOf(definition, act) }
}

/** Whether one step suffices: the act is the latest of its matter in legal time, and strikes nothing. */
export const isOneStep = <S extends MatterState>(procedure: Procedure<S>, act: Pick<Act, 'kind' | 'occurredAt'>, lastOccurredAt: string | undefined): boolean =>
  (lastOccurredAt === undefined || act.occurredAt >= lastOccurredAt) && definitionOf(procedure, act.kind)?.strikes === undefined

const byLegalTime = (a: Act, b: Act): number =>
  a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.seq - b.seq

const unmetGuards = <S extends MatterState>(definition: ActDefinition<S>, state: S, act: Act): string[] =>
  definition.guards
    .filter((guard) => guard.unmet({ state, act, facts: act.facts, on: dayOf(act.occurredAt) }) !== undefined)
    .map((guard) => guard.id)

function proposalsAfter<S extends MatterState>(proposals: MatterState['proposals'], definition: ActDefinition<S>, act: Act) {
  const answered = definition.answers ? proposals[definition.answers] : undefined
  return {
    ...proposals,
    ...(definition.proposes
      ? { [act.kind]: { act: act.id, hash: act.hash, by: act.actor, at: act.occurredAt, status: 'open' as const } }
      : {}),
    ...(definition.answers && answered
      ? { [definition.answers]: { ...answered, status: definition.returns ? ('returned' as const) : ('approved' as const) } }
      : {}),
  }
}

function clocksAfter<S extends MatterState>(procedure: Procedure<S>, state: S, definition: ActDefinition<S>, act: Act): RunningClock[] {
  const closed = definition.closes.flatMap((use) => named(use, state, act))
  const clocks = state.clocks.map((running) =>
    running.closed === undefined && closed.some(({ clock, subject }) => running.clock === clock && (subject === '*' || running.subject === subject))
      ? { ...running, closed: act.occurredAt }
      : running,
  )
  for (const { clock, subject, from } of definition.opens.flatMap((use) => named(use, state, act))) {
    const rule = procedure.clocks[clock]
    const period = typeof rule?.period === 'function' ? rule.period(state) : rule?.period
    if (!period) continue
    const at = clocks.findIndex((each) => each.clock === clock && each.subject === subject && each.closed === undefined)
    // A term lengthened counts on from its beginning, with the days on which it stood still.
    const pauses = from === undefined ? undefined : clocks[at]?.pauses
    const running = counted({ clock, subject, opened: act.occurredAt, ...(from === undefined ? {} : { from }), ...(pauses ? { pauses } : {}) }, period)
    if (at >= 0) clocks[at] = running
    else clocks.push(running)
  }
  const pausing = definition.pauses.filter((use) => (use.when?.(state) ?? true) && procedure.clocks[use.clock]?.pausedBy?.(state).includes(use.cause))
  const resuming = definition.resumes.filter((use) => use.when?.(state) ?? true)
  return clocks.map((running) => {
    const uses = ({ clock, subjects }: Omit<PauseUse<S>, 'cause' | 'until'>) => clock === running.clock && (subjects?.(state, act.payload).includes(running.subject) ?? true)
    const stops = pausing.find(uses)
    const pauses = pausesAfter(running, stops && { from: dayOf(act.occurredAt), ...untilOf(stops, state) }, resuming.some(uses), dayOf(act.occurredAt))
    const rule = procedure.clocks[running.clock]
    const period = typeof rule?.period === 'function' ? rule.period(state) : rule?.period
    return pauses && period ? counted({ ...running, pauses }, period) : running
  })
}

function untilOf<S>({ until }: PauseUse<S>, state: S): { readonly until?: Day } {
  const day = until?.(state)
  return day === undefined ? {} : { until: day }
}

/** The pauses of a running clock if this act changes them. One that stands still already is not stopped twice. */
function pausesAfter({ closed, pauses = [] }: RunningClock, pausing: Pause | undefined, resuming: boolean, on: Day): readonly Pause[] | undefined {
  const last = pauses.at(-1)
  const still = last !== undefined && last.until === undefined
  if (closed !== undefined) return undefined
  if (pausing && !still) return [...pauses, pausing]
  return resuming && still ? [...pauses.slice(0, -1), { from: last.from, until: on }] : undefined
}

/** A clock with its last day counted anew from its beginning and its pauses. */
function counted({ due: _due, provisional: _provisional, ...running }: RunningClock, period: Period): RunningClock {
  const result = dueOf(period, running.from ?? running.opened, running.pauses ?? [], calendar)
  return { ...running, ...(result.paused ? {} : { due: result.due, ...(result.provisional ? { provisional: true as const } : {}) }) }
}

const named = <S>(use: ClockUse<S, unknown>, state: S, act: Act): { clock: string; subject: string; from: string | undefined }[] =>
  typeof use === 'string'
    ? [{ clock: use, subject: '', from: undefined }]
    : use.subjects(state, act.payload).map((subject) => ({ clock: use.clock, subject, from: use.from?.(state, act.payload, subject) }))

/** Who acted keeps what he acted on; who handles the matter reads on; who left the team keeps what stood then (R6). */
function readersAfter<S extends MatterState>(before: S, after: S, act: Act): Record<string, number | null> {
  const readers: Record<string, number | null> = { ...after.readers }
  for (const person of before.team) if (!after.team.includes(person)) readers[person] = act.seq
  if (act.actor !== 'system') readers[act.actor] = act.seq
  for (const person of after.team) readers[person] = null
  // The pool's reviewer reads the matter he was assigned and no other (D6).
  if (before.poolReviewer !== undefined && before.poolReviewer !== after.poolReviewer) readers[before.poolReviewer] = act.seq
  if (after.poolReviewer !== undefined) readers[after.poolReviewer] = null
  return readers
}
