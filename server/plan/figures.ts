import type { PoolClient } from 'pg'
import type { Indicator } from '@faheng/law/measures/indicator.ts'
import { measures } from '@faheng/law/measures/index.ts'
import { inYear, planWith, type CountyPlan, type MeasureChange, type PlannedMeasure } from '@faheng/law/measures/plan.ts'
import { quantities, type Quantity } from '@faheng/law/measures/quantity.ts'
import { pointsOf, type Figure } from '@faheng/law/measures/series.ts'
import { answersFor, type PlanRole, type Roles } from '@faheng/law/measures/responsible.ts'
import { standingOf, together, type Point, type Standing, type TaskCount } from '@faheng/law/measures/status.ts'
import { dueIn, quarterOf } from '@faheng/law/measures/term.ts'
import { addDays, type Day } from '@faheng/law/time/day.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'

export interface BodyFigure extends Figure {
  readonly body: string
}

export interface TaskRow {
  readonly matter: string
  readonly measure: number
  readonly body: string
  readonly bodyName: string
  readonly asked: Day
  readonly due: Day
  readonly stage: string
  readonly submitted: Day | null
  readonly accepted: Day | null
  readonly overdue: boolean
}

/** What the plan of a year is judged by, as far as the asker sees it. */
export interface YearOfPlan {
  readonly plan: readonly PlannedMeasure[]
  /** Of the whole county added up: what `body` '' counts is that of every body that answers as '' does. */
  readonly figures: readonly BodyFigure[]
  /** Which body is the finance bureau, and so on. */
  readonly roles: Roles
  readonly tasks: readonly TaskRow[]
}

/** A county's plan as it stands on a day. */
export async function planOn(client: PoolClient, region: string, day: Day): Promise<CountyPlan> {
  const changes = await run<{ measure: number; change: MeasureChange }>(client, statement(`
    select measure, entry as change from faheng.measure_version where region = $1 and valid_from <= $2 order by measure, valid_from, version`), [region, day])
  return planWith(measures, changes)
}

/** The plan of a year: as it stood at the end of a past one, as it stands now, as it is to begin. */
async function planIn(client: PoolClient, region: string, year: number, today: Day): Promise<PlannedMeasure[]> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const { measures: all } = await planOn(client, region, today > last ? last : today < first ? first : today)
  return all.filter((measure) => inYear(measure, year))
}

/** Five queries, none of which grows with the history or the number of bodies: the plan's changes, the bodies' roles, the months of the year, its tasks. */
export async function readYear(client: PoolClient, region: string, year: number, today: Day, bodies: readonly string[] | null = null): Promise<YearOfPlan> {
  const [plan, roles, tasks] = await Promise.all([
    planIn(client, region, year, today),
    rolesOn(client, region, today < `${year}-12-31` ? today : `${year}-12-31`),
    tasksOf(client, region, year, bodies),
  ])
  const figures = bodies === null ? await countyFigures(client, region, year, apart(plan, roles)) : await run<BodyFigure & object>(client, ofBodies, [region, monthsOf(year), bodies])
  return { plan, roles, figures, tasks }
}

/** Whose part must be known by itself, since they answer for a measure otherwise than all others do (as `answersFor` says of ''). */
function apart(plan: readonly PlannedMeasure[], roles: Roles): Apart {
  const others = plan.map((measure) => {
    const answers = answersFor(measure, roles)
    return { measure, bodies: [...new Set([...roles.keys(), ...measure.bodies])].filter((body) => answers(body) !== answers('')) }
  })
  const wholly = [...roles.keys()].filter((body) => others.some(({ measure, bodies }) => measure.bodies.length === 0 && bodies.includes(body)))
  const partly = others.map(({ measure, bodies }) => ({ measure, bodies: bodies.filter((body) => !wholly.includes(body)) })).filter(({ bodies }) => bodies.length > 0)
  return { wholly, partly: [...new Set(partly.flatMap(({ bodies }) => bodies))], names: [...new Set(partly.flatMap(({ measure }) => measure.indicators.flatMap(namesOf)))] }
}

