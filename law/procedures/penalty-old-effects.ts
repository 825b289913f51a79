import type { Static } from 'typebox'
import type { Applied, JudgedAct } from '../procedure.ts'
import type { Effect } from '../effects.ts'
import { dayOf, isDay, type Day } from '../time/day.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { Decision, Notice, Penalty, Service } from './penalty-decided.ts'
import type { Violation } from './penalty-found.ts'
import type { PerformanceItem } from './penalty-owed.ts'
import { decidedRow, noticeOf } from './penalty-effects.ts'
import type { recordOldCase, takeOver } from './penalty-old-payloads.ts'

type OldCase = Static<typeof recordOldCase>
type Running = Static<typeof takeOver>
type Told = OldCase | Running

/** The day this party was served, if it is one. */
export const servedDay = (served: Told['noticeServed'], party: string): Day | undefined => served?.find((each) => each.party === party && isDay(each.on))?.on

/** A closed case as one act: it is over, and what it decided bars a second fine like any other decision (处罚法 29). */
export function withOldCase(state: PenaltyCase, act: JudgedAct<OldCase>): Applied<PenaltyCase> {
  if (state.lead) return { state }
  const told = act.payload
  const decision = told.outcome === 'penalty' || told.outcome === 'no-penalty' ? decisionOf(act, told.outcome) : undefined
  const after: PenaltyCase = {
    ...begun(state, act),
    stage: 'recorded',
    ...(decision ? { decision, services: servicesOf(told, act.id, 'decision'), performance: performanceOf(act) } : {}),
  }
  return { state: after, effects: told.outcome === 'penalty' ? decidedRows(after.violations, decision?.penalties ?? []) : [] }
}

/** A running case at the stage it has reached, with what the paper file holds: ordinary acts go on from there. */
export function withTakeOver(state: PenaltyCase, act: JudgedAct<Running>): Applied<PenaltyCase> {
  if (state.lead) return { state }
  const told = act.payload
  const after: PenaltyCase = { ...begun(state, act), stage: told.at, team: told.team, takenOver: true }
  const filed = withPaperFile(after, act)
  const effects = evidenceRow(filed, act)
  if (told.at === 'lead' || told.at === 'investigation') return { state: filed, effects }
  const noticed = withPaperNotice(filed, act)
  if (told.at === 'notice') return { state: noticed, effects }
  const decision = decisionOf(act, 'penalty')
  return {
    state: { ...noticed, decision, performance: performanceOf(act), services: [...noticed.services, ...servicesOf(told, act.id, 'decision')] },
    effects: [...effects, ...decidedRows(noticed.violations, decision.penalties)],
  }
}

function begun(state: PenaltyCase, act: JudgedAct<Told>): PenaltyCase {
  const { number, received, discoveredOn, filedOn, parties, violations } = act.payload
  return {
    ...state,
    number,
    overlay: act.facts.settings?.overlay ?? 'general',
    lead: { source: 'other', received, discoveredOn, realName: false },
    parties: parties.map((id) => ({ id, role: 'party' })),
    violations: violations.map(({ id, item, from, until, parties: whose, harm }) => ({ id, item, from, until, parties: whose, harm })),
    ...(filedOn === undefined ? {} : { filedOn }),
  }
}

/** The paper file counts as one piece of evidence that proves what was stated of it. */
const fileOf = (act: JudgedAct<unknown>): string => `${act.id}.file`.slice(-80)

function withPaperFile(state: PenaltyCase, act: JudgedAct<Running>): PenaltyCase {
  const proves = act.payload.proven
  return proves.length === 0 ? state : { ...state, evidence: [...state.evidence, { id: fileOf(act), kind: 'documentary', proves, on: dayOf(act.occurredAt) }] }
}

const evidenceRow = (state: PenaltyCase, act: JudgedAct<Running>): Effect[] =>
  state.evidence.some((each) => each.id === fileOf(act)) ? [{ room: 'evidence', id: fileOf(act), kind: 'documentary', usable: true, files: act.payload.files ?? [] }] : []

/** The report, its review and the notice as they stood on paper. */
function withPaperNotice(state: PenaltyCase, act: JudgedAct<Running>): PenaltyCase {
  const told = act.payload
  const penalties = penaltiesOf(told)
  const report = {
    act: act.id, hash: act.hash, at: act.occurredAt, by: told.team[0] ?? act.actor, outcome: 'penalty' as const, penalties, circumstances: [],
    relied: state.evidence.filter((each) => !each.unusable).map((each) => each.id), sameAct: [], major: false,
  }
  const proposal = { act: act.id, hash: act.hash, by: report.by, at: act.occurredAt, status: 'approved' as const }
  const reported: PenaltyCase = {
    ...state, report, proposals: { ...state.proposals, 'submit-report': proposal },
    ...(told.reviewedOn ? { review: { act: act.id, of: act.hash, at: act.occurredAt, passed: true } } : {}),
  }
  if (!told.noticeServed?.length) return reported
  const notice: Notice = noticeOf(reported, act)
  const parties = notice.parties.map((each) => {
    const served = servedDay(told.noticeServed, each.party)
    return served ? { ...each, served } : each
  })
  return { ...reported, notices: [...state.notices, { ...notice, parties }], services: [...state.services, ...servicesOf(told, act.id, 'notice')] }
}

const penaltiesOf = (told: Told): Penalty[] => told.penalties.map(({ party, violation, kind, amount }) => ({ party, violation, kind, ...(amount === undefined ? {} : { amount }) }))

const decisionOf = (act: JudgedAct<Told>, outcome: Decision['outcome']): Decision =>
  ({ act: act.id, outcome, on: act.payload.decidedOn ?? dayOf(act.occurredAt), penalties: outcome === 'penalty' ? penaltiesOf(act.payload) : [] })

/** Both papers stand in one act, so the notice's service is told apart by its own name. */
const servicesOf = (told: Told, act: string, of: 'notice' | 'decision'): Service[] =>
  ((of === 'notice' ? told.noticeServed : told.decisionServed) ?? []).map(({ party, on }) => ({ of: of === 'notice' ? `${act}.notice` : act, party, method: 'direct', attempted: on, completed: on }))

function performanceOf(act: JudgedAct<Told>): PerformanceItem[] {
  const { penalties, decidedOn } = act.payload
  const spoken = decidedOn ?? dayOf(act.occurredAt)
  return penalties.map(({ party, violation, kind, amount = 0, paid = 0, done }, i) => {
    const inWords = kind === 'warning' || kind === 'public-criticism'
    const settled = done ?? (inWords || (amount > 0 && paid >= amount) ? spoken : undefined)
    return { id: `${act.id}.${i + 1}`.slice(-80), decision: act.id, violation, party, kind, owed: amount, paid, ...(settled === undefined ? {} : { done: settled }) }
  })
}

const decidedRows = (violations: readonly Violation[], penalties: readonly Penalty[]): Effect[] =>
  violations.flatMap((violation) => violation.parties.map((party) => decidedRow(party, violation, penalties.filter((each) => each.party === party && each.violation === violation.id))))
