import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCreditCode } from '@faheng/law/identifiers/credit-code.ts'
import { makeResidentId } from '@faheng/law/identifiers/resident-id.ts'
import { testRegion, testServer, type TestClient, type TestServer } from '../test-server.ts'
import { certificatesAt } from './certificates-at.ts'
import { postsAt } from './posts-at.ts'

let server: TestServer
let system: TestClient
let officer: TestClient
beforeAll(async () => {
  server = await testServer()
  ;[system, officer] = [await server.as('system-administrator'), await server.as('officer')]
})
afterAll(() => server.close())

const add = (id: string, person: string) => system.send<{ initialPassword?: string }>('POST', '/api/people', { id, person, name: '新同志', username: person })
const assign = (id: string, post: Record<string, unknown>, by = system) => by.send('POST', '/api/posts', { id, assign: { body: 'scjg', ...post } })

describe('a person', () => {
  it('is added with a password that is shown once and must be changed', async () => {
    const first = await add('v-1', 'newcomer')
    expect(first.status).toBe(201)
    const again = await add('v-1', 'newcomer')
    expect([again.status, again.body.initialPassword]).toEqual([200, undefined])
    expect((await system.send('POST', '/api/people', { id: 'v-1', person: 'newcomer', name: '别人', username: 'newcomer' })).body).toMatchObject({ code: 'id-reused' })
    expect((await add('v-2', 'newcomer')).body).toMatchObject({ field: '/person' })

    const newcomer = server.client()
    const password = first.body.initialPassword ?? ''
    expect((await newcomer.send('POST', '/api/auth/sign-in/username', { username: 'newcomer', password })).status).toBe(200)
    expect((await newcomer.get('/api/me')).body).toMatchObject({ passwordDue: true })
    expect((await newcomer.get('/api/items')).status).toBe(401)
    expect((await newcomer.send('POST', '/api/auth/password', { current: password, next: 'my-own-words-1' })).status).toBe(200)
    expect((await newcomer.get('/api/items')).status).toBe(200)
  })

  it('is nobody\'s to add but the system administrator\'s', async () =>
    expect((await officer.send('POST', '/api/people', { id: 'v-3', person: 'x', name: 'x', username: 'xx' })).status).toBe(404))

  it('of the register, as an import leaves him, is given a sign-in; the list shows who has none', async () => {
    await server.db.pools.worker.query(`insert into faheng.person (region, id, name) values ($1, 'imported-1', '王某'), ($1, 'imported-2', '王某')`, [testRegion])
    const without = async () => (await system.get<{ rows: { person: string }[] }>('/api/people/accounts?without=true&limit=100')).body.rows.map(({ person }) => person)
    expect(await without()).toEqual(expect.arrayContaining(['imported-1', 'imported-2']))
    const asked = { id: 'acc-1', people: [{ person: 'imported-1' }, { person: 'imported-2' }] }
    const { status, body } = await system.send<{ accounts: { username: string; initialPassword: string }[] }>('POST', '/api/people/accounts', asked)
    expect([status, body.accounts.map(({ username }) => username)]).toEqual([201, ['王某', '王某2']])
    const again = await system.send<{ accounts: object[] }>('POST', '/api/people/accounts', asked)
    expect([again.status, again.body.accounts.some((each) => 'initialPassword' in each)]).toEqual([200, false])
    const newcomer = server.client()
    expect((await newcomer.send('POST', '/api/auth/sign-in/username', { username: '王某2', password: body.accounts[1]?.initialPassword })).status).toBe(200)
    expect((await newcomer.get('/api/me')).body).toMatchObject({ person: 'imported-2', passwordDue: true })
    expect(await without()).not.toContain('imported-1')
    expect((await system.get<{ rows: unknown[] }>(`/api/people/accounts?q=${encodeURIComponent('王')}`)).body.rows).toContainEqual({ person: 'imported-2', name: '王某', username: '王某2', passwordDue: true })
    expect((await system.send('POST', '/api/people/accounts', { id: 'acc-2', people: [{ person: 'nobody-at-all' }] })).body).toMatchObject({ field: '/people/0/person' })
    expect((await officer.get('/api/people/accounts')).status).toBe(404)
    expect((await officer.send('POST', '/api/people/accounts', { ...asked, id: 'acc-3' })).status).toBe(404)
  })

  it('keeps his language', async () => {
    expect((await officer.send('PUT', '/api/me/preferences', { language: 'en' })).status).toBe(200)
    expect((await officer.get('/api/me')).body).toMatchObject({ preferences: { language: 'en' } })
  })

  it('keeps his views of lists, and neither loses the other', async () => {
    const views = [{ name: '本队待决定', place: '/cases', filter: { stage: 'reviewed', unit: 'u1' } }]
    expect((await officer.send('PUT', '/api/me/preferences', { views })).status).toBe(200)
    expect((await officer.send('PUT', '/api/me/preferences', { language: 'zh' })).status).toBe(200)
    expect((await officer.get('/api/me')).body).toMatchObject({ preferences: { language: 'zh', views } })
    expect((await system.get('/api/me')).body).toMatchObject({ preferences: { views: [] } })
    for (const wrong of [[{ ...views[0], place: '/ledger' }], [{ ...views[0], name: '' }], Array.from({ length: 31 }, () => views[0])])
      expect((await officer.send('PUT', '/api/me/preferences', { views: wrong })).status).toBe(400)
  })
})

