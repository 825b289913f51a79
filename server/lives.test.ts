import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fold, isOneStep, step } from '@faheng/law/fold.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { live } from '@faheng/law/procedures/lives.test-data.ts'
import { newCase } from '@faheng/law/procedures/penalty-case.ts'
import { penaltyOrdinary } from '@faheng/law/procedures/penalty-ordinary.ts'
import { body, lawful, people, unit, type CaseInMemory } from '@faheng/law/procedures/walk.test-data.ts'
import { filled } from './acts/filled-payload.ts'
import { perform, planDocuments, procedureOf, rebuild, type Acts } from './acts/index.ts'
import { standardClock } from './acts/test-clock.ts'
import { houseDocuments } from './house-documents.ts'
import { systemAsker } from './platform/access/scope.ts'
import { testDatabase, type TestDatabase } from './platform/database/test-database.ts'

/** `npm run lives` lives 200; every run lives some. */
const lives = Number(process.env['FAHENG_STORED_LIVES'] ?? 10)
const region = '140221'
const clock = standardClock('2026-03-02T01:00:00.000Z')
let db: TestDatabase
let acts: Acts

beforeAll(async () => {
  db = await testDatabase()
  await settle()
  acts = { pool: db.pools.app, procedures, documents: houseDocuments, masterKey: randomBytes(32), clock: clock.now, law: 'test' }
}, 300_000)
afterAll(() => db.drop())

test('a life in the store is the life in memory, leaves every paper it owes, and is rebuilt from its acts alone', async () => {
  for (let seed = 1; seed <= lives; seed++) {
    const one = live(seed)
    const told = `life ${seed}, ${one.acts.length} acts, to ${one.state.stage}`
    expect(await relive(`l${seed}`, one), told).toEqual(JSON.parse(JSON.stringify(one.state)))
    expect(await papers(`l${seed}`), told).toEqual(owed(one))
    const open = await rows('select clock from faheng.clock where matter = $1 and closed is null', `l${seed}`)
    expect([open, await rows('select act from faheng.waiting where matter = $1', `l${seed}`)], told).toEqual([[], []])
  }
  expect(await rebuild(acts, db.pools.worker, region, { check: true })).toEqual([])
}, Math.max(300_000, lives * 10_000))

const rows = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> => (await db.pools.worker.query(sql, values)).rows
const papers = async (matter: string) => (await rows('select act_seq, kind from faheng.document where matter = $1', matter)).map((each) => `${each['act_seq']} ${each['kind']}`).sort()

/** Every paper that the law says its acts make. */
function owed({ acts: told }: CaseInMemory): string[] {
  const begin = newCase({ body, unit })
  let state = begin
  return told.flatMap((act, i) => {
    state = isOneStep(penaltyOrdinary, act, undefined) ? step(penaltyOrdinary, state, act).state : fold(penaltyOrdinary, begin, told.slice(0, i + 1)).state
    const definition = procedureOf(acts, penaltyOrdinary.name).acts[act.kind]
    return definition ? planDocuments(definition, state, act, houseDocuments).map(({ kind }) => `${act.seq} ${kind}`) : []
  }).sort()
}

/** Sends the acts of a life to the store, each at its own moment. Answers the state there, in the ids of the one in memory. */
async function relive(matter: string, one: CaseInMemory): Promise<unknown> {
  const there = new Map([['host', `${matter}-host`]])
  for (const [id, party] of Object.entries(one.facts.parties ?? {})) {
    there.set(id, `${matter}-${id}`)
    await db.pools.worker.query(`insert into faheng.party (region, id, kind, name, recorded, recorded_by) values ($1, $2, $3, '鲜满仓', now(), 'clerk')`, [region, `${matter}-${id}`, party.kind])
  }
  for (const act of one.acts) {
    if (act.kind === 'propose-joinder') await receiving(matter)
    clock.set(act.recordedAt)
    const payload = filled(penaltyOrdinary.acts[act.kind]?.payload as never, translated(act.payload, there), { party: `${matter}-shop`, officer: 'chen' })
    const actor = Object.values(people).find(({ person }) => person === act.actor)
    await perform(acts, actor ? { region, person: act.actor, posts: actor.posts } : systemAsker(region), {
      matter, act: { id: `${matter}-${act.id}`, kind: act.kind, payload }, ...(act.seq === 1 ? { opens: { procedure: penaltyOrdinary.name, body, unit } } : {}),
    })
    // Its papers are made at once, as the follower would.
    await db.pools.worker.query(`update faheng.document set file = 'made', pages = 1, rendered = made where region = $1 and matter = $2 and file is null`, [region, matter])
    const [stored] = await rows('select hash from faheng.act where region = $1 and id = $2', region, `${matter}-${act.id}`)
    there.set(act.id, `${matter}-${act.id}`).set(act.hash, String(stored?.['hash']))
  }
  const [stored] = await rows('select state from faheng.matter_state where matter = $1', matter)
  return translated(stored?.['state'], new Map([...there].map(([mine, theirs]) => [theirs, mine])))
}

