import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standing } from '../judge.ts'
import type { Refusal } from '../procedure.ts'
import { isOver } from '../time/period.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { finesOf } from './penalty-decided.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { CaseInMemory, people, type Who } from './walk.test-data.ts'

/** Random lives of a case: anybody tries anything, with payloads lawful and not. What comes out must be lawful all the same. */

const officers = fc.constantFrom(['chen', 'li'], ['li', 'chen'], ['chen', 'li'], ['chen', 'li'], ['chen'], ['chief'])
const elements = fc.constantFrom(['identity', 'conduct', 'circumstance', 'amount'], ['identity', 'conduct', 'circumstance', 'amount'], ['conduct'], ['identity', 'amount'])
const fine = fc.record({ party: fc.constant('shop'), violation: fc.constant('v1'), kind: fc.constantFrom('fine', 'fine', 'fine', 'revoke-licence'), amount: fc.constantFrom(100_000, 500_000, 1_000_000, 1_000_000, 5_000_000, 6_000_000), branch: fc.constant(0) })

type Told = (one: CaseInMemory) => fc.Arbitrary<object>

const payloads: Record<string, Told> & { readonly 'register-lead': Told } = {
  'register-lead': () => fc.constant({ source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] }),
  assign: () => fc.record({ team: officers }),
  'propose-filing': () =>
    fc.record({
      parties: fc.constant(['shop']),
      team: officers,
      violations: fc.constantFrom('2026-03-01', '2026-03-01', '2026-03-01', '2023-03-01').map((until) => [{ id: 'v1', item: 'expired', from: '2023-01-01', until, parties: ['shop'], harm: false }]),
    }),
  'collect-evidence': (one) => fc.record({ evidence: fc.constant(`e${one.acts.length}`), kind: fc.constant('documentary'), proves: elements, officers }),
  interview: (one) => fc.record({ evidence: fc.constant(`e${one.acts.length}`), proves: elements, officers, certificateShown: fc.boolean(), recusalTold: fc.boolean() }),
  'record-scene': (one) => fc.record({ evidence: fc.constant(`e${one.acts.length}`), proves: elements, officers, certificateShown: fc.boolean(), recusalTold: fc.boolean() }),
  'carry-out-disposal': () => fc.record({ officers }),
  'attach-scan': () => fc.constant({ files: [] }),
  'submit-report': (one) =>
    fc.record({
      outcome: fc.constantFrom('penalty', 'penalty', 'penalty', 'no-penalty'),
      ground: fc.constant('minor-corrected'),
      relied: fc.constantFrom(one.state.evidence.map((each) => each.id), one.state.evidence.filter((each) => !each.unusable).map((each) => each.id)),
      penalties: fc.array(fine, { minLength: 1, maxLength: 1 }),
      circumstances: fc.constantFrom([], [{ effect: 'mitigated', ground: 'merit', evidence: one.state.evidence.slice(0, 1).map((each) => each.id) }]),
    }),
  'propose-decision': (one) => fc.constantFrom({}, { penalties: (one.state.report?.penalties ?? []).map((each) => ({ ...each, amount: (each.amount ?? 0) + 1 })) }),
  discuss: () => fc.constantFrom({ members: [{ person: 'chief', opinion: '' }, { person: 'deputy', opinion: '' }] }, { members: [{ person: 'chief', opinion: '' }] }),
  'discuss-extension': () => fc.constant({ members: [{ person: 'chief', opinion: '' }, { person: 'deputy', opinion: '' }], days: 10 }),
  'record-test-result': (one) => fc.record({ test: fc.constantFrom('none', ...(one.state.tests ?? []).map((each) => each.id)), evidence: fc.constant(`e${one.acts.length}`), proves: elements }),
  'arrange-hearing': (one) => fc.record({ chair: fc.constantFrom('deputy', 'reviewer', 'chen'), at: fc.constantFrom(3, 20).map((days) => new Date(one.now + days * 86_400_000).toISOString()), shorterNotice: fc.boolean() }),
  'hold-hearing': () => fc.constantFrom({}, {}, { chair: 'li' }),
  'register-evidence': (one) => fc.record({ officers, things: fc.constant([{ id: `t${one.acts.length}`, quantity: 1 }]) }),
  serve: () => fc.record({ method: fc.constantFrom('direct', 'left'), officers, outcome: fc.constantFrom('received', 'received', 'refused'), witnessed: fc.boolean() }),
  suspend: () => fc.constantFrom({}, { ground: 'untraceable' }),
  'record-police-answer': () => fc.record({ answer: fc.constantFrom('filed', 'not-filed', 'returned') }),
  'record-payment': () => fc.record({ paidOn: fc.constant('2026-04-01'), receipt: fc.constant('1') }),
  'propose-rectification': () => fc.record({ corrections: fc.constantFrom([{ what: 'date' }], [{ what: 'remedy' }], [{ what: 'amount' }]) }),
  'strike-entry': (one) => fc.record({ entry: fc.constantFrom('none', ...one.acts.map((each) => each.id)) }),
  'record-performance': () => fc.constant({ doneOn: '2026-04-01' }),
}

