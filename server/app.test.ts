import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cite } from '@faheng/law/citation.ts'
import { words } from '@faheng/law/words.ts'
import { Busy, IdReused, Refused } from './platform/errors.ts'
import { testServer, type TestClient, type TestServer } from './test-server.ts'

let server: TestServer
let officer: TestClient
let ready = false
const web = mkdtempSync(join(tmpdir(), 'faheng-web-'))
const thrown: Readonly<Record<string, Error>> = {
  refused: new Refused([{ guard: 'team-of-two', article: cite('行政处罚法', 42, 1), message: words('少一人', 'One is missing'), cure: words('补一人', 'Add one') }]),
  reused: new IdReused(),
  busy: new Busy(),
  fault: new Error('select secret from nowhere'),
}

beforeAll(async () => {
  mkdirSync(join(web, 'assets'))
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Faheng</title>')
  writeFileSync(join(web, 'assets', 'main-1a2b.js'), 'export {}')
  server = await testServer({
    web,
    isReady: () => ready,
    rooms: () => [(app) => void app.get('/api/test/:error', async (request) => {
      throw thrown[(request.params as { error: string }).error] ?? new Error('unknown')
    })],
  })
  officer = await server.as('officer')
})
afterAll(async () => {
  await server.close()
  rmSync(web, { recursive: true })
})

/** What other programs may count on: the interface of a case from sign-in to the public page, and of the machine. */
const promised = [
  'POST /api/auth/sign-in/username', 'GET /api/me', 'GET /api/desk',
  'GET /api/matters', 'GET /api/matters/count', 'POST /api/matters', 'GET /api/matters/{id}', 'GET /api/matters/{id}/acts',
  'GET /api/matters/{id}/available', 'POST /api/matters/{id}/check', 'POST /api/matters/{id}/acts',
  'POST /api/preview/{document}', 'POST /api/files', 'GET /api/files/{hash}', 'GET /api/documents/{id}/pdf',
  ...['items', 'benchmarks', 'leniency', 'cases', 'people', 'statutes'].map((kind) => `POST /api/import/${kind}`),
  'GET /api/ledger/checkpoint', 'GET /api/ledger/consistency', 'GET /api/ledger/proof/{actId}', 'GET /api/public/verify/{code}',
  'GET /health/live', 'GET /health/ready', 'GET /metrics',
]

const party = { id: 'party-1', kind: 'legal-person', name: '测试商贸有限公司' }

describe('a malformed request is answered 400 and names the field', () => {
  it.each<[string, unknown, string]>([
    ['an unknown field', { ...party, colour: 'red' }, '/colour'],
    ['a missing field', { id: 'party-1', kind: 'legal-person' }, '/name'],
    ['a wrong type', { ...party, name: 7 }, '/name'],
    ['a wrong choice', { ...party, kind: 'ship' }, '/kind'],
    ['U+0000', { ...party, name: '甲\u0000' }, '/name'],
    ['a lone surrogate', { ...party, name: '\ud800' }, '/name'],
  ])('%s', async (_name, body, field) => {
    const answer = await officer.send('POST', '/api/parties', body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ code: 'malformed', field, message: { zh: expect.any(String), en: expect.any(String) } })
  })

  it('in the address too, where texts are converted first', async () => {
    expect((await officer.get('/api/items?limit=20')).status).toBe(200)
    expect((await officer.get('/api/items?limit=1000')).body).toMatchObject({ code: 'malformed', field: '/limit' })
    expect((await officer.get('/api/items?colour=red')).body).toMatchObject({ code: 'malformed', field: '/colour' })
  })

  it('when it is no JSON, empty, of another type or too large', async () => {
    const json = { 'content-type': 'application/json' }
    expect((await officer.send('POST', '/api/parties', '{"id":', json)).status).toBe(400)
    expect((await officer.send('POST', '/api/parties', '', json)).status).toBe(400)
    expect((await officer.send('POST', '/api/parties', '<a/>', { 'content-type': 'text/xml' })).status).toBe(415)
    const large = await officer.send('POST', '/api/parties', { ...party, name: 'x'.repeat(1024 * 1024) })
    expect([large.status, large.body['code']]).toEqual([413, 'too-large'])
  })
})

