import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCases, type TestCases } from '../cases/test-cases.ts'
import { testRegion } from '../test-server.ts'

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

const send = async <T = Record<string, unknown>>(person: string, path: string, body: object) => (await cases.as(person)).send<T>('POST', `/api/training/${path}`, body)
const get = async <T = Record<string, unknown>>(person: string, path: string) => (await cases.as(person)).get<T>(`/api/training/${path}`)
const now = () => cases.server.context.clock()
const after = (minutes: number) => new Date(Date.parse(now()) + minutes * 60_000).toISOString()
/** Time passes, and who was away too long signs in anew. */
const minutes = (n: number): void => {
  cases.server.forward(n * 60_000)
  cases.later(0)
}

interface Mine {
  standing: { counted: number; political: number; lacking: number; needed: number; willMiss: boolean }
  credits: { course: string; hours: number; short: string | null; proof: string[] }[]
  compulsory: { course: string; done: boolean }[]
  sessions: { id: string; signedIn: boolean }[]
  online: { finished: boolean; progress: unknown[] }[]
}
const mine = async (person: string) => (await get<Mine>(person, 'mine')).body

const course = async (by: string, more: object = {}): Promise<string> => {
  const id = cases.fresh('course')
  const answer = await send(by, 'courses', {
    id, body: 'scjg', year: 2026, title: '行政处罚法专题', kind: 'public-law', category: '', level: 'county', tier: 'all', compulsory: false, rotation: false, hours: 4, invited: [], ...more,
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return id
}
/** Three hours from in ten minutes on. */
const room = async (by: string, of: string, more: object = {}): Promise<string> => {
  const id = cases.fresh('session')
  const answer = await send(by, 'sessions', { id, course: of, starts: after(10), ends: after(190), place: '三楼会议室', hours: 4, ...more })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return id
}
const codeOf = async (by: string, session: string) => (await get<{ code: string; until: string }>(by, `sessions/${session}/code`)).body
const sign = async (person: string, session: string, direction: 'in' | 'out', code: string, more: object = {}) =>
  send<{ near?: boolean | null; field?: string }>(person, 'sign', { id: cases.fresh('sign'), session, direction, code, ...more })

describe('a plan', () => {
  const file = { body: 'scjg', year: 2026, title: '2026年度培训计划', lines: [{ kind: 'public-law', category: '', level: 'county', tier: 'all', title: '公共法律', hours: 20 }] }

  it('is filed by the body, received by the bureau, and late ones are marked', async () => {
    expect((await send('officer', 'plans', { id: 'plan-0', file })).status).toBe(404)
    expect((await send('head', 'plans', { id: 'plan-1', file })).status).toBe(201)
    expect((await send('head', 'plans', { id: 'plan-1', file })).status).toBe(200)
    expect((await send('strange-head', 'plans', { id: 'plan-2', file })).status).toBe(404)
    expect((await send('head', 'plans', { id: 'r-0', receive: { plan: 'plan-1' } })).status).toBe(404)
    expect((await send('supervisor', 'plans', { id: 'r-1', receive: { plan: 'plan-1' } })).status).toBe(201)
    await send('strange-head', 'plans', { id: 'plan-3', file: { ...file, body: 'yjj', year: 2025 } })
    expect((await get('supervisor', 'plans?year=2026')).body).toMatchObject({
      plans: [{ id: 'plan-1', late: false, current: true, received: expect.any(String), lines: [{ hours: 20, held: 0 }] }], missing: [{ body: 'yjj', late: false }],
    })
    expect((await get('supervisor', 'plans?year=2025')).body).toMatchObject({ plans: [{ id: 'plan-3', late: true, received: null }] })
  })
})

describe('a session', () => {
  it('is attended by the code of the room, which changes, and the hours have their proof', async () => {
    const of = await course('head', { compulsory: true })
    const session = await room('head', of)
    expect((await get('officer', `sessions/${session}/code`)).status).toBe(404)
    expect((await mine('officer')).compulsory).toContainEqual({ course: of, title: '行政处罚法专题', done: false })
    const first = await codeOf('head', session)
    expect((await sign('officer', session, 'in', first.code.toLowerCase())).status).toBe(201)
    minutes(2)
    expect(await sign('second', session, 'in', first.code)).toMatchObject({ status: 400, body: { field: '/code' } })
    expect((await sign('second', session, 'in', (await codeOf('head', session)).code)).status).toBe(201)
    expect((await sign('stranger', session, 'in', (await codeOf('head', session)).code)).status).toBe(404)
    expect((await mine('officer')).sessions).toMatchObject([{ id: session, signedIn: true }])
    minutes(186)
    expect((await sign('officer', session, 'out', (await codeOf('head', session)).code)).status).toBe(201)
    const { credits, standing, compulsory } = await mine('officer')
    expect(credits).toMatchObject([{ course: of, hours: 4, short: null, proof: [expect.any(String), expect.any(String)] }])
    expect(standing).toMatchObject({ counted: 4, political: 0, needed: 60, lacking: 56 })
    expect(compulsory).toContainEqual({ course: of, title: '行政处罚法专题', done: true })
    expect((await mine('second')).credits).toMatchObject([{ hours: 0, short: 'no-sign-out' }])
    minutes(120)
    expect(await sign('second', session, 'out', (await codeOf('head', session)).code)).toMatchObject({ status: 400, body: { field: '/session' } })
  })

  it('takes a paper list with its reason, and strikes a wrong line which stays to be read', async () => {
    const of = await course('head')
    const session = await room('head', of)
    minutes(240)
    const list = { session, reason: '签到屏停电', people: [{ person: 'second', from: after(-230), until: after(-50) }, { person: 'third', from: after(-230), until: after(-140) }] }
    expect((await send('second', 'list', { id: 'list-0', ...list })).status).toBe(404)
    expect((await send('head', 'list', { id: 'list-1', ...list })).status).toBe(201)
    expect((await mine('second')).credits).toContainEqual(expect.objectContaining({ course: of, hours: 4, proof: ['list-1.0'] }))
    expect((await mine('third')).credits).toMatchObject([{ course: of, hours: 2, short: 'part' }])
    expect((await send('second', 'corrections', { id: 'strike-0', strike: { entry: 'list-1.0', reason: '改' } })).status).toBe(404)
    expect((await send('head', 'corrections', { id: 'strike-1', strike: { entry: 'list-1.0', reason: '本人未到场' } })).status).toBe(201)
    expect((await mine('second')).credits.filter((each) => each.course === of)).toEqual([])
    const sheet = (await get<{ entries: unknown[] }>('head', `sessions/${session}`)).body
    expect(sheet.entries).toContainEqual(expect.objectContaining({ id: 'list-1.0', struckBy: 'strike-1', struckReason: '本人未到场', reason: '签到屏停电', recordedByName: '测试head' }))
    expect((await get<{ entries: unknown[] }>('third', `sessions/${session}`)).body).toMatchObject({ organises: false, entries: [{ person: 'third' }] })
    await expect(cases.server.db.pools.worker.query('delete from faheng.training_entry')).rejects.toThrow(/append-only/)
  })

  it('may ask where the phone is, keeps whether it was near, and no place', async () => {
    const of = await course('head', { kind: 'skills' })
    const session = await room('head', of, { area: { latitude: 37.87, longitude: 112.55, metres: 200 } })
    const { code } = await codeOf('head', session)
    expect((await sign('officer', session, 'in', code, { position: { latitude: 37.8705, longitude: 112.5505 } })).body).toMatchObject({ near: true })
    expect((await sign('second', session, 'in', code, { position: { latitude: 37.9, longitude: 112.55 } })).body).toMatchObject({ near: false })
    expect((await sign('third', session, 'in', code)).body).toMatchObject({ near: null })
    expect((await cases.server.db.pools.worker.query('select content::text from faheng.verb_log where content::text like $1', ['%112.5505%'])).rows).toEqual([])
  })

  it('of a joint course is open to the bodies it invites', async () => {
    const session = await room('head', await course('head', { invited: ['yjj'], kind: 'political' }))
    expect((await sign('stranger', session, 'in', (await codeOf('supervisor', session)).code)).status).toBe(201)
    minutes(188)
    expect((await sign('stranger', session, 'out', (await codeOf('head', session)).code)).status).toBe(201)
    expect((await mine('stranger')).standing).toMatchObject({ political: 4, counted: 0, lacking: 60 })
  })
})

it('online, the clock counts and not the page', async () => {
  const hash = 'a'.repeat(64)
  await cases.server.db.pools.worker.query(`insert into faheng.file (region, hash, bytes, type, name, stored, stored_by) values ($1, $2, 9, 'video/mp4', 'x.mp4', $3, 'head')`, [testRegion, hash, now()])
  const of = await course('head', { hours: 2, materials: [{ id: 'film', title: '现场检查规范', kind: 'video', seconds: 60, file: hash }, { id: 'text', title: '讲义', kind: 'document', seconds: 20, file: hash }] })
  const beat = async (material: string, position: number) => (await send<{ seconds: number; finished: boolean }>('third', 'watch', { course: of, material, position })).body
  expect(await beat('film', 0)).toMatchObject({ seconds: 0 })
  expect(await beat('film', 60)).toMatchObject({ seconds: 0 })
  cases.server.forward(15_000)
  expect(await beat('film', 75)).toMatchObject({ seconds: 15 })
  minutes(60)
  expect(await beat('film', 3600)).toMatchObject({ seconds: 45 })
  cases.server.forward(15_000)
  expect(await beat('text', 0)).toMatchObject({ seconds: 0 })
  expect(await beat('film', 3615)).toMatchObject({ seconds: 45 })
  cases.server.forward(20_000)
  expect(await beat('film', 3635)).toMatchObject({ seconds: 60, finished: false })
  cases.server.forward(20_000)
  expect(await beat('text', 0)).toMatchObject({ seconds: 20, finished: true })
  const { credits, online } = await mine('third')
  expect(credits).toContainEqual(expect.objectContaining({ course: of, hours: 2 }))
  expect(online).toMatchObject([{ finished: true }])
  expect((await (await cases.as('stranger')).send('POST', '/api/training/watch', { course: of, material: 'film', position: 0 })).status).toBe(404)

  // Struck by who leads him, it is to be earned again from the beginning.
  const list = async (by: string) => get<{ credits: { course: string; proof: string[] }[] }>(by, 'people/third')
  expect([(await list('officer')).status, (await list('strange-head')).status]).toEqual([404, 404])
  const entry = (await list('unit-head')).body.credits.find((each) => each.course === of)?.proof[0]
  expect((await send('head', 'corrections', { id: 'strike-film', strike: { entry, reason: '他人代学' } })).status).toBe(201)
  expect((await mine('third')).online).toMatchObject([{ finished: false, progress: [] }])
  for (const [material, position] of [['film', 0], ['film', 30], ['film', 60], ['text', 0], ['text', 0]] as const) {
    await beat(material, position)
    cases.server.forward(30_000)
  }
  expect(await beat('text', 0)).toMatchObject({ finished: true })
  expect((await mine('third')).credits.filter((each) => each.course === of)).toMatchObject([{ hours: 2 }])
})

describe('coverage', () => {
  interface Coverage { bodies: { body: string; people: number; rotated: number; willMiss: number; rotation: { until: string } | null }[]; rows: { person: string; needed: number; certified: boolean }[] }

  it('is the unit for its head, the body for the head, the county for the supervisor, and for nobody else', async () => {
    const of = async (person: string) => (await get<Coverage>(person, 'coverage')).body.rows.map((each) => each.person).sort()
    expect(await of('unit-head')).toEqual(['officer', 'second', 'third', 'unit-head'])
    expect(await of('head')).toEqual(['elsewhere', 'officer', 'other-unit-head', 'second', 'third', 'unit-head'])
    expect(await of('supervisor')).toContain('stranger')
    expect((await get('officer', 'coverage')).status).toBe(404)
    expect((await get('system-administrator', 'mine')).status).toBe(404)
    expect((await get<Coverage>('unit-head', 'coverage')).body.rows.find(({ person }) => person === 'officer')).toMatchObject({ certified: true })
  })

  it('knows who was in the round, who will miss his hours, and whose were taken off with a reason', async () => {
    await cases.server.db.pools.worker.query(`insert into faheng.body_setting (region, body, name, value, valid_from, recorded) values ($1, 'yjj', 'training', '{"hours": 2}', '2020-01-01', $2)`, [testRegion, now()])
    const session = await room('strange-head', await course('strange-head', { body: 'yjj', rotation: true, kind: 'professional' }))
    await sign('stranger', session, 'in', (await codeOf('strange-head', session)).code)
    minutes(188)
    await sign('stranger', session, 'out', (await codeOf('strange-head', session)).code)
    const { bodies } = (await get<Coverage>('supervisor', 'coverage')).body
    expect(bodies.find(({ body }) => body === 'yjj')).toMatchObject({ people: 1, reached: 1, rotated: 1, willMiss: 0 })
    expect(bodies.find(({ body }) => body === 'scjg')).toMatchObject({ rotated: 0, willMiss: 6 })
    // A round of several years counts a course of the year before; one of next year counts none of this.
    await cases.server.db.pools.worker.query(`insert into faheng.training_course (region, id, year, body, invited, title, kind, level, tier, compulsory, rotation, hours, organiser, recorded)
      values ($1, 'first-round', 2025, 'scjg', '{}', '轮训一期', 'professional', 'body', 'all', true, true, 4, 'head', '2025-01-01')`, [testRegion])
    await cases.server.db.pools.worker.query(`insert into faheng.training_entry (region, id, person, course, kind, at, recorded, recorded_by) values ($1, 'f-2025', 'second', 'first-round', 'finished', '2025-06-01', '2025-06-01', 'second')`, [testRegion])
    const rounds = async () => (await get<Coverage>('supervisor', 'coverage')).body.bodies.map(({ body, rotated, rotation }) => [body, rotated, rotation?.until])
    expect((await send('head', 'round', { id: 'round-0', from: '2025-01-01', until: '2027-12-31' })).status).toBe(404)
    expect((await send('supervisor', 'round', { id: 'round-1', from: '2025-01-01', until: '2027-12-31' })).status).toBe(201)
    expect(await rounds()).toEqual(expect.arrayContaining([['scjg', 1, '2027-12-31'], ['yjj', 1, '2027-12-31']]))
    expect((await get<Coverage>('supervisor', 'coverage')).body.bodies.find(({ body }) => body === 'yjj')).toMatchObject({ reached: 1 })
    expect((await send('supervisor', 'round', { id: 'round-2', from: '2027-01-01', until: '2028-12-31' })).status).toBe(201)
    expect(await rounds()).toEqual(expect.arrayContaining([['scjg', 0, '2028-12-31'], ['yjj', 0, '2028-12-31']]))
    const exempt = { person: 'elsewhere', year: 2026, hours: 20, reason: '产假' }
    expect((await send('strange-head', 'corrections', { id: 'ex-0', exempt })).status).toBe(404)
    expect((await send('head', 'corrections', { id: 'ex-1', exempt })).status).toBe(201)
    expect((await get<Coverage>('head', 'coverage')).body.rows.find(({ person }) => person === 'elsewhere')).toMatchObject({ needed: 40 })
  })
})
