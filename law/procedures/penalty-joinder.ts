import { cite } from '../citation.ts'
import { joinderAccepted, newReleases, releasedToUs, somethingRemains } from '../guards/joinder.ts'
import { teamCertified } from '../guards/officers.ts'
import { notRecused } from '../guards/recusal.ts'
import { choice, list, optional, payload, ref } from '../payload.ts'
import { actsOn, type Applied, type JudgedAct } from '../procedure.ts'
import { dayOf } from '../time/day.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { Evidence, HeldThing, Release, Violation } from './penalty-found.ts'
import { withCarriedOut, withDisposals } from './penalty-effects.ts'
import { approval, files, party, reason, returned } from './penalty-fields.ts'
import { investigatedAnew } from './penalty-party-effects.ts'
import { beforeDecision, handlers, head, headNotHandling, isOpen } from './penalty-people.ts'
import { everyClock, nothingLeftBehind } from './penalty-ways-out.ts'

/**
 * 并案、分案 (R7). Two matters are touched, each by acts of its own: the receiving one accepts, the giving one releases with a
 * head's approval, the receiving one takes in what was released, with the list of it. What is released stands in the giving
 * matter's state and is read from there as a fact.
 */

const { power } = actsOn<PenaltyCase>()

const rarely = () => false
const kinds = { merge: words('并案（对方案件全部并入）', 'Merger (the whole of the other case)'), split: words('分案（对方案件分出一部分）', 'Division (a part of the other case)') } as const
const matter = (label: { zh: string; en: string }) => ref('matter', label)
/** Nothing runs on in a case that went into another. */
const clocksOfMerged = everyClock.map(({ clock }) => ({ clock, subjects: (state: PenaltyCase) => (state.stage === 'merged' || ['review', 'defence'].includes(clock) ? ['*'] : []) }))

export const proposeJoinder = payload({
  kind: choice(words('并案或者分案', 'Merger or division'), { merge: words('本案并入另一案件', 'This case goes into another'), split: words('本案分出一部分', 'A part of this case goes into another') }),
  matter: matter(words('接收的案件', 'Receiving case')),
  partiesGoing: optional(list(words('分出的当事人（分案）', 'Parties that go (division)'), party, { max: 20 })),
  violationsGoing: optional(list(words('分出的违法行为（分案）', 'Violations that go (division)'), ref('violation', words('违法行为', 'Violation')), { max: 20 })),
  heldGoing: optional(list(words('随案移交的物品（分案）', 'Things that go along (division)'), ref('held', words('物品', 'Thing')), { max: 200 })),
  reason,
  files,
})

export const joinderActs = {
  'accept-joinder': power({
    title: words('同意接收并入、分出的案件', 'Accept a merged or divided case'),
    article: cite('行政处罚法', 54, 1),
    from: ['lead', 'filing', ...beforeDecision],
    by: headNotHandling,
    suits: rarely,
    payload: payload({ kind: choice(words('并案或者分案', 'Merger or division'), kinds), matter: matter(words('对方案件', 'Other case')), reason }),
    apply: (state, act) => {
      const { kind, matter: to } = act.payload
      return { ...state, released: [...(state.released ?? []), { act: act.id, kind: 'accept', of: kind, to, body: state.body, parties: [], violations: [], evidence: [], held: [] }] }
    },
  }),

  'propose-joinder': power({
    title: words('提请并案、分案', 'Propose merger or division'),
    article: cite('行政处罚法', 54, 1),
    from: beforeDecision,
    by: handlers,
    suits: rarely,
    payload: proposeJoinder,
    proposes: true,
    guards: [teamCertified, joinderAccepted, somethingRemains, ...nothingLeftBehind],
    apply: (state, act) => {
      const { kind, matter: to, partiesGoing: parties = [], violationsGoing: violations = [], heldGoing: held = [] } = act.payload
      return { ...state, joinder: { kind, matter: to, parties, violations, held } }
    },
  }),

  'approve-joinder': power({
    title: words('批准并案、分案', 'Approve merger or division'),
    article: cite('行政处罚法', 54, 1),
    from: beforeDecision,
    by: head,
    payload: approval,
    answers: 'propose-joinder',
    guards: [joinderAccepted, ...nothingLeftBehind],
    closes: clocksOfMerged,
    documents: [{ kind: 'change-approval' }],
    awaited: (state) => isOpen(state, 'propose-joinder'),
    apply: withRelease,
  }),

  'return-joinder': power({
    title: words('不批准并案、分案', 'Refuse merger or division'),
    article: cite('行政处罚法', 54, 1),
    from: beforeDecision,
    by: head,
    payload: returned,
    answers: 'propose-joinder',
    returns: true,
    apply: ({ joinder: _joinder, ...state }) => state,
  }),

  'take-in': power({
    title: words('接收并入、分出的案件材料', 'Take in what was merged or divided'),
    article: cite('行政处罚法', 54, 1),
    from: ['lead', 'filing', ...beforeDecision],
    by: handlers,
    suits: (state) => accepted(state).length > 0,
    payload: payload({ matter: matter(words('对方案件', 'Other case')), files }),
    guards: [teamCertified, notRecused, releasedToUs],
    prefill: (state) => ({ matter: accepted(state)[0] }),
    apply: withTakenIn,
  }),
}

