import { Type } from 'typebox'
import { Day, Id, Instant, Words } from './words.ts'

/** POST /api/preview/{document}: the draft of an act's document, as PDF. Nothing is stored. Without a matter, `procedure` says what would begin. */
export const PreviewRequest = Type.Object(
  { matter: Type.Optional(Id), procedure: Type.Optional(Type.String({ maxLength: 80 })), kind: Type.String({ maxLength: 80 }), subject: Type.Optional(Type.String({ maxLength: 80 })), payload: Type.Unknown() },
  { additionalProperties: false },
)

/** POST /api/files begins or continues an upload; `received` tells where to go on. */
export const UploadRequest = Type.Object(
  { id: Id, name: Type.String({ minLength: 1, maxLength: 200 }), type: Type.String({ maxLength: 100 }), bytes: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)
export const UploadAnswer = Type.Object({ id: Id, received: Type.Integer(), bytes: Type.Integer(), hash: Type.Union([Type.String(), Type.Null()]) })

/** GET /api/public/verify/{code}: what a citizen may see of a paper; nothing private (D9). */
export const VerifyAnswer = Type.Object({
  kind: Words,
  number: Type.Union([Type.String(), Type.Null()]),
  body: Type.String(),
  date: Day,
  fieldsHash: Type.String(),
  fileHash: Type.Union([Type.String(), Type.Null()]),
  recordedAt: Instant,
  status: Type.Union([Type.Literal('valid'), Type.Literal('void'), Type.Literal('replaced')]),
  ledger: Type.Object({
    origin: Type.String(),
    position: Type.Union([Type.Integer(), Type.Null()]),
    size: Type.Integer(),
    root: Type.String(),
    integratedAt: Type.Union([Instant, Type.Null()]),
  }),
})
