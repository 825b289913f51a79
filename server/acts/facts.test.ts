import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Need } from '@faheng/law/facts.ts'
import type { Asks } from '@faheng/law/procedure.ts'
import { reading } from '../platform/access/scope.ts'
import { readFacts } from './facts.ts'
import { asker, region, testCounty, type TestCounty } from './test-county.ts'

/** In each the fact belongs to another body than the asker's: he may not see it, the guard must (D4). */

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.db.drop())

const put = (sql: string, ...values: unknown[]) => county.db.pools.worker.query(sql, values)
const none: Asks = { certificates: [], reviewers: [], items: [], parties: [], earlier: [] }
const facts = (need: Need, asks: Partial<Asks> = {}, about: { body?: string; at?: string } = {}) =>
  reading(() => county.acts.pool.connect(), asker('officer'), async (client) =>
    (await readFacts(client, { region, matter: 'm', body: 'b', at: '2026-03-02T01:00:00.000Z', ...about }, [need], { ...none, ...asks }))[need])

test('certificates: of officers of another body, by the instant', async () => {
  await put(`update faheng.certificate set from_at = '2026-01-01T00:00:00Z', until_at = '2026-12-31T16:00:00Z', suspended_from = '2026-06-01T00:00:00Z', suspended_until = '2026-07-01T00:00:00Z' where person = 'officerOfB'`)
  const at = async (at: string) => ((await facts('certificates', { certificates: ['officerOfB'] }, { at })) as Record<string, unknown>)['officerOfB']
  expect(await at('2026-03-02T01:00:00.000Z')).toEqual({ valid: true, fields: ['市场监管'] })
  expect(await at('2025-12-31T23:59:59.999Z')).toMatchObject({ valid: false, lack: 'not-yet' })
  expect(await at('2026-12-31T15:59:59.999Z')).toMatchObject({ valid: true })
  expect(await at('2026-12-31T16:00:00.000Z')).toMatchObject({ valid: false, lack: 'expired' })
  expect(await at('2026-06-15T00:00:00.000Z')).toMatchObject({ valid: false, lack: 'suspended' })
  await put(`update faheng.certificate set valid_region = '150000' where person = 'headOfB'`)
  expect(await facts('certificates', { certificates: ['headOfB', 'nobody', 'uncertified'] })).toEqual({
    headOfB: { valid: false, lack: 'other-region', fields: ['市场监管'] }, nobody: { valid: false, lack: 'none', fields: [] }, uncertified: { valid: false, lack: 'none', fields: [] },
  })
})

