import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { CoverageAnswer, CoverageFilter, MineAnswer, PersonCreditsAnswer } from '@faheng/api/training.ts'
import { creditsOf, standingOf, type Credit, type Standing, type TrainingSetting } from '@faheng/law/training/hours.ts'
import { dayOf, type Instant } from '@faheng/law/time/day.ts'
import { certificatesAt, requirePost } from '../people/index.ts'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import type { TrainingContext } from './context.ts'
import { coursesOf, isInvited, logOf, programmeOf, type CourseRow, type Logged } from './programme.ts'
import { spanOf, trainingSettings } from './settings.ts'

const kindOf = ({ byKind, counted, needed, lacking, projected, willMiss }: Standing) => ({
  counted, political: byKind.political, publicLaw: byKind['public-law'], professional: byKind.professional, skills: byKind.skills, needed, lacking, projected, willMiss,
})

/** All that is asked about one person's year, computed from the log. */
export function yearOf(courses: readonly CourseRow[], { entries, exempt }: Logged, setting: TrainingSetting, year: number, now: Instant, body: string) {
  const programme = programmeOf(courses)
  const credits = creditsOf(entries, programme, setting.grace)
  const standing = standingOf(credits, programme.courses, { year, on: dayOf(now), hours: setting.hours, exempt })
  const compulsory = courses.filter((each) => each.year === year && each.compulsory && isInvited(each, [body])).map((each) => ({ course: each.id, title: each.title, done: hoursIn(credits, each.id) >= each.hours }))
  const inRound = (day: string) => (setting.rotation === undefined ? day.startsWith(`${year}-`) : setting.rotation.from <= day && day <= setting.rotation.until)
  const rotated = courses.some((each) => each.rotation && hoursIn(credits.filter(({ day }) => inRound(day)), each.id) > 0)
  return { credits, standing, compulsory, rotated }
}

const hoursIn = (credits: readonly Credit[], course: string): number => credits.filter((each) => each.course === course).reduce((sum, { hours }) => sum + hours, 0)

/** What I have, each hour with its proof, and what I still need. */
export async function mine(context: TrainingContext, session: Session, year: number): Promise<Static<typeof MineAnswer>> {
  requirePost(session, 'officer', 'unit-head', 'legal-reviewer', 'head', 'supervisor', 'receiving-clerk')
  const { region, person, posts } = session
  const now = context.clock()
  const bodies = posts.map((each) => each.body)
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [all, settingOf, log, progress] = await Promise.all([
      coursesOf(client, region, year), trainingSettings(client, region, dayOf(now)), logOf(client, region, year, [person]),
      run<{ course: string; material: string; seconds: number; position: number }>(client, statement('select course, material, seconds, position from faheng.training_watch where region = $1 and person = $2'), [region, person]),
    ])
    const { entries } = log(person)
    const courses = all.filter((each) => isInvited(each, bodies) || entries.some(({ course }) => course === each.id))
    const own = bodies[0] ?? ''
    const { credits, standing, compulsory } = yearOf(courses, log(person), settingOf(own), year, now, own)
    const signed = (session: string, kind: 'in' | 'out') => entries.some((each) => each.kind !== 'finished' && each.session === session && (each.kind === kind || each.kind === 'listed'))
    return {
      year,
      standing: kindOf(standing),
      credits: shown(credits, courses),
      compulsory,
      sessions: courses.flatMap((course) => course.sessions.map((each) => ({ ...each, course: course.id, title: course.title, kind: course.kind, signedIn: signed(each.id, 'in'), signedOut: signed(each.id, 'out') })))
        .filter(({ ends }) => dayOf(ends) >= dayOf(now)).sort((a, b) => (a.starts < b.starts ? -1 : 1)),
      online: courses.filter(({ materials }) => materials.length > 0).map(({ id, title, hours, kind, materials }) => ({
        course: id, title, hours, kind, materials, finished: entries.some((each) => each.kind === 'finished' && each.course === id),
        progress: progress.filter((each) => each.course === id).map(({ material, seconds, position }) => ({ material, seconds, position })),
      })),
    }
  })
}

function shown(credits: readonly Credit[], courses: readonly CourseRow[]) {
  const titles = new Map(courses.map((each) => [each.id, each]))
  return credits.map(({ course, session, day, hours, short, proof }) => ({
    course, title: titles.get(course)?.title ?? course, kind: titles.get(course)?.kind ?? ('skills' as const), session: session ?? null, day, hours, short: short ?? null, proof: [...proof],
  })).sort((a, b) => (a.day < b.day ? 1 : -1))
}

