import { stillOwed } from '../guards/remedies.ts'
import { addDays, dayOf } from '../time/day.ts'
import { currentNotice, guardianOrdersOwed } from './penalty-case.ts'
import type { Penalty } from './penalty-decided.ts'
import { decisionAgainst, openItems, restOf, surchargeOn } from './penalty-dues.ts'
import { partiesToServe } from './penalty-effects.ts'
import { pendingRemedy } from './penalty-redress.ts'
import { toServe } from './penalty-to-serve.ts'
import { reliable } from './penalty-verification.ts'
import type { CaseInMemory } from './walk.test-data.ts'

/** What each act of a random life is told, chapter by chapter; what is left out the form fills in. */

export type Chance = (of: number) => number
export type Told = (one: CaseInMemory, chance: Chance) => object

/** Who may come into a life: `heir`, `newcomer`, `zhao` and `renewed` step in later. */
export const everybody = { shop: 'individual-business', firm: 'legal-person', boss: 'person', unknown: 'person', zhao: 'person', heir: 'person', newcomer: 'legal-person', renewed: 'legal-person' } as const

export const elements = ['identity', 'conduct', 'circumstance', 'amount'] as const
export const today = (one: CaseInMemory) => dayOf(one.now)
export const pick = <T>(chance: Chance, all: readonly T[]): T => all[chance(all.length)] as T
const somebody: (one: CaseInMemory, chance: Chance) => string | undefined = (one, chance) => pick(chance, one.state.parties)?.id
const fresh = (one: CaseInMemory, id: string) => !one.state.parties.some((each) => each.id === id) && !one.state.formerParties?.includes(id)
const team = (one: CaseInMemory) => (one.state.team.length > 1 ? one.state.team : officersLeft(one))
const officersLeft = (one: CaseInMemory) => ['chen', 'li', 'wang'].filter((each) => !one.state.recused?.includes(each)).slice(0, 2)
const made = (one: CaseInMemory, letter: string) => `${letter}${one.acts.length}`
const evidenceOf: Told = (one) => ({ evidence: made(one, 'e'), proves: elements, officers: team(one), certificateShown: true, recusalTold: true })
export const openHeld = (one: CaseInMemory) => one.state.held.filter((each) => !each.disposal)
const disposals: Told = (one) => ({ disposals: openHeld(one).map(({ id }) => ({ held: id, disposal: 'return' })) })
const things: Told = (one) => ({ officers: team(one), things: [{ id: made(one, 't'), quantity: 2 }, { id: made(one, 'u'), quantity: 1 }] })
const violation = (id: string, parties: readonly string[]) => ({ id, item: 'expired', from: id === 'v2' ? '2026-01-05' : '2026-02-01', until: id === 'v2' ? '2026-01-20' : '2026-02-28', parties, harm: false })

