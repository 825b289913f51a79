import { standing, waitingFor } from '../judge.ts'
import { addDays, dayOf } from '../time/day.ts'
import { ticksOwed } from './penalty-oversight.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { CaseInMemory, lawful, people, type Who } from './walk.test-data.ts'

/** Lawful lives of cases: whoever is waited for does what the case waits for, now and then something else that he may do. */

/** The same seed lives the same life. */
function chanceOf(seed: number): (of: number) => number {
  let state = seed | 0
  return (of) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % of
  }
}

type Told = (one: CaseInMemory, chance: (of: number) => number) => object

const team = ['chen', 'li']
const elements = ['identity', 'conduct', 'circumstance', 'amount']
const record: Told = (one) => ({ evidence: `e${one.acts.length}`, proves: elements, officers: team, certificateShown: true, recusalTold: true })
const today = (one: CaseInMemory) => dayOf(one.now)
const openHeld = (one: CaseInMemory) => one.state.held.filter((each) => !each.disposal)
const disposals: Told = (one) => ({ disposals: openHeld(one).map(({ id }) => ({ held: id, disposal: 'return' })) })

const payloads: Readonly<Record<string, Told>> = {
  assign: () => ({ team }),
  'propose-filing': () => ({ parties: ['shop'], team, violations: [{ id: 'v1', item: 'expired', from: '2026-02-01', until: '2026-03-01', parties: ['shop'], harm: false }] }),
  'collect-evidence': (one) => ({ evidence: `e${one.acts.length}`, kind: 'documentary', proves: elements, officers: team }),
  interview: record,
  'record-scene': record,
  'order-to-correct': (one, chance) => ({ party: 'shop', ...(chance(2) === 0 ? { by: addDays(today(one), 5) } : {}) }),
  're-inspect': (one, chance) => ({ ...record(one, chance), result: 'corrected' }),
  'acknowledge-finding': () => ({ result: 'justified' }),
  'register-evidence': (one) => ({ party: 'shop', officers: team, things: [{ id: `t${one.acts.length}`, quantity: 2 }] }),
  'propose-registration': () => ({ party: 'shop', things: [{ id: 'planned', quantity: 2 }] }),
  'dispose-registered': disposals,
  'carry-out-disposal': (one) => ({ officers: team, held: one.state.held.filter((each) => each.disposal && !each.carriedOut).map(({ id }) => id) }),
  'submit-report': (one, chance) => {
    const relied = one.state.evidence.filter((each) => !each.unusable).map(({ id }) => id)
    if (chance(6) === 0) return { outcome: 'no-penalty', ground: 'minor-corrected', relied, penalties: [], circumstances: [], sameAct: [], major: false }
    const amount = [500_000, 800_000, 2_000_000][chance(3)]
    return { outcome: 'penalty', relied, penalties: [{ party: 'shop', violation: 'v1', kind: 'fine', amount, branch: 0 }], circumstances: [], sameAct: [], major: chance(4) === 0 }
  },
  serve: () => ({ officers: team, method: 'direct', outcome: 'received' }),
  'state-defence': () => ({ party: 'shop' }),
  'waive-defence': () => ({ party: 'shop', waived: ['defence', 'hearing'] }),
  'recheck-defence': () => ({ party: 'shop', adopted: 'not-adopted' }),
  'propose-decision': disposals,
  discuss: () => ({ members: [{ person: 'chief' }, { person: 'deputy' }], agreed: true }),
  'request-hearing': () => ({ party: 'shop' }),
  'arrange-hearing': (one) => ({ chair: 'deputy', at: new Date(one.now + 20 * 86_400_000).toISOString() }),
  suspend: () => ({ ground: 'other-case' }),
  terminate: () => ({ ground: 'death' }),
  'cancel-mistaken-filing': () => ({ ground: 'duplicate' }),
  'transfer-jurisdiction': () => ({ to: '邻县' }),
  'record-transfer-receipt': (one, chance) => ({ outcome: chance(2) === 0 ? 'accepted' : 'refused', on: today(one) }),
  'contest-not-filing': (one, chance) => ({ way: ['reconsideration', 'procuratorate'][chance(2)], on: today(one) }),
  'record-contest-answer': (one, chance) => ({ outcome: ['kept', 'none', 'filed'][chance(3)], on: today(one) }),
  'close-after-judgment': () => ({ ground: 'sentenced' }),
  'record-police-answer': (one, chance) => ({ answer: ['not-filed', 'returned', 'judged'][chance(3)], on: today(one) }),
  'record-payment': (one) => {
    const item = one.state.performance.find((each) => each.owed > each.paid)
    return { item: item?.id, amount: (item?.owed ?? 0) - (item?.paid ?? 0), channel: 'bank', paidOn: today(one), receipt: '1' }
  },
}

