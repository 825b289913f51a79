import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lead, proof, testCases, type TestCases } from './test-cases.ts'

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

const opening = (more: object = {}) => ({
  id: cases.fresh('m'), procedure: 'penalty-ordinary', body: 'scjg', unit: 'u1', first: { id: cases.fresh('a'), kind: 'register-lead', payload: lead }, ...more,
})
const refused = (...guards: string[]) => ({
  code: 'refused',
  refusals: guards.map((guard) => expect.objectContaining({
    guard, article: expect.objectContaining({ statute: expect.any(String), article: expect.any(Number) }),
    reference: { zh: expect.any(String), en: expect.any(String) }, message: { zh: expect.any(String), en: expect.any(String) }, cure: { zh: expect.any(String), en: expect.any(String) },
  })),
})

describe('opening a matter', () => {
  it('answers 201, the same again 200, other content under its ids 409', async () => {
    const clerk = await cases.as('receiving-clerk')
    const request = opening()
    const first = await clerk.send('POST', '/api/matters', request)
    expect(first).toMatchObject({ status: 201, body: { act: request.first.id, matter: request.id, seq: 1, stage: 'lead', documents: [{ kind: 'source-registration' }] } })
    expect(await clerk.send('POST', '/api/matters', request)).toMatchObject({ status: 200, body: first.body })
    const other = { ...request, first: { ...request.first, payload: { ...lead, summary: '另一件事' } } }
    expect(await clerk.send('POST', '/api/matters', other)).toMatchObject({ status: 409, body: { code: 'id-reused' } })
    expect(await clerk.send('POST', '/api/matters', opening({ id: request.id }))).toMatchObject({ status: 409, body: { code: 'id-reused' } })
    expect(await clerk.send('POST', '/api/matters', opening({ first: request.first }))).toMatchObject({ status: 409, body: { code: 'id-reused' } })
  })

  it('is the same once when sent twice at once', async () => {
    const clerk = await cases.as('receiving-clerk')
    const request = opening()
    const both = await Promise.all([clerk.send('POST', '/api/matters', request), clerk.send('POST', '/api/matters', request)])
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 201])
    expect(both[0]?.body).toEqual(both[1]?.body)
  })

  it.each<[string, (request: ReturnType<typeof opening>) => object, string]>([
    ['an unknown procedure', (request) => ({ ...request, procedure: 'trial' }), '/procedure'],
    ['a member of every object for a procedure', (request) => ({ ...request, procedure: 'constructor' }), '/procedure'],
    ['an act nothing begins with', (request) => ({ ...request, first: { ...request.first, kind: 'archive' } }), '/kind'],
    ['a unit of nobody', (request) => ({ ...request, unit: 'u9' }), '/unit'],
    ['a unit of another body', (request) => ({ ...request, unit: 'y1' }), '/unit'],
    ['an id with a path in it', (request) => ({ ...request, id: '../x' }), '/id'],
    ['an unknown field', (request) => ({ ...request, colour: 'red' }), '/colour'],
    ['an unknown field of the payload', (request) => ({ ...request, first: { ...request.first, payload: { ...lead, colour: 'red' } } }), '/payload/colour'],
  ])('names the field for %s', async (_name, made, field) => {
    expect(await (await cases.as('receiving-clerk')).send('POST', '/api/matters', made(opening()))).toMatchObject({ status: 400, body: { code: 'malformed', field } })
  })

  it('belongs to a post of that body', async () => {
    const answer = await (await cases.as('stranger')).send('POST', '/api/matters', opening())
    expect([answer.status, answer.body]).toEqual([409, refused('by')])
    expect(await cases.server.client().send('POST', '/api/matters', opening())).toMatchObject({ status: 401, body: { code: 'signed-out' } })
  })
})

