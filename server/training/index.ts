import { Type } from 'typebox'
import { DoneAnswer } from '@faheng/api/identity.ts'
import {
  CodeAnswer, CorrectionRequest, CourseRequest, CoursesAnswer, CoverageAnswer, CoverageFilter, ListRequest, MineAnswer, PersonCreditsAnswer, PlanRequest, PlansAnswer, RoundRequest, SessionAnswer, SessionRequest, SignAnswer,
  SignRequest, WatchAnswer, WatchRequest, YearFilter,
} from '@faheng/api/training.ts'
import { AppraisalsAnswer, EvidenceAnswer } from '@faheng/api/appraisals.ts'
import { RecordRequest, RecordsAnswer, RecordsFilter } from '@faheng/api/unit-records.ts'
import { Id } from '@faheng/api/words.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import type { App } from '../platform/http/schemas.ts'
import { sessionOf } from '../platform/identity/session.ts'
import { appraisalEvidence } from './appraisal-evidence.ts'
import { listAppraisals } from './appraisals.ts'
import { correct, enterList, readSession, roomCode, sign } from './attendance.ts'
import type { TrainingContext } from './context.ts'
import { addCourse, addSession, listCourses } from './courses.ts'
import { coverage, creditsOfPerson, mine } from './coverage.ts'
import { changePlan, listPlans } from './plans.ts'
import { changeRecord, listRecords } from './records.ts'
import { setRound } from './set-round.ts'
import { watch } from './watch.ts'

export { trainedAt } from './standing-at.ts'

const tags = ['training']
const ById = Type.Object({ id: Id })
const done = { 200: DoneAnswer, 201: DoneAnswer }

export function routes(app: App, context: TrainingContext): void {
  const who = (request: Parameters<typeof sessionOf>[1]) => sessionOf(context, request)
  const of = (year: number | undefined) => year ?? Number(dayOf(context.clock()).slice(0, 4))
  app.get('/api/training/plans', { schema: { tags, querystring: YearFilter, response: { 200: PlansAnswer } } }, async (request) => listPlans(context, await who(request), of(request.query.year)))
  app.post('/api/training/plans', { schema: { tags, body: PlanRequest, response: done } }, async (request, reply) => {
    const { result, again } = await changePlan(context, await who(request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/training/courses', { schema: { tags, querystring: YearFilter, response: { 200: CoursesAnswer } } }, async (request) => listCourses(context, await who(request), of(request.query.year)))
  app.post('/api/training/courses', { schema: { tags, body: CourseRequest, response: done } }, async (request, reply) => {
    const { result, again } = await addCourse(context, await who(request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.post('/api/training/sessions', { schema: { tags, body: SessionRequest, response: done } }, async (request, reply) => {
    const { result, again } = await addSession(context, await who(request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/training/sessions/:id', { schema: { tags, params: ById, response: { 200: SessionAnswer } } }, async (request) => readSession(context, await who(request), request.params.id))
  app.get('/api/training/sessions/:id/code', { schema: { tags, params: ById, response: { 200: CodeAnswer } } }, async (request) => roomCode(context, await who(request), request.params.id))
  app.post('/api/training/sign', { schema: { tags, body: SignRequest, response: { 200: SignAnswer, 201: SignAnswer } } }, async (request, reply) => {
    const { result, again } = await sign(context, await who(request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.post('/api/training/list', { schema: { tags, body: ListRequest, response: done } }, async (request, reply) => {
    const { result, again } = await enterList(context, await who(request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.post('/api/training/corrections', { schema: { tags, body: CorrectionRequest, response: done } }, async (request, reply) => {
    const { result, again } = await correct(context, await who(request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.post('/api/training/watch', { schema: { tags, body: WatchRequest, response: { 200: WatchAnswer } } }, async (request) => watch(context, await who(request), request.body))
  app.get('/api/training/mine', { schema: { tags, querystring: YearFilter, response: { 200: MineAnswer } } }, async (request) => mine(context, await who(request), of(request.query.year)))
  app.post('/api/training/round', { schema: { tags, body: RoundRequest, response: done } }, async (request, reply) => {
    const { result, again } = await setRound(context, await who(request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/training/people/:id', { schema: { tags, params: ById, querystring: YearFilter, response: { 200: PersonCreditsAnswer } } }, async (request) =>
    creditsOfPerson(context, await who(request), request.params.id, of(request.query.year)))
  app.get('/api/appraisals', { schema: { tags, response: { 200: AppraisalsAnswer } } }, async (request) => listAppraisals(context, await who(request)))
  app.get('/api/appraisals/:id/evidence', { schema: { tags, params: ById, response: { 200: EvidenceAnswer } } }, async (request) => appraisalEvidence(context, await who(request), request.params.id))
  app.get('/api/unit-records', { schema: { tags, querystring: RecordsFilter, response: { 200: RecordsAnswer } } }, async (request) => listRecords(context, await who(request), request.query))
  app.post('/api/unit-records', { schema: { tags, body: RecordRequest, response: done } }, async (request, reply) => {
    const { result, again } = await changeRecord(context, await who(request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/training/coverage', { schema: { tags, querystring: CoverageFilter, response: { 200: CoverageAnswer } } }, async (request) =>
    coverage(context, await who(request), of(request.query.year), request.query))
}
