import { Type } from 'typebox'
import { courseKinds, courseLevels, courseTiers } from '@faheng/law/training/hours.ts'
import { Day, Id, Instant } from './words.ts'

const orNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()])
const named = <const T extends object>(of: T) => Type.Unsafe<keyof T & string>({ type: 'string', enum: Object.keys(of) })
const strict = { additionalProperties: false }
const Title = Type.String({ minLength: 1, maxLength: 200 })
const Reason = Type.String({ minLength: 1, maxLength: 500 })
const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
const Hours = Type.Integer({ minimum: 1, maximum: 400 })
const Tenths = Type.Number({ minimum: 0 })
const File = Type.String({ pattern: '^[0-9a-f]{64}$' })

const sort = { kind: named(courseKinds), category: Type.String({ maxLength: 60 }), level: named(courseLevels), tier: named(courseTiers) }

/** GET /api/training/*: of a year; without it, the present one. */
export const YearFilter = Type.Object({ year: Type.Optional(Year) }, strict)
export const CoverageFilter = Type.Object({ year: Type.Optional(Year), body: Type.Optional(Id), unit: Type.Optional(Id) }, strict)

/** POST /api/training/plans: a body files its plan of the year, the justice bureau receives it. */
const PlanLine = Type.Object({ ...sort, title: Title, hours: Hours }, strict)
export const PlanRequest = Type.Union([
  Type.Object({ id: Id, file: Type.Object({ body: Id, year: Year, title: Title, lines: Type.Array(PlanLine, { minItems: 1, maxItems: 200 }) }, strict) }, strict),
  Type.Object({ id: Id, receive: Type.Object({ plan: Id }, strict) }, strict),
])
/** `held` hours of courses of that sort so far; `late` after the day in the body's setting. A later plan of a body replaces the earlier. */
const PlanRow = Type.Object({
  id: Id, body: Id, bodyName: Type.String(), year: Type.Integer(), title: Type.String(), filed: Instant, due: Day, late: Type.Boolean(), received: orNull(Instant), current: Type.Boolean(),
  lines: Type.Array(Type.Object({ ...sort, title: Type.String(), hours: Type.Integer(), held: Type.Integer() })),
})
export const PlansAnswer = Type.Object({
  year: Type.Integer(), due: Day, plans: Type.Array(PlanRow), missing: Type.Array(Type.Object({ body: Id, name: Type.String(), late: Type.Boolean() })),
})

/** POST /api/training/courses. With materials it is an online course. `invited`: bodies, or `*` for the whole county. */
const Material = Type.Object({ id: Id, title: Title, kind: Type.Union([Type.Literal('document'), Type.Literal('video')]), seconds: Type.Integer({ minimum: 10, maximum: 86_400 }), file: File }, strict)
export const CourseRequest = Type.Object({
  id: Id, body: Id, year: Year, title: Title, ...sort, compulsory: Type.Boolean(), rotation: Type.Boolean(), hours: Hours,
  invited: Type.Array(Type.String({ pattern: '^([A-Za-z0-9._-]{1,80}|\\*)$' }), { maxItems: 200 }),
  statutes: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 50 })),
  materials: Type.Optional(Type.Array(Material, { maxItems: 100 })),
}, strict)
const SessionRow = Type.Object({ id: Id, starts: Instant, ends: Instant, place: Type.String(), hours: Type.Integer(), placeChecked: Type.Boolean() })
const CourseRow = Type.Object({
  id: Id, body: Id, bodyName: Type.String(), year: Type.Integer(), title: Type.String(), ...sort, compulsory: Type.Boolean(), rotation: Type.Boolean(), hours: Type.Integer(),
  invited: Type.Array(Type.String()), statutes: Type.Array(Type.String()), organiser: Id, materials: Type.Array(Material), sessions: Type.Array(SessionRow),
})
export const CoursesAnswer = Type.Object({ year: Type.Integer(), rows: Type.Array(CourseRow) })

/** POST /api/training/sessions. With a place check, `area` is where a phone that tells its position should be. */
const Position = { latitude: Type.Number({ minimum: -90, maximum: 90 }), longitude: Type.Number({ minimum: -180, maximum: 180 }) }
export const SessionRequest = Type.Object({
  id: Id, course: Id, starts: Instant, ends: Instant, place: Title, hours: Hours,
  area: Type.Optional(Type.Object({ ...Position, metres: Type.Integer({ minimum: 20, maximum: 5000 }) }, strict)),
}, strict)