describe('errors', () => {
  it('of the law carry article, words and cure', async () => {
    const { status, body } = await officer.get('/api/test/refused')
    expect(status).toBe(409)
    expect(body).toEqual({
      code: 'refused',
      refusals: [{
        guard: 'team-of-two', article: { statute: '行政处罚法', article: 42, paragraph: 1 },
        reference: { zh: '《行政处罚法》第四十二条第一款', en: 'Administrative Penalty Law art. 42(1)' },
        message: { zh: '少一人', en: 'One is missing' }, cure: { zh: '补一人', en: 'Add one' },
      }],
    })
  })

  it('have few forms', async () => {
    expect(await officer.get('/api/test/reused')).toMatchObject({ status: 409, body: { code: 'id-reused' } })
    expect(await officer.get('/api/test/busy')).toMatchObject({ status: 503, body: { code: 'busy' } })
    expect(await officer.get('/api/nowhere')).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(await server.client().get('/api/me')).toMatchObject({ status: 401, body: { code: 'signed-out' } })
  })

  it('of ours tell a number and no details', async () => {
    const { status, body } = await officer.get('/api/test/fault')
    expect([status, body['code'], typeof body['request']]).toEqual([500, 'failed', 'string'])
    expect(JSON.stringify(body)).not.toContain('secret')
  })
})

describe('every answer', () => {
  it('forbids scripts from elsewhere, frames and guessing of types', async () => {
    const { headers } = await officer.get('/api/me')
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('to a write from another site is 403', async () => {
    const from = (headers: Record<string, string>) => officer.send('POST', '/api/parties', party, headers)
    expect((await from({ origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await from({ origin: 'null' })).status).toBe(403)
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await from({ origin: 'http://faheng.test' })).status).toBe(201)
  })
})

describe('beside the rooms', () => {
  it('health says alive, and ready once loaded', async () => {
    expect((await server.client().get('/health/live')).status).toBe(200)
    expect((await server.client().get('/health/ready')).status).toBe(503)
    ready = true
    expect(await server.client().get('/health/ready')).toMatchObject({ status: 200, body: { ready: true } })
  })

  it('metrics count by route', async () => {
    const { body } = await server.client().get<string>('/metrics')
    expect(body).toMatch(/faheng_request_seconds_count\{route="GET \/api\/me",status="200"\} \d+/)
    expect(body).toContain('faheng_pool_connections{pool="app",state="open"}')
  })

  it('metrics are for this machine alone, not for whom a proxy asks', async () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'via']) expect((await server.client().send('GET', '/metrics', undefined, { [name]: '10.0.0.9' })).status).toBe(404)
  })

  it('metrics with a token are for who bears it', async () => {
    const guarded = await testServer({ production: true, metricsToken: 'measure-me' })
    try {
      const status = async (authorization?: string) => (await guarded.client().send('GET', '/metrics', undefined, authorization ? { authorization } : {})).status
      expect([await status(), await status('Bearer wrong'), await status('Bearer measure-me')]).toEqual([404, 404, 200])
    } finally {
      await guarded.close()
    }
  })

  it('the contract is OpenAPI 3.1', async () => {
    const { body } = await server.client().get<{ openapi: string; paths: Record<string, object> }>('/api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const told = Object.entries(body.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
    expect(told).toEqual(expect.arrayContaining([...promised]))
    expect(JSON.stringify(body.paths['/api/me'])).toContain('"409"')
  })

  it('pages are served, their assets for good, their own paths by index.html', async () => {
    const anybody = server.client()
    const page = await anybody.get<string>('/cases/m-1')
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(page.body).toContain('<title>Faheng')
    expect((await anybody.get('/assets/main-1a2b.js')).headers.get('cache-control')).toContain('immutable')
    expect((await anybody.get('/assets/gone.js')).status).toBe(404)
  })
})
