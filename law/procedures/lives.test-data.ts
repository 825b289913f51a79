import type { Facts } from '../facts.ts'
import { standing, waitingFor } from '../judge.ts'
import { dayOf, isDay } from '../time/day.ts'
import { currentNotice, guardianOrdersOwed, type PenaltyCase } from './penalty-case.ts'
import { openItems } from './penalty-dues.ts'
import { elements, everybody, openHeld, payloads, pick, today, undemanded, type Chance } from './lives-payloads.test-data.ts'
import { pendingThings } from './penalty-lots.ts'
import { beforeDecision } from './penalty-people.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { pendingRemedy, setAsideFor, stayed } from './penalty-redress.ts'
import { toServe } from './penalty-to-serve.ts'
import { reliable } from './penalty-verification.ts'
import { body, CaseInMemory, lawful, people, type Who } from './walk.test-data.ts'

/** Lawful lives of cases: whoever is waited for does what the case waits for, now and then something else that he may do. */

/** The same seed lives the same life. */
function chanceOf(seed: number): Chance {
  let state = seed | 0
  return (of) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % of
  }
}

/** Another case of the body, `host`, takes in whatever this one gives. */
const released = (['merge', 'split'] as const).map((of) => ({ matter: 'host', release: { act: `accept-${of}`, kind: 'accept' as const, of, to: 'here', body, parties: [], violations: [], evidence: [], held: [] }, files: {} }))
const facts: Facts = { ...lawful, parties: Object.fromEntries(Object.entries(everybody).map(([id, kind]) => [id, { kind }])), released }

type When = (state: PenaltyCase, one: CaseInMemory) => boolean
const at = (...stages: string[]): When => ({ stage }) => stages.includes(stage)
const investigated = at('investigation')
const performing = at('performance')
const early = at('lead', 'filing', 'investigation')
/** The report of record stands open until it is endorsed anew; what was reported in urgency and lapsed asks for no answer any more (强制法 19). */
export const unanswered = (state: PenaltyCase): string[] =>
  Object.entries(state.proposals).flatMap(([kind, { status }]) => (status === 'open' && kind !== 'submit-report' && !(kind === 'report-urgent' && pendingThings(state).length === 0) ? [kind] : []))
/** What a sensible head sees to before a case leaves his hands. */
const settled: When = (state) => unanswered(state).length === 0
const seldom = (when: When): When => (state, one) => one.acts.length > 12 && one.acts.length % 5 === 0 && settled(state, one) && when(state, one)
const once = (kind: string, when: When): When => (state, one) => state.done[kind] === undefined && when(state, one)
const asked: When = (state) => state.stage === 'notice' && currentNotice(state)?.parties.some((each) => each.served && !each.defended && !each.waived) === true
const owing: When = (state) => state.stage === 'performance' && openItems(state).some((each) => each.kind === 'fine')

