import { Type } from 'typebox'
import { Day, Id, Words } from './words.ts'

const strict = { additionalProperties: false } as const
const OrNull = <T extends ReturnType<typeof Type.String>>(of: T) => Type.Union([of, Type.Null()])

/** GET /api/townships: who holds which item on a day (default today); grants to come and ended ones are left out. */
export const TownshipsFilter = Type.Object({ on: Type.Optional(Day) }, strict)
export const TownshipsAnswer = Type.Object({
  on: Day,
  townships: Type.Array(Type.Object({ township: Type.String(), name: Type.String() })),
  items: Type.Array(Type.Object({
    id: Id,
    title: Type.String(),
    department: Type.String(),
    grants: Type.Array(Type.Object({ township: Type.String(), exclusive: Type.Boolean(), basis: Type.String(), from: Day, until: OrNull(Day), matter: OrNull(Id) })),
  })),
})

/** GET /api/townships/evaluation: what each township did with each item it held in the period [from, to]. */
export const EvaluationFilter = Type.Object({ from: Day, to: Day }, strict)
export const EvaluationAnswer = Type.Object({
  county: Type.String(),
  rule: Words,
  rows: Type.Array(Type.Object({
    township: Type.String(), name: Type.String(), item: Id, title: Type.String(), from: Day, until: OrNull(Day),
    cases: Type.Integer(), decided: Type.Integer(), acts: Type.Integer(), late: Type.Integer(), corrected: Type.Integer(), refused: Type.Integer(), certified: Type.Integer(),
    suggestion: Type.Union([Type.Literal('keep'), Type.Literal('support'), Type.Literal('take-back')]),
    reason: Words,
  })),
})

/** GET /api/entrustments: the letters of entrustment in force on a day (处罚法 20); `until` is the last day of the term. */
export const EntrustmentsAnswer = Type.Object({
  on: Day,
  rows: Type.Array(Type.Object({
    organisation: Id, organisationName: Type.String(), principal: Id, principalName: Type.String(),
    norm: Type.String(), authority: Type.String(), published: Day, place: Type.String(), from: Day, until: Day, matter: OrNull(Id),
    items: Type.Array(Type.Object({ id: Id, title: Type.String() })),
  })),
})
