import { Type } from 'typebox'
import { Day, Id, Words } from './words.ts'

const List = Type.Union([Type.Literal('lighter'), Type.Literal('mitigated'), Type.Literal('exempt')])

/** GET /api/matters/{id}/discretion: what may be weighed for each violation today, and how others were decided. */
export const DiscretionAnswer = Type.Object({
  violations: Type.Array(
    Type.Object({
      violation: Id,
      item: Id,
      /** The norm that counts on the day of the conduct, or the later one where that was found milder (处罚法 37), in its own words. */
      norm: Type.Union([
        Type.Object({
          bases: Type.Array(Type.Object({ reference: Words, text: Type.String() })),
          kinds: Type.Array(Words),
          /** None of its statutes is in the register: whether it was in force cannot be checked. */
          unregistered: Type.Boolean(),
          /** In the order of `branch` in a penalty, which counts from 0. */
          branches: Type.Array(Type.Object({ condition: Type.String(), kinds: Type.Array(Words), range: Words, text: Type.String(), parsed: Type.Boolean() })),
        }),
        Type.Null(),
      ]),
      /** `Benchmark` of the law, with its range in words. */
      benchmarks: Type.Array(Type.Object({
        id: Id, tier: Type.String(), rank: Type.Integer(), circumstance: Type.String(), branch: Type.Integer(), range: Type.Unknown(), text: Words,
        standard: Type.String(), mitigation: Type.Boolean(), maker: Type.String(),
      })),
      /** Rules of the three lists in force for the item; `before`: parties whose record bars a first violation (R33). */
      rules: Type.Array(Type.Object({ id: Id, list: List, violation: Type.String(), title: Type.String(), conditions: Type.Array(Words), before: Type.Array(Id) })),
      /** Fines of the county's decisions on the item, newest conduct first; no parties. Fen. */
      similar: Type.Array(Type.Object({ body: Type.String(), tier: Type.Union([Type.String(), Type.Null()]), amount: Type.Integer(), conduct: Day })),
    }),
  ),
})

/** GET /api/leniency: the three lists. `ended`: those that have ended, too. */
export const LeniencyFilter = Type.Object({ list: Type.Optional(List), body: Type.Optional(Id), ended: Type.Optional(Type.Literal('yes')) }, { additionalProperties: false })
export const LeniencyAnswer = Type.Object({
  rows: Type.Array(Type.Object({
    id: Id, list: List, body: Id, bodyName: Type.String(), item: Type.Union([Id, Type.Null()]), violation: Type.String(), conditions: Type.Array(Words), title: Type.String(),
    issuer: Type.String(), status: Type.Union([Type.Literal('parsed'), Type.Literal('to-be-confirmed')]), validFrom: Day, validUntil: Type.Union([Day, Type.Null()]),
    inForce: Type.Boolean(),
  })),
  /** Exemptions of the bodies the asker reads, as plain counts (R33, R35): matters, and the statutory minimum not imposed, in fen. */
  exempted: Type.Object({ matters: Type.Integer(), amount: Type.Integer() }),
})

const Confirmable = Type.Union([Type.Literal('benchmark'), Type.Literal('leniency-rule')])

/** GET /api/discretion/to-confirm: lines of benchmarks or rules of lists that bind nobody before the asker confirms them, by what they are about. */
export const ToConfirmFilter = Type.Object({ kind: Confirmable, q: Type.Optional(Type.String({ maxLength: 100 })), after: Type.Optional(Id) }, { additionalProperties: false })
export const ToConfirmAnswer = Type.Object({
  /** All lines that wait, from this page on. */
  total: Type.Integer(),
  next: Type.Union([Id, Type.Null()]),
  groups: Type.Array(Type.Object({
    id: Id, body: Id, bodyName: Type.String(), violation: Type.String(), bases: Type.Array(Words),
    /** What the import chose, if anything, and the items that rest on the same article, the most alike first. */
    item: Type.Union([Id, Type.Null()]), items: Type.Array(Type.Object({ id: Id, title: Type.String() })),
    lines: Type.Array(Type.Object({ id: Id, name: Type.String(), says: Type.Array(Words), source: Type.Array(Type.String()), reasons: Type.Array(Words), validFrom: Day, validUntil: Type.Union([Day, Type.Null()]) })),
  })),
})
/** POST /api/discretion/confirm: these lines spell out this item, and this branch of its norm, and are read rightly. */
export const ConfirmRequest = Type.Object(
  { id: Id, kind: Confirmable, item: Id, branch: Type.Integer({ minimum: 0, maximum: 99 }), lines: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }) }, { additionalProperties: false })
export const ConfirmAnswer = Type.Object({ confirmed: Type.Integer(), refused: Type.Array(Type.Object({ line: Id, reason: Words })) })

/** POST /api/discretion/lines: one line of a benchmark by hand; `standard` in words, its range is read from them. With `line` it takes that line's place. */
export const LineRequest = Type.Object({
  id: Id, item: Id, line: Type.Optional(Id),
  tier: Type.String({ minLength: 1, maxLength: 100 }), rank: Type.Integer({ minimum: 0, maximum: 999 }),
  circumstances: Type.String({ minLength: 1, maxLength: 2000 }), standard: Type.String({ minLength: 1, maxLength: 2000 }),
  branch: Type.Integer({ minimum: 0, maximum: 99 }), mitigation: Type.Boolean(),
  /** The superior that made it; absent: the body itself (R32). */
  maker: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  published: Day, from: Day, until: Type.Optional(Day),
}, { additionalProperties: false })
export const LineAnswer = Type.Object({ benchmark: Id })
