import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Malformed, IdReused, NotFound, Refused } from '../platform/errors.ts'
import type { ActRequest } from './content.ts'
import { perform } from './perform.ts'
import { asker, region, testCounty, type TestCounty } from './test-county.ts'

let county: TestCounty
let n = 0
const id = (prefix: string) => `${prefix}-${++n}`

beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.db.drop())

const act = (person: string, matter: string, kind: string, payload: unknown, more: Partial<ActRequest> = {}) =>
  perform(county.acts, asker(person), { matter, act: { id: id('act'), kind, payload, ...more } })

async function opened(parties = [id('party')]): Promise<string> {
  const matter = id('m')
  await perform(county.acts, asker('officer'), {
    matter, opens: { procedure: 'complaint', body: 'a', unit: 'a1' },
    act: { id: id('act'), kind: 'register', payload: { parties, story: '一位消费者说', informant: '张三' } },
  })
  return matter
}

async function proposed(parties?: string[]): Promise<{ matter: string; proposal: { act: string; hash: string } }> {
  const matter = await opened(parties)
  await act('officer', matter, 'inspect', { evidence: 'e1', kind: 'photo' })
  const done = await act('officer', matter, 'propose', { fine: 500_00 })
  return { matter, proposal: { act: done.act, hash: await hashOf(done.act) } }
}

const rows = async (sql: string, ...values: unknown[]) => (await county.db.pools.worker.query(sql, values)).rows
const hashOf = async (act: string) => String((await rows('select hash from faheng.act where region = $1 and id = $2', region, act))[0]?.hash)
const actsIn = async (matter: string) => Number((await rows('select count(*) as n from faheng.act where matter = $1', matter))[0]?.n)

test('an act writes its matter, state, clock, waiting, readers, document', async () => {
  const { matter, proposal } = await proposed(['p1'])
  const done = await act('head', matter, 'approve', { proposal, opinion: '同意' })
  expect(done).toMatchObject({ seq: 4, stage: 'decided', repeated: false, documents: [{ kind: 'decision', subject: 'p1', number: expect.stringMatching(/^晋青市监罚〔2026〕\d+号$/) }] })
  expect(done.documents[0]?.code).toMatch(/^[0-9A-Z]{16}$/)
  expect(await rows('select stage, number, seq, due from faheng.matter where id = $1', matter)).toEqual([{ stage: 'decided', number: done.documents[0]?.number, seq: 4, due: null }])
  expect(await rows('select clock, closed is not null as closed from faheng.clock where matter = $1', matter)).toEqual([{ clock: 'decide', closed: true }])
  expect(await rows('select act, post, place from faheng.waiting where matter = $1', matter)).toEqual([{ act: 'close', post: 'unit-head', place: 'a1' }])
  expect(await rows('select person, up_to_seq from faheng.reader where matter = $1 order by 1', matter)).toEqual([{ person: 'head', up_to_seq: 4 }, { person: 'officer', up_to_seq: null }])
  expect(await rows('select amount from faheng.decided where matter = $1', matter)).toEqual([{ amount: 50000 }])
  const fields = await rows(`select fields from faheng.document where matter = $1 and kind = 'decision'`, matter)
  expect(fields[0]?.fields).toMatchObject({ body: '市场监管局', party: '当事人p1', by: '姓名head' })
})

test('personal fields stand nowhere but under the key', async () => {
  const matter = await opened()
  const all = JSON.stringify(await rows('select a.*, s.state from faheng.act a join faheng.matter_state s using (region, matter) where matter = $1', matter))
  expect(all).not.toContain('消费者')
  expect(all).not.toContain('张三')
  expect(await rows('select count(*) as n from faheng.act_private p join faheng.act a on a.id = p.act where matter = $1', matter)).toEqual([{ n: 1 }])
})

test('the same act again: the first result; other content: the id is taken', async () => {
  const matter = await opened()
  const request = { matter, act: { id: id('act'), kind: 'inspect', payload: { evidence: 'e1', kind: 'photo', note: '笔录' } } }
  const first = await perform(county.acts, asker('officer'), request)
  await act('officer', matter, 'propose', { fine: 1 })
  expect(await perform(county.acts, asker('officer'), request)).toEqual({ ...first, repeated: true })
  const changed = { matter, act: { ...request.act, payload: { ...request.act.payload, note: '另一份' } } }
  await expect(perform(county.acts, asker('officer'), changed)).rejects.toBeInstanceOf(IdReused)
  await expect(perform(county.acts, asker('second'), request)).rejects.toBeInstanceOf(NotFound)
  const elsewhere = await opened()
  await expect(perform(county.acts, asker('officer'), { ...request, matter: elsewhere })).rejects.toBeInstanceOf(IdReused)
  expect(await actsIn(matter)).toBe(3)
})

