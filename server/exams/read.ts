import type { Static } from 'typebox'
import type { ExamsAnswer, PaperAnswer, ResultsAnswer } from '@faheng/api/exams.ts'
import { analyse, type ItemResult } from '@faheng/law/exams/analysis.ts'
import { type PaperQuestion } from '@faheng/law/exams/blueprint.ts'
import type { Option, QuestionKind } from '@faheng/law/exams/question.ts'
import { type Given, isRight, type Mark, settle } from '@faheng/law/exams/score.ts'
import type { Instant } from '@faheng/law/time/day.ts'
import { requirePost } from '../people/index.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { lastAnswers } from './sit.ts'

type ExamRow = Static<typeof ExamsAnswer>['rows'][number]
const holds = ({ posts }: Session): boolean => posts.some(({ kind }) => kind === 'supervisor')

/** The exams he sits, marks or holds, the newest first. His result shows once the exam is closed. */
export async function listExams(context: Context, session: Session) {
  const now = context.clock()
  return reading(() => context.pools.app.connect(), session, async (client) => ({
    now,
    holds: holds(session),
    rows: await run<ExamRow & object>(client, statement(`
      select x.id, x.title, x.opens, x.closes, x.minutes, x.pass, x.full_marks as "fullMarks", e.person is not null as sits,
        coalesce(x.arbiter = $2 or $2 = any (x.markers), false) as marks, e.started, e.ends, e.submitted, case when x.closes <= $3 then e.total end as total
      from faheng.exam x left join faheng.exam_entry e on e.region = x.region and e.exam = x.id and e.person = $2
      where x.region = $1 order by x.opens desc, x.id limit 100`), [session.region, session.person, now]),
  }))
}

interface QuestionText {
  readonly id: string
  readonly kind: QuestionKind
  readonly stem: string
  readonly options: readonly Option[]
}

/** His paper once he has begun, with all he has given: on whichever machine he goes on. @throws NotFound */
export async function readPaper(context: Context, session: Session, exam: string): Promise<Static<typeof PaperAnswer>> {
  const { region, person } = session
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [[entry], answers, texts] = await Promise.all([
      run<{ title: string; paper: readonly PaperQuestion[]; started: Instant; ends: Instant; submitted: Instant | null }>(client, statement(`
        select x.title, e.paper, e.started, e.ends, e.submitted from faheng.exam_entry e join faheng.exam x on x.region = e.region and x.id = e.exam
        where e.region = $1 and e.exam = $2 and e.person = $3 and e.started is not null`), [region, exam, person]),
      run<{ question: string; given: Given }>(client, lastAnswers, [region, exam, person]),
      run<QuestionText & object>(client, statement(`
        select q.id, q.kind, q.stem, q.options from faheng.exam_question q where q.region = $1 and q.id in (
          select p ->> 'question' from faheng.exam_entry e, jsonb_array_elements(e.paper) p where e.region = $1 and e.exam = $2 and e.person = $3)`), [region, exam, person]),
    ])
    if (entry === undefined) throw new NotFound()
    const { title, paper, started, ends, submitted } = entry
    const [given, textOf] = [new Map(answers.map((each) => [each.question, each.given])), new Map(texts.map((each) => [each.id, each]))]
    return { id: exam, title, started, ends, submitted, now: context.clock(), questions: paper.map((each) => shown(each, textOf.get(each.question), given.get(each.question))) }
  })
}

const shown = ({ question, section, points, options }: PaperQuestion, text: QuestionText | undefined, given: Given | undefined) => ({
  question, section, points, kind: text?.kind ?? ('single' as const), stem: text?.stem ?? '', given: (given as string | string[] | undefined) ?? null,
  options: options.flatMap((key) => text?.options.find((option) => option.key === key) ?? []),
})

/** His own paper with the keys, once the exam is closed for everybody. Keys are the bureau's, so the worker reads them, for this paper alone. @throws NotFound */
export async function reviewPaper(context: Context, session: Session, exam: string) {
  const { region, person } = session
  const { questions, title } = await readPaper(context, session, exam)
  const { worker } = context.pools
  const [[entry], keys, marks] = await Promise.all([
    run<{ objective: number | null; total: number | null; pass: number; fullMarks: number; sealed: boolean }>(worker, statement(`
      select e.objective, e.total, x.pass, x.full_marks as "fullMarks", exists (select from faheng.sealed s where s.region = e.region and s.kind = 'paper' and s.id = e.exam || '.' || e.person) as sealed
      from faheng.exam_entry e join faheng.exam x on x.region = e.region and x.id = e.exam
      where e.region = $1 and e.exam = $2 and e.person = $3 and e.submitted is not null and x.closes <= $4`), [region, exam, person, context.clock()]),
    run<{ question: string; answer: string[]; guide: string }>(worker, statement('select question, answer, guide from faheng.exam_key where region = $1 and question = any ($2)'), [region, questions.map(({ question }) => question)]),
    run<Mark & { question: string }>(worker, statement(`
      select m.question, m.marker, m.points, m.third from faheng.exam_mark m join faheng.exam_entry e on e.region = m.region and e.exam = m.exam and e.script = m.script
      where e.region = $1 and e.exam = $2 and e.person = $3`), [region, exam, person]),
  ])
  if (entry === undefined) throw new NotFound()
  const keyOf = new Map(keys.map((each) => [each.question, each]))
  return {
    id: exam, title, ...entry, objective: entry.objective ?? 0,
    questions: questions.map((each) => {
      const { answer, guide } = keyOf.get(each.question) ?? { answer: [], guide: '' }
      const settled = settle(marks.filter(({ question }) => question === each.question), each.points)
      const gained = each.kind !== 'case' ? (isRight(answer, each.given ?? undefined) ? each.points : 0) : each.given === null ? 0 : typeof settled === 'object' ? settled.points : null
      return { ...each, answer, guide, gained }
    }),
  }
}

