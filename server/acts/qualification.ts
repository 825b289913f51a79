import type { PoolClient } from 'pg'
import type { QualificationFact } from '@faheng/law/facts.ts'
import { addYears, dayOf, type Day, type Instant } from '@faheng/law/time/day.ts'
import { standardSetting, standingOf, type TrainingSetting } from '@faheng/law/training/hours.ts'
import { creditsOfLines, type TrainingLine } from '@faheng/law/training/lines.ts'
import { run, statement } from '../platform/database/run.ts'

/** Training and exam older than this prove nothing for a first certificate [U]. */
const yearsBack = 2

/** Hours by the same rule as everywhere (law/training/hours.ts), from the lines of the log that stand; the exam from the sealed results. */
export async function readQualification(client: PoolClient, region: string, body: string, persons: readonly string[], at: Instant): Promise<Record<string, QualificationFact>> {
  const on = dayOf(at)
  const since = addYears(on, -yearsBack)
  const [lines, standings, [set]] = await Promise.all([
    run<Line>(client, statement('select * from faheng.fact_training($1, $2, $3)'), [region, persons, at]),
    run<{ person: string; category: string | null; exam: string | null; exam_on: Day | null; passed: boolean | null }>(client, statement('select * from faheng.fact_qualified($1, $2, $3, $4)'), [region, persons, since, at]),
    run<{ value: Partial<TrainingSetting> }>(client, statement(`select value from faheng.fact_settings($1, $2, $3) where name = 'training'`), [region, body, on]),
  ])
  const setting = { ...standardSetting, ...set?.value }
  return Object.fromEntries(standings.map(({ person, category, exam, exam_on, passed }) => {
    const own = lines.filter((each) => each.person === person)
    const { credits, courses } = creditsOfLines(own, setting.grace)
    const hours = credits.filter(({ course, day }) => day >= since && day <= on && courses.get(course)?.kind !== 'political').reduce((sum, each) => sum + each.hours, 0)
    const year = Number(on.slice(0, 4))
    const years = Object.fromEntries([year - 1, year].map((each) => {
      const exempt = own.reduce((sum, line) => sum + (line.kind === 'exempted' && line.year === each ? (line.hours ?? 0) : 0), 0)
      const { counted, needed } = standingOf(credits, courses, { year: each, on, hours: setting.hours, exempt })
      return [each, { hours: counted, needed }]
    }))
    return [person, {
      ...(category === null ? {} : { category }), hours: Math.round(hours * 10) / 10, hoursNeeded: setting.entryHours,
      ...(exam === null || exam_on === null ? {} : { exam: { id: exam, on: exam_on, passed: passed === true } }), years,
    }]
  }))
}

interface Line extends TrainingLine {
  /** Hours taken off a year. */
  readonly year: number | null
  readonly hours: number | null
}