/** Another case of the body, whose head takes in whatever that matter gives. */
async function receiving(matter: string): Promise<void> {
  const host = `${matter}-host`
  const known = await rows('select id from faheng.matter where id = $1', host)
  if (known.length > 0) return
  const act = (who: 'clerk' | 'chief', kind: string, told: object, more = {}) =>
    perform(acts, { region, person: who, posts: people[who].posts }, { matter: host, act: { id: `${host}-${kind}-${Object.values(told)[0]}`, kind, payload: filled(penaltyOrdinary.acts[kind]?.payload as never, told, {}) }, ...more })
  await act('clerk', 'register-lead', { source: 'complaint', received: '2026-03-02', discoveredOn: '2026-03-02', realName: false }, { opens: { procedure: penaltyOrdinary.name, body, unit } })
  for (const kind of ['merge', 'split']) await act('chief', 'accept-joinder', { kind, matter })
}

/** The same value with other ids in it. */
function translated(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.replaceAll(/[\w-]+/g, (id) => ids.get(id) ?? id)
  if (Array.isArray(value)) return value.map((each) => translated(each, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [translated(key, ids), translated(each, ids)]))
}

/** The bureau of the walks in memory, with all that its `lawful` facts say. */
async function settle(): Promise<void> {
  const at = '2020-01-01T00:00:00.000Z'
  const put = (sql: string, ...values: unknown[]) => db.pools.worker.query(sql, [region, ...values])
  const [id] = Object.keys(lawful.items ?? {})
  const item = Object.values(lawful.items ?? {})[0]
  await put(`insert into faheng.region (region, name) values ($1, '甲县')`)
  await put(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, recorded) values ($1, $2, '甲县市场监督管理局', '市监局', '甲市监', 'organ', $3)`, body, at)
  await put(`insert into faheng.unit (region, id, body, name) values ($1, $2, $3, '执法队')`, unit, body)
  for (const { person, posts } of Object.values(people)) {
    await put('insert into faheng.person (region, id, name) values ($1, $2, $3)', person, `姓名${person}`)
    for (const post of posts as readonly { kind: string; unit?: string; rank?: string }[])
      await put('insert into faheng.post (region, id, person, kind, body, unit, rank, qualified, from_at, recorded) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)',
        `p-${person}`, person, post.kind, body, post.unit ?? null, post.rank ?? null, post.kind === 'legal-reviewer', at)
  }
  for (const person of Object.keys(lawful.certificates ?? {}))
    await put(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded) values ($1, $2, $3, 'sx', '{}', '140000', $4, '2040-01-01', $4)`, `C-${person}`, person, at)
  for (const [name, value] of Object.entries(lawful.settings ?? {}))
    await put(`insert into faheng.body_setting (region, body, name, value, valid_from, recorded) values ($1, $2, $3, $4, '2020-01-01', $5)`, body, name, JSON.stringify(value), at)
  await put(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, recorded) values ($1, $2, 1, $3, '对经营超过保质期的食品的处罚', $4, $5, $6, 'parsed', '2020-01-01', $7)`,
    id, body, JSON.stringify([{ citation: { statute: '食品安全法', article: 124, paragraph: 1 }, text: '' }]), item?.kinds, JSON.stringify(item?.branches), at)
  await put(`insert into faheng.statute_version (region, statute, version, title, rank, promulgated, in_force, recorded) values ($1, '食品安全法', '1', '食品安全法', 'law', '2009-02-28', '2009-06-01', $2)`, at)
}