const walk = fc.gen().map((gen) => {
  const one = new CaseInMemory()
  const kinds = Object.keys(penaltyOrdinary.acts)
  const whos = Object.keys(people) as Who[]
  let decided: PenaltyCase | undefined
  const seen: Refusal[] = []
  const ofFacts: Refusal[] = []
  one.do('clerk', 'register-lead', gen(payloads['register-lead'], one))
  for (let i = 0; i < 80; i++) {
    // Mostly what the case waits for, so that walks get far; else anything by anybody.
    const bare = one.state.stage === 'investigation' && !one.state.evidence.some((each) => !each.unusable)
    const awaited = bare ? ['collect-evidence'] : kinds.filter((kind) => penaltyOrdinary.acts[kind]?.awaited(one.state))
    const anything = gen(fc.integer, { min: 0, max: 9 }) < 2
    const kind = gen(fc.constantFrom, ...(anything || awaited.length === 0 ? kinds.slice(1) : awaited))
    const definition = penaltyOrdinary.acts[kind]
    const able = whos.filter((who) => definition && standing(definition, one.state, people[who], { kind, facts: one.facts }))
    const who = gen(fc.constantFrom, ...(able.length > 0 && gen(fc.integer, { min: 0, max: 9 }) < 9 ? able : whos))
    const told = payloads[kind]
    const payload = told ? gen(told, one) : {}
    const refusals = one.do(who, kind, payload)
    seen.push(...refusals)
    if (penaltyOrdinary.acts[kind]?.nature === 'fact') ofFacts.push(...refusals)
    if (kind === 'decide-penalty' && refusals.length === 0) decided = one.state
    // Later facts (a defence after the decision) change what the file says, not what was lawful then.
    if (gen(fc.integer, { min: 0, max: 9 }) < 2) one.days(gen(fc.integer, { min: 1, max: 9 }))
  }
  return { one, decided, seen, ofFacts }
})

