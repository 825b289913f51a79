import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connected } from '../platform/database/connected.ts'
import { countRows } from '../platform/database/rows-read.test-data.ts'
import { testRegion } from '../test-server.ts'
import { testCases, type TestCases } from './test-cases.ts'

/** No list may look at more rows than this only to throw them away, for anybody. */
const bound = 1000
/** What a whole request may ask for, session and all: half as much again as the dearest list of today. */
const most = { trips: 8, statements: 20, read: 6000, pages: 13_000 } as const
/**
 * A search that grew with the county would read 12,000 here; a count reads a thousand words, and their matters. The most is read
 * for the officer, by a word common in the other body alone: three rows for each of the 666 matters he acted in.
 */
const mostOf = { search: { ...most, trips: 9, statements: 21, read: 2100, pages: 7000 }, count: { ...most, read: 3500, pages: 13_000 } } as const

/** 12,000 matters of two bodies: what costs too much here is dear in a county of a million. */
const world = `
  insert into faheng.matter (region, id, procedure, stage, body, unit, number, filed, due, occurred, seq, ended)
  select $1, 'w-' || n, 'penalty-ordinary', (array['lead', 'investigation', 'closed', 'closed', 'closed'])[1 + n % 5], case when n % 3 = 0 then 'scjg' else 'yjj' end,
    case when n % 3 > 0 then 'y1' when n % 2 = 0 then 'u1' else 'u2' end, null, date '2026-03-02' - n / 12, case when n % 5 < 2 then date '2026-03-02' + n % 90 end, '2026-03-02', 1, n % 5 >= 2
  from generate_series(1, 12000) n`
/** Common everywhere; common in the other body alone; one of a kind. */
const texts = `
  insert into faheng.word (region, body, word, filed, matter)
  select region, body, w, filed, id from faheng.matter, unnest(array['面粉', '药店', '孤例']) w
  where id like 'w-%' and (w = '面粉' or w = '药店' and body = 'yjj' or w = '孤例' and id = 'w-11999')`
const handled = `
  insert into faheng.reader (region, person, matter) select region, 'officer', id from faheng.matter where id like 'w-%' and unit = 'u1' and substr(id, 3)::int % 18 = 0`

const people = ['supervisor', 'head', 'legal-reviewer', 'unit-head', 'officer', 'third', 'stranger', 'receiving-clerk', 'system-administrator']
const filters = ['', '?body=scjg', '?unit=u1', '?stage=investigation', '?stage=hearing', '?body=scjg&stage=hearing', '?dueTo=2026-03-05', '?dueTo=2020-01-01', '?after=2024-06-01~w-5', '?procedure=penalty-ordinary', '?procedure=certificate']
const q = (text: string): string => `q=${encodeURIComponent(text)}`
const searches = [
  ...['面粉', '药店', '孤例', '无此', '面粉 孤例', '面粉 药店', '孤例 无此'].map((text) => `?${q(text)}`),
  ...['body=scjg', 'body=yjj', 'after=2024-06-01~w-5', 'stage=hearing', 'dueTo=2026-03-05'].flatMap((narrowed) => ['药店', '孤例', '无此'].map((text) => `?${narrowed}&${q(text)}`)),
  // A common word among what the stage leaves is looked for as the stage itself is.
  ...['孤例', '无此'].map((text) => `?stage=closed&${q(text)}`),
]
let cases: TestCases
let counting: ReturnType<typeof countRows>
beforeAll(async () => {
  cases = await testCases()
  const { worker, app } = cases.server.db.pools
  for (const sql of [world, texts, handled]) await worker.query(sql, sql === world ? [testRegion] : [])
  // Only their owner may: without figures the planner guesses, as it does in no county that has lived for an hour.
  await connected(cases.server.db.database.connection('faheng_owner'), (client) => client.query('analyze'))
  for (const person of people) await cases.as(person)
  counting = countRows(app)
}, 120_000)
afterAll(() => cases.close())

describe('a list in a large county', () => {
  it.each(people)('throws few rows away for %s', async (person) => {
    expect(await dear(person, [...filters.flatMap(lists), '/api/desk'])).toEqual([])
  })

  it.each(people)('finds by words, common, rare or absent, without looking through the county for %s', async (person) => {
    expect(await dear(person, searches.map((filter) => `/api/matters${filter}`), mostOf.search)).toEqual([])
    expect(await dear(person, searches.map((filter) => `/api/matters/count${filter}`), mostOf.count)).toEqual([])
  })
})

describe('a list of what falls due', () => {
  it.each(['supervisor', 'head', 'unit-head', 'officer'])('shows %s the most pressing first, each once, over all pages', async (person) => {
    const client = await cases.as(person)
    const seen: { id: string; due: string }[] = []
    for (let after = '', page = 0; page < 4; page++) {
      const { body } = await client.get<{ rows: { id: string; due: string }[]; next: string | null }>(`/api/matters?limit=100&dueFrom=2026-03-04&dueTo=2026-05-20${after}`)
      seen.push(...body.rows)
      if (body.next === null) break
      after = `&after=${encodeURIComponent(body.next)}`
    }
    expect(seen.length).toBeGreaterThan(0)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen).toEqual(seen.toSorted((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1)))
  })
})

describe('a page that shows a whole county', () => {
  it.each(['/api/plan', '/api/plan/measures/13', '/api/plan/bodies/scjg', '/api/certificate-desk', '/api/training/coverage'])('%s reads figures and registers, whatever the cases', async (path) => {
    const client = await cases.as('supervisor')
    await counting.taken()
    expect((await client.get(path)).status).toBe(200)
    const { costs } = await counting.taken()
    expect(costs.length).toBeGreaterThan(3)
    expect(costs.filter(({ read, pages }) => read > 200 || pages > 600).map(({ text, read, pages }) => `${read} rows, ${pages} pages: ${text.slice(0, 80)}`)).toEqual([])
  })
})

const lists = (filter: string): string[] => [`/api/matters${filter}`, `/api/matters/count${filter}`]

async function dear(person: string, paths: readonly string[], limit: Readonly<Record<keyof typeof most, number>> = most): Promise<string[]> {
  const client = await cases.as(person)
  const found: string[] = []
  for (const path of paths) {
    await counting.taken()
    expect([200, 403]).toContain((await client.get(path)).status)
    const { trips, statements, costs } = await counting.taken()
    const asked = { trips, statements, read: costs.reduce((sum, each) => sum + each.read, 0), pages: costs.reduce((sum, each) => sum + each.pages, 0) }
    for (const what of ['trips', 'statements', 'read', 'pages'] as const) if (asked[what] > limit[what]) found.push(`${decodeURIComponent(path)}: ${asked[what]} ${what}`)
    for (const { text, filtered } of costs) if (filtered > bound) found.push(`${decodeURIComponent(path)} throws away ${filtered}: ${text.slice(0, 80)}`)
  }
  return found
}
