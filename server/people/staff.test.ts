import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeResidentId } from '@faheng/law/identifiers/resident-id.ts'
import { testCases, type TestCases } from '../cases/test-cases.ts'
import { testRegion, type TestClient } from '../test-server.ts'
import { workbookType, writeWorkbook } from '../platform/tables/write-workbook.ts'
import { staffColumns } from './staff/read-table.ts'

/** The officer register by table, what is kept of an ID number, cards, and the bureau's desk. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

const ids = [1, 2, 3, 4, 5, 6].map((n) => makeResidentId('140299', '1990-01-01', n * 2 + 1))
const table = (...rows: readonly (readonly string[])[]) => [staffColumns, ...rows].map((cells) => cells.join(',')).join('\n')
const row = (name: string, id: string, more: Partial<Record<(typeof staffColumns)[number], string>> = {}) => {
  const cells: Partial<Record<string, string>> = { 姓名: name, 身份证号: id, 单位: '市场监管局', 办案机构: '执法一中队', 编制类别: '公务员', 学历: '本科', 法律职业资格: '是', 执法领域: '市场监管；食品', ...more }
  return staffColumns.map((column) => cells[column] ?? '')
}
interface Result { readonly counts: Record<string, number>; readonly refusals: readonly { readonly row: number; readonly field?: string }[] }
const imported = async (file: string | Buffer, by = 'supervisor', type = 'text/csv') => {
  const client = await cases.as(by)
  const id = cases.fresh('i')
  const { status } = await client.send('POST', `/api/import/people?id=${id}&name=x`, file, { 'content-type': type })
  return { status, result: status < 300 ? (await client.get<Result>(`/api/import/${id}`)).body : undefined }
}

const download = async (client: TestClient, path: string): Promise<Buffer> => {
  const answer = await fetch(cases.server.url + path, { headers: { cookie: client.cookies() } })
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

describe('a table of officers', () => {
  const file = () => table(
    row('赵一', ids[0] ?? '', { 证件编号: 'T-1', 发证机关: '省人民政府', 生效日期: '2025-1-1', 有效期至: '2027年12月31日' }),
    row('钱二', '140299199001010000'),
    row('孙三', ids[1] ?? '', { 单位: '没有的局' }),
    row('李四', ids[2] ?? '', { 编制类别: '临时工' }),
    row('赵一', ids[0] ?? ''),
    row('测试second', ids[3] ?? '', { 编制类别: '借调人员' }),
  )

  it('is entered row by row, refused with row and column, and changes nothing the second time', async () => {
    expect((await imported(file(), 'officer')).status).toBe(404)
    const first = await imported(file())
    expect(first.result?.counts).toMatchObject({ rows: 6, accepted: 2, refused: 4, added: 1, superseded: 1, unchanged: 0 })
    expect(first.result?.refusals.map(({ row: at, field }) => [at, field])).toEqual([[3, '身份证号'], [4, '单位'], [5, '编制类别'], [6, '身份证号']])
    expect((await imported(file())).result?.counts).toMatchObject({ accepted: 2, added: 0, superseded: 0, unchanged: 2 })
  })

  it('is exported masked, and no ID number lies open', async () => {
    const { body } = await (await cases.as('supervisor')).get<{ rows: { name: string; idNumber: string | null; certificates: { number: string; valid: boolean }[] }[] }>('/api/staff?q=赵')
    expect(body.rows).toMatchObject([{ name: '赵一', idNumber: `**************${ids[0]?.slice(-4)}`, certificates: [{ number: 'T-1', valid: true }] }])
    const kept = await cases.server.db.pools.worker.query('select f::text as text from faheng.officer_profile f union all select content::text from faheng.verb_log union all select result::text from faheng.import_run')
    expect(kept.rows.filter(({ text }) => ids.some((id) => String(text).includes(id) || String(text).includes(Buffer.from(id).toString('hex'))))).toEqual([])
    expect((await (await cases.as('officer')).get('/api/staff')).status).toBe(404)
    const own = await (await cases.as('unit-head')).get<{ rows: { body: string }[] }>('/api/staff')
    expect(new Set(own.body.rows.map((each) => each.body))).toEqual(new Set(['测试县市场监督管理局']))
  })
})

describe('a workbook of officers', () => {
  const workbook = (...rows: readonly (readonly string[])[]) => writeWorkbook('表', staffColumns, rows)

  it('is read as text is, its days of 1900 too, with the row and column of what is wrong', async () => {
    const { result } = await imported(workbook(
      row('周五', ids[4] ?? '', { 证件编号: 'T-5', 发证机关: '省人民政府', 生效日期: '45658', 有效期至: '2027-12-31' }),
      row('', ids[5] ?? ''), row('吴六', '**************0000'), row('郑七', ids[5] ?? '', { 有效期至: '明年' }),
    ), 'supervisor', workbookType)
    expect(result?.counts).toMatchObject({ rows: 4, accepted: 1, refused: 3, added: 1 })
    expect(result?.refusals.map(({ row: at, field }) => [at, field])).toEqual([[3, '姓名'], [4, '身份证号'], [5, '有效期至']])
    const { body } = await (await cases.as('supervisor')).get<{ rows: { certificates: { from: string }[] }[] }>('/api/staff?q=周五')
    expect(body.rows[0]?.certificates[0]?.from).toBe('2024-12-31T16:00:00.000Z')
  })

  it.each(['csv', 'xlsx'])('that was exported as %s is imported again and changes nothing', async (kind) => {
    const supervisor = await cases.as('supervisor')
    const file = await download(supervisor, `/api/staff.${kind}`)
    const { result } = await imported(file, 'supervisor', kind === 'xlsx' ? workbookType : 'text/csv')
    expect(result?.refusals).toEqual([])
    expect(result?.counts['unchanged']).toBe(result?.counts['rows'])
    expect(result?.counts['rows']).toBeGreaterThan(8)
  })

  it('in GBK, as offices save it, is read with its quotes and its wrong number', async () => {
    const { result } = await imported(readFileSync(new URL('staff/officers-gbk.csv', import.meta.url)))
    expect(result?.counts).toMatchObject({ rows: 2, accepted: 1, refused: 1, added: 1 })
    expect(result?.refusals).toMatchObject([{ row: 3, field: '身份证号' }])
  })
})

describe('a card', () => {
  it('shows name, body, fields and validity to whoever scans it, and nothing else', async () => {
    const officer = await cases.as('officer')
    const { status, body } = await officer.get<{ code: string; number: string; qr: string }>('/api/people/officer/card')
    expect([status, body.number]).toEqual([200, 'C-officer'])
    const anybody = cases.server.client()
    const scanned = await anybody.get<Record<string, unknown>>(`/api/public/card/${body.code}`)
    expect(scanned.body).toEqual({ name: '测试officer', body: '测试县市场监督管理局', fields: [], valid: true, photo: false, at: cases.server.now() })
    expect((await anybody.get('/api/public/card/AAAAAAAAAAAAAAAA')).status).toBe(404)
    await cases.server.db.pools.worker.query('update faheng.certificate set suspended_from = $2 where region = $1 and number = $3', [testRegion, cases.server.now(), 'C-officer'])
    expect((await anybody.get<{ valid: boolean }>(`/api/public/card/${body.code}`)).body.valid).toBe(false)
    expect((await (await cases.as('stranger')).get('/api/people/second/card')).status).toBe(404)
  })

  it('has the photograph the bureau took', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const supervisor = await cases.as('supervisor')
    expect((await supervisor.send('PUT', '/api/people/third/photo', png, { 'content-type': 'image/png' })).status).toBe(200)
    expect((await supervisor.send('PUT', '/api/people/third/photo', new Uint8Array([1, 2, 3]), { 'content-type': 'image/png' })).status).toBe(400)
    const { body } = await (await cases.as('third')).get<{ code: string; photo: boolean }>('/api/people/third/card')
    expect(body.photo).toBe(true)
    expect((await cases.server.client().get(`/api/public/card/${body.code}/photo`)).status).toBe(200)
    // On paper, too, whatever the photograph is worth.
    const paper = await download(await cases.as('third'), '/api/people/third/card.pdf')
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await (await cases.as('stranger')).get('/api/people/third/card.pdf')).status).toBe(404)
  })
})

describe('a person’s page', () => {
  it('is one life; the profile is for himself, his heads and the bureau', async () => {
    const supervisor = await cases.as('supervisor')
    const profile = { category: 'civil-servant', legalQualification: true, fields: ['食品'], reviewerKind: 'counsel', idNumber: makeResidentId('140299', '1985-05-05', 7) }
    expect((await supervisor.send('PUT', '/api/people/third/profile', { id: cases.fresh('v'), ...profile })).status).toBe(200)
    expect((await (await cases.as('officer')).send('PUT', '/api/people/third/profile', { id: cases.fresh('v'), ...profile })).status).toBe(404)
    expect((await supervisor.send('PUT', '/api/people/second/profile', { id: cases.fresh('v'), ...profile })).body).toMatchObject({ field: '/idNumber' })
    const seen = async (by: string) => (await (await cases.as(by)).get<{ profile: { idNumber: string } | null; timeline: { kind: string }[]; matters: { id: string }[] }>('/api/people/third')).body
    expect((await seen('third')).profile?.idNumber).toMatch(/^\*{14}\w{4}$/)
    expect((await seen('stranger')).profile).toBeNull()
    const matter = await cases.opened()
    await cases.must('unit-head', matter, 'assign', { team: ['third', 'elsewhere'] })
    expect((await seen('unit-head')).matters.map(({ id }) => id)).toContain(matter)
    expect((await seen('stranger')).matters).toEqual([])
    expect((await seen('third')).timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['post', 'certificate', 'matter']))
  })
})

describe('the certificate desk', () => {
  it('lists who enforces without, who may hold none, and the share of reviewers', async () => {
    const supervisor = await cases.as('supervisor')
    await supervisor.send('PUT', '/api/people/stranger/profile', { id: cases.fresh('v'), category: 'contract', legalQualification: false, fields: [] })
    interface Desk { readonly wrongful: { person: string; ground: string; issuer: string; number: string; revocation: string | null }[]; readonly uncertified: { person: string }[]; readonly pool: { person: string }[]; readonly reviewers: { body: string; enough: boolean; unqualified: number }[] }
    const desk = async () => (await supervisor.get<Desk>('/api/certificate-desk')).body
    const before = await desk()
    expect(before.wrongful).toMatchObject([{ person: 'stranger', ground: 'ineligible', number: 'C-stranger', revocation: null }])
    expect(before.uncertified.map(({ person }) => person)).toContain('unit-head')
    expect(before.pool).toMatchObject([{ person: 'third', kind: 'counsel', qualified: true }])
    expect(before.reviewers.map(({ enough }) => enough)).toEqual([true, false])
    expect((await supervisor.get<{ rows: { id: string }[] }>('/api/people?reviewers=true')).body.rows.map(({ id }) => id)).toContain('third')
    const id = cases.fresh('m')
    const opened = await supervisor.send('POST', '/api/matters', { id, procedure: 'certificate-revocation', body: 'scjg', unit: 'u1', first: { id: cases.fresh('a'), kind: 'open-revocation', payload: { holder: 'stranger', issuer: 'sx', number: 'C-stranger', ground: 'ineligible', reason: '劳动合同制人员' } } })
    expect(opened.status).toBe(201)
    expect((await desk()).wrongful).toMatchObject([{ revocation: id }])
    expect((await (await cases.as('officer')).get('/api/certificate-desk')).status).toBe(404)
    // One human under two ids: the older of his certificates is the wrongful one.
    await cases.server.db.pools.worker.query(`update faheng.certificate set from_at = '2025-06-01' where region = $1 and person = 'third'`, [testRegion])
    await cases.server.db.pools.worker.query(`insert into faheng.officer_profile (region, person, valid_from, category, id_mark, recorded, recorded_by)
      select region, 'deputy-again', valid_from, category, id_mark, recorded, 'x' from faheng.officer_profile where region = $1 and person = 'third'`, [testRegion])
    await cases.server.db.pools.worker.query(`insert into faheng.person (region, id, name) values ($1, 'deputy-again', '另名')`, [testRegion])
    await cases.server.db.pools.worker.query(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded)
      select region, 'C-again', 'deputy-again', issuer, fields, valid_region, '2024-01-01', until_at, recorded from faheng.certificate where region = $1 and person = 'third'`, [testRegion])
    expect((await desk()).wrongful).toContainEqual(expect.objectContaining({ person: 'deputy-again', ground: 'duplicate', number: 'C-again' }))
    expect((await desk()).wrongful.map(({ person }) => person)).not.toContain('third')
  })

  it('keeps the county’s table of categories, row by row: what it says nothing of stays as the law has it', async () => {
    const supervisor = await cases.as('supervisor')
    const set = (by: TestClient, more: object) => by.send('POST', '/api/certificate-eligibility', { id: cases.fresh('e'), category: 'public-institution', rule: 'joint', basis: '省行政执法条例', ...more })
    expect((await set(await cases.as('head'), {})).status).toBe(404)
    expect((await set(supervisor, { from: '2020-01-01' })).status).toBe(400)
    expect((await set(supervisor, {})).status).toBe(201)
    interface Desk { readonly eligibility: { category: string; rule: string }[]; readonly wrongful: { person: string; ground: string }[] }
    const { eligibility, wrongful } = (await supervisor.get<Desk>('/api/certificate-desk')).body
    expect(eligibility).toMatchObject([{ category: 'public-institution', rule: 'joint' }])
    expect(wrongful).toContainEqual(expect.objectContaining({ person: 'stranger', ground: 'ineligible' }))
  })
})