/** GET /api/training/sessions/:id. The sheet is the organiser's; others see their own lines. */
const EntryRow = Type.Object({
  id: Id, person: Id, personName: Type.String(), kind: Type.String(), at: Instant, until: orNull(Instant), near: Type.Union([Type.Boolean(), Type.Null()]),
  reason: orNull(Type.String()), file: orNull(Type.String()), struckBy: orNull(Type.String()), struckReason: orNull(Type.String()), recorded: Instant, recordedByName: Type.String(),
})
export const SessionAnswer = Type.Object({
  session: SessionRow, course: Type.Object({ id: Id, title: Type.String(), kind: sort.kind, invited: Type.Array(Type.String()) }), organises: Type.Boolean(), entries: Type.Array(EntryRow),
})

/** GET /api/training/sessions/:id/code: what is shown in the room, and until when. */
export const CodeAnswer = Type.Object({ code: Type.String(), until: Instant })

/** POST /api/training/sign by whoever is in the room. */
export const SignRequest = Type.Object({
  id: Id, session: Id, direction: Type.Union([Type.Literal('in'), Type.Literal('out')]), code: Type.String({ minLength: 4, maxLength: 12 }), position: Type.Optional(Type.Object(Position, strict)),
}, strict)
export const SignAnswer = Type.Object({ entry: Id, near: Type.Union([Type.Boolean(), Type.Null()]) })

/** POST /api/training/list: a paper list entered later, with the reason. */
export const ListRequest = Type.Object({
  id: Id, session: Id, reason: Reason, file: Type.Optional(File),
  people: Type.Array(Type.Object({ person: Id, from: Instant, until: Instant }, strict), { minItems: 1, maxItems: 500 }),
}, strict)

/** POST /api/training/corrections: strike a line that is wrong, or take hours off somebody's year; both with the reason. */
export const CorrectionRequest = Type.Union([
  Type.Object({ id: Id, strike: Type.Object({ entry: Id, reason: Reason }, strict) }, strict),
  Type.Object({ id: Id, exempt: Type.Object({ person: Id, year: Year, hours: Hours, reason: Reason }, strict) }, strict),
])

/** POST /api/training/watch: a beat of the page that shows a piece of an online course. */
export const WatchRequest = Type.Object({ course: Id, material: Id, position: Type.Integer({ minimum: 0, maximum: 86_400 }) }, strict)
const Progress = Type.Object({ material: Id, seconds: Type.Integer(), position: Type.Integer() })
export const WatchAnswer = Type.Object({ seconds: Type.Integer(), whole: Type.Integer(), finished: Type.Boolean() })

const standing = {
  counted: Tenths, political: Tenths, publicLaw: Tenths, professional: Tenths, skills: Tenths, needed: Tenths, lacking: Tenths, projected: Tenths, willMiss: Type.Boolean(),
}
const Credit = Type.Object({ course: Id, title: Type.String(), kind: sort.kind, session: orNull(Id), day: Day, hours: Tenths, short: orNull(Type.String()), proof: Type.Array(Id) })
/** GET /api/training/mine: what I have, with its proof, and what I still need. */
export const MineAnswer = Type.Object({
  year: Type.Integer(),
  standing: Type.Object(standing),
  credits: Type.Array(Credit),
  compulsory: Type.Array(Type.Object({ course: Id, title: Type.String(), done: Type.Boolean() })),
  sessions: Type.Array(Type.Intersect([SessionRow, Type.Object({ course: Id, title: Type.String(), kind: sort.kind, signedIn: Type.Boolean(), signedOut: Type.Boolean() })])),
  online: Type.Array(Type.Object({ course: Id, title: Type.String(), hours: Type.Integer(), kind: sort.kind, materials: Type.Array(Material), progress: Type.Array(Progress), finished: Type.Boolean() })),
})

/** POST /api/training/round by the justice bureau: when the whole force is trained in rotation (measure 8). */
export const RoundRequest = Type.Object({ id: Id, from: Day, until: Day }, strict)

/** GET /api/training/people/{id}: the credits of one of those whose coverage the asker sees. */
export const PersonCreditsAnswer = Type.Object({ name: Type.String(), credits: Type.Array(Credit) })

/** GET /api/training/coverage: a unit head sees his unit, a head his body, the supervisor the county. */
const coverage = { people: Type.Integer(), reached: Type.Integer(), willMiss: Type.Integer(), rotated: Type.Integer(), compulsory: Type.Integer() }
export const CoverageAnswer = Type.Object({
  year: Type.Integer(),
  /** `rotation`: the round that is set for the body; null, that of the calendar year. */
  bodies: Type.Array(Type.Object({ body: Id, name: Type.String(), rotation: Type.Union([Type.Object({ from: Day, until: Day }), Type.Null()]), ...coverage })),
  rows: Type.Array(Type.Object({
    person: Id, name: Type.String(), body: Id, unit: orNull(Id), unitName: orNull(Type.String()), certified: Type.Boolean(), rotated: Type.Boolean(), compulsoryLacking: Type.Integer(), ...standing,
  })),
})
