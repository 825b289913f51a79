import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ImportStarted } from '@faheng/api/authority.ts'
import { DoneAnswer } from '@faheng/api/identity.ts'
import { CardAnswer, CertificateDeskAnswer, ImportPeopleQuery, PersonAnswer, ProfileRequest, PublicCardAnswer, StaffAnswer, StaffFilter } from '@faheng/api/staff.ts'
import { Id } from '@faheng/api/words.ts'
import { words } from '@faheng/law/words.ts'
import { Malformed } from '../../platform/errors.ts'
import type { App } from '../../platform/http/schemas.ts'
import { sessionOf } from '../../platform/identity/session.ts'
import { tableBytes, writeTable } from '../../platform/tables/read-table.ts'
import { workbookType, writeWorkbook } from '../../platform/tables/write-workbook.ts'
import type { PeopleContext } from '../context.ts'
import { certificateDesk } from '../certificate-desk.ts'
import { card, cardPdf, publicCard } from './card.ts'
import { importStaff, photoOf, setPhoto, setProfile } from './import-staff.ts'
import { listStaff, staffTable } from './list-staff.ts'
import { person } from './person.ts'
import { staffColumns } from './read-table.ts'

const tags = ['people']
const ById = Type.Object({ id: Id })
const ByCode = Type.Object({ code: Type.String({ maxLength: 60 }) })
const attachment = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`

/** The officer register, a person's page, his card, and the justice bureau's certificate desk. */
export function staffRoutes(app: App, context: PeopleContext): void {
  const who = (request: FastifyRequest) => sessionOf(context, request)
  app.get('/api/staff', { schema: { tags, querystring: StaffFilter, response: { 200: StaffAnswer } } }, async (request) => listStaff(context, await who(request), request.query))
  app.get('/api/staff.csv', { schema: { tags } }, async (request, reply) =>
    reply.type('text/csv; charset=utf-8').header('content-disposition', attachment('执法人员.csv')).send(writeTable(staffColumns, await staffTable(context, await who(request)))))
  app.get('/api/staff.xlsx', { schema: { tags } }, async (request, reply) =>
    reply.type(workbookType).header('content-disposition', attachment('执法人员.xlsx')).send(writeWorkbook('执法人员', staffColumns, await staffTable(context, await who(request)))))
  app.get('/api/import/people/template.csv', { schema: { tags } }, async (request, reply) => {
    await who(request)
    return reply.type('text/csv; charset=utf-8').header('content-disposition', attachment('执法人员模板.csv')).send(writeTable(staffColumns, []))
  })
  app.get('/api/people/:id', { schema: { tags, params: ById, response: { 200: PersonAnswer } } }, async (request) => person(context, await who(request), request.params.id))
  app.put('/api/people/:id/profile', { schema: { tags, params: ById, body: ProfileRequest, response: { 200: DoneAnswer } } }, async (request) =>
    setProfile(context, await who(request), request.params.id, request.body))
  app.get('/api/people/:id/card', { schema: { tags, params: ById, response: { 200: CardAnswer } } }, async (request) => card(context, await who(request), request.params.id))
  app.get('/api/people/:id/card.pdf', { schema: { tags, params: ById } }, async (request, reply) =>
    reply.type('application/pdf').header('content-disposition', attachment('行政执法证.pdf')).send(await cardPdf(context, await who(request), request.params.id)))
  app.get('/api/people/:id/photo', { schema: { tags, params: ById } }, async (request, reply) => {
    const { type, photo } = await photoOf(context, (await who(request)).region, request.params.id)
    return reply.type(type).send(photo)
  })
  app.get('/api/certificate-desk', { schema: { tags, response: { 200: CertificateDeskAnswer } } }, async (request) => certificateDesk(context, await who(request)))
  app.get('/api/public/card/:code', { schema: { tags, params: ByCode, response: { 200: PublicCardAnswer } } }, async (request) => {
    const { holder: _holder, region: _region, ...shown } = await publicCard(context, request.params.code)
    return shown
  })
  app.get('/api/public/card/:code/photo', { schema: { tags, params: ByCode } }, async (request, reply) => {
    const { holder, region } = await publicCard(context, request.params.code)
    const { type, photo } = await photoOf(context, region, holder)
    return reply.type(type).send(photo)
  })

  // In scopes of their own: here a body is a file.
  void app.register(async (scope: App) => {
    scope.addContentTypeParser(['text/csv', 'application/vnd.ms-excel', workbookType], { parseAs: 'buffer', bodyLimit: tableBytes }, (_request, body, done) => done(null, body))
    const onRequest = async (request: FastifyRequest) => void (await who(request)) // before 20 MB are read
    scope.post('/api/import/people', { onRequest, bodyLimit: tableBytes, schema: { tags, consumes: ['text/csv', workbookType], querystring: ImportPeopleQuery, response: { 200: ImportStarted, 202: ImportStarted } } }, async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) throw new Malformed('/file', words('请上传Excel工作簿或者CSV文件', 'Send a workbook or a CSV file'))
      const { result, again } = await importStaff(context, await who(request), request.query, request.body)
      return reply.code(again ? 200 : 202).send(result)
    })
  })
  void app.register(async (scope: App) => {
    scope.addContentTypeParser(['image/jpeg', 'image/png'], { parseAs: 'buffer', bodyLimit: 524_288 }, (_request, body, done) => done(null, body))
    scope.put('/api/people/:id/photo', { schema: { tags, params: ById, response: { 200: DoneAnswer } } }, async (request) => {
      if (!Buffer.isBuffer(request.body)) throw new Malformed('/photo', words('请上传照片', 'Send a photograph'))
      return setPhoto(context, await who(request), request.params.id, request.body)
    })
  })
}
