import { generateKeyPairSync } from 'node:crypto'
import type { ClientBase, PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connected } from '../database/connected.ts'
import { testDatabase } from '../database/test-database.ts'
import type { TestDatabase } from '../database/test-database.ts'
import { appendLeaves } from './append.ts'
import { checkpointText, openCheckpoint } from './checkpoint.ts'
import { leafHash } from './hash.ts'
import type { HashName } from './hash.ts'
import type { LeafEntry } from './leaf.ts'
import { LedgerError, openLog } from './log.ts'
import { verifyConsistency } from './merkle-proof.ts'
import { noteSigner } from './note.ts'
import { consistencyBetween, inclusionFor, latestCheckpoint } from './proof.ts'
import { formatTlogProof, verifyTlogProof } from './tlog-proof.ts'
import { verifierKey } from './verifier-key.ts'
import { verifyLog } from './verify-log.ts'

const { privateKey } = generateKeyPairSync('ed25519')
const sign = noteSigner(privateKey)
const at = '2026-03-02T01:00:00.000Z'
const origin = (region: string) => `example.cn/faheng/${region}`
const trusted = (region: string) => [verifierKey(origin(region), privateKey)]

let db: TestDatabase
beforeAll(async () => void (db = await testDatabase()))
afterAll(() => db.drop())

/** Each test has a region, and so a log, of its own. */
let regions = 140100
async function freshLog(hash: HashName = 'sha256'): Promise<string> {
  const region = String(++regions)
  await asWorker((client) => openLog(client, region, { hash, origin: origin(region) }))
  return region
}

const entries = (region: string, from: number, to: number): LeafEntry[] =>
  Array.from({ length: to - from }, (_, i) => ({
    kind: 'act', region, id: `act-${from + i}`, matter: 'm1', seq: from + i, recordedAt: at, actKind: 'file', fields: { payload: 'ab'.repeat(32) },
  }))

const grow = (region: string, from: number, to: number) =>
  asWorker((client) => appendLeaves(client, region, entries(region, from, to), sign, at))

