import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { PlanRequest, PlansAnswer } from '@faheng/api/training.ts'
import { filedLate, standardSetting } from '@faheng/law/training/hours.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { requirePost } from '../people/index.ts'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import { requireHolder, type TrainingContext } from './context.ts'
import { coursesOf, type CourseRow } from './programme.ts'
import { trainingSettings } from './settings.ts'

type Plan = Static<typeof PlansAnswer>['plans'][number]
export type Line = Omit<Plan['lines'][number], 'held'>

/** A body files its plan (measure 6); the justice bureau receives it. A late one is taken and marked. */
export async function changePlan(context: TrainingContext, session: Session, request: Static<typeof PlanRequest>) {
  const { id, ...content } = request
  const { region, person } = session
  if ('file' in request) requireHolder(session, request.file.body)
  else requirePost(session, 'supervisor')
  return once(context, { id, name: 'file' in request ? 'file-training-plan' : 'receive-training-plan', region, person, content }, async (client, at) => {
    if ('file' in request) {
      const { body, year, title, lines } = request.file
      await requireBody(client, region, body, '/file/body')
      await run(client, statement('insert into faheng.training_plan (region, id, body, year, title, lines, filed, filed_by) values ($1, $2, $3, $4, $5, $6, $7, $8)'),
        [region, id, body, year, title, JSON.stringify(lines), at, person])
    } else {
      const done = await run(client, statement('update faheng.training_plan set received = $3, received_by = $4 where region = $1 and id = $2 and received is null returning id'),
        [region, request.receive.plan, at, person])
      if (done.length === 0) throw new NotFound()
    }
    return { done: true } as const
  })
}

export async function requireBody(client: PoolClient, region: string, body: string, field: string): Promise<void> {
  const known = await run(client, statement('select 1 from faheng.body where region = $1 and id = $2'), [region, body])
  if (known.length === 0) throw new Malformed(field, words('没有登记。', 'It is not in the register.'))
}

/** Who filed what, when, how much of it was held, and who has not filed. */
export async function listPlans(context: TrainingContext, session: Session, year: number): Promise<Static<typeof PlansAnswer>> {
  requirePost(session, 'officer', 'unit-head', 'legal-reviewer', 'head', 'supervisor', 'receiving-clerk')
  const now = context.clock()
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [setting, courses, filed, bodies] = await Promise.all([
      trainingSettings(client, session.region, dayOf(now)),
      coursesOf(client, session.region, year),
      run<Omit<Plan, 'due' | 'late' | 'current' | 'lines'> & { lines: Line[] }>(client, statement(`
        select p.id, p.body, b.name as "bodyName", p.year, p.title, p.lines, p.filed, p.received from faheng.training_plan p
        join lateral (select name from faheng.body b where b.region = p.region and b.id = p.body order by valid_from desc limit 1) b on true
        where p.region = $1 and p.year = $2 order by p.body, p.filed desc, p.id`), [session.region, year]),
      run<{ body: string; name: string }>(client, statement(`
        select id as body, name from faheng.body where region = $1 and valid_from <= $2 and (valid_until is null or $2 < valid_until) order by kind, id`), [session.region, dayOf(now)]),
    ])
    const planned = new Set<string>()
    const plans = filed.map((plan) => {
      const current = !planned.has(plan.body)
      planned.add(plan.body)
      const { planDue } = setting(plan.body)
      return { ...plan, due: `${year}-${planDue}`, late: filedLate(year, planDue, plan.filed), current, lines: plan.lines.map((line) => ({ ...line, held: heldOf(courses, plan.body, line) })) }
    })
    const dues = new Set(bodies.map(({ body }) => setting(body).planDue))
    return {
      year, due: `${year}-${(dues.size === 1 ? [...dues][0] : undefined) ?? standardSetting.planDue}`, plans,
      missing: bodies.filter(({ body }) => !planned.has(body)).map((each) => ({ ...each, late: filedLate(year, setting(each.body).planDue, now) })),
    }
  })
}

/** Hours of the body's courses of one kind, level, tier and category: sessions set, or an online course open. */
export const heldOf = (courses: readonly CourseRow[], body: string, line: Line): number =>
  courses.filter((each) => each.body === body && each.kind === line.kind && each.level === line.level && each.tier === line.tier && each.category === line.category)
    .reduce((sum, { sessions, materials, hours }) => sum + (materials.length > 0 ? hours : sessions.reduce((all, each) => all + each.hours, 0)), 0)
