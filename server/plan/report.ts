import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { PublicPlanAnswer, ReportRequest, ReportsAnswer } from '@faheng/api/plan.ts'
import { parts } from '@faheng/law/measures/parts.ts'
import { answersFor } from '@faheng/law/measures/responsible.ts'
import { pointsOf } from '@faheng/law/measures/series.ts'
import { statusWords, type Point } from '@faheng/law/measures/status.ts'
import { measureTask } from '@faheng/law/procedures/measure-task.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { requirePost } from '../people/index.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import { bodiesOn, figuresOf, judgeYear, lastMonth, readYear, statesOf, type Body, type Judged, type YearOfPlan } from './figures.ts'
import { readRegisters } from './registers.ts'

type Summary = Omit<Static<typeof PublicPlanAnswer>, 'made'>

/** What a report holds from the moment it is made. */
interface ReportContent extends Summary {
  readonly on: string
  readonly rows: (Summary['rows'][number] & { readonly rule: string; readonly indicators: readonly ReportedIndicator[] })[]
  /** Absent in reports made before they were kept. */
  readonly bodies?: readonly { readonly number: number; readonly indicator: string; readonly body: string; readonly figure: string }[]
  readonly tasks?: readonly { readonly number: number; readonly body: string; readonly due: string; readonly stage: string; readonly submitted: string | null }[]
}

interface ReportedIndicator {
  readonly title: string
  readonly figure: string
  /** Where the year before ended. */
  readonly before?: string
  /** Percent month by month, of this year and of the one before. */
  readonly series?: readonly MonthShare[]
  readonly earlier?: readonly MonthShare[]
}

interface MonthShare {
  readonly month: number
  readonly share: number
}

/** The lead body reports a year: its figures are frozen as they stand, county-wide. @throws NotFound */
export async function makeReport(context: Context, session: Session, { id, year }: Static<typeof ReportRequest>) {
  requirePost(session, 'supervisor')
  await readRegisters(context.pools.worker, session.region, context.clock())
  return once(context, { id, name: 'report-plan', region: session.region, person: session.person, content: { year } }, async (client, at) => {
    const today = dayOf(at)
    const [now, figures, bodies] = await Promise.all([readYear(client, session.region, year, today), figuresOf(client, session.region, [year - 1, year], null), bodiesOn(client, session.region, today)])
    const judged = judgeYear(now, year, today)
    const then = judgeYear({ ...now, figures, tasks: [] }, year - 1, `${year - 1}-12-31`)
    const [county] = await run<{ name: string }>(client, statement('select name from faheng.region where region = $1'), [session.region])
    const content: ReportContent = {
      county: county?.name ?? session.region, year, on: today < `${year}-12-31` ? today : `${year}-12-31`, states: statesOf(judged),
      rows: judged.map((each) => ({ ...publicRow(each), rule: each.standing.rule.zh, indicators: indicatorsOf(each, then.find(({ measure }) => measure.number === each.measure.number)) })),
      bodies: judged.flatMap((each) => partsOf(each, { ...now, figures }, bodies, year, today)),
      tasks: now.tasks.map(({ measure, bodyName, due, stage, submitted }) => ({ number: measure, body: bodyName, due, stage, submitted })),
    }
    const confirmed = judged.filter(({ measure }) => !measure.unconfirmed)
    const summary: Summary = { county: content.county, year, states: statesOf(confirmed), rows: confirmed.map(publicRow) }
    await run(client, statement(`
      insert into faheng.plan_report (region, id, year, made, made_by, content, summary) values ($1, $2, $3, $4, $5, $6, $7)`),
      [session.region, id, year, at, session.person, JSON.stringify(content), JSON.stringify(summary)])
    return { id, year }
  })
}

const publicRow = ({ measure: { number, part, title }, standing: { status, value } }: Judged) => ({ number, part, title, status, ...(value === undefined ? {} : { value }) })

const indicatorsOf = ({ each }: Judged, then: Judged | undefined): ReportedIndicator[] =>
  each.map(({ indicator, standing: { value }, points }) => {
    const ago = then?.each.find((earlier) => earlier.indicator.id === indicator.id)?.points ?? []
    const last = points.at(-1)
    const figure = indicator.source === 'none' ? (value === undefined ? '尚无来源' : `证明采纳${value}%`)
      : last === undefined || last.whole === 0 ? '没有记录'
      : indicator.unit === 'count' ? `${last.part}（不用于考核）` : `${last.part}/${last.whole}，${value ?? 0}%，目标${indicator.target}%`
    const [series, earlier] = indicator.unit === 'percent' ? [sharesOf(points), sharesOf(ago)] : [[], []]
    const before = earlier.at(-1)
    return { title: indicator.title.zh, figure, series, earlier, ...(before ? { before: `${before.share}%` } : {}) }
  })

const sharesOf = (points: readonly Point[]): MonthShare[] =>
  points.filter(({ whole }) => whole > 0).map(({ month, part, whole }) => ({ month: Number(month.slice(5)), share: Math.floor((part * 1000) / whole) / 10 }))

