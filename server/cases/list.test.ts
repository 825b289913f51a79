import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { informant, testCases, type TestCases } from './test-cases.ts'

interface Row { readonly id: string; readonly filed: string; readonly stage: string; readonly unit: string; readonly number: string | null; readonly parties: string[]; readonly due: string | null }
interface Page { readonly rows: Row[]; readonly next: string | null }

let cases: TestCases
let all: string[]
let filed: string
beforeAll(async () => {
  cases = await testCases()
  all = []
  for (let i = 0; i < 17; i++) all.push(await cases.opened({ unit: i % 3 === 0 ? 'u2' : 'u1', ...(i % 4 === 0 ? { payload: { suspects: ['mill'], summary: '面粉掺假 BATCH-77' } } : {}) }))
  // Two of the days before, so that pages end between days and within one.
  await cases.server.db.pools.worker.query(`update faheng.matter set filed = filed - (substr(id, 3)::int % 3)`)
  filed = await cases.upTo('filed')
  all.push(filed)
  await cases.server.followed()
}, 120_000)
afterAll(() => cases.close())

const list = async (person: string, query: string) => (await (await cases.as(person)).get<Page>(`/api/matters${query}`))
const ids = async (person: string, query: string) => (await list(person, query)).body.rows.map(({ id }) => id)
const search = (q: string) => `?limit=100&q=${encodeURIComponent(q)}`

describe('a list of matters', () => {
  it('is complete and without repeats for every size of page, newest first', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 20 }), fc.constantFrom('supervisor', 'head', 'receiving-clerk'), async (limit, person) => {
      const seen: Row[] = []
      for (let after = ''; ; ) {
        const { body } = await list(person, `?limit=${limit}${after}`)
        expect(body.rows.length).toBeLessThanOrEqual(limit)
        seen.push(...body.rows)
        if (body.next === null) break
        after = `&after=${encodeURIComponent(body.next)}`
      }
      expect(seen.map(({ id }) => id).sort()).toEqual([...all].sort())
      expect(seen).toEqual(seen.toSorted((a, b) => (a.filed === b.filed ? (a.id < b.id ? 1 : -1) : a.filed < b.filed ? 1 : -1)))
    }), { numRuns: 15 })
  }, 60_000)

  it('narrows by stage, unit, body, procedure and due day, and counts the same', async () => {
    for (const [query, expected] of [
      ['?limit=100&stage=investigation', 1], ['?limit=100&stage=lead,investigation', 18], ['?limit=100&unit=u2', 6], ['?limit=100&body=yjj', 0], ['?limit=100&procedure=penalty-ordinary', 18],
      ['?limit=100&procedure=none', 0], ['?limit=100&dueFrom=2026-03-01', 1], ['?limit=100&dueTo=2026-03-01', 0], ['?limit=100&dueTo=2027-01-01', 1],
    ] as const) {
      expect([query, (await ids('head', query)).length]).toEqual([query, expected])
      expect((await (await cases.as('head')).get(`/api/matters/count${query}`)).body).toEqual({ count: expected, more: false })
    }
  })

  it('is exported whole, as it is narrowed, in the reader’s language', async () => {
    const table = async (person: string, query: string) => (await (await cases.as(person)).get<string>(`/api/matters.csv${query}`))
    const { status, headers, body } = await table('head', '?language=zh')
    expect([status, headers.get('content-type'), body.startsWith('文号,当事人,阶段,')]).toEqual([200, 'text/csv; charset=utf-8', true])
    expect(body.trimEnd().split('\r\n')).toHaveLength(1 + all.length)
    const one = (await table('head', '?language=en&stage=investigation')).body.trimEnd().split('\r\n')
    expect(one).toHaveLength(2)
    expect(one[1]).toMatch(/立.*,.*鲜满仓.*,Investigation,测试县市场监督管理局,/)
    // Nobody exports what he may not list.
    expect((await table('stranger', '?language=zh')).body.trimEnd().split('\r\n')).toHaveLength(1 + (await ids('stranger', '?limit=100')).length)
    expect((await table('head', '?language=fr')).status).toBe(400)
    expect((await cases.server.client().get('/api/matters.csv?language=zh')).status).toBe(401)
  })

  it('finds from two characters: party, number, facts; capitals and width aside', async () => {
    const mills = all.filter((_, i) => i % 4 === 0 && i < 17).sort()
    expect((await ids('head', search('丰年面粉'))).sort()).toEqual(mills)
    expect((await ids('head', search('面粉'))).sort()).toEqual(mills)
    expect((await ids('head', search('掺假'))).sort()).toEqual(mills)
    expect((await ids('head', search('ｂａｔｃｈ-77'))).sort()).toEqual(mills)
    const [row] = (await list('head', '?stage=investigation')).body.rows
    expect(row?.number).toMatch(/立/)
    expect(await ids('head', search(row?.number ?? ''))).toContain(filed)
    expect(await ids('head', search('没有这样的话'))).toEqual([])
  })

  it('never finds the informant', async () => {
    for (const person of ['head', 'supervisor', 'receiving-clerk']) expect(await ids(person, search('李知情'))).toEqual([])
    expect(informant).toContain('李知情')
  })

  it.each([
    ['?q=%E9%9D%A2', '/q'], ['?q=%20%20', '/q'], ['?q=', '/q'], ['?limit=0', '/limit'], ['?limit=101', '/limit'], ['?limit=many', '/limit'], ['?after=x', '/after'], ['?after=2026-02-31~m', '/after'],
    ['?after=2026-02-01', '/after'], ['?dueFrom=2026-02-30', '/dueFrom'], ['?dueTo=tomorrow', '/dueTo'], ['?colour=red', '/colour'], ['?body=a%20b', '/body'], ['?q=%00%00', '/q'],
  ])('%s names its field', async (query, field) => {
    expect(await list('head', query)).toMatchObject({ status: 400, body: { code: 'malformed', field } })
    if (!/limit|after/.test(query)) expect(await (await cases.as('head')).get(`/api/matters/count${query}`)).toMatchObject({ status: 400, body: { field } })
  })

  it('counts up to a thousand', async () => {
    const { worker } = cases.server.db.pools
    await worker.query(`insert into faheng.matter (region, id, procedure, stage, body, unit, filed, occurred, seq)
      select m.region, 'c-' || n, m.procedure, m.stage, m.body, m.unit, m.filed, m.occurred, m.seq from faheng.matter m, generate_series(1, 1001) n where m.id = $1`, [filed])
    expect((await (await cases.as('supervisor')).get('/api/matters/count')).body).toEqual({ count: 1000, more: true })
    await worker.query(`delete from faheng.matter where id like 'c-%'`)
  })

  it('too long for one export says so in its last row', async () => {
    const { worker } = cases.server.db.pools
    await worker.query(`insert into faheng.matter (region, id, procedure, stage, body, unit, filed, occurred, seq)
      select m.region, 'c-' || n, m.procedure, m.stage, m.body, m.unit, m.filed, m.occurred, m.seq from faheng.matter m, generate_series(1, 5000) n where m.id = $1`, [filed])
    const lines = (await (await cases.as('supervisor')).get<string>('/api/matters.csv?language=en')).body.trimEnd().split('\r\n')
    expect([lines.length, lines.at(-1)]).toEqual([5002, expect.stringContaining('Only the newest 5000')])
    await worker.query(`delete from faheng.matter where id like 'c-%'`)
  })
})