test('opening twice, also at once', async () => {
  const request = {
    matter: id('m'), opens: { procedure: 'complaint', body: 'a', unit: 'a1' },
    act: { id: id('act'), kind: 'register', payload: { parties: ['p1'], story: '一' } },
  }
  const both = await Promise.all([perform(county.acts, asker('officer'), request), perform(county.acts, asker('officer'), request)])
  expect(both.map(({ repeated }) => repeated).sort((a, b) => Number(a) - Number(b))).toEqual([false, true])
  const { repeated: _, ...result } = both[0]
  expect(both[1]).toMatchObject(result)
  await expect(perform(county.acts, asker('officer'), { ...request, act: { ...request.act, id: id('act') } })).rejects.toBeInstanceOf(IdReused)
  await expect(perform(county.acts, asker('officerOfB'), { ...request, opens: { procedure: 'complaint', body: 'b', unit: 'b1' } })).rejects.toBeInstanceOf(IdReused)
})

test('opened by another between the lock that found nothing and the look for its id', async () => {
  const request = {
    matter: id('m'), opens: { procedure: 'complaint', body: 'a', unit: 'a1' },
    act: { id: id('act'), kind: 'register', payload: { parties: ['p1'], story: '一' } },
  }
  const first = () => perform(county.acts, asker('officer'), request)
  const before = await connectedAfterLock(first)
  expect(await perform({ ...county.acts, pool: before.pool }, asker('officer'), request)).toEqual({ ...(await before.first()), repeated: true })
  expect(await actsIn(request.matter)).toBe(1)
})

test('two approvals at once: one wins, the other is judged on the new state', async () => {
  const { matter, proposal } = await proposed()
  const settled = await Promise.allSettled([act('head', matter, 'approve', { proposal }), act('head', matter, 'approve', { proposal })])
  expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = settled.find((each) => each.status === 'rejected')
  expect(refused?.reason).toBeInstanceOf(Refused)
  expect((refused?.reason as Refused | undefined)?.refusals.map(({ guard }) => guard)).toContain('stage')
  expect(await actsIn(matter)).toBe(4)
})

test('a refusal stores nothing, and names article and cure', async () => {
  const matter = await opened()
  const before = await actsIn(matter)
  const refused = await act('officer', matter, 'propose', { fine: 1 }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refused)
  expect((refused as Refused).refusals).toMatchObject([{ guard: 'evidenced', article: { statute: '行政处罚法', article: 40 } }])
  expect(await actsIn(matter)).toBe(before)
  expect((await rows('select count(*) as n from faheng.pending where matter = $1', matter))[0]?.n).toBe(1)
})

test('who cannot see the matter finds none; who sees it and lacks the post is refused', async () => {
  const { matter, proposal } = await proposed()
  await expect(act('officerOfB', matter, 'inspect', { evidence: 'x', kind: 'note' })).rejects.toBeInstanceOf(NotFound)
  await expect(act('administrator', matter, 'approve', { proposal })).rejects.toBeInstanceOf(NotFound)
  const refused = await act('supervisor', matter, 'approve', { proposal }).catch((error: unknown) => error)
  expect((refused as Refused).refusals.map(({ guard }) => guard)).toEqual(['by'])
})

test('a decision of another body against the party is seen, and bars a second fine', async () => {
  const matter = id('m')
  await perform(county.acts, asker('officer'), {
    matter, opens: { procedure: 'complaint', body: 'a', unit: 'a1' }, act: { id: id('act'), kind: 'register', payload: { parties: ['p3'], story: '一' } },
  })
  await county.db.pools.worker.query(`insert into faheng.decided values ($1, 'p3', 'of-b', 'x', '2026-02-01', '2026-04-01', true, 1)`, [region])
  await act('officer', matter, 'inspect', { evidence: 'e', kind: 'note' })
  const { act: proposal } = await act('officer', matter, 'propose', { fine: 1 })
  const refused = await act('head', matter, 'approve', { proposal: { act: proposal, hash: await hashOf(proposal) } }).catch((error: unknown) => error)
  expect((refused as Refused).refusals.map(({ guard }) => guard)).toEqual(['unpunished'])
})

test('what is malformed is named', async () => {
  const matter = await opened()
  const field = (person: string, kind: string, payload: unknown, more: Partial<ActRequest> = {}) =>
    act(person, matter, kind, payload, more).then(() => 'performed', (error: unknown) => (error instanceof Malformed ? error.field : String(error)))
  expect(await field('officer', 'inspect', { evidence: 'e', kind: 'film' })).toBe('/payload/kind')
  expect(await field('officer', 'inspect', { kind: 'photo' })).toBe('/payload/evidence')
  expect(await field('officer', 'inspect', { evidence: 'e', kind: 'photo', more: 1 })).toBe('/payload/more')
  expect(await field('officer', 'inspect', { evidence: 'e', kind: 'photo', note: 'a\0b' })).toBe('/payload/note')
  expect(await field('officer', 'inspect', { evidence: 'e', kind: 'photo', note: 'a\ud800' })).toBe('/payload/note')
  expect(await field('officer', 'inspect', null)).toBe('/payload')
  expect(await field('officer', 'nothing', {})).toBe('/kind')
  expect(await field('officer', 'propose', { fine: 1 }, { occurredAt: '2026-03-01T00:00:00.000Z' })).toBe('/occurredAt')
  expect(await field('officer', 'inspect', { evidence: 'e', kind: 'photo' }, { occurredAt: '2036-03-01T00:00:00.000Z' })).toBe('/occurredAt')
  expect(await field('officer', 'inspect', { evidence: 'e', kind: 'photo' }, { occurredAt: '2026-02-30T00:00:00.000Z' })).toBe('/occurredAt')
  expect(await field('officer', 'inspect', { evidence: 'e', kind: 'photo' }, { occurredAt: '2026-02-28T00:00:00.000Z' })).toBe('/lateReason')
})

