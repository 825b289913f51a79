import { afterAll, beforeAll, expect, it } from 'vitest'
import { testRegion, testServer, type TestServer } from '../test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
}, 120_000)
afterAll(() => server.close())

it('numbers that paper took come in by a page: good rows stand, bad ones are listed, twice changes nothing', async () => {
  const clerk = await server.as('head')
  const table = '文书代字,年度,起始号,终止号,说明\n罚,2026,,57,纸质决定书已用至57号\n罚,2026,50,60,重叠\n无此字,2026,1,,作废\n立,2026,,,没有号码\n'
  const send = async (id: string) => {
    const { status } = await clerk.send('POST', `/api/import/numbers?id=${id}&body=scjg&name=numbers.csv`, Buffer.from(table), { 'content-type': 'text/csv' })
    expect(status).toBe(202)
    for (let i = 0; i < 200; i++) {
      const { body } = await clerk.get<{ finished: string | null; counts: object; refusals: { row: number }[] }>(`/api/import/${id}`)
      if (body.finished !== null) return body
      await new Promise((done) => setTimeout(done, 50))
    }
    throw new Error('the import does not end')
  }
  expect(await send('numbers-1')).toMatchObject({ counts: { rows: 4, accepted: 1, added: 1, refused: 3 }, refusals: [{ row: 3 }, { row: 4 }, { row: 5 }] })
  expect(await send('numbers-2')).toMatchObject({ counts: { added: 0, unchanged: 1 } })
  const { rows } = await server.context.pools.worker.query('select first, last from faheng.number_use where region = $1', [testRegion])
  expect(rows).toEqual([{ first: 1, last: 57 }])
  expect((await (await server.as('officer')).send('POST', '/api/import/numbers?id=numbers-3&body=scjg&name=numbers.csv', Buffer.from(table), { 'content-type': 'text/csv' })).status).toBe(404)
})