/** Each body's part of each share, in the order of the register. */
function partsOf({ measure, each }: Judged, { figures, roles }: YearOfPlan, bodies: readonly Body[], year: number, today: string) {
  const answers = answersFor(measure, roles)
  return each.flatMap(({ indicator }) => indicator.unit !== 'percent' ? [] : bodies.filter(({ id }) => answers(id)).flatMap(({ id, name }) => {
    const last = pointsOf(indicator, figures.filter((figure) => figure.body === id), year, lastMonth(year, today)).at(-1)
    return last && last.whole > 0 ? [{ number: measure.number, indicator: indicator.title.zh, body: name, figure: `${last.part}/${last.whole}` }] : []
  }))
}

export async function listReports(context: Context, session: Session): Promise<Static<typeof ReportsAnswer>> {
  return reading(() => context.pools.app.connect(), session, async (client) => ({
    rows: await run(client, statement(`
      select r.id, r.year, r.made, coalesce(p.name, r.made_by) as by from faheng.plan_report r
      left join faheng.person p on p.region = r.region and p.id = r.made_by where r.region = $1 order by r.made desc limit 100`), [session.region]),
  }))
}

interface NewestReport {
  readonly id: string
  readonly made: string
  readonly rows: ReportContent['rows']
}

/** The newest report of a year, where the reader sees the county. */
export async function newestReport(client: PoolClient, region: string, year: number): Promise<NewestReport | undefined> {
  const [found] = await run<NewestReport & object>(client, statement(`
    select id, made, content -> 'rows' as rows from faheng.plan_report where region = $1 and year = $2 order by made desc, id limit 1`), [region, year])
  return found
}

/** What was recorded since may show a reported year otherwise; the report stays as it was made. */
export function reportedOf(report: NewestReport | undefined, judged: readonly Judged[]) {
  if (!report) return null
  const then = new Map(report.rows.map(({ number, status, value }) => [number, `${status} ${value ?? ''}`]))
  return { id: report.id, made: report.made, differs: judged.filter(({ measure, standing }) => then.get(measure.number) !== `${standing.status} ${standing.value ?? ''}`).map(({ measure }) => measure.number) }
}

export interface Report {
  readonly made: string
  readonly content: ReportContent
  readonly summary: Summary
}

/** @throws NotFound for who does not see the county */
export async function readReport(context: Context, session: Session, id: string): Promise<Report> {
  const [found] = await reading(() => context.pools.app.connect(), session, (client) =>
    run<Report & object>(client, statement('select made, content, summary from faheng.plan_report where region = $1 and id = $2'), [session.region, id]))
  if (!found) throw new NotFound()
  return found
}

/** The newest reported year, for anybody: confirmed measures alone (R36). @throws NotFound while nothing was reported */
export function publicPlan(context: Context): Promise<Static<typeof PublicPlanAnswer>> {
  return inTransaction(context.pools.app, async (client) => {
    const [found] = await run<{ made: string; summary: Summary }>(client, statement('select made, summary from faheng.plan_summary($1)'), [context.region])
    if (!found) throw new NotFound()
    return { ...found.summary, made: found.made }
  })
}

/** The public page as a paper. @throws NotFound while nothing was reported */
export async function publicPaper(context: Context) {
  const { made, ...summary } = await publicPlan(context)
  return paperOf({ made, summary, content: { ...summary, on: dayOf(made), rows: summary.rows.map((row) => ({ ...row, rule: '', indicators: [] })) } }, true)
}

/** A report in the fields of its paper. */
export const paperOf = ({ content, summary }: Report, forPublic: boolean) => {
  const { county, year, states } = forPublic ? summary : content
  const details = new Map(content.rows.map((row) => [row.number, row]))
  const rows = forPublic ? summary.rows : content.rows
  return {
    county, year, on: content.on, public: forPublic,
    bodies: forPublic ? [] : [...(content.bodies ?? [])],
    tasks: forPublic ? [] : (content.tasks ?? []).map(({ number, body, due, stage, submitted }) => ({ number, body, due, state: measureTask.stages[stage]?.zh ?? stage, submitted: submitted ?? '' })),
    states: Object.entries(states).map(([status, count]) => ({ title: statusWords[status as keyof typeof statusWords].zh, count })),
    parts: Object.entries(parts).flatMap(([part, title]) => {
      const own = rows.filter((row) => row.part === Number(part))
      return own.length === 0 ? [] : [{
        title: title.zh,
        rows: own.map(({ number, title: name, status, value }) => ({
          number, title: name.zh, state: statusWords[status].zh, rule: details.get(number)?.rule ?? '', ...(value === undefined || value > 100 ? {} : { value }),
          indicators: forPublic ? [] : (details.get(number)?.indicators ?? []).map(({ series = [], earlier = [], ...each }) => ({ ...each, series: [...series], earlier: [...earlier] })),
        })),
      }]
    }),
  }
}