const onLead: Readonly<Record<string, Told>> = {
  'register-lead': (_, chance) => ({ source: pick(chance, ['complaint', 'report', 'report', 'inspection', 'transfer']), received: '2026-03-02', discoveredOn: '2026-03-02', realName: chance(2) === 0, suspects: ['shop'] }),
  'record-legacy-case': () => ({ number: '旧1', outcome: 'penalty', parties: ['shop'], violations: [violation('v1', ['shop'])], penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount: 500_000, paid: 500_000 }], received: '2025-03-02', discoveredOn: '2025-03-02', filedOn: '2025-03-03', noticeServed: [{ party: 'shop', on: '2025-03-10' }], decidedOn: '2025-04-01', decisionServed: [{ party: 'shop', on: '2025-04-02' }], closedOn: '2025-05-06' }),
  'take-over': (_, chance) => ({ number: '旧2', at: pick(chance, ['lead', 'investigation', 'performance']), parties: ['shop', 'firm'], violations: [violation('v1', ['shop', 'firm'])], team: ['chen', 'li'], proven: elements, penalties: ['shop', 'firm'].map((party) => ({ party, violation: 'v1', kind: 'fine', amount: 500_000 })), received: '2026-02-02', discoveredOn: '2026-02-02', filedOn: '2026-02-03', noticeServed: ['shop', 'firm'].map((party) => ({ party, on: '2026-02-10' })), decidedOn: '2026-02-26', decisionServed: ['shop', 'firm'].map((party) => ({ party, on: '2026-02-27' })), reviewedOn: '2026-02-09' }),
  'receive-transfer': (one) => ({ on: today(one) }),
  'answer-transfer': (_, chance) => ({ answer: pick(chance, ['accepted', 'accepted', 'accepted', 'sent-back']) }),
  assign: () => ({ team: ['chen', 'li'] }),
  'propose-filing': (_, chance) => {
    const parties = pick(chance, [['shop'], ['shop', 'firm'], ['shop', 'firm', 'boss'], ['firm', 'boss'], ['shop', 'unknown']])
    const standing = parties.flatMap((party) => (party === 'boss' ? [{ party, as: 'responsible' }] : party === 'unknown' ? [{ party, as: 'unidentified' }] : []))
    return { parties, standing, team: ['chen', 'li'], violations: [violation('v1', parties), ...(chance(3) === 0 ? [violation('v2', parties.slice(0, 1))] : [])] }
  },
}

const onEvidence: Readonly<Record<string, Told>> = {
  'collect-evidence': (one, chance) => ({ evidence: made(one, 'e'), kind: 'documentary', proves: elements, officers: team(one), ...(reliable(one.state).length > 0 ? { monitoring: chance(4) === 0, doubtful: chance(4) === 0 } : {}) }),
  'review-monitoring-record': (_, chance) => ({ device: true, content: chance(3) > 0 }),
  'verify-evidence': (_, chance) => ({ result: pick(chance, ['true', 'untrue']) }),
  interview: (one, chance) => ({ ...evidenceOf(one, chance), whom: 'party', party: somebody(one, chance) }),
  'record-scene': evidenceOf,
  'register-recording': (one) => ({ evidence: made(one, 'e'), title: '检查录像', recorder: 'Z-3', path: '采集站/3', from: '2026-03-02T02:00:00.000Z', minutes: 12, hash: 'a'.repeat(64), proves: ['conduct'] }),
  'order-to-correct': (one, chance) => ({ party: somebody(one, chance), ...(chance(2) === 0 ? { by: addDays(today(one), 5) } : {}) }),
  're-inspect': (one, chance) => ({ ...evidenceOf(one, chance), result: pick(chance, ['corrected', 'partly']) }),
  'take-sample': (one, chance) => ({ ...things(one, chance), party: somebody(one, chance) }),
  'commission-test': (one) => ({ test: made(one, 'test'), ...(one.state.tests?.some(({ answered }) => answered === 'retest') ? { retestOf: one.state.tests.find(({ answered }) => answered === 'retest')?.id } : {}) }),
  'record-test-result': (one) => ({ evidence: made(one, 'e'), proves: ['conduct'] }),
  'object-to-test': (one, chance) => ({ party: somebody(one, chance) }),
  'answer-objection': (_, chance) => ({ answer: pick(chance, ['retest', 'kept']) }),
  'propose-registration': (one, chance) => ({ party: somebody(one, chance), things: [{ id: 'planned', quantity: 2 }] }),
  'register-evidence': (one, chance) => ({ ...things(one, chance), urgent: chance(3) === 0 }),
  'propose-seizure': (one, chance) => ({ party: somebody(one, chance), measure: pick(chance, ['sealed', 'seized']), things: [{ id: 'planned', quantity: 2 }] }),
  'carry-out-seizure': (one, chance) => ({ ...things(one, chance), urgent: chance(3) === 0 }),
  'report-urgent': () => ({ basis: '食品安全法第一百一十条' }),
  'extend-seizure': (one) => ({ held: one.state.held.find((each) => !each.disposal && !each.extended && each.measure !== 'sampled' && each.measure)?.id }),
  'dispose-registered': disposals,
  'carry-out-disposal': (one) => ({ officers: team(one), held: one.state.held.filter((each) => each.disposal && !each.carriedOut).map(({ id }) => id) }),
  'compare-norms': (one) => ({ comparisons: one.state.violations.slice(0, 1).map(({ id }) => ({ violation: id, result: 'same' })) }),
  'discuss-extension': () => ({ members: [{ person: 'chief' }, { person: 'deputy' }], days: 10 }),
  'record-joint-action': (one) => ({ body: 'justice', form: 'joint', officers: ['supervisor'], from: today(one) }),
}

