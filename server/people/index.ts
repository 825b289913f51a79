import { DoneAnswer, MeAnswer, PreferencesRequest } from '@faheng/api/identity.ts'
import {
  AccountsAnswer, AccountsFilter, AddPartyRequest, AddPersonAnswer, AddPersonRequest, ApprovalRequest, ApprovalsAnswer, ApprovalsFilter, AuditFilter, BodiesAnswer, LockoutsAnswer, OpenAccountsAnswer, OpenAccountsRequest, PartiesAnswer, PartyAdded, PartyFilter,
  PeopleAnswer, PeopleFilter, PostChanged, PostRequest, PostsAnswer, PostsFilter, ResetPasswordRequest, SignInsAnswer, UnlockRequest, VerbsAnswer,
} from '@faheng/api/people.ts'
import type { PeopleContext } from './context.ts'
import type { App } from '../platform/http/schemas.ts'
import { sessionOf } from '../platform/identity/session.ts'
import { giveAccounts, listAccounts } from './accounts.ts'
import { addPerson, resetPassword } from './add-person.ts'
import { changeApproval, listApprovals } from './approvals.ts'
import { lockouts, signIns, unlock, verbLog } from './audit.ts'
import { changePost } from './change-post.ts'
import { listBodies, listPeople, listPosts } from './list.ts'
import { me, setPreferences } from './me.ts'
import { addParty, findParties } from './parties.ts'
import { staffRoutes } from './staff/routes.ts'

export { certificatesAt } from './certificates-at.ts'
export { enterOldParties, type OldParty } from './old-parties.ts'
export { requirePost } from './require-post.ts'

const tags = ['people']

export function routes(app: App, context: PeopleContext): void {
  staffRoutes(app, context)
  app.get('/api/me', { schema: { tags, response: { 200: MeAnswer } } }, async (request) => me(context, await sessionOf(context, request, 'password-due')))
  app.put('/api/me/preferences', { schema: { tags, body: PreferencesRequest, response: { 200: DoneAnswer } } }, async (request) => {
    await setPreferences(context, await sessionOf(context, request), request.body)
    return { done: true } as const
  })
  app.get('/api/bodies', { schema: { tags, response: { 200: BodiesAnswer } } }, async (request) => listBodies(context, await sessionOf(context, request)))
  app.get('/api/people', { schema: { tags, querystring: PeopleFilter, response: { 200: PeopleAnswer } } }, async (request) =>
    listPeople(context, await sessionOf(context, request), request.query))
  app.get('/api/posts', { schema: { tags, querystring: PostsFilter, response: { 200: PostsAnswer } } }, async (request) =>
    listPosts(context, await sessionOf(context, request), request.query))
  app.get('/api/approvals', { schema: { tags, querystring: ApprovalsFilter, response: { 200: ApprovalsAnswer } } }, async (request) =>
    listApprovals(context, await sessionOf(context, request), request.query))
  app.post('/api/approvals', { schema: { tags, body: ApprovalRequest, response: { 200: DoneAnswer, 201: DoneAnswer } } }, async (request, reply) => {
    const { result, again } = await changeApproval(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/parties', { schema: { tags, querystring: PartyFilter, response: { 200: PartiesAnswer } } }, async (request) =>
    findParties(context, await sessionOf(context, request), request.query))

  app.post('/api/people', { schema: { tags, body: AddPersonRequest, response: { 200: AddPersonAnswer, 201: AddPersonAnswer } } }, async (request, reply) => {
    const { result, again } = await addPerson(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.get('/api/people/accounts', { schema: { tags, querystring: AccountsFilter, response: { 200: AccountsAnswer } } }, async (request) =>
    listAccounts(context, await sessionOf(context, request), request.query))
  app.post('/api/people/accounts', { schema: { tags, body: OpenAccountsRequest, response: { 200: OpenAccountsAnswer, 201: OpenAccountsAnswer } } }, async (request, reply) => {
    const { result, again } = await giveAccounts(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.post('/api/people/reset-password', { schema: { tags, body: ResetPasswordRequest, response: { 200: AddPersonAnswer } } }, async (request) =>
    resetPassword(context, await sessionOf(context, request), request.body))
  app.post('/api/posts', { schema: { tags, body: PostRequest, response: { 200: PostChanged, 201: PostChanged } } }, async (request, reply) => {
    const { result, again } = await changePost(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })
  app.post('/api/parties', { schema: { tags, body: AddPartyRequest, response: { 200: PartyAdded, 201: PartyAdded } } }, async (request, reply) => {
    const { result, again } = await addParty(context, await sessionOf(context, request), request.body)
    return reply.code(again ? 200 : 201).send(result)
  })

  app.get('/api/audit/verbs', { schema: { tags, querystring: AuditFilter, response: { 200: VerbsAnswer } } }, async (request) =>
    verbLog(context, await sessionOf(context, request), request.query))
  app.get('/api/audit/sign-ins', { schema: { tags, querystring: AuditFilter, response: { 200: SignInsAnswer } } }, async (request) =>
    signIns(context, await sessionOf(context, request), request.query))
  app.get('/api/security/lockouts', { schema: { tags, response: { 200: LockoutsAnswer } } }, async (request) => lockouts(context, await sessionOf(context, request)))
  app.post('/api/security/unlock', { schema: { tags, body: UnlockRequest, response: { 200: DoneAnswer } } }, async (request) =>
    unlock(context, await sessionOf(context, request), request.body))
}
