import type { Static } from 'typebox'
import type { CourseRequest, SessionRequest } from '@faheng/api/training.ts'
import { words } from '@faheng/law/words.ts'
import { requirePost } from '../people/index.ts'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import { requireHolder, type TrainingContext } from './context.ts'
import { requireBody } from './plans.ts'
import { coursesOf } from './programme.ts'

/** A course: on site until it has sessions, online if it has materials. Joint courses invite other bodies, townships too. */
export async function addCourse(context: TrainingContext, session: Session, request: Static<typeof CourseRequest>) {
  requireHolder(session, request.body)
  const { id, ...content } = request
  const { region, person } = session
  const materials = content.materials ?? []
  if (new Set(materials.map((each) => each.id)).size < materials.length) throw new Malformed('/materials', words('课件编号重复。', 'Two materials have one id.'))
  return once(context, { id, name: 'add-training-course', region, person, content }, async (client, at) => {
    for (const body of [content.body, ...content.invited.filter((each) => each !== '*')]) await requireBody(client, region, body, '/invited')
    for (const { file } of materials)
      if ((await run(client, statement('select 1 from faheng.file where region = $1 and hash = $2 and stored_by = $3'), [region, file, person])).length === 0)
        throw new Malformed('/materials', words('课件须先由本人上传。', 'Upload the material first.'))
    await run(client, statement(`
      insert into faheng.training_course (region, id, year, body, invited, title, kind, category, level, tier, compulsory, rotation, hours, statutes, materials, organiser, recorded)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`),
      [region, id, content.year, content.body, content.invited, content.title, content.kind, content.category, content.level, content.tier, content.compulsory, content.rotation,
        content.hours, content.statutes ?? [], JSON.stringify(materials), person, at])
    return { done: true } as const
  })
}

/** A session on site, with or without a check of the place. */
export async function addSession(context: TrainingContext, session: Session, request: Static<typeof SessionRequest>) {
  const { id, ...content } = request
  const { region, person } = session
  if (content.ends <= content.starts) throw new Malformed('/ends', words('结束应晚于开始。', 'It ends after it begins.'))
  return once(context, { id, name: 'add-training-session', region, person, content }, async (client, at) => {
    const [course] = await run<{ body: string; online: boolean }>(client, statement(`
      select body, materials <> '[]' as online from faheng.training_course where region = $1 and id = $2`), [region, content.course])
    if (!course) throw new NotFound()
    requireHolder(session, course.body)
    if (course.online) throw new Malformed('/course', words('在线课程没有现场场次。', 'An online course has no sessions.'))
    await run(client, statement(`
      insert into faheng.training_session (region, id, course, starts, ends, place, hours, latitude, longitude, metres, organiser, recorded)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`),
      [region, id, content.course, content.starts, content.ends, content.place, content.hours, content.area?.latitude ?? null, content.area?.longitude ?? null, content.area?.metres ?? null, person, at])
    return { done: true } as const
  })
}

/** The year's courses, open to whoever may attend one. */
export async function listCourses(context: TrainingContext, session: Session, year: number) {
  requirePost(session, 'officer', 'unit-head', 'legal-reviewer', 'head', 'supervisor', 'receiving-clerk')
  return reading(() => context.pools.app.connect(), session, async (client) => ({ year, rows: await coursesOf(client, session.region, year) }))
}
