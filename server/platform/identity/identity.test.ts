import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testPassword, testServer, type TestServer } from '../../test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const signIn = (username: string, password: string, client = server.client()) =>
  client.send<{ secondFactor: boolean; code?: string }>('POST', '/api/auth/sign-in/username', { username, password })
const minutes = (n: number) => n * 60_000

describe('signing in', () => {
  it('opens a session with the posts held now', async () => {
    const head = await server.as('HEAD')
    const { status, body } = await head.get('/api/me')
    expect(status).toBe(200)
    expect(body).toMatchObject({ person: 'head', username: 'head', secondFactor: false, posts: [{ kind: 'head', rank: 'chief', bodyName: '测试县市场监督管理局' }] })
  })

  it('sets cookies that scripts cannot read and other sites cannot send', async () => {
    const { headers } = await signIn('head', testPassword)
    const cookie = headers.getSetCookie().find((each) => each.startsWith('faheng.session_token='))
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Strict/i)
  })

  it('says the same of a wrong password and a wrong name', async () => {
    const answers = await Promise.all([signIn('clerk-nobody', 'x'), signIn('receiving-clerk', 'x')])
    expect(answers.map(({ status }) => status)).toEqual([401, 401])
    expect(answers[0]?.body).toEqual(answers[1]?.body)
  })

  it('ends by signing out, and a forged cookie opens nothing', async () => {
    const head = await server.as('head')
    const cookie = head.cookies()
    expect((await head.send('POST', '/api/auth/sign-out')).status).toBe(200)
    const again = await fetch(`${server.url}/api/me`, { headers: { cookie } })
    expect(again.status).toBe(401)
    const forged = await fetch(`${server.url}/api/me`, { headers: { cookie: `faheng.session_token=${'a'.repeat(32)}.${'b'.repeat(44)}` } })
    expect(forged.status).toBe(401)
  })

  it('gives a post up the instant it ends', async () => {
    const officer = await server.as('officer')
    await server.db.pools.worker.query(`update faheng.post set until_at = $1 where id = 'p-officer'`, [server.context.clock()])
    expect((await officer.get('/api/me')).body['posts']).toEqual([])
    await server.db.pools.worker.query(`update faheng.post set until_at = null where id = 'p-officer'`)
    expect((await officer.get('/api/me')).body['posts']).toHaveLength(1)
  })
})

describe('a session', () => {
  it('is over after 30 minutes without use, and lives on while used', async () => {
    const head = await server.as('head')
    server.forward(minutes(29))
    expect((await head.get('/api/me')).status).toBe(200)
    server.forward(minutes(29))
    expect((await head.get('/api/me')).status).toBe(200)
    server.forward(minutes(31))
    expect((await head.get('/api/me')).status).toBe(401)
  })

  it('is over after twelve hours all the same', async () => {
    const head = await server.as('head')
    for (let i = 0; i < 28; i++) {
      server.forward(minutes(25))
      expect((await head.get('/api/me')).status).toBe(200)
    }
    server.forward(minutes(25))
    expect((await head.get('/api/me')).status).toBe(401)
  })
})

