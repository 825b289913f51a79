import { createHash, randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { canonical, type Json } from '@faheng/law/canonical.ts'
import { formatNumber, standardTemplate } from '@faheng/law/identifiers/document-number.ts'
import type { Act, ActDefinition, MatterState } from '@faheng/law/procedure.ts'
import { dayOf, type Instant } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'
import { commitFields, newSalts } from '../platform/ledger/leaf.ts'
import type { Background } from './background.ts'

/** What must be known of a kind of document before it is composed. */
export interface DocumentKind {
  /** Of the template. */
  readonly version: number
  readonly outward: boolean
  /** 文书代字; without it the document is unnumbered. */
  readonly series?: string
  /** The matter goes by the number of its latest such document. */
  readonly namesMatter?: boolean
}

/** The catalogue of documents, wired in by the composition. */
export interface Documents {
  /** @throws for a kind it does not know */
  kindOf(kind: string): DocumentKind
  /** The typed fields of a document; must not fail for an act that the law let through. */
  compose(kind: string, context: DocumentContext): unknown
}

export interface DocumentContext {
  /** After the act. */
  readonly state: MatterState
  /** With its personal fields joined. */
  readonly act: Act
  readonly matter: string
  /** The party addressed; '' where the document has none. */
  readonly subject: string
  readonly number: string | undefined
  readonly code: string | undefined
  readonly day: string
  readonly read: Background
}

/** A document that an act makes, before its fields are known. */
export interface Planned {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly code: string | null
}

/** One document for each use that applies and each subject it names, however often it names it. */
export function planDocuments(definition: ActDefinition<MatterState>, state: MatterState, act: Act, documents: Documents): Planned[] {
  return definition.documents
    .filter((use) => use.when?.(state, act.payload) ?? true)
    .flatMap(({ kind, each }) => [...new Set(each?.(state, act.payload) ?? [''])].map((subject) => ({ kind, subject })))
    .map(({ kind, subject }) => ({
      id: `d-${createHash('sha256').update(canonical([act.id, kind, subject])).digest('base64url').slice(0, 22)}`,
      kind,
      subject,
      code: documents.kindOf(kind).outward ? verificationCode() : null,
    }))
}

/**
 * Takes the next number of the series, body × kind × year, inside the act's transaction: an act that fails leaves no gap, and
 * numbers that paper took are passed over (R29). The numbers of an entrusted body are its principal's (R31).
 */
export async function takeNumber(client: PoolClient, region: string, body: string, series: string, at: Instant): Promise<string> {
  const day = dayOf(at)
  const year = Number(day.slice(0, 4))
  const [taken] = await run<{ last: number; number_prefix: string }>(client, nextNumber, [region, body, series, year, day])
  if (!taken) throw new Error(`the body ${body} has no number prefix on ${day}`)
  return formatNumber(standardTemplate, { organ: taken.number_prefix, kind: series, year, seq: taken.last })
}

/** The row of faheng.document, with the salted hash of its fields. */
export function documentRow(planned: Planned, number: string | undefined, version: number, fields: unknown) {
  const { fields: salt } = newSalts(['fields']) as { fields: string }
  const value = JSON.parse(JSON.stringify(fields)) as Json
  return { ...planned, number: number ?? null, template_version: version, fields: value, fields_hash: hashOfFields(value, salt), salt }
}

/** SHA-256 (hex) over salt and fields; what a document's public page shows (D9). */
export const hashOfFields = (fields: Json, salt: string): string => commitFields({ fields }, { fields: salt }, 'sha256')['fields'] as string

/** 16 letters and digits, 80 random bits, none easily mistaken for another (Crockford). */
const verificationCode = (): string => [...randomBytes(16)].map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32]).join('')

/** The lowest number above `last` that paper did not take. */
const freeAfter = (last: string, body: string): string => `(
  select min(n) from (
    select ${last} + 1 as n
    union all select u.last + 1 from faheng.number_use u where u.region = $1 and u.body = ${body} and u.kind = $3 and u.year = $4 and u.last > ${last}
  ) as candidate
  where not exists (
    select 1 from faheng.number_use u where u.region = $1 and u.body = ${body} and u.kind = $3 and u.year = $4 and candidate.n between u.first and u.last))`

const nextNumber = statement(`
  with issuer as (
    select issuer.id, issuer.number_prefix from faheng.body own
    join faheng.body issuer on issuer.region = own.region
      and issuer.id = case when own.kind = 'entrusted' then coalesce(own.principal, own.id) else own.id end
      and issuer.valid_from <= $5::date and (issuer.valid_until is null or $5::date < issuer.valid_until)
    where own.region = $1 and own.id = $2 and own.valid_from <= $5::date and (own.valid_until is null or $5::date < own.valid_until)
  )
  insert into faheng.number_series (region, body, kind, year, last) select $1, id, $3, $4, ${freeAfter('0', 'issuer.id')} from issuer
  on conflict (region, body, kind, year) do update set last = ${freeAfter('number_series.last', 'number_series.body')}
  returning last, (select number_prefix from issuer)`)
