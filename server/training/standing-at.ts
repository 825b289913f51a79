import type { PoolClient } from 'pg'
import { filedLate } from '@faheng/law/training/hours.ts'
import { dayOf, instantAt, msOf, type Instant } from '@faheng/law/time/day.ts'
import { certificatesAt } from '../people/index.ts'
import { run, statement } from '../platform/database/run.ts'
import { staffOf, yearOf } from './coverage.ts'
import { heldOf, type Line } from './plans.ts'
import { coursesOf, logOf } from './programme.ts'
import { spanOf, trainingSettings } from './settings.ts'

interface Trained {
  readonly person: string
  readonly body: string
  readonly certified: boolean
  readonly political: boolean
  readonly publicLaw: boolean
  /** The year's hours of business and law. */
  readonly reached: boolean
  /** Invited to a compulsory course, and done with all of them. */
  readonly compelled: boolean
  readonly compulsory: boolean
  readonly rotated: boolean
}

/** What the plan of the county counts (measures 2 to 8), for the year of an instant as it stood then: the same hours as the coverage page shows. */
export async function trainedAt(client: PoolClient, region: string, until: Instant): Promise<{ people: Trained[]; filed: Filed[] }> {
  const at = lastMoment(until)
  const year = Number(dayOf(at).slice(0, 4))
  const [settingOf, staff, plans] = await Promise.all([
    trainingSettings(client, region, dayOf(at)), staffOf(client, region, at, { county: true, bodies: [], units: [], body: null, unit: null }),
    run<{ body: string; filed: Instant; first: Instant; lines: Line[] }>(client, statement(`
      select distinct on (body) body, filed, min(filed) over (partition by body) as first, lines from faheng.training_plan where region = $1 and year = $2 and filed <= $3 order by body, filed desc, id`), [region, year, at]),
  ])
  const people = staff.map(({ person }) => person)
  const span = spanOf(year, [...new Set(staff.map((each) => each.body))].map(settingOf))
  const [courses, log, certificates] = await Promise.all([coursesOf(client, region, span), logOf(client, region, year, people, span), certificatesAt(client, region, people, at)])
  const certified = new Set(certificates.filter(({ valid }) => valid).map(({ person }) => person))
  const ended = courses.filter((course) => course.year === year).map((course) => ({ ...course, sessions: course.sessions.filter(({ ends }) => ends <= at) }))
  return {
    people: staff.map(({ person, body }) => {
      const { entries, exempt } = log(person)
      const then = entries.filter((each) => (each.kind === 'listed' ? each.until : each.at) <= at)
      const { standing, compulsory, rotated } = yearOf(courses, { entries: then, exempt }, settingOf(body), year, at, body)
      return {
        person, body, certified: certified.has(person), political: standing.byKind.political > 0, publicLaw: standing.byKind['public-law'] > 0, reached: standing.lacking === 0,
        compelled: compulsory.length > 0, compulsory: compulsory.every(({ done }) => done), rotated,
      }
    }),
    filed: plans.map(({ body, first, lines }) => ({
      body, inTime: !filedLate(year, settingOf(body).planDue, first), lines: lines.map((line, i) => ({ id: `${body} ${i + 1} ${line.title}`, held: heldOf(ended, body, line) >= line.hours })),
    })),
  }
}

interface Filed {
  readonly body: string
  readonly inTime: boolean
  readonly lines: readonly { readonly id: string; readonly held: boolean }[]
}

/** An instant that closes a day belongs to the day it closes. */
const lastMoment = (until: Instant): Instant => instantAt(msOf(until) - 1)