const onPeople: Readonly<Record<string, Told>> = {
  'ask-recusal': (one, chance) => ({ person: pick(chance, one.state.team) }),
  'decide-recusal': (_, chance) => ({ granted: chance(3) > 0 }),
  'replace-officers': (one) => ({ team: officersLeft(one) }),
  'propose-party-change': (one, chance) => {
    const { parties, evidence, decision } = one.state
    const proof = { evidence: evidence.filter((each) => each.proves.some((proved) => proved === 'identity') && !each.unusable).map(({ id }) => id).slice(0, 1) }
    const unknown = parties.find(({ role }) => role === 'unidentified')
    if (unknown) return { change: 'identify', party: unknown.id, to: 'zhao', ...proof }
    const change = decision ? 'succeed' : pick(chance, ['add', 'drop', 'succeed'])
    if (change === 'drop') return { change, party: parties.at(-1)?.id }
    return change === 'add' ? { change, to: fresh(one, 'newcomer') ? 'newcomer' : undefined, role: 'party', ...proof } : { change, party: somebody(one, chance), to: fresh(one, 'heir') ? 'heir' : undefined, ...proof }
  },
  'correct-party': (one, chance) => ({ party: somebody(one, chance), to: 'renewed', what: 'renamed' }),
  'propose-violations': (one) => ({ violations: [violation('v3', one.state.parties.map(({ id }) => id).slice(0, 1))] }),
  'name-representative': (one, chance) => ({ party: somebody(one, chance), as: 'legal' }),
  'name-guardian': (one, chance) => (guardianOrdersOwed(one.state).length > 0 ? {} : { party: somebody(one, chance) }),
  'accept-joinder': (_, chance) => ({ kind: pick(chance, ['merge', 'split']), matter: 'host' }),
  'propose-joinder': (one, chance) => (chance(2) === 0 ? { kind: 'merge', matter: 'host' } : { kind: 'split', matter: 'host', partiesGoing: one.state.parties.slice(-1).map(({ id }) => id), heldGoing: [] }),
  'propose-redaction': (one) => ({ texts: [{ entry: one.acts.findLast(({ kind }) => kind === 'interview')?.id, field: 'questions.0.answer' }], ground: 'unrelated', documents: [] }),
  'strike-entry': (one) => ({ entry: one.acts.findLast((each) => struckSometimes.includes(each.kind) && !one.state.struck?.[each.id])?.id }),
}
const struckSometimes = ['interview', 'register-recording', 'name-representative', 'confirm-address', 'object-to-demand']