describe('appending', () => {
  it('gives proofs that stand on their own, for every leaf and between all checkpoints', async () => {
    for (const hash of ['sm3', 'sha256'] as const) {
      const region = await freshLog(hash)
      const sizes = [1, 2, 5, 12, 13]
      const roots = new Map<number, Uint8Array>()
      for (const [i, size] of sizes.entries()) {
        await grow(region, sizes[i - 1] ?? 0, size)
        const head = await asWorker((client) => latestCheckpoint(client, region))
        expect(openCheckpoint(head!.note, trusted(region))).toEqual({ origin: origin(region), size, root: head!.root })
        roots.set(size, head!.root)
      }
      for (let i = 0; i < 13; i++) {
        const found = await asApp(region, (client) => inclusionFor(client, region, 'act', `act-${i}`))
        expect(found).toMatchObject({ hash, index: i, recordedAt: at })
        const bundle = formatTlogProof({ index: found!.index, proof: found!.proof, checkpoint: found!.checkpoint.note })
        expect(verifyTlogProof(bundle, { hash, leaf: leafHash(hash, found!.leaf), trusted: trusted(region) })).toMatchObject({ index: i, size: 13 })
      }
      for (const first of sizes)
        for (const second of sizes.filter((size) => size >= first)) {
          const { proof, firstRoot, secondRoot } = (await asApp(region, (client) => consistencyBetween(client, region, first, second)))!
          expect([firstRoot, secondRoot].map((root) => Buffer.from(root).toString('hex'))).toEqual([first, second].map((size) => Buffer.from(roots.get(size)!).toString('hex')))
          expect(verifyConsistency(hash, { first, second, firstRoot: roots.get(first)!, secondRoot: roots.get(second)!, proof })).toBe(true)
        }
      expect(await check(region)).toMatchObject({ ok: true, size: 13, checkpoints: 5 })
    }
  })

  it('may come again: known entries are passed over, and those that differ are named', async () => {
    const region = await freshLog()
    await grow(region, 0, 5)
    expect(await grow(region, 0, 5)).toEqual({ size: 5, appended: 0, differing: [] })
    expect(await grow(region, 3, 8)).toEqual({ size: 8, appended: 3, differing: [] })
    const [other] = entries(region, 2, 3)
    const twice = [{ ...other!, seq: 99 }, ...entries(region, 8, 9), ...entries(region, 8, 9)]
    expect(await asWorker((client) => appendLeaves(client, region, twice, sign, at))).toEqual({
      size: 9, appended: 1, differing: [{ kind: 'act', id: 'act-2' }],
    })
    expect(await check(region)).toMatchObject({ ok: true, size: 9 })
  })

  it('keeps act and document of the same id apart', async () => {
    const region = await freshLog()
    const [act] = entries(region, 0, 1)
    await asWorker((client) => appendLeaves(client, region, [act!, { ...act!, kind: 'document' }], sign, at))
    expect((await asApp(region, (client) => inclusionFor(client, region, 'document', 'act-0')))?.index).toBe(1)
  })

  it('by several at once gives one tree, without gaps', async () => {
    const region = await freshLog()
    await Promise.all(Array.from({ length: 6 }, (_, i) => grow(region, i * 5, i * 5 + 10)))
    expect(await check(region)).toMatchObject({ ok: true, size: 35 })
  })

  it('leaves nothing behind when its transaction fails', async () => {
    const region = await freshLog()
    await grow(region, 0, 3)
    await expect(asWorker(async (client) => {
      await appendLeaves(client, region, entries(region, 3, 7), sign, at)
      throw new Error('the follower fails')
    })).rejects.toThrow('the follower fails')
    expect(await check(region)).toMatchObject({ ok: true, size: 3, checkpoints: 1 })
  })

  it('is refused outside a transaction, without a log, for another region, under another hash', async () => {
    const region = await freshLog()
    const client = await db.pools.worker.connect()
    try {
      await expect(appendLeaves(client, region, [], sign, at)).rejects.toThrow(LedgerError)
    } finally {
      client.release()
    }
    await expect(grow('999999', 0, 1)).rejects.toThrow('was not opened')
    await expect(asWorker((worker) => appendLeaves(worker, region, entries('140000', 0, 1), sign, at))).rejects.toThrow('belongs to 140000')
    await expect(asWorker((worker) => openLog(worker, region, { hash: 'sm3', origin: 'x' }))).rejects.toThrow('cannot continue with sm3')
    expect(await asWorker((worker) => openLog(worker, region, { hash: 'sha256', origin: 'new.example.cn' }))).toEqual({
      hash: 'sha256', origin: origin(region), size: 0,
    })
  })
})

describe('reading', () => {
  it('shows a county its own log only', async () => {
    const region = await freshLog()
    await grow(region, 0, 2)
    for (const seen of ['140999', '']) {
      expect(await asApp(seen, (client) => inclusionFor(client, region, 'act', 'act-0'))).toBeUndefined()
      expect(await asApp(seen, (client) => latestCheckpoint(client, region))).toBeUndefined()
      expect(await asApp(seen, (client) => consistencyBetween(client, region, 1, 2))).toBeUndefined()
    }
  })

  it('answers nothing for what is not there, and refuses sizes the log never had', async () => {
    const region = await freshLog()
    expect(await asApp(region, (client) => latestCheckpoint(client, region))).toBeUndefined()
    await grow(region, 0, 2)
    expect(await asApp(region, (client) => inclusionFor(client, region, 'act', 'act-2'))).toBeUndefined()
    for (const [first, second] of [[2, 3], [2, 1], [-1, 1], [0.5, 1]] as const)
      await expect(asApp(region, (client) => consistencyBetween(client, region, first, second))).rejects.toThrow(RangeError)
  })
})