interface Apart {
  /** By what they are to the plan: few, and most measures are not theirs. */
  readonly wholly: readonly string[]
  /** Named for some measures, and what those count. */
  readonly partly: readonly string[]
  readonly names: readonly string[]
}

export async function rolesOn(client: PoolClient, region: string, day: Day): Promise<Roles> {
  const rows = await run<{ body: string; roles: PlanRole[] }>(client, statement(`
    select distinct on (body) body, value as roles from faheng.body_setting
    where region = $1 and name = 'plan-roles' and valid_from <= $2 and (valid_until is null or $2 < valid_until) order by body, valid_from desc`), [region, day])
  return new Map(rows.map(({ body, roles }) => [body, roles]))
}

/** The county's sums but for the part of those who stand apart, and that part: some 700 rows, and as many as these have, whatever the history. */
async function countyFigures(client: PoolClient, region: string, year: number, { wholly, partly, names }: Apart): Promise<BodyFigure[]> {
  const [sums, own] = await Promise.all([
    run<Figure & object>(client, statement(`
      select month, name, value::int as value from faheng.measure_sum where region = $1 and month between $2 and $3`), [region, `${year}-01`, `${year}-12`]),
    run<BodyFigure & object>(client, statement(`
      select month, body, name, value::int as value from faheng.measure_figure where region = $1 and month = any ($2) and body = any ($3) and value <> 0
      union all
      select month, body, name, value::int from faheng.measure_figure where region = $1 and name = any ($5) and body = any ($4) and month between ($2::text[])[1] and ($2::text[])[12] and value <> 0`),
      [region, monthsOf(year), wholly, partly, names]),
  ])
  const parts = new Map<string, number>()
  for (const { month, name, value } of own) parts.set(`${month} ${name}`, (parts.get(`${month} ${name}`) ?? 0) + value)
  const others = sums.map(({ month, name, value }) => ({ month, body: '', name, value: value - (parts.get(`${month} ${name}`) ?? 0) }))
  return [...others.filter(({ value }) => value !== 0), ...own]
}

/** Some quantities body by body, of years that follow each other: of all of them, or of some, since who sees a part alone reads no more than it. */
export const figuresOf = (client: PoolClient, region: string, years: readonly number[], bodies: readonly string[] | null, names: readonly string[] = everyName): Promise<BodyFigure[]> =>
  run<BodyFigure & object>(client, statement(`
    select month, body, name, value::int as value from faheng.measure_figure
    where region = $1 and name = any ($2) and month between $3 and $4 and ($5::text[] is null or body = any ($5)) and value <> 0`), [region, names, `${Math.min(...years)}-01`, `${Math.max(...years)}-12`, bodies])

/** Every quantity; the names are left out, by which PostgreSQL would rather look for single rows. */
const ofBodies = statement('select month, body, name, value::int as value from faheng.measure_figure where region = $1 and month = any ($2) and body = any ($3) and value <> 0')

const everyName = Object.values<Quantity>(quantities).map(({ id }) => id)
const monthsOf = (year: number): string[] => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)

/** Tasks that fall due in the year. */
const tasksOf = (client: PoolClient, region: string, year: number, bodies: readonly string[] | null): Promise<TaskRow[]> =>
  run<TaskRow & object>(client, statement(`
    with named as (select distinct on (id) id, name from faheng.body where region = $1 order by id, valid_from desc)
    select t.matter, t.measure, t.body, coalesce(n.name, t.body) as "bodyName", t.asked, t.due, t.stage, t.submitted, t.accepted, t.overdue
    from faheng.measure_task t left join named n on n.id = t.body
    where t.region = $1 and t.due between $2::date and $3::date and ($4::text[] is null or t.body = any ($4)) order by t.due, t.measure, t.body`),
    [region, `${year}-01-01`, `${year}-12-31`, bodies])

