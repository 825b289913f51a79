import { procedures } from '@faheng/law/procedures/index.ts'
import { expect, test } from 'vitest'
import { planDocuments } from './compose.ts'

const act = { id: 'a', matter: 'm', seq: 9, kind: 'revoke-own-decision', actor: 'head', occurredAt: '2026-03-01T01:00:00.000Z', recordedAt: '2026-03-01T01:00:00.000Z', payload: { parties: ['shop', 'shop'] } }
const documents = { kindOf: () => ({ outward: true }) }

test('a party named twice gets one paper', () => {
  const procedure = procedures['penalty-ordinary']
  const definition = procedure?.acts['revoke-own-decision']
  if (!procedure || !definition) throw new Error('no such act')
  const state = procedure.begin({ body: 'a', unit: 'a1' })
  expect(planDocuments(definition, state, act as never, documents as never).map(({ kind, subject }) => [kind, subject])).toEqual([['matter-approval', ''], ['revocation-decision', 'shop']])
})
