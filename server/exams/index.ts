import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  AddQuestionRequest, AnswerGiven, BankAnswer, BeginExamRequest, ExamDone, ExamEventRequest, ExamsAnswer, GiveAnswerRequest, MarkingAnswer, MarkRequest, PaperAnswer, QuestionAdded, QuestionFilter,
  QuestionImportAnswer, QuestionImportQuery, QuestionsAnswer, ResultsAnswer, ReviewAnswer, ReviewQuestionRequest, SetExamRequest,
} from '@faheng/api/exams.ts'
import { Id } from '@faheng/api/words.ts'
import { words } from '@faheng/law/words.ts'
import { Malformed } from '../platform/errors.ts'
import type { App } from '../platform/http/schemas.ts'
import { sessionOf } from '../platform/identity/session.ts'
import { tableBytes } from '../platform/tables/read-table.ts'
import type { ExamContext } from './context.ts'
import { giveMark, nextToMark } from './mark.ts'
import { addQuestion, bankOf, importBank, listQuestions, reviewQuestion } from './questions.ts'
import { examResults, listExams, readPaper, reviewPaper } from './read.ts'
import { setExam } from './set-exam.ts'
import { beginExam, giveAnswer, noteEvent, submitExam } from './sit.ts'

export { importQuestions } from './import-questions.ts'
export { lookAfterExams } from './look-after.ts'

const tags = ['exams']
const ById = Type.Object({ id: Id })

export function routes(app: App, context: ExamContext): void {
  app.get('/api/exams/questions', { schema: { tags, querystring: QuestionFilter, response: { 200: QuestionsAnswer } } }, async (request) =>
    listQuestions(context, await sessionOf(context, request), request.query))
  app.get('/api/exams/bank', { schema: { tags, response: { 200: BankAnswer } } }, async (request) => bankOf(context, await sessionOf(context, request)))
  app.post('/api/exams/questions', { schema: { tags, body: AddQuestionRequest, response: { 200: QuestionAdded, 201: QuestionAdded } } }, async (request, reply) => {
    const { result, again } = await addQuestion(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.post('/api/exams/questions/:id/review', { schema: { tags, params: ById, body: ReviewQuestionRequest, response: { 200: QuestionAdded, 201: QuestionAdded } } }, async (request, reply) => {
    const { result, again } = await reviewQuestion(context, await sessionOf(context, request), request.params.id, request.body)
    return reply.code(again ? 200 : 201).send(result)
  })

  app.get('/api/exams', { schema: { tags, response: { 200: ExamsAnswer } } }, async (request) => listExams(context, await sessionOf(context, request)))
  app.post('/api/exams', { schema: { tags, body: SetExamRequest, response: { 200: ExamDone, 201: ExamDone } } }, async (request, reply) => {
    const { result, again } = await setExam(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.post('/api/exams/:id/begin', { schema: { tags, params: ById, body: BeginExamRequest, response: { 200: ExamDone, 201: ExamDone } } }, async (request, reply) => {
    const { result, again } = await beginExam(context, await sessionOf(context, request), request.params.id, request.body.id)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/exams/:id/paper', { schema: { tags, params: ById, response: { 200: PaperAnswer } } }, async (request) =>
    readPaper(context, await sessionOf(context, request), request.params.id))
  app.post('/api/exams/:id/answers', { schema: { tags, params: ById, body: GiveAnswerRequest, response: { 200: AnswerGiven } } }, async (request) =>
    giveAnswer(context, await sessionOf(context, request), request.params.id, request.body))
  app.post('/api/exams/:id/events', { schema: { tags, params: ById, body: ExamEventRequest, response: { 200: ExamDone } } }, async (request) =>
    noteEvent(context, await sessionOf(context, request), request.params.id, request.body))
  app.post('/api/exams/:id/submit', { schema: { tags, params: ById, body: BeginExamRequest, response: { 200: ExamDone, 201: ExamDone } } }, async (request, reply) => {
    const { result, again } = await submitExam(context, await sessionOf(context, request), request.params.id, request.body.id)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/exams/:id/review', { schema: { tags, params: ById, response: { 200: ReviewAnswer } } }, async (request) =>
    reviewPaper(context, await sessionOf(context, request), request.params.id))
  app.get('/api/exams/:id/marking', { schema: { tags, params: ById, response: { 200: MarkingAnswer } } }, async (request) =>
    nextToMark(context, await sessionOf(context, request), request.params.id))
  app.post('/api/exams/:id/marks', { schema: { tags, params: ById, body: MarkRequest, response: { 200: ExamDone, 201: ExamDone } } }, async (request, reply) => {
    const { result, again } = await giveMark(context, await sessionOf(context, request), request.params.id, request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/exams/:id/results', { schema: { tags, params: ById, response: { 200: ResultsAnswer } } }, async (request) =>
    examResults(context, await sessionOf(context, request), request.params.id))

  // In a scope of its own: here a body is a file.
  void app.register(async (scope: App) => {
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: tableBytes }, (_request, body, done) => done(null, body))
    const onRequest = async (request: FastifyRequest) => void (await sessionOf(context, request)) // before 20 MB are read
    scope.post('/api/exams/questions/import', { onRequest, bodyLimit: tableBytes, schema: { tags, consumes: ['application/octet-stream'], querystring: QuestionImportQuery, response: { 200: QuestionImportAnswer, 201: QuestionImportAnswer } } },
      async (request, reply) => {
        const session = await sessionOf(context, request)
        if (!Buffer.isBuffer(request.body)) throw new Malformed('/file', words('请上传题库文件', 'Send the file of the bank'))
        const { result, again } = await importBank(context, session, request.query, request.body)
        return reply.code(again ? 200 : 201).send(result)
      })
  })
}
