import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Post } from '@faheng/law/procedure.ts'
import { perform, stateAt } from '../../acts/index.ts'
import { asker, people, region, testCounty, type TestCounty } from '../../acts/test-county.ts'
import { connected } from '../database/connected.ts'
import type { Role } from '../database/roles.ts'
import { reading, type Asker } from './scope.ts'

let county: TestCounty
let tables: string[]
let n = 0
const id = (prefix: string) => `${prefix}-${++n}`

/** Tables without a county in their key, or that stay open, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {}
/** Identity reads names and posts before it knows the county (0002-auth.sql). */
const readByIdentity = ['delegation', 'departure', 'person', 'post']

beforeAll(async () => {
  county = await testCounty()
  tables = (await rows(`select tablename as name from pg_tables where schemaname = 'faheng' order by 1`)).map((row) => String(row['name']))
})
afterAll(() => county.db.drop())

const rows = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> => (await county.db.pools.worker.query(sql, values)).rows
const admin = <T>(work: (client: Parameters<Parameters<typeof connected>[1]>[0]) => Promise<T>) =>
  connected({ ...county.db.database.connection('admin'), database: county.db.name }, work)
const as = <T>(who: Asker, work: (client: PoolClient) => Promise<T>) => reading(() => county.db.pools.app.connect(), who, work)
const act = (person: string, matter: string, kind: string, payload: unknown) => perform(county.acts, asker(person), { matter, act: { id: id('act'), kind, payload } })
const open = async (): Promise<string> => {
  const matter = id('m')
  await perform(county.acts, asker('officer'), {
    matter, opens: { procedure: 'complaint', body: 'a', unit: 'a1' }, act: { id: id('act'), kind: 'register', payload: { parties: ['p1'], story: '一' } },
  })
  return matter
}

test('every table has forced row-level security and a key that begins with the county', async () => {
  const open = await rows(`
    select c.relname as name from pg_class c where c.relnamespace = 'faheng'::regnamespace and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity)`)
  expect(open.map(({ name }) => String(name)).filter((name) => !exceptions[name])).toEqual([])
  const keys = await rows(`
    select c.relname as name, a.attname as first from pg_class c left join pg_index i on i.indrelid = c.oid and i.indisprimary
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relnamespace = 'faheng'::regnamespace and c.relkind in ('r', 'p')`)
  expect(keys.filter(({ name, first }) => first !== 'region' && !exceptions[String(name)])).toEqual([])
})

test('every table × role × {no settings, another county, empty settings} answers nothing', async () => {
  await open()
  for (const table of tables) await fillOne(table)
  const settings: Record<string, readonly string[]> = {
    none: [],
    'another county': ["app.region=140299", 'app.person=officer', 'app.cases=yes', 'app.county=yes', 'app.bodies=a', 'app.units=a1', 'app.duties=officer@a', 'app.matter=m-1'],
    empty: ['app.region=', 'app.person=', 'app.cases=', 'app.county=', 'app.bodies=', 'app.units=', 'app.duties=', 'app.matter='],
  }
  const leaks: string[] = []
  for (const role of ['faheng_app', 'faheng_owner', 'faheng_reader', 'faheng_auth'] satisfies Role[])
    await connected({ ...county.db.database.connection(role), database: county.db.name }, async (client) => {
      for (const [name, set] of Object.entries(settings))
        for (const table of tables) {
          await client.query('begin')
          for (const each of set) await client.query('select set_config($1, $2, true)', each.split('='))
          const seen = await client.query(`select count(*)::int as n from faheng.${table}`).then(({ rows: [row] }) => row.n as number, () => 0)
          await client.query('rollback')
          if (seen > 0 && !(role === 'faheng_auth' && readByIdentity.includes(table))) leaks.push(`${role} reads ${table} with ${name}`)
        }
    })
  expect(leaks).toEqual([])
}, 60_000)