/** The matters this one accepted. */
const accepted = (state: PenaltyCase): string[] => (state.released ?? []).flatMap((each) => (each.kind === 'accept' ? [each.to] : []))

function withRelease({ joinder, ...state }: PenaltyCase, act: JudgedAct<unknown>): Applied<PenaltyCase> {
  if (!joinder) return { state }
  const whole = joinder.kind === 'merge'
  const parties = state.parties.filter((each) => whole || joinder.parties.includes(each.id))
  const goes = (each: Violation): string[] => (whole || joinder.violations.includes(each.id) ? [...each.parties] : each.parties.filter((id) => joinder.parties.includes(id)))
  const violations = state.violations.flatMap((each) => (goes(each).length > 0 ? [{ ...each, parties: goes(each) }] : []))
  const named = new Set(violations.flatMap((each) => each.parties))
  const held = state.held.filter((each) => !each.carriedOut && (whole || joinder.held.includes(each.id)))
  const release: Release = {
    act: act.id, kind: joinder.kind, to: joinder.matter, body: state.body,
    parties: [...parties, ...state.parties.filter((each) => !parties.includes(each) && named.has(each.id))], violations, evidence: state.evidence, held,
  }
  const ids = held.map((each) => each.id)
  const given = withDisposals({ ...state, released: [...(state.released ?? []), release] }, ids.map((each) => ({ held: each, disposal: joinder.kind })))
  const { state: gone, effects = [] } = withCarriedOut(given.state, ids, dayOf(act.occurredAt))
  return { state: whole ? { ...gone, stage: 'merged' } : divided(gone, joinder.parties, joinder.violations), effects: [...(given.effects ?? []), ...effects] }
}

function divided(state: PenaltyCase, parties: readonly string[], violations: readonly string[]): PenaltyCase {
  const left = state.violations.flatMap((each) => {
    const stay = violations.includes(each.id) ? [] : each.parties.filter((id) => !parties.includes(id))
    return stay.length > 0 ? [{ ...each, parties: stay }] : []
  })
  const staying = state.parties.filter((each) => left.some((one) => one.parties.includes(each.id)))
  const gone = state.parties.filter((each) => !staying.includes(each)).map((each) => each.id)
  return investigatedAnew({ ...state, violations: left, parties: staying, formerParties: [...(state.formerParties ?? []), ...gone] })
}

/** Parties, violations, evidence and things come over as they were; an id that is taken here goes by the act's. */
function withTakenIn(state: PenaltyCase, act: JudgedAct<{ readonly matter: string }>): Applied<PenaltyCase> {
  let after = state
  const effects: NonNullable<Applied<PenaltyCase>['effects']>[number][] = []
  for (const { release, files: filesOf } of newReleases({ state, facts: act.facts }, act.payload.matter)) {
    const fresh = (taken: readonly { readonly id: string }[], id: string): string => (taken.some((each) => each.id === id) ? `${act.id}.${id}` : id)
    const evidence: Evidence[] = release.evidence.map((each) => ({ ...each, id: fresh(after.evidence, each.id) }))
    const held: HeldThing[] = release.held.map((each) => ({ ...each, id: fresh(after.held, each.id) }))
    const violations: Violation[] = release.violations.map((each) => ({ ...each, id: fresh(after.violations, each.id) }))
    const paper = release.evidence.map((each) => filesOf[each.id] ?? [])
    effects.push(
      ...evidence.map(({ id, kind, unusable }, i) => ({ room: 'evidence' as const, id, kind, usable: !unusable, files: paper[i] ?? [] })),
      ...[...new Set(paper.flat())].map((hash) => ({ room: 'file' as const, hash })),
      ...held.map(({ id, quantity, disposal }) => ({ room: 'held' as const, id, state: disposal ?? 'registered', quantity })),
    )
    after = {
      ...after,
      parties: [...after.parties, ...release.parties.filter((each) => !after.parties.some((one) => one.id === each.id))],
      violations: [...after.violations, ...violations],
      evidence: [...after.evidence, ...evidence],
      held: [...after.held, ...held],
      takenIn: [...(after.takenIn ?? []), release.act],
    }
  }
  return { state: investigatedAnew(after), effects }
}
