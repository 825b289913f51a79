import { type TSchema, Type } from 'typebox'
import { Day, Id, Words } from './words.ts'

/** GET /api/public/catalogue: what is published and stands on a day (default today); nobody need sign in. `after` is `next` of the page before. */
export const PublicCatalogueFilter = Type.Object(
  {
    on: Type.Optional(Day),
    body: Type.Optional(Id),
    kind: Type.Optional(Id),
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    after: Type.Optional(Id),
  },
  { additionalProperties: false },
)
const OrNull = <T extends TSchema>(of: T) => Type.Union([of, Type.Null()])
const PublicItem = Type.Object({
  id: Id,
  version: Type.Integer(),
  bodyName: Type.String(),
  title: Type.String(),
  field: Type.String(),
  kind: Words,
  references: Type.Array(Words),
  penalties: Type.Array(Words),
  validFrom: Day,
  /** Imported: as the body had published it elsewhere, without the procedure of adjustment. */
  imported: Type.Boolean(),
  /** Townships that hold it that day; given exclusively, the body holds it there no more. */
  townships: Type.Array(Type.Object({ name: Type.String(), exclusive: Type.Boolean(), basis: Type.String(), from: Day, published: OrNull(Day) })),
  /** Organisations that act in the body's name that day, under a published letter; `until` is the last day of its term. */
  entrusted: Type.Array(Type.Object({ name: Type.String(), norm: Type.String(), authority: Type.String(), published: Day, place: Type.String(), from: Day, until: Day })),
})
export const PublicCatalogueAnswer = Type.Object({
  county: Type.String(),
  on: Day,
  bodies: Type.Array(Type.Object({ body: Id, name: Type.String(), items: Type.Integer() })),
  rows: Type.Array(PublicItem),
  next: Type.Union([Id, Type.Null()]),
})

const Public = { on: Type.Optional(Day), body: Type.Optional(Id), q: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })), after: Type.Optional(Id) }
const Bodies = Type.Array(Type.Object({ body: Id, name: Type.String(), items: Type.Integer() }))
const Next = OrNull(Id)

/** GET /api/public/benchmarks: the benchmarks of published items on a day, as far as they bind; nobody need sign in. */
export const PublicBenchmarksFilter = Type.Object(Public, { additionalProperties: false })
export const PublicBenchmarksAnswer = Type.Object({
  county: Type.String(), on: Day, bodies: Bodies, next: Next,
  rows: Type.Array(Type.Object({
    id: Id, title: Type.String(), bodyName: Type.String(), references: Type.Array(Words),
    lines: Type.Array(Type.Object({
      id: Id, tier: Type.String(), circumstances: Type.String(), text: Words, standard: Type.String(), mitigation: Type.Boolean(), maker: Type.String(), published: OrNull(Day), from: Day, until: OrNull(Day),
    })),
  })),
})

const List = Type.Union([Type.Literal('lighter'), Type.Literal('mitigated'), Type.Literal('exempt')])

/** GET /api/public/leniency: one of the three lists on a day; nobody need sign in. */
export const PublicLeniencyFilter = Type.Object({ ...Public, list: List }, { additionalProperties: false })
export const PublicLeniencyAnswer = Type.Object({
  county: Type.String(), on: Day, bodies: Bodies, next: Next,
  rows: Type.Array(Type.Object({
    id: Id, list: List, bodyName: Type.String(), violation: Type.String(), references: Type.Array(Words), conditions: Type.Array(Words), title: Type.String(), issuer: Type.String(), from: Day, until: OrNull(Day),
  })),
})

/** GET /api/public/catalogue/changes: items that are not the same on two days, at most a thousand. */
export const CatalogueChangesFilter = Type.Object({ from: Day, to: Day, body: Type.Optional(Id) }, { additionalProperties: false })
export const CatalogueChangesAnswer = Type.Object({
  rows: Type.Array(Type.Object({
    id: Id,
    bodyName: Type.String(),
    title: Type.String(),
    change: Type.Union([Type.Literal('added'), Type.Literal('changed'), Type.Literal('withdrawn')]),
    /** Of a change: what of the item is another. */
    fields: Type.Array(Words),
    on: Day,
  })),
})

/** GET /api/cleaning: how each body's catalogue stands; the county for supervisors, his own body for everybody else. */
export const CleaningAnswer = Type.Object({
  /** The first case on record: what lies before it is not known. */
  since: Type.Union([Day, Type.Null()]),
  rows: Type.Array(Type.Object({
    body: Id,
    bodyName: Type.String(),
    items: Type.Integer(),
    withoutBasis: Type.Integer(),
    unused: Type.Integer(),
    rare: Type.Integer(),
    unconfirmed: Type.Integer(),
    /** Reviews a changed statute asks for. */
    reviewsOpen: Type.Integer(),
    reviewsOverdue: Type.Integer(),
    /** The body's latest review, if one was ordered. */
    matter: Type.Union([Id, Type.Null()]),
    stage: Type.Union([Type.String(), Type.Null()]),
    due: Type.Union([Day, Type.Null()]),
    overdue: Type.Boolean(),
    reminders: Type.Integer(),
    listed: Type.Integer(),
    mayOrder: Type.Boolean(),
  })),
})

/** GET /api/cleaning/{body}: the items to go through, and why; at most 500. */
export const FlaggedAnswer = Type.Object({
  rows: Type.Array(Type.Object({ id: Id, title: Type.String(), grounds: Type.Array(Type.String()), cases: Type.Integer(), last: Type.Union([Day, Type.Null()]) })),
})

/** POST /api/cleaning: a supervisor orders a body to go through them. `id` is the act's, made by the client. */
export const CleaningOrder = Type.Object({ id: Id, body: Id, term: Type.Integer({ minimum: 1, maximum: 250 }) }, { additionalProperties: false })
export const CleaningOrdered = Type.Object({ matter: Id })
