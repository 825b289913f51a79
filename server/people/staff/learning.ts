import type { Pool } from 'pg'
import type { Day, Instant } from '@faheng/law/time/day.ts'
import { standardSetting } from '@faheng/law/training/hours.ts'
import { creditsOfLines, type TrainingLine } from '@faheng/law/training/lines.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { run, statement } from '../../platform/database/run.ts'

interface Learned {
  readonly on: Day
  readonly kind: 'training' | 'exam'
  readonly what: Words
}

/** What somebody was taught, hour by hour of the log, and the exams that are over. As the worker: the caller has asked whether the reader may know. */
export async function learnedBy(worker: Pool, region: string, person: string, at: Instant): Promise<Learned[]> {
  const [lines, exams] = await Promise.all([
    run<TrainingLine & { title: string | null }>(worker, statement('select * from faheng.fact_training($1, $2, $3)'), [region, [person], at]),
    run<{ title: string; on: Day; qualifying: boolean; pass: number; fullMarks: number; total: number | null; sat: boolean }>(worker, statement(`
      select x.title, (coalesce(e.submitted, x.closes) at time zone 'Asia/Shanghai')::date as "on", x.qualifying, x.pass, x.full_marks as "fullMarks", e.total, e.submitted is not null as sat
      from faheng.exam_entry e join faheng.exam x on x.region = e.region and x.id = e.exam where e.region = $1 and e.person = $2 and x.closes <= $3`), [region, person, at]),
  ])
  const titles = new Map(lines.map(({ course, title }) => [course, title ?? course]))
  const { credits } = creditsOfLines(lines, standardSetting.grace)
  return [
    ...credits.filter(({ hours }) => hours > 0).map(({ course, day, hours }) => ({
      on: day, kind: 'training' as const, what: words(`培训《${titles.get(course)}》${hours} 学时`, `Trained: ${titles.get(course)}, ${hours} h`),
    })),
    ...exams.map(({ on, ...exam }) => ({ on, kind: 'exam' as const, what: resultOf(exam) })),
  ]
}

function resultOf({ title, qualifying, pass, fullMarks, total, sat }: { title: string; qualifying: boolean; pass: number; fullMarks: number; total: number | null; sat: boolean }): Words {
  const name = words(`${qualifying ? '资格考试' : '考试'}《${title}》`, `${qualifying ? 'Qualification exam' : 'Exam'} ${title}`)
  if (!sat) return words(`${name.zh}：缺考`, `${name.en}: did not sit`)
  if (total === null) return words(`${name.zh}：待阅卷`, `${name.en}: being marked`)
  return words(`${name.zh}：${total}／${fullMarks} 分，${total >= pass ? '合格' : '不合格'}`, `${name.en}: ${total} of ${fullMarks}, ${total >= pass ? 'passed' : 'not passed'}`)
}
