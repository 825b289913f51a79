import { Type } from 'typebox'
import { Day, Id, Instant, Words } from './words.ts'

const orNull = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Number>>(schema: T) => Type.Union([schema, Type.Null()])
const Year = Type.Integer({ minimum: 2020, maximum: 2100 })
const MeasureNumber = Type.Integer({ minimum: 1, maximum: 999 })

const Status = Type.Union([Type.Literal('done'), Type.Literal('on-course'), Type.Literal('at-risk'), Type.Literal('overdue'), Type.Literal('not-measurable')])
const Standing = { status: Status, rule: Words, value: Type.Optional(Type.Number()), projection: Type.Optional(Type.Number()) }
const Point = Type.Object({ month: Type.String(), part: Type.Integer(), whole: Type.Integer() })

/** The newest report of a year, and the measures that stand otherwise by now. */
const Reported = Type.Union([Type.Object({ id: Id, made: Instant, differs: Type.Array(MeasureNumber) }), Type.Null()])

export const YearFilter = Type.Object({ year: Type.Optional(Year) }, { additionalProperties: false })
export const ByMeasure = Type.Object({ number: MeasureNumber })

/** GET /api/plan: the fifty at a glance; what he sees of the figures is his body's part, a supervisor's the county's. */
const planRow = { number: MeasureNumber, part: Type.Integer(), group: Type.Integer(), title: Words, unconfirmed: Type.Boolean(), live: Type.Boolean(), ...Standing }
const PlanRow = Type.Object(planRow)
export const PlanAnswer = Type.Object({
  year: Year,
  today: Day,
  /** Whose figures these are. */
  of: Type.Union([Type.Literal('county'), Type.Literal('bodies')]),
  indicators: Type.Object({ live: Type.Integer(), none: Type.Integer() }),
  states: Type.Record(Type.String(), Type.Integer()),
  rows: Type.Array(PlanRow),
  reported: Reported,
  /** Measures of which nobody, or not everybody, was asked though their day is near: for who leads the plan. */
  pressing: Type.Array(MeasureNumber),
})

const TaskRow = Type.Object({
  matter: Id, measure: MeasureNumber, body: Id, bodyName: Type.String(), asked: Day, due: Day, stage: Type.String(), submitted: orNull(Day), accepted: orNull(Day), overdue: Type.Boolean(),
})
/** One act of a task's story: what was sent as proof, and what became of it. */
export const EvidenceAnswer = Type.Object({
  id: Id, matter: Id, body: Type.String(), kind: Type.String(), title: Words, at: Instant, by: Type.String(),
  files: Type.Array(Type.Object({ hash: Type.String(), name: Type.String() })),
  records: Type.Array(Type.Object({ id: Id, name: Type.String() })),
})
const IndicatorAnswer = Type.Object({
  id: Type.String(),
  title: Words,
  unit: Type.Union([Type.Literal('percent'), Type.Literal('count'), Type.Literal('proof')]),
  source: Type.Union([Type.Literal('live'), Type.Literal('none')]),
  formula: Words,
  better: Words,
  period: Type.Union([Type.Literal('month'), Type.Literal('quarter'), Type.Literal('year')]),
  target: Type.Optional(Type.Number()),
  /** What would compute it. */
  awaits: Type.Optional(Words),
  part: Type.Optional(Type.String()),
  whole: Type.Optional(Type.String()),
  ...Standing,
  points: Type.Array(Point),
  /** The year before, to compare. */
  before: Type.Array(Point),
  /** County bodies and townships apart, each as its last point, in the order of the register. */
  breakdown: Type.Array(Type.Object({
    by: Type.Union([Type.Literal('body'), Type.Literal('township')]), part: Type.Integer(), whole: Type.Integer(),
    bodies: Type.Array(Type.Object({ body: Type.String(), name: Type.String(), part: Type.Integer(), whole: Type.Integer() })),
  })),
})

/** GET /api/plan/measures/{number}: one measure whole. */
export const MeasureAnswer = Type.Object({
  year: Year,
  number: MeasureNumber,
  part: Type.Object({ number: Type.Integer(), title: Words }),
  group: Type.Object({ number: Type.Integer(), title: Words }),
  title: Words,
  demand: Words,
  responsible: Words,
  bodies: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  responsibleBodies: Type.Array(Id),
  historic: orNull(Day),
  term: Type.Union([Type.Object({ from: Day, until: Day }), Type.Null()]),
  due: Day,
  /** The days by which proof is asked for: four where the demand is quarterly. */
  dues: Type.Array(Day),
  unconfirmed: Type.Boolean(),
  ...Standing,
  indicators: Type.Array(IndicatorAnswer),
  tasks: Type.Array(TaskRow),
  evidence: Type.Array(EvidenceAnswer),
  reported: Reported,
  versions: Type.Array(Type.Object({ version: Type.Integer(), from: Day, recorded: Instant, by: Type.String(), change: Type.Unknown() })),
})

