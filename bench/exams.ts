import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readBankText } from '../law/exams/read-bank.ts'
import { importQuestions } from '../server/exams/import-questions.ts'
import { openDatabase } from '../server/platform/database/open.ts'
import { inTransaction } from '../server/platform/database/run.ts'
import { addAccounts, hashPassword } from '../server/platform/identity/accounts.ts'
import { openIdentity } from '../server/platform/identity/identity.ts'
import { openSecret } from '../server/platform/identity/secret.ts'
import { figure, postgresOf, report, type Figure } from './shared/report.ts'
import { end, signIn as sessionOf, startServer } from './shared/server.ts'

/**
 * An exam of many at once: `npm run bench -- exams [examinees] [answers] [seconds between two answers]`. The server is a process of
 * its own on a fresh database; everybody begins, answers at his pace, and hands in. Reported are milliseconds until an answer is
 * acknowledged (it is committed then), of beginning together and of everybody answering in the same moment. Then all go on answering
 * while the server is killed twice and started again; whoever got no answer sends again under the same id. It ends with 1 if an
 * acknowledged answer is not in its paper as it was last given, or the 95th percentile of a paced answer is above `limit`.
 */
const limit = 100
const [examinees = 500, answers = 20, pace = 5] = process.argv.slice(2).map(Number)
const region = '140299'
const password = 'correct-horse-8'
const dataDir = mkdtempSync(join(tmpdir(), 'faheng-bench-exams-'))
const names = Array.from({ length: examinees }, (_, i) => `examinee-${i}`)
const postgres = await prepare()
let server = await startServer(dataDir)
try {
  const bureau = await signIn('bureau')
  const now = Date.now()
  await ok(bureau('POST', '/api/exams', {
    id: 'bench', title: '执法资格考试', opens: new Date(now - 60_000).toISOString(), closes: new Date(now + 3_600_000).toISOString(), minutes: 60, pass: 30, examinees: names, markers: [],
    blueprint: { sections: [{ kind: 'single', count: 50, points: 1, fields: [], difficulty: {} }], compulsory: [] },
  }))
  const sends: Send[] = []
  for (let i = 0; i < names.length; i += 8) sends.push(...(await Promise.all(names.slice(i, i + 8).map(signIn))))

  const begin = await timed('everybody begins and reads the paper', sends, async (send, note) => {
    await note(() => send('POST', '/api/exams/bench/begin', { id: randomUUID() }))
    await note(() => send('GET', '/api/exams/bench/paper'))
  })
  const papers = await Promise.all(sends.map(async (send) => ((await (await send('GET', '/api/exams/bench/paper')).json()) as { questions: { question: string }[] }).questions))
  const acknowledged = sends.map(() => new Map<string, string>())
  const give = async (send: Send, i: number, n: number): Promise<Response> => {
    const [question, given] = [papers[i]?.[n % 50]?.question ?? '', 'ABCD'[n % 4] ?? 'A']
    const answer = await send('POST', '/api/exams/bench/answers', { id: randomUUID(), question, given: [given] })
    if (answer.ok) acknowledged[i]?.set(question, given)
    return answer
  }
  const paced = await timed(`an answer, ${Math.round(examinees / pace)} a second`, sends, async (send, note, i) => {
    await sleep(Math.random() * pace * 1000)
    for (let n = 0; n < answers; n++) {
      await note(() => give(send, i, n))
      await sleep((0.5 + Math.random()) * pace * 1000)
    }
  })
  const together = await timed('an answer, everybody in one moment', sends, (send, note, i) => note(() => give(send, i, answers)))
  const { killed, again } = await throughKills(sends, papers, acknowledged)
  const lost = await missing(sends, acknowledged)
  const submit = await timed('everybody hands in', sends, (send, note) => note(() => send('POST', '/api/exams/bench/submit', { id: randomUUID() })))
  report('exams', { examinees, answers, 'seconds between two answers': pace }, [begin, paced, together, submit, figure('the server killed, until it answers again', 'ms', killed)], postgres)
  const count = acknowledged.reduce((sum, each) => sum + each.size, 0)
  console.log(`killed ${killed.length} times: ${again} requests sent again, ${count} acknowledged answers compared, ${lost} lost`)
  console.log(`95th percentile of a paced answer: ${paced.p95} ms, at most ${limit} ms: ${paced.p95 <= limit ? 'kept' : 'NOT KEPT'}`)
  process.exitCode = lost > 0 || paced.p95 > limit ? 1 : 0
} finally {
  await end(server.process, 'SIGTERM')
  rmSync(dataDir, { recursive: true, force: true })
}