/** What one of his people has, line by line, so that a wrong one can be struck. @throws NotFound for others’ people */
export async function creditsOfPerson(context: TrainingContext, session: Session, person: string, year: number): Promise<Static<typeof PersonCreditsAnswer>> {
  const { region } = session
  const now = context.clock()
  const scope = scopeOf(session)
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [staff, courses, settingOf, log] = await Promise.all([
      staffOf(client, region, now, { ...scope, body: null, unit: null }), coursesOf(client, region, year), trainingSettings(client, region, dayOf(now)), logOf(client, region, year, [person]),
    ])
    const found = staff.find((each) => each.person === person)
    if (!found) throw new NotFound()
    return { name: found.name, credits: shown(yearOf(courses, log(person), settingOf(found.body), year, now, found.body).credits, courses) }
  })
}

/** @throws NotFound for whoever leads nobody */
function scopeOf({ posts }: Session): { county: boolean; bodies: string[]; units: string[] } {
  const county = posts.some(({ kind }) => kind === 'supervisor')
  const bodies = posts.filter(({ kind, delegation }) => kind === 'head' && !delegation).map((post) => post.body)
  const units = posts.flatMap((post) => (post.kind === 'unit-head' && !post.delegation ? (post.unit ?? []) : []))
  if (!county && bodies.length === 0 && units.length === 0) throw new NotFound()
  return { county, bodies, units }
}

interface Staff {
  readonly person: string
  readonly name: string
  readonly body: string
  readonly unit: string | null
  readonly unitName: string | null
}

/** A unit head sees his unit, a head his body, the supervisor the county. @throws NotFound for others */
export async function coverage(context: TrainingContext, session: Session, year: number, { body, unit }: Static<typeof CoverageFilter>): Promise<Static<typeof CoverageAnswer>> {
  const { region } = session
  const scope = scopeOf(session)
  const now = context.clock()
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [settingOf, staff, names] = await Promise.all([
      trainingSettings(client, region, dayOf(now)), staffOf(client, region, now, { ...scope, body: body ?? null, unit: unit ?? null }),
      run<{ id: string; name: string }>(client, statement('select distinct on (id) id, name from faheng.body where region = $1 order by id, valid_from desc'), [region]),
    ])
    const people = staff.map(({ person }) => person)
    const span = spanOf(year, [...new Set(staff.map((each) => each.body))].map(settingOf))
    const [courses, log, certificates] = await Promise.all([coursesOf(client, region, span), logOf(client, region, year, people, span), certificatesAt(client, region, people, now)])
    const certified = new Set(certificates.filter(({ valid }) => valid).map(({ person }) => person))
    const rows = staff.map((each) => {
      const { standing, compulsory, rotated } = yearOf(courses, log(each.person), settingOf(each.body), year, now, each.body)
      return { ...each, certified: certified.has(each.person), rotated, compulsoryLacking: compulsory.filter(({ done }) => !done).length, ...kindOf(standing) }
    })
    const summed = [...new Set(rows.map((each) => each.body))].map((id) => {
      const of = rows.filter((each) => each.body === id)
      const count = (is: (row: (typeof rows)[number]) => boolean) => of.filter(is).length
      return {
        body: id, name: names.find((each) => each.id === id)?.name ?? id, people: of.length, reached: count(({ lacking }) => lacking === 0), willMiss: count(({ willMiss }) => willMiss),
        rotation: settingOf(id).rotation ?? null, rotated: count((row) => row.rotated), compulsory: count(({ compulsoryLacking }) => compulsoryLacking === 0),
      }
    })
    return { year, bodies: summed, rows: rows.sort((a, b) => a.counted - b.counted || (a.person < b.person ? -1 : 1)) }
  })
}

/** The enforcement force: who holds a post of officer or unit head now (measure 8 counts them by certificate beside). */
export const staffOf = (client: PoolClient, region: string, now: Instant, scope: { county: boolean; bodies: string[]; units: string[]; body: string | null; unit: string | null }) =>
  run<Staff & object>(client, statement(`
    select distinct on (o.person) o.person, p.name, o.body, o.unit, u.name as "unitName" from faheng.post o
    join faheng.person p on p.region = o.region and p.id = o.person left join faheng.unit u on u.region = o.region and u.id = o.unit
    where o.region = $1 and o.kind in ('officer', 'unit-head') and o.from_at <= $2 and (o.until_at is null or $2 < o.until_at)
      and not faheng.has_left(o.region, o.person, o.body, o.from_at, $2)
      and ($3 or o.body = any ($4) or o.unit = any ($5)) and ($6::text is null or o.body = $6) and ($7::text is null or o.unit = $7)
    order by o.person, o.from_at`), [region, now, scope.county, scope.bodies, scope.units, scope.body, scope.unit])
