import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testRegion, testServer, type TestClient, type TestServer } from '../../test-server.ts'

let server: TestServer
let system: TestClient
let officer: TestClient
beforeAll(async () => {
  server = await testServer()
  ;[system, officer] = [await server.as('system-administrator'), await server.as('officer')]
})
afterAll(() => server.close())

const body = { id: 'slj', name: '测试县水利局', shortName: '水利局', numberPrefix: '测水', kind: 'organ' }
const remedy = { name: 'remedy', value: { reviewOrgan: '测试县人民政府', court: '测试县人民法院' } }

describe('a body', () => {
  it('is added with its units, once, by the system administrator', async () => {
    expect((await system.send('POST', '/api/bodies', { id: 'b-1', body })).status).toBe(201)
    expect((await system.send('POST', '/api/bodies', { id: 'b-1', body })).status).toBe(200)
    expect((await system.send('POST', '/api/units', { id: 'u-1', unit: { id: 'slj-1', body: 'slj', name: '水政监察大队' } })).status).toBe(201)
    const { rows } = (await officer.get<{ rows: { id: string; units: object[] }[] }>('/api/bodies')).body
    expect(rows.find(({ id }) => id === 'slj')).toMatchObject({ name: '测试县水利局', units: [{ id: 'slj-1', name: '水政监察大队' }] })
  })

  it.each<[string, string, object, string]>([
    ['under a code that is taken', '/api/bodies', { id: 'w-1', body: { ...body, name: '另一机关' } }, '/body/id'],
    ['as a township without its code', '/api/bodies', { id: 'w-2', body: { ...body, id: 'zhen', kind: 'township' } }, '/body/township'],
    ['as entrusted by nobody', '/api/bodies', { id: 'w-3', body: { ...body, id: 'wt', kind: 'entrusted' } }, '/body/principal'],
    ['in the past', '/api/bodies', { id: 'w-4', body: { ...body, id: 'old' }, from: '2020-01-01' }, '/from'],
    ['as a unit of no body', '/api/units', { id: 'w-5', unit: { id: 'x-1', body: 'nowhere', name: '大队' } }, '/body'],
    ['with a setting in the past', '/api/bodies/settings', { id: 'w-6', body: 'slj', set: remedy, from: '2020-01-01' }, '/from'],
    ['with a court that has no name', '/api/bodies/settings', { id: 'w-7', body: 'slj', set: { name: 'remedy', value: { reviewOrgan: '县政府' } } }, ''],
  ])('is not entered %s', async (_, path, request, field) => {
    const answer = await system.send<{ field?: string }>('POST', path, request)
    expect(answer.status).toBe(400)
    if (field !== '') expect(answer.body.field).toBe(field)
  })

  it('has its review organ and court set, dated, and read by the guard that asks for them', async () => {
    expect((await system.send('POST', '/api/bodies/settings', { id: 's-1', body: 'slj', set: remedy })).status).toBe(201)
    expect((await system.send('POST', '/api/bodies/settings', { id: 's-2', body: 'slj', set: { name: 'discussionFrom', value: 5_000_000 } })).status).toBe(201)
    const { rows } = (await officer.get<{ rows: { name: string; value: unknown }[] }>('/api/bodies/slj/settings')).body
    expect(rows).toMatchObject([{ name: 'discussionFrom', value: 5_000_000, until: null }, { name: 'remedy', value: remedy.value }])
    const [fact] = (await server.db.pools.worker.query(`select value from faheng.fact_settings($1, 'slj', $2) where name = 'remedy'`, [testRegion, server.context.clock().slice(0, 10)])).rows as { value: unknown }[]
    expect(fact?.value).toEqual(remedy.value)
  })

  it('is nobody else’s to change', async () => {
    for (const [path, request] of [['/api/bodies', { id: 'o-1', body: { ...body, id: 'o' } }], ['/api/units', { id: 'o-2', unit: { id: 'o-u', body: 'slj', name: '队' } }], ['/api/bodies/settings', { id: 'o-3', body: 'slj', set: remedy }]] as const)
      expect((await officer.send('POST', path, request)).status).toBe(404)
  })
})
