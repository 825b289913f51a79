import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { BodyPlanAnswer, MeasureAnswer, PlanAnswer } from '@faheng/api/plan.ts'
import { groups, parts } from '@faheng/law/measures/parts.ts'
import { answersFor, responsibleWords } from '@faheng/law/measures/responsible.ts'
import { pointsOf } from '@faheng/law/measures/series.ts'
import { dueIn, duesIn } from '@faheng/law/measures/term.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { figuresOf, judgeYear, lastMonth, readYear, rowOf, sourcesOf, statesOf, type BodyFigure, type Judged } from './figures.ts'

const yearOf = (context: Context, asked: number | undefined) => {
  const today = dayOf(context.clock())
  return { today, year: asked ?? Number(today.slice(0, 4)) }
}

/** The plan at a glance. */
export async function glance(context: Context, session: Session, asked?: number): Promise<Static<typeof PlanAnswer>> {
  const { today, year } = yearOf(context, asked)
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const judged = judgeYear(await readYear(client, session.region, year, today), year, today)
    const county = session.posts.some(({ kind }) => kind === 'supervisor')
    return { year, today, of: county ? 'county' : 'bodies', indicators: sourcesOf(judged), states: statesOf(judged), rows: judged.map(rowOf) }
  })
}

/** One measure, with its figures of this year and the last, body by body. @throws NotFound */
export async function readMeasure(context: Context, session: Session, number: number, asked?: number): Promise<Static<typeof MeasureAnswer>> {
  const { today, year } = yearOf(context, asked)
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [now, earlier, bodies, versions] = await Promise.all([
      readYear(client, session.region, year, today), figuresOf(client, session.region, year - 1, null), bodiesOn(client, session.region, today), versionsOf(client, session.region, number),
    ])
    const found = judgeYear(now, year, today).find(({ measure }) => measure.number === number)
    if (!found) throw new NotFound()
    const { measure, standing } = found
    const answers = answersFor(measure, now.roles)
    const answering = bodies.filter(({ id }) => answers(id))
    const own = (figures: readonly BodyFigure[]) => figures.filter(({ body }) => answers(body))
    return {
      year, number,
      part: { number: measure.part, title: parts[measure.part] ?? words('', '') },
      group: { number: measure.group, title: groups[measure.group] ?? words('', '') },
      title: measure.title, demand: measure.demand, responsible: responsibleWords(measure.responsible),
      bodies: answering.map(({ id, name }) => ({ id, name })),
      historic: measure.historic ?? null, due: dueIn(measure, year), dues: duesIn(measure, year), unconfirmed: measure.unconfirmed, ...standing,
      indicators: found.each.map((each) => indicatorOf(each, own(now.figures), own(earlier), answering, year, lastMonth(year, today))),
      tasks: now.tasks.filter((task) => task.measure === number),
      versions,
    }
  })
}

function indicatorOf({ indicator, standing, points }: Judged['each'][number], figures: readonly BodyFigure[], earlier: readonly BodyFigure[], bodies: readonly Body[], year: number, last: string) {
  const { id, title, unit, source, formula, better, period, by } = indicator
  const names = indicator.source === 'none' ? undefined : indicator.unit === 'percent' ? { part: indicator.part.id, whole: indicator.whole.id } : { part: indicator.of.id, whole: indicator.of.id }
  const ofBodies = Map.groupBy(figures, ({ body }) => body)
  // In the register's order, never ranked: a small body with few cases stands beside a large one (R35).
  const rows = bodies.flatMap(({ id: body, name, kind }) => {
    const point = pointsOf(indicator, ofBodies.get(body) ?? [], year, last).at(-1)
    return point && point.whole > 0 ? [{ body, name, by: kind === 'township' ? ('township' as const) : ('body' as const), part: point.part, whole: point.whole }] : []
  })
  return {
    id, title, unit, source, formula, better, period, ...standing,
    ...(indicator.unit === 'percent' ? { target: indicator.target } : {}),
    ...(indicator.source === 'none' ? { awaits: indicator.awaits } : {}),
    ...names,
    points: [...points],
    before: pointsOf(indicator, earlier, year - 1, `${year - 1}-12`),
    breakdown: by.map((each) => {
      const own = rows.filter((row) => row.by === each)
      return { by: each, part: sum(own.map(({ part }) => part)), whole: sum(own.map(({ whole }) => whole)), bodies: own.map(({ by: _by, ...row }) => row) }
    }).filter((each) => each.bodies.length > 0),
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0)

/** All that is asked of a body, and where it stands. @throws NotFound for a body that is not his */
export async function readBody(context: Context, session: Session, id: string, asked?: number): Promise<Static<typeof BodyPlanAnswer>> {
  const { today, year } = yearOf(context, asked)
  if (!session.posts.some((post) => post.body === id || post.kind === 'supervisor')) throw new NotFound()
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [now, bodies] = await Promise.all([readYear(client, session.region, year, today, id), bodiesOn(client, session.region, today)])
    const body = bodies.find((each) => each.id === id)
    if (!body) throw new NotFound()
    const plan = now.plan.filter((measure) => answersFor(measure, now.roles)(id))
    return { year, body: { id, name: body.name }, rows: judgeYear({ ...now, plan }, year, today).map(rowOf), tasks: [...now.tasks] }
  })
}

interface Body {
  readonly id: string
  readonly name: string
  readonly kind: string
}

const bodiesOn = (client: PoolClient, region: string, day: string): Promise<Body[]> =>
  run<Body & object>(client, statement(`
    select id, name, kind from faheng.body where region = $1 and valid_from <= $2 and (valid_until is null or $2 < valid_until) order by kind, id`), [region, day])

const versionsOf = (client: PoolClient, region: string, measure: number) =>
  run<{ version: number; from: string; recorded: string; by: string; change: unknown }>(client, statement(`
    select v.version, v.valid_from as "from", v.recorded, coalesce(p.name, v.recorded_by) as by, v.entry as change
    from faheng.measure_version v left join faheng.person p on p.region = v.region and p.id = v.recorded_by
    where v.region = $1 and v.measure = $2 order by v.version desc`), [region, measure])