test('posts: the bodies an officer of whichever body belongs to at the instant; the field of another body’s item', async () => {
  expect(await facts('posted', { certificates: ['officerOfB', 'nobody'] })).toEqual({ officerOfB: ['b'], nobody: [] })
  expect(await facts('posted', { certificates: ['officerOfB'] }, { at: '1999-01-01T00:00:00.000Z' })).toEqual({ officerOfB: [] })
  await put(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, field, valid_from, recorded) values ($1, 'of-b', 1, 'b', 't', '[]', '{fine}', '[]', 'parsed', '食品安全', '2020-01-01', '2020-01-01')`, region)
  expect(await facts('fields', { items: [{ id: 'of-b', conduct: '2026-03-01' }] })).toEqual({ 'of-b': '食品安全' })
})

test('reviewers: qualified at the instant', async () => {
  await put(`insert into faheng.post (region, id, person, kind, body, qualified, from_at, until_at, recorded) values ($1, 'r', 'officerOfB', 'legal-reviewer', 'b', true, '2026-03-01', '2026-03-03', '2026-03-01')`, region)
  expect(await facts('reviewers', { reviewers: ['officerOfB', 'reviewer'] })).toEqual({ officerOfB: { qualified: true }, reviewer: { qualified: false } })
  expect(await facts('reviewers', { reviewers: ['officerOfB'] }, { at: '2026-03-03T00:00:00.000Z' })).toEqual({ officerOfB: { qualified: false } })
})

test('reviewers: qualified by profile, as the bureau’s desk counts them; counsel without a post; nobody who left', async () => {
  const profile = (person: string, more: string) => put(`insert into faheng.officer_profile (region, person, valid_from, category, recorded, recorded_by, legal_qualification, reviewing_since, reviewer_kind)
    values ($1, $2, '2026-01-01', 'civil-servant', '2026-01-01', 'x', ${more})`, region, person)
  await put(`insert into faheng.person (region, id, name) values ($1, 'counsel', '律师'), ($1, 'unqualified', '新人')`, region)
  await put(`insert into faheng.post (region, id, person, kind, body, qualified, from_at, recorded) values ($1, 'since-2015', 'headOfB', 'legal-reviewer', 'b', false, '2026-01-01', '2026-01-01')`, region)
  await profile('headOfB', `false, '2015-06-01', null`)
  await profile('counsel', `true, null, 'counsel'`)
  await profile('unqualified', `false, '2018-01-01', 'public-lawyer'`)
  const reviewers = ['headOfB', 'counsel', 'unqualified', 'nobody']
  expect(await facts('reviewers', { reviewers })).toEqual({ headOfB: { qualified: true }, counsel: { qualified: true }, unqualified: { qualified: false }, nobody: { qualified: false } })
  expect(await facts('reviewers', { reviewers }, { at: '2025-12-30T00:00:00.000Z' })).toMatchObject({ headOfB: { qualified: false }, counsel: { qualified: false } })
  expect(await facts('bodyReviewers')).toContainEqual({ person: 'headOfB', qualified: true })
  await put(`insert into faheng.departure (region, matter, person, body, event_on, ground, ended_at, recorded) values ($1, 'left', 'counsel', 'b', '2026-02-01', 'resigned', '2026-02-01', '2026-02-01')`, region)
  expect(await facts('reviewers', { reviewers: ['counsel'] })).toEqual({ counsel: { qualified: false } })
})

test('heads of the body', async () => {
  expect(await facts('heads')).toEqual([{ person: 'headOfB', rank: 'chief' }])
})

test('items: competence on the day of the act, the norm on the day of the conduct', async () => {
  await put(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, valid_until, recorded) values
    ($1, 'i', 1, 'b', 't', '[{"citation":{"statute":"某法"}}]', '{fine}', '[]', 'parsed', '2020-01-01', '2026-03-01', '2020-01-01'),
    ($1, 'i', 2, 'b', 't', '[{"citation":{"statute":"某法"}}]', '{warning}', '[]', 'parsed', '2026-03-01', null, '2020-01-01')`, region)
  await put(`insert into faheng.statute_version (region, statute, version, title, rank, promulgated, in_force, recorded) values ($1, '某法', '2025', '某法', 'law', '2025-01-01', '2025-06-01', '2025-01-01')`, region)
  const on = async (conduct: string, body = 'b') => ((await facts('items', { items: [{ id: 'i', conduct }] }, { body })) as Record<string, unknown>)['i']
  expect(await on('2026-02-01')).toMatchObject({ version: '1', competent: true, normInForce: true, kinds: ['fine'], limitationYears: 2, published: true })
  expect(await on('2026-03-01')).toMatchObject({ version: '2', kinds: ['warning'] })
  expect(await on('2025-05-31')).toMatchObject({ normInForce: false })
  expect(await on('2026-03-01', 'a')).toMatchObject({ competent: false })
  await put(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, township, recorded) values ($1, 't', '某乡', '某乡', '某', 'township', '140221101', '2020-01-01')`, region)
  expect(await on('2026-03-01', 't')).toMatchObject({ competent: false })
  await put(`insert into faheng.township_grant (region, id, township, item, basis, valid_from, recorded) values ($1, 'g', '140221101', 'i', 'x', '2026-01-01', '2026-01-01')`, region)
  expect(await on('2026-03-01', 't')).toMatchObject({ competent: true })
  const where = async (body: string, township: string) => ((await facts('items', { items: [{ id: 'i', conduct: '2026-03-01', township }] }, { body })) as Record<string, unknown>)['i']
  // Given to the township alone, the power is no longer the department's there (处罚法 24, R31); elsewhere it is.
  expect(await where('t', '140221101')).toMatchObject({ competent: true })
  expect(await where('b', '140221101')).toMatchObject({ competent: false })
  expect(await where('b', '140221102')).toMatchObject({ competent: true })
  expect(await where('t', '140221102')).toMatchObject({ competent: false })
  // R30: who had filed before may finish where the document says so, the department after a grant, the township after its end.
  await put(`update faheng.township_grant set department_finishes = true where region = $1 and id = 'g'`, region)
  expect(await where('b', '140221101')).toMatchObject({ competent: false, finishing: '2026-01-01' })
  expect(await where('b', '140221102')).not.toHaveProperty('finishing')
  await put(`update faheng.township_grant set valid_until = '2026-02-15' where region = $1 and id = 'g'`, region)
  expect(await where('t', '140221101')).not.toHaveProperty('finishing')
  await put(`update faheng.township_grant set township_finishes = true where region = $1 and id = 'g'`, region)
  expect(await where('t', '140221101')).toMatchObject({ competent: false, finishing: '2026-02-15' })
  expect(await where('b', '140221101')).toMatchObject({ competent: true })
  await put(`update faheng.township_grant set valid_until = null, exclusive = false where region = $1 and id = 'g'`, region)
  expect(await where('b', '140221101')).toMatchObject({ competent: true })
})

test('items: whether any statute of the basis is in the register', async () => {
  await put(`insert into faheng.statute_version (region, statute, version, title, rank, promulgated, in_force, recorded) values ($1, '登记法', '1', '登记法', 'law', '2020-01-01', '2020-01-01', '2020-01-01')`, region)
  await put(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, recorded) values
    ($1, 'known', 1, 'b', 't', '[{"citation":{"statute":"登记法"}},{"citation":{"statute":"未登记办法"}}]', '{fine}', '[]', 'parsed', '2020-01-01', '2020-01-01'),
    ($1, 'unknown', 1, 'b', 't', '[{"citation":{"statute":"未登记办法"}}]', '{fine}', '[]', 'parsed', '2020-01-01', '2020-01-01')`, region)
  const found = (await facts('items', { items: [{ id: 'known', conduct: '2026-03-01' }, { id: 'unknown', conduct: '2026-03-01' }] }, { body: 'b' })) as Record<string, { unregistered?: true; normInForce: boolean }>
  expect(found['known']).not.toHaveProperty('unregistered')
  expect(found['unknown']).toMatchObject({ unregistered: true, normInForce: true })
})

