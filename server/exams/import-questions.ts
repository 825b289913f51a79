import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { gist, type Question, sameness } from '@faheng/law/exams/question.ts'
import type { ReadBank } from '@faheng/law/exams/read-bank.ts'
import { type Day, dayOf, type Instant } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { run, statement } from '../platform/database/run.ts'
import { setAsideQuestions } from './set-aside.ts'

export interface Imported {
  readonly source: string
  readonly by: string
  readonly at: Instant
  readonly asOf?: Day | undefined
}

/** Puts what a file holds into the bank; what is there already stays as it is. In the caller's transaction. */
export async function importQuestions(client: PoolClient, region: string, bank: ReadBank, { source, by, at, asOf }: Imported) {
  const read = bank.questions.map(({ line, question, repeats }) => ({ line, repeats, row: rowOf(question) }))
  const clashing = await otherKeys(client, region, read.map(({ row }) => row))
  const accepted = read.filter(({ row }) => !clashing.has(row.id))
  const rows = accepted.map(({ row }) => row)
  const added = await insertQuestions(client, region, rows, { source, by, at, asOf })
  await setAsideQuestions(client, region, at)
  const [found] = await run<{ aside: number }>(client, statement(`
    select count(*)::int as aside from faheng.exam_question where region = $1 and status = 'set-aside' and id = any ($2)`), [region, rows.map(({ id }) => id)])
  const clashes = read.filter(({ row }) => clashing.has(row.id)).map(({ line }) => ({ line, reason: words('题库中已有此题而答案不同', 'the bank has this question with another answer') }))
  return {
    records: bank.records,
    accepted: accepted.length,
    added,
    unchanged: accepted.length - added,
    repeats: accepted.filter(({ repeats }) => repeats).length,
    setAside: found?.aside ?? 0,
    duplicates: [...bank.duplicates],
    refused: [...bank.refused, ...clashes].sort((a, b) => a.line - b.line),
  }
}

/** @returns how many were not there yet */
export async function insertQuestions(client: PoolClient, region: string, rows: readonly ReturnType<typeof rowOf>[], { source, by, at, asOf }: Imported): Promise<number> {
  const added = await run(client, statement(`
    insert into faheng.exam_question (region, id, kind, field, difficulty, stem, gist, options, citations, number, as_of, source, recorded, recorded_by)
    select $1, id, kind, field, difficulty, stem, gist, options, citations, number, $2, $3, $4, $5
    from jsonb_to_recordset($6::jsonb) as q (id text, kind text, field text, difficulty smallint, stem text, gist text, options jsonb, citations jsonb, number text)
    on conflict do nothing returning id`), [region, asOf ?? dayOf(at), source, at, by, JSON.stringify(rows)])
  await run(client, statement(`
    insert into faheng.exam_key (region, question, answer, guide)
    select $1, id, answer, guide from jsonb_to_recordset($2::jsonb) as q (id text, answer jsonb, guide text) on conflict do nothing`), [region, JSON.stringify(rows)])
  return added.length
}

/** Of these questions those which the bank holds with another key: one of the two is wrong, and nobody here knows which. */
async function otherKeys(client: PoolClient, region: string, rows: readonly ReturnType<typeof rowOf>[]): Promise<Set<string>> {
  const known = await run<{ question: string; answer: readonly string[] }>(client, statement('select question, answer from faheng.exam_key where region = $1 and question = any ($2)'), [region, rows.map(({ id }) => id)])
  const answers = new Map(known.map(({ question, answer }) => [question, answer.join()]))
  return new Set(rows.filter(({ id, answer }) => (answers.get(id) ?? answer.join()) !== answer.join()).map(({ id }) => id))
}

export const rowOf = (question: Question) => ({
  ...question,
  id: `q-${createHash('sha256').update(sameness(question)).digest('hex').slice(0, 24)}`,
  gist: gist(question.stem),
})
