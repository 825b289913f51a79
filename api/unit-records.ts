import { Type } from 'typebox'
import { recordKinds } from '@faheng/law/training/records.ts'
import { Day, Id, Instant } from './words.ts'

const strict = { additionalProperties: false }
const orNull = Type.Union([Type.String(), Type.Null()])
const kind = Type.Unsafe<keyof typeof recordKinds>({ type: 'string', enum: Object.keys(recordKinds) })

/** GET /api/unit-records: of a body and year, newest first. Discipline references are there for its heads alone. */
export const RecordsFilter = Type.Object({ body: Id, year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })) }, strict)
const RecordRow = Type.Object({
  id: Id, unit: orNull, unitName: orNull, kind, happened: Day, title: Type.String(), detail: Type.String(), person: orNull, personName: orNull, reference: orNull,
  recorded: Instant, recordedByName: Type.String(), struckReason: orNull,
})
/** `quarters`: of the units of the body, how many have a party-building record in each quarter. */
export const RecordsAnswer = Type.Object({ rows: Type.Array(RecordRow), units: Type.Integer(), quarters: Type.Array(Type.Integer()) })

/** POST /api/unit-records: enter one, or strike one with the reason. */
export const RecordRequest = Type.Union([
  Type.Object({
    id: Id,
    enter: Type.Object({
      body: Id, unit: Type.Optional(Id), kind, happened: Day, title: Type.String({ minLength: 1, maxLength: 200 }), detail: Type.Optional(Type.String({ maxLength: 4000 })),
      person: Type.Optional(Id), reference: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    }, strict),
  }, strict),
  Type.Object({ id: Id, strike: Type.Object({ record: Id, reason: Type.String({ minLength: 1, maxLength: 200 }) }, strict) }, strict),
])