/** All entries, the items as they proved, and after the end the seed. @throws NotFound for others than the justice bureau */
export async function examResults(context: Context, session: Session, exam: string): Promise<Static<typeof ResultsAnswer>> {
  requirePost(session, 'supervisor')
  const { region } = session
  const { worker } = context.pools // keys, seed and others' marks are nobody's to read; what follows is counted from them
  const [found] = await run<{ title: string; closes: Instant; pass: number; fullMarks: number; seed: string }>(worker, statement(`
    select x.title, x.closes, x.pass, x.full_marks as "fullMarks", s.seed from faheng.exam x join faheng.exam_seed s on s.region = x.region and s.exam = x.id
    where x.region = $1 and x.id = $2`), [region, exam])
  if (found === undefined) throw new NotFound()
  const { closes, seed, ...about } = found
  const closed = closes <= context.clock()
  const entries = await run<Static<typeof ResultsAnswer>['entries'][number] & object>(worker, statement(`
    select e.person, p.name, e.started, e.submitted, e.by_time as "byTime", e.objective, e.total,
      (select count(*)::int from faheng.exam_event v where v.region = e.region and v.exam = e.exam and v.person = e.person and v.kind = 'left') as left,
      exists (select from faheng.sealed s where s.region = e.region and s.kind = 'paper' and s.id = e.exam || '.' || e.person) as sealed
    from faheng.exam_entry e join faheng.person p on p.region = e.region and p.id = e.person
    where e.region = $1 and e.exam = $2 order by e.total desc nulls last, e.person`), [region, exam])
  return { id: exam, ...about, closed, seed: closed ? seed : null, entries, items: closed ? await itemsOf(context, region, exam, about.fullMarks) : [] }
}

async function itemsOf({ pools: { worker } }: Context, region: string, exam: string, fullMarks: number) {
  const [papers, keys] = await Promise.all([
    run<{ paper: readonly PaperQuestion[]; final: Readonly<Record<string, Given>>; objective: number; total: number | null; marks: readonly (Mark & { question: string })[] }>(worker, statement(`
      select e.paper, e.final, e.objective, e.total, coalesce((select jsonb_agg(jsonb_build_object('question', m.question, 'marker', m.marker, 'points', m.points, 'third', m.third) order by m.at)
        from faheng.exam_mark m where m.region = e.region and m.exam = e.exam and m.script = e.script), '[]') as marks
      from faheng.exam_entry e where e.region = $1 and e.exam = $2 and e.submitted is not null`), [region, exam]),
    run<{ question: string; kind: QuestionKind; stem: string; said: 1 | 2 | 3; answer: readonly string[] }>(worker, statement(`
      select q.id as question, q.kind, q.stem, q.difficulty as said, k.answer from faheng.exam_question q join faheng.exam_key k on k.region = q.region and k.question = q.id
      where q.region = $1 and q.id in (select p ->> 'question' from faheng.exam_entry e, jsonb_array_elements(e.paper) p where e.region = $1 and e.exam = $2)`), [region, exam]),
  ])
  const results = new Map<string, ItemResult[]>()
  const keyOf = new Map(keys.map((each) => [each.question, each]))
  for (const { paper, final, objective, total, marks } of papers)
    for (const { question, points } of paper) {
      const key = keyOf.get(question)
      const settled = key?.kind === 'case' ? settle(marks.filter((mark) => mark.question === question), points) : undefined
      if (key === undefined || (key.kind === 'case' && final[question] !== undefined && typeof settled !== 'object')) continue // not marked yet
      const share = key.kind === 'case' ? (typeof settled === 'object' ? settled.points / points : 0) : isRight(key.answer, final[question]) ? 1 : 0
      const of = results.get(question)
      if (of) of.push({ share, total: (total ?? objective) / fullMarks })
      else results.set(question, [{ share, total: (total ?? objective) / fullMarks }])
    }
  return keys.flatMap(({ question, kind, stem, said }) => {
    const found = results.get(question)
    return found ? [{ question, kind, stem, said, ...analyse(found) }] : []
  }).sort((a, b) => a.difficulty - b.difficulty)
}
