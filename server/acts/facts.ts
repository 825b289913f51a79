import type { PoolClient } from 'pg'
import type { ApprovalFact, BodyReviewer, BodySettings, CatalogueFact, CertificateFact, EarlierDecision, EntrustedFact, Facts, HeadFact, HeldCertificate, ItemFact, Need, NormText, PartyFact, PlanFact, ReleaseFact, StatuteFact, TownshipFact } from '@faheng/law/facts.ts'
import type { Benchmark } from '@faheng/law/discretion/benchmark.ts'
import type { LeniencyRule, PastViolation } from '@faheng/law/discretion/conditions.ts'
import type { Asks } from '@faheng/law/procedure.ts'
import { addYears, dayOf, type Instant } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'
import { settingsOf } from './settings-of.ts'
import { readQualification } from './qualification.ts'

/** Whose act it is about: the matter's body answers for competence and settings. */
export interface About {
  readonly region: string
  readonly matter: string
  readonly body: string
  /** When it occurred: everything is read as it stood then. */
  readonly at: Instant
}

/**
 * The facts for exactly these needs, county-wide, through the functions of faheng_facts (D4); one round trip. Decisions in
 * other matters are read under a lock on the party (`locked`), so that two matters cannot each miss the other's.
 */
export async function readFacts(client: PoolClient, about: About, needs: readonly Need[], asks: Asks, locks: 'locked' | 'unlocked' = 'locked'): Promise<Facts> {
  const parties = needs.includes('earlier') && locks === 'locked' ? [...new Set(asks.earlier.map(({ party }) => party))] : []
  const locked = parties.length > 0 ? run(client, lockParties, [about.region, parties]) : undefined
  const answers = await Promise.all(needs.map(async (need) => [need, await readers[need](client, about, asks)] as const))
  await locked
  return Object.fromEntries(answers) as Facts
}

type Reader<N extends Need> = (client: PoolClient, about: About, asks: Asks) => Promise<NonNullable<Facts[N]>>

