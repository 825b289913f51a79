import type { EarlierDecision, Facts, ItemFact, Need } from '@faheng/law/facts.ts'
import { ageOn } from '@faheng/law/identifiers/resident-id.ts'
import type { Actor } from '@faheng/law/judge.ts'
import type { Asks } from '@faheng/law/procedure.ts'
import { dayOf, type Day, type Instant } from '@faheng/law/time/day.ts'
import type { County } from './county.ts'
import type { Benchmark } from '@faheng/law/discretion/benchmark.ts'
import type { LeniencyRule } from '@faheng/law/discretion/conditions.ts'
import { itemOn } from './items.ts'
import type { DemoParty } from './parties.ts'

export type Decided = EarlierDecision & { readonly at: Instant }

/** The county's registers in memory: what the server's fact functions would answer, so that cases can be planned without it. */
export interface Registers {
  readonly county: County
  actor(person: string): Actor
  party(id: string): DemoParty
  facts(needs: readonly Need[], asks: Asks, about: { readonly matter: string; readonly body: string; readonly at: Instant }): Facts
  decide(rows: readonly Decided[]): void
}

export function registersOf(county: County): Registers {
  const actors = new Map<string, Actor>()
  for (const { person, kind, body, unit, rank } of county.posts)
    actors.set(person, { person, posts: [...(actors.get(person)?.posts ?? []), { kind, body, ...(unit ? { unit } : {}), ...(rank ? { rank } : {}) }] })
  const parties = new Map(county.parties.map((each) => [each.id, each]))
  const decided: Decided[] = []
  return {
    county,
    actor: (person) => actors.get(person) ?? { person, posts: [] },
    party: (id) => parties.get(id) ?? fail(`no party ${id}`),
    decide: (rows) => void decided.push(...rows),
    facts(needs, asks, { matter, body, at }) {
      const answers: { readonly [N in Need]: () => Required<Facts>[N] } = {
        certificates: () => Object.fromEntries(asks.certificates.map((person) => [person, certificateAt(county, person, at)])),
        held: () => Object.fromEntries(asks.certificates.map((person) => [person, county.certificates.filter((each) => each.person === person && each.from <= at && at < each.until).map(({ issuer, number }) => ({ issuer, number }))])),
        // Nobody of the demonstration applies for a certificate before the server runs.
        qualification: () => ({}),
        posted: () => Object.fromEntries(asks.certificates.map((person) => [person, [...new Set(county.posts.filter((post) => post.person === person).map((post) => post.body))]])),
        fields: () => Object.fromEntries(asks.items.map(({ id, conduct }) => [id, itemOn(id, conduct).field])),
        reviewers: () => Object.fromEntries(asks.reviewers.map((person) => [person, { qualified: county.posts.some((post) => post.person === person && post.kind === 'legal-reviewer' && post.qualified) }])),
        heads: () => county.posts.filter((post) => post.kind === 'head' && post.body === body).map(({ person, rank }) => ({ person, rank: rank ?? 'deputy' })),
        items: () => Object.fromEntries(asks.items.map(({ id, conduct }) => [id, itemFact(county, id, conduct, body, dayOf(at))])),
        parties: () => Object.fromEntries(asks.parties.map(({ id, on }) => {
          const { kind, birth } = parties.get(id) ?? fail(`no party ${id}`)
          return [id, { kind, ...(birth ? { age: ageOn(birth, on), minor: ageOn(birth, dayOf(at)) < 18 } : {}) }]
        })),
        earlier: () => decided
          .filter((each) => each.at < at && each.matter !== matter && asks.earlier.some((ask) => ask.party === each.party && each.from <= ask.until && each.until >= ask.from))
          .map(({ at: _at, ...each }) => each),
        // The demonstration's bodies set nothing of their own about approvals; its deputies are in charge of everything.
        approval: () => ({ rules: {}, fields: [...new Set(asks.items.map(({ id, conduct }) => itemOn(id, conduct).field).filter((field) => field !== ''))].sort() }),
        bodyReviewers: () => county.posts.filter((post) => post.kind === 'legal-reviewer' && post.body === body).map(({ person, qualified }) => ({ person, qualified })),
        released: () => [],
        // Days lie between a paper and its service.
        unrendered: () => [],
        handled: () => ({}),
        // The demonstration's adjustments are performed by the server itself, on its own registers.
        catalogue: () => ({}),
        statutes: () => ({}),
        townships: () => ({}),
        entrusted: () => ({}),
        openCases: () => [],
        normTexts: () => ({}),
        benchmarks: () => Object.fromEntries([...new Set(asks.items.map(({ id }) => id))].map((id) => [id, benchmarksOf(county, id, body)] as const).filter(([, lines]) => lines.length > 0)),
        leniency: () => Object.fromEntries([...new Set(asks.items.map(({ id }) => id))].map((id) => [id, leniencyOf(county, id)] as const).filter(([, rules]) => rules.length > 0)),
        record: () => decided
          .filter((each) => each.at < at && each.matter !== matter && asks.parties.some(({ id }) => id === each.party) && asks.items.some(({ id }) => id === each.item))
          .map(({ party, item, until }) => ({ party, item, on: until, exempted: false })),
        plan: () => ({ changes: [], roles: [] }),
        settings: () => county.settings[body] ?? fail(`no body ${body}`),
      }
      return Object.fromEntries(needs.map((need) => [need, answers[need]()]))
    },
  }
}

