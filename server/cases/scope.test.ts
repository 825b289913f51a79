import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccounts, hashPassword } from '../platform/identity/accounts.ts'
import { testPassword, testRegion, type TestClient } from '../test-server.ts'
import { informant, proof, testCases, type TestCases } from './test-cases.ts'

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

interface Story { readonly acts: readonly { seq: number; kind: string; payload: Record<string, unknown>; marks: object[] }[] }
const story = async (person: string, matter: string) => (await (await cases.as(person)).get<Story>(`/api/matters/${matter}/acts`)).body.acts

describe('who reads which matters', () => {
  const kinds = ['officer', 'unit-head', 'legal-reviewer', 'head', 'supervisor', 'receiving-clerk', 'system-administrator', 'security-administrator', 'audit-administrator'] as const
  type Kind = (typeof kinds)[number]
  interface Held { readonly kind: Kind; readonly place: { readonly body: string; readonly unit: string } }
  interface Known { readonly id: string; readonly body: string; readonly unit: string; readonly acted: boolean; readonly team: boolean; readonly taken: boolean }

  let probe: TestClient
  const known: Known[] = []
  const places = [{ body: 'scjg', unit: 'u1' }, { body: 'scjg', unit: 'u2' }, { body: 'yjj', unit: 'y1' }]

  beforeAll(async () => {
    const { worker } = cases.server.db.pools
    await worker.query(`insert into faheng.person (region, id, name) values ($1, 'probe', '某人')`, [testRegion])
    await worker.query(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded) values ($1, 'C-probe', 'probe', 'sx', '{}', '140000', '2020-01-01', '2030-01-01', '2020-01-01')`, [testRegion])
    await addAccounts(cases.server.context.identity, [{ region: testRegion, person: 'probe', name: '某人', username: 'probe', passwordHash: await hashPassword(cases.server.context.identity, testPassword), passwordDue: false }])
    await hold(places.map((place) => ({ kind: 'officer', place })))
    probe = await cases.as('probe')
    for (const { body, unit } of places) {
      const [person, leader] = body === 'yjj' ? ['stranger', 'strange-head'] : ['officer', 'head']
      known.push({ id: await cases.opened({ person, body, unit }), body, unit, acted: false, team: false, taken: false })
      known.push({ id: await cases.opened({ person: 'probe', body, unit }), body, unit, acted: true, team: false, taken: false })
      const handled = await cases.opened({ person, body, unit })
      await cases.must(leader, handled, 'assign', { team: ['probe'] })
      known.push({ id: handled, body, unit, acted: false, team: true, taken: true })
      const taken = await cases.opened({ person: 'probe', body, unit })
      await cases.must(leader, taken, 'assign', { team: [person] })
      known.push({ id: taken, body, unit, acted: true, team: false, taken: true })
    }
  }, 120_000)

  const hold = async (posts: readonly Held[]) => {
    const { worker } = cases.server.db.pools
    await worker.query(`delete from faheng.post where person = 'probe'`)
    for (const [i, { kind, place }] of posts.entries())
      await worker.query(`insert into faheng.post (region, id, person, kind, body, unit, rank, from_at, recorded) values ($1, $2, 'probe', $3, $4, $5, $6, '2020-01-01', '2020-01-01')`,
        [testRegion, `p-probe-${i}`, kind, place.body, kind === 'officer' || kind === 'unit-head' ? place.unit : null, kind === 'head' ? 'deputy' : null])
  }

  /** R6 in its own words: what anybody may read follows from his posts of today and from what he did. */
  const reads = (posts: readonly Held[], { body, unit, acted, team }: Known): boolean => {
    const working = posts.filter(({ kind }) => !kind.endsWith('-administrator'))
    if (working.length === 0) return false
    if (working.some(({ kind }) => kind === 'supervisor')) return true
    if (acted || team) return true
    return working.some(({ kind, place }) => (['head', 'legal-reviewer'].includes(kind) ? place.body === body : kind === 'unit-head' && place.unit === unit))
  }

  it('posts × matters never leak, in lists, pages, stories and counts', async () => {
    const held = fc.record({ kind: fc.constantFrom(...kinds), place: fc.constantFrom(...places) })
    await fc.assert(fc.asyncProperty(fc.array(held, { maxLength: 3 }), async (posts) => {
      await hold(posts)
      const expected = known.filter((each) => reads(posts, each)).map(({ id }) => id).sort()
      const { body } = await probe.get<{ rows: { id: string }[] }>('/api/matters?limit=100')
      const ours = new Set(known.map(({ id }) => id))
      expect(body.rows.map(({ id }) => id).filter((id) => ours.has(id)).sort()).toEqual(expected)
      expect((await probe.get('/api/matters/count')).body).toEqual({ count: body.rows.length, more: false })
      for (const { id } of known) {
        const status = expected.includes(id) ? 200 : 404
        const path = `/api/matters/${id}`
        const answers = await Promise.all([probe.get(path), probe.get(`${path}/acts`), probe.get(`${path}/available`)])
        expect([posts, id, ...answers.map((each) => each.status)]).toEqual([posts, id, status, status, status])
      }
    }), { numRuns: 25 })
  }, 120_000)
})

describe('who acted and left', () => {
  it('keeps the file as it stood, and sees nothing newer anywhere', async () => {
    const matter = await cases.upTo('filed')
    await cases.must('officer', matter, 'collect-evidence', proof('e1'))
    await cases.must('second', matter, 'confirm-entries')
    await cases.must('officer', matter, 'collect-evidence', { ...proof('e0'), officers: ['officer'] })
    await cases.must('unit-head', matter, 'assign', { team: ['officer', 'third'] })
    await cases.must('officer', matter, 'collect-evidence', { ...proof('e2'), title: '后来的证据', officers: ['officer', 'third'] })
    await cases.must('third', matter, 'confirm-entries')
    await cases.must('officer', matter, 'submit-report', { outcome: 'no-penalty', ground: 'not-established', facts: '后来查明的事实', relied: ['e1', 'e2'], reasons: '违法事实不能成立', penalties: [], circumstances: [], sameAct: [], major: false })
    const left = await cases.as('second')
    const stays = await cases.as('officer')
    interface Shown { readonly seq: number; readonly row: { stage: string; due: string | null; number: string | null }; readonly state: { stage: string; team: string[]; evidence: { id: string }[] }; readonly waiting: object[]; readonly clocks: object[]; readonly documents: { id: string; kind: string }[] }
    const then = (await left.get<Shown>(`/api/matters/${matter}`))
    const now = (await stays.get<Shown>(`/api/matters/${matter}`)).body
    expect(then.status).toBe(200)
    expect(then.body).toMatchObject({ row: { stage: 'investigation', due: null, number: now.row.number }, state: { stage: 'investigation', team: ['officer', 'third'] }, waiting: [], clocks: [] })
    expect(then.body.state.evidence.map(({ id }) => id)).toEqual(['e1', 'e0'])
    expect(now).toMatchObject({ row: { stage: 'report' }, state: { stage: 'report' } })
    expect((await story('second', matter)).map(({ seq }) => seq)).toEqual([...Array(then.body.seq).keys()].map((n) => n + 1))
    expect((await story('second', matter)).find(({ payload }) => payload['evidence'] === 'e0')?.marks).toMatchObject([{ guard: 'two-officers' }])
    expect(await story('officer', matter)).toHaveLength(then.body.seq + 3)
    expect(then.body.documents.map(({ kind }) => kind)).not.toContain('investigation-report')
    const report = now.documents.find(({ kind }) => kind === 'investigation-report')
    expect((await left.get(`/api/documents/${report?.id}/pdf`)).status).toBe(404)

    const rows = (query: string) => left.get<{ rows: { id: string; stage: string }[] }>(`/api/matters?limit=100${query}`).then(({ body }) => body.rows.filter(({ id }) => id === matter))
    expect(await rows('')).toMatchObject([{ stage: 'investigation', due: null }])
    expect(await rows('&stage=report')).toEqual([])
    await cases.server.followed()
    expect(await rows(`&q=${encodeURIComponent('后来')}`)).toEqual([])

    expect((await left.send('POST', '/api/preview/investigation-report', { matter, kind: 'submit-report', payload: {} })).status).toBe(404)
    expect(await cases.act('second', matter, 'submit-report', { outcome: 'no-penalty', ground: 'too-late', facts: '事实', relied: [], reasons: '理由', penalties: [], circumstances: [], sameAct: [], major: false })).toMatchObject({ status: 409, body: { refusals: expect.arrayContaining([expect.objectContaining({ guard: 'by' })]) } })
    const shown = JSON.stringify(await Promise.all([left.get(`/api/matters/${matter}`), left.get(`/api/matters/${matter}/acts`), left.get('/api/desk')]).then((answers) => answers.map(({ body }) => body)))
    expect(shown).not.toMatch(/后来|submit-report|"e2"/)
  })

  it('as a clerk: the lead as he took it in', async () => {
    const matter = await cases.upTo('filed')
    const clerk = await cases.as('receiving-clerk')
    expect((await clerk.get(`/api/matters/${matter}`)).body).toMatchObject({ seq: 1, row: { stage: 'lead' }, state: { stage: 'lead', team: [] } })
    expect(await story('receiving-clerk', matter)).toHaveLength(1)
  })
})

describe('the informant', () => {
  it('is shown to the receiving clerk alone', async () => {
    const matter = await cases.upTo('assigned')
    const [lead] = await story('receiving-clerk', matter)
    expect(lead?.payload).toMatchObject({ informant, summary: expect.any(String) })
    for (const person of ['officer', 'second', 'unit-head', 'head', 'deputy', 'legal-reviewer', 'supervisor']) {
      const [seen] = await story(person, matter)
      expect([person, seen?.payload['summary'], seen?.payload['informant']]).toEqual([person, expect.stringContaining('过期牛奶'), undefined])
      const client = await cases.as(person)
      const everything = await Promise.all([`/api/matters/${matter}`, `/api/matters/${matter}/acts`, `/api/matters/${matter}/available`, '/api/desk'].map((path) => client.get(path)))
      expect(JSON.stringify(everything.map(({ body }) => body))).not.toContain('李知情')
    }
    const documents = (await cases.server.db.pools.worker.query('select fields from faheng.document')).rows
    expect(documents.length).toBeGreaterThan(0)
    expect(JSON.stringify(documents)).not.toContain('李知情')
  })

  it('named by an officer who takes a lead in, is not even shown back to him', async () => {
    const matter = await cases.opened({ person: 'officer' })
    expect((await story('officer', matter))[0]?.payload['informant']).toBeUndefined()
  })
})
