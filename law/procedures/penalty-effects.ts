import type { Static } from 'typebox'
import { weigh } from '../discretion/weigh.ts'
import type { Applied, JudgedAct } from '../procedure.ts'
import type { Effect } from '../effects.ts'
import { addDays, dayOf, type Day } from '../time/day.ts'
import { currentNotice, type PenaltyCase } from './penalty-case.ts'
import { hearingParties, type Notice, type NoticedParty, type Penalty } from './penalty-decided.ts'
import type { Element, Evidence, HeldThing } from './penalty-found.ts'
import type { PerformanceItem } from './penalty-owed.ts'
import type { recordPayment } from './penalty-payloads.ts'
import type { decideNoPenalty } from './penalty-decision-payloads.ts'

/** The longer consequences of acts of the ordinary procedure; the short ones stand in the procedure itself. */

interface GivesEvidence {
  readonly evidence: string
  readonly proves?: readonly Element[]
  readonly kind?: string
  readonly files?: readonly string[]
  readonly monitoring?: boolean
  readonly doubtful?: boolean
}

/** A piece of evidence enters the file; one that failed a guard is kept and cannot be relied on (46). */
export function withEvidence(kind: string) {
  return (state: PenaltyCase, act: JudgedAct<GivesEvidence>): Applied<PenaltyCase> => {
    const { proves = [], files = [], monitoring, doubtful } = act.payload
    const unusable = act.marks[0]
    // An id that is taken hides nothing that is there already: the new piece goes by its act's.
    const evidence = state.evidence.some((each) => each.id === act.payload.evidence) ? act.id : act.payload.evidence
    const entry: Evidence = { id: evidence, kind: act.payload.kind ?? kind, proves, on: dayOf(act.occurredAt), ...(unusable ? { unusable } : {}), ...(monitoring ? { monitoring: 'unreviewed' } : {}), ...(doubtful ? { doubt: 'open' } : {}) }
    return {
      state: { ...state, evidence: [...state.evidence, entry] },
      effects: [{ room: 'evidence', id: evidence, kind: entry.kind, usable: !unusable, files }],
    }
  }
}

interface Takes {
  readonly party?: string
  readonly things?: readonly { readonly id: string; readonly quantity: number }[]
  readonly urgent?: boolean
}

/** 处罚法 56, 强制法 24: these things are held from now on; what was taken together is one lot. */
export function withThingsHeld(state: PenaltyCase, act: JudgedAct<Takes>, measure?: HeldThing['measure']): Applied<PenaltyCase> {
  const taken = new Set(state.held.map((each) => each.id))
  const { party, things = [], urgent } = act.payload
  const ids = things.map(({ id }, i) => (taken.has(id) ? `${act.id}.${i + 1}` : id))
  const held = things.map(({ quantity }, i): HeldThing => ({
    id: ids[i] ?? act.id,
    quantity,
    since: act.occurredAt,
    lot: ids[0] ?? act.id,
    ...(party ? { party } : {}),
    ...(measure ? { measure } : {}),
    ...(urgent ? { urgent: 'pending' as const } : {}),
  }))
  return {
    state: { ...state, held: [...state.held, ...held] },
    effects: held.map(({ id, quantity }) => ({ room: 'held', id, state: measure ?? 'registered', quantity })),
  }
}

export function withDisposals(state: PenaltyCase, named: readonly { readonly held: string; readonly disposal: string }[]): Applied<PenaltyCase> {
  const held = state.held.map((thing) => {
    const disposal = named.find((each) => each.held === thing.id)?.disposal
    return disposal ? { ...thing, disposal } : thing
  })
  return { state: { ...state, held }, effects: changedThings(state.held, held) }
}

export function withCarriedOut(state: PenaltyCase, things: readonly string[], on: Day): Applied<PenaltyCase> {
  const held = state.held.map((thing) => (things.includes(thing.id) ? { ...thing, carriedOut: on } : thing))
  return { state: { ...state, held }, effects: changedThings(state.held, held) }
}

const changedThings = (before: PenaltyCase['held'], after: PenaltyCase['held']): Effect[] =>
  after
    .filter((thing, i) => thing !== before[i])
    .map((thing) => ({ room: 'held', id: thing.id, state: thing.carriedOut ? 'disposed' : (thing.disposal ?? thing.measure ?? 'registered'), quantity: thing.quantity }))

/** 处罚法 44, 63: what every party is told, and who may ask for a hearing by the thresholds of that day. */
export const withNotice = (state: PenaltyCase, act: JudgedAct<unknown>): PenaltyCase => ({ ...state, notices: [...state.notices, noticeOf(state, act)] })

export function noticeOf(state: PenaltyCase, act: JudgedAct<unknown>): Notice {
  const penalties = state.report?.penalties ?? []
  const parties = [...new Set(penalties.map((each) => each.party))]
  const thresholds = act.facts.settings?.hearingThreshold
  const natural = (party: string) => ['person', 'individual-business'].includes(act.facts.parties?.[party]?.kind ?? 'person')
  const hearing = hearingParties(penalties, parties, (party) => (natural(party) ? thresholds?.person : thresholds?.organisation) ?? 0)
  return { act: act.id, of: state.report?.hash ?? '', penalties, hearing, parties: parties.map((party) => ({ party })) }
}

