import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { PublicPlanAnswer, ReportRequest, ReportsAnswer } from '@faheng/api/plan.ts'
import { parts } from '@faheng/law/measures/parts.ts'
import { statusWords } from '@faheng/law/measures/status.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { requirePost } from '../people/index.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import { judgeYear, readYear, statesOf, type Judged } from './figures.ts'
import { readRegisters } from './registers.ts'

type Summary = Omit<Static<typeof PublicPlanAnswer>, 'made'>

/** What a report holds from the moment it is made. */
interface ReportContent extends Summary {
  readonly on: string
  readonly rows: (Summary['rows'][number] & { readonly rule: string; readonly indicators: readonly { readonly title: string; readonly figure: string }[] })[]
}

/** The lead body reports a year: its figures are frozen as they stand, county-wide. @throws NotFound */
export async function makeReport(context: Context, session: Session, { id, year }: Static<typeof ReportRequest>) {
  requirePost(session, 'supervisor')
  await readRegisters(context.pools.worker, session.region, context.clock())
  return once(context, { id, name: 'report-plan', region: session.region, person: session.person, content: { year } }, async (client, at) => {
    const today = dayOf(at)
    const judged = judgeYear(await readYear(client, session.region, year, today), year, today)
    const [county] = await run<{ name: string }>(client, statement('select name from faheng.region where region = $1'), [session.region])
    const content: ReportContent = {
      county: county?.name ?? session.region, year, on: today < `${year}-12-31` ? today : `${year}-12-31`, states: statesOf(judged),
      rows: judged.map((each) => ({ ...publicRow(each), rule: each.standing.rule.zh, indicators: indicatorsOf(each) })),
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

const indicatorsOf = ({ each }: Judged) =>
  each.map(({ indicator, standing: { value }, points }) => {
    const last = points.at(-1)
    const figure = indicator.source === 'none' ? (value === undefined ? '尚无来源' : `证明采纳${value}%`)
      : last === undefined || last.whole === 0 ? '没有记录'
      : indicator.unit === 'count' ? `${last.part}（不用于考核）` : `${last.part}/${last.whole}，${value ?? 0}%，目标${indicator.target}%`
    return { title: indicator.title.zh, figure }
  })

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
export async function publicPlan(context: Context): Promise<Static<typeof PublicPlanAnswer>> {
  return inTransaction(context.pools.app, async (client) => {
    const [found] = await run<{ made: string; summary: Summary }>(client, statement('select made, summary from faheng.plan_summary($1)'), [context.region])
    if (!found) throw new NotFound()
    return { ...found.summary, made: found.made }
  })
}

/** A report in the fields of its paper. */
export const paperOf = ({ content, summary }: Report, forPublic: boolean) => {
  const { county, year, states } = forPublic ? summary : content
  const details = new Map(content.rows.map((row) => [row.number, row]))
  const rows = forPublic ? summary.rows : content.rows
  return {
    county, year, on: content.on, public: forPublic,
    states: Object.entries(states).map(([status, count]) => ({ title: statusWords[status as keyof typeof statusWords].zh, count })),
    parts: Object.entries(parts).flatMap(([part, title]) => {
      const own = rows.filter((row) => row.part === Number(part))
      return own.length === 0 ? [] : [{
        title: title.zh,
        rows: own.map(({ number, title: name, status, value }) => ({
          number, title: name.zh, state: statusWords[status].zh, rule: details.get(number)?.rule ?? '', ...(value === undefined || value > 100 ? {} : { value }),
          indicators: forPublic ? [] : [...(details.get(number)?.indicators ?? [])],
        })),
      }]
    }),
  }
}
