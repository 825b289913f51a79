import type { ItemContent } from './items/content.ts'
import type { Day, Instant } from './time/day.ts'

/** Rows the owning rooms write in the same transaction, as data (D13). */
export type Effect =
  | { readonly room: 'evidence'; readonly id: string; readonly kind: string; readonly usable: boolean; readonly files: readonly string[] }
  | { readonly room: 'held'; readonly id: string; readonly state: string; readonly quantity: number }
  | { readonly room: 'decided'; readonly party: string; readonly item: string; readonly from: Day; readonly until: Day; readonly fined: boolean; readonly amount: number; readonly fine: number; readonly tier?: string; readonly township?: string; readonly standing: boolean }
  | { readonly room: 'exempted'; readonly party: string; readonly item: string; readonly from: Day; readonly until: Day; readonly ground: string; readonly rule: string; readonly amount: number }
  | { readonly room: 'file'; readonly hash: string; readonly document?: string }
  | { readonly room: 'struck'; readonly entry: string }
  | CertificateEffect
  | CertificateEndEffect
  | DepartureEffect
  | CatalogueEffect
  | GrantEffect
  | EntrustmentEffect

/** A version of an item as an adjustment of the catalogue brings it into the register; one with no day in it ends the item. */
export interface CatalogueEffect extends ItemContent {
  readonly room: 'item'
  readonly item: string
  readonly version: number
  readonly body: string
  readonly published: boolean
  readonly source: string
  readonly validFrom: Day
  readonly validUntil: Day | null
}

/** An item as an organisation exercises it in its principal's name (处罚法 20): on [validFrom, validUntil), once it is published. */
export interface EntrustmentEffect {
  readonly room: 'entrustment'
  readonly id: string
  readonly organisation: string
  readonly principal: string
  readonly item: string
  readonly norm: string
  readonly authority: string
  readonly published: Day
  readonly place: string
  readonly validFrom: Day
  readonly validUntil: Day
}

/** An item as a township holds it under a grant (处罚法 24); who had filed before it began or ended may be let to finish (R30). */
export interface GrantEffect {
  readonly room: 'grant'
  readonly id: string
  readonly township: string
  readonly item: string
  readonly exclusive: boolean
  readonly basis: string
  /** When and where the decision was published. */
  readonly published: Day | null
  readonly place: string
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly departmentFinishes: boolean
  readonly townshipFinishes: boolean
}

/** A certificate as the register holds it from this act on; the same number again replaces what the matter said before. */
export interface CertificateEffect {
  readonly room: 'certificate'
  readonly issuer: string
  readonly number: string
  readonly person: string
  readonly fields: readonly string[]
  readonly validRegion: string
  /** Valid on [from, until). */
  readonly from: Instant
  readonly until: Instant
  readonly suspendedFrom?: Instant
  readonly suspendedUntil?: Instant
}

/** The issuer took the certificate back, or issued another in its place. */
export interface CertificateEndEffect {
  readonly room: 'certificate_end'
  readonly issuer: string
  readonly number: string
  readonly ground: string
  readonly endedAt: Instant
}

/** Who left the body: his posts there and his certificate are over from then on; without the instant it was withdrawn. */
export interface DepartureEffect {
  readonly room: 'departure'
  readonly person: string
  readonly body: string
  readonly eventOn: Day
  readonly ground: string
  readonly endedAt?: Instant
}
