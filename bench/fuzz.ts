import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { serve } from '../server/main.ts'
import { hostileFile, uploadTypes } from './fuzz/imports.ts'
import { dice } from './fuzz/random.ts'
import { request, type OpenApi, type Sent } from './fuzz/requests.ts'
import { scripts } from './fuzz/scripts.ts'

/**
 * Hostile input against a whole server: `npm run fuzz -- [--requests 50000] [--reads 10000] [--files 1000] [--seed 1]`.
 * Malformed, mistyped, oversized, replayed requests out of our own contract by every post; reads of another body's cases by
 * every route and post; tables and papers that are none to every import; a script in every free text of a whole case, shown in a
 * browser. Wanted: no 5xx, no leak, nothing stored half, no script run.
 */
const { values: told } = parseArgs({ options: { requests: { type: 'string', default: '50000' }, reads: { type: 'string', default: '10000' }, files: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } })
const [requests, reads, files, seed] = [told.requests, told.reads, told.files, told.seed].map(Number) as [number, number, number, number]

const dataDir = mkdtempSync(join(tmpdir(), 'faheng-fuzz-'))
const said: string[] = []
const running = await serve({
  dataDir, port: 0, host: '127.0.0.1', publicUrl: undefined, demoDate: undefined, demoSeed: undefined, production: false, answerOnly: false, env: { ...process.env, FAHENG_DEMO_CASES: '8', DATABASE_URL: '' },
  now: () => Date.now(), say: (line) => void said.push(line),
})
type Answer = { readonly status: number; readonly text: string }
const failures: { readonly what: string; readonly sent: string; readonly answer: string }[] = []
const count: Record<string, number> = {}

try {
  const password = said.map((line) => /with the password (\S+)/.exec(line)?.[1]).find(Boolean) ?? ''
  const users = said.flatMap((line) => /^ {2}([a-z-]+) +(\S+)$/.exec(line)?.[2] ?? [])
  const sessions = await Promise.all(users.map((user) => signIn(user, password)))
  const api = JSON.parse((await send({ cookie: sessions[0] ?? '' }, { method: 'GET', path: '/api/openapi.json' })).text) as OpenApi
  const matters = await mattersOf(sessions)
  const outsiders = await strangers(sessions, password)
  if (outsiders.length === 0) throw new Error('no stranger could sign in: nothing would be tried')
  // While officers are what the case wants them to be: among fifty thousand requests is one that makes one of them seconded staff.
  const shown = await scripts(running.url, password)
  for (const each of shown.ran) fail('a script ran', { method: 'GET', path: each }, { status: 200, text: '' })
  count['pages shown'] = shown.pages
  await hostile(api, sessions, matters)
  await trespass(api, outsiders, matters)
  await hostileFiles(sessions)
  await uploads(sessions[0] ?? '')
  await running.stop()
  await whole('verify')
  await whole('rebuild', '--check')
} finally {
  await running.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
console.log(JSON.stringify({ seed, requests, reads, files, statuses: count, failures: failures.length }, null, 2))
for (const each of failures.slice(0, 40)) console.log(`${each.what}\n  ${each.sent}\n  ${each.answer}`)
process.exitCode = failures.length > 0 ? 1 : 0

async function hostile(api: OpenApi, sessions: readonly string[], matters: readonly string[]): Promise<void> {
  const roll = dice(seed)
  const known = { ids: [...matters, 'market', 'market-squad', 'chen-officer', 'deng-chief', 'nobody'] }
  for (let done = 0; done < requests; done += 16) {
    await Promise.all(Array.from({ length: 16 }, async () => {
      const sent = request(api, roll, known)
      const cookie = roll.chance(0.05) ? 'faheng.session_token=forged' : roll.pick(sessions)
      // Signing out would end the session for all that follow.
      if (/sign-out|password|second-factor/.test(sent.route)) return
      const answers = await Promise.all(Array.from({ length: roll.chance(0.1) ? 3 : 1 }, () => send({ cookie }, sent)))
      for (const answer of answers) {
        if (answer.status >= 500 && answer.status !== 503) fail('5xx', sent, answer)
        if (/\n\s+at .*\.ts:\d+/.test(answer.text)) fail('a stack was told', sent, answer)
      }
      if (answers.length > 1 && answers.filter(({ status }) => status === 201).length > 1) fail('one id, recorded more than once', sent, answers[0] as Answer)
    }))
  }
}

/** Whoever belongs to no body of the case learns nothing of it by any route. */
async function trespass(api: OpenApi, outsiders: readonly string[], matters: readonly string[]): Promise<void> {
  const roll = dice(seed + 1)
  const routes = Object.entries(api.paths).filter(([path]) => path.startsWith('/api/matters/{')).flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })))
  for (let done = 0; done < reads && outsiders.length > 0; done++) {
    const { path, method } = roll.pick(routes)
    const sent = { route: `${method} ${path}`, method, path: path.replaceAll(/\{[^}]+\}/g, () => roll.pick(matters)), body: method === 'GET' ? undefined : '{"id":"x","kind":"archive","payload":{}}', headers: { 'content-type': 'application/json' } }
    const answer = await send({ cookie: roll.pick(outsiders) }, sent)
    if (answer.status < 400) fail('a stranger was answered', sent, answer)
    if (answer.status >= 500) fail('5xx', sent, answer)
  }
}

