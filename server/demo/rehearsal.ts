import { fold, isOneStep, step } from '@faheng/law/fold.ts'
import { judge, waitingFor } from '@faheng/law/judge.ts'
import { splitPersonal } from '@faheng/law/payload.ts'
import type { Act, Refusal } from '@faheng/law/procedure.ts'
import { newCase, type PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import { penaltyOrdinary } from '@faheng/law/procedures/penalty-ordinary.ts'
import type { Instant } from '@faheng/law/time/day.ts'
import { decidedRows, type Registers } from './registers.ts'

/** One act of the plan, as it will be sent. `at` is when the server records it. */
export interface PlannedAct {
  readonly at: Instant
  readonly person: string
  readonly matter: string
  readonly opens?: { readonly procedure: string; readonly body: string; readonly unit: string }
  readonly act: {
    readonly id: string
    readonly kind: string
    readonly occurredAt?: Instant
    readonly source?: 'paper' | 'stated'
    readonly lateReason?: string
    /** A proposal it answers is named by act; whoever performs it puts in the hash the server gave it. */
    readonly payload: Readonly<Record<string, unknown>>
  }
}

export interface Late {
  readonly occurredAt: Instant
  readonly reason: string
}

/** One case, performed in memory by the same fold and judge as on the server. */
export interface Rehearsal {
  readonly matter: string
  readonly acts: readonly PlannedAct[]
  state(): PenaltyCase
  /** Performs, or answers why not: nothing is recorded then. */
  attempt(person: string, kind: string, payload: object, at: Instant, late?: Late): readonly Refusal[]
  /** Performs. @throws when the law refuses, for the plan is then wrong. */
  perform(person: string, kind: string, payload: object, at: Instant, late?: Late): string
}

export function rehearse(registers: Registers, matter: string, place: { readonly body: string; readonly unit: string }): Rehearsal {
  const acts: Act[] = []
  const planned: PlannedAct[] = []
  let state = newCase(place)
  let latest: Instant | undefined

  const attempt = (person: string, kind: string, told: object, at: Instant, late?: Late): readonly Refusal[] => {
    const definition = penaltyOrdinary.acts[kind]
    if (!definition) throw new RangeError(`no act ${kind}`)
    const id = `${matter}.${String(acts.length + 1).padStart(2, '0')}`
    const answered = definition.answers ?? definition.about
    const proposal = answered ? state.proposals[answered] : undefined
    const payload = { ...(proposal ? { proposal: { act: proposal.act, hash: proposal.hash } } : {}), ...told }
    const open = splitPersonal(definition.payload, payload).open
    const candidate = { id, kind, occurredAt: late?.occurredAt ?? at, recordedAt: at, actor: person, payload: open, hash: id }
    const asks = penaltyOrdinary.asks(state, candidate)
    const facts = registers.facts(definition.needs, asks, { matter, body: state.body, at: candidate.occurredAt })
    if (acts.length > 0 && !reads(state, registers, person)) throw new Error(`${matter}: ${person} cannot see the case for ${kind}`)
    const refusals = judge(penaltyOrdinary, state, candidate, registers.actor(person), facts)
    if (refusals.length > 0) return refusals
    const act: Act = { ...candidate, seq: acts.length + 1, facts }
    acts.push(act)
    const folded = isOneStep(penaltyOrdinary, act, latest) ? step(penaltyOrdinary, state, act) : fold(penaltyOrdinary, newCase(place), acts)
    state = folded.state
    latest = latest === undefined || act.occurredAt > latest ? act.occurredAt : latest
    registers.decide(decidedRows(matter, at, folded.effects.filter((each) => each.act === id)))
    planned.push({
      at, person, matter,
      ...(acts.length === 1 ? { opens: { procedure: penaltyOrdinary.name, ...place } } : {}),
      act: { id, kind, payload, ...(late ? { occurredAt: late.occurredAt, source: 'paper' as const, lateReason: late.reason } : {}) },
    })
    return []
  }

  return {
    matter,
    acts: planned,
    state: () => state,
    attempt,
    perform(person, kind, payload, at, late) {
      const refusals = attempt(person, kind, payload, at, late)
      if (refusals.length > 0) throw new Error(`${matter}: ${kind} by ${person} is refused: ${refusals.map((each) => `${each.guard} (${each.message.en})`).join('; ')}`)
      return planned.at(-1)?.act.id ?? ''
    },
  }
}

/** Whether the server would show him the case at all (R6): he acted in it, it waits for him, or his post reads it. */
function reads(state: PenaltyCase, registers: Registers, person: string): boolean {
  if (state.readers[person] !== undefined) return true
  const { posts } = registers.actor(person)
  const waits = waitingFor(penaltyOrdinary, state)
  return posts.some(
    ({ kind, body, unit }) =>
      (['head', 'legal-reviewer'].includes(kind) && body === state.body) ||
      (kind === 'unit-head' && unit === state.unit) ||
      waits.some((each) => (each.person ?? person) === person && each.post === kind && [body, unit, '*'].includes(each.place) && !each.except.includes(person)),
  )
}
