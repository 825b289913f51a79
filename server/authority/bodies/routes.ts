import { Type } from 'typebox'
import { AddBodyRequest, AddUnitRequest, BodySettingsAnswer, RegisteredAnswer, SetBodyRequest } from '@faheng/api/bodies.ts'
import { EligibilityRequest } from '@faheng/api/staff.ts'
import { Id } from '@faheng/api/words.ts'
import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/schemas.ts'
import { sessionOf } from '../../platform/identity/session.ts'
import { addBody, addUnit, bodySettings, setBody, setEligibility } from './change.ts'

const tags = ['people']
const response = { 200: RegisteredAnswer, 201: RegisteredAnswer }

export function bodyRoutes(app: App, context: Context): void {
  app.get('/api/bodies/:id/settings', { schema: { tags, params: Type.Object({ id: Id }), response: { 200: BodySettingsAnswer } } }, async (request) =>
    bodySettings(context, await sessionOf(context, request), request.params.id))
  app.post('/api/bodies', { schema: { tags, body: AddBodyRequest, response } }, async (request, reply) => {
    const { result, again } = await addBody(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.post('/api/bodies/settings', { schema: { tags, body: SetBodyRequest, response } }, async (request, reply) => {
    const { result, again } = await setBody(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.post('/api/certificate-eligibility', { schema: { tags, body: EligibilityRequest, response } }, async (request, reply) => {
    const { result, again } = await setEligibility(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.post('/api/units', { schema: { tags, body: AddUnitRequest, response } }, async (request, reply) => {
    const { result, again } = await addUnit(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
}
