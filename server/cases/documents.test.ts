import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { penaltyOrdinary } from '@faheng/law/procedures/penalty-ordinary.ts'
import type { Answer, TestClient } from '../test-server.ts'
import { leafHash } from '../platform/ledger/hash.ts'
import { openNote } from '../platform/ledger/note.ts'
import { verifyConsistency } from '../platform/ledger/merkle-proof.ts'
import { verifyTlogProof } from '../platform/ledger/tlog-proof.ts'
import { parseVkey } from '../platform/ledger/verifier-key.ts'
import { penaltyDocuments } from './compose/index.ts'
import { testCases, type TestCases, violation } from './test-cases.ts'

interface Paper { readonly id: string; readonly kind: string; readonly file: string | null; readonly code: string | null; readonly number: string | null; readonly act: string; readonly pages: number | null }

let cases: TestCases
let head: TestClient
let decided: string
beforeAll(async () => {
  cases = await testCases()
  head = await cases.as('head')
  decided = await cases.upTo('decided')
}, 120_000)
afterAll(() => cases.close())

const papers = async (matter: string) => (await head.get<{ documents: Paper[] }>(`/api/matters/${matter}`)).body.documents
const bytesOf = async (client: TestClient, path: string): Promise<{ status: number; content: Buffer; headers: Headers }> => {
  const response = await fetch(cases.server.url + path, { headers: { cookie: client.cookies() } })
  return { status: response.status, content: Buffer.from(await response.arrayBuffer()), headers: response.headers }
}

