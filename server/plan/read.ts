import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { BodyPlanAnswer, EndedAnswer, MeasureAnswer, PlanAnswer } from '@faheng/api/plan.ts'
import { groups, parts } from '@faheng/law/measures/parts.ts'
import { answersFor, responsibleWords } from '@faheng/law/measures/responsible.ts'
import { pointsOf } from '@faheng/law/measures/series.ts'
import { dueIn, duesIn } from '@faheng/law/measures/term.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { requirePost } from '../people/index.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { pressing, unaskedIn } from './ask-year.ts'
import { evidenceOf } from './evidence.ts'
import { bodiesOn, figuresOf, judgeYear, lastMonth, namesOf, partOf, planOn, readYear, rowOf, sourcesOf, statesOf, type Body, type BodyFigure, type Judged, type TaskRow } from './figures.ts'
import { newestReport, reportedOf } from './report.ts'

const yearOf = (context: Context, asked: number | undefined) => {
  const today = dayOf(context.clock())
  return { today, year: asked ?? Number(today.slice(0, 4)) }
}

const leads = (session: Session): boolean => session.posts.some(({ kind }) => kind === 'supervisor')

/** The plan at a glance. */
export async function glance(context: Context, session: Session, asked?: number): Promise<Static<typeof PlanAnswer>> {
  const { today, year } = yearOf(context, asked)
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [now, bodies, newest] = await Promise.all([readYear(client, session.region, year, today, partOf(session)), bodiesOn(client, session.region, today), newestReport(client, session.region, year)])
    const judged = judgeYear(now, year, today)
    const county = leads(session)
    const pressed = county && today <= `${year}-12-31` ? pressing(unaskedIn(now, bodies, year, today), today) : []
    return {
      year, today, of: county ? 'county' : 'bodies', indicators: sourcesOf(judged), states: statesOf(judged), rows: judged.map(rowOf),
      reported: reportedOf(newest, judged), pressing: pressed.map(({ measure }) => measure.number),
    }
  })
}

/** One measure, with its figures of this year and the last, body by body. @throws NotFound */
export async function readMeasure(context: Context, session: Session, number: number, asked?: number): Promise<Static<typeof MeasureAnswer>> {
  const { today, year } = yearOf(context, asked)
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [now, bodies, versions, newest] = await Promise.all([
      readYear(client, session.region, year, today, partOf(session)), bodiesOn(client, session.region, today), versionsOf(client, session.region, number), newestReport(client, session.region, year),
    ])
    const judged = judgeYear(now, year, today)
    const found = judged.find(({ measure }) => measure.number === number)
    if (!found) throw new NotFound()
    const { measure, standing } = found
    const answers = answersFor(measure, now.roles)
    const answering = bodies.filter(({ id }) => answers(id))
    const names = measure.indicators.flatMap(namesOf)
    const figures = (await figuresOf(client, session.region, [year - 1, year], partOf(session), names)).filter(({ body }) => answers(body))
    const tasks = now.tasks.filter((task) => task.measure === number)
    return {
      year, number,
      part: { number: measure.part, title: parts[measure.part] ?? words('', '') },
      group: { number: measure.group, title: groups[measure.group] ?? words('', '') },
      title: measure.title, demand: measure.demand, responsible: responsibleWords(measure.responsible),
      bodies: answering.map(({ id, name }) => ({ id, name })),
      responsibleBodies: [...measure.bodies], term: measure.term ?? null, historic: measure.historic ?? null, due: dueIn(measure, year), dues: duesIn(measure, year), unconfirmed: measure.unconfirmed, ...standing,
      indicators: found.each.map((each) => indicatorOf(each, figures, tasks, answering, year, lastMonth(year, today))),
      tasks, evidence: await evidenceOf(client, session.region, tasks), reported: reportedOf(newest, judged), versions,
    }
  })
}