test('items: whether the norm changed between conduct and act', async () => {
  await put(`insert into faheng.statute_version (region, statute, version, title, rank, promulgated, in_force, repealed, recorded) values
    ($1, '旧环境法', '2018', '旧环境法', 'law', '2018-01-01', '2018-01-01', '2026-03-01', '2020-01-01')`, region)
  await put(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, valid_until, recorded) values
    ($1, 'e', 1, 'b', 't', '[{"citation":{"statute":"旧环境法"}}]', '{fine}', '[]', 'parsed', '2020-01-01', '2026-03-01', '2020-01-01'),
    ($1, 'e', 2, 'b', 't', '[{"citation":{"statute":"法典"}}]', '{warning}', '[]', 'parsed', '2026-03-01', null, '2020-01-01'),
    ($1, 'f', 1, 'b', 't', '[{"citation":{"statute":"旧环境法"}}]', '{fine}', '[]', 'parsed', '2020-01-01', null, '2020-01-01')`, region)
  const on = async (id: string, conduct: string) => ((await facts('items', { items: [{ id, conduct }] }, { body: 'b' })) as Record<string, { changed?: true; later?: unknown; normInForce: boolean }>)[id]
  expect(await on('e', '2026-02-01')).toMatchObject({ version: '1', normInForce: true, changed: true, later: { version: '2', kinds: ['warning'] } })
  expect((await on('e', '2026-03-01'))?.changed).toBeUndefined()
  expect(await on('f', '2026-02-01')).toMatchObject({ normInForce: true, changed: true })
  expect((await on('f', '2026-02-01'))?.later).toBeUndefined()
  expect(await on('f', '2026-03-01')).toMatchObject({ normInForce: false })
})

test('parties: kind, age, region, and no name', async () => {
  await put(`insert into faheng.party (region, id, kind, name, code, birth, recorded, recorded_by) values ($1, 'young', 'person', '某某', '140221201203020011', '2012-03-02', '2026-01-01', 'officerOfB')`, region)
  expect(await facts('parties', { parties: [{ id: 'young', on: '2026-03-01' }] })).toEqual({ young: { kind: 'person', age: 13, minor: true, region: '140221' } })
  expect(await facts('parties', { parties: [{ id: 'young', on: '2026-03-02' }] })).toEqual({ young: { kind: 'person', age: 14, minor: true, region: '140221' } })
})

test('earlier decisions of another body, where the conduct overlaps', async () => {
  await put(`insert into faheng.decided values ($1, 'p1', 'of-b', 'i', '2026-01-01', '2026-02-01', true, 5)`, region)
  const ask = (from: string, until: string, township?: string) => facts('earlier', { earlier: [{ party: 'p1', from, until, ...(township ? { township } : {}) }] })
  expect(await ask('2026-02-01', '2026-02-02')).toEqual([{ matter: 'of-b', party: 'p1', item: 'i', from: '2026-01-01', until: '2026-02-01', fined: true }])
  expect(await ask('2026-02-02', '2026-02-03')).toEqual([])
  // Where both say a township, the places have to meet (R16).
  expect(await ask('2026-02-01', '2026-02-02', '140221101')).toHaveLength(1)
  await put(`update faheng.decided set township = '140221100' where matter = 'of-b'`)
  expect([await ask('2026-02-01', '2026-02-02', '140221100'), await ask('2026-02-01', '2026-02-02'), await ask('2026-02-01', '2026-02-02', '140221101')]).toMatchObject([[{ matter: 'of-b' }], [{ matter: 'of-b' }], []])
})

test('papers of one’s own matter that have no file yet', async () => {
  const paper = (act: string, file: string | null) => put(`insert into faheng.document (region, id, matter, act, act_seq, kind, template_version, fields, fields_hash, salt, made, file) values ($1, $2, 'm', $2, 1, 'decision', 1, '{}', 'h', 's', '2026-03-01', $3)`, region, act, file)
  await paper('made', 'hash')
  await paper('being-made', null)
  await put(`insert into faheng.reader (region, matter, person) values ($1, 'm', 'officer')`, region)
  expect(await facts('unrendered', { papers: ['made', 'being-made', 'none'] })).toEqual(['being-made'])
})

test('settings of the body on the day, defaults where it set none', async () => {
  await put(`insert into faheng.body_setting (region, body, name, value, valid_from, valid_until, recorded) values
    ($1, 'b', 'discussionAlways', 'true', '2026-01-01', '2026-03-03', '2026-01-01'), ($1, 'b', 'overlay', '"market-supervision"', '2026-01-01', null, '2026-01-01')`, region)
  expect(await facts('settings')).toMatchObject({ overlay: 'market-supervision', discussionAlways: true, hearingThreshold: { person: 1_000_000 }, lateEntryWorkdays: 3 })
  expect(await facts('settings', {}, { at: '2026-03-02T16:00:00.000Z' })).toMatchObject({ discussionAlways: false })
})

test('the history of a matter is told only under its lock', async () => {
  const rows = await reading(() => county.acts.pool.connect(), asker('supervisor'), async (client) => (await client.query('select * from faheng.matter_acts($1, $2)', [region, 'm'])).rows)
  expect(rows).toEqual([])
})