/** What nobody waits for but may lawfully come in. What ends the case does so seldom. */
const besides = ['interview', 'record-scene', 'collect-evidence', 'order-to-correct', 'register-evidence', 'dispose-registered', 'carry-out-disposal', 'state-defence', 'waive-defence', 'propose-not-filing', 'decide-not-to-file', 'return-filing', 'return-report', 'return-review', 'return-decision', 'return-closing',
  'request-hearing', 'suspend', 'terminate', 'cancel-mistaken-filing', 'transfer-jurisdiction', 'report-suspected-crime', 'decline-criminal-transfer', 'contest-not-filing', 'close-after-judgment']
const mayAsk = ({ state }: CaseInMemory): boolean => state.stage === 'notice' && state.notices.at(-1)?.parties.some((each) => each.served && !each.defended && !each.waived) === true
const investigated = ({ state }: CaseInMemory): boolean => state.stage === 'investigation'
const suits: Readonly<Record<string, (one: CaseInMemory) => boolean>> = {
  suspend: investigated,
  terminate: (one) => investigated(one) && one.acts.length > 12,
  'cancel-mistaken-filing': (one) => investigated(one) && one.acts.length > 12,
  'transfer-jurisdiction': investigated,
  'report-suspected-crime': (one) => investigated(one) && one.state.crime === undefined,
  'request-hearing': (one) => mayAsk(one) && one.state.notices.at(-1)?.hearing.includes('shop') === true && one.state.hearing === undefined,
  'register-evidence': ({ state }) => state.stage === 'investigation' && state.held.length < 2,
  'dispose-registered': (one) => openHeld(one).length > 0,
  'carry-out-disposal': ({ state }) => state.held.some((each) => each.disposal && !each.carriedOut),
  'state-defence': mayAsk,
  'waive-defence': mayAsk,
}

/** A filing cancelled by mistake leaves things to hand back, parties to tell, and a supervisor to look into it. */
const isOver = ({ state }: CaseInMemory): boolean => state.ended && state.held.every((each) => each.carriedOut) && (state.cancellationOwed ?? []).length === 0 && ticksOwed(state).length === 0

/** One life, from the lead until it ends or nothing more moves it. */
export function live(seed: number): CaseInMemory {
  const chance = chanceOf(seed)
  const one = new CaseInMemory()
  if (chance(2) === 0) one.facts = { ...lawful, parties: { shop: { kind: 'individual-business' } } }
  one.do('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false, suspects: ['shop'] })
  for (let i = 0; i < 200 && !isOver(one); i++) {
    const awaited = [...new Set(waitingFor(penaltyOrdinary, one.state).map(({ act }) => act))]
    const bare = one.state.stage === 'investigation' && one.state.evidence.length === 0
    const due = [...(one.state.held.some((each) => each.disposal && !each.carriedOut) ? ['carry-out-disposal'] : []), ...(openHeld(one).length > 0 ? ['dispose-registered'] : [])]
    const wanted = bare ? ['collect-evidence'] : due.length > 0 && chance(3) > 0 ? due : awaited
    const rare = chance(3) === 0 ? besides.filter((kind) => suits[kind]?.(one) ?? penaltyOrdinary.acts[kind]?.suits(one.state)) : []
    const tried = [...rare.slice(chance(Math.max(1, rare.length))).slice(0, 1), ...wanted.slice(chance(Math.max(1, wanted.length))), ...wanted]
    if (!tried.some((kind) => attempt(one, kind, chance))) one.days(1)
  }
  return one
}

function attempt(one: CaseInMemory, kind: string, chance: (of: number) => number): boolean {
  const definition = penaltyOrdinary.acts[kind]
  if (!definition) return false
  if (kind === 'hold-hearing' && today(one) !== one.state.hearing?.on) return false
  const told = payloads[kind]?.(one, chance) ?? {}
  const able = (Object.keys(people) as Who[]).filter((who) => standing(definition, one.state, people[who], { kind, facts: one.facts }))
  return able.some((who) => one.do(who, kind, told).length === 0)
}
