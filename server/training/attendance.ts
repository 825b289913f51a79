import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { CorrectionRequest, ListRequest, SessionAnswer, SignRequest } from '@faheng/api/training.ts'
import { instantAt, msOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import { codeAt, isCode } from './code.ts'
import { holdsTraining, requireHolder, type TrainingContext } from './context.ts'
import { isInvited } from './programme.ts'

interface SessionOfCourse {
  readonly id: string
  readonly course: string
  readonly title: string
  readonly kind: Static<typeof SessionAnswer>['course']['kind']
  readonly body: string
  readonly invited: string[]
  readonly organiser: string
  readonly starts: string
  readonly ends: string
  readonly place: string
  readonly hours: number
  readonly latitude: number | null
  readonly longitude: number | null
  readonly metres: number | null
}

const sessionBy = statement(`
  select s.id, s.course, c.title, c.kind, c.body, c.invited, s.organiser, s.starts, s.ends, s.place, s.hours, s.latitude, s.longitude, s.metres
  from faheng.training_session s join faheng.training_course c on c.region = s.region and c.id = s.course where s.region = $1 and s.id = $2`)

async function sessionRow(client: PoolClient, region: string, id: string): Promise<SessionOfCourse> {
  const [row] = await run<SessionOfCourse & object>(client, sessionBy, [region, id])
  if (!row) throw new NotFound()
  return row
}

/** Doors are open an hour before and after. */
const doorsMs = 3_600_000

/** The session with its sheet: all of it for who holds it, his own lines for everybody else. */
export async function readSession(context: TrainingContext, session: Session, id: string): Promise<Static<typeof SessionAnswer>> {
  const { region, person } = session
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const { course, title, kind, invited, body, organiser, ...row } = await sessionRow(client, region, id)
    const organises = organiser === person || holdsTraining(session, body)
    const entries = await run<Static<typeof SessionAnswer>['entries'][number]>(client, statement(`
      select e.id, e.person, p.name as "personName", e.kind, e.at, e.until_at as until, e.near, e.reason, e.file, x.id as "struckBy", x.reason as "struckReason", e.recorded, r.name as "recordedByName"
      from faheng.training_entry e
      join faheng.person p on p.region = e.region and p.id = e.person join faheng.person r on r.region = e.region and r.id = e.recorded_by
      left join faheng.training_entry x on x.region = e.region and x.kind = 'struck' and x.struck = e.id and x.session = e.session
      where e.region = $1 and e.session = $2 and e.kind <> 'struck' and ($3 or e.person = $4) order by e.at, e.id limit 2000`), [region, id, organises, person])
    const { starts, ends, place, hours, metres } = row
    return { session: { id, starts, ends, place, hours, placeChecked: metres !== null }, course: { id: course, title, kind, invited }, organises, entries }
  })
}

/** For the screen in the room. */
export async function roomCode(context: TrainingContext, session: Session, id: string) {
  const row = await reading(() => context.pools.app.connect(), session, (client) => sessionRow(client, session.region, id))
  if (row.organiser !== session.person) requireHolder(session, row.body)
  return codeAt(context.codeKey, session.region, id, context.clock())
}

/** Somebody in the room signs in or out. Where his phone stands is asked, never kept: only whether it was near. */
export async function sign(context: TrainingContext, session: Session, request: Static<typeof SignRequest>) {
  const { id, code: _code, position: _position, ...logged } = request
  const { region, person } = session
  return once(context, { id, name: `sign-${request.direction}`, region, person, content: logged }, async (client, at) => {
    const row = await sessionRow(client, region, request.session)
    if (!isInvited(row, session.posts.map((each) => each.body))) throw new NotFound()
    if (at < instantAt(msOf(row.starts) - doorsMs) || at > instantAt(msOf(row.ends) + doorsMs))
      throw new Malformed('/session', words('只能在培训开始前一小时至结束后一小时之间签到、签退。', 'Signing is open from an hour before to an hour after the session.'))
    if (!isCode(context.codeKey, region, row.id, at, request.code))
      throw new Malformed('/code', words('签到码不正确或者已经更换，请按现场显示的重新输入。', 'The code is wrong or has changed; enter the one shown in the room.'))
    const near = row.metres === null || !request.position || row.latitude === null || row.longitude === null ? null
      : metresBetween(request.position, { latitude: row.latitude, longitude: row.longitude }) <= row.metres
    await append(client, { region, id, person, course: row.course, session: row.id, kind: request.direction, at, near, recorded: at, by: person })
    return { entry: id, near }
  })
}