const onReport: Readonly<Record<string, Told>> = {
  'submit-report': (one, chance) => {
    const { state } = one
    const appraisals = state.tests?.flatMap(({ result }) => result?.evidence ?? []) ?? []
    const relied = reliable(state).filter((id) => !appraisals.includes(id))
    const open = state.reopened?.parties ?? state.parties.map(({ id }) => id)
    const plain = { relied, circumstances: [], sameAct: [], major: chance(5) === 0 }
    if (chance(7) === 0) return { ...plain, outcome: 'no-penalty', ground: pick(chance, ['minor-corrected', 'no-capacity', 'not-established']), penalties: [], major: false }
    const spared = open.length > 1 && chance(4) === 0 ? [{ party: open.at(-1), ground: pick(chance, ['no-fault', 'no-capacity']) }] : []
    const cells = state.violations.flatMap(({ id, parties }, i) => parties.filter((party) => open.includes(party) && !spared.some((each) => each.party === party)).map((party) => ({ party, violation: id, i })))
    const amount = pick(chance, [500_000, 800_000, 2_000_000])
    const proposed: readonly Penalty[] = cells.flatMap(({ i, ...cell }): Penalty[] => (i > 1 || stillOwed(state, { ...cell, kind: 'fine' }) ? [{ ...cell, kind: 'warning' }] : [{ ...cell, kind: 'fine', amount, branch: 0 }, ...(i === 0 && amount === 800_000 ? [{ ...cell, kind: 'confiscate-goods' as const }] : [])]))
    const penalties = proposed.filter((each) => !stillOwed(state, each))
    return { ...plain, outcome: 'penalty', penalties, ...(spared.length > 0 ? { spared } : {}), newFact: relied.slice(-1) }
  },
  'state-defence': (one, chance) => ({ party: somebody(one, chance) }),
  'waive-defence': (one, chance) => ({ party: somebody(one, chance), waived: ['defence', 'hearing'] }),
  'recheck-defence': () => ({ adopted: 'not-adopted' }),
  'request-hearing': (one, chance) => ({ party: (chance(4) > 0 ? currentNotice(one.state)?.hearing[0] : undefined) ?? somebody(one, chance) }),
  'arrange-hearing': (one) => ({ chair: 'deputy', at: new Date(one.now + 20 * 86_400_000).toISOString() }),
  'hold-hearing': (one, chance) => ({ attendance: (one.state.hearing?.parties ?? []).map((party) => ({ party, came: pick(chance, ['present', 'agent', 'absent']) })) }),
  'propose-decision': disposals,
  discuss: () => ({ members: [{ person: 'chief' }, { person: 'deputy' }], agreed: true }),
}

const onService: Readonly<Record<string, Told>> = {
  'confirm-address': (one, chance) => ({ party: somebody(one, chance), electronic: chance(3) > 0 }),
  serve: (one, chance) => ({
    ...toServe(one.state),
    officers: team(one),
    ...pick(chance, [{ method: 'direct', outcome: 'received' }, { method: 'direct', outcome: 'received' }, { method: 'direct', outcome: 'failed' }, { method: 'left', outcome: 'refused', witnessed: true }, { method: 'post', outcome: 'received', received: today(one) }]),
  }),
  'serve-electronically': (one) => ({ ...toServe(one.state), entered: today(one) }),
  announce: (one) => ({ ...toServe(one.state) }),
  'propose-rectification': (_, chance) => ({ corrections: [{ what: pick(chance, ['date', 'remedy']) }] }),
}

const onPerformance: Readonly<Record<string, Told>> = {
  'record-payment': (one, chance) => {
    const item = openItems(one.state).find((each) => each.owed > 0)
    const rest = item ? restOf(item) : 0
    const spot = chance(5) === 0 ? { channel: 'on-the-spot', ground: 'hard-later' } : {}
    return { paidOn: today(one), receipt: '1', ...spot, ...(rest > 1000 && chance(4) === 0 ? { amount: 1000 } : {}) }
  },
  'hand-in-collected': (one) => ({ handedOn: today(one) }),
  'record-performance': (one) => ({ doneOn: today(one) }),
  'grant-postponement': (one, chance) => ({ requestedOn: today(one), instalments: parts(one, chance) }),
  'issue-demand': (one) => ({ party: undemanded(one.state)?.party, amount: 0, by: addDays(today(one), 20) }),
  'object-to-demand': () => ({}),
  'recheck-demand': () => ({ adopted: 'not-adopted' }),
  'decide-surcharge': (one) => {
    const item = openItems(one.state).find((each) => each.kind === 'fine')
    return { amount: item ? surchargeOn(one.state, item, today(one)) : 0 }
  },
  'apply-to-court': (one, chance) => {
    const party = pick(chance, openItems(one.state))?.party
    return { items: openItems(one.state, party).flatMap(({ id, court }) => (court ? [] : [id])) }
  },
  'enter-execution-agreement': (one, chance) => ({ instalments: parts(one, chance), waiveSurcharge: true, remedied: true }),
  'record-court-outcome': (_, chance) => ({ outcome: pick(chance, ['accepted', 'ruled', 'enforced', 'ended']) }),
  'suspend-execution': (_, chance) => ({ ground: pick(chance, ['hardship', 'third-party']) }),
  'end-execution': (one, chance) => ({ items: openItems(one.state, pick(chance, openItems(one.state))?.party).map(({ id }) => id), ground: pick(chance, ['death', 'dissolution', 'object-lost']) }),
}

