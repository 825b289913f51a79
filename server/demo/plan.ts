import { setImmediate } from 'node:timers/promises'
import { dayOf, msOf, startOfDay, type Day, type Instant } from '@faheng/law/time/day.ts'
import type { DemoBody } from './bodies.ts'
import type { Cast, CaseFile, Conduct, Telling } from './case-file.ts'
import { dayBefore } from './case-file.ts'
import { caseClock, lastWorkday } from './clock.ts'
import type { County } from './county.ts'
import { decision, noPenalty, notice, report } from './deciding.ts'
import { closing, performance, service } from './ending.ts'
import { itemIds, itemOn } from './items.ts'
import { filing, investigation, lead, notFiled } from './opening.ts'
import type { DemoParty } from './parties.ts'
import { plotOf, type Plot } from './plot.ts'
import { randomOf, type Random } from './random.ts'
import { registersOf, type Registers } from './registers.ts'
import { rehearse, type PlannedAct } from './rehearsal.ts'

export interface Plan {
  readonly county: County
  /** All acts of all cases in the order in which the server will record them. */
  readonly acts: readonly PlannedAct[]
  /** Stage of each matter at the end. */
  readonly stages: Readonly<Record<string, string>>
  /** Rules that found something, with how often. */
  readonly findings: Readonly<Record<string, number>>
}

/** Which cases of the county's year are told. */
interface Span {
  /** The number of the first; those that must not be left to chance have the lowest. */
  readonly first?: number
  /** Cases of a year long gone: each has had its time, few were left lying. Counted in are the many leads that come to nothing. */
  readonly settled?: boolean
  /** They are told up to this day, not the county's own. */
  readonly until?: Day
}

/**
 * A year of the county: `count` cases, each rehearsed in memory, so that every power in the plan is lawful. It takes a second; between
 * two cases others have the thread, such as the start of a database.
 */
export async function planOf(county: County, count = 300, { first = 0, settled = false, until = county.date }: Span = {}): Promise<Plan> {
  const registers = registersOf(county)
  const random = randomOf(county.seed).part('cases')
  const free = partyFinder(county)
  const files: CaseFile[] = []
  for (let n = first; n < first + count; n++) {
    const own = random.part(`case ${n}`)
    const file = specials[n]?.(county, registers, own, n) ?? ordinaryFile(county, registers, own, n, free, settled)
    files.push(file)
    run(file, until)
    await setImmediate()
  }
  const acts = files.flatMap(({ rehearsal }) => rehearsal.acts)
  const findings: Record<string, number> = {}
  for (const { rehearsal } of files) for (const { rule } of rehearsal.state().findings) findings[rule] = (findings[rule] ?? 0) + 1
  return {
    county,
    acts: acts.toSorted((a, b) => (a.at === b.at ? (a.act.id < b.act.id ? -1 : 1) : a.at < b.at ? -1 : 1)),
    stages: Object.fromEntries(files.map(({ rehearsal }) => [rehearsal.matter, rehearsal.state().stage])),
    findings,
  }
}

/** Tells a case until it ends, is left lying, or the day is reached. */
function run(file: CaseFile, date: Day): void {
  const last = msOf(startOfDay(date)) - 8 * 3_600_000
  for (const pause of ordinaryCase(file)) {
    if (pause === 'never' || file.rehearsal.state().stage === file.plot.stall) return
    const at: Instant = typeof pause === 'number' ? file.clock.forward(pause) : file.clock.after(pause.after)
    if (msOf(at) > last) return
  }
}

function* ordinaryCase(file: CaseFile): Telling {
  const { plot } = file
  yield* lead(file)
  if (plot.ending === 'not-filed' && file.rehearsal.state().held.length === 0) return yield* notFiled(file)
  yield* filing(file)
  yield* investigation(file)
  yield* report(file)
  if (plot.ending === 'no-penalty') yield* noPenalty(file)
  else {
    yield* notice(file)
    yield* decision(file)
  }
  yield* service(file)
  yield* performance(file)
  yield* closing(file)
}

type Choose = (random: Random, body: DemoBody, from: Day, until: Day) => { readonly item: string; readonly party: DemoParty } | undefined

/** A party whose line fits the item and who has no other case about the same days: same act or not is a case of its own. */
function partyFinder(county: County): Choose {
  const taken = new Map<string, { from: Day; until: Day }[]>()
  const candidates = county.parties.slice(0, -reserved(county).length || undefined).filter((party) => !reserved(county).includes(party))
  return (random, body, from, until) => {
    const granted = county.grants.filter((grant) => grant.township === body.township).map((grant) => grant.item)
    const possible = itemIds.filter((id) => itemOn(id, until).body === body.id || granted.includes(id))
    for (let tries = 0; tries < 500; tries++) {
      const item = random.pick(possible)
      const party = random.pick(candidates)
      const busy = taken.get(party.id) ?? []
      if (!itemOn(item, until).lines.includes(party.line) || busy.some((each) => each.from <= until && each.until >= from)) continue
      taken.set(party.id, [...busy, { from, until }])
      return { item, party }
    }
    return undefined
  }
}

const reserved = ({ parties }: County): DemoParty[] => parties.filter((each) => each.birth !== undefined).slice(0, 2).concat(parties.slice(0, 1))