const readers: { readonly [N in Need]: Reader<N> } = {
  async certificates(client, { region, at }, { certificates }) {
    const rows = await run<{ person: string; valid: boolean; lack: CertificateFact['lack'] | null; fields: string[]; joint: boolean }>(
      client, statement('select * from faheng.fact_certificates($1, $2, $3)'), [region, certificates, at])
    return record(rows, 'person', ({ valid, lack, fields, joint }) => ({ valid, ...(lack ? { lack } : {}), fields, ...(joint ? { joint: true as const } : {}) }))
  },
  async held(client, { region, at }, { certificates: persons }) {
    const rows = await run<{ person: string; held: HeldCertificate[] }>(client, statement(`
      select person, jsonb_agg(jsonb_build_object('issuer', issuer, 'number', number) order by issuer, number) as held from faheng.certificate
      where region = $1 and person = any ($2) and from_at <= $3 and $3 < until_at and not faheng.certificate_over(region, issuer, number, person, from_at, $3) group by person`), [region, persons, at])
    return record(rows, 'person', ({ held }) => held)
  },
  qualification: (client, { region, body, at }, { certificates: persons }) => readQualification(client, region, body, persons, at),
  async posted(client, { region, at }, { certificates: persons }) {
    const rows = await run<{ person: string; bodies: string[] }>(client, statement('select * from faheng.fact_posted($1, $2, $3)'), [region, persons, at])
    return record(rows, 'person', ({ bodies }) => bodies)
  },
  async fields(client, { region }, { items }) {
    const rows = await run<{ item: string; field: string }>(client, statement('select * from faheng.fact_fields($1, $2)'), [region, distinctItems(items)])
    return record(rows, 'item', ({ field }) => field)
  },
  async reviewers(client, { region, at }, { reviewers: persons }) {
    const rows = await run<{ person: string; qualified: boolean }>(client, statement('select * from faheng.fact_reviewers($1, $2, $3)'), [region, persons, at])
    return record(rows, 'person', ({ qualified }) => ({ qualified }))
  },
  async handled(client, { region }, { certificates: persons }) {
    const rows = await run<{ person: string; matters: number }>(client, statement('select * from faheng.fact_handled($1, $2)'), [region, persons])
    return record(rows, 'person', ({ matters }) => matters)
  },
  async approval(client, { region, body, at }, { items }) {
    const [row] = await run<{ rules: ApprovalFact['rules']; fields: string[] }>(client, statement('select * from faheng.fact_approval($1, $2, $3, $4)'), [region, body, items.map(({ id }) => id), at])
    return row ?? { rules: {}, fields: [] }
  },
  bodyReviewers: (client, { region, body, at }) => run<BodyReviewer & object>(client, statement('select * from faheng.fact_body_reviewers($1, $2, $3)'), [region, body, at]),
  heads: (client, { region, body, at }) => run<HeadFact & object>(client, statement('select * from faheng.fact_heads($1, $2, $3)'), [region, body, at]),
  async items(client, { region, body, at }, { items }) {
    const places = items.map(({ township }) => township ?? null)
    const [rows, finishing] = await Promise.all([
      run<ItemRow>(client, statement('select * from faheng.fact_items($1, $2, $3, $4, $5, $6)'), [region, body, items.map(({ id }) => id), items.map(({ conduct }) => conduct), places, dayOf(at)]),
      run<{ item: string; ended: string }>(client, statement('select * from faheng.fact_finishing($1, $2, $3, $4, $5)'), [region, body, items.map(({ id }) => id), places, dayOf(at)]),
    ])
    const ended = new Map(finishing.map((each) => [each.item, each.ended]))
    return Object.fromEntries(Object.entries(itemFacts(rows)).map(([item, fact]) => [item, fact.competent || !ended.has(item) ? fact : { ...fact, finishing: ended.get(item) as string }]))
  },
  async normTexts(client, { region, at }, { items }) {
    const rows = await run<NormText & { item: string }>(client, statement('select * from faheng.fact_norm_texts($1, $2, $3, $4)'), [region, items.map(({ id }) => id), items.map(({ conduct }) => conduct), dayOf(at)])
    return record(rows, 'item', ({ before, after }) => ({ before, after }))
  },
  async parties(client, { region, at }, { parties }) {
    const rows = await run<{ id: string; kind: PartyFact['kind']; age: number | null; minor: boolean | null; region: string | null }>(
      client, statement('select * from faheng.fact_parties($1, $2, $3, $4)'), [region, parties.map(({ id }) => id), parties.map(({ on }) => on), dayOf(at)])
    return record(rows, 'id', (row) => ({ kind: row.kind, ...(row.age === null ? {} : { age: row.age }), ...(row.minor === null ? {} : { minor: row.minor }), ...(row.region === null ? {} : { region: row.region }) }))
  },
  async earlier(client, { region, matter }, { earlier }) {
    return run<EarlierDecision & object>(client, statement('select * from faheng.fact_earlier($1, $2, $3, $4, $5, $6)'), [
      region, matter, earlier.map(({ party }) => party), earlier.map(({ from }) => from), earlier.map(({ until }) => until), earlier.map(({ township }) => township ?? null),
    ])
  },
  // Of the matter at hand alone, which the actor reads.
  async unrendered(client, { region, matter }, { papers = [] }) {
    const rows = await run<{ act: string }>(client, statement('select distinct act from faheng.document where region = $1 and matter = $2 and act = any ($3) and file is null order by act'), [region, matter, papers])
    return rows.map(({ act }) => act)
  },
  released: (client, { region, matter }, { released }) =>
    released === undefined || released.length === 0 ? Promise.resolve([]) : run<ReleaseFact & object>(client, statement('select * from faheng.fact_released($1, $2, $3)'), [region, matter, released]),
  async catalogue(client, { region, at }, { catalogue = [] }) {
    const rows = await run<CatalogueFact & { item: string }>(client, statement('select * from faheng.fact_catalogue($1, $2, $3)'), [region, catalogue, dayOf(at)])
    return record(rows, 'item', ({ version, body, standing, from, content }) => ({ version, body, standing, from, content }))
  },
  async statutes(client, { region }, { statutes = [] }) {
    const rows = await run<StatuteFact & { statute: string }>(client, statement('select * from faheng.fact_statutes($1, $2)'), [region, statutes])
    return record(rows, 'statute', ({ rank, inForce }) => ({ rank, inForce }))
  },
  async townships(client, { region, at }, { townships = [] }) {
    const rows = await run<TownshipFact & { township: string }>(client, statement('select * from faheng.fact_townships($1, $2, $3)'), [region, townships, at])
    return record(rows, 'township', ({ body, certified, granted, open }) => ({ body, certified, granted, open }))
  },
  async entrusted(client, { region, at }, { entrusted = [] }) {
    const rows = await run<EntrustedFact & { body: string }>(client, statement('select * from faheng.fact_entrusted($1, $2, $3)'), [region, entrusted, at])
    return record(rows, 'body', ({ principal, name, certified, items }) => ({ principal, name, certified, items }))
  },
  openCases: (client, { region }, { openCases }) =>
    openCases === undefined ? Promise.resolve([]) : run<{ matter: string; item: string }>(client, statement('select * from faheng.fact_open_cases($1, $2, $3)'), [region, openCases.body, openCases.items]),
  // The plan and what a body is to it are open to everybody of the county; no function reads them for others.
  async plan(client, { region, body, at }, { measure }) {
    const [changes, [own]] = await Promise.all([
      run<{ entry: PlanFact['changes'][number] }>(client, statement('select entry from faheng.measure_version where region = $1 and measure = $2 and valid_from <= $3 order by valid_from, version'), [region, measure ?? 0, dayOf(at)]),
      run<{ roles: PlanFact['roles'] }>(client, statement(`
        select value as roles from faheng.body_setting where region = $1 and body = $2 and name = 'plan-roles' and valid_from <= $3 and (valid_until is null or $3 < valid_until)
        order by valid_from desc limit 1`), [region, body, dayOf(at)]),
    ])
    return { changes: changes.map(({ entry }) => entry), roles: own?.roles ?? [] }
  },
  async benchmarks(client, { region, body, at }, { items }) {
    const rows = await run<Benchmark & { readonly item: string }>(client, statement('select * from faheng.fact_benchmarks($1, $2, $3, $4)'), [region, body, distinctItems(items), dayOf(at)])
    return byItem(rows)
  },
  async leniency(client, { region, at }, { items }) {
    const rows = await run<LeniencyRule & { readonly item: string }>(client, statement('select * from faheng.fact_leniency($1, $2, $3)'), [region, distinctItems(items), dayOf(at)])
    return byItem(rows)
  },
  async record(client, { region, matter, at }, { items, parties }) {
    const since = addYears(dayOf(at), -longestLookBack)
    return run<PastViolation & object>(client, statement('select * from faheng.fact_record($1, $2, $3, $4, $5)'), [region, matter, parties.map(({ id }) => id), distinctItems(items), since])
  },
  async settings(client, { region, body, at }) {
    const rows = await run<{ name: string; value: unknown }>(client, settingsOf, [region, body, dayOf(at)])
    const set = new Map(rows.map(({ name, value }) => [name, value]))
    const known = [...Object.entries(defaultSettings), ...withoutDefault.filter((name) => set.has(name)).map((name) => [name, undefined] as const)]
    return Object.fromEntries(known.map(([name, value]) => [name, set.get(name) ?? value])) as unknown as BodySettings
  },
}

