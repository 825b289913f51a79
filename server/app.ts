import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import fastify from 'fastify'
import { Type, type TSchema } from 'typebox'
import { ErrorAnswer, RefusedAnswer } from '@faheng/api/errors.ts'
import type { Words } from '@faheng/law/words.ts'
import type { Context } from './platform/context.ts'
import { answerError } from './platform/http/answer-error.ts'
import { health } from './platform/http/health.ts'
import { type App, compileSerializer, compileValidator } from './platform/http/schemas.ts'
import { sameOrigin, secure } from './platform/http/security.ts'
import { serveWeb } from './platform/http/web.ts'

export interface AppOptions {
  /** False until what `/health/ready` promises is loaded. */
  readonly isReady?: () => boolean
  /** Shown on the sign-in page of a demonstration. */
  readonly demonstration?: { readonly hint: Words }
  /** The built pages. */
  readonly web?: string
  /** Hold every answer against its schema: in tests. */
  readonly checkAnswers?: boolean
  /** Addresses of proxies whose X-Forwarded-For is believed, for the lockout by address. */
  readonly trustProxy?: string
}

/** What any route may answer beside its own. */
const errors = { 409: Type.Union([RefusedAnswer, ErrorAnswer]), '4xx': ErrorAnswer, '5xx': ErrorAnswer }

/** Milliseconds from which an answer is worth a line in the log. */
const slow = 1000

/** A room's routes, with the context it needs already given. */
export type Room = (app: App) => void

/** The server but for listening: rooms, contract, errors, pages. */
export async function buildApp(context: Context, rooms: readonly Room[], options: AppOptions = {}): Promise<App> {
  const app: App = fastify({
    bodyLimit: 1024 * 1024,
    genReqId: () => randomUUID(),
    trustProxy: options.trustProxy ?? false,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  app.setValidatorCompiler<TSchema>(compileValidator)
  app.setSerializerCompiler<TSchema>(compileSerializer(options.checkAnswers ?? false))
  app.setErrorHandler(answerError(context.log))
  app.addHook('onRequest', sameOrigin(context.publicUrl))
  app.addHook('onSend', secure(context.publicUrl))
  app.addHook('onResponse', async (request, reply) => {
    const route = `${request.method} ${request.routeOptions.url ?? 'none'}`
    context.metrics.observe(route, reply.statusCode, reply.elapsedTime / 1000)
    // The route as it is written, never the address asked for: that may hold a search for somebody's name.
    if (reply.elapsedTime > slow) context.log(JSON.stringify({ slow: route, status: reply.statusCode, ms: Math.round(reply.elapsedTime), request: request.id }))
  })
  await app.register(cookie)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Faheng 法衡', version: '0.1.0', description: 'Administrative law enforcement and its supervision. Writes carry a client id and may be sent again.' },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: context.identity.sessionCookie } } },
    },
  })
  await app.register(async (scope: App) => {
    scope.addHook('onRoute', (route) => {
      if (route.schema && !route.schema.hide) route.schema.response = { ...(route.schema.response as object), ...errors }
    })
    for (const room of rooms) room(scope)
    scope.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
    health(scope, context, options.isReady ?? (() => true), options.demonstration)
  })
  await serveWeb(app, options.web ?? join(import.meta.dirname, '../web/dist'))
  return app
}
