import {
  BodyPlanAnswer, ByBody, ByMeasure, ChangeAnswer, ChangeRequest, ImportAnswer, ImportQuery, MeasureAnswer, PlanAnswer, RecordsAnswer, RecordsFilter, YearFilter,
} from '@faheng/api/plan.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../platform/context.ts'
import { Malformed } from '../platform/errors.ts'
import type { App } from '../platform/http/schemas.ts'
import { sessionOf } from '../platform/identity/session.ts'
import { tableBytes } from '../platform/tables/read-table.ts'
import { changePlan } from './change.ts'
import { importPlan, planTable } from './import.ts'
import { glance, readBody, readMeasure } from './read.ts'
import { recordsBehind } from './records.ts'

export { readRegisters } from './registers.ts'
export { planStatus } from './status.ts'

const tags = ['plan']

/** The county plan: fifty measures that measure themselves. */
export function routes(app: App, context: Context): void {
  app.get('/api/plan', { schema: { tags, querystring: YearFilter, response: { 200: PlanAnswer } } }, async (request) =>
    glance(context, await sessionOf(context, request), request.query.year))
  app.get('/api/plan/measures/:number', { schema: { tags, params: ByMeasure, querystring: YearFilter, response: { 200: MeasureAnswer } } }, async (request) =>
    readMeasure(context, await sessionOf(context, request), request.params.number, request.query.year))
  app.get('/api/plan/bodies/:id', { schema: { tags, params: ByBody, querystring: YearFilter, response: { 200: BodyPlanAnswer } } }, async (request) =>
    readBody(context, await sessionOf(context, request), request.params.id, request.query.year))
  app.get('/api/plan/records', { schema: { tags, querystring: RecordsFilter, response: { 200: RecordsAnswer } } }, async (request) =>
    recordsBehind(context, await sessionOf(context, request), request.query))

  app.post('/api/plan/versions', { schema: { tags, body: ChangeRequest, response: { 200: ChangeAnswer, 201: ChangeAnswer } } }, async (request, reply) => {
    const { result, again } = await changePlan(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/plan/plan.csv', { schema: { tags } }, async (request, reply) =>
    reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="plan.csv"').send(await planTable(context, await sessionOf(context, request))))

  // In a scope of its own: here a body is a file, kept as bytes and no larger than a table may be.
  void app.register(async (scope: App) => {
    scope.addContentTypeParser(['text/csv', 'application/vnd.ms-excel'], { parseAs: 'buffer', bodyLimit: tableBytes }, (_request, body, done) => done(null, body))
    scope.post('/api/plan/import', { bodyLimit: tableBytes, schema: { tags, consumes: ['text/csv'], querystring: ImportQuery, response: { 200: ImportAnswer } } }, async (request) => {
      const session = await sessionOf(context, request)
      if (!Buffer.isBuffer(request.body)) throw new Malformed('/file', words('请上传CSV文件', 'Send a CSV file'))
      return importPlan(context, session, request.query.id, request.body)
    })
  })
}
