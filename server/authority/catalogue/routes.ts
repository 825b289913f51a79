import { Type } from 'typebox'
import {
  CatalogueChangesAnswer, CatalogueChangesFilter, CleaningAnswer, CleaningOrder, CleaningOrdered, FlaggedAnswer, PublicBenchmarksAnswer, PublicBenchmarksFilter,
  PublicCatalogueAnswer, PublicCatalogueFilter, PublicLeniencyAnswer, PublicLeniencyFilter,
} from '@faheng/api/catalogue.ts'
import { Id } from '@faheng/api/words.ts'
import type { Acts } from '../../acts/index.ts'
import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/schemas.ts'
import { sessionOf } from '../../platform/identity/session.ts'
import { cleaningBoard, flaggedItems, orderReview } from './cleaning.ts'
import { publicBenchmarks, publicLeniency } from './public-discretion.ts'
import { catalogueChanges, publicCatalogue, publicCatalogueTable } from './public.ts'

const tags = ['catalogue']

/** The catalogue for everybody, and how it is kept in order. */
export function catalogueRoutes(app: App, context: Context & { readonly acts: Acts }): void {
  app.get('/api/public/catalogue', { schema: { tags, querystring: PublicCatalogueFilter, response: { 200: PublicCatalogueAnswer } } }, (request) => publicCatalogue(context, request.query))
  app.get('/api/public/catalogue/changes', { schema: { tags, querystring: CatalogueChangesFilter, response: { 200: CatalogueChangesAnswer } } }, (request) => catalogueChanges(context, request.query))
  app.get('/api/public/catalogue.csv', { schema: { tags, querystring: Type.Pick(PublicCatalogueFilter, ['on', 'body']) } }, async (request, reply) => {
    const { name, table } = await publicCatalogueTable(context, request.query)
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).send(table)
  })
  app.get('/api/public/benchmarks', { schema: { tags, querystring: PublicBenchmarksFilter, response: { 200: PublicBenchmarksAnswer } } }, (request) => publicBenchmarks(context, request.query))
  app.get('/api/public/leniency', { schema: { tags, querystring: PublicLeniencyFilter, response: { 200: PublicLeniencyAnswer } } }, (request) => publicLeniency(context, request.query))
  app.get('/api/cleaning', { schema: { tags, response: { 200: CleaningAnswer } } }, async (request) => cleaningBoard(context, await sessionOf(context, request)))
  app.get('/api/cleaning/:body', { schema: { tags, params: Type.Object({ body: Id }), response: { 200: FlaggedAnswer } } }, async (request) =>
    flaggedItems(context, await sessionOf(context, request), request.params.body))
  app.post('/api/cleaning', { schema: { tags, body: CleaningOrder, response: { 201: CleaningOrdered } } }, async (request, reply) =>
    reply.code(201).send(await orderReview(context, await sessionOf(context, request), request.body)))
}