test('a supervisor reads the county, an administrator registers only', async () => {
  const seen = async (person: string) => {
    const found: string[] = []
    for (const table of tables)
      if (await as(asker(person), async (client) => Number((await client.query(`select count(*)::int as n from faheng.${table}`)).rows[0].n)).catch(() => 0)) found.push(table)
    return found
  }
  expect(await seen('supervisor')).toEqual(expect.arrayContaining(['act', 'matter', 'matter_state', 'document', 'clock', 'party', 'post', 'finding', 'counter']))
  const registers = ['measure_version', 'region', 'body', 'unit', 'body_setting', 'person', 'post', 'certificate', 'statute_version', 'item_version', 'benchmark_version',
    'leniency_rule', 'township_grant', 'entrustment', 'setting', 'statute_text', 'statute_article', 'statute_word', 'statute_change', 'review_task', 'approval_rule', 'delegation',
    'card_code', 'certificate_eligibility', 'certificate_end', 'departure', 'officer_profile', 'person_photo', 'number_use']
  expect((await seen('administrator')).filter((table) => !table.startsWith('ledger_')).sort()).toEqual(registers.sort())
})

test('who reads a matter: by post, by duty, by having acted', async () => {
  const matter = await open()
  const readers = async () => {
    const found: string[] = []
    for (const person of people)
      if ((await as(asker(person), (client) => client.query('select 1 from faheng.matter where id = $1', [matter]))).rowCount) found.push(person)
    return found.sort()
  }
  expect(await readers()).toEqual(['head', 'officer', 'reviewer', 'supervisor', 'unitHead'])
  await rows(`insert into faheng.waiting (region, matter, act, post, place, since) values ($1, $2, 'x', 'officer', 'b1', '2026-01-01')`, region, matter)
  expect(await readers()).toContain('officerOfB')
  await rows(`update faheng.waiting set except_persons = '{officerOfB}' where matter = $1 and act = 'x'`, matter)
  expect(await readers()).not.toContain('officerOfB')
  await rows(`update faheng.waiting set person = 'second', post = 'officer' where matter = $1 and act = 'x'`, matter)
  expect(await readers()).toContain('second')
})

test('a post taken away takes its reading along', async () => {
  const matter = await open()
  const posts: Post[] = [{ kind: 'head', body: 'a', rank: 'deputy' }]
  const count = async (who: Asker) => (await as(who, (client) => client.query('select 1 from faheng.matter where id = $1', [matter]))).rowCount
  expect(await count({ region, person: 'deputy', posts })).toBe(1)
  expect(await count({ region, person: 'deputy', posts: [] })).toBe(0)
})

test('who left the team keeps the file as it stood, and nothing newer', async () => {
  const matter = await open()
  await act('unitHead', matter, 'assign', { team: ['second'] })
  await act('second', matter, 'inspect', { evidence: 'e1', kind: 'note', note: '新情况' })
  const sees = (person: string, sql: string) => as(asker(person), async (client) => (await client.query(sql, [matter])).rows)
  const seqs = 'select seq from faheng.act where matter = $1 order by seq'
  expect(await sees('second', seqs)).toEqual([{ seq: 1 }, { seq: 2 }, { seq: 3 }])
  expect(await sees('officer', seqs)).toEqual([{ seq: 1 }, { seq: 2 }])
  expect(await sees('officer', 'select 1 from faheng.matter_state where matter = $1')).toEqual([])
  expect(await sees('officer', 'select 1 from faheng.evidence where matter = $1')).toEqual([])
  expect(await sees('second', 'select id from faheng.evidence where matter = $1')).toEqual([{ id: 'e1' }])
  expect(await sees('officer', `select p.act from faheng.act_private p join faheng.act a on a.id = p.act where a.matter = $1`)).toHaveLength(1)
  const then = await as(asker('officer'), (client) => stateAt(county.acts, client, region, matter, 2))
  expect(then).toMatchObject({ team: ['second'], usable: 0 })
})