test('random walks never reach an unlawful exercise of power', () => {
  let reached = 0
  fc.assert(
    fc.property(walk, ({ one, decided: state, seen, ofFacts }) => {
      for (const each of seen) {
        expect(each.article.article).toBeGreaterThan(0)
        expect(each.cure.zh.length * each.cure.en.length * each.message.zh.length * each.message.en.length).toBeGreaterThan(0)
      }
      // Whoever lacks the post is told so; what happened is otherwise always recorded.
      expect(ofFacts.every((each) => each.guard === 'by')).toBe(true)
      for (const [kind, definition] of Object.entries(penaltyOrdinary.acts)) {
        if (!definition.answers || definition.returns) continue
        // Of two heads each may propose what the other approves: what counts is the proposal that was answered.
        for (const approval of one.state.done[kind] ?? []) expect((one.state.done[definition.answers] ?? []).findLast((each) => each.seq < approval.seq)?.by).not.toBe(approval.by)
      }
      if (state?.decision?.outcome !== 'penalty') return
      reached++
      const { decision, report, review } = state
      const at = (kind: string) => state.done[kind]?.at(-1)?.at ?? ''
      expect(review?.passed && review.of === report?.hash).toBe(true)
      const notice = state.notices.at(-1)
      expect(notice?.of).toBe(report?.hash)
      for (const party of notice?.parties ?? []) {
        expect(party.served).toBeDefined()
        const due = state.clocks.findLast((each) => each.clock === 'defence' && each.subject === party.party)?.due ?? '9999-12-31'
        expect(party.waived !== undefined || party.rechecked !== undefined || isOver(due, at('decide-penalty'))).toBe(true)
      }
      for (const penalty of decision.penalties) {
        expect(['fine', 'warning', 'confiscate-goods']).toContain(penalty.kind)
        expect(penalty.amount).toBeLessThanOrEqual(5_000_000)
        if ((penalty.amount ?? 0) < 500_000) expect(report?.circumstances.some((each) => each.effect === 'mitigated')).toBe(true)
      }
      expect(finesOf(decision.penalties, 'shop')).toBeLessThanOrEqual(finesOf(notice?.penalties ?? [], 'shop'))
      if (report?.circumstances.length) expect(state.discussion?.of).toBe(state.proposals['propose-decision']?.hash)
      expect(state.violations[0]?.until).not.toBe('2023-03-01')
      const proven = new Set(state.evidence.filter((each) => report?.relied.includes(each.id) && !each.unusable).flatMap((each) => each.proves))
      expect([...proven].sort()).toEqual(['amount', 'circumstance', 'conduct', 'identity'])
      if (['closed', 'archived'].includes(one.state.stage)) expect(one.state.performance.every((each) => each.done)).toBe(true)
    }),
    { numRuns: 100, endOnFailure: true },
  )
  // A property nobody reaches proves nothing.
  expect(reached).toBeGreaterThan(3)
}, 90_000)

test('stepping and folding give the same state', () => {
  fc.assert(
    fc.property(walk, ({ one }) => {
      expect(one.refolded()).toEqual(one.state)
    }),
    { numRuns: 30, endOnFailure: true },
  )
})

/** A case from lead to payment, each step at its own hour of its own day. */
const life: readonly (readonly [day: number, who: Who, kind: string, told: (one: CaseInMemory) => object])[] = [
  [0, 'clerk', 'register-lead', () => ({ source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })],
  [0, 'unitHead', 'assign', () => ({ team: ['chen', 'li'] })],
  [1, 'chen', 'propose-filing', () => ({ parties: ['shop'], violations: [{ id: 'v1', item: 'expired', from: '2026-02-20', until: '2026-03-01', parties: ['shop'], harm: false }], team: ['chen', 'li'] })],
  [1, 'chief', 'approve-filing', () => ({})],
  [2, 'chen', 'interview', () => ({ evidence: 'e1', proves: ['identity', 'conduct', 'circumstance', 'amount'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true })],
  [3, 'chen', 'order-to-correct', () => ({})],
  [3, 'chen', 'submit-report', () => ({ relied: ['e1'], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 1_000_000, branch: 0 }] })],
  [3, 'unitHead', 'endorse-report', () => ({})],
  [4, 'reviewer', 'pass-review', () => ({})],
  [4, 'chief', 'issue-notice', () => ({})],
  [5, 'chen', 'serve', (one) => ({ document: one.last('issue-notice'), party: 'shop' })],
  [15, 'chen', 'propose-decision', () => ({})],
  [15, 'chief', 'decide-penalty', () => ({})],
  [16, 'chen', 'serve', (one) => ({ document: one.last('decide-penalty'), party: 'shop' })],
  [20, 'chen', 'record-payment', (one) => ({ item: one.state.performance[0]?.id, amount: 400_000, channel: 'bank', paidOn: '2026-03-22', receipt: '1' })],
]
const begins = Date.parse('2026-03-02T01:00:00.000Z')
const timeOf = (at: number): number => begins + (life[at]?.[0] ?? 0) * 86_400_000 + at * 3_600_000

/** The steps from number `from` on. @returns the refusals of the first power that did not pass */
function lived(one: CaseInMemory, from: number): { readonly kind: string; readonly refusals: readonly Refusal[] } | undefined {
  let stopped: { kind: string; refusals: readonly Refusal[] } | undefined
  for (const [at, [, who, kind, told]] of life.entries()) {
    if (at < from) continue
    one.now = timeOf(at)
    const refusals = one.do(who, kind, told(one))
    if (refusals.length > 0) stopped ??= { kind, refusals }
  }
  return stopped
}

