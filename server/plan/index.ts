import {
  AskAnswer, AskRequest, BodyPlanAnswer, ByBody, ByMeasure, ByYear, ChangeAnswer, ChangeRequest, CountiesAnswer, CountiesRequest, CountiesSet, EndedAnswer, ImportAnswer, ImportQuery, MeasureAnswer, PlanAnswer, PublicPlanAnswer,
  RecordsAnswer, RecordsFilter, ReportAnswer, ReportFile, ReportRequest, ReportsAnswer, TermAnswer, TermRequest, UnaskedAnswer, YearFilter,
} from '@faheng/api/plan.ts'
import { words } from '@faheng/law/words.ts'
import type { Acts } from '../acts/index.ts'
import type { Context } from '../platform/context.ts'
import { Malformed } from '../platform/errors.ts'
import type { DocumentEngine } from '../platform/documents/engine.ts'
import type { App } from '../platform/http/schemas.ts'
import { sessionOf } from '../platform/identity/session.ts'
import { tableBytes } from '../platform/tables/read-table.ts'
import { workbookType } from '../platform/tables/write-workbook.ts'
import { askYear, listUnasked } from './ask-year.ts'
import { changePlan, setTerm } from './change.ts'
import { readCounties, setCounties } from './counties.ts'
import { importPlan, planTable } from './import.ts'
import { glance, listEnded, readBody, readMeasure } from './read.ts'
import { recordsBehind } from './records.ts'
import { reportDocx } from './report-docx.ts'
import { listReports, makeReport, paperOf, publicPaper, publicPlan, readReport } from './report.ts'

export { readRegisters } from './registers.ts'
export { makeReport } from './report.ts'
export { planStatus } from './status.ts'

const tags = ['plan']

/** The county plan: fifty measures that measure themselves. */
export function routes(app: App, context: Context & { readonly acts: Acts; readonly engine: DocumentEngine }): void {
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
  app.post('/api/plan/term', { schema: { tags, body: TermRequest, response: { 200: TermAnswer, 201: TermAnswer } } }, async (request, reply) => {
    const { result, again } = await setTerm(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/plan/unasked', { schema: { tags, querystring: ByYear, response: { 200: UnaskedAnswer } } }, async (request) =>
    listUnasked(context, await sessionOf(context, request), request.query.year))
  app.post('/api/plan/ask-year', { schema: { tags, body: AskRequest, response: { 200: AskAnswer } } }, async (request) =>
    askYear(context, await sessionOf(context, request), request.body))
  app.get('/api/plan/ended', { schema: { tags, response: { 200: EndedAnswer } } }, async (request) => listEnded(context, await sessionOf(context, request)))
  app.get('/api/plan/reports', { schema: { tags, response: { 200: ReportsAnswer } } }, async (request) => listReports(context, await sessionOf(context, request)))
  app.post('/api/plan/reports', { schema: { tags, body: ReportRequest, response: { 200: ReportAnswer, 201: ReportAnswer } } }, async (request, reply) => {
    const { result, again } = await makeReport(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/plan/reports/:id/:file', { schema: { tags, params: ReportFile } }, async (request, reply) => {
    const { id, file } = request.params
    const report = await readReport(context, await sessionOf(context, request), id)
    void reply.header('content-disposition', `attachment; filename="plan-${report.content.year}-${file}"`)
    if (file === 'report.docx') return reply.type('application/vnd.openxmlformats-officedocument.wordprocessingml.document').send(reportDocx(paperOf(report, false)))
    const { pdf } = await context.engine.render(asPaper(paperOf(report, file === 'summary.pdf')))
    return reply.type('application/pdf').send(Buffer.from(pdf))
  })
  app.get('/api/plan/counties', { schema: { tags, response: { 200: CountiesAnswer } } }, async (request) => readCounties(context, await sessionOf(context, request)))
  app.post('/api/plan/counties', { schema: { tags, body: CountiesRequest, response: { 200: CountiesSet, 201: CountiesSet } } }, async (request, reply) => {
    const { result, again } = await setCounties(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/public/plan.pdf', { schema: { tags } }, async (_request, reply) => {
    const { pdf } = await context.engine.render(asPaper(await publicPaper(context)))
    return reply.type('application/pdf').header('content-disposition', 'inline; filename="plan.pdf"').send(Buffer.from(pdf))
  })
  app.get('/api/public/plan', { schema: { tags, response: { 200: PublicPlanAnswer } } }, () => publicPlan(context))
  app.get('/api/plan/plan.csv', { schema: { tags } }, async (request, reply) =>
    reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="plan.csv"').send(await planTable(context, await sessionOf(context, request))))

  // In a scope of its own: here a body is a file, kept as bytes and no larger than a table may be.
  void app.register(async (scope: App) => {
    scope.addContentTypeParser(['text/csv', 'application/vnd.ms-excel', workbookType], { parseAs: 'buffer', bodyLimit: tableBytes }, (_request, body, done) => done(null, body))
    scope.post('/api/plan/import', { bodyLimit: tableBytes, schema: { tags, consumes: ['text/csv', workbookType], querystring: ImportQuery, response: { 200: ImportAnswer } } }, async (request) => {
      const session = await sessionOf(context, request)
      if (!Buffer.isBuffer(request.body)) throw new Malformed('/file', words('请上传CSV或者Excel文件', 'Send a CSV file or a workbook'))
      return importPlan(context, session, request.query.id, request.body)
    })
  })
}

const asPaper = (fields: ReturnType<typeof paperOf>) => ({ kind: 'plan-report', fields, frame: { body: { name: fields.county, short: fields.county }, date: fields.on } })