describe('a post', () => {
  it('is assigned, found, and ended at an instant', async () => {
    await add('v-10', 'deputy')
    const post = { person: 'deputy', kind: 'head', rank: 'deputy' }
    expect((await assign('post-10', post)).status).toBe(201)
    expect((await assign('post-10', post)).status).toBe(200)
    const held = async () => (await officer.get<{ rows: { id: string; until: string | null }[] }>('/api/posts?person=deputy')).body.rows
    expect(await held()).toMatchObject([{ id: 'post-10', until: null }])
    server.forward(60_000)
    expect((await system.send('POST', '/api/posts', { id: 'v-11', end: { post: 'post-10' } })).status).toBe(201)
    expect(await held()).toEqual([])
    const now = server.context.clock()
    expect(await postsAt(server.db.pools.worker, testRegion, 'deputy', now)).toEqual([])
    expect(await postsAt(server.db.pools.worker, testRegion, 'deputy', new Date(Date.parse(now) - 1).toISOString())).toHaveLength(1)
    expect((await officer.get<{ rows: unknown[] }>('/api/posts?person=deputy&history=true')).body.rows).toHaveLength(1)
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['for oneself', { person: 'system-administrator', kind: 'system-administrator' }, '/assign/person'],
    ['for an administrator who would handle cases', { person: 'audit-administrator', kind: 'officer', unit: 'u1' }, '/assign/kind'],
    ['for an officer who would administer', { person: 'officer', kind: 'security-administrator' }, '/assign/kind'],
    ['in the past', { person: 'officer', kind: 'supervisor', from: '2020-01-01T00:00:00.000Z' }, '/assign/from'],
    ['of a head without rank', { person: 'officer', kind: 'head' }, '/assign/rank'],
    ['of an officer without unit', { person: 'head', kind: 'officer' }, '/assign/unit'],
    ['in a unit that is not there', { person: 'head', kind: 'officer', unit: 'u9' }, '/assign/unit'],
    ['of nobody', { person: 'nobody', kind: 'supervisor' }, '/assign/person'],
  ])('is not given %s', async (name, post, field) => {
    const { status, body } = await assign(`p-${field}-${name}`.replace(/[^a-z-]/g, ''), post)
    expect([status, body['field']]).toEqual([400, field])
  })

  it('is not given by officers, and the auditor reads who gave which', async () => {
    expect((await assign('post-20', { person: 'head', kind: 'supervisor' }, officer)).status).toBe(404)
    const auditor = await server.as('audit-administrator')
    const { rows } = (await auditor.get<{ rows: { verb: string; person: string }[] }>('/api/audit/verbs?limit=100')).body
    expect(rows).toContainEqual(expect.objectContaining({ verb: 'end-post', person: 'system-administrator' }))
    expect((await system.get('/api/audit/verbs')).status).toBe(404)
  })
})

