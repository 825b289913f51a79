import { Type } from 'typebox'
import { Day, Id } from './words.ts'

const strict = { additionalProperties: false }
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Fen = Type.Integer({ minimum: 0, maximum: 1e13 })

/** POST /api/bodies by the system administrator: a new body, from that day (default today). */
export const AddBodyRequest = Type.Object(
  {
    id: Id,
    body: Type.Object(
      {
        id: Id, name: Name, shortName: Name, numberPrefix: Name, creditCode: Type.Optional(Name),
        kind: Type.Union([Type.Literal('organ'), Type.Literal('authorised'), Type.Literal('entrusted'), Type.Literal('township')]),
        township: Type.Optional(Type.String({ pattern: '^\\d{9}$' })), principal: Type.Optional(Id),
      },
      strict,
    ),
    from: Type.Optional(Day),
  },
  strict,
)

/** POST /api/units: an enforcement unit (办案机构) of a body. */
export const AddUnitRequest = Type.Object({ id: Id, unit: Type.Object({ id: Id, body: Id, name: Name }, strict) }, strict)

/** What a body may set for itself (R26, R27), dated. Money in fen. */
const Setting = Type.Union([
  Type.Object({ name: Type.Literal('remedy'), value: Type.Object({ reviewOrgan: Name, court: Name, online: Type.Optional(Name) }, strict) }, strict),
  Type.Object({ name: Type.Literal('overlay'), value: Type.Union([Type.Literal('general'), Type.Literal('market-supervision')]) }, strict),
  Type.Object({ name: Type.Literal('hearingThreshold'), value: Type.Object({ person: Fen, organisation: Fen }, strict) }, strict),
  Type.Object({ name: Type.Literal('discussionAlways'), value: Type.Boolean() }, strict),
  Type.Object({ name: Type.Literal('discussionFrom'), value: Fen }, strict),
  Type.Object({ name: Type.Literal('discussionQuorum'), value: Type.Object({ least: Type.Integer({ minimum: 2, maximum: 20 }), share: Type.Number({ minimum: 0, maximum: 1 }) }, strict) }, strict),
  Type.Object({ name: Type.Literal('certificateNumber'), value: Type.String({ minLength: 2, maxLength: 40 }) }, strict),
  Type.Object({
    name: Type.Literal('training'),
    value: Type.Object({
      hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 400 })), entryHours: Type.Optional(Type.Integer({ minimum: 0, maximum: 400 })), grace: Type.Optional(Type.Integer({ minimum: 0, maximum: 60 })),
      planDue: Type.Optional(Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })), rotation: Type.Optional(Type.Object({ from: Day, until: Day }, strict)),
    }, strict),
  }, strict),
  Type.Object({ name: Type.Literal('lateEntryWorkdays'), value: Type.Integer({ minimum: 0, maximum: 30 }) }, strict),
])

/** POST /api/bodies/settings by the system administrator, from a day that is not past (default today). */
export const SetBodyRequest = Type.Object({ id: Id, body: Id, set: Setting, from: Type.Optional(Day) }, strict)

/** GET /api/bodies/{id}/settings: what is set now or from a later day; what is not in it stands at its default. */
export const BodySettingsAnswer = Type.Object({
  rows: Type.Array(Type.Object({ name: Type.String(), value: Type.Unknown(), from: Day, until: Type.Union([Day, Type.Null()]) })),
})
export const RegisteredAnswer = Type.Object({ outcome: Type.Union([Type.Literal('added'), Type.Literal('superseded'), Type.Literal('closed'), Type.Literal('unchanged')]) })
