import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantAt, msOf, type Instant } from '@faheng/law/time/day.ts'
import { catchUp } from './acts/index.ts'
import { buildApp, type AppOptions, type Room } from './app.ts'
import { compose, type House } from './compose.ts'
import type { Context } from './platform/context.ts'
import { testDatabase, type TestDatabase } from './platform/database/test-database.ts'
import { addAccounts, hashPassword } from './platform/identity/accounts.ts'

export const testRegion = '140299'
export const testPassword = 'correct-horse-8'

export interface Answer<T = Record<string, unknown>> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

/** A browser's part: keeps cookies, sends Origin. */
export interface TestClient {
  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>>
  send<T = Record<string, unknown>>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>
  cookies(): string
}

export interface TestServer {
  readonly url: string
  readonly db: TestDatabase
  readonly context: Context
  readonly house: House
  /** Lets every follower see what was recorded so far: papers are rendered, words found, the ledger extended. */
  followed(): Promise<void>
  now(): Instant
  /** Winds the server's clock. */
  forward(ms: number): void
  client(): TestClient
  /** Signs in with the password every test account has. */
  as(username: string): Promise<TestClient>
  close(): Promise<void>
}

interface TestOptions extends AppOptions {
  readonly production?: boolean
  readonly metricsToken?: string
  readonly rooms?: (context: Context) => readonly Room[]
}

/** Real HTTP on a real database, with a small county: body `scjg` with unit `u1`, and one person for each post. */
export async function testServer(options: TestOptions = {}): Promise<TestServer> {
  const db = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'faheng-server-'))
  let now = msOf('2026-03-02T01:00:00.000Z')
  const clock = (): Instant => instantAt(now)
  const production = options.production ?? false
  await db.pools.worker.query('insert into faheng.region (region, name) values ($1, $2)', [testRegion, '测试县'])
  const opened = { database: db.database, pools: db.pools, migrated: [], close: async () => undefined }
  const house = await compose(opened, { dataDir, env: { FAHENG_METRICS_TOKEN: options.metricsToken }, publicUrl: 'http://faheng.test', production, region: testRegion, clock, say: () => undefined })
  const { context } = house
  await settle(context)
  const app = await buildApp(context, [...house.rooms, ...(options.rooms?.(context) ?? [])], { checkAnswers: true, ...options })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const client = () => testClient(url)
  return {
    url, db, context, house, client,
    now: clock,
    followed: () => catchUp(db.pools.worker, house.followers, testRegion),
    forward: (ms) => void (now += ms),
    async as(username) {
      const one = client()
      const { status } = await one.send('POST', '/api/auth/sign-in/username', { username, password: testPassword })
      if (status !== 200) throw new Error(`${username} cannot sign in: ${status}`)
      return one
    },
    async close() {
      await app.close()
      await house.close()
      await db.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const kinds = ['officer', 'unit-head', 'legal-reviewer', 'head', 'supervisor', 'receiving-clerk', 'system-administrator', 'security-administrator', 'audit-administrator']

async function settle({ pools: { worker }, identity: on }: Context): Promise<void> {
  const at = '2020-01-01T00:00:00.000Z'
  await worker.query(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, recorded) values ($1, 'scjg', '测试县市场监督管理局', '市场监管局', '晋测市监', 'organ', $2)`, [testRegion, at])
  await worker.query(`insert into faheng.unit (region, id, body, name) values ($1, 'u1', 'scjg', '执法一中队')`, [testRegion])
  const passwordHash = await hashPassword(on, testPassword)
  for (const kind of kinds) {
    await worker.query('insert into faheng.person (region, id, name) values ($1, $2, $3)', [testRegion, kind, `测试${kind}`])
    await worker.query(`insert into faheng.post (region, id, person, kind, body, unit, rank, from_at, recorded) values ($1, $2, $3, $3, 'scjg', $4, $5, $6, $6)`,
      [testRegion, `p-${kind}`, kind, kind.startsWith('officer') || kind === 'unit-head' ? 'u1' : null, kind === 'head' ? 'chief' : null, at])
  }
  await addAccounts(on, kinds.map((kind) => ({ region: testRegion, person: kind, name: `测试${kind}`, username: kind, passwordHash, passwordDue: false })))
}

function testClient(url: string): TestClient {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const send = async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> => {
    const raw = typeof body === 'string' || body instanceof Uint8Array
    const response = await fetch(url + path, {
      method,
      headers: { cookie: cookies(), ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
    const text = await response.text()
    return { status: response.status, body: (response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text) as T, headers: response.headers }
  }
  return { send, cookies, get: (path) => send('GET', path) }
}
