import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from './platform/database/open.ts'
import { testServer } from './test-server.ts'

const cli = join(import.meta.dirname, 'cli/main.ts')
const lead = { source: 'report', received: '2026-03-02', discoveredOn: '2026-03-02', summary: '货架上有过期牛奶', realName: false }
const evidence = (id: string) => ({ evidence: id, kind: 'documentary', title: '照片', proves: ['conduct'], origin: '现场', place: '城关镇', officers: ['nobody'] })

describe('a real server', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'faheng-faults-'))
  let server: Started
  beforeAll(async () => {
    server = await start(dataDir)
  }, 180_000)
  afterAll(async () => {
    server.process.kill('SIGTERM')
    if (server.process.exitCode === null && server.process.signalCode === null) await once(server.process, 'exit')
    rmSync(dataDir, { recursive: true, force: true })
  }, 60_000)

  it('killed between an act and its document, makes the document after its restart', { timeout: 180_000 }, async () => {
    const clerk = await signIn(server, 'receiving-clerk')
    const matters = Array.from({ length: 8 }, () => randomUUID())
    const opened = await Promise.all(matters.map((id) => open(clerk, id)))
    server.process.kill('SIGKILL')
    expect(opened).toEqual(matters.map(() => 201))
    await once(server.process, 'exit')
    expect(await unrendered(dataDir, matters)).toBeGreaterThan(0)

    server = await start(dataDir)
    const again = await signIn(server, 'receiving-clerk')
    for (const matter of matters) {
      const paper = async () => (await json<{ documents: { id: string; file: string | null }[] }>(await again('GET', `/api/matters/${matter}`))).documents[0]
      await expect.poll(async () => (await paper())?.file, { timeout: 60_000, interval: 100 }).toMatch(/^[0-9a-f]{64}$/)
      const { id, file } = (await paper()) ?? {}
      const pdf = Buffer.from(await (await again('GET', `/api/documents/${id}/pdf`)).arrayBuffer())
      expect(createHash('sha256').update(pdf).digest('hex')).toBe(file)
    }
  })

  it('whose database is killed under load, loses no act it acknowledged', { timeout: 240_000 }, async () => {
    const clerk = await signIn(server, 'receiving-clerk')
    const matters = Array.from({ length: 4 }, () => randomUUID())
    for (const matter of matters) expect(await open(clerk, matter)).toBe(201)
    const postmaster = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    let killed = false
    const sent = matters.map(() => ({ acknowledged: new Set<string>(), open: new Set<string>() }))
    const send = (matter: string, id: string) => clerk('POST', `/api/matters/${matter}/acts`, { id, kind: 'collect-evidence', payload: evidence(id) }).then(({ status }) => status, () => 0)
    const load = Promise.all(matters.map(async (matter, i) => {
      const { acknowledged, open: without } = sent[i] ?? { acknowledged: new Set<string>(), open: new Set<string>() }
      for (let afterwards = 0; afterwards < 5; ) {
        expect(server.process.exitCode).toBeNull()
        const id = randomUUID()
        const status = await send(matter, id)
        if (status === 201) {
          acknowledged.add(id)
          if (killed) afterwards++
        } else {
          without.add(id)
          await sleep(50)
        }
      }
    }))
    await expect.poll(() => sent.every(({ acknowledged }) => acknowledged.size > 3), { timeout: 60_000 }).toBe(true)
    process.kill(postmaster, 'SIGKILL')
    killed = true
    await load

    for (const [i, matter] of matters.entries()) {
      const { acknowledged, open: without } = sent[i] ?? { acknowledged: new Set<string>(), open: new Set<string>() }
      expect(acknowledged.size).toBeGreaterThan(5)
      // Whoever got no answer sends again, under the same id, until he gets one.
      for (const id of without) await expect.poll(() => send(matter, id), { timeout: 30_000 }).toSatisfy((status) => status === 200 || status === 201)
      const { acts } = await json<{ acts: { id: string; kind: string }[] }>(await clerk('GET', `/api/matters/${matter}/acts`))
      expect(acts.filter(({ kind }) => kind === 'collect-evidence').map(({ id }) => id).sort()).toEqual([...acknowledged, ...without].sort())
    }
    expect(sent.reduce((sum, each) => sum + each.open.size, 0)).toBeGreaterThan(0)

    await expect.poll(async () => lag(await (await fetch(`${server.url}/metrics`)).text()), { timeout: 120_000, interval: 200 }).toBe(0)
    expect(await faheng('verify', '--data', dataDir, '--json')).toMatchObject({ ok: true })
    expect(await faheng('rebuild', '--check', '--data', dataDir, '--json')).toEqual({ differences: [] })
  })

  it('killed twice in the middle of an exam, loses no answer it acknowledged', { timeout: 240_000 }, async () => {
    const posts = ['officer', 'unit-head', 'head', 'legal-reviewer']
    const bureau = await signIn(server, 'supervisor')
    for (let i = 0; i < 12; i++)
      expect((await bureau('POST', '/api/exams/questions', { id: randomUUID(), kind: 'single', field: '测试', difficulty: 2, stem: `第${i}题（）。`, options: ['甲', '乙', '丙', '丁'], answer: 'A', guide: '' })).status).toBe(201)
    const sit = async () => Promise.all(posts.map((post) => signIn(server, post)))
    let sends = await sit()
    const people = await Promise.all(sends.map(async (send) => (await json<{ person: string }>(await send('GET', '/api/me'))).person))
    const now = Date.parse((await json<{ now: string }>(await bureau('GET', '/api/exams'))).now)
    const setting = { id: 'e-fault', title: '考试', opens: new Date(now - 60_000).toISOString(), closes: new Date(now + 3_600_000).toISOString(), minutes: 60, pass: 5, examinees: people, markers: [] }
    expect((await bureau('POST', '/api/exams', { ...setting, blueprint: { sections: [{ kind: 'single', count: 10, points: 1, fields: ['测试'], difficulty: {} }], compulsory: [] } })).status).toBe(201)
    interface Paper { readonly ends: string; readonly questions: { readonly question: string; readonly given: string[] | null }[] }
    const papers = await Promise.all(sends.map(async (send) => {
      expect((await send('POST', '/api/exams/e-fault/begin', { id: randomUUID() })).status).toBe(201)
      return json<Paper>(await send('GET', '/api/exams/e-fault/paper'))
    }))

    let over = false
    const acknowledged: string[] = []
    const last = posts.map(() => new Map<string, string>())
    const load = Promise.all(posts.map(async (_, who) => {
      for (let n = 0; !over; n++) {
        const answer = { id: randomUUID(), question: papers[who]?.questions[n % 10]?.question ?? '', given: ['ABCD'[n % 3] ?? ''] }
        // Whoever got no answer sends again, under the same id, until he gets one.
        for (;;) {
          const status = await sends[who]?.('POST', '/api/exams/e-fault/answers', answer).then((each) => each.status, () => 0)
          if (status === 200) break
          await sleep(30)
        }
        acknowledged.push(answer.id)
        last[who]?.set(answer.question, answer.given[0] ?? '')
      }
    }))
    for (let kill = 0; kill < 2; kill++) {
      const before = acknowledged.length
      await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + 40)
      server.process.kill('SIGKILL')
      await once(server.process, 'exit')
      server = await start(dataDir)
      sends = await sit()
    }
    await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(120)
    over = true
    await load
    const stored = await answersIn(dataDir, 'e-fault')
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
    for (const [who, send] of sends.entries()) {
      const paper = await json<Paper>(await send('GET', '/api/exams/e-fault/paper'))
      expect(paper.ends).toBe(papers[who]?.ends)
      expect(new Map(paper.questions.flatMap(({ question, given }) => (given === null ? [] : [[question, given[0]]])))).toEqual(last[who])
    }
  })

  it('that only answers leaves papers and ledger to a worker, which may be killed in the middle of them', { timeout: 240_000 }, async () => {
    server.process.kill('SIGTERM')
    await once(server.process, 'exit')
    server = await start(dataDir, '--answer-only')
    const clerk = await signIn(server, 'receiving-clerk')
    const matters = Array.from({ length: 60 }, () => randomUUID())
    for (const matter of matters) expect(await open(clerk, matter)).toBe(201)
    expect(await unrendered(dataDir, matters)).toBe(60)

    const killed = await work(dataDir)
    await expect.poll(() => unrendered(dataDir, matters), { timeout: 60_000, interval: 10 }).toBeLessThan(60)
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    // Acts need no worker, and what it left stays left.
    expect(await open(clerk, randomUUID())).toBe(201)
    const left = await unrendered(dataDir, matters)
    expect(left).toBeGreaterThan(0)
    expect(await unrendered(dataDir, matters)).toBe(left)

    const worker = await work(dataDir)
    await expect.poll(() => unrendered(dataDir, matters), { timeout: 60_000, interval: 100 }).toBe(0)
    await expect.poll(async () => lag(await (await fetch(`${server.url}/metrics`)).text()), { timeout: 60_000, interval: 100 }).toBe(0)
    worker.kill('SIGTERM')
    expect(await once(worker, 'exit')).toEqual([0, null])
    expect(await faheng('verify', '--data', dataDir, '--json')).toMatchObject({ ok: true })
    expect(await faheng('rebuild', '--check', '--data', dataDir, '--json')).toEqual({ differences: [] })
  })
})