describe('who approves', () => {
  const send = (content: object, by = system) => by.send<Record<string, unknown>>('POST', '/api/approvals', content)
  const until = '2040-01-01T00:00:00.000Z'
  const given = { body: 'scjg', person: 'unit-head', givenBy: 'head', acts: ['approve-filing'], document: '授权书〔2026〕1号', until }

  it('is set by the body for acts the law leaves to it, and what stood before stays dated', async () => {
    const rule = { body: 'scjg', act: 'approve-filing', ranks: ['chief', 'acting'], inField: false }
    expect((await send({ id: 'r-1', set: rule })).status).toBe(201)
    expect((await send({ id: 'r-1', set: rule })).status).toBe(200)
    server.forward(60_000)
    expect((await send({ id: 'r-2', set: { ...rule, ranks: ['deputy'] } })).status).toBe(201)
    expect((await officer.get<{ rules: unknown[] }>('/api/approvals?body=scjg')).body.rules).toMatchObject([{ act: 'approve-filing', ranks: ['deputy'] }])
    expect((await server.db.pools.worker.query('select ranks from faheng.approval_rule order by from_at')).rows).toHaveLength(2)
    for (const act of ['decide-criminal-transfer', 'decide-recusal', 'serve', 'nothing'])
      expect((await send({ id: `r-${act}`, set: { ...rule, act } })).body['field']).toBe('/set/act')
    expect((await send({ id: 'r-3', set: rule }, officer)).status).toBe(404)
  })

  it('is delegated in writing, for a time, by the chief, and only what the law lets go', async () => {
    expect((await send({ id: 'd-1', delegate: given })).status).toBe(201)
    const { body } = await (await server.as('unit-head')).get<{ posts: { kind: string }[] }>('/api/me')
    expect(body.posts.map(({ kind }) => kind)).toContain('head')
    for (const [n, wrong, field] of [[1, { acts: ['decide-penalty'] }, 'acts'], [2, { acts: ['decide-criminal-transfer'] }, 'acts'], [3, { person: 'officer' }, 'person'], [4, { givenBy: 'officer' }, 'givenBy'], [5, { until: '2020-01-01T00:00:00.000Z' }, 'until']] as const)
      expect([n, (await send({ id: `d-w${n}`, delegate: { ...given, ...wrong } })).body['field']]).toEqual([n, `/delegate/${field}`])
    server.forward(60_000)
    expect((await send({ id: 'd-2', end: { delegation: 'd-1' } })).status).toBe(201)
    expect((await (await server.as('unit-head')).get<{ posts: { kind: string }[] }>('/api/me')).body.posts.map(({ kind }) => kind)).not.toContain('head')
    expect((await send({ id: 'd-3', end: { delegation: 'd-1' } })).status).toBe(404)
  })

  it('names the document of an acting chief and the fields of a deputy', async () => {
    expect((await assign('post-30', { person: 'officer', kind: 'head', rank: 'acting' })).body['field']).toBe('/assign/document')
    expect((await assign('post-31', { person: 'officer', kind: 'head', rank: 'chief', fields: ['食品'] })).body['field']).toBe('/assign/fields')
    expect((await assign('post-32', { person: 'officer', kind: 'head', rank: 'deputy', fields: ['食品'], from: '2039-01-01T00:00:00.000Z' })).status).toBe(201)
  })
})

