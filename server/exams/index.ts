import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { AddQuestionRequest, BankAnswer, QuestionAdded, QuestionFilter, QuestionImportAnswer, QuestionImportQuery, QuestionsAnswer, ReviewQuestionRequest } from '@faheng/api/exams.ts'
import { Id } from '@faheng/api/words.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../platform/context.ts'
import { Malformed } from '../platform/errors.ts'
import type { App } from '../platform/http/schemas.ts'
import { sessionOf } from '../platform/identity/session.ts'
import { tableBytes } from '../platform/tables/read-table.ts'
import { addQuestion, bankOf, importBank, listQuestions, reviewQuestion } from './questions.ts'

const tags = ['exams']
const ById = Type.Object({ id: Id })

export function routes(app: App, context: Context): void {
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