describe('a session that ends in the middle of a form', () => {
  it('answers 401; after signing in the same act under the same id is recorded once', async () => {
    const server = await testServer()
    try {
      const clerk = await server.as('receiving-clerk')
      const request = { id: 'm-1', procedure: 'penalty-ordinary', body: 'scjg', first: { id: 'a-1', kind: 'register-lead', payload: lead } }
      server.forward(24 * 3_600_000)
      expect(await clerk.send('POST', '/api/matters', request)).toMatchObject({ status: 401, body: { code: 'signed-out' } })
      const again = await server.as('receiving-clerk')
      expect(await again.send('POST', '/api/matters', request)).toMatchObject({ status: 201, body: { act: 'a-1', seq: 1 } })
      expect(await again.send('POST', '/api/matters', request)).toMatchObject({ status: 200, body: { act: 'a-1', seq: 1 } })
    } finally {
      await server.close()
    }
  })
})

interface Started {
  readonly process: ChildProcess
  readonly url: string
  /** User name of the first holder of each kind of post. */
  readonly users: Readonly<Record<string, string>>
  readonly password: string
}

/** `faheng start` in a process of its own, once it says that it is ready. */
async function start(dataDir: string, ...more: string[]): Promise<Started> {
  const child = spawn(process.execPath, [cli, 'start', '--data', dataDir, '--port', '0', ...more], { env: { ...process.env, FAHENG_DEMO_CASES: '3' }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  for (;;) {
    const [, url] = /^ready in .* at (\S+)$/m.exec(said) ?? []
    if (url) {
      const [, password = ''] = /with the password (\S+)/.exec(said) ?? []
      return { process: child, url, password, users: Object.fromEntries([...said.matchAll(/^ {2}([a-z-]+) +(\S+)$/gm)].map(([, kind = '', user = '']) => [kind, user])) }
    }
    if (child.exitCode !== null) throw new Error(`the server did not start:\n${said}`)
    await sleep(20)
  }
}

/** `faheng work` in a process of its own, once it says that it is at work. */
async function work(dataDir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [cli, 'work', '--data', dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const over = once(child, 'exit').then(() => Promise.reject(new Error('the worker ended')))
  over.catch(() => undefined)
  await Promise.race([once(child.stdout, 'data'), over])
  return child
}

type Send = (method: string, path: string, body?: unknown) => Promise<Response>

async function signIn({ url, users, password }: Started, post: string): Promise<Send> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/auth/sign-in/username`, { method: 'POST', headers, body: JSON.stringify({ username: users[post], password }) })
  expect(answer.status).toBe(200)
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  return (method, path, body) => fetch(url + path, { method, headers: { ...(body === undefined ? {} : headers), cookie }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
}

const json = async <T>(answer: Response): Promise<T> => {
  expect(answer.status).toBe(200)
  return answer.json() as Promise<T>
}

async function open(clerk: Send, id: string): Promise<number> {
  const { posts } = await json<{ posts: { kind: string; body: string }[] }>(await clerk('GET', '/api/me'))
  const body = posts.find(({ kind }) => kind === 'receiving-clerk')?.body
  return (await clerk('POST', '/api/matters', { id, procedure: 'penalty-ordinary', body, first: { id: `first-${id}`, kind: 'register-lead', payload: lead } })).status
}

/** How many of the matters' documents have no file yet, asked of the database the killed server left running. */
async function unrendered(dataDir: string, matters: readonly string[]): Promise<number> {
  const opened = await openDatabase({ dataDir, env: {}, log: () => undefined, as: 'command', at: '2026-01-01T00:00:00.000Z' })
  try {
    return (await opened.pools.worker.query('select count(*)::int as n from faheng.document where matter = any ($1) and file is null', [matters])).rows[0].n as number
  } finally {
    await opened.close()
  }
}

async function answersIn(dataDir: string, exam: string): Promise<Set<string>> {
  const opened = await openDatabase({ dataDir, env: {}, log: () => undefined, as: 'command', at: '2026-01-01T00:00:00.000Z' })
  try {
    return new Set((await opened.pools.worker.query<{ id: string }>('select id from faheng.exam_answer where exam = $1', [exam])).rows.map(({ id }) => id))
  } finally {
    await opened.close()
  }
}

const lag = (metrics: string): number => [...metrics.matchAll(/^faheng_follower_lag\{[^}]*\} (\d+)$/gm)].reduce((sum, [, n]) => sum + Number(n), 0)

const faheng = async (...words: string[]): Promise<unknown> => JSON.parse((await promisify(execFile)(process.execPath, [cli, ...words], { maxBuffer: 1 << 24 })).stdout)