/** R26: what the general overlay begins with. Fen. */
const defaultSettings: BodySettings = {
  overlay: 'general',
  hearingThreshold: { person: 1_000_000, organisation: 10_000_000 },
  discussionAlways: false, discussionFrom: null, discussionQuorum: { least: 2, share: 0.5 },
  remedy: null,
  lateEntryWorkdays: 3,
}

/** Settings whose default stands in the guard that asks for them. */
const withoutDefault: readonly (keyof BodySettings)[] = ['certificateNumber', 'ineligibleCategories', 'penaltyRanks']

/** In one order for everybody, so that no two acts wait for each other. */
const lockParties = statement(`
  select pg_advisory_xact_lock(hashtextextended($1 || ' ' || party, 0)) from (select unnest($2::text[]) as party order by 1) as sorted`)

interface ItemRow {
  readonly item: string
  readonly conduct: string
  readonly version: string
  readonly competent: boolean
  readonly norm_in_force: boolean
  readonly published: boolean
  readonly limitation_years: number
  readonly harm_years: number
  readonly kinds: string[]
  readonly branches: ItemFact['branches']
  readonly changed: boolean
  readonly later_version: string | null
  readonly later_kinds: string[] | null
  readonly later_branches: ItemFact['branches'] | null
  readonly unregistered: boolean
}

/** One item for several conducts: competent and its norm in force if for each of them, changed if for any; the text is the last conduct's. */
function itemFacts(rows: readonly ItemRow[]): Record<string, ItemFact> {
  const facts: Record<string, ItemFact> = {}
  for (const row of rows.toSorted((a, b) => (a.conduct < b.conduct ? -1 : 1)))
    facts[row.item] = {
      version: row.version,
      competent: row.competent && (facts[row.item]?.competent ?? true),
      normInForce: row.norm_in_force && (facts[row.item]?.normInForce ?? true),
      ...(row.unregistered ? { unregistered: true as const } : {}),
      published: row.published,
      limitationYears: row.limitation_years,
      harmYears: row.harm_years,
      kinds: row.kinds,
      branches: row.branches,
      ...(row.changed || facts[row.item]?.changed ? { changed: true as const } : {}),
      ...(row.later_version === null ? {} : { later: { version: row.later_version, kinds: row.later_kinds ?? [], branches: row.later_branches ?? [] } }),
    }
  return facts
}

/** No list looks further back; 行政处罚法 36 ends there, too. */
const longestLookBack = 5

const distinctItems = (items: Asks['items']): string[] => [...new Set(items.map(({ id }) => id))]

function byItem<T>(rows: readonly (T & { readonly item: string })[]): Record<string, Omit<T & { readonly item: string }, 'item'>[]> {
  const found: Record<string, Omit<T & { readonly item: string }, 'item'>[]> = {}
  for (const { item, ...row } of rows) (found[item] ??= []).push(row)
  return found
}

const record = <R, T>(rows: readonly R[], key: keyof R, value: (row: R) => T): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [String(row[key]), value(row)]))
