import type { Static } from 'typebox'
import type { AddQuestionRequest, QuestionFilter, QuestionImportQuery, QuestionsAnswer, ReviewQuestionRequest } from '@faheng/api/exams.ts'
import { type Citation, citationWords } from '@faheng/law/citation.ts'
import { toQuestion } from '@faheng/law/exams/read-record.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { requirePost } from '../people/index.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { UnreadableTable } from '../platform/tables/read-table.ts'
import { once } from '../platform/verbs.ts'
import { importQuestions, insertQuestions, rowOf } from './import-questions.ts'
import { readBankFile } from './read-file.ts'

type QuestionRow = Static<typeof QuestionsAnswer>['rows'][number]

/** The bank with its keys, for the justice bureau that keeps it. @throws NotFound for others */
export async function listQuestions(context: Context, session: Session, filter: Static<typeof QuestionFilter>) {
  requirePost(session, 'supervisor')
  const { kind = null, field = null, status = null, q = null, after = '', limit = 50 } = filter
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const found = await run<Omit<QuestionRow, 'references'> & { citations: readonly Citation[] }>(client, statement(`
      select q.id, q.kind, q.field, q.difficulty, q.stem, q.options, k.answer, k.guide, q.citations, q.as_of as "asOf", q.source, q.number, q.status, q.change,
        exists (select from faheng.exam_question o where o.region = q.region and o.gist = q.gist and o.id <> q.id) as repeats
      from faheng.exam_question q join faheng.exam_key k on k.region = q.region and k.question = q.id
      where q.region = $1 and q.id > $2 and ($3::text is null or q.kind = $3) and ($4::text is null or q.field = $4) and ($5::text is null or q.status = $5)
        and ($6::text is null or strpos(q.stem, $6) > 0)
      order by q.id limit $7`), [session.region, after, kind, field, status, q, limit + 1])
    const rows = found.slice(0, limit).map(({ citations, ...row }) => ({ ...row, references: citations.map(citationWords) }))
    return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
  })
}

/** @throws NotFound for others than the justice bureau */
export async function bankOf(context: Context, session: Session) {
  requirePost(session, 'supervisor')
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const rows = await run<{ kind: QuestionRow['kind']; field: string; difficulty: 1 | 2 | 3; status: QuestionRow['status']; count: number }>(client, statement(`
      select kind, field, difficulty, status, count(*)::int as count from faheng.exam_question where region = $1
      group by kind, field, difficulty, status order by kind, field, difficulty`), [session.region])
    const sum = (status: QuestionRow['status']) => rows.filter((each) => each.status === status).reduce((n, { count }) => n + count, 0)
    return {
      ready: rows.filter(({ status }) => status === 'ready').map(({ kind, field, difficulty, count }) => ({ kind, field, difficulty, count })),
      setAside: sum('set-aside'),
      withdrawn: sum('withdrawn'),
    }
  })
}

/** @throws NotFound for others; Malformed naming `/file` */
export async function importBank(context: Context, session: Session, query: Static<typeof QuestionImportQuery>, file: Buffer) {
  requirePost(session, 'supervisor')
  const { id, name, field = '公共法律', asOf } = query
  const bank = readable(file, field)
  const { region, person } = session
  const verb = { id, name: 'import-questions', region, person, content: { name, field, asOf: asOf ?? null, sha256: createHash('sha256').update(file).digest('hex') } }
  return once(context, verb, (client, at) => importQuestions(client, region, bank, { source: name, by: person, at, asOf }))
}

/** One question written at the desk, or the corrected one in place of a wrong one. @throws NotFound; Malformed for a key that does not fit, or one that is there already */
export async function addQuestion(context: Context, session: Session, request: Static<typeof AddQuestionRequest>) {
  requirePost(session, 'supervisor')
  const { region, person } = session
  const { id, kind, options, answer, basis = '', replaces, ...rest } = request
  const lettered = options.map((text, i) => ({ key: 'ABCDEFGH'[i] ?? '', text: text.trim() }))
  const read = toQuestion({ ...rest, number: '', said: kind === 'judge' ? (answer.toUpperCase() === 'T' ? '对' : '错') : answer, options: kind === 'judge' || kind === 'case' ? [] : lettered, basis, isCase: kind === 'case' })
  if ('reason' in read) throw new Malformed('/answer', read.reason)
  if (read.kind !== kind) throw new Malformed('/kind', words('题型与答案不符', 'The kind does not fit the answer'))
  return once(context, { id, name: 'add-question', region, person, content: request }, async (client, at) => {
    const row = replaces ? await inPlaceOf(client, region, rowOf(read), replaces) : rowOf(read)
    if ((await insertQuestions(client, region, [row], { source: '', by: person, at })) === 0) throw new Malformed('/stem', words('题库中已有此题', 'The bank has this question already'))
    return { question: row.id }
  })
}

/** After a statute changed: the key holds under today's law, or the question goes; also the way to withdraw a bad one. @throws NotFound */
export async function reviewQuestion(context: Context, session: Session, question: string, request: Static<typeof ReviewQuestionRequest>) {
  requirePost(session, 'supervisor')
  const { region, person } = session
  const { id, outcome, note, difficulty = null } = request
  return once(context, { id, name: 'review-question', region, person, content: { question, outcome, note, difficulty } }, async (client, at) => {
    const done = await run(client, statement(`
      update faheng.exam_question set status = $3, note = $4, difficulty = coalesce($5::smallint, difficulty), change = null, as_of = case $3 when 'ready' then $6::date else as_of end
      where region = $1 and id = $2 and status <> 'withdrawn' returning 1`), [region, question, outcome === 'kept' ? 'ready' : 'withdrawn', note, difficulty, dayOf(at)])
    if (done.length === 0) throw new NotFound()
    return { question }
  })
}

/** Withdraws the wrong one. With stem and options as they were the new one would have its id, and papers that asked it would show another key: then it gets an id of its own. */
async function inPlaceOf<R extends ReturnType<typeof rowOf>>(client: PoolClient, region: string, row: R, { question, reason }: { readonly question: string; readonly reason: string }): Promise<R> {
  const withdrawn = await run(client, statement(`
    update faheng.exam_question set status = 'withdrawn', note = $3, change = null where region = $1 and id = $2 and status <> 'withdrawn' returning 1`), [region, question, reason])
  if (withdrawn.length === 0) throw new NotFound()
  const taken = await run(client, statement(`select 1 from faheng.exam_question where region = $1 and id = $2 and status = 'withdrawn'`), [region, row.id])
  return taken.length === 0 ? row : { ...row, id: `q-${createHash('sha256').update(`${row.id} ${question}`).digest('hex').slice(0, 24)}` }
}

function readable(file: Buffer, field: string) {
  try {
    return readBankFile(file, { field })
  } catch (error) {
    if (error instanceof UnreadableTable) throw new Malformed('/file', error.words)
    throw error
  }
}

