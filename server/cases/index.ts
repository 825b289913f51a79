import { Type } from 'typebox'
import { PreviewRequest, UploadAnswer, UploadRequest } from '@faheng/api/documents.ts'
import {
  ActPerformed, ActRequest, ActsAnswer, AvailableAnswer, CheckAnswer, DeskAnswer, MatterAnswer, MatterCount, MatterExport, MatterFilter, MatterPage, OpenMatterRequest,
} from '@faheng/api/matters.ts'
import { ImportCasesQuery, ImportStarted } from '@faheng/api/authority.ts'
import { DiscretionAnswer } from '@faheng/api/discretion.ts'
import { DraftAnswer, DraftContent, DraftPlace } from '@faheng/api/drafts.ts'
import { Id } from '@faheng/api/words.ts'
import { words } from '@faheng/law/words.ts'
import { Malformed } from '../platform/errors.ts'
import { tableBytes } from '../platform/tables/read-table.ts'
import type { App } from '../platform/http/schemas.ts'
import { sessionOf } from '../platform/identity/session.ts'
import { caseFile } from './case-file.ts'
import type { CasesContext } from './context.ts'
import { desk } from './desk.ts'
import { discretion } from './discretion.ts'
import { dropDraft, keepDraft, readDraft } from './drafts.ts'
import { documentPdf, fileContent } from './documents.ts'
import { exportMatters } from './export-list.ts'
import { countMatters, listMatters } from './list.ts'
import { matter } from './matter.ts'
import { startCases, template } from './old/import-run.ts'
import { offers } from './offers.ts'
import { checkAct, openMatter, performAct } from './open-matter.ts'
import { preview } from './preview.ts'
import { story } from './story.ts'
import { beginUpload, continueUpload } from './uploads.ts'

const tags = ['cases']
const ofMatter = { params: Type.Object({ id: Id }) }

