import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ImportAnswer, ImportQuery, ImportStarted, ItemAnswer, ItemFilter, ItemOn, ItemsAnswer } from '@faheng/api/authority.ts'
import { ConfirmAnswer, ConfirmRequest, LeniencyAnswer, LeniencyFilter, LineAnswer, LineRequest, ToConfirmAnswer, ToConfirmFilter } from '@faheng/api/discretion.ts'
import { EntrustmentsAnswer, EvaluationAnswer, EvaluationFilter, PilotChanged, PilotCheck, PilotRequest, PilotsAnswer, TownshipsAnswer, TownshipsFilter } from '@faheng/api/townships.ts'
import { Id } from '@faheng/api/words.ts'
import { words } from '@faheng/law/words.ts'
import type { Acts } from '../acts/index.ts'
import type { Context } from '../platform/context.ts'
import { Malformed } from '../platform/errors.ts'
import type { App } from '../platform/http/schemas.ts'
import { sessionOf } from '../platform/identity/session.ts'
import { tableBytes } from '../platform/tables/read-table.ts'
import { bodyRoutes } from './bodies/routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { numbersTemplate } from './import-numbers.ts'
import { importProgress, importRefusals, type ImportKind, startImport } from './import-run.ts'
import { confirmLines } from './discretion/confirm.ts'
import { enterLine } from './discretion/enter-line.ts'
import { listToConfirm } from './discretion/to-confirm.ts'
import { listLeniency } from './discretion/list-leniency.ts'
import { statuteRoutes } from './statutes/routes.ts'
import { listItems, readItem } from './list-items.ts'
import { entrustments } from './entrustment/list.ts'
import { evaluation } from './townships/evaluation.ts'
import { checkPilot, pilots, setPilot } from './townships/pilots.ts'
import { townships } from './townships/matrix.ts'

export { recordChanges } from './statutes/changes.ts'
export { caseReviews } from './statutes/close-reviews.ts'
export { grantsAt } from './townships/evaluation.ts'
export { pilotPointsAt } from './townships/pilots.ts'
export { moveCases } from './townships/move-cases.ts'

const tags = ['authority']
const ById = Type.Object({ id: Id })

export function routes(app: App, context: Context & { readonly acts: Acts }): void {
  bodyRoutes(app, context)
  catalogueRoutes(app, context)
  statuteRoutes(app, context)
  app.get('/api/items', { schema: { tags, querystring: ItemFilter, response: { 200: ItemsAnswer } } }, async (request) =>
    listItems(context, await sessionOf(context, request), request.query))
  app.get('/api/items/:id', { schema: { tags, params: ById, querystring: ItemOn, response: { 200: ItemAnswer } } }, async (request) =>
    readItem(context, await sessionOf(context, request), request.params.id, request.query.on))
  app.get('/api/townships', { schema: { tags, querystring: TownshipsFilter, response: { 200: TownshipsAnswer } } }, async (request) =>
    townships(context, await sessionOf(context, request), request.query.on))
  app.get('/api/entrustments', { schema: { tags, querystring: TownshipsFilter, response: { 200: EntrustmentsAnswer } } }, async (request) =>
    entrustments(context, await sessionOf(context, request), request.query.on))
  app.get('/api/townships/evaluation', { schema: { tags, querystring: EvaluationFilter, response: { 200: EvaluationAnswer } } }, async (request) =>
    evaluation(context, await sessionOf(context, request), request.query))
  app.get('/api/townships/pilots', { schema: { tags, response: { 200: PilotsAnswer } } }, async (request) => pilots(context, await sessionOf(context, request)))
  app.post('/api/townships/pilots', { schema: { tags, body: PilotRequest, response: { 200: PilotChanged } } }, async (request) =>
    (await setPilot(context, await sessionOf(context, request), request.body)).result)
  app.post('/api/townships/pilots/check', { schema: { tags, body: PilotCheck, response: { 200: PilotChanged } } }, async (request) =>
    (await checkPilot(context, await sessionOf(context, request), request.body)).result)
  app.get('/api/leniency', { schema: { tags, querystring: LeniencyFilter, response: { 200: LeniencyAnswer } } }, async (request) =>
    listLeniency(context, await sessionOf(context, request), request.query))
  app.get('/api/discretion/to-confirm', { schema: { tags, querystring: ToConfirmFilter, response: { 200: ToConfirmAnswer } } }, async (request) =>
    listToConfirm(context, await sessionOf(context, request), request.query))
  app.post('/api/discretion/confirm', { schema: { tags, body: ConfirmRequest, response: { 200: ConfirmAnswer } } }, async (request) =>
    (await confirmLines(context, await sessionOf(context, request), request.body)).result)
  app.post('/api/discretion/lines', { schema: { tags, body: LineRequest, response: { 200: LineAnswer } } }, async (request) =>
    enterLine(context, await sessionOf(context, request), request.body))
  app.get('/api/import/numbers/template.csv', { schema: { tags } }, async (request, reply) => {
    await sessionOf(context, request)
    return reply.type('text/csv; charset=utf-8').header('content-disposition', "attachment; filename*=UTF-8''numbers.csv").send(numbersTemplate())
  })
  app.get('/api/import/:id', { schema: { tags, params: ById, response: { 200: ImportAnswer } } }, async (request) =>
    importProgress(context, await sessionOf(context, request), request.params.id))
  app.get('/api/import/:id/refusals.csv', { schema: { tags, params: ById } }, async (request, reply) => {
    const table = await importRefusals(context, await sessionOf(context, request), request.params.id)
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="refusals.csv"').send(table)
  })

  // In a scope of its own: here a body is a file, kept as bytes and no larger than a table may be.
  void app.register(async (scope: App) => {
    scope.addContentTypeParser(['text/csv', 'application/vnd.ms-excel'], { parseAs: 'buffer', bodyLimit: tableBytes }, (_request, body, done) => done(null, body))
    const onRequest = async (request: FastifyRequest) => void (await sessionOf(context, request)) // before 20 MB are read
    const schema = { tags, consumes: ['text/csv'], querystring: ImportQuery, response: { 200: ImportStarted, 202: ImportStarted } }
    const takes = (kind: ImportKind) => scope.post(`/api/import/${kind}`, { onRequest, bodyLimit: tableBytes, schema }, async (request, reply) => {
      const session = await sessionOf(context, request)
      if (!Buffer.isBuffer(request.body)) throw new Malformed('/file', words('请上传CSV文件', 'Send a CSV file'))
      const { result, again } = await startImport(context, session, kind, request.query, request.body)
      return reply.code(again ? 200 : 202).send(result)
    })
    takes('items')
    takes('benchmarks')
    takes('leniency')
    takes('numbers')
  })
}
