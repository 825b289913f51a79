import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../test-server.ts'
import { proof, testCases, type TestCases } from './test-cases.ts'

let cases: TestCases
let officer: TestClient
beforeAll(async () => {
  cases = await testCases()
  officer = await cases.as('officer')
})
afterAll(() => cases.close())

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(50_000, 7)])
const sha = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
const begin = (client: TestClient, id: string, more: object = {}) => client.send('POST', '/api/files', { id, name: 'a.png', type: 'image/png', bytes: png.length, ...more })
const piece = (client: TestClient, id: string, from: number, content: Uint8Array, type = 'application/octet-stream') =>
  client.send('PUT', `/api/files/${id}?from=${from}`, content, { 'content-type': type })

async function uploaded(client: TestClient, content: Buffer, more: object = {}): Promise<string> {
  const id = cases.fresh('f')
  expect((await begin(client, id, { bytes: content.length, ...more })).status).toBe(200)
  const { status, body } = await piece(client, id, 0, content)
  expect([status, body['received']]).toEqual([200, content.length])
  return String(body['hash'])
}

describe('an upload', () => {
  it('goes in pieces, and again answers what it was', async () => {
    const id = cases.fresh('f')
    expect((await begin(officer, id)).body).toEqual({ id, received: 0, bytes: png.length, hash: null })
    expect((await piece(officer, id, 0, png.subarray(0, 20_000))).body).toMatchObject({ received: 20_000, hash: null })
    expect((await begin(officer, id)).body).toMatchObject({ received: 20_000, hash: null })
    expect((await piece(officer, id, 20_000, png.subarray(20_000))).body).toEqual({ id, received: png.length, bytes: png.length, hash: sha(png) })
    expect((await begin(officer, id)).body).toMatchObject({ hash: sha(png) })
    expect((await piece(officer, id, 0, png)).body).toMatchObject({ hash: sha(png) })
    expect(readdirSync(join(cases.server.context.dataDir, 'uploads'))).toEqual([])
  })

  it('whose line broke goes on where it broke', async () => {
    const id = cases.fresh('f')
    await begin(officer, id)
    await new Promise<void>((resolve) => {
      const { hostname, port } = new URL(cases.server.url)
      const sending = httpRequest({ hostname, port, method: 'PUT', path: `/api/files/${id}?from=0`, headers: { cookie: officer.cookies(), 'content-type': 'application/octet-stream', 'content-length': png.length } })
      sending.on('error', () => undefined).on('close', resolve)
      sending.write(png.subarray(0, 30_000), () => setTimeout(() => sending.destroy(), 300))
    })
    await expect.poll(async () => (await begin(officer, id)).body['received'], { timeout: 15_000 }).toBe(30_000)
    expect((await piece(officer, id, 30_000, png.subarray(30_000))).body).toMatchObject({ received: png.length, hash: sha(png) })
  })

  it('from elsewhere than it stopped changes nothing and says where to go on', async () => {
    const id = cases.fresh('f')
    await begin(officer, id)
    await piece(officer, id, 0, png.subarray(0, 10))
    for (const from of [0, 5, 11, 60_000]) expect((await piece(officer, id, from, png.subarray(0, 10))).body).toMatchObject({ received: 10, hash: null })
    expect((await piece(officer, id, -1, png)).body).toMatchObject({ code: 'malformed', field: '/from' })
  })

  it.each(['application/json', 'text/plain', 'application/octet-stream', 'multipart/form-data', 'image/png', 'x/y; charset=gbk'])('takes bytes sent as %s as they are', async (type) => {
    const content = Buffer.from('{"not": "a request"}')
    const id = cases.fresh('f')
    await begin(officer, id, { type: 'text/plain', name: 'a.txt', bytes: content.length })
    expect((await piece(officer, id, 0, content, type)).body).toMatchObject({ received: content.length, hash: sha(content) })
  })

  it('takes bytes that say no type', async () => {
    const id = cases.fresh('f')
    await begin(officer, id)
    expect((await officer.send('PUT', `/api/files/${id}?from=0`, png)).body).toMatchObject({ hash: sha(png) })
  })

  it('that is not what it says is refused and begins anew', async () => {
    for (const [type, content] of [['image/png', Buffer.from('%PDF-1.7 …')], ['image/jpeg', png], ['application/pdf', Buffer.from('no paper')], ['image/png', Buffer.from('MZ')]] as const) {
      const id = cases.fresh('f')
      await begin(officer, id, { type, bytes: content.length })
      expect((await piece(officer, id, 0, content))).toMatchObject({ status: 400, body: { code: 'malformed', field: '/type' } })
      expect((await begin(officer, id, { type, bytes: content.length })).body).toMatchObject({ received: 0, hash: null })
    }
  })

  it('larger than allowed or announced is refused', async () => {
    expect(await begin(officer, cases.fresh('f'), { bytes: 41e6 })).toMatchObject({ status: 400, body: { field: '/bytes' } })
    expect(await begin(officer, cases.fresh('f'), { bytes: 0 })).toMatchObject({ status: 400, body: { field: '/bytes' } })
    expect(await begin(officer, cases.fresh('f'), { type: 'x-world/x-vrml' })).toMatchObject({ status: 400, body: { field: '/type' } })
    const id = cases.fresh('f')
    await begin(officer, id, { bytes: 100 })
    expect(await piece(officer, id, 0, png)).toMatchObject({ status: 400, body: { field: '/bytes' } })
    expect((await begin(officer, id, { bytes: 100 })).body).toMatchObject({ received: 0, hash: null })
    expect((await piece(officer, id, 0, png.subarray(0, 100))).body).toMatchObject({ received: 100, hash: sha(png.subarray(0, 100)) })
  })

  it('belongs to who began it, under one content for one id', async () => {
    const id = cases.fresh('f')
    await begin(officer, id)
    const second = await cases.as('second')
    expect((await piece(second, id, 0, png)).status).toBe(404)
    expect(await begin(second, id)).toMatchObject({ status: 409, body: { code: 'id-reused' } })
    expect(await begin(officer, id, { bytes: 1 })).toMatchObject({ status: 409, body: { code: 'id-reused' } })
    expect((await begin(await cases.as('system-administrator'), cases.fresh('f'))).status).toBe(404)
    expect((await begin(cases.server.client(), cases.fresh('f'))).status).toBe(401)
  })

  it('of the same content by another person has the same hash, and both may open it', async () => {
    const content = Buffer.concat([png, Buffer.from('same')])
    const first = await uploaded(officer, content, { name: '甲的.png' })
    const again = await uploaded(await cases.as('second'), content, { name: '乙的.png' })
    expect(again).toBe(first)
    for (const [person, name] of [['officer', '甲的.png'], ['second', '乙的.png']] as const) {
      const answer = await (await cases.as(person)).get(`/api/files/${first}`)
      expect([person, answer.status, answer.headers.get('content-disposition')]).toEqual([person, 200, `inline; filename*=UTF-8''${encodeURIComponent(name)}`])
    }
    expect((await (await cases.as('third')).get(`/api/files/${first}`)).status).toBe(404)
  })

  it('leaves no doubt about places: ids and names lead nowhere', async () => {
    for (const id of ['..', '.', 'a..b', '-rf']) {
      const content = Buffer.concat([png, Buffer.from(id)])
      expect((await begin(officer, id, { bytes: content.length })).status).toBe(200)
      expect((await piece(officer, encodeURIComponent(id).replaceAll('.', '%2E'), 0, content)).status).toBeLessThan(500)
    }
    for (const id of ['../../x', 'a/b', '', 'x'.repeat(81), 'é']) expect(await begin(officer, id)).toMatchObject({ status: 400, body: { field: '/id' } })
    for (const name of ['../../etc/passwd', 'a\r\nset-cookie: x=1', '"; filename="b.exe', '证据 1（原件）.png', '\u202egnp.exe', '%00.png', "o'brien*.png"]) {
      const content = Buffer.concat([png, Buffer.from(name)])
      const hash = await uploaded(officer, content, { name })
      const answer = await officer.get(`/api/files/${hash}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/)
    }
    expect(existsSync(join(cases.server.context.dataDir, 'passwd'))).toBe(false)
    expect(await officer.get('/api/files/..%2F..%2Fkeys')).toMatchObject({ status: 400, body: { field: '/hash' } })
  })
})

describe('a file', () => {
  it('is for who reads an act it belongs to', async () => {
    const matter = await cases.upTo('assigned')
    const content = Buffer.concat([png, Buffer.from('evidence')])
    const hash = await uploaded(officer, content)
    const status = async (person: string) => (await (await cases.as(person)).get(`/api/files/${hash}`)).status
    expect([await status('officer'), await status('second'), await status('head')]).toEqual([200, 404, 404])
    await cases.must('officer', matter, 'collect-evidence', { ...proof('e1'), files: [hash] })
    for (const [person, expected] of [['officer', 200], ['second', 200], ['head', 200], ['supervisor', 200], ['third', 404], ['stranger', 404], ['receiving-clerk', 404], ['system-administrator', 404]] as const)
      expect([person, await status(person)]).toEqual([person, expected])
    const answer = await fetch(`${cases.server.url}/api/files/${hash}`, { headers: { cookie: officer.cookies() } })
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
  })

  it('is not opened by knowing its hash', async () => {
    const mine = await uploaded(officer, Buffer.concat([png, Buffer.from('private')]))
    const matter = await cases.upTo('assigned')
    const named = (person: Parameters<typeof cases.act>[0], evidence: string, hash: string) => cases.act(person, matter, 'collect-evidence', { ...proof(evidence), files: [hash] })
    for (const hash of [mine, 'a'.repeat(64)])
      expect(await named('second', 'e1', hash)).toMatchObject({ status: 400, body: { code: 'malformed', field: '/payload/files/0' } })
    expect((await (await cases.as('second')).get(`/api/files/${mine}`)).status).toBe(404)
    expect((await named('officer', 'e1', mine)).status).toBe(201)
    expect((await named('second', 'e2', mine)).status).toBe(201)
  })

  it('runs nothing: pages and scripts are saved, never shown', async () => {
    for (const [type, content] of [['text/html', '<script>alert(1)</script>'], ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'], ['application/javascript', 'alert(1)']] as const) {
      const hash = await uploaded(officer, Buffer.from(content), { type, name: 'a' })
      const { headers } = await officer.get(`/api/files/${hash}`)
      expect([headers.get('content-type'), headers.get('content-disposition'), headers.get('x-content-type-options')]).toEqual(['application/octet-stream', "attachment; filename*=UTF-8''a", 'nosniff'])
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox/)
    }
  })
})