describe('lockout', () => {
  beforeEach(() => server.db.pools.auth.query(`delete from auth.attempt where key like 'address:%'`))

  it('comes with the fifth failure, for longer each time, and for names that are nobody', async () => {
    for (const name of ['supervisor', 'no-such-name']) {
      for (let i = 0; i < 5; i++) expect((await signIn(name, 'wrong')).status).toBe(401)
      expect((await signIn(name, testPassword)).status).toBe(429)
    }
    server.forward(minutes(16))
    for (let i = 0; i < 5; i++) expect((await signIn('supervisor', 'wrong')).status).toBe(401)
    server.forward(minutes(16))
    expect((await signIn('supervisor', testPassword)).status).toBe(429)
    server.forward(minutes(16))
    expect((await signIn('supervisor', testPassword)).status).toBe(200)
  })

  it('lets no more guesses through when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('unit-head', 'wrong')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  it('is lifted by the security administrator alone, and the auditor sees it', async () => {
    const [officer, security] = [await server.as('officer'), await server.as('security-administrator')]
    const request = { id: 'unlock-1', key: 'account:unit-head' }
    expect((await officer.send('POST', '/api/security/unlock', request)).status).toBe(404)
    expect((await security.get<{ rows: { key: string }[] }>('/api/security/lockouts')).body.rows).toContainEqual(expect.objectContaining({ key: 'account:unit-head' }))
    expect((await security.send('POST', '/api/security/unlock', request)).status).toBe(200)
    expect((await signIn('unit-head', testPassword)).status).toBe(200)
    const auditor = await server.as('audit-administrator')
    const { rows } = (await auditor.get<{ rows: { outcome: string; username: string }[] }>('/api/audit/sign-ins')).body
    expect(rows.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['signed-in', 'wrong', 'locked', 'unlocked']))
    expect((await security.get('/api/audit/sign-ins')).status).toBe(404)
  })

  it('of an address follows many failures of many names', async () => {
    await server.db.pools.auth.query(`insert into auth.attempt values ('address:127.0.0.1', 28, $1)`, [server.context.clock()])
    for (const name of ['guess-29', 'guess-30']) expect((await signIn(name, 'x')).status).toBe(401)
    expect((await signIn('head', testPassword)).status).toBe(429)
    server.forward(minutes(16))
    expect((await signIn('head', testPassword)).status).toBe(200)
  })
})

describe('the second factor', () => {
  it('is set up with a first code, then asked for', async () => {
    const reviewer = await server.as('legal-reviewer')
    expect((await reviewer.send('POST', '/api/auth/second-factor/enable', { password: 'wrong' })).status).toBe(400)
    const { body } = await reviewer.send<{ uri: string; recoveryCodes: string[] }>('POST', '/api/auth/second-factor/enable', { password: testPassword })
    const secret = new URL(body.uri).searchParams.get('secret') ?? ''
    expect((await reviewer.send('POST', '/api/auth/second-factor/verify', { code: '000000' })).body).toMatchObject({ code: 'malformed', field: '/code' })
    expect((await reviewer.send('POST', '/api/auth/second-factor/verify', { code: totp(secret) })).status).toBe(200)
    expect((await reviewer.get('/api/me')).body['secondFactor']).toBe(true)

    const next = server.client()
    expect((await signIn('legal-reviewer', testPassword, next)).body).toEqual({ secondFactor: true })
    expect((await next.get('/api/me')).status).toBe(401)
    expect((await next.send('POST', '/api/auth/second-factor/verify', { code: totp(secret) })).status).toBe(200)
    expect((await next.get('/api/me')).status).toBe(200)

    const lost = server.client()
    await signIn('legal-reviewer', testPassword, lost)
    expect((await lost.send('POST', '/api/auth/second-factor/verify', { code: body.recoveryCodes[0] })).status).toBe(200)
    expect((await lost.get('/api/me')).status).toBe(200)
    expect((await lost.send('POST', '/api/auth/second-factor/disable', { password: testPassword })).status).toBe(200)
    expect((await lost.get('/api/me')).body['secondFactor']).toBe(false)
  })
})

describe('a password', () => {
  it('is changed knowing the old one; other sessions end', async () => {
    const [here, there] = [await server.as('receiving-clerk'), await server.as('receiving-clerk')]
    const change = (current: string, next: string) => here.send('POST', '/api/auth/password', { current, next })
    expect((await change('wrong', 'another-horse-9')).body).toMatchObject({ field: '/current' })
    expect((await change(testPassword, 'short')).body).toMatchObject({ field: '/next' })
    expect((await change(testPassword, 'another-horse-9')).status).toBe(200)
    expect((await here.get('/api/me')).status).toBe(200)
    expect((await there.get('/api/me')).status).toBe(401)
    expect((await signIn('receiving-clerk', testPassword)).status).toBe(401)
    expect((await signIn('receiving-clerk', 'another-horse-9')).status).toBe(200)
  })
})

/** RFC 6238 over a base32 secret, six digits, 30 seconds: what an authenticator app shows. */
function totp(secret: string): string {
  const bits = [...secret.replace(/=+$/, '')].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