/** GET /api/plan/records: what stands behind a figure; `counted`: it is part of the whole, `kept`: of the better number. `id`: where it opens, if anywhere. */
export const RecordsFilter = Type.Object(
  {
    part: Type.String({ maxLength: 60 }), whole: Type.String({ maxLength: 60 }), year: Year,
    /** Only bodies that answer for the measure, as in its figure. */
    measure: Type.Optional(MeasureNumber),
    body: Type.Optional(Type.String({ maxLength: 80 })), after: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
)
export const RecordsAnswer = Type.Object({
  rows: Type.Array(Type.Object({
    key: Type.String(), id: Type.String(), kind: Type.Union([Type.Literal('matter'), Type.Literal('person'), Type.Literal('item'), Type.Literal('body'), Type.Literal('point'), Type.Literal('other')]),
    name: Type.String(), body: Type.String(), month: orNull(Type.String()), counted: Type.Boolean(), kept: Type.Boolean(),
    /** From the event to its record. */
    days: Type.Union([Type.Integer(), Type.Null()]),
  })),
  next: orNull(Type.String()),
})

/** GET /api/plan/bodies/{id}: all that is asked of a body. */
export const ByBody = Type.Object({ id: Id })
export const BodyPlanAnswer = Type.Object({
  year: Year,
  body: Type.Object({ id: Id, name: Type.String() }),
  /** With what is demanded by when, and whether it must be proved by hand and was never asked for. */
  rows: Type.Array(Type.Object({ ...planRow, demand: Words, due: Day, unasked: Type.Boolean(), near: Type.Boolean() })),
  tasks: Type.Array(TaskRow),
})

/** POST /api/plan/versions: the county's plan changes from a day on. */
const ChangeEntry = Type.Object(
  {
    title: Type.Optional(Words),
    demand: Type.Optional(Words),
    part: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4), Type.Literal(5), Type.Literal(6)])),
    group: Type.Optional(Type.Integer({ minimum: 1, maximum: 21 })),
    bodies: Type.Optional(Type.Array(Id, { maxItems: 100 })),
    period: Type.Optional(Type.Union([Type.Literal('quarter'), Type.Literal('year')])),
    yearly: Type.Optional(Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })),
    term: Type.Optional(Type.Object({ from: Day, until: Day }, { additionalProperties: false })),
    confirmed: Type.Optional(Type.Boolean()),
    /** Of a measure of the county's own: what daily work counts for it, and why more of it is good. */
    live: Type.Optional(Type.Object({ part: Type.String({ maxLength: 60 }), better: Words }, { additionalProperties: false })),
    target: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 100 })),
    ended: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export const ChangeRequest = Type.Object({ id: Id, measure: MeasureNumber, from: Type.Optional(Day), change: ChangeEntry }, { additionalProperties: false })
export const ChangeAnswer = Type.Object({ measure: MeasureNumber, version: Type.Integer() })

/** POST /api/plan/term: a new term of the whole plan. */
export const TermRequest = Type.Object({ id: Id, from: Day, until: Day }, { additionalProperties: false })
export const TermAnswer = Type.Object({ changed: Type.Integer() })

/** GET /api/plan/ended: measures that were ended and can go on. */
export const EndedAnswer = Type.Object({ rows: Type.Array(Type.Object({ number: MeasureNumber, title: Words })) })

/** GET /api/plan/unasked: who was not asked this year for what the system cannot compute; POST /api/plan/ask-year asks all of a measure. */
export const ByYear = Type.Object({ year: Year }, { additionalProperties: false })
export const UnaskedAnswer = Type.Object({ rows: Type.Array(Type.Object({ measure: MeasureNumber, title: Words, due: Day, bodies: Type.Integer() })) })
export const AskRequest = Type.Object({ year: Year, measure: MeasureNumber }, { additionalProperties: false })
export const AskAnswer = Type.Object({ asked: Type.Integer() })

/** POST /api/plan/import: the plan, or rows of it, from a table. */
export const ImportQuery = Type.Object({ id: Id }, { additionalProperties: false })
export const ImportAnswer = Type.Object({
  rows: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), refused: Type.Array(Type.Object({ row: Type.Integer(), column: Type.String(), reason: Words })),
})
/** POST /api/plan/reports: freezes a year. */
export const ReportRequest = Type.Object({ id: Id, year: Year }, { additionalProperties: false })
export const ReportAnswer = Type.Object({ id: Id, year: Year })
export const ReportsAnswer = Type.Object({ rows: Type.Array(Type.Object({ id: Id, year: Year, made: Instant, by: Type.String() })) })

/** GET /api/plan/reports/{id}/{file}: the report as it was frozen, as PDF and to edit, and its public page. */
export const ReportFile = Type.Object({ id: Id, file: Type.Union([Type.Literal('report.pdf'), Type.Literal('report.docx'), Type.Literal('summary.pdf')]) })

/** GET /api/public/plan: the newest reported year on one page. */
export const PublicPlanAnswer = Type.Object({
  county: Type.String(),
  year: Year,
  made: Instant,
  states: Type.Record(Type.String(), Type.Integer()),
  rows: Type.Array(Type.Object({ number: MeasureNumber, part: Type.Integer(), title: Words, status: Status, value: Type.Optional(Type.Number()) })),
})

/** GET /api/plan/counties: what each county of a city reported last, read from where it published it; `mine` may change which. */
export const CountiesAnswer = Type.Object({
  rows: Type.Array(Type.Object({ name: Type.String(), address: Type.String(), plan: Type.Union([PublicPlanAnswer, Type.Null()]), why: Type.Union([Words, Type.Null()]) })),
  mine: Type.Boolean(),
})
/** POST /api/plan/counties: the counties of the city, each with the address of its own installation. */
export const CountiesRequest = Type.Object({
  id: Id, counties: Type.Array(Type.Object({ name: Type.String({ minLength: 1, maxLength: 60 }), address: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }), { maxItems: 60 }),
}, { additionalProperties: false })
export const CountiesSet = Type.Object({ counties: Type.Integer() })