describe('the desk', () => {
  const desk = async (person: string) => (await (await cases.as(person)).get<{ waiting: { act: string; matter: { id: string } }[]; returned: { act: string; matter: { id: string } }[]; news: { matter: string; actorName: string }[]; open: number }>('/api/desk')).body

  it('shows what waits for each, and no longer when it is done', async () => {
    const matter = await cases.opened()
    const waits = async (person: string, act: string) => (await desk(person)).waiting.some((each) => each.matter.id === matter && each.act === act)
    expect([await waits('unit-head', 'assign'), await waits('other-unit-head', 'assign'), await waits('officer', 'propose-filing')]).toEqual([true, false, false])
    await cases.must('unit-head', matter, 'assign', { team: ['officer', 'second'] })
    expect([await waits('unit-head', 'assign'), await waits('officer', 'propose-filing'), await waits('second', 'propose-filing'), await waits('third', 'propose-filing')]).toEqual([false, true, true, false])
    expect((await desk('system-administrator'))).toMatchObject({ waiting: [], returned: [], news: [], open: 0 })
  })

  it('shows a return to who proposed, and what others did', async () => {
    const matter = await cases.upTo('proposed')
    await cases.must('head', matter, 'return-filing', { reason: '请补充初步证据' })
    const { returned, news } = await desk('officer')
    expect(returned).toContainEqual(expect.objectContaining({ act: 'return-filing', matter: expect.objectContaining({ id: matter, stage: 'lead' }) }))
    expect(news).toContainEqual(expect.objectContaining({ matter, actorName: '测试head' }))
    expect((await desk('receiving-clerk')).news.filter((each) => each.matter === matter)).toEqual([])
  })
})
