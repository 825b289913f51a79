import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCases, type TestCases } from './test-cases.ts'

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
}, 120_000)
afterAll(() => cases.close())

it('keeps what somebody writes for him alone, sealed, on whatever machine he goes on, until it is done', async () => {
  const path = '/api/drafts/m-1:serve'
  const draft = { id: 'a-1', payload: { place: '城关镇东街十号' } }
  const officer = await cases.as('officer')
  expect((await officer.get(path)).body).toEqual({ draft: null, saved: null })
  expect((await officer.send('PUT', path, { ...draft, payload: {} })).status).toBe(204)
  expect((await officer.send('PUT', path, draft)).status).toBe(204)
  const another = await cases.server.as('officer')
  expect((await another.get<{ draft: object }>(path)).body.draft).toEqual(draft)
  expect((await (await cases.as('second')).get(path)).body).toEqual({ draft: null, saved: null })
  expect((await cases.server.client().get(path)).status).toBe(401)
  const { rows } = await cases.server.db.pools.worker.query(`select person, encode(cipher, 'escape') as text from faheng.draft`)
  expect(rows).toHaveLength(1)
  expect(String(rows[0].text)).not.toContain('payload')
  expect((await officer.send('DELETE', path)).status).toBe(204)
  expect((await another.get(path)).body).toEqual({ draft: null, saved: null })
})
