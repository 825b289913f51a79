import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonical } from '@faheng/law/canonical.ts'
import { connected } from '../platform/database/connected.ts'
import { NotFound, Refused } from '../platform/errors.ts'
import { diskStore, type FileStore } from '../platform/files/store.ts'
import { openLog } from '../platform/ledger/log.ts'
import { noteSigner } from '../platform/ledger/note.ts'
import { verifierKey } from '../platform/ledger/verifier-key.ts'
import { catchUp, lagOf, rebuildFollower, runFollowers, type Follower } from './followers.ts'
import { counters } from './followers/counters.ts'
import { documents } from './followers/documents.ts'
import { findings } from './followers/findings.ts'
import { ledger } from './followers/ledger.ts'
import { words } from './followers/words.ts'
import { perform } from './perform.ts'
import { rebuild } from './rebuild.ts'
import { asker, region, testCounty, type TestCounty } from './test-county.ts'
import { verify } from './verify.ts'

let county: TestCounty
let folder: string
let store: FileStore
let followers: Follower[]
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const sign = noteSigner(privateKey)
const lines: string[] = []
let n = 0
const id = (prefix: string) => `${prefix}-${++n}`

beforeAll(async () => {
  county = await testCounty()
  folder = mkdtempSync(join(tmpdir(), 'faheng-files-'))
  store = diskStore(folder)
  const { acts } = county
  const render = async ({ id, fields }: { id: string; fields: unknown }) => ({ pdf: Buffer.from(`${id} ${canonical(fields)}`), pages: 1 })
  followers = [ledger(acts, sign), documents({ acts, sign, store, render, log: (line) => lines.push(line) }), words(acts), findings(acts), counters(acts)]
  const client = await county.db.pools.worker.connect()
  await openLog(client, region, { hash: 'sm3', origin: `county.example/faheng/${region}/sm3` })
  client.release()
})
afterAll(async () => {
  await county.db.drop()
  rmSync(folder, { recursive: true, force: true })
})

const rows = async (sql: string, ...values: unknown[]) => (await county.db.pools.worker.query(sql, values)).rows
const checkAll = () => verify({ acts: county.acts, pool: county.db.pools.worker, store, trusted: [verifierKey(`county.example/faheng/${region}/sm3`, publicKey)] }, region)
const reproducible = ['words', 'findings', 'counters']
const made = async () => canonical({
  words: await rows('select * from faheng.word order by 1, 2, 3, 4, 5'),
  findings: await rows('select * from faheng.finding order by 1, 2, 3, 4, 5'),
  counters: await rows('select * from faheng.counter where value <> 0 order by 1, 2, 3, 4'),
})

/** One step of a random walk: who tries what, a power or a fact, in time or late. What the law refuses is simply not done. */
const step = fc.record({
  matter: fc.nat({ max: 2 }),
  person: fc.constantFrom('officer', 'uncertified', 'unitHead', 'head'),
  kind: fc.constantFrom('inspect', 'spoil', 'propose', 'approve', 'return', 'assign', 'close'),
  late: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
  amount: fc.nat({ max: 900 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function walk(steps: readonly Step[]): Promise<void> {
  const matters = [id('m'), id('m'), id('m')]
  for (const matter of matters)
    await perform(county.acts, asker('officer'), {
      matter, opens: { procedure: 'complaint', body: 'a', unit: 'a1' },
      act: { id: id('act'), kind: 'register', payload: { parties: [id('party')], story: '商家以次充好', informant: '匿名举报者' } },
    })
  for (const { matter, person, kind, late, amount } of steps) {
    const target = matters[matter] as string
    const [proposal] = await rows(`select id as act, hash from faheng.act where matter = $1 and kind = 'propose' order by seq desc limit 1`, target)
    const payload = {
      inspect: { evidence: `e${amount % 3}`, kind: 'note', note: `第${amount}号笔录` }, spoil: {}, propose: { fine: amount },
      approve: { proposal: proposal ?? { act: 'none', hash: 'none' } }, return: { proposal: proposal ?? { act: 'none', hash: 'none' } },
      assign: { team: amount % 2 ? ['officer'] : ['officer', 'uncertified'] }, close: {},
    }[kind]
    const back = late !== undefined && (kind === 'inspect' || kind === 'spoil')
      ? { occurredAt: new Date(Date.parse(county.time.read()) - late * 100).toISOString(), lateReason: '当日未录' } : {}
    await perform(county.acts, asker(person), { matter: target, act: { id: id('act'), kind, payload, ...back } }).catch((error: unknown) => {
      if (!(error instanceof Refused || error instanceof NotFound)) throw error
    })
  }
}

test('after any walk: rebuild equals the tables, followers that kept up equal those from scratch, the log verifies', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 12 }), { minLength: 1, maxLength: 3 }), async (parts) => {
      for (const part of parts) {
        await walk(part)
        await catchUp(county.db.pools.worker, followers, region)
      }
      expect(await rebuild(county.acts, county.db.pools.worker, region, { check: true })).toEqual([])
      const incremental = await made()
      for (const follower of followers) if (reproducible.includes(follower.name)) await rebuildFollower(county.db.pools.worker, follower, region)
      expect(await made()).toBe(incremental)
    }),
    { numRuns: 12 },
  )
  expect(await checkAll()).toMatchObject({ ok: true })
  expect(await rows('select count(*) as n from faheng.document where file is null')).toEqual([{ n: 0 }])
}, 120_000)