describe('lists', () => {
  it('show bodies with units, and people by name, body and post', async () => {
    expect((await officer.get('/api/bodies')).body).toMatchObject({ rows: [{ id: 'scjg', units: [{ id: 'u1', name: '执法一中队' }] }] })
    const found = async (query: string) => (await officer.get<{ rows: { id: string }[] }>(`/api/people?${query}`)).body.rows.map(({ id }) => id)
    expect(await found('post=head&body=scjg')).toEqual(['head'])
    expect(await found(`q=${encodeURIComponent('测试legal')}`)).toEqual(['legal-reviewer'])
    const page = (await officer.get<{ rows: { id: string }[]; next: string }>('/api/people?limit=2')).body
    expect(await found(`limit=1&after=${page.next}`)).not.toContain(page.rows[1]?.id)
  })
})

describe('a party', () => {
  const send = (party: Record<string, unknown>, by = officer) => by.send<{ warnings: unknown[]; field?: string }>('POST', '/api/parties', party)
  const code = makeCreditCode('140299', 7)

  it('is found by the beginning of its name and by its code', async () => {
    expect((await send({ id: 'a-1', kind: 'legal-person', name: '东风商店', code })).body).toMatchObject({ warnings: [] })
    for (const q of ['东风', code, code.toLowerCase()])
      expect((await officer.get<{ rows: unknown[] }>(`/api/parties?q=${encodeURIComponent(q)}`)).body.rows).toMatchObject([{ id: 'a-1', name: '东风商店' }])
    expect((await officer.get(`/api/parties?q=${encodeURIComponent('商店')}`)).body).toEqual({ rows: [] })
  })

  it('with a code that fails its check asks for the reason and is never blocked', async () => {
    const wrong = { id: 'a-2', kind: 'legal-person', name: '西风商店', code: `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}` }
    expect(await send(wrong)).toMatchObject({ status: 400, body: { field: '/codeNote' } })
    expect(await send({ ...wrong, codeNote: '营业执照原件如此' })).toMatchObject({ status: 201, body: { warnings: [{ field: '/code' }] } })
  })

  it('that is a person has the birth date of the resident id', async () => {
    await send({ id: 'a-3', kind: 'person', name: '某甲', code: makeResidentId('140299', '1990-05-06', 11) })
    const { rows } = await server.db.pools.worker.query(`select birth from faheng.party where id = 'a-3'`)
    expect(rows).toEqual([{ birth: '1990-05-06' }])
  })

  it('is not shown to administrators, nor kept in the log of verbs', async () => {
    expect((await system.get('/api/parties?q=a')).status).toBe(404)
    expect((await send({ id: 'a-4', kind: 'organisation', name: 'x' }, await server.as('head'))).status).toBe(404)
    const { rows } = await server.db.pools.worker.query(`select content from faheng.verb_log where verb = 'add-party'`)
    expect(JSON.stringify(rows)).not.toContain('东风')
  })

  it('sent twice is one; with other content the id is taken', async () => {
    const one = { id: 'a-5', kind: 'organisation', name: '村委会' }
    expect((await send(one)).status).toBe(201)
    expect((await send(one)).status).toBe(200)
    expect((await send({ ...one, name: '居委会' })).body).toMatchObject({ code: 'id-reused' })
  })
})

describe('a certificate', () => {
  it('that expires on a day is valid until 24:00 of it, and not while suspended', async () => {
    await server.db.pools.worker.query(`insert into faheng.certificate (region, number, person, issuer, valid_region, from_at, until_at, suspended_from, suspended_until, recorded)
      values ($1, 'C1', 'officer', 'sx', '140000', '2025-12-31T16:00:00Z', '2026-12-31T16:00:00Z', '2026-05-31T16:00:00Z', '2026-06-30T16:00:00Z', '2025-01-01')`, [testRegion])
    const validAt = async (at: string) => (await certificatesAt(server.db.pools.worker, testRegion, ['officer'], at))[0]?.valid
    expect(await Promise.all(['2025-12-31T15:59:59.999Z', '2025-12-31T16:00:00.000Z', '2026-05-31T16:00:00.000Z', '2026-06-30T16:00:00.000Z', '2026-12-31T15:59:59.999Z', '2026-12-31T16:00:00.000Z'].map(validAt)))
      .toEqual([false, true, false, true, true, false])
  })
})
