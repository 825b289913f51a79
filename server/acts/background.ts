import type { PoolClient } from 'pg'
import type { MatterState } from '@faheng/law/procedure.ts'
import { joinPersonal } from '@faheng/law/payload.ts'
import { withErased } from '@faheng/law/redaction.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'
import { actColumns, storedAct, type ActRow, type StoredAct } from './acts.ts'
import { openPersonal } from './personal.ts'
import { settingsOf } from './settings-of.ts'
import type { Key } from '../platform/secrets/seal.ts'

/** What documents quote of the registers and of the file, preloaded in one round trip. */
export interface Background {
  readonly parties: Readonly<Record<string, PartyRow>>
  /** Whoever acted, handles or is named; the certificate is the one valid when the act occurred. */
  readonly people: Readonly<Record<string, { readonly name: string; readonly certificate?: string }>>
  readonly body: BodyRow
  readonly unit: { readonly id: string; readonly name: string } | undefined
  readonly items: Readonly<Record<string, ItemRow>>
  /** The body's dated configuration on that day: remedy, payment, contact. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Earlier documents of the matter, oldest first; of their fields what titles are made of. */
  readonly documents: readonly { readonly id: string; readonly kind: string; readonly subject: string; readonly number: string | null; readonly fields: unknown; readonly made: string; readonly act: string; readonly pages: number | null }[]
  /** Earlier acts of the matter, oldest first, without their personal fields; {@link Background.payloadOf} has these. */
  readonly acts: readonly StoredAct[]
  /** The whole payload of an earlier act. */
  payloadOf(act: string): unknown
}

export interface PartyRow {
  readonly id: string
  readonly kind: 'person' | 'individual-business' | 'legal-person' | 'organisation'
  readonly name: string
  readonly code: string | null
  readonly birth: string | null
  readonly representative: string | null
  readonly address: string | null
  readonly phone: string | null
}

export interface BodyRow {
  readonly id: string
  readonly name: string
  readonly short_name: string
  readonly kind: string
  readonly principal: string | null
}

export interface ItemRow {
  readonly item: string
  readonly title: string
  readonly bases: unknown
  readonly kinds: readonly string[]
  readonly orders: readonly string[]
}

/** What papers of some kinds quote and those of others do not. `acts` stands for what they said, too. */
type Part = 'items' | 'settings' | 'documents' | 'acts'

/** Which parts are read; what is asked for is noted in `quoted`, read or not. */
export interface Parts {
  readonly read: ReadonlySet<Part>
  readonly quoted: Set<Part>
}

export const everyPart = (quoted: Set<Part> = new Set()): Parts => ({ read: new Set(['items', 'settings', 'documents', 'acts']), quoted })

/** A part was asked for that was not read. */
export class NotRead extends Error {}

/**
 * Runs under the lock, so the whole file is there. `named` are ids in the act that may stand for parties, people or items.
 * What is asked for of a part that was not read throws {@link NotRead}.
 */
export async function readBackground(
  client: PoolClient,
  { region, matter, state, at, items, key }: { region: string; matter: string; state: MatterState; at: string; items: readonly string[]; key: Key | undefined },
  named: readonly string[],
  { read, quoted }: Parts,
): Promise<Background> {
  const people = [...new Set([...state.team, ...Object.keys(state.readers), ...named])]
  const when = <T>(part: Part, rows: () => Promise<T[]>): Promise<T[]> => (read.has(part) ? rows() : Promise.resolve([]))
  const [parties, persons, bodies, units, itemRows, documents, acts, sealed, settings] = await Promise.all([
    run<PartyRow & object>(client, partiesOf, [region, [...state.parties.map(({ id }) => id), ...(state.formerParties ?? []), ...named]]),
    run<{ id: string; name: string; certificate: string | null }>(client, peopleOf, [region, people, at]),
    run<BodyRow & object>(client, bodyOf, [region, state.body, dayOf(at)]),
    run<{ id: string; name: string }>(client, statement('select id, name from faheng.unit where region = $1 and id = $2'), [region, state.unit]),
    when('items', () => run<ItemRow & object>(client, itemsOf, [region, [...items, ...named]])),
    when('documents', () => run<Background['documents'][number] & object>(client, documentsOf, [region, matter])),
    when('acts', () => run<ActRow>(client, actsOf, [region, matter])),
    when('acts', () => run<{ act: string; cipher: Buffer }>(client, privateOf, [region, Object.values(state.done).flatMap((each) => each.map(({ id }) => id))])),
    when('settings', () => run<{ name: string; value: unknown }>(client, settingsOf, [region, state.body, dayOf(at)])),
  ])
  const [body] = bodies
  if (!body) throw new Error(`no body ${state.body} in ${region}`)
  const stored = acts.map(storedAct)
  const byItem = byId(itemRows, 'item')
  const set = Object.fromEntries(settings.map(({ name, value }) => [name, value]))
  const quote = <T>(part: Part, value: T): T => {
    quoted.add(part)
    if (!read.has(part)) throw new NotRead(part)
    return value
  }
  return {
    parties: byId(parties, 'id'),
    people: Object.fromEntries(persons.map(({ id, name, certificate }) => [id, { name, ...(certificate ? { certificate } : {}) }])),
    body,
    unit: units[0],
    get items() {
      return quote('items', byItem)
    },
    get settings() {
      return quote('settings', set)
    },
    get documents() {
      return quote('documents', documents)
    },
    get acts() {
      return quote('acts', stored)
    },
    payloadOf(id) {
      const act = quote('acts', stored).find((each) => each.id === id)
      const cipher = sealed.find((each) => each.act === id)?.cipher
      return cipher && key ? joinPersonal(act?.payload, withErased(openPersonal(key, region, id, cipher), state.redacted?.[id])) : act?.payload
    },
  }
}

const byId = <R, K extends keyof R>(rows: readonly R[], key: K): Record<string, R> => Object.fromEntries(rows.map((row) => [String(row[key]), row]))

const partiesOf = statement(`
  select id, kind, name, code, birth, representative, address, phone from faheng.party where region = $1 and id = any ($2)`)
/** The certificates by a function of one role: what a plain function reads under row-level security is planned anew whenever another role called it. */
const peopleOf = statement(`
  select p.id, p.name, c.number as certificate from faheng.person p
  left join faheng.fact_certificate_numbers($1, $2, $3) c on c.person = p.id where p.region = $1 and p.id = any ($2)`)
const bodyOf = statement(`
  select id, name, short_name, kind, principal from faheng.body
  where region = $1 and id = $2 and valid_from <= $3::date and (valid_until is null or $3::date < valid_until)`)
const itemsOf = statement(`
  select distinct on (item) item, title, bases, kinds, orders from faheng.item_version where region = $1 and item = any ($2) order by item, version desc`)
/** Without what they were judged on, the bulk of an act: a paper quotes what was said. */
const actsOf = statement(`
  select ${actColumns.replace('facts,', "'{}'::jsonb as facts,").replace('salts', "'{}'::jsonb as salts")} from faheng.act
  where region = $1 and matter = $2 order by seq`)
/** Of the fields only what a title is made of (`titleOf`): a case may hold a hundred pages. */
const documentsOf = statement(`
  select id, kind, subject, number, jsonb_strip_nulls(jsonb_build_object('outcome', fields -> 'outcome', 'form', fields -> 'form')) as fields,
    made, act, pages from faheng.document where region = $1 and matter = $2 order by act_seq, id`)
/** By the ids of the matter's acts, known from its state: a join or a subquery read every private row of the county first. */
const privateOf = statement(`
  select act, cipher from faheng.act_private where region = $1 and act = any ($2)`)