export function routes(app: App, context: CasesContext): void {
  const who = (request: Parameters<typeof sessionOf>[1]) => sessionOf(context, request)

  app.get('/api/desk', { schema: { tags, response: { 200: DeskAnswer } } }, async (request) => desk(context, await who(request)))
  app.get('/api/matters', { schema: { tags, querystring: MatterFilter, response: { 200: MatterPage } } }, async (request) => listMatters(context, await who(request), request.query))
  app.get('/api/matters/count', { schema: { tags, querystring: MatterFilter, response: { 200: MatterCount } } }, async (request) => countMatters(context, await who(request), request.query))
  app.get('/api/matters.csv', { schema: { tags, querystring: MatterExport } }, async (request, reply) =>
    reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(request.query.language === 'zh' ? '案件.csv' : 'matters.csv')}`)
      .send(await exportMatters(context, await who(request), request.query)))
  app.get('/api/matters/:id', { schema: { tags, ...ofMatter, response: { 200: MatterAnswer } } }, async (request) => matter(context, await who(request), request.params.id))
  app.get('/api/matters/:id/acts', { schema: { tags, ...ofMatter, response: { 200: ActsAnswer } } }, async (request) => story(context, await who(request), request.params.id))
  app.get('/api/matters/:id/available', { schema: { tags, ...ofMatter, response: { 200: AvailableAnswer } } }, async (request) => offers(context, await who(request), request.params.id))
  app.get('/api/matters/:id/discretion', { schema: { tags, ...ofMatter, response: { 200: DiscretionAnswer } } }, async (request) => discretion(context, await who(request), request.params.id))
  app.post('/api/matters/:id/check', { schema: { tags, ...ofMatter, body: ActRequest, response: { 200: CheckAnswer } } }, async (request) =>
    checkAct(context, await who(request), request.params.id, request.body))

  app.post('/api/matters', { schema: { tags, body: OpenMatterRequest, response: { 200: ActPerformed, 201: ActPerformed } } }, async (request, reply) => {
    const { repeated, result } = await openMatter(context, await who(request), request.body)
    return reply.code(repeated ? 200 : 201).send(result)
  })
  app.post('/api/matters/:id/acts', { schema: { tags, ...ofMatter, body: ActRequest, response: { 200: ActPerformed, 201: ActPerformed } } }, async (request, reply) => {
    const { repeated, result } = await performAct(context, await who(request), request.params.id, request.body)
    return reply.code(repeated ? 200 : 201).send(result)
  })

  app.get('/api/drafts/:place', { schema: { tags, params: DraftPlace, response: { 200: DraftAnswer } } }, async (request) => readDraft(context, await who(request), request.params.place))
  app.put('/api/drafts/:place', { schema: { tags, params: DraftPlace, body: DraftContent, response: { 204: Type.Null() } } }, async (request, reply) => {
    await keepDraft(context, await who(request), request.params.place, request.body)
    return reply.code(204).send(null)
  })
  app.delete('/api/drafts/:place', { schema: { tags, params: DraftPlace, response: { 204: Type.Null() } } }, async (request, reply) => {
    await dropDraft(context, await who(request), request.params.place)
    return reply.code(204).send(null)
  })

  app.post('/api/preview/:document', { schema: { tags, params: Type.Object({ document: Type.String({ maxLength: 60 }) }), body: PreviewRequest } }, async (request, reply) => {
    // As a picture for the page (phones show no PDF inside a page), as a PDF for everybody else.
    const picture = request.headers.accept?.includes('image/svg+xml') ?? false
    const shown = await preview(context, await who(request), request.params.document, request.body, picture ? 'svg' : 'pdf')
    return shown === null ? reply.code(204).send() : reply.type(picture ? 'image/svg+xml' : 'application/pdf').send(shown)
  })
  app.get('/api/documents/:id/pdf', { schema: { tags, ...ofMatter } }, async (request, reply) => {
    const { name, content } = await documentPdf(context, await who(request), request.params.id)
    return reply.type('application/pdf').header('content-disposition', inline(name)).header('content-security-policy', paper).send(content)
  })
  const ofVolume = { querystring: Type.Object({ volume: Type.Optional(Type.Union([Type.Literal('main'), Type.Literal('inner')])) }) }
  app.get('/api/matters/:id/case-file.pdf', { schema: { tags, ...ofMatter, ...ofVolume } }, async (request, reply) => {
    const content = await caseFile(context, await who(request), request.params.id, request.query.volume)
    return reply.type('application/pdf').header('content-disposition', inline('case-file.pdf')).header('content-security-policy', paper).send(Buffer.from(content))
  })

  app.post('/api/files', { schema: { tags, body: UploadRequest, response: { 200: UploadAnswer } } }, async (request) => beginUpload(context, await who(request), request.body))
  app.get('/api/files/:hash', { schema: { tags, params: Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }) } }, async (request, reply) => {
    const { name, type, content } = await fileContent(context, await who(request), request.params.hash)
    // Whatever somebody uploaded runs no script here: images and papers are shown, all else is saved.
    const shown = /^(image\/(png|jpeg|webp)|application\/pdf|video\/|audio\/)/.test(type)
    return reply
      .type(shown ? type : 'application/octet-stream')
      .header('content-disposition', shown ? inline(name) : inline(name).replace('inline', 'attachment'))
      .header('content-security-policy', type === 'application/pdf' ? paper : "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox")
      .send(content)
  })
  app.get('/api/import/cases/template.csv', { schema: { tags } }, async (request, reply) => {
    await who(request)
    return reply.type('text/csv; charset=utf-8').header('content-disposition', inline('历史和在办案件.csv').replace('inline', 'attachment')).send(template())
  })
  app.register(async (tables: App) => {
    tables.addContentTypeParser(['text/csv', 'application/vnd.ms-excel'], { parseAs: 'buffer', bodyLimit: tableBytes }, (_request, body, done) => done(null, body))
    const schema = { tags, consumes: ['text/csv'], querystring: ImportCasesQuery, response: { 200: ImportStarted, 202: ImportStarted } }
    const onRequest = async (request: Parameters<typeof sessionOf>[1]) => void (await who(request)) // before 20 MB are read
    tables.post('/api/import/cases', { onRequest, bodyLimit: tableBytes, schema }, async (request, reply) => {
      const session = await who(request)
      if (!Buffer.isBuffer(request.body)) throw new Malformed('/file', words('请上传CSV文件', 'Send a CSV file'))
      const { result, again } = await startCases(context, session, request.query, request.body)
      return reply.code(again ? 200 : 202).send(result)
    })
  })
  app.register(async (pieces: App) => {
    // Whatever a file claims to be, JSON and text too, its bytes are not read as a request.
    pieces.removeAllContentTypeParsers()
    pieces.addContentTypeParser('*', (_request, content, done) => done(null, content))
    const schema = { tags, ...ofMatter, querystring: Type.Object({ from: Type.Integer({ minimum: 0 }) }), response: { 200: UploadAnswer } }
    pieces.put('/api/files/:id', { schema, bodyLimit: 16 * 1024 * 1024 }, async (request) =>
      continueUpload(context, await who(request), request.params.id, request.query.from, request.raw))
  })
}

/** Our own pages may frame a paper; browsers' viewers show none that is sandboxed or may load no object. */
const paper = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"

/** As RFC 8187 spells it: encodeURIComponent leaves four characters that end a value or a comment. */
const inline = (name: string): string =>
  `inline; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)}`
