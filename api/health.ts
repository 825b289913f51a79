import { Type } from 'typebox'
import { Words } from './words.ts'

/** GET /health/live: the process answers. */
export const LiveAnswer = Type.Object({ live: Type.Literal(true) })

/** GET /health/ready, 200 or 503: the database answers too, and what must be loaded is. `demonstration` is the sign-in page's hint. */
export const ReadyAnswer = Type.Object({
  ready: Type.Boolean(),
  database: Type.Boolean(),
  loaded: Type.Boolean(),
  demonstration: Type.Optional(Type.Object({ hint: Words })),
})