/** What nobody waits for but may come in, and when it is worth trying; what ends a case, or begins it anew, is seldom. */
const besides: Readonly<Record<string, When>> = {
  'collect-evidence': investigated,
  interview: early,
  'record-scene': early,
  'register-recording': once('register-recording', investigated),
  'order-to-correct': once('order-to-correct', early),
  'take-sample': once('take-sample', early),
  'commission-test': (state) => early(state, undefined as never) && ((state.tests ?? []).length === 0 ? state.held.some((each) => each.measure === 'sampled') : state.tests?.some(({ id, answered }) => answered === 'retest' && !state.tests?.some(({ retestOf }) => retestOf === id)) === true),
  'object-to-test': (state) => investigated(state, undefined as never) && state.tests?.some((each) => each.result && !each.objected) === true,
  'propose-registration': once('propose-registration', early),
  'register-evidence': (state, one) => early(state, one) && state.held.length < 4,
  'propose-seizure': once('propose-seizure', early),
  'carry-out-seizure': (state, one) => early(state, one) && state.held.length < 6,
  'extend-seizure': (state) => state.held.some((each) => (each.measure === 'seized' || each.measure === 'sealed') && !each.disposal && !each.extended),
  'verify-evidence': (state) => state.evidence.some((each) => each.doubt === 'open'),
  'compare-norms': once('compare-norms', investigated),
  'extend-verification': at('lead'),
  'propose-extension': (state, one) => investigated(state, one) && (state.terms?.decision?.length ?? 0) < 2,
  'unseal-informant': (state) => state.lead?.realName === true && state.done['unseal-informant'] === undefined,
  'record-joint-action': once('record-joint-action', investigated),
  'ask-recusal': once('ask-recusal', at('investigation', 'notice', 'performance')),
  'replace-officers': once('replace-officers', at('investigation', 'performance')),
  'propose-party-change': (state, one) => at('investigation', 'notice', 'performance')(state, one) && (state.done['propose-party-change']?.length ?? 0) < 2,
  'correct-party': once('correct-party', at('investigation', 'performance')),
  'propose-violations': once('propose-violations', investigated),
  'name-representative': once('name-representative', at('notice', 'performance')),
  'name-guardian': once('name-guardian', investigated),
  'accept-joinder': once('accept-joinder', investigated),
  'propose-joinder': seldom(investigated),
  'propose-redaction': once('propose-redaction', at('performance', 'archived')),
  'strike-entry': (state, one) => one.acts.length > 15 && state.struck === undefined && ['investigation', 'notice', 'performance'].includes(state.stage),
  'propose-not-filing': at('lead'),
  'return-review': once('return-review', at('review')),
  'state-defence': asked,
  'waive-defence': asked,
  'request-hearing': (state, one) => asked(state, one) && state.hearing === undefined,
  'confirm-address': once('confirm-address', at('notice', 'service')),
  'serve-electronically': (state, one) => state.addresses?.some((each) => each.electronic && each.party === toServe(one.state)?.party) === true,
  announce: (state, one) => toServe(one.state) !== undefined && state.services.some((each) => each.failed && each.of === toServe(one.state)?.document && each.party === toServe(one.state)?.party),
  'propose-rectification': once('propose-rectification', at('service', 'performance')),
  'grant-postponement': once('grant-postponement', owing),
  'suspend-execution': once('suspend-execution', performing),
  'end-execution': seldom(owing),
  'record-remedy': (state, one) => performing(state, one) && (state.remedies?.length ?? 0) < 2 && pendingRemedy(state) === undefined,
  'record-stay': (state) => pendingRemedy(state) !== undefined && !stayed(state),
  'revoke-own-decision': (state, one) => once('revoke-own-decision', seldom(at('service', 'performance')))(state, one),
  're-open': (state) => setAsideFor(state).length > 0 && (state.earlier?.length ?? 0) < 2,
  suspend: investigated,
  terminate: seldom(investigated),
  'cancel-mistaken-filing': seldom(investigated),
  'transfer-jurisdiction': seldom(investigated),
  'ask-designation': once('ask-designation', (state, one) => early(state, one) && state.earlier === undefined),
  'report-suspected-crime': once('report-suspected-crime', seldom(at('lead', 'investigation', 'service', 'performance'))),
  'contest-not-filing': (state) => state.crime?.answer === 'not-filed' && (state.crime.contests?.length ?? 0) < 2,
  'close-after-judgment': (state) => state.crime?.answer === 'judged',
}

const identified = (state: PenaltyCase): boolean => state.evidence.some((each) => each.proves.includes('identity') && !each.unusable)

/** What no evidence that may be used proves yet. */
const unproven = (state: PenaltyCase): boolean => {
  const usable = reliable(state)
  return elements.some((element) => !state.evidence.some(({ id, proves }) => usable.includes(id) && proves.includes(element)))
}

/** What the case cannot end without, though nobody's desk may show it yet. */
function due(one: CaseInMemory, chance: Chance): string[] {
  const { state } = one
  if ((beforeDecision.some((stage) => stage === state.stage) && unproven(state)) || (guardianOrdersOwed(state).length > 0 && !identified(state))) return ['collect-evidence']
  const known = state.parties.every(({ role }) => role !== 'unidentified') || state.stage === 'lead' || state.stage === 'filing'
  return [
    ...(known || !at('investigation', 'notice', 'decision')(state, one) || state.proposals['propose-party-change']?.status === 'open' ? [] : ['propose-party-change']),
    ...(state.held.some((each) => each.disposal && !each.carriedOut) && chance(3) > 0 ? ['carry-out-disposal'] : []),
    ...(openHeld(one).length > 0 && chance(3) === 0 ? ['dispose-registered'] : []),
    ...(pendingRemedy(state) && chance(3) === 0 ? ['record-remedy-result'] : []),
    ...(stayed(state) && !pendingRemedy(state) ? ['end-stay'] : []),
    ...(state.halts?.some((each) => !each.until) && chance(3) === 0 ? ['resume-execution'] : []),
    ...(toServe(one.state) ? ['serve'] : []),
    ...(state.designation === 'elsewhere' && settled(state, one) ? ['transfer-jurisdiction'] : []),
  ]
}

