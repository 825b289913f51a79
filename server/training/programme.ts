import type { PoolClient } from 'pg'
import type { Programme, TrainingEntry, TrainingSession } from '@faheng/law/training/hours.ts'
import type { Static } from 'typebox'
import type { CoursesAnswer } from '@faheng/api/training.ts'
import { run, statement } from '../platform/database/run.ts'

export type CourseRow = Static<typeof CoursesAnswer>['rows'][number]

/** Calendar years, both inclusive: one, or those of a round of 轮训 that runs over several. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** The courses of a year, or of a span, with their sessions; a county holds some dozens a year. */
export async function coursesOf(client: PoolClient, region: string, years: number | Span): Promise<CourseRow[]> {
  const { first, last } = typeof years === 'number' ? { first: years, last: years } : years
  return run<CourseRow>(client, statement(`
    select c.id, c.body, b.name as "bodyName", c.year, c.title, c.kind, c.category, c.level, c.tier, c.compulsory, c.rotation, c.hours, c.invited, c.statutes, c.organiser, c.materials,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'starts', ${instant('s.starts')}, 'ends', ${instant('s.ends')}, 'place', s.place, 'hours', s.hours,
        'placeChecked', s.metres is not null) order by s.starts, s.id) from faheng.training_session s where s.region = c.region and s.course = c.id), '[]') as sessions
    from faheng.training_course c
    join lateral (select name from faheng.body b where b.region = c.region and b.id = c.body order by valid_from desc limit 1) b on true
    where c.region = $1 and c.year between $2 and $3 order by c.recorded, c.id`), [region, first, last])
}

/** As instants travel: jsonb would write the offset and drop the milliseconds. */
function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

/** The same as the law counts with. */
export const programmeOf = (rows: readonly CourseRow[]): Programme => ({
  courses: new Map(rows.map(({ id, kind, hours }) => [id, { id, kind, hours }])),
  sessions: new Map(rows.flatMap((course) => course.sessions.map((each): [string, TrainingSession] => [each.id, { ...each, course: course.id }]))),
})

/** Bodies whose people a course is for. */
export const isInvited = ({ invited, body }: { readonly invited: readonly string[]; readonly body: string }, bodies: readonly string[]): boolean =>
  invited.includes('*') || bodies.includes(body) || bodies.some((each) => invited.includes(each))

export interface Logged {
  readonly entries: readonly TrainingEntry[]
  /** Hours taken off the year. */
  readonly exempt: number
}

/** What the log says of each person in a year, struck lines left out; with a span, his lines of its other years besides. */
export async function logOf(client: PoolClient, region: string, year: number, people: readonly string[], { first, last }: Span = { first: year, last: year }): Promise<(person: string) => Logged> {
  const rows = await run<{ id: string; person: string; course: string; session: string | null; kind: string; at: string; until: string | null; hours: number | null }>(client, statement(`
    select e.id, e.person, e.course, e.session, e.kind, e.at, e.until_at as until, e.hours from faheng.training_entry e
    where e.region = $1 and e.person = any ($3)
      and (e.year = $2 or e.course in (select c.id from faheng.training_course c where c.region = $1 and c.year between $4 and $5))
      and e.kind <> 'struck' and not exists (select from faheng.training_entry x where x.region = $1 and x.person = e.person and x.kind = 'struck' and x.struck = e.id)
    order by e.recorded, e.id`), [region, year, people, first, last])
  const found = new Map<string, { entries: TrainingEntry[]; exempt: number }>()
  for (const { id, person, course, session, kind, at, until, hours } of rows) {
    const log = found.get(person) ?? { entries: [], exempt: 0 }
    found.set(person, log)
    const base = { id, person, course }
    if (kind === 'exempted') log.exempt += hours ?? 0
    else if (kind === 'finished') log.entries.push({ ...base, kind, at })
    else if (kind === 'listed' && session !== null) log.entries.push({ ...base, kind, session, from: at, until: until ?? at })
    else if ((kind === 'in' || kind === 'out') && session !== null) log.entries.push({ ...base, kind, session, at })
  }
  return (person) => found.get(person) ?? { entries: [], exempt: 0 }
}