/** Whose part somebody sees; null: the county's, as the scope of whoever holds the post himself has it. */
export const partOf = ({ posts }: Session): string[] | null => (posts.some(({ kind, delegation }) => kind === 'supervisor' && !delegation) ? null : [...new Set(posts.map(({ body }) => body))])

export interface Body {
  readonly id: string
  readonly name: string
  readonly kind: string
}

export const bodiesOn = (client: PoolClient, region: string, day: string): Promise<Body[]> =>
  run<Body & object>(client, statement(`
    select id, name, kind from faheng.body where region = $1 and valid_from <= $2 and (valid_until is null or $2 < valid_until) order by kind, id`), [region, day])

export interface Judged {
  readonly measure: PlannedMeasure
  readonly standing: Standing
  readonly each: readonly JudgedIndicator[]
}

interface JudgedIndicator {
  readonly indicator: Indicator
  readonly standing: Standing
  readonly points: readonly Point[]
}

/** Every measure with its standing; the one judgement behind glance, pages, report and command. Bodies that do not answer for it do not count in it. */
export const judgeYear = ({ plan, figures, roles, tasks }: YearOfPlan, year: number, today: Day): Judged[] => {
  const named = Map.groupBy(figures, ({ name }) => name)
  const asked = Map.groupBy(tasks, ({ measure }) => measure)
  return plan.map((measure) => {
    const when = { today, due: dueIn(measure, year) }
    const count = countTasks(asked.get(measure.number) ?? [], today)
    const counts = answersFor(measure, roles)
    const each = measure.indicators.map((indicator) => {
      const own = namesOf(indicator).flatMap((name) => named.get(name) ?? []).filter(({ body }) => counts(body))
      const points = pointsOf(indicator, own, year, lastMonth(year, today))
      return { indicator, points, standing: standingOf(indicator, points, count, when) }
    })
    return { measure, each, standing: together(each.map(({ standing }) => standing)) }
  })
}

export const namesOf = (indicator: Indicator): readonly string[] =>
  indicator.source === 'none' ? [] : indicator.unit === 'percent' ? [indicator.part.id, indicator.whole.id] : [indicator.of.id]

export const lastMonth = (year: number, today: Day): string => (today < `${year}-12-31` ? today.slice(0, 7) : `${year}-12`)

const countTasks = (tasks: readonly TaskRow[], today: Day): TaskCount => {
  const open = tasks.filter(({ stage }) => stage === 'asked' || stage === 'submitted')
  return {
    asked: open.length + tasks.filter(({ stage }) => stage === 'accepted').length,
    accepted: tasks.filter(({ stage }) => stage === 'accepted').length,
    overdue: open.filter(({ stage, due }) => stage === 'asked' && due < today).length,
    near: open.filter(({ stage, due }) => stage === 'asked' && due >= today && due <= addDays(today, 30)).length,
    quarters: [...new Set(tasks.filter(({ stage }) => stage !== 'withdrawn').map(({ due }) => quarterOf(due)))],
  }
}

export const rowOf = ({ measure: { number, part, group, title, unconfirmed, indicators }, standing }: Judged) => ({
  number, part, group, title, unconfirmed, live: indicators.some(({ source }) => source === 'live'), ...standing,
})

export function statesOf(judged: readonly Judged[]): Record<string, number> {
  const states: Record<string, number> = { done: 0, 'on-course': 0, 'at-risk': 0, overdue: 0, 'not-measurable': 0 }
  for (const { standing } of judged) states[standing.status] = (states[standing.status] ?? 0) + 1
  return states
}

/** How many indicators compute by themselves, and how many wait for a source. */
export function sourcesOf(judged: readonly Judged[]): { live: number; none: number } {
  const all = judged.flatMap(({ measure }) => measure.indicators)
  return { live: all.filter(({ source }) => source === 'live').length, none: all.filter(({ source }) => source === 'none').length }
}