/** 纸质签到: who was there by the paper list, entered later by who held the session, with the reason. */
export async function enterList(context: TrainingContext, session: Session, request: Static<typeof ListRequest>) {
  const { id, ...content } = request
  const { region, person } = session
  return once(context, { id, name: 'enter-training-list', region, person, content }, async (client, at) => {
    const row = await sessionRow(client, region, request.session)
    if (row.organiser !== person) requireHolder(session, row.body)
    if (request.file !== undefined && (await run(client, statement('select 1 from faheng.file where region = $1 and hash = $2 and stored_by = $3'), [region, request.file, person])).length === 0)
      throw new Malformed('/file', words('扫描件须先由本人上传。', 'Upload the scan first.'))
    if (at < row.starts) throw new Malformed('/session', words('培训尚未开始。', 'The session has not begun.'))
    for (const [i, each] of request.people.entries()) {
      if (each.until <= each.from) throw new Malformed(`/people/${i}/until`, words('离开应晚于到场。', 'He leaves after he comes.'))
      await requirePerson(client, region, each.person, `/people/${i}/person`)
      await append(client, {
        region, id: `${id}.${i}`, person: each.person, course: row.course, session: row.id, kind: 'listed', at: each.from, until: each.until, reason: request.reason, file: request.file, recorded: at, by: person,
      })
    }
    return { done: true } as const
  })
}

/** A wrong line is struck and stays to be read; hours are taken off a year for leave or illness. Both say why. */
export async function correct(context: TrainingContext, session: Session, request: Static<typeof CorrectionRequest>) {
  const { id, ...content } = request
  const { region, person } = session
  return once(context, { id, name: 'strike' in request ? 'strike-training-entry' : 'exempt-from-training', region, person, content }, async (client, at) => {
    if ('exempt' in request) {
      const { person: whom, year, hours, reason } = request.exempt
      const posts = await run<{ body: string }>(client, statement('select body from faheng.post where region = $1 and person = $2 and from_at <= $3 and (until_at is null or $3 < until_at)'), [region, whom, at])
      if (whom === person || !posts.some(({ body }) => session.posts.some((post) => post.kind === 'supervisor' || (post.kind === 'head' && post.body === body)))) throw new NotFound()
      await append(client, { region, id, person: whom, course: '', kind: 'exempted', at, year, hours, reason, recorded: at, by: person })
      return { done: true } as const
    }
    const [entry] = await run<{ person: string; course: string; session: string | null; kind: string; body: string }>(client, statement(`
      select e.person, e.course, e.session, e.kind, c.body from faheng.training_entry e join faheng.training_course c on c.region = e.region and c.id = e.course
      where e.region = $1 and e.id = $2 and e.kind in ('in', 'out', 'listed', 'finished')
        and not exists (select from faheng.training_entry x where x.region = $1 and x.person = e.person and x.kind = 'struck' and x.struck = e.id)`), [region, request.strike.entry])
    if (!entry) throw new NotFound()
    requireHolder(session, entry.body)
    await append(client, { region, id, person: entry.person, course: entry.course, session: entry.session, kind: 'struck', at, struck: request.strike.entry, reason: request.strike.reason, recorded: at, by: person })
    // What was not earned is to be watched from the beginning.
    if (entry.kind === 'finished') await run(client, statement('delete from faheng.training_watch where region = $1 and person = $2 and course = $3'), [region, entry.person, entry.course])
    return { done: true } as const
  })
}

async function requirePerson(client: PoolClient, region: string, person: string, field: string): Promise<void> {
  if ((await run(client, statement('select 1 from faheng.person where region = $1 and id = $2'), [region, person])).length === 0)
    throw new Malformed(field, words('没有登记。', 'It is not in the register.'))
}

interface Line {
  readonly region: string
  readonly id: string
  readonly person: string
  readonly course: string
  readonly session?: string | null
  readonly kind: string
  readonly at: string
  readonly until?: string
  readonly year?: number
  readonly hours?: number
  readonly struck?: string
  readonly near?: boolean | null
  readonly reason?: string
  readonly file?: string | undefined
  readonly recorded: string
  readonly by: string
}

/** The log only grows. */
export const append = (client: PoolClient, line: Line): Promise<unknown> =>
  run(client, statement(`
    insert into faheng.training_entry (region, id, person, course, session, kind, at, until_at, year, hours, struck, near, reason, file, recorded, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`),
    [line.region, line.id, line.person, line.course, line.session ?? null, line.kind, line.at, line.until ?? null, line.year ?? null, line.hours ?? null, line.struck ?? null, line.near ?? null,
      line.reason ?? null, line.file ?? null, line.recorded, line.by])

/** On the sphere; a phone is right to some ten metres. */
function metresBetween(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const [dLat, dLon] = [rad(b.latitude - a.latitude), rad(b.longitude - a.longitude)]
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(dLon / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(h)))
}