/** Something is owed under a decision by somebody who was not told to pay yet. */
export const undemanded = (state: CaseInMemory['state']) => openItems(state).find(({ party }) => !state.demands?.some((each) => each.party === party && each.decision === decisionAgainst(state, party)))

function parts(one: CaseInMemory, chance: Chance) {
  const item = openItems(one.state).find((each) => each.kind === 'fine')
  const rest = item ? restOf(item) : 0
  const first = chance(2) === 0 ? rest : Math.floor(rest / 2)
  return [{ due: addDays(today(one), 30), amount: first }, ...(rest > first ? [{ due: addDays(today(one), 60), amount: rest - first }] : [])]
}

const onRemedies: Readonly<Record<string, Told>> = {
  'record-remedy': (one, chance) => ({ party: somebody(one, chance), way: pick(chance, ['review', 'litigation']), on: today(one) }),
  'record-remedy-result': (one, chance) => {
    const pending = pendingRemedy(one.state)
    const item = openItems(one.state, pending?.party).find((each) => each.owed > 1000)
    const outcome = pick(chance, ['upheld', 'annulled', 'varied', 'partly', 'illegal', 'void', 'mediated', 'withdrawn', 'rejected'])
    return { outcome, procedural: true, on: today(one), changes: item ? [{ item: item.id, ...(outcome === 'partly' ? {} : { amount: 1000 }) }] : [] }
  },
  'revoke-own-decision': (one, chance) => ({ parties: partiesToServe(one.state).slice(0, 1 + chance(3)), fault: 'procedure' }),
  're-open': (_, chance) => (chance(2) === 0 ? { days: 60 } : {}),
  'withdraw-publicity': (one) => ({ on: today(one) }),
}

const onWaysOut: Readonly<Record<string, Told>> = {
  suspend: () => ({ ground: 'other-case' }),
  terminate: () => ({ ground: 'death' }),
  'cancel-mistaken-filing': () => ({ ground: 'duplicate' }),
  'acknowledge-finding': () => ({ result: 'justified' }),
  'transfer-jurisdiction': () => ({ to: '邻县' }),
  'record-transfer-receipt': (one, chance) => ({ outcome: pick(chance, ['accepted', 'refused']), on: today(one) }),
  'record-designation': (one, chance) => ({ to: pick(chance, ['here', 'elsewhere']), on: today(one) }),
  'contest-not-filing': (one, chance) => ({ way: pick(chance, ['reconsideration', 'procuratorate']), on: today(one) }),
  'record-contest-answer': (one, chance) => ({ outcome: pick(chance, ['kept', 'none', 'filed']), on: today(one) }),
  'record-police-answer': (one, chance) => ({ answer: pick(chance, ['not-filed', 'returned', 'judged']), on: today(one) }),
  'close-after-judgment': () => ({ ground: 'sentenced' }),
}

export const payloads: Readonly<Record<string, Told>> = { ...onLead, ...onEvidence, ...onPeople, ...onReport, ...onService, ...onPerformance, ...onRemedies, ...onWaysOut }