test('a late fact folds the matter again and flags the power it undermines', async () => {
  const { matter } = await proposed()
  const [register] = await rows(`select occurred from faheng.act where matter = $1 and kind = 'inspect'`, matter)
  const late = new Date(Date.parse(register?.occurred as string) + 1).toISOString()
  const done = await act('officer', matter, 'spoil', {}, { occurredAt: late })
  expect(done.stage).toBe('proposed')
  expect(done.findings.map(({ rule }) => rule).sort()).toEqual(['flag:evidenced', 'late'])
  const [state] = await rows('select state from faheng.matter_state where matter = $1', matter)
  expect(state?.state.usable).toBe(0)
})

test('a clock set back does not turn time around', async () => {
  const matter = await opened()
  const now = county.time.read()
  county.time.set('2026-01-01T00:00:00.000Z')
  await act('officer', matter, 'inspect', { evidence: 'e', kind: 'photo' })
  county.time.set(now)
  const times = await rows('select recorded from faheng.act where matter = $1 order by seq', matter)
  expect(Date.parse(times[1]?.recorded) - Date.parse(times[0]?.recorded)).toBe(1)
})

test('numbers have no gaps when acts fail', async () => {
  const before = (await rows('select last from faheng.number_series where region = $1', region))[0]?.last ?? 0
  const failing = { ...county.acts, documents: { ...county.acts.documents, compose: () => { throw new Error('no template') } } }
  const { matter, proposal } = await proposed()
  await expect(perform(failing, asker('head'), { matter, act: { id: id('act'), kind: 'approve', payload: { proposal } } })).rejects.toThrow('no template')
  const done = await act('head', matter, 'approve', { proposal })
  expect(done.documents[0]?.number).toContain(`${before + 1}号`)
})

test('an act needs four round trips, three without documents', async () => {
  const { matter, proposal } = await proposed()
  expect(await roundTrips(() => act('officer', matter, 'inspect', { evidence: 'e9', kind: 'note' }))).toBe(3)
  expect(await roundTrips(() => act('head', matter, 'approve', { proposal }))).toBe(4)
})

test('what papers of an act quote is read after it once, and then with it', async () => {
  const composed: unknown[] = []
  const compose: typeof county.acts.documents.compose = (_, { read, act: { kind } }) => {
    const earlier = read.documents.map((each) => each.kind)
    composed.push([kind, earlier])
    return { earlier }
  }
  const quoting = { ...county.acts, documents: { ...county.acts.documents, compose } }
  for (const trips of [5, 4]) {
    const { matter, proposal } = await proposed()
    expect(await roundTrips(() => perform(quoting, asker('head'), { matter, act: { id: id('act'), kind: 'approve', payload: { proposal } } }))).toBe(trips)
  }
  expect(composed).toEqual([['approve', ['receipt']], ['approve', ['receipt']]])
})

/** Counts flights: statements sent while nothing was under way begin one. */
async function roundTrips(work: () => Promise<unknown>): Promise<number> {
  const client = await county.acts.pool.connect()
  const query = client.query.bind(client)
  let flights = 0
  let under = 0
  client.query = ((...args: Parameters<typeof query>) => {
    if (under++ === 0) flights++
    return (query(...args) as unknown as Promise<unknown>).finally(() => under--)
  }) as typeof client.query
  client.release()
  await work()
  client.query = query
  return flights
}

/** The pool, whose next connection sends what comes after its first lock of a matter only when the other's work is done. */
async function connectedAfterLock<A>(other: () => Promise<A>): Promise<{ pool: Pool; first: () => Promise<A> }> {
  const client = await county.acts.pool.connect()
  let first: Promise<A> | undefined
  let gate: Promise<unknown> = Promise.resolve()
  const query = (...sent: Parameters<typeof client.query>): Promise<unknown> => {
    const answer = gate.then(() => client.query(...sent))
    if (!first && /for update/.test(JSON.stringify(sent))) gate = first = answer.then(other)
    return answer
  }
  const held = new Proxy(client, { get: (target, name) => (name === 'query' ? query : Reflect.get(target, name)) })
  const pool = new Proxy(county.acts.pool, { get: (target, name) => (name === 'connect' ? async () => held : Reflect.get(target, name)) })
  return { pool, first: () => first as Promise<A> }
}