function indicatorOf({ indicator, standing, points }: Judged['each'][number], figures: readonly BodyFigure[], tasks: readonly TaskRow[], bodies: readonly Body[], year: number, last: string) {
  const { id, title, unit, source, formula, better, period, by } = indicator
  const names = indicator.source === 'none' ? undefined : indicator.unit === 'percent' ? { part: indicator.part.id, whole: indicator.whole.id } : { part: indicator.of.id, whole: indicator.of.id }
  const ofBodies = Map.groupBy(figures, ({ body }) => body)
  // In the register's order, never ranked: a small body with few cases stands beside a large one (R35).
  const rows = bodies.flatMap(({ id: body, name, kind }) => {
    const point = indicator.source === 'none' ? provedBy(tasks, body) : pointsOf(indicator, ofBodies.get(body) ?? [], year, last).at(-1)
    return point && point.whole > 0 ? [{ body, name, by: kind === 'township' ? ('township' as const) : ('body' as const), part: point.part, whole: point.whole }] : []
  })
  return {
    id, title, unit, source, formula, better, period, ...standing,
    ...(indicator.unit === 'percent' ? { target: indicator.target } : {}),
    ...(indicator.source === 'none' ? { awaits: indicator.awaits } : {}),
    ...names,
    points: [...points],
    before: pointsOf(indicator, figures, year - 1, `${year - 1}-12`),
    breakdown: by.map((each) => {
      const own = rows.filter((row) => row.by === each)
      return { by: each, part: sum(own.map(({ part }) => part)), whole: sum(own.map(({ whole }) => whole)), bodies: own.map(({ by: _by, ...row }) => row) }
    }).filter((each) => each.bodies.length > 0),
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0)
/** By hand: of what a body was asked, what was accepted. */
function provedBy(tasks: readonly TaskRow[], body: string): { part: number; whole: number } {
  const asked = tasks.filter((task) => task.body === body && task.stage !== 'withdrawn')
  return { part: asked.filter(({ stage }) => stage === 'accepted').length, whole: asked.length }
}

/** @throws NotFound for who does not lead the plan */
export async function listEnded(context: Context, session: Session): Promise<Static<typeof EndedAnswer>> {
  requirePost(session, 'supervisor')
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const { ended } = await planOn(client, session.region, dayOf(context.clock()))
    return { rows: ended.map(({ number, title }) => ({ number, title })) }
  })
}

/** All that is asked of a body, and where it stands. @throws NotFound for a body that is not his */
export async function readBody(context: Context, session: Session, id: string, asked?: number): Promise<Static<typeof BodyPlanAnswer>> {
  const { today, year } = yearOf(context, asked)
  if (!session.posts.some((post) => post.body === id || post.kind === 'supervisor')) throw new NotFound()
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [now, bodies] = await Promise.all([readYear(client, session.region, year, today, [id]), bodiesOn(client, session.region, today)])
    const body = bodies.find((each) => each.id === id)
    if (!body) throw new NotFound()
    const plan = now.plan.filter((measure) => answersFor(measure, now.roles)(id))
    const unasked = new Map(unaskedIn({ ...now, plan }, [body], year, today).map((each) => [each.measure.number, each]))
    const near = new Set(pressing([...unasked.values()], today).map(({ measure }) => measure.number))
    return {
      year, body: { id, name: body.name }, tasks: [...now.tasks],
      rows: judgeYear({ ...now, plan }, year, today).map((each) => {
        const { number, demand } = each.measure
        return { ...rowOf(each), demand, due: dueIn(each.measure, year), unasked: unasked.has(number), near: near.has(number) }
      }),
    }
  })
}

const versionsOf = (client: PoolClient, region: string, measure: number) =>
  run<{ version: number; from: string; recorded: string; by: string; change: unknown }>(client, statement(`
    select v.version, v.valid_from as "from", v.recorded, coalesce(p.name, v.recorded_by) as by, v.entry as change
    from faheng.measure_version v left join faheng.person p on p.region = v.region and p.id = v.recorded_by
    where v.region = $1 and v.measure = $2 order by v.version desc`), [region, measure])