/** Changes how one party stands toward the current notice. */
export function withParty(state: PenaltyCase, party: string, change: Partial<NoticedParty>): PenaltyCase {
  const notice = currentNotice(state)
  if (!notice) return state
  const parties = notice.parties.map((each) => (each.party === party ? { ...each, ...change } : each))
  return { ...state, notices: [...state.notices.slice(0, -1), { ...notice, parties }] }
}

/** What an act says of a service, whichever act it is. */
export interface Served {
  readonly document: string
  readonly party: string
  readonly method: string
  readonly outcome: string
  readonly received?: string
  readonly entered?: string
}

/**
 * When the law takes a service as done: handed over or left lawfully that day, posted when signed for, electronic when it
 * entered his system, announced thirty days later, sixty before 2022 (民事诉讼法 87, 90, 91, 95); a marked one never.
 */
function completedOn({ method, outcome, received, entered }: Served, act: JudgedAct<unknown>): Day | undefined {
  if (act.marks.length > 0 || outcome === 'failed') return undefined
  const on = dayOf(act.occurredAt)
  switch (method) {
    case 'post':
      return outcome === 'received' ? received : undefined
    case 'left':
      return on
    case 'electronic':
      return entered ?? on
    case 'announcement':
      return addDays(on, on < '2022-01-01' ? 60 : 30)
    default:
      return outcome === 'received' ? on : undefined
  }
}

/** The day the newest service was completed; right after a service that is this service. */
export const lastCompleted = (state: PenaltyCase): Day | undefined => state.services.at(-1)?.completed

export const moneyOwed = (state: PenaltyCase, party: string): boolean => state.performance.some((each) => each.party === party && each.owed > each.paid && !each.released && !each.ended)

/** The party of a performance item, once nothing he owes in money is left. */
export function paidUp(state: PenaltyCase, item: string): string[] {
  const party = state.performance.find((each) => each.id === item)?.party
  return party !== undefined && !moneyOwed(state, party) ? [party] : []
}

/** A new statement has to be checked again, whatever was checked before. */
export function withDefence(state: PenaltyCase, party: string, on: Day): PenaltyCase {
  const notice = currentNotice(state)
  if (!notice) return state
  const parties = notice.parties.map((each) => {
    if (each.party !== party) return each
    const { rechecked: _before, ...rest } = each
    return { ...rest, defended: on }
  })
  return { ...state, notices: [...state.notices.slice(0, -1), { ...notice, parties }] }
}

export function withService(state: PenaltyCase, act: JudgedAct<unknown>, told: Served): PenaltyCase {
  const { document, party, method } = told
  const completed = completedOn(told, act)
  const failed = !completed && told.outcome !== 'received'
  const marked = act.marks.length > 0
  const services = [...state.services, { act: act.id, of: document, party, method, attempted: dayOf(act.occurredAt), ...(completed ? { completed } : {}), ...(failed ? { failed } : {}), ...(marked ? { marked } : {}) }]
  const after = { ...state, services }
  if (completed && currentNotice(state)?.act === document) return withParty(after, party, { served: completed })
  if (!state.decision || state.stage !== 'service') return after
  return onceServed(after)
}

/** Whom the current decision has to reach: everybody, or those for whom it was made again and for whom it still stands. */
export const partiesToServe = ({ parties, reopened, decision, setAside = [] }: PenaltyCase): string[] =>
  (reopened?.parties ?? parties.map(({ id }) => id)).filter((party) => !setAside.some((each) => each.decision === decision?.act && each.party === party && each.by !== 'partly'))

/** The decision is performed once it has reached everybody. */
export function onceServed(state: PenaltyCase): PenaltyCase {
  const everyone = partiesToServe(state).every((party) => state.services.some((one) => one.of === state.decision?.act && one.party === party && one.completed))
  return everyone && state.stage === 'service' ? { ...state, stage: 'performance' } : state
}

