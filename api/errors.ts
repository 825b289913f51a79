import { Type } from 'typebox'
import { Citation, Words } from './words.ts'

/** Unlawful power, 409: what is wrong, which article, what cures it. `reference` is the article as words. */
export const RefusalAnswer = Type.Object({
  guard: Type.String(),
  article: Citation,
  reference: Words,
  message: Words,
  cure: Words,
})

export const RefusedAnswer = Type.Object({ code: Type.Literal('refused'), refusals: Type.Array(RefusalAnswer) })

/** Every other error: `malformed` (400) names the field; 401, 404, 409 `id-reused`, 503 `busy`, 500 with a request id. */
export const ErrorAnswer = Type.Object({
  code: Type.Union(
    (['malformed', 'signed-out', 'not-found', 'id-reused', 'busy', 'locked', 'too-large', 'failed'] as const).map((code) => Type.Literal(code)),
  ),
  message: Words,
  field: Type.Optional(Type.String()),
  request: Type.Optional(Type.String()),
})