describe('the tables', () => {
  const tables = ['ledger_leaf', 'ledger_node', 'ledger_checkpoint', 'ledger_log']

  it('are changed by nobody, whatever his role', async () => {
    const region = await freshLog()
    await grow(region, 0, 4)
    for (const table of tables)
      for (const sql of [`update faheng.${table} set region = region || ''`, `delete from faheng.${table}`, `truncate faheng.${table}`]) {
        await expect(asWorker((client) => client.query(sql)), sql).rejects.toMatchObject({ code: '42501' })
        await expect(asApp(region, (client) => client.query(sql)), sql).rejects.toMatchObject({ code: '42501' })
        if (table !== 'ledger_log' || !sql.startsWith('update'))
          await expect(asOwner((client) => client.query(sql)), sql).rejects.toMatchObject({ code: '23001' })
      }
    await expect(asApp(region, (client) => openLog(client, '140998', { hash: 'sm3', origin: 'x' }))).rejects.toMatchObject({ code: '42501' })
    await expect(asWorker((client) => client.query('update faheng.ledger_log set size = 1 where region = $1', [region]))).rejects.toMatchObject({ code: '23001' })
    expect(await check(region)).toMatchObject({ ok: true, size: 4 })
  })
})

describe('verifying', () => {
  const harms: [string, string, object][] = [
    ['a leaf altered', `update faheng.ledger_leaf set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), '"seq":6', '"seq":7'), 'UTF8') where region = $1 and position = 6`, { fault: 'leaf-altered', from: 6, to: 7 }],
    ['a leaf altered together with its hash', `update faheng.ledger_leaf set leaf = l.leaf, hash = l.hash, subject_id = 'act-x' from (select * from faheng.ledger_leaf where region = $1 and position = 2) l where faheng.ledger_leaf.region = $1 and faheng.ledger_leaf.position = 6`, { fault: 'leaf-altered', from: 6, to: 7 }],
    ['a leaf rewritten whole, its hash too', `with l as (select convert_to(replace(convert_from(leaf, 'UTF8'), '"seq":6', '"seq":7'), 'UTF8') as leaf from faheng.ledger_leaf where region = $1 and position = 6) update faheng.ledger_leaf set leaf = l.leaf, hash = sha256('\\x00'::bytea || l.leaf) from l where region = $1 and position = 6`, { fault: 'node-altered', from: 6, to: 8 }],
    ['a leaf filed under another act', `update faheng.ledger_leaf set subject_id = 'another' where region = $1 and position = 3`, { fault: 'leaf-altered', from: 3, to: 4 }],
    ['a leaf removed', `delete from faheng.ledger_leaf where region = $1 and position = 4`, { fault: 'leaf-missing', from: 4, to: 5 }],
    ['the last leaf removed', `delete from faheng.ledger_leaf where region = $1 and position = 9`, { fault: 'leaf-missing', from: 9, to: 10 }],
    ['two leaves exchanged', `update faheng.ledger_leaf set (kind, subject_id, hash, leaf) = (select kind, subject_id || '', hash, leaf from faheng.ledger_leaf l where l.region = $1 and l.position = 5 - ledger_leaf.position) where region = $1 and position in (2, 3)`, { fault: 'node-altered', from: 2, to: 4 }],
    ['a leaf too many', `insert into faheng.ledger_leaf select region, 10, kind, 'more', hash, leaf, recorded from faheng.ledger_leaf where region = $1 and position = 9`, { fault: 'leaf-surplus', from: 10, to: 11 }],
    ['a node altered', `update faheng.ledger_node set hash = sha256('x') where region = $1 and level = 2 and index = 1`, { fault: 'node-altered', from: 4, to: 8 }],
    ['a node removed', `delete from faheng.ledger_node where region = $1 and level = 1 and index = 0`, { fault: 'node-missing', from: 0, to: 2 }],
    ['a node too many', `insert into faheng.ledger_node values ($1, 4, 0, sha256('x'))`, { fault: 'node-surplus' }],
    ['a checkpoint’s root altered', `update faheng.ledger_checkpoint set root = sha256('x') where region = $1 and size = 4`, { fault: 'checkpoint-differs', to: 4 }],
    ['a checkpoint’s note altered', `update faheng.ledger_checkpoint set note = replace(note, '— ', '— x') where region = $1 and size = 4`, { fault: 'checkpoint-unsigned', to: 4 }],
    ['the newest checkpoint removed', `delete from faheng.ledger_checkpoint where region = $1 and size = 10`, { fault: 'checkpoint-missing', from: 4, to: 10 }],
    ['the log cut short', `update faheng.ledger_log set size = 4 where region = $1`, { fault: 'leaf-surplus', from: 4, to: 10 }],
    ['the log gone', `delete from faheng.ledger_log where region = $1`, { fault: 'log-missing' }],
  ]

  it.each(harms)('finds %s', async (what, sql, expected) => {
    const region = await freshLog()
    await grow(region, 0, 4)
    await grow(region, 4, 10)
    expect(await check(region)).toMatchObject({ ok: true })
    // Exchanging rows meets the unique index halfway.
    await tamper(what.startsWith('two') ? `drop index if exists faheng.ledger_leaf_by_subject` : '', sql, region)
    expect(await check(region)).toMatchObject({ ok: false, ...expected })
  })

  it('finds a log rewritten and signed again with the right key, by a checkpoint that others hold', async () => {
    const region = await freshLog()
    await grow(region, 0, 6)
    const published = (await asWorker((client) => latestCheckpoint(client, region)))!.note
    await tamper('', `delete from faheng.ledger_log where region = $1`, region)
    for (const table of ['leaf', 'node', 'checkpoint']) await tamper('', `delete from faheng.ledger_${table} where region = $1`, region)
    await asWorker((client) => openLog(client, region, { hash: 'sha256', origin: origin(region) }))
    await grow(region, 1, 5)
    expect(await check(region)).toMatchObject({ ok: true })
    expect(await check(region, [published])).toMatchObject({ ok: false, fault: 'leaf-missing', from: 4, to: 6 })
    await grow(region, 5, 8)
    expect(await check(region, [published])).toMatchObject({ ok: false, fault: 'checkpoint-differs', from: 4, to: 6 })
  })

  it('accepts older published checkpoints, and only of this log', async () => {
    const region = await freshLog()
    await grow(region, 0, 3)
    const old = (await asWorker((client) => latestCheckpoint(client, region)))!.note
    await grow(region, 3, 6000)
    expect(await check(region, [old, old])).toMatchObject({ ok: true, size: 6000, checkpoints: 4 })
    const foreign = sign('example.cn/other', checkpointText({ origin: 'example.cn/other', size: 3, root: new Uint8Array(32) }))
    expect(await check(region, [foreign])).toMatchObject({ ok: false, fault: 'checkpoint-unsigned' })
  })

  it('trusts no key but those it was given', async () => {
    const region = await freshLog()
    await grow(region, 0, 1)
    const stranger = [verifierKey(origin(region), generateKeyPairSync('ed25519').publicKey)]
    expect(await asWorker((client) => verifyLog(client, region, stranger))).toMatchObject({ ok: false, fault: 'checkpoint-unsigned' })
  })

  it('finds nothing wrong with a log that has no leaf yet', async () => {
    expect(await check(await freshLog())).toMatchObject({ ok: true, size: 0, checkpoints: 0 })
  })
})

