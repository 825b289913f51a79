import type { BankAnswer, ExamsAnswer, MarkingAnswer, PaperAnswer, QuestionsAnswer, ResultsAnswer, ReviewAnswer } from '@faheng/api/exams.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { get, withQuery } from '../../shared-ui/client/ask.ts'

export type BankQuestion = Static<typeof QuestionsAnswer>['rows'][number]
export type Exam = Static<typeof ExamsAnswer>['rows'][number]
export type Paper = Static<typeof PaperAnswer>
export type PaperRow = Paper['questions'][number]
export type Given = NonNullable<PaperRow['given']>

export const examsQuery = queryOptions({ queryKey: ['exams'], queryFn: ({ signal }) => get<Static<typeof ExamsAnswer>>('/api/exams', signal) })
export const reviewQuery = (id: string) => queryOptions({ queryKey: ['exam-review', id], queryFn: ({ signal }) => get<Static<typeof ReviewAnswer>>(`/api/exams/${id}/review`, signal) })
export const markingQuery = (id: string) => queryOptions({ queryKey: ['exam-marking', id], queryFn: ({ signal }) => get<Static<typeof MarkingAnswer>>(`/api/exams/${id}/marking`, signal) })
export const resultsQuery = (id: string) => queryOptions({ queryKey: ['exam-results', id], queryFn: ({ signal }) => get<Static<typeof ResultsAnswer>>(`/api/exams/${id}/results`, signal) })
export const bankQuery = queryOptions({ queryKey: ['exam-bank'], queryFn: ({ signal }) => get<Static<typeof BankAnswer>>('/api/exams/bank', signal) })
export const questionsQuery = (filter: object) =>
  queryOptions({ queryKey: ['exam-questions', filter], queryFn: ({ signal }) => get<Static<typeof QuestionsAnswer>>(withQuery('/api/exams/questions', filter), signal) })
