import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { erasedText } from '@faheng/law/redaction.ts'
import { rebuild, verify } from '../acts/index.ts'
import { connected } from '../platform/database/connected.ts'
import { diskStore } from '../platform/files/store.ts'
import { findLog } from '../platform/ledger/log.ts'
import { openLedgerKey } from '../platform/ledger/key.ts'
import { verifierKey } from '../platform/ledger/verifier-key.ts'
import { testRegion } from '../test-server.ts'
import { lead, testCases, type TestCases } from './test-cases.ts'

/** D9: a personal text is erased on two heads' word, the ledger tells of it, and anything else that is missing is named. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
}, 120_000)
afterAll(() => cases.close())

interface Story { readonly acts: { readonly id: string; readonly kind: string; readonly documents: string[]; readonly payload: { readonly summary?: string } }[] }
const leadAs = async (person: string, matter: string) => {
  const { body } = await (await cases.as(person)).get<Story>(`/api/matters/${matter}/acts`)
  return body.acts.find(({ kind }) => kind === 'register-lead') as Story['acts'][number]
}

const rows = async <R>(sql: string, ...values: unknown[]): Promise<R[]> => (await cases.server.db.pools.worker.query(sql, values)).rows as R[]

async function verified() {
  const { db, context, house } = cases.server
  const client = await db.pools.worker.connect()
  const log = await findLog(client, testRegion).finally(() => client.release())
  const signing = await openLedgerKey(join(context.dataDir, 'keys'), {})
  return verify({ acts: house.acts, pool: db.pools.worker, store: diskStore(join(context.dataDir, 'files')), trusted: [verifierKey(log?.origin ?? '', signing)] }, testRegion)
}

/** Past every guard of the database, as who holds the machine could. */
const tamper = (sql: string, ...values: unknown[]) =>
  connected({ ...cases.server.db.database.connection('admin'), database: cases.server.db.name }, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(sql, values)
  })

const propose = async (matter: string, more: object = {}) => {
  const { id, documents } = await leadAs('head', matter)
  await cases.must('head', matter, 'propose-redaction', { texts: [{ entry: id, field: 'summary' }], ground: 'unrelated', documents, reason: '误录他人信息', ...more })
  return { id, document: documents[0] as string }
}

it('erases value and salt once a second head approves, keeps the paper out of reach, and still verifies and rebuilds', async () => {
  const matter = await cases.upTo('filed')
  const { id, document } = await propose(matter)
  await cases.server.followed()
  const head = await cases.as('head')
  expect((await leadAs('officer', matter)).payload.summary).toBe(lead.summary)
  expect((await head.get(`/api/documents/${document}/pdf`)).status).toBe(200)
  expect((await cases.act('head', matter, 'approve-redaction', { proposal: await cases.proposal('deputy', matter, 'approve-redaction'), opinion: '同意' })).body.refusals?.map(({ guard }) => guard)).toEqual(['by'])

  await cases.must('deputy', matter, 'approve-redaction', { opinion: '同意' })
  expect((await leadAs('officer', matter)).payload.summary).toBe(erasedText.zh)
  await cases.server.followed()
  expect(await rows('select salts ? $2 as kept from faheng.act where id = $1', id, '/summary')).toEqual([{ kept: false }])
  expect(await rows(`select kind from faheng.ledger_leaf where subject_id = $1`, `${id}/summary`)).toEqual([{ kind: 'redaction' }])
  expect((await head.get<{ rows: unknown[] }>(`/api/matters?q=${encodeURIComponent('货架上有过期牛奶')}`)).body.rows).toEqual([])
  expect((await head.get<{ documents: { id: string; withheld: boolean }[] }>(`/api/matters/${matter}`)).body.documents.filter(({ withheld }) => withheld).map((each) => each.id)).toEqual([document])
  expect((await head.get(`/api/documents/${document}/pdf`)).status).toBe(400)
  expect((await head.get(`/api/matters/${matter}/case-file.pdf`)).status).toBe(200)
  expect(await verified()).toMatchObject({ ok: true })
  const { documents, procedures } = cases.server.house.acts
  expect(await rebuild({ documents, procedures }, cases.server.db.pools.worker, testRegion, { check: true })).toEqual([])
  // Papers made afterwards say that it is gone, and fail for nothing.
  await cases.must('officer', matter, 'collect-evidence', { evidence: 'later', kind: 'documentary', title: '照片', proves: ['identity'], origin: '拍摄', place: '城关镇', officers: ['officer', 'second'] })
}, 240_000)

it('does not let anybody blank an act otherwise', async () => {
  const matter = await cases.upTo('filed')
  const { id } = await propose(matter)
  await cases.server.followed()
  const { worker } = cases.server.db.pools
  const forged = [testRegion, id, '/summary', id, 'f'.repeat(64), '{}', cases.server.now()]
  for (const [sql, values] of [
    [`update faheng.act set salts = salts - '/summary' where id = $1`, [id]],
    [`update faheng.act_private set cipher = '' where act = $1`, [id]],
    [`with forged as (insert into faheng.redaction (region, act, field, approval, commitment, salts, at) values ($1, $2, $3, $4, $5, $6, $7) returning act)
      update faheng.act set salts = salts - '/summary' where id = (select act from forged)`, forged],
    ['delete from faheng.redaction', []],
  ] as const) await expect(worker.query(sql, [...values])).rejects.toThrow(/append-only|permission denied/)
})

it('verify names a text erased without approval, one whose redaction was changed, and a redaction taken away', async () => {
  const matter = await cases.upTo('filed')
  const { id } = await propose(matter)
  await cases.server.followed()
  await tamper(`insert into faheng.redaction select $1, $2, '/summary', $2, repeat('f', 64), '{}', now()`, testRegion, id)
  expect(await verified()).toMatchObject({ ok: false, fault: { kind: 'act', id, field: '/summary', reason: 'was erased without approval' } })
  await tamper('delete from faheng.redaction where act = $1', id)
  expect(await verified()).toMatchObject({ ok: true })

  await cases.must('deputy', matter, 'approve-redaction', { opinion: '同意' })
  await cases.server.followed()
  expect(await verified()).toMatchObject({ ok: true })
  const [kept] = await rows<{ commitment: string }>('select commitment from faheng.redaction where act = $1', id)
  const leave = (commitment: unknown) => tamper('update faheng.redaction set commitment = $2 where act = $1', id, commitment)
  await leave('0'.repeat(64))
  expect(await verified()).toMatchObject({ ok: false, fault: { kind: 'act', id, field: '/summary', reason: 'was altered: redaction-differs' } })
  await leave(kept?.commitment)
  await tamper('update faheng.redaction set at = at, approval = $2 where act = $1', id, 'nobody')
  expect(await verified()).toMatchObject({ ok: false, fault: { kind: 'act', id, reason: 'was erased without approval' } })
  await tamper('delete from faheng.redaction where act = $1', id)
  expect(await verified()).toMatchObject({ ok: false, fault: { kind: 'act', id, field: '/summary', reason: 'was altered: missing' } })
}, 240_000)