/** 处罚法 57: the decision, the items to be performed, and what the county will know of it (29). */
export function withDecision(state: PenaltyCase, act: JudgedAct<unknown>): Applied<PenaltyCase> {
  const penalties = state.draftDecision?.penalties ?? []
  const on = dayOf(act.occurredAt)
  const performance: PerformanceItem[] = penalties.map((each, i) => ({
    id: `${act.id}.${i + 1}`,
    decision: act.id,
    violation: each.violation,
    party: each.party,
    kind: each.kind,
    owed: each.amount ?? 0,
    paid: 0,
    ...(each.kind === 'warning' || each.kind === 'public-criticism' ? { done: on } : {}),
  }))
  const discretion = { ticks: state.draftDecision?.ticks ?? state.report?.ticks ?? [], departures: [] }
  const found = weigh(state.violations, penalties, discretion, act.facts.benchmarks).flatMap(({ cell: { party, violation, kind }, tier }) => (tier ? [{ party, violation, kind, tier: tier.benchmark.tier }] : []))
  // One tier for one party's violation, whatever it comes to beside the fine.
  const tiers = found.filter((each, i) => each.kind === 'fine' || !found.some((other, n) => other.party === each.party && other.violation === each.violation && (other.kind === 'fine' || n < i))).map(({ kind: _kind, ...tier }) => tier)
  const after: PenaltyCase = { ...state, decision: { act: act.id, outcome: 'penalty', on, penalties, ...(tiers.length > 0 ? { tiers } : {}) }, performance: [...state.performance, ...performance] }
  return { state: after, effects: [...rowsDecided(after, penalties), ...exemptions(after, act, (state.report?.spared ?? []).filter(({ ground }) => isExemption(ground)))] }
}

/** What the county knows of this case's decision, under the parties as they are named now (29). */
export const decidedRows = (state: PenaltyCase): Effect[] => (state.decision?.outcome === 'penalty' ? rowsDecided(state, state.decision.penalties) : [])

const rowsDecided = (state: PenaltyCase, penalties: readonly Penalty[]): Effect[] =>
  state.violations.flatMap((violation) =>
    violation.parties.filter((party) => state.reopened?.parties.includes(party) ?? true).map((party) => decidedRow(party, violation, penalties.filter((each) => each.party === party && each.violation === violation.id), { tier: tierOf(state, party, violation.id) })),
  )

export function withNoPenalty(state: PenaltyCase, act: JudgedAct<Static<typeof decideNoPenalty>>): Applied<PenaltyCase> {
  const after: PenaltyCase = { ...state, decision: { act: act.id, outcome: 'no-penalty', on: dayOf(act.occurredAt), penalties: [] } }
  const ground = state.report?.ground ?? ''
  const exempted = isExemption(ground) || state.report?.circumstances.some(({ effect }) => effect === 'exempt')
  return { state: after, effects: exempted ? exemptions(after, act, state.parties.map(({ id }) => ({ party: id, ground }))) : [] }
}

/** 处罚法 33(1): unlawful, and not punished. Other grounds of no penalty exempt nobody. */
const isExemption = (ground: string): boolean => ground === 'first-minor' || ground === 'minor-corrected'

/** Who was exempted of what, with the least the norm sets for it: known to the county as a plain count, and part of the party's record. */
function exemptions(state: PenaltyCase, { facts }: JudgedAct<unknown>, who: readonly { readonly party: string; readonly ground: string }[]): Effect[] {
  const rule = state.report?.circumstances.find(({ effect, rule: named }) => effect === 'exempt' && named !== undefined)?.rule ?? ''
  const least = (item: string) => Math.min(...(facts.items?.[item]?.branches ?? []).flatMap(({ fine }) => (fine?.base === 'absolute' ? [fine.floor] : [])))
  return state.violations.flatMap(({ item, from, until, parties }) =>
    who.filter(({ party }) => parties.includes(party)).map(({ party, ground }): Effect => {
      const amount = least(item)
      return { room: 'exempted', party, item, from, until, ground, rule, amount: Number.isFinite(amount) ? amount : 0 }
    }))
}

export const tierOf = (state: PenaltyCase, party: string, violation: string): string | undefined =>
  state.decision?.tiers?.find((each) => each.party === party && each.violation === violation)?.tier

export const decidedRow = (party: string, violation: PenaltyCase['violations'][number], penalties: readonly Pick<Penalty, 'kind' | 'amount'>[], { standing = true, tier }: { readonly standing?: boolean; readonly tier?: string | undefined } = {}): Effect => ({
  room: 'decided',
  party,
  item: violation.item,
  from: violation.from,
  until: violation.until,
  fined: penalties.some((each) => each.kind === 'fine'),
  amount: penalties.reduce((sum, each) => sum + (each.amount ?? 0), 0),
  fine: penalties.reduce((sum, each) => sum + (each.kind === 'fine' ? (each.amount ?? 0) : 0), 0),
  ...(tier ? { tier } : {}),
  ...(violation.township ? { township: violation.township } : {}),
  standing,
})

/** Money in; an item is performed when all that is owed has been paid. A surcharge is paid apart from its fine. */
export function withPayment(state: PenaltyCase, { item, amount, paidOn: on, channel, surcharge }: Static<typeof recordPayment>): PenaltyCase {
  return {
    ...state,
    performance: state.performance.map((each) => {
      if (each.id !== item) return each
      if (surcharge) return { ...each, surchargePaid: (each.surchargePaid ?? 0) + amount }
      const paid = each.paid + amount
      const payment = { on, amount, ...(channel === 'on-the-spot' ? { collected: true as const } : {}) }
      return { ...each, paid, payments: [...(each.payments ?? []), payment], ...(paid >= each.owed && !each.done ? { done: on } : {}) }
    }),
  }
}
