import { Type } from 'typebox'
import { Instant } from './words.ts'

/** A form still being written, as the page keeps it: the act's id, what was entered and when it happened. */
export const DraftContent = Type.Record(Type.String({ maxLength: 40 }), Type.Unknown())

/** Matter or new lead, then the kind of act: `m-1:serve`. */
export const DraftPlace = Type.Object({ place: Type.String({ pattern: '^[A-Za-z0-9._:-]{1,160}$' }) })

export const DraftAnswer = Type.Object({
  draft: Type.Union([DraftContent, Type.Null()]),
  saved: Type.Union([Instant, Type.Null()]),
})