/** Who does not pay is demanded, surcharged, and brought before the court. */
const forced = (one: CaseInMemory, chance: Chance): string[] => {
  const { state } = one
  const owed = openItems(state)
  if (toServe(one.state)) return ['serve']
  if (owed.some((each) => each.court && each.court.outcome !== 'rejected')) return ['record-court-outcome']
  if (undemanded(state)) return ['issue-demand']
  const more = state.done['object-to-demand'] || chance(2) === 0 ? [] : ['object-to-demand']
  return [...more, ...(owed.some((each) => each.surcharge) ? [] : ['decide-surcharge']), ...(state.done['enter-execution-agreement'] || chance(3) > 0 ? [] : ['enter-execution-agreement']), 'recheck-demand', 'apply-to-court']
}

/** A life is over when nobody has anything left to do in it. */
const isOver = ({ state }: CaseInMemory): boolean => state.ended && state.held.every((each) => each.carriedOut) && waitingFor(penaltyOrdinary, state).length === 0

/** One life, from the lead until it ends or nothing more moves it. */
export function live(seed: number): CaseInMemory {
  const chance = chanceOf(seed)
  const one = new CaseInMemory()
  one.facts = chance(2) === 0 ? facts : { ...facts, parties: { ...facts.parties, shop: { kind: 'legal-person' } } }
  const [pays, prompt] = [chance(4) > 0, chance(4) > 0]
  attempt(one, pick(chance, [...Array.from({ length: 20 }, () => 'register-lead'), 'take-over', 'take-over', 'record-legacy-case']), chance)
  for (let i = 0, idle = 0; i < 400 && !isOver(one); i++) {
    lapse(one)
    const awaited = [...new Set(waitingFor(penaltyOrdinary, one.state).map(({ act }) => act))].filter((kind) => prompt || kind !== 'dispose-registered' || chance(5) === 0)
    const wanted = [...due(one, chance), ...(!pays && owing(one.state, one) ? [...forced(one, chance), ...awaited.filter((each) => each !== 'record-payment')] : awaited)]
    const rare = i < 120 && chance(2) === 0 ? Object.keys(besides).filter((kind) => besides[kind]?.(one.state, one)) : []
    const back = returns(one)
    const answers = awaited.filter((kind) => penaltyOrdinary.acts[kind]?.answers)
    const tried = [...(chance(6) === 0 ? back.filter((kind) => !one.state.done[kind]) : []), ...answers, ...rare.slice(chance(Math.max(1, rare.length))).slice(0, 1), ...wanted.slice(chance(Math.max(1, wanted.length))), ...wanted, ...back.filter((kind) => kind !== 'return-report')]
    if (tried.some((kind) => attempt(one, kind, chance))) idle = 0
    else one.days(++idle)
    if (chance(25) === 0 || (!prompt && openHeld(one).length > 0 && chance(4) === 0)) one.days(pick(chance, [2, 12, 40]))
  }
  return one
}

const returns = ({ state }: CaseInMemory): string[] =>
  Object.entries(penaltyOrdinary.acts).flatMap(([kind, { returns: sendsBack, answers, from }]) => (sendsBack && from?.includes(state.stage) && state.proposals[answers ?? '']?.status === 'open' ? [kind] : []))

/** What ran out before today ends by itself. */
function lapse(one: CaseInMemory): void {
  const now = new Date(one.now).toISOString()
  const over = one.state.clocks.find(({ clock, closed, due: day }) => penaltyOrdinary.lapses[clock] !== undefined && closed === undefined && day !== undefined && (isDay(day) ? day < dayOf(now) : day < now))
  if (over) one.system(penaltyOrdinary.lapses[over.clock] ?? '', { due: over.due !== undefined && isDay(over.due) ? over.due : dayOf(over.due ?? now) })
}

function attempt(one: CaseInMemory, kind: string, chance: Chance): boolean {
  const definition = penaltyOrdinary.acts[kind]
  if (!definition) return false
  if (kind === 'hold-hearing' && today(one) < (one.state.hearing?.on ?? '')) return false
  if (kind === 'serve' && toServe(one.state) === undefined) return false
  const told = payloads[kind]?.(one, chance) ?? {}
  if (!fits(definition.payload, { ...definition.prefill(one.state, one.facts), ...told })) return false
  const able = (Object.keys(people) as Who[]).filter((who) => standing(definition, one.state, people[who], { kind, facts: one.facts }))
  return able.some((who) => one.do(who, kind, told).length === 0)
}

interface Form {
  readonly items?: Form
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, Form>>
}

/** No form is sent with a list that has fewer entries than it asks for: nobody is left whose decision could be revoked. */
function fits({ items, minItems = 0, properties = {} }: Form, told: unknown): boolean {
  if (Array.isArray(told)) return told.length >= minItems && told.every((each) => fits(items ?? {}, each))
  return Object.entries(properties).every(([name, field]) => fits(field, (told as Readonly<Record<string, unknown>> | undefined)?.[name]))
}