describe('a document', () => {
  it('cannot be opened before it is rendered, and then has the hash that stands in the record', async () => {
    const matter = await cases.opened()
    const [before] = await papers(matter)
    expect(before).toMatchObject({ kind: 'source-registration', file: null, pages: null })
    expect(await head.get(`/api/documents/${before?.id}/pdf`)).toMatchObject({ status: 400, body: { code: 'malformed', field: '/id' } })
    expect((await head.get(`/api/matters/${matter}/case-file.pdf`)).status).toBe(400)
    await cases.server.followed()
    const [after] = await papers(matter)
    const { status, content, headers } = await bytesOf(head, `/api/documents/${after?.id}/pdf`)
    expect([status, createHash('sha256').update(content).digest('hex')]).toEqual([200, after?.file])
    expect((await PDFDocument.load(content)).getPageCount()).toBe(after?.pages)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''${encodeURIComponent(`${after?.number}.pdf`)}`)
    // Our own pages show it in a frame, nobody else's.
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'/)
    expect(headers.get('content-security-policy')).not.toMatch(/sandbox|object-src 'none'/)
    expect(headers.get('cache-control')).toBe('no-store')
    for (const person of ['stranger', 'third', 'system-administrator']) expect((await (await cases.as(person)).get(`/api/documents/${after?.id}/pdf`)).status).toBe(404)
    expect((await cases.server.client().get(`/api/documents/${after?.id}/pdf`)).status).toBe(401)
  })

  it('is bound with all the others into one file', async () => {
    await cases.server.followed()
    const all = await papers(decided)
    expect(all.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['source-registration', 'filing-approval', 'investigation-report', 'penalty-notice', 'service-receipt', 'penalty-decision']))
    const { status, content } = await bytesOf(head, `/api/matters/${decided}/case-file.pdf`)
    expect(status).toBe(200)
    const pages = (await PDFDocument.load(content)).getPageCount()
    expect(pages).toBeGreaterThan(all.reduce((sum, each) => sum + (each.pages ?? 0), 0))
    expect((await (await cases.as('stranger')).get(`/api/matters/${decided}/case-file.pdf`)).status).toBe(404)
    const volumes = await Promise.all(['main', 'inner'].map(async (volume) => (await PDFDocument.load((await bytesOf(head, `/api/matters/${decided}/case-file.pdf?volume=${volume}`)).content)).getPageCount()))
    expect(volumes.reduce((sum, each) => sum + each, 0)).toBe(pages)
    expect((await head.get(`/api/matters/${decided}/case-file.pdf?volume=all`)).status).toBe(400)
  }, 60_000)
})

describe('the public page', () => {
  it('knows a paper by its code, however it is typed, and says nothing private', async () => {
    await cases.server.followed()
    const decision = (await papers(decided)).find(({ kind }) => kind === 'penalty-decision')
    const code = decision?.code ?? ''
    const nobody = cases.server.client()
    const known = await nobody.get(`/api/public/verify/${code}`)
    expect(known).toMatchObject({ status: 200, body: { number: decision?.number, body: '测试县市场监督管理局', date: '2026-03-02', fileHash: decision?.file, status: 'valid', ledger: { position: expect.any(Number), integratedAt: expect.any(String) } } })
    for (const typed of [code.toLowerCase(), code.replace(/(.{4})(?=.)/g, '$1-'), ` ${code} `]) expect((await nobody.get(`/api/public/verify/${encodeURIComponent(typed)}`)).body).toEqual(known.body)
    expect(JSON.stringify(known.body)).not.toMatch(/鲜满仓|shop|officer/)
  })

  it('knows no other code', async () => {
    for (const code of ['AAAAAAAAAAAAAAAA', '-', '%00', 'x'.repeat(60), '未知', "'%20or%20true--"]) expect([code, (await cases.server.client().get(`/api/public/verify/${code}`)).status < 500]).toEqual([code, true])
    expect((await cases.server.client().get('/api/public/verify/AAAAAAAAAAAAAAAA')).status).toBe(404)
    expect((await cases.server.client().get('/api/public/verify/-')).status).toBe(404)
  })
})

describe('the ledger', () => {
  it('shows everybody its signed checkpoint, and readers of an act that it stands under it', async () => {
    await cases.server.followed()
    const { body: checkpoint } = await cases.server.client().get<{ origin: string; note: string; vkey: string; size: number; root: string; hash: 'sm3' }>('/api/ledger/checkpoint')
    const trusted = [parseVkey(checkpoint.vkey)]
    expect(openNote(checkpoint.note, trusted).text).toBe(`${checkpoint.origin}\n${checkpoint.size}\n${checkpoint.root}\n`)
    expect(() => openNote(checkpoint.note.replace(String(checkpoint.size), String(checkpoint.size + 1)), trusted)).toThrow()

    const { body: story } = await head.get<{ acts: { id: string }[] }>(`/api/matters/${decided}/acts`)
    for (const { id } of story.acts) {
      const { status, body: proof } = await head.get<{ proof: string; leaf: string; leafHash: string; index: number }>(`/api/ledger/proof/${id}`)
      expect(status).toBe(200)
      const leaf = leafHash(checkpoint.hash, Buffer.from(proof.leaf, 'base64'))
      expect(Buffer.from(leaf).toString('base64')).toBe(proof.leafHash)
      expect(verifyTlogProof(proof.proof, { hash: checkpoint.hash, leaf, trusted })).toMatchObject({ origin: checkpoint.origin, index: proof.index })
      expect(() => verifyTlogProof(proof.proof, { hash: checkpoint.hash, leaf: leafHash(checkpoint.hash, Buffer.from('another')), trusted })).toThrow()
    }
    const [first] = story.acts
    expect((await (await cases.as('stranger')).get(`/api/ledger/proof/${first?.id}`)).status).toBe(404)
    expect((await cases.server.client().get(`/api/ledger/proof/${first?.id}`)).status).toBe(401)
    expect((await head.get('/api/ledger/proof/nothing')).status).toBe(404)
  })
})

describe('a preview', () => {
  /** Forms half filled, and worse: what a page could send while somebody types, and what no page sends. */
  const payloads: readonly [string, unknown][] = [
    ['an empty form', {}], ['nothing', undefined], ['null', null], ['a list', []], ['a text', 'x'],
    ['half a form', { opinion: '同', parties: ['shop'], violations: [{ ...violation, conduct: undefined, from: '' }, {}], penalties: [{}, { kind: 'fine' }], relied: ['nothing'], team: ['officer', 'nobody'], things: [{}], questions: [{}], members: [{}], disposals: [{}], party: 'shop' }],
    ['wrong types', { opinion: 7, parties: 'shop', violations: {}, penalties: [null], relied: {}, team: 7, officers: 'officer', things: [7], questions: 'x', members: [null], disposals: {}, facts: [], place: {}, checklist: 'x', circumstances: [null], party: [], proposal: 7, waived: null, suspects: 7, reasons: {}, summary: [] }],
    ['long and strange texts', { opinion: '同意\u202e#*_$\\@<>`'.repeat(200), facts: '= 标题\n#import "x"\n$ x $ 𠮷 \ufffd 👮', place: ' ', reason: '\n\n\n', summary: '\t', party: 'shop' }],
  ]
  const uses = Object.entries(penaltyOrdinary.acts).flatMap(([kind, { documents }]) => documents.map((use) => [use.kind, kind] as const))
  const preview = async (matter: string | undefined, document: string, kind: string, payload: unknown, accept = 'application/pdf'): Promise<Answer<unknown>> =>
    head.send('POST', `/api/preview/${document}`, { ...(matter ? { matter } : { procedure: 'penalty-ordinary' }), kind, payload }, { accept })

  it('there is of every document in the catalogue', () => {
    expect(new Set(uses.map(([document]) => document))).toEqual(new Set(Object.keys(penaltyDocuments.composers)))
  })

  it.each(payloads)('of %s is a paper for every document of the procedure, early and late in a case', async (_name, payload) => {
    const early = await cases.opened()
    for (const matter of [early, decided])
      for (const [document, kind] of uses) {
        const { status, body, headers } = await preview(matter, document, kind, payload)
        const expected = payload === undefined ? [400, expect.stringContaining('json')] : [200, 'application/pdf']
        expect([document, kind, status, headers.get('content-type'), status === 500 ? body : '']).toEqual([document, kind, ...expected, ''])
      }
  }, 120_000)

  it('of a lead needs no matter', async () => {
    for (const [, payload] of payloads.filter(([, each]) => each !== undefined))
      expect((await head.send('POST', '/api/preview/source-registration', { procedure: 'penalty-ordinary', kind: 'register-lead', payload })).status).toBe(200)
    expect(await head.send('POST', '/api/preview/source-registration', { kind: 'register-lead', payload: {} })).toMatchObject({ status: 400, body: { field: '/procedure' } })
    expect(await head.send('POST', '/api/preview/source-registration', { procedure: 'constructor', kind: 'register-lead', payload: {} })).toMatchObject({ status: 400, body: { field: '/procedure' } })
  })

  it('is a picture for a page that asks for one', async () => {
    const { body, headers } = await preview(decided, 'penalty-decision', 'decide-penalty', { opinion: '同意' }, 'image/svg+xml, application/pdf;q=0.5')
    expect(headers.get('content-type')).toBe('image/svg+xml')
    expect(String(body)).toMatch(/^<svg/)
  })

  it('of no document, act or field of ours is refused by name', async () => {
    expect((await preview(decided, 'constructor', 'decide-penalty', {})).status).toBe(404)
    expect((await preview(decided, 'letter', 'decide-penalty', {})).status).toBe(404)
    expect(await preview(decided, 'penalty-decision', 'constructor', {})).toMatchObject({ status: 400, body: { field: '/kind' } })
    expect(await head.send('POST', '/api/preview/penalty-decision', { procedure: 'penalty-ordinary', kind: 'decide-penalty', payload: {}, colour: 'red' })).toMatchObject({ status: 400, body: { field: '/colour' } })
  })

  it('stores nothing', async () => {
    const count = async () => (await cases.server.db.pools.worker.query('select (select count(*) from faheng.act) + (select count(*) from faheng.document) + (select count(*) from faheng.number_series) as n')).rows[0].n as number
    const before = await count()
    await preview(decided, 'service-receipt', 'serve', { party: 'shop' })
    expect(await count()).toBe(before)
  })

  it('proves to everybody who kept a checkpoint that it only grew', async () => {
    const nobody = cases.server.client()
    await cases.server.followed()
    const { body: kept } = await nobody.get<{ size: number; root: string; hash: 'sm3' }>('/api/ledger/checkpoint')
    await cases.opened()
    await cases.server.followed()
    const { body: now } = await nobody.get<{ size: number; root: string }>('/api/ledger/checkpoint')
    expect(now.size).toBeGreaterThan(kept.size)
    const { status, body } = await nobody.get<{ fromRoot: string; to: number; toRoot: string; proof: string[] }>(`/api/ledger/consistency?from=${kept.size}`)
    expect([status, body.fromRoot, body.to, body.toRoot]).toEqual([200, kept.root, now.size, now.root])
    const bytes = (text: string) => Buffer.from(text, 'base64')
    const claim = { first: kept.size, second: now.size, firstRoot: bytes(kept.root), secondRoot: bytes(now.root), proof: body.proof.map(bytes) }
    expect(verifyConsistency(kept.hash, claim)).toBe(true)
    expect(verifyConsistency(kept.hash, { ...claim, firstRoot: bytes(now.root) })).toBe(false)
    expect((await nobody.get(`/api/ledger/consistency?from=1&to=${kept.size}`)).body).toMatchObject({ to: kept.size, toRoot: kept.root })
    expect(await nobody.get(`/api/ledger/consistency?from=1&to=${now.size + 1}`)).toMatchObject({ status: 400, body: { code: 'malformed', field: '/to' } })
    expect(await nobody.get(`/api/ledger/consistency?from=${now.size + 1}`)).toMatchObject({ status: 400, body: { code: 'malformed', field: '/from' } })
    expect((await nobody.get('/api/ledger/consistency?from=-1')).status).toBe(400)
  })
})