test('catching up waits for what holds an act back: a transaction under way, be it in another database', async () => {
  await connected(county.db.database.connection('admin'), async (elsewhere) => {
    await elsewhere.query('begin')
    await elsewhere.query('select pg_current_xact_id()')
    await walk([])
    let done = false
    const caughtUp = catchUp(county.db.pools.worker, followers, region).then(() => (done = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(done).toBe(false)
    await elsewhere.query('commit')
    await caughtUp
  })
  expect(Object.values(await lagOf(county.db.pools.worker, followers, region)).every((lag) => lag === 0)).toBe(true)
})

test('words are found in texts, not in sealed fields', async () => {
  await walk([])
  await catchUp(county.db.pools.worker, followers, region)
  const found = async (word: string) => (await rows('select count(*) as n from faheng.word where word = $1', word))[0]?.n
  expect(await found('次充')).toBeGreaterThan(0)
  expect(await found('匿名')).toBe(0)
})

test('words follow their matter to another body and back', async () => {
  await walk([])
  await catchUp(county.db.pools.worker, followers, region)
  const [{ matter, n } = { matter: '', n: 0 }] = await rows('select matter, count(*)::int as n from faheng.word group by matter order by matter limit 1')
  const client = await county.db.pools.worker.connect()
  for (const body of ['b', 'a']) {
    await client.query('update faheng.matter set body = $2 where id = $1', [matter, body])
    await words(county.acts).handle(client, region, [{ position: 0, act: '', matter, seq: 0 }])
    expect(await rows('select body, count(*)::int as n from faheng.word where matter = $1 group by body', matter)).toEqual([{ body, n }])
  }
  client.release()
})

test('rebuild names a row that was changed by hand, and puts it right', async () => {
  const [row] = await rows('select matter from faheng.clock limit 1')
  await rows(`update faheng.clock set whose = 'party' where matter = $1`, row?.matter)
  await rows('delete from faheng.waiting where matter = $1', row?.matter)
  await rows('update faheng.matter set due = null, stage = $2 where id = $1', row?.matter, 'closed')
  const wrong = await rebuild(county.acts, county.db.pools.worker, region, { check: true })
  expect(new Set(wrong.map(({ table }) => table))).toEqual(new Set(['clock', 'matter', 'waiting']))
  expect((await rebuild(county.acts, county.db.pools.worker, region, { check: false })).length).toBe(wrong.length)
  expect(await rebuild(county.acts, county.db.pools.worker, region, { check: true })).toEqual([])
})

test('running followers see an act soon; one that fails rests, the others go on; a new run takes up what was left', async () => {
  let fails = true
  const seen: string[] = []
  const shaky: Follower = { name: 'shaky', batch: 10, handle: async (_client, _region, entries) => {
    if (fails) throw new Error('not today')
    seen.push(...entries.map(({ act }) => act))
  } }
  const all = [...followers, shaky]
  const running = runFollowers({ pool: county.db.pools.worker, followers: all, log: (line) => lines.push(line) })
  const acts = { ...county.acts, wake: () => running.wake() }
  const matter = id('m')
  const { act } = await perform(acts, asker('officer'), {
    matter, opens: { procedure: 'complaint', body: 'a', unit: 'a1' }, act: { id: id('act'), kind: 'register', payload: { parties: [], story: '一' } },
  })
  await until(async () => (await rows(`select 1 from faheng.ledger_leaf where kind = 'act' and subject_id = $1`, act)).length === 1)
  await until(async () => (await rows('select file from faheng.document where matter = $1', matter))[0]?.file !== null)
  expect(seen).toEqual([])
  // It takes its turn beside the others: that they are done says nothing of it.
  await until(() => Promise.resolve(lines.join().includes('not today')))
  await running.stop()
  expect((await lagOf(county.db.pools.worker, all, region))['shaky']).toBeGreaterThan(0)
  fails = false
  const again = runFollowers({ pool: county.db.pools.worker, followers: all, log: (line) => lines.push(line) })
  await until(() => Promise.resolve(seen.includes(act)))
  await again.stop()
  expect(new Set(seen).size).toBe(seen.length)
})

test('a paper that a full disk refuses is kept when there is room, without another start', async () => {
  let full = true
  const small: FileStore = { ...store, put: (bytes) => (full ? Promise.reject(new Error('no space left')) : store.put(bytes)) }
  const papers = documents({ acts: county.acts, sign, store: small, render: async ({ id }) => ({ pdf: Buffer.from(id), pages: 1 }), log: (line) => lines.push(line) })
  const matter = id('m')
  await perform(county.acts, asker('officer'), { matter, opens: { procedure: 'complaint', body: 'a', unit: 'a1' }, act: { id: id('act'), kind: 'register', payload: { parties: [], story: '一' } } })
  const running = runFollowers({ pool: county.db.pools.worker, followers: [papers], log: (line) => lines.push(line) })
  await until(() => Promise.resolve(lines.join().includes('no space left')))
  expect(await rows('select file from faheng.document where matter = $1', matter)).toEqual([{ file: null }])
  full = false
  await until(async () => (await rows('select file from faheng.document where matter = $1', matter))[0]?.file !== null)
  await running.stop()
})

test('what an earlier run left undone gives way to acts, too, and is taken up again', async () => {
  for (let i = 0; i < 60; i++)
    await perform(county.acts, asker('officer'), { matter: id('m'), opens: { procedure: 'complaint', body: 'a', unit: 'a1' }, act: { id: id('act'), kind: 'register', payload: { parties: [], story: '一' } } })
  let tries = 0
  const papers: Follower = {
    name: 'papers', batch: 1, givesWay: true, handle: async () => undefined,
    // The first is only ended by the acts that come in.
    async resume(_pool, _region, stopped) {
      if (++tries > 1) return
      while (!stopped()) await new Promise((resolve) => setTimeout(resolve, 5))
    },
  }
  const running = runFollowers({ pool: county.db.pools.worker, followers: [papers], log: (line) => lines.push(line) })
  await until(() => Promise.resolve(tries === 2))
  await until(async () => (await lagOf(county.db.pools.worker, [papers], region))['papers'] === 0)
  await running.stop()
})

test('verify names the first act altered, the act removed, the file changed', async () => {
  await walk([])
  await catchUp(county.db.pools.worker, followers, region)
  const [first] = await rows(`select id from faheng.act where kind = 'register' order by recorded limit 1`)
  const tamper = (sql: string, values: unknown[]) => connected({ ...county.db.database.connection('admin'), database: county.db.name }, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(sql, values)
  })
  const [made] = await rows('select id from faheng.document where act = $1', first?.id)
  const renumber = (number: string | null) => tamper('update faheng.document set number = $2 where id = $1', [made?.id, number])
  await renumber('晋青市监罚〔2026〕999号')
  expect(await checkAll()).toMatchObject({ ok: false, fault: { kind: 'act', id: first?.id, field: `document:${made?.id}` } })
  await renumber(null)
  expect(await checkAll()).toMatchObject({ ok: true })
  await tamper(`update faheng.act set payload = payload || '{"parties": ["another"]}' where id = $1`, [first?.id])
  expect(await checkAll()).toMatchObject({ ok: false, fault: { kind: 'act', id: first?.id, field: 'parties' } })
  await tamper('delete from faheng.act where id = $1', [first?.id])
  expect(await checkAll()).toMatchObject({ ok: false, fault: { kind: 'act', id: first?.id, reason: 'was removed' } })
})

test('a file is written whole, found by its hash, and written again when it was spoiled', async () => {
  const fresh = diskStore(folder)
  expect(await fresh.has('0'.repeat(64))).toBe(false)
  const { hash } = await fresh.put(Buffer.from('content'))
  const place = join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  expect(readdirSync(join(folder, hash.slice(0, 2), hash.slice(2, 4)))).toContain(hash)
  writeFileSync(place, 'other')
  expect(await fresh.put(Buffer.from('content'))).toEqual({ hash, bytes: 7 })
  let text = ''
  for await (const chunk of await fresh.get(hash)) text += String(chunk)
  expect(text).toBe('content')
})

async function until(met: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 250; i++) {
    if (await met()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it did not happen within five seconds')
}
