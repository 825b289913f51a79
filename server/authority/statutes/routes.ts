import {
  ArticleSearch, ArticlesFound, ById, ByStatute, ChangeAnswer, ChangesAnswer, Compared, ComparisonAnswer, FinishReview, ReviewFinished, ReviewsAnswer, StatuteAnswer, StatuteFiles,
  StatuteFilter, StatuteOn, StatutesAnswer, StatutesImported,
} from '@faheng/api/statutes.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/schemas.ts'
import { sessionOf } from '../../platform/identity/session.ts'
import { importSent } from './import-sent.ts'
import { compareVersions, listStatutes, readStatuteOn } from './read.ts'
import { finishReview, listChanges, listReviews, readChange } from './reviews.ts'
import { searchArticles } from './search.ts'

const tags = ['authority']

/** Statutes for whoever is signed in: the register, a text on a day, two versions side by side, search. */
export function statuteRoutes(app: App, context: Context): void {
  app.get('/api/statutes', { schema: { tags, querystring: StatuteFilter, response: { 200: StatutesAnswer } } }, async (request) =>
    listStatutes(context, await sessionOf(context, request), request.query))
  app.get('/api/statutes/:statute', { schema: { tags, params: ByStatute, querystring: StatuteOn, response: { 200: StatuteAnswer } } }, async (request) =>
    readStatuteOn(context, await sessionOf(context, request), request.params.statute, request.query))
  app.get('/api/statutes/:statute/compare', { schema: { tags, params: ByStatute, querystring: Compared, response: { 200: ComparisonAnswer } } }, async (request) =>
    compareVersions(context, await sessionOf(context, request), request.params.statute, request.query))
  app.get('/api/statute-search', { schema: { tags, querystring: ArticleSearch, response: { 200: ArticlesFound } } }, async (request) =>
    searchArticles(context.pools.app, await sessionOf(context, request), request.query.q, request.query.on ?? dayOf(context.clock())))
  app.get('/api/statute-changes', { schema: { tags, response: { 200: ChangesAnswer } } }, async (request) => listChanges(context, await sessionOf(context, request)))
  app.get('/api/statute-changes/:id', { schema: { tags, params: ById, response: { 200: ChangeAnswer } } }, async (request) =>
    readChange(context, await sessionOf(context, request), request.params.id))
  app.get('/api/reviews', { schema: { tags, response: { 200: ReviewsAnswer } } }, async (request) => listReviews(context, await sessionOf(context, request)))
  app.post('/api/reviews/:id', { schema: { tags, params: ById, body: FinishReview, response: { 200: ReviewFinished } } }, async (request) =>
    (await finishReview(context, await sessionOf(context, request), request.params.id, request.body)).result)
  app.post('/api/import/statutes', {
    onRequest: async (request) => void (await sessionOf(context, request)), // before they are read
    bodyLimit: sentBytes, schema: { tags, body: StatuteFiles, response: { 200: StatutesImported } },
  }, async (request) => importSent(context, await sessionOf(context, request), request.body))
}

/** A code in several files comes in one request; the longest has a megabyte. */
const sentBytes = 12 * 1024 * 1024
