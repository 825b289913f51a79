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
