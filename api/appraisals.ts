import { Type } from 'typebox'
import { Day, Id, Words } from './words.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** GET /api/appraisals/{matter}/evidence: what the system holds for each indicator, each line with what it rests on. */
export const EvidenceAnswer = Type.Object({
  person: Id,
  lines: Type.Array(Type.Object({ indicator: Id, what: Words, matters: Type.Array(Type.Object({ id: Id, number: orNull(Type.String()) })) })),
  /** Indicators of which the system knows nothing: papers have to show them. */
  unknown: Type.Array(Id),
})

/** GET /api/appraisals: the grades published now in the asker's bodies, and results used for a reward that is not recorded yet. */
const Graded = { person: Id, name: Type.String(), body: Id, year: Type.Integer(), grade: Type.String() }
export const AppraisalsAnswer = Type.Object({
  published: Type.Array(Type.Object({ ...Graded, published: Day, until: orNull(Day) })),
  rewards: Type.Array(Type.Object({ ...Graded, matter: Id, confirmed: Day })),
})