const check = (region: string, published: string[] = []) => asWorker((client) => verifyLog(client, region, trusted(region), published))

async function inTransaction<T>(client: PoolClient, work: (client: PoolClient) => Promise<T>): Promise<T> {
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const asWorker = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => inTransaction(await db.pools.worker.connect(), work)

const asApp = async <T>(region: string, work: (client: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(await db.pools.app.connect(), async (client) => {
    await client.query(`select set_config('app.region', $1, true)`, [region])
    return work(client)
  })

const asOwner = <T>(work: (client: ClientBase) => Promise<T>): Promise<T> => connected(db.database.connection('faheng_owner'), work)

/** What only somebody with the owner's password can do: take the locks off, do harm, and put them on again. */
async function tamper(before: string, sql: string, region: string): Promise<void> {
  const tables = ['log', 'leaf', 'node', 'checkpoint'].map((name) => `faheng.ledger_${name}`)
  const each = (what: string) => tables.map((table) => `alter table ${table} ${what};`).join('')
  await asOwner(async (client) => {
    await client.query(`begin; ${each('disable trigger user')} ${each('no force row level security')} ${before}`)
    expect((await client.query(sql, [region])).rowCount).toBeGreaterThan(0)
    await client.query(`${each('enable trigger user')} ${each('force row level security')} commit`)
  })
}
