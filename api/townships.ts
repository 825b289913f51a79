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
    grants: Type.Array(Type.Object({ township: Type.String(), exclusive: Type.Boolean(), basis: Type.String(), published: OrNull(Day), place: Type.String(), from: Day, until: OrNull(Day), matter: OrNull(Id) })),
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

const Figures = Type.Object({ from: Day, to: Day, cases: Type.Integer(), decided: Type.Integer(), acts: Type.Integer(), refused: Type.Integer(), late: Type.Integer(), corrected: Type.Integer(), certified: Type.Integer() })

/** GET /api/townships/pilots: the pilots of today with their checklist, and their figures before and since. */
export const PilotsAnswer = Type.Object({
  /** Whether the asker may name pilots and tick. */
  mayChange: Type.Boolean(),
  /** Townships that could be one, too. */
  others: Type.Array(Type.Object({ township: Type.String(), name: Type.String() })),
  rows: Type.Array(Type.Object({
    township: Type.String(), name: Type.String(), from: Day, document: Type.String(),
    points: Type.Array(Type.Object({
      id: Id, title: Words, reference: Words,
      /** Read from the registers, not ticked. */
      computed: Type.Boolean(),
      done: Type.Boolean(), proof: Type.String(), on: OrNull(Day),
    })),
    before: Figures,
    after: Figures,
  })),
})

const Township = Type.String({ pattern: '^[0-9]{9}$' })
const Words300 = Type.String({ minLength: 1, maxLength: 300 })

/** POST /api/townships/pilots: names a pilot, or ends it with `until`. */
export const PilotRequest = Type.Object({ id: Id, township: Township, from: Day, document: Words300, until: Type.Optional(Day) }, strict)
/** POST /api/townships/pilots/check: ticks a point the registers do not know, or takes the tick back; `proof` says on what. */
export const PilotCheck = Type.Object({ id: Id, township: Township, point: Id, done: Type.Boolean(), proof: Words300 }, strict)
export const PilotChanged = Type.Object({ township: Township })