describe('an act', () => {
  it('that the law does not allow is refused with article and cure, and nothing is stored', async () => {
    const matter = await cases.upTo('filed')
    const officer = await cases.as('officer')
    const before = await officer.get<{ seq: number }>(`/api/matters/${matter}`)
    const answer = await cases.act('officer', matter, 'propose-closing', { summary: '结案' })
    expect([answer.status, answer.body]).toEqual([409, { ...refused('stage'), refusals: expect.arrayContaining(refused('stage').refusals) }])
    expect((await officer.get<{ seq: number }>(`/api/matters/${matter}`)).body.seq).toBe(before.body.seq)
  })

  it.each<[string, object, string]>([
    ['an unknown field', { payload: { ...proof('e-x'), colour: 'red' } }, '/payload/colour'],
    ['a missing field', { payload: { ...proof('e-x'), place: undefined } }, '/payload/place'],
    ['a wrong type', { payload: { ...proof('e-x'), title: 7 } }, '/payload/title'],
    ['a wrong choice', { payload: { ...proof('e-x'), kind: 'dream' } }, '/payload/kind'],
    ['too few of a list', { payload: { ...proof('e-x'), officers: [] } }, '/payload/officers'],
    ['text that cannot be stored', { payload: { ...proof('e-x'), title: 'a\0' } }, '/payload/title'],
    ['no payload', { payload: undefined }, '/payload'],
    ['a list for a payload', { payload: [] }, '/payload'],
    ['a fact in the future', { payload: proof('e-x'), occurredAt: '2026-03-03T01:00:00.000Z' }, '/occurredAt'],
    ['a day that does not exist', { payload: proof('e-x'), occurredAt: '2026-02-30T01:00:00.000Z' }, '/occurredAt'],
    ['a late fact without a reason', { payload: proof('e-x'), occurredAt: '2026-02-27T01:00:00.000Z' }, '/lateReason'],
    ['a power with a time', { kind: 'assign', payload: { team: ['officer'] }, occurredAt: '2026-03-02T00:59:00.000Z' }, '/occurredAt'],
    ['an act that does not exist', { kind: 'pardon', payload: {} }, '/kind'],
    ['a member of every object for an act', { kind: 'constructor', payload: {} }, '/kind'],
  ])('names the field for %s', async (_name, sent, field) => {
    const matter = await cases.upTo('assigned')
    const person = 'kind' in sent && sent.kind === 'assign' ? 'unit-head' : 'officer'
    const path = `/api/matters/${matter}`
    for (const verb of ['acts', 'check'])
      expect(await (await cases.as(person)).send('POST', `${path}/${verb}`, { id: cases.fresh('a'), kind: 'collect-evidence', ...sent })).toMatchObject({ status: 400, body: { code: 'malformed', field } })
  })

  it('too large is 413, no JSON 400', async () => {
    const matter = await cases.opened()
    const clerk = await cases.as('receiving-clerk')
    expect(await clerk.send('POST', `/api/matters/${matter}/acts`, { id: 'big', kind: 'assign', payload: { team: ['x'.repeat(2_000_000)] } })).toMatchObject({ status: 413, body: { code: 'too-large' } })
    expect(await clerk.send('POST', `/api/matters/${matter}/acts`, '{"id": ', { 'content-type': 'application/json' })).toMatchObject({ status: 400, body: { code: 'malformed' } })
  })

  it('in a matter he cannot see finds none, as in a matter that is not there', async () => {
    const matter = await cases.upTo('assigned')
    for (const person of ['stranger', 'strange-head', 'elsewhere', 'other-unit-head', 'third', 'system-administrator'])
      for (const id of [matter, 'm-nowhere']) {
        const client = await cases.as(person)
        const path = `/api/matters/${id}`
        const answers = await Promise.all([
          client.get(path), client.get(`${path}/acts`), client.get(`${path}/available`), client.get(`${path}/case-file.pdf`),
          client.send('POST', `${path}/acts`, { id: cases.fresh('a'), kind: 'collect-evidence', payload: proof('e-x') }),
          client.send('POST', `${path}/check`, { id: cases.fresh('a'), kind: 'collect-evidence', payload: proof('e-x') }),
          client.send('POST', '/api/preview/evidence-list', { matter: id, kind: 'collect-evidence', payload: {} }),
        ])
        expect([person, id, ...answers.map(({ status }) => status)]).toEqual([person, id, 404, 404, 404, 404, 404, 404, 404])
        expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
      }
  })

  it('of a post he lacks, or from which he is barred, is refused by name', async () => {
    const matter = await cases.upTo('proposed')
    const proposal = await cases.proposal('head', matter, 'approve-filing')
    for (const person of ['supervisor', 'officer', 'legal-reviewer', 'unit-head', 'receiving-clerk']) {
      const answer = await cases.act(person, matter, 'approve-filing', { proposal, opinion: '同意' })
      expect([person, answer.status, answer.body]).toEqual([person, 409, refused('by')])
    }
  })

  it('sent twice is recorded once, also at once; other content under its id is 409', async () => {
    const matter = await cases.upTo('assigned')
    const officer = await cases.as('officer')
    const request = { id: cases.fresh('a'), kind: 'collect-evidence', payload: proof('e1') }
    const send = (sent: object) => officer.send('POST', `/api/matters/${matter}/acts`, sent)
    const both = await Promise.all([send(request), send(request)])
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 201])
    expect(both[0]?.body).toEqual(both[1]?.body)
    expect(await send(request)).toMatchObject({ status: 200, body: both[0]?.body ?? {} })
    expect(await send({ ...request, payload: proof('e2') })).toMatchObject({ status: 409, body: { code: 'id-reused' } })
    const story = await officer.get<{ acts: { kind: string }[] }>(`/api/matters/${matter}/acts`)
    expect(story.body.acts.filter(({ kind }) => kind === 'collect-evidence')).toHaveLength(1)
  })

  it('of two heads at the same time: one wins, the other is judged on the new state', async () => {
    const matter = await cases.upTo('proposed')
    const proposal = await cases.proposal('head', matter, 'approve-filing')
    const clients = await Promise.all(['head', 'deputy'].map(cases.as))
    const both = await Promise.all(clients.map((client) =>
      client.send<{ refusals?: { guard: string }[] }>('POST', `/api/matters/${matter}/acts`, { id: cases.fresh('a'), kind: 'approve-filing', payload: { proposal, opinion: '同意' } })))
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409])
    const guards = both.find(({ status }) => status === 409)?.body.refusals?.map(({ guard }) => guard)
    expect(guards).toContain('stage')
  })

  it('on a stale page is refused: the proposal was answered meanwhile and made anew', async () => {
    const matter = await cases.upTo('proposed')
    const stale = await cases.proposal('head', matter, 'approve-filing')
    await cases.must('deputy', matter, 'return-filing', { reason: '请补充' })
    await cases.must('officer', matter, 'propose-not-filing', { reason: '没有违法事实' })
    const answer = await cases.act('head', matter, 'approve-filing', { proposal: stale, opinion: '同意' })
    expect([answer.status, answer.body.refusals?.map(({ guard }) => guard)]).toEqual([409, expect.arrayContaining(['proposal-current'])])
  })

  it('is advised on before it is sent: what would be refused, how a fact would be marked', async () => {
    const matter = await cases.upTo('assigned')
    const check = async (kind: string, payload: object) => (await (await cases.as('officer')).send('POST', `/api/matters/${matter}/check`, { id: 'draft', kind, payload })).body
    expect(await check('collect-evidence', proof('e1'))).toEqual({ allowed: true, refusals: [], marks: [] })
    expect(await check('collect-evidence', { ...proof('e1'), officers: ['officer'] })).toMatchObject({ allowed: true, marks: [{ guard: 'two-officers' }] })
    expect(await check('archive', { retention: 'permanent', notes: '无' })).toMatchObject({ allowed: false, refusals: [{ guard: 'stage' }] })
  })
})