/** The same case once more, to go on otherwise. */
function copyOf({ state, acts }: CaseInMemory): CaseInMemory {
  const copy = new CaseInMemory()
  copy.state = state
  copy.acts.push(...acts)
  return copy
}

/** What happened between two steps, as it would be told then. */
const happened: Readonly<Record<string, (one: CaseInMemory) => object>> = {
  'state-defence': () => ({ party: 'shop' }),
  'waive-defence': () => ({ party: 'shop', waived: ['defence', 'hearing'] }),
  interview: () => ({ evidence: 'x', proves: ['identity'], officers: ['chen', 'li'], certificateShown: true, recusalTold: true }),
  'collect-evidence': () => ({ evidence: 'x', kind: 'documentary', proves: ['identity'], officers: ['chen', 'li'] }),
  serve: (one) => ({ document: one.last('decide-penalty') || one.last('issue-notice') || 'issue-notice-0', party: 'shop', officers: ['chen', 'li'], method: 'direct', outcome: 'received' }),
  'record-payment': (one) => ({ item: one.state.performance[0]?.id ?? 'none', amount: 300_000, channel: 'bank', paidOn: '2026-03-20', receipt: '2' }),
}

/** The state without what tells of the order of arrival; an act is named by its kind and which of them it was in legal time. */
function legalState({ state, acts }: CaseInMemory): unknown {
  const { findings, readers: _readers, proposals: _proposals, done: _done, ...legal } = state
  const nth = new Map<string, number>()
  const names = new Map(acts.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.seq - b.seq)).map(({ id, kind }) => {
    nth.set(kind, (nth.get(kind) ?? 0) + 1)
    return [id, `${kind} ${nth.get(kind)}`]
  }))
  const text = JSON.stringify({ ...legal, findings: findings.filter((each) => each.rule.startsWith('mark:')).map((each) => each.rule).sort() })
  return JSON.parse(text.replaceAll(/"(hash-)?([a-z-]+-\d+)(\.\d+)?"/g, (whole, hash = '', id = '', part = '') => (names.has(String(id)) ? `"${hash}${names.get(String(id))}${part}"` : whole)))
}

test('a late fact, wherever in the case it happened, gives the state of one that came in time; a power it would have stopped is flagged', () => {
  const reached = new Set<string>()
  const whole = new CaseInMemory()
  const upTo = life.map(([, who, kind, told], at) => {
    whole.now = timeOf(at)
    expect(whole.do(who, kind, told(whole))).toEqual([])
    return copyOf(whole)
  })
  for (const [kind, told] of Object.entries(happened))
    for (let place = 1; place < life.length; place++) {
      const inTime = copyOf(upTo[place] ?? whole)
      const at = new Date(timeOf(place) + 1_800_000).toISOString()
      const payload = told(inTime)
      inTime.now = Date.parse(at)
      expect(inTime.do('chen', kind, payload, at)).toEqual([])
      const stopped = lived(inTime, place + 1)
      const late = copyOf(whole)
      late.now = timeOf(life.length - 1) + 7_200_000
      expect(late.do('chen', kind, payload, at)).toEqual([])
      const where = `${kind} after ${life[place]?.[2]}`
      if (stopped) {
        reached.add(`${where} stops ${stopped.kind}`)
        const flags = late.state.findings.flatMap(({ rule, act }) => (act.startsWith(stopped.kind) ? [rule] : []))
        for (const { guard } of stopped.refusals) expect(flags, where).toContain(`flag:${guard}`)
      } else {
        reached.add(where)
        expect(legalState(late), where).toEqual(legalState(inTime))
      }
    }
  // A defence that came in before the decision and was not looked at stops it (45); one that came after does not.
  expect([...reached]).toEqual(expect.arrayContaining([
    'state-defence after serve stops propose-decision', 'state-defence after propose-decision stops decide-penalty', 'state-defence after decide-penalty', 'serve after issue-notice', 'record-payment after serve',
  ]))
}, 90_000)
