import type { Instant } from '../time/day.ts'
import { creditsOf, type CourseKind, type Credit, type Programme, type TrainingEntry } from './hours.ts'

/** One person's line of the log with the course and session it belongs to, as a register answers it. */
export interface TrainingLine {
  readonly person: string
  readonly id: string
  readonly kind: string
  readonly at: Instant
  readonly until_at: Instant | null
  readonly course: string
  readonly course_kind: CourseKind | null
  readonly course_hours: number | null
  readonly session: string | null
  readonly starts: Instant | null
  readonly ends: Instant | null
  readonly session_hours: number | null
}

/** His credits, and the courses they are of. */
export function creditsOfLines(lines: readonly TrainingLine[], grace: number): { readonly credits: readonly Credit[]; readonly courses: Programme['courses'] } {
  const programme: Programme = {
    courses: new Map(lines.flatMap(({ course: id, course_kind: kind, course_hours: hours }) => (kind === null || hours === null ? [] : [[id, { id, kind, hours }] as const]))),
    sessions: new Map(lines.flatMap(({ session: id, course, starts, ends, session_hours: hours }) =>
      id === null || starts === null || ends === null || hours === null ? [] : [[id, { id, course, starts, ends, hours }] as const])),
  }
  return { credits: creditsOf(lines.flatMap(entryOf), programme, grace), courses: programme.courses }
}

function entryOf({ person, id, course, kind, session, at, until_at }: TrainingLine): TrainingEntry[] {
  const base = { id, person, course }
  if (kind === 'finished') return [{ ...base, kind, at }]
  if (session === null) return []
  if (kind === 'listed') return [{ ...base, kind, session, from: at, until: until_at ?? at }]
  return kind === 'in' || kind === 'out' ? [{ ...base, kind, session, at }] : []
}