function certificateAt(county: County, person: string, at: Instant) {
  const held = county.certificates.filter((each) => each.person === person)
  const valid = held.find((each) => each.from <= at && at < each.until)
  return valid ? { valid: true, fields: valid.fields } : { valid: false, lack: held.length > 0 ? 'expired' as const : 'none' as const, fields: [] }
}

function itemFact(county: County, id: string, conduct: Day, body: string, on: Day): ItemFact {
  const item = itemOn(id, conduct)
  const now = itemOn(id, on)
  const later = now.version === item.version ? undefined : now
  const changed = later !== undefined || item.bases.some(({ citation }) =>
    county.statutes.some((each) => each.statute === citation.statute && each.inForce <= conduct && each.repealed !== undefined && conduct < each.repealed && each.repealed <= on))
  const township = county.bodies.find((each) => each.id === body)?.township
  return {
    version: String(item.version),
    competent: item.body === body || county.grants.some((grant) => grant.item === id && grant.township === township),
    normInForce: item.bases.some(({ citation }) => county.statutes.some((each) => each.statute === citation.statute && each.inForce <= conduct && (each.repealed === undefined || conduct < each.repealed))),
    published: true, limitationYears: 2, harmYears: 5, kinds: item.kinds, branches: item.branches,
    ...(changed ? { changed: true } : {}),
    ...(later ? { later: { version: String(later.version), kinds: later.kinds, branches: later.branches } } : {}),
  }
}

/** As `fact_benchmarks` answers: another body's benchmark names its maker (R32). */
export const benchmarksOf = (county: County, item: string, body: string): readonly Benchmark[] =>
  county.benchmarks.filter((each) => each.item === item).map(({ id, tier, rank, circumstances, branch, range, body: maker }) => ({
    id, tier, rank, circumstance: circumstances, branch, range, standard: '', mitigation: false,
    maker: maker === body ? '' : (county.bodies.find((each) => each.id === maker)?.name ?? maker),
  }))

const leniencyOf = (county: County, item: string): readonly LeniencyRule[] => county.leniency.filter((each) => each.item === item).map(({ item: _item, body: _body, ...rule }) => rule)

/** What a decision adds to the county's memory (处罚法 29). */
export const decidedRows = (matter: string, at: Instant, effects: readonly { readonly room: string }[]): Decided[] =>
  effects.flatMap((each) => (isDecided(each) ? [{ matter, at, party: each.party, item: each.item, from: each.from, until: each.until, fined: each.fined }] : []))

type DecidedEffect = { readonly room: string; readonly party: string; readonly item: string; readonly from: Day; readonly until: Day; readonly fined: boolean }
const isDecided = (effect: { readonly room: string }): effect is DecidedEffect => effect.room === 'decided'

const fail = (message: string): never => {
  throw new RangeError(message)
}

