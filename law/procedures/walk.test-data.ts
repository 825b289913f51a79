import type { Facts } from '../facts.ts'
import { fold, isOneStep, step } from '../fold.ts'
import { judge, standing, type Actor } from '../judge.ts'
import type { Act, Refusal } from '../procedure.ts'
import { secondOfficers } from '../second-officer.ts'
import { newCase, type PenaltyCase } from './penalty-case.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'

/** A small bureau and a case in memory that performs as the server does; for tests of the procedure alone. */

export const body = 'market'
export const unit = 'squad'

export const people = {
  clerk: { person: 'clerk', posts: [{ kind: 'receiving-clerk', body }] },
  chen: { person: 'chen', posts: [{ kind: 'officer', body, unit }] },
  li: { person: 'li', posts: [{ kind: 'officer', body, unit }] },
  wang: { person: 'wang', posts: [{ kind: 'officer', body, unit }] },
  unitHead: { person: 'unit', posts: [{ kind: 'unit-head', body, unit }] },
  reviewer: { person: 'reviewer', posts: [{ kind: 'legal-reviewer', body }] },
  chief: { person: 'chief', posts: [{ kind: 'head', body, rank: 'chief' }] },
  deputy: { person: 'deputy', posts: [{ kind: 'head', body, rank: 'deputy' }] },
  supervisor: { person: 'supervisor', posts: [{ kind: 'supervisor', body: 'justice' }] },
} satisfies Record<string, Actor>

export type Who = keyof typeof people

/** 5,000 to 50,000 yuan, and everything in order. */
export const lawful: Facts = {
  certificates: { chen: { valid: true, fields: [] }, li: { valid: true, fields: [] }, wang: { valid: true, fields: [] } },
  reviewers: { reviewer: { qualified: true } },
  heads: [{ person: 'chief', rank: 'chief' }, { person: 'deputy', rank: 'deputy' }],
  items: {
    expired: {
      version: '1', competent: true, normInForce: true, published: true, limitationYears: 2, harmYears: 5, kinds: ['fine', 'warning', 'confiscate-goods'],
      branches: [{ condition: '', subject: 'any', kinds: [{ kind: 'fine', connective: 'must', text: '' }], fine: { base: 'absolute', floor: 500_000, ceiling: 5_000_000, floorInclusive: true }, status: 'parsed', text: '' }],
    },
  },
  parties: { shop: { kind: 'legal-person' } },
  earlier: [],
  settings: { overlay: 'market-supervision', hearingThreshold: { person: 1_000_000, organisation: 10_000_000 }, discussionAlways: false, discussionFrom: null, discussionQuorum: { least: 2, share: 0.5 }, remedy: { reviewOrgan: '县人民政府', court: '县人民法院' }, lateEntryWorkdays: 3 },
}

export class CaseInMemory {
  state: PenaltyCase = newCase({ body, unit })
  readonly acts: Act[] = []
  facts: Facts = lawful
  now = Date.parse('2026-03-02T01:00:00.000Z')
  /** The second officer confirms at once what names him. */
  confirming = true

  /** Performs, or answers with the refusals. `occurredAt` only for facts. */
  do(who: Who, kind: string, payload: object = {}, occurredAt?: string): Refusal[] {
    this.now += 60_000
    const recordedAt = new Date(this.now).toISOString()
    const definition = penaltyOrdinary.acts[kind]
    const proposal = this.state.proposals[definition?.answers ?? definition?.about ?? '']
    const full = { ...definition?.prefill(this.state, this.facts), ...(proposal ? { proposal: { act: proposal.act, hash: proposal.hash } } : {}), ...payload }
    const id = `${kind}-${this.acts.length}`
    const post = definition && standing(definition, this.state, this.actor(who), { kind, facts: this.facts })
    const candidate = { id, kind, occurredAt: occurredAt ?? recordedAt, recordedAt, actor: people[who].person, payload: full, hash: `hash-${id}`, ...(post ? { post } : {}) }
    const refusals = judge(penaltyOrdinary, this.state, candidate, this.actor(who), this.facts)
    if (refusals.length > 0) return refusals
    const act: Act = { ...candidate, seq: this.acts.length + 1, facts: this.facts }
    const latest = this.acts.map((each) => each.occurredAt).sort().at(-1)
    this.acts.push(act)
    this.state = isOneStep(penaltyOrdinary, act, latest) ? step(penaltyOrdinary, this.state, act).state : this.refolded()
    if (this.confirming && definition?.officers === 2 && definition.nature === 'fact') this.confirm()
    return []
  }

  actor(who: Who): Actor {
    return people[who]
  }

  /** Whoever else took part stands for what was entered, on his own sign-in (R4). */
  confirm(): void {
    for (const who of secondOfficers(this.state)) if (who in people) this.do(who as Who, 'confirm-entries')
  }

  /** What the law lets happen by itself. */
  system(kind: string, payload: object): void {
    const recordedAt = new Date((this.now += 60_000)).toISOString()
    const id = `${kind}-${this.acts.length}`
    const act: Act = { id, kind, occurredAt: recordedAt, recordedAt, actor: 'system', payload, hash: `hash-${id}`, seq: this.acts.length + 1, facts: {} }
    this.acts.push(act)
    this.state = step(penaltyOrdinary, this.state, act).state
  }

  refolded = (): PenaltyCase => fold(penaltyOrdinary, newCase({ body, unit }), this.acts).state

  days(n: number): void {
    this.now += n * 86_400_000
  }

  /** The id of the newest act of that kind. */
  last = (kind: string): string => this.state.done[kind]?.at(-1)?.id ?? ''
}

const must = (refusals: Refusal[]): void => {
  if (refusals.length > 0) throw new Error(refusals.map(({ guard, message }) => `${guard} ${message.en}`).join('; '))
}

/** From the lead to a fine of 10,000 yuan on one shop. */
export const toDecision = (): CaseInMemory => {
  const one = new CaseInMemory()
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  one.do('unitHead', 'assign', { team: ['chen', 'li'] })
  one.do('chen', 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })
  one.do('chief', 'approve-filing')
  one.do('chen', 'record-scene', { evidence: 'e1', proves: ['conduct', 'amount'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
  one.do('chen', 'interview', { evidence: 'e2', proves: ['identity', 'circumstance'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })
  one.do('chen', 'order-to-correct')
  one.do('chen', 'submit-report', { relied: ['e1', 'e2'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 1_000_000, branch: 0 }] })
  one.do('unitHead', 'endorse-report')
  one.do('reviewer', 'pass-review')
  one.do('chief', 'issue-notice')
  one.do('chen', 'serve', { document: one.last('issue-notice'), party: 'shop' })
  one.days(9)
  must(one.do('chen', 'propose-decision'))
  must(one.do('chief', 'decide-penalty'))
  return one
}

/** Served on 2026-03-11: to be paid until 03-26. */
export const toPerformance = (): CaseInMemory => {
  const one = toDecision()
  one.do('chen', 'serve', { document: one.last('decide-penalty'), party: 'shop' })
  return one
}
