import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { ExamEventRequest, GiveAnswerRequest } from '@faheng/api/exams.ts'
import type { PaperQuestion } from '@faheng/law/exams/blueprint.ts'
import type { QuestionKind } from '@faheng/law/exams/question.ts'
import { type Given, scoreObjective } from '@faheng/law/exams/score.ts'
import { type Instant, instantAt, msOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { IdReused, Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'

/** Begins within the exam's hours; his time runs from now and not beyond the exam's end. Beginning again changes nothing. @throws NotFound; Malformed */
export async function beginExam(context: Context, { region, person }: Session, exam: string, id: string) {
  return once(context, { id, name: 'begin-exam', region, person, content: { exam } }, async (client, at) => {
    const [found] = await run<{ opens: Instant; closes: Instant; minutes: number; started: Instant | null }>(client, statement(`
      select x.opens, x.closes, x.minutes, e.started from faheng.exam_entry e join faheng.exam x on x.region = e.region and x.id = e.exam
      where e.region = $1 and e.exam = $2 and e.person = $3 for update of e`), [region, exam, person])
    if (found === undefined) throw new NotFound()
    if (found.started !== null) return { id: exam }
    if (at < found.opens) throw new Malformed('/id', words('考试还没有开始', 'The exam has not begun yet'))
    if (at >= found.closes) throw new Malformed('/id', words('考试已经结束', 'The exam is over'))
    const ends = instantAt(Math.min(msOf(at) + found.minutes * 60_000, msOf(found.closes)))
    await run(client, statement('update faheng.exam_entry set started = $4, ends = $5 where region = $1 and exam = $2 and person = $3'), [region, exam, person, at, ends])
    return { id: exam }
  })
}

interface Written {
  readonly at: Instant | null
  readonly same: boolean | null
  readonly asked: boolean
  readonly ends: Instant
  readonly submitted: Instant | null
}

/**
 * Writes one answer as it was given: one statement, committed before it is acknowledged. The same id with the same content is
 * acknowledged again, also when its time is over by then. @throws NotFound; IdReused; Malformed when it comes too late
 */
export async function giveAnswer(context: Context, { region, person }: Session, exam: string, { id, question, given }: Static<typeof GiveAnswerRequest>) {
  const at = context.clock()
  const values = [region, exam, person, id, question, JSON.stringify(given), at]
  const [written] = await run<Written & object>(context.pools.worker, writeAnswer, values)
  if (written === undefined) throw new NotFound()
  // A repeat that ran beside the first does not see it in its own snapshot: asked again, it does.
  const first = written.at === null && written.submitted === null && at < written.ends && written.asked ? (await run<Written & object>(context.pools.worker, writeAnswer, values))[0] ?? written : written
  if (first.same === false) throw new IdReused()
  if (first.at !== null) return { at: first.at, now: at, ends: first.ends }
  if (!first.asked) throw new NotFound()
  throw new Malformed('/given', first.submitted !== null ? words('已经交卷，此答案不计', 'The paper was handed in; this answer does not count') : words('考试时间已到，此答案不计', 'The time is over; this answer does not count'))
}

/** `for share` lets answers pass each other and makes handing in wait for them. */
const writeAnswer = statement(`
  with entry as materialized (
    select ends, submitted, paper @> jsonb_build_array(jsonb_build_object('question', $5::text)) as asked from faheng.exam_entry
    where region = $1 and exam = $2 and person = $3 and started is not null for share
  ), first as materialized (
    select at, question = $5 and given = $6::jsonb as same from faheng.exam_answer where region = $1 and exam = $2 and person = $3 and id = $4
  ), written as (
    insert into faheng.exam_answer (region, exam, person, id, question, given, at)
    select $1, $2, $3, $4, $5, $6::jsonb, $7::timestamptz from entry where submitted is null and $7::timestamptz < ends and asked and not exists (select from first)
    on conflict do nothing returning at
  )
  select coalesce(f.at, w.at) as at, f.same, e.asked, e.ends, e.submitted from entry e left join first f on true left join written w on true`)

/** He left the page or came back: kept with its time. @throws NotFound */
export async function noteEvent(context: Context, { region, person }: Session, exam: string, { id, kind }: Static<typeof ExamEventRequest>) {
  const kept = await run(context.pools.worker, statement(`
    with entry as (select 1 from faheng.exam_entry where region = $1 and exam = $2 and person = $3 and started is not null), kept as (
      insert into faheng.exam_event (region, exam, person, id, kind, at) select $1, $2, $3, $4, $5, $6 from entry on conflict do nothing)
    select 1 from entry`), [region, exam, person, id, kind, context.clock()])
  if (kept.length === 0) throw new NotFound()
  return { id: exam }
}

/** He hands his paper in; once. @throws NotFound */
export async function submitExam(context: Context, { region, person }: Session, exam: string, id: string) {
  return once(context, { id, name: 'submit-exam', region, person, content: { exam } }, async (client, at) => {
    if (!(await close(client, { region, exam, person }, at))) throw new NotFound()
    return { id: exam }
  })
}

/** Papers whose time is over are handed in as they stand. @returns how many */
export async function closeOverdue(context: Context): Promise<number> {
  const at = context.clock()
  const due = await run<{ region: string; exam: string; person: string }>(context.pools.worker, statement(`
    select region, exam, person from faheng.exam_entry where started is not null and submitted is null and ends <= $1 order by ends limit 1000`), [at])
  for (const entry of due) await inTransaction(context.pools.worker, (client) => close(client, entry, at))
  return due.length
}

interface Entry {
  readonly region: string
  readonly exam: string
  readonly person: string
}

/** What was given last to each question counts; objective parts are scored now, cases wait for their markers without a name. */
async function close(client: PoolClient, { region, exam, person }: Entry, at: Instant): Promise<boolean> {
  const [entry] = await run<{ paper: readonly PaperQuestion[]; ends: Instant; submitted: Instant | null }>(client, statement(`
    select paper, ends, submitted from faheng.exam_entry where region = $1 and exam = $2 and person = $3 and started is not null for update`), [region, exam, person])
  if (entry === undefined) return false
  if (entry.submitted !== null) return true
  const [answers, keys] = [
    await run<{ question: string; given: Given }>(client, lastAnswers, [region, exam, person]),
    await run<{ question: string; kind: QuestionKind; answer: readonly string[] }>(client, statement(`
      select q.id as question, q.kind, k.answer from faheng.exam_question q join faheng.exam_key k on k.region = q.region and k.question = q.id
      where q.region = $1 and q.id = any ($2)`), [region, entry.paper.map(({ question }) => question)]),
  ]
  const [given, keyOf] = [new Map(answers.map((each) => [each.question, each.given])), new Map(keys.map((each) => [each.question, each]))]
  const objective = scoreObjective(entry.paper, keyOf, given)
  const texts = entry.paper.flatMap(({ question, points }) => {
    const text = given.get(question)
    return keyOf.get(question)?.kind === 'case' && typeof text === 'string' && text.trim() !== '' ? [{ question, points, given: text }] : []
  })
  const script = texts.length === 0 ? null : randomBytes(8).toString('hex')
  if (script !== null)
    await run(client, statement(`
      insert into faheng.exam_script (region, exam, script, question, points, given)
      select $1, $2, $3, question, points, given from jsonb_to_recordset($4::jsonb) as s (question text, points int, given text)`), [region, exam, script, JSON.stringify(texts)])
  const byTime = at >= entry.ends
  await run(client, statement(`
    update faheng.exam_entry set submitted = $4, by_time = $5, final = $6, objective = $7, total = $8, script = $9 where region = $1 and exam = $2 and person = $3`),
    [region, exam, person, byTime ? entry.ends : at, byTime, JSON.stringify(Object.fromEntries(given)), objective, script === null ? objective : null, script])
  return true
}

export const lastAnswers = statement(`
  select distinct on (question) question, given from faheng.exam_answer where region = $1 and exam = $2 and person = $3 order by question, seq desc`)
