import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCases, type TestCases } from '../cases/test-cases.ts'

/** A city reads what its counties published, each at its own address. */

let cases: TestCases
const sites: Server[] = []
beforeAll(async () => {
  cases = await testCases()
})
afterAll(async () => {
  for (const site of sites) site.close()
  await cases.close()
})

/** A county's installation as far as the city sees it. */
async function site(status: number, body: string): Promise<string> {
  const server = createServer((request, reply) => void reply.writeHead(request.url === '/api/public/plan' ? status : 500, { 'content-type': 'application/json' }).end(body))
  sites.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('counties stand side by side with what they published, and whoever does not answer is told apart', async () => {
  const supervisor = await cases.as('supervisor')
  const administrator = await cases.as('system-administrator')
  await supervisor.send('POST', '/api/plan/reports', { id: cases.fresh('r'), year: 2026 })
  const published = (await cases.server.client().get('/api/public/plan')).body
  const counties = [
    { name: '乙县', address: await site(200, JSON.stringify(published)) }, { name: '甲县', address: await site(404, '{}') },
    { name: '丙县', address: await site(200, '{"county":"丙县"}') }, { name: '丁县', address: 'http://127.0.0.1:9' },
  ]
  const set = (by: typeof supervisor, told: object) => by.send<{ field?: string }>('POST', '/api/plan/counties', { id: cases.fresh('c'), counties, ...told })
  expect((await set(supervisor, {})).status).toBe(404)
  for (const address of ['ftp://x.cn', 'https://x.cn/path', 'https://u:p@x.cn', 'x'])
    expect((await set(administrator, { counties: [{ name: '县', address }] })).body).toMatchObject({ field: '/counties/0/address' })
  expect((await set(administrator, {})).status).toBe(201)

  const { body } = await supervisor.get<{ mine: boolean; rows: { name: string; plan: object | null; why: { zh: string } | null }[] }>('/api/plan/counties')
  expect(body.mine).toBe(false)
  expect(Object.fromEntries(body.rows.map(({ name, plan, why }) => [name, why?.zh ?? plan]))).toEqual({
    乙县: published, 甲县: '尚未公布年度报告', 丙县: '没有应答，或者应答不能识别', 丁县: '没有应答，或者应答不能识别',
  })
  expect((await (await cases.as('officer')).get('/api/plan/counties')).status).toBe(404)
})
