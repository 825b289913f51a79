import { Type } from 'typebox'
import { VerifyAnswer } from '@faheng/api/documents.ts'
import { CheckpointAnswer, ConsistencyAnswer, ConsistencyQuery, ProofAnswer } from '@faheng/api/ledger.ts'
import { Id } from '@faheng/api/words.ts'
import type { Context } from '../platform/context.ts'
import type { App } from '../platform/http/schemas.ts'
import { sessionOf } from '../platform/identity/session.ts'
import { checkpoint, consistencyOf, proofOf } from './ledger.ts'
import { verifyPaper } from './verify-paper.ts'
import type { VerifierKey } from '../platform/ledger/verifier-key.ts'

const tags = ['record']

/** What the public can see and check. */
export function routes(app: App, context: Context & { readonly ledgerKey: VerifierKey }): void {
  app.get('/api/public/verify/:code', { schema: { tags, params: Type.Object({ code: Type.String({ maxLength: 60 }) }), response: { 200: VerifyAnswer } } }, (request) =>
    verifyPaper(context, request.params.code))
  app.get('/api/ledger/checkpoint', { schema: { tags, response: { 200: CheckpointAnswer } } }, () => checkpoint(context, context.ledgerKey))
  app.get('/api/ledger/consistency', { schema: { tags, querystring: ConsistencyQuery, response: { 200: ConsistencyAnswer } } }, (request) => consistencyOf(context, request.query))
  app.get('/api/ledger/proof/:actId', { schema: { tags, params: Type.Object({ actId: Id }), response: { 200: ProofAnswer } } }, async (request) =>
    proofOf(context, await sessionOf(context, request), request.params.actId))
}