/** Everybody answers at his pace; after a third and two thirds of the time the server is killed as by a power cut. */
async function throughKills(sends: readonly Send[], papers: readonly (readonly { readonly question: string }[])[], acknowledged: readonly Map<string, string>[]) {
  const killed: number[] = []
  const rounds = 6
  let again = 0
  const answering = sends.map(async (send, i) => {
    await sleep(Math.random() * pace * 1000)
    for (let n = 0; n < rounds; n++) {
      const question = papers[i]?.[(answers - 2 + n) % 50]?.question ?? '' // two given before, then new ones
      const given = 'DCBA'[(n + i) % 4] ?? 'A'
      const body = { id: randomUUID(), question, given: [given] }
      while (!(await send('POST', '/api/exams/bench/answers', body).then(async (answer) => (await answer.arrayBuffer(), answer.ok), () => false))) {
        again++
        await sleep(500 + Math.random() * 500)
      }
      acknowledged[i]?.set(question, given)
      await sleep((0.5 + Math.random()) * pace * 1000)
    }
  })
  for (let n = 0; n < 2; n++) {
    await sleep((rounds * pace * 1000) / 3)
    const at = performance.now()
    await end(server.process, 'SIGKILL')
    server = await startServer(dataDir)
    killed.push(performance.now() - at)
  }
  await Promise.all(answering)
  return { killed, again }
}

/** How many acknowledged answers are not in the paper as they were last given. */
async function missing(sends: readonly Send[], acknowledged: readonly ReadonlyMap<string, string>[]): Promise<number> {
  let lost = 0
  for (const [i, send] of sends.entries()) {
    const { questions } = (await (await ok(send('GET', '/api/exams/bench/paper'))).json()) as { questions: { question: string; given: string[] | null }[] }
    const kept = new Map(questions.map((each) => [each.question, each.given?.[0]]))
    for (const [question, given] of acknowledged[i] ?? []) if (kept.get(question) !== given) lost++
  }
  return lost
}

type Send = (method: string, path: string, body?: unknown) => Promise<Response>

/** All at once; milliseconds of each request noted. @throws when one was refused */
async function timed(what: string, sends: readonly Send[], work: (send: Send, note: (request: () => Promise<Response>) => Promise<void>, i: number) => Promise<void>): Promise<Figure> {
  const took: number[] = []
  let failed = 0
  const note = async (request: () => Promise<Response>): Promise<void> => {
    const begun = performance.now()
    const answer = await request()
    await answer.arrayBuffer()
    took.push(performance.now() - begun)
    if (!answer.ok) failed++
  }
  await Promise.all(sends.map((send, i) => work(send, note, i)))
  if (failed > 0) throw new Error(`${what}: ${failed} of ${took.length} requests failed`)
  return figure(what, 'ms', took)
}

/** @returns PostgreSQL's version */
async function prepare(): Promise<string> {
  const at = new Date().toISOString()
  const since = '2020-01-01T00:00:00.000Z'
  const opened = await openDatabase({ dataDir, env: process.env, log: () => undefined, as: 'server', at })
  const { worker, auth } = opened.pools
  try {
    await worker.query('insert into faheng.region (region, name) values ($1, $2)', [region, '测试县'])
    await worker.query(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, recorded) values ($1, 'sfj', '测试县司法局', '司法局', '晋测司', 'organ', $2)`, [region, since])
    const all = [...names, 'bureau']
    await worker.query('insert into faheng.person (region, id, name) select $1, n, n from unnest($2::text[]) n', [region, all])
    await worker.query(`insert into faheng.post (region, id, person, kind, body, from_at, recorded) select $1, 'p-' || n, n, case n when 'bureau' then 'supervisor' else 'officer' end, 'sfj', $3, $3 from unnest($2::text[]) n`, [region, all, since])
    const lines = Array.from({ length: 1700 }, (_, i) => `${i + 1}\t第${i + 1}题：行政机关实施行政处罚时，应当（）违法行为。\t正确答案：${'ABCD'[i % 4]}\tA.责令改正${i}\tB.制止${i}C.批评${i}\tD.教育${i}`)
    await inTransaction(worker, (client) => importQuestions(client, region, readBankText(lines.join('\n'), { field: '公共法律' }), { source: 'bench', by: 'system', at }))
    const identity = openIdentity({ pool: auth, secret: openSecret(join(dataDir, 'keys'), process.env), publicUrl: 'http://localhost', production: false, clock: () => at })
    const passwordHash = await hashPassword(identity, password)
    await addAccounts(identity, all.map((person) => ({ region, person, name: person, username: person, passwordHash, passwordDue: false })))
    return await postgresOf(worker)
  } finally {
    await opened.close()
  }
}

async function signIn(username: string): Promise<Send> {
  const headers = { 'content-type': 'application/json' }
  const cookie = await sessionOf(server.url, username, password)
  return (method, path, body) => fetch(server.url + path, { method, headers: { ...(body === undefined ? {} : headers), cookie }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
}

async function ok(request: Promise<Response>): Promise<Response> {
  const answer = await request
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer
}