function ordinaryFile(county: County, registers: Registers, random: Random, n: number, free: Choose, settled: boolean): CaseFile {
  const old = settled || random.percent(9) || n % 10 === 0
  const body = bodyOf(county, random)
  const { opened, from, until, item, party } = occasion(county, random, n, old, body, free)
  const drawn = plotOf(random, n, settled ? { lying: 2, unfiled: 65 } : { lying: old ? 14 : 62, unfiled: 20 })
  // Whether it is a first violation, years of cases told one after the other cannot know of each other.
  const plot: Plot = settled && drawn.ground === 'first-minor' ? { ...drawn, ground: 'minor-corrected' } : drawn
  const beside = plot.violations === 2 ? itemIds.filter((id) => id !== item && itemOn(id, until).body === body.id && itemOn(id, until).lines.includes(party.line)) : []
  const second = plot.parties === 2 ? secondParty(county, random, item, party, free, body, from, until) : undefined
  const conducts: Conduct[] = [item, ...(beside.length > 0 ? [random.pick(beside)] : [])].map((id, i) => ({ id: `v${i + 1}`, item: itemOn(id, until), from, until }))
  return caseFile(county, registers, random, n, body, opened, plot, [party, ...(second ? [second] : [])], conducts)
}

/** When it came up and against whom; on crowded days an earlier week is looked at, until somebody is free. */
function occasion(county: County, random: Random, n: number, old: boolean, body: DemoBody, free: Choose) {
  for (let earlier = 0; ; earlier += 7) {
    const opened = lastWorkday(dayBefore(county.date, earlier + (old ? random.between(n % 10 === 0 ? 190 : 60, 358) : random.between(1, 44))))
    const until = dayBefore(opened, random.between(0, 4))
    const from = dayBefore(until, random.between(0, 9))
    const chosen = free(random, body, from, until)
    if (chosen) return { opened, from, until, ...chosen }
    if (earlier > 700) throw new Error(`no party of ${body.id} is ever free`)
  }
}

/** The person in charge beside the unit where the norm names him; else another party of the same trade. */
function secondParty(county: County, random: Random, item: string, first: DemoParty, free: Choose, body: DemoBody, from: Day, until: Day): DemoParty | undefined {
  if (item !== 'safety-exit') {
    const other = free(random, body, from, until)
    return other && itemOn(item, until).lines.includes(other.party.line) && other.party !== first ? other.party : undefined
  }
  return random.pick(county.parties.filter((each) => each.kind === 'person' && each.line === 'citizen' && !reserved(county).includes(each)))
}

function bodyOf(county: County, random: Random): DemoBody {
  let ticket = random.between(1, 100)
  return county.bodies.find(({ share }) => share > 0 && (ticket -= share) <= 0) ?? (county.bodies[0] as DemoBody)
}

function caseFile(
  county: County, registers: Registers, random: Random, n: number, body: DemoBody, opened: Day, plot: Plot, parties: readonly DemoParty[], conducts: readonly Conduct[],
): CaseFile {
  const unit = random.pick(body.units)
  const clock = caseClock(random, opened)
  return {
    registers, random, clock, plot, parties, conducts, cast: castOf(county, random, body.id, unit.id),
    opened: dayOf(clock.now()),
    rehearsal: rehearse(registers, `demo-${String(n + 1).padStart(4, '0')}`, { body: body.id, unit: unit.id }),
  }
}

function castOf({ posts, certificates, date }: County, random: Random, body: string, unit: string): Cast {
  const holding = (kind: string) => posts.filter((post) => post.body === body && post.kind === kind)
  const certified = holding('officer').filter((post) => post.unit === unit && certificates.some((each) => each.person === post.person && each.until > startOfDay(date)))
  const first = random.pick(certified).person
  const heads = holding('head')
  return {
    clerk: random.pick(holding('receiving-clerk')).person,
    unitHead: random.pick(holding('unit-head').filter((post) => post.unit === unit)).person,
    team: [first, random.pick(certified.filter((post) => post.person !== first)).person],
    reviewer: random.pick(holding('legal-reviewer').filter((post) => post.qualified)).person,
    chief: random.pick(heads.filter((post) => post.rank === 'chief')).person,
    heads: heads.map((post) => post.person),
  }
}

/** Cases that must not be left to chance: two minors, and one party with two decisions about the same days (处罚法 29, 30). */
const specials: readonly ((county: County, registers: Registers, random: Random, n: number) => CaseFile)[] = [
  (county, registers, random, n) => painted(county, registers, random, n, 0, { ...plain, ending: 'no-penalty', ground: 'under-14' }),
  (county, registers, random, n) => painted(county, registers, random, n, 1, { ...plain, response: 'waived' }),
  (county, registers, random, n) => twice(county, registers, random, n, 'market', 'price-unmarked', 240),
  (county, registers, random, n) => twice(county, registers, random, n, 'urban', 'city-occupy', 130),
]

const plain: Plot = {
  source: 'report', ending: 'penalty', ground: 'minor-corrected', mitigate: false, major: false, returned: undefined, response: 'silent', service: 'direct', goods: 'none',
  violations: 1, parties: 1, stall: undefined, slips: new Set(),
}

function painted(county: County, registers: Registers, random: Random, n: number, minor: number, plot: Plot): CaseFile {
  const opened = dayBefore(county.date, 120 + minor * 10)
  const day = dayBefore(opened, 1)
  const party = county.parties.filter((each) => each.birth !== undefined)[minor] as DemoParty
  return caseFile(county, registers, random, n, county.bodies.find(({ id }) => id === 'urban') as DemoBody, opened, plot, [party], [{ id: 'v1', item: itemOn('city-paint', day), from: day, until: day }])
}

function twice(county: County, registers: Registers, random: Random, n: number, body: string, item: string, ago: number): CaseFile {
  const until = dayBefore(county.date, ago + 1)
  return caseFile(county, registers, random, n, county.bodies.find(({ id }) => id === body) as DemoBody, dayBefore(county.date, ago), plain, county.parties.slice(0, 1), [
    { id: 'v1', item: itemOn(item, until), from: dayBefore(county.date, 260), until },
  ])
}