test('nothing is written outside an act', async () => {
  const matter = await open()
  const writes = [
    `insert into faheng.waiting (region, matter, act, post, place, since) values ('${region}', '${matter}', 'x', 'officer', 'a1', '2026-01-01')`,
    `insert into faheng.reader (region, matter, person) values ('${region}', '${matter}', 'second')`,
    `update faheng.matter_state set state = '{}' where matter = '${matter}'`,
    `delete from faheng.clock where matter = '${matter}'`,
    `update faheng.matter set stage = 'closed' where id = '${matter}'`,
    `insert into faheng.decided values ('${region}', 'p1', '${matter}', 'x', '2026-01-01', '2026-01-01', true, 1)`,
    `update faheng.number_series set last = 0`,
    `insert into faheng.post (region, id, person, kind, body, from_at, recorded) values ('${region}', 'x', 'officer', 'head', 'a', '2026-01-01', '2026-01-01')`,
    `insert into faheng.party (region, id, kind, name, recorded, recorded_by) values ('${region}', 'x', 'person', 'x', '2026-01-01', 'another')`,
  ]
  for (const sql of writes) {
    const client = await county.db.pools.app.connect()
    await client.query('begin')
    await client.query(`select set_config('app.region', $1, true), set_config('app.person', 'head', true), set_config('app.cases', 'yes', true), set_config('app.bodies', 'a', true)`, [region])
    const changed = await client.query(sql).then(({ rowCount }) => rowCount, () => 0)
    await client.query('rollback')
    client.release()
    expect([sql, changed]).toEqual([sql, 0])
  }
})

test('nothing recorded is taken back, by the highest role either', async () => {
  const matter = await open()
  await admin(async (client) => {
    for (const sql of [
      `update faheng.act set actor = 'x'`, 'delete from faheng.act', 'truncate faheng.act', 'delete from faheng.act_private', 'delete from faheng.document',
      'truncate faheng.verb_log', `update faheng.document set fields = '{}' where matter = '${matter}'`,
    ])
      await expect(client.query(sql)).rejects.toThrow(/append-only|frozen/)
    await client.query(`update faheng.document set file = 'a', pages = 1 where matter = $1`, [matter])
    await expect(client.query(`update faheng.document set file = 'b' where matter = $1`, [matter])).rejects.toThrow(/frozen/)
  })
})

/** A row in every table, so that an empty answer means something. */
async function fillOne(table: string): Promise<void> {
  if ((await rows(`select 1 from faheng.${table} limit 1`)).length > 0) return
  const columns = await rows(`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'faheng' and table_name = $1 and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`, table)
  const special: Record<string, unknown> = { region, status: 'parsed', person: 'officer', stored_by: 'officer', matter: 'm-1', act: 'act-2', body: 'a', level: 1, size: 1 }
  if (table === 'ledger_log') special['hash'] = 'sm3'
  if (table === 'delegation') special['post'] = 'head'
  if (table === 'officer_profile' || table === 'certificate_eligibility') special['category'] = 'seconded'
  if (table === 'certificate_eligibility') special['rule'] = 'joint'
  if (table === 'person_photo') special['type'] = 'image/png'
  if (table === 'review_task') special['kind'] = 'item'
  if (table === 'exam_question') special['kind'] = 'single'
  if (table === 'exam_entry') special['paper'] = '[]'
  if (table === 'leniency_rule') special['list'] = 'exempt'
  const byType: Record<string, unknown> = {
    text: 'x', integer: 1, bigint: 1, smallint: 1, jsonb: '{}', date: '2026-01-01', 'timestamp with time zone': '2026-01-01T00:00:00Z', boolean: true,
    ARRAY: '{}', bytea: Buffer.alloc(32),
  }
  const names = columns.map(({ name }) => String(name))
  await rows(`insert into faheng.${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    ...columns.map(({ name, type }) => special[String(name)] ?? byType[String(type)]))
}
