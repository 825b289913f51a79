import { Type } from 'typebox'

/** Shared pieces of requests and answers. `Words` and `Citation` of the law, as they travel. */
export const Words = Type.Object({ zh: Type.String(), en: Type.String() })

export const Citation = Type.Object({
  statute: Type.String(),
  article: Type.Integer(),
  sub: Type.Optional(Type.Integer()),
  paragraph: Type.Optional(Type.Integer()),
  item: Type.Optional(Type.Integer()),
})

/** Opaque ids: made by clients for what they create, so that every write may be sent twice. */
export const Id = Type.String({ pattern: '^[A-Za-z0-9._-]{1,80}$' })
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' })
export const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$', format: 'date-time' })
