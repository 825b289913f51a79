import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { gist, type Question, sameness } from '@faheng/law/exams/question.ts'
import type { ReadBank } from '@faheng/law/exams/read-bank.ts'
import { type Day, dayOf, type Instant } from '@faheng/law/time/day.ts'
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
  const rows = bank.questions.map(({ question }) => rowOf(question))
  const added = await insertQuestions(client, region, rows, { source, by, at, asOf })
  await setAsideQuestions(client, region, at)
  const [found] = await run<{ aside: number }>(client, statement(`
    select count(*)::int as aside from faheng.exam_question where region = $1 and status = 'set-aside' and id = any ($2)`), [region, rows.map(({ id }) => id)])
  return {
    records: bank.records,
    accepted: bank.questions.length,
    added,
    unchanged: bank.questions.length - added,
    repeats: bank.questions.filter(({ repeats }) => repeats).length,
    setAside: found?.aside ?? 0,
    duplicates: [...bank.duplicates],
    refused: [...bank.refused],
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

export const rowOf = (question: Question) => ({
  ...question,
  id: `q-${createHash('sha256').update(sameness(question)).digest('hex').slice(0, 24)}`,
  gist: gist(question.stem),
})
