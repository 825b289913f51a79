import { Type } from 'typebox'
import { PostKind, Rank } from './people.ts'
import { Citation, Day, Id, Instant } from './words.ts'

/**
 * Rows of the files `faheng register <kind> FILE` reads: CSV with these names as heading, or a JSON array. In CSV lists are
 * separated by `;`, nested values are JSON. Unknown columns are a fault.
 */
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Text = Type.String({ minLength: 1, maxLength: 20_000 })
/** A day, which begins at 00:00 and, as an end, ends at 24:00 in Asia/Shanghai; or an exact instant. */
const Moment = Type.Union([Day, Instant])
const Regional = Type.String({ pattern: '^\\d{6}$' })
const optional = Type.Optional
const strict = { additionalProperties: false }
/** Valid on [validFrom, validUntil); a later row of the same key ends the one before. */
const validity = { validFrom: Day, validUntil: optional(Day) }

export const BodyEntry = Type.Object({
  id: Id, name: Name, shortName: Name, numberPrefix: Name, creditCode: optional(Name),
  kind: Type.Union([Type.Literal('organ'), Type.Literal('authorised'), Type.Literal('entrusted'), Type.Literal('township')]),
  township: optional(Name), principal: optional(Id), validFrom: optional(Day), validUntil: optional(Day),
}, strict)

export const BodySettingEntry = Type.Object({ body: Id, name: Name, value: Type.Unknown(), ...validity }, strict)

export const UnitEntry = Type.Object({ id: Id, body: Id, name: Name }, strict)

export const PersonEntry = Type.Object({ id: Id, name: Name, phone: optional(Name) }, strict)

export const PostEntry = Type.Object({
  id: Id, person: Id, kind: PostKind, body: Id, unit: optional(Id), rank: optional(Rank), qualified: optional(Type.Boolean()), from: Moment, until: optional(Moment),
}, strict)

export const CertificateEntry = Type.Object({
  number: Name, person: Id, issuer: Name, fields: optional(Type.Array(Name)), validRegion: Regional, from: Moment, until: Moment,
  suspendedFrom: optional(Moment), suspendedUntil: optional(Moment),
}, strict)

export const StatuteVersionEntry = Type.Object({
  statute: Name, version: Name, title: Name, rank: Name, promulgated: Day, inForce: Day, repealed: optional(Day),
}, strict)

export const ItemVersionEntry = Type.Object({
  item: Id, body: Id, title: Name, field: optional(Name), kind: optional(Name),
  bases: Type.Array(Type.Object({ citation: Citation, text: Type.String({ maxLength: 20_000 }) }, strict), { minItems: 1 }),
  kinds: Type.Array(Name), orders: optional(Type.Array(Name)), branches: optional(Type.Array(Type.Unknown())),
  status: optional(Type.Union([Type.Literal('parsed'), Type.Literal('to-be-confirmed')])),
  limitationYears: optional(Type.Integer({ minimum: 1, maximum: 20 })), harmYears: optional(Type.Integer({ minimum: 1, maximum: 20 })),
  published: optional(Type.Boolean()), source: optional(Name), details: optional(Type.Unknown()), ...validity,
}, strict)

export const BenchmarkEntry = Type.Object({
  benchmark: Id, item: optional(Id), body: Id, tier: Name, circumstances: Text, branch: optional(Type.Integer({ minimum: 0 })),
  /** Of an amount, in fen; any other range is a `Fine` of the law. */
  floor: optional(Type.Integer({ minimum: 0 })), ceiling: optional(Type.Integer({ minimum: 0 })), range: optional(Type.Unknown()),
  rank: optional(Type.Integer({ minimum: 0, maximum: 999 })), standard: optional(Text), mitigation: optional(Type.Boolean()),
  violation: optional(Text), bases: optional(Type.Array(Citation)),
  /** The superior that made it (R32); absent: the body itself. */
  maker: optional(Name), published: optional(Day), status: optional(Type.Union([Type.Literal('parsed'), Type.Literal('to-be-confirmed')])),
  details: optional(Type.Unknown()), ...validity,
}, strict)

/** R34: which 编制类别 may hold a certificate in this county: alone, only beside others, or never. */
export const EligibilityEntry = Type.Object(
  {
    category: Type.Union([
      Type.Literal('civil-servant'), Type.Literal('referenced'), Type.Literal('public-institution'), Type.Literal('seconded'), Type.Literal('assistant'), Type.Literal('contract'),
      Type.Literal('service-worker'),
    ]),
    rule: Type.Union([Type.Literal('may'), Type.Literal('joint'), Type.Literal('never')]),
    basis: Text,
    ...validity,
  },
  strict,
)

/** A rule of the three lists (处罚法 32, 33; R33). */
export const LeniencyRuleEntry = Type.Object({
  rule: Id, body: Id, list: Type.Union([Type.Literal('lighter'), Type.Literal('mitigated'), Type.Literal('exempt')]), item: optional(Id), violation: Text,
  bases: optional(Type.Array(Citation)),
  conditions: Type.Object({
    /** First violation within so many months. */
    first: optional(Type.Object({ months: Type.Integer({ minimum: 1, maximum: 60 }) }, strict)),
    corrected: optional(Type.Literal(true)), slight: optional(Type.Literal(true)), others: Type.Array(Text),
  }, strict),
  title: Name, issuer: Name, status: optional(Type.Union([Type.Literal('parsed'), Type.Literal('to-be-confirmed')])), details: optional(Type.Unknown()), ...validity,
}, strict)

export const TownshipGrantEntry = Type.Object({ id: Id, township: Name, item: Id, exclusive: optional(Type.Boolean()), departmentFinishes: optional(Type.Boolean()), townshipFinishes: optional(Type.Boolean()), basis: Text, published: optional(Day), place: optional(Text), ...validity }, strict)

/** An item of a letter of entrustment (处罚法 20): its term has an end, `validUntil` being the first day without it. */
export const EntrustmentEntry = Type.Object({
  id: Id, organisation: Id, principal: Id, item: Id, norm: Text, authority: Text, published: Day, place: optional(Text), validFrom: Day, validUntil: Day,
}, strict)

/** Numbers of a series that paper took: `last` alone means from 1 (the system goes on after it), `first` alone a single number. */
export const NumberUseEntry = Type.Object({
  body: Id, kind: Type.String({ minLength: 1, maxLength: 20 }), year: Type.Integer({ minimum: 1980, maximum: 2100 }),
  first: optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })), last: optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  /** What explains the gap. */
  note: Type.String({ minLength: 1, maxLength: 400 }),
}, strict)
