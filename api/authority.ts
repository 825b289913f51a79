import { Type } from 'typebox'
import { Citation, Day, Id, Instant, Words } from './words.ts'

const orNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()])
const ItemStatus = Type.Union([Type.Literal('parsed'), Type.Literal('to-be-confirmed')])

/** GET /api/items: the catalogue as of today. `q` stands in the title; `after` is the `next` of the page before. */
export const ItemFilter = Type.Object(
  {
    body: Type.Optional(Id),
    /** What this body may enforce today: its own, what its township was given (24), what its principal entrusts it with (20). */
    for: Type.Optional(Id),
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    status: Type.Optional(ItemStatus),
    /** 处罚、许可、强制 and so on: a key of `itemKinds`. */
    kind: Type.Optional(Type.String({ maxLength: 40 })),
    after: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
)
const ItemRow = Type.Object({
  id: Id,
  version: Type.Integer(),
  body: Id,
  bodyName: Type.String(),
  title: Type.String(),
  field: Type.String(),
  /** The first article it rests on, in words. */
  reference: Words,
  kinds: Type.Array(Type.String()),
  status: ItemStatus,
  published: Type.Boolean(),
  source: Type.String(),
})
export const ItemsAnswer = Type.Object({ rows: Type.Array(ItemRow), next: orNull(Type.String()) })

/** GET /api/items/{id}?on=: the item as it stood on a day (default today), with its versions, benchmarks and grants. */
export const ItemOn = Type.Object({ on: Type.Optional(Day) }, { additionalProperties: false })
export const ItemAnswer = Type.Object({
  id: Id,
  version: Type.Integer(),
  body: Id,
  bodyName: Type.String(),
  title: Type.String(),
  field: Type.String(),
  kind: Type.String(),
  /** `why` the citation leads to no article in force that day, if so. */
  bases: Type.Array(Type.Object({ citation: Citation, reference: Words, text: Type.String(), why: Type.Union([Words, Type.Null()]) })),
  kinds: Type.Array(Type.Object({ kind: Type.String(), title: Words })),
  orders: Type.Array(Type.String()),
  /** `Branch` of the law: conditions, kinds, fines with floor and ceiling (R17). */
  branches: Type.Array(Type.Unknown()),
  status: ItemStatus,
  /** Why it is to be confirmed; conduct, example and other consequences, where an import gave them. */
  reasons: Type.Array(Words),
  conduct: Type.String(),
  example: Type.String(),
  consequences: Type.Array(Type.String()),
  /** Who carries it out and at which level of government, where the table or the adjustment says so. */
  subject: Type.String(),
  level: Type.String(),
  limitationYears: Type.Integer(),
  harmYears: Type.Integer(),
  published: Type.Boolean(),
  source: Type.String(),
  validFrom: Day,
  validUntil: orNull(Day),
  versions: Type.Array(Type.Object({ version: Type.Integer(), validFrom: Day, validUntil: orNull(Day), recorded: Instant })),
  benchmarks: Type.Array(Type.Object({
    benchmark: Id, tier: Type.String(), circumstances: Type.String(), branch: Type.Integer(), rank: Type.Integer(),
    /** `Fine` of the law, null for no money; `text` is the range in words. */
    range: Type.Unknown(), text: Words, standard: Type.String(), mitigation: Type.Boolean(), maker: Type.String(),
    status: ItemStatus, published: orNull(Day), validFrom: Day, validUntil: orNull(Day),
  })),
  grants: Type.Array(Type.Object({ township: Type.String(), townshipName: Type.String(), exclusive: Type.Boolean(), basis: Type.String(), validFrom: Day, validUntil: orNull(Day) })),
})

/** POST /api/import/items, /benchmarks, /leniency and /numbers: the file as the body (text/csv), everything else in the address. 202; progress under /api/import/{id}. */
export const ImportQuery = Type.Object({
  id: Id, body: Id, name: Type.String({ minLength: 1, maxLength: 200 }),
  /** Of items, benchmarks and lists: the first day; of the latter two also the day on which they end. */
  from: Type.Optional(Day), until: Type.Optional(Day),
  /** Of benchmarks: when they were published. */
  published: Type.Optional(Day),
  /** Of benchmarks and lists: what the editions before held and this one does not ends. */
  replaces: Type.Optional(Type.Literal('yes')),
  /** Of benchmarks: the superior that made them; absent, the body itself (R32). */
  maker: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
}, { additionalProperties: false })
export const ImportStarted = Type.Object({ id: Id, total: Type.Integer() })
/** POST /api/import/cases: old and running cases of a body (R29), as the items are sent. */
export const ImportCasesQuery = Type.Object({ id: Id, body: Id, name: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false })
const ImportCounts = Type.Object({
  rows: Type.Integer(),
  accepted: Type.Integer(),
  refused: Type.Integer(),
  parsed: Type.Optional(Type.Integer()),
  toBeConfirmed: Type.Optional(Type.Integer()),
  /** Of the accepted: not there before, changed into a new version, as they were. */
  added: Type.Integer(),
  superseded: Type.Optional(Type.Integer()),
  unchanged: Type.Integer(),
  /** Of editions before the one that replaces them. */
  ended: Type.Optional(Type.Integer()),
})
export const ImportAnswer = Type.Object({
  id: Id,
  kind: Type.String(),
  fileName: Type.String(),
  started: Instant,
  finished: orNull(Instant),
  done: Type.Integer(),
  total: Type.Integer(),
  counts: Type.Union([ImportCounts, Type.Null()]),
  /** The first hundred; all of them under /api/import/{id}/refusals.csv. */
  refusals: Type.Array(Type.Object({ row: Type.Integer(), field: Type.Optional(Type.String()), reason: Words })),
  /** The import broke off; send the file again, what is there stays as it is. */
  failed: Type.Boolean(),
})