/** Tables and papers that are none, to every door for files, by whoever may import; then it is seen that the server still answers. */
async function hostileFiles(sessions: readonly string[]): Promise<void> {
  const roll = dice(seed + 2)
  for (let done = 0; done < files; done++) {
    const sent = hostileFile(roll)
    // Until somebody may: to all others the door is not there.
    for (const cookie of sessions) {
      const answer = await send({ cookie }, sent)
      if (answer.status >= 500 && answer.status !== 503) fail(`5xx after ${sent.what}`, sent, answer)
      if (answer.status !== 404) break
    }
  }
  const alive = await send({ cookie: '' }, { method: 'GET', path: '/health/ready' })
  if (alive.status !== 200) fail('not ready after hostile files', { method: 'GET', path: '/health/ready' }, alive)
}

/** What says of itself that it is a page, a picture with a script, a paper, is given back as something to keep, not to run. */
async function uploads(cookie: string): Promise<void> {
  const content = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>window.broken=1</script></svg>')
  for (const [i, type] of uploadTypes.entries()) {
    const id = `fuzz-upload-${i}`
    const begun = await send({ cookie }, { method: 'POST', path: '/api/files', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, name: '../../现场.html', type, bytes: content.length }) })
    if (begun.status >= 500) fail('5xx', { method: 'POST', path: '/api/files' }, begun)
    if (begun.status >= 400) continue
    const sent = await send({ cookie }, { method: 'PUT', path: `/api/files/${id}?from=0`, headers: { 'content-type': 'application/octet-stream' }, body: content })
    if (sent.status >= 500) fail('5xx', { method: 'PUT', path: '/api/files' }, sent)
    const { hash } = JSON.parse(sent.text) as { hash?: string }
    if (hash === undefined) continue
    const back = await fetch(`${running.url}/api/files/${hash}`, { headers: { cookie } })
    const served = back.headers.get('content-type') ?? ''
    if (/html|svg|xml/.test(served) || back.headers.get('x-content-type-options') !== 'nosniff') fail('an upload is served as a page', { method: 'GET', path: `/api/files/${hash}` }, { status: back.status, text: served })
  }
}

/** Nothing was stored half: the record verifies, and every table is what the acts say. */
async function whole(...command: readonly string[]): Promise<void> {
  const cli = join(import.meta.dirname, '../server/cli/main.ts')
  const answer = await promisify(execFile)(process.execPath, [cli, ...command, '--data', dataDir, '--json']).then(() => undefined, (error: unknown) => String(error))
  if (answer !== undefined) failures.push({ what: `faheng ${command.join(' ')}`, sent: '', answer: answer.slice(0, 600) })
}

async function mattersOf(sessions: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const cookie of sessions) {
    const { status, text } = await send({ cookie }, { method: 'GET', path: '/api/matters?body=market&limit=50' })
    if (status === 200) for (const { id } of (JSON.parse(text) as { rows: { id: string }[] }).rows) found.add(id)
  }
  return [...found]
}

/** Officers and heads of other bodies, and the administrators. */
async function strangers(sessions: readonly string[], password: string): Promise<string[]> {
  for (const cookie of sessions) {
    const { status, text } = await send({ cookie }, { method: 'GET', path: '/api/people?limit=100' })
    if (status !== 200) continue
    const rows = (JSON.parse(text) as { rows: { id: string; posts?: { kind: string; body: string }[] }[] }).rows
    const others = rows.filter(({ posts = [] }) => posts.length > 0 && posts.every(({ kind, body }) => kind.endsWith('administrator') || (body !== 'market' && !['supervisor'].includes(kind))))
    const names = others.map(({ id }) => id.replace('-', '.').replace('-', '.')).filter((name) => name.split('.').length >= 2).slice(0, 12)
    return (await Promise.all(names.map((name) => signIn(name, password)))).filter(Boolean)
  }
  return []
}

async function signIn(username: string, password: string): Promise<string> {
  const answer = await fetch(`${running.url}/api/auth/sign-in/username`, { method: 'POST', headers: { 'content-type': 'application/json', origin: running.url }, body: JSON.stringify({ username, password }) })
  return answer.ok ? answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ') : ''
}

async function send({ cookie }: { readonly cookie: string }, { method, path, body, headers }: Pick<Sent, 'method' | 'path'> & Partial<Sent>): Promise<Answer> {
  const answer = await fetch(`${running.url}${path}`, { method, headers: { cookie, origin: running.url, ...headers }, ...(body === undefined ? {} : { body: body as string }), signal: AbortSignal.timeout(20_000) })
    .then(async (each) => ({ status: each.status, text: await each.text() }), (error: unknown) => ({ status: 599, text: String(error) }))
  count[answer.status] = (count[answer.status] ?? 0) + 1
  return answer
}

function fail(what: string, sent: { readonly method: string; readonly path: string; readonly body?: unknown }, answer: Answer): void {
  failures.push({ what, sent: `${sent.method} ${sent.path.slice(0, 200)} ${typeof sent.body === 'string' ? sent.body.slice(0, 300) : ''}`, answer: `${answer.status} ${answer.text.slice(0, 300)}` })
}
