import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuild } from '../../acts/index.ts'
import { testCases, type TestCases } from '../../cases/test-cases.ts'
import { testRegion } from '../../test-server.ts'
import { itemOn } from '../items-on.ts'

/** R14, R18: the catalogue is changed by acts, and what they bring in is what cases are judged by. */

let cases: TestCases
beforeAll(async () => {
  cases = await testCases()
})
afterAll(() => cases.close())

const added = {
  change: 'add', kind: 'penalty', title: '食品经营者未公示许可证', field: '食品', basis: '《食品安全法》第一百二十六条第一款第（七）项', text: '责令改正，给予警告；拒不改正的，处五千元以上五万元以下罚款。',
  penalties: '警告|罚款', range: '拒不改正的，处五千元以上五万元以下罚款', reason: '补列事项',
}

const proposed = async (entries: object[]) => {
  const matter = cases.fresh('k')
  const { status, body } = await (await cases.as('unit-head')).send<{ refusals?: { guard: string; message: { zh: string } }[] }>('POST', '/api/matters', {
    id: matter, procedure: 'catalogue-adjustment', body: 'scjg', unit: 'u1', first: { id: cases.fresh('a'), kind: 'propose-adjustment', payload: { ground: 'other', entries } },
  })
  return { matter, status, refusals: body.refusals ?? [] }
}

const published = async (entries: object[], from: string): Promise<string> => {
  const { matter, status } = await proposed(entries)
  expect(status).toBe(201)
  await cases.must('legal-reviewer', matter, 'pass-legal-review', { opinion: '合法' })
  await cases.must('head', matter, 'approve-adjustment', { opinion: '同意送审' })
  await cases.must('supervisor', matter, 'pass-bureau-review', { opinion: '同意' })
  await cases.must('supervisor', matter, 'record-approval', { number: '测政函〔2026〕1号', approvedOn: '2026-03-02' })
  await cases.must('supervisor', matter, 'publish-adjustment', { from, where: '县政府网站' })
  return matter
}

const on = (item: string, day: string) => itemOn(cases.server.db.pools.worker, testRegion, item, day)
const idOf = async (matter: string): Promise<string> => {
  const { rows: [row] } = await cases.server.db.pools.worker.query<{ item: string }>('select item from faheng.item_version where region = $1 and matter = $2', [testRegion, matter])
  return row?.item ?? ''
}

describe('an adjustment of the catalogue', () => {
  it('adds, changes and withdraws an item, each from its day of publication, and every version stays', async () => {
    const item = await idOf(await published([added], '2026-03-10'))
    expect(await on(item, '2026-03-09')).toBeUndefined()
    expect(await on(item, '2026-03-10')).toMatchObject({ version: 1, kinds: ['warning', 'fine'], published: true, source: 'adjustment' })

    await published([{ change: 'change', item, title: '食品经营者未按规定公示许可证', reason: '规范名称' }], '2026-03-20')
    await published([{ change: 'withdraw', item, reason: '合并' }], '2026-04-01')
    expect(await on(item, '2026-03-19')).toMatchObject({ version: 1, title: '食品经营者未公示许可证' })
    expect(await on(item, '2026-03-31')).toMatchObject({ version: 2, title: '食品经营者未按规定公示许可证', kinds: ['warning', 'fine'] })
    expect(await on(item, '2026-04-01')).toBeUndefined()
    const { documents, procedures } = cases.server.house.acts
    expect(await rebuild({ documents, procedures }, cases.server.db.pools.worker, testRegion, { check: true })).toEqual([])
    const officer = await cases.as('officer')
    expect((await officer.get<{ versions: { validUntil: string }[] }>(`/api/items/${item}?on=2026-03-25`)).body.versions.map(({ validUntil }) => validUntil)).toEqual(['2026-04-01', '2026-04-01', '2026-03-20'])
    expect((await proposed([{ change: 'withdraw', item, reason: '再次取消' }])).refusals.map(({ guard }) => guard)).toContain('entries-own')
  })

  it('refuses what a lower document would carry, with the article', async () => {
    const { status, refusals } = await proposed([{ ...added, kind: 'licence', basis: '《食品经营许可和备案管理办法》第四条' }])
    expect([status, refusals.map(({ guard }) => guard)]).toEqual([409, ['bases-lawful']])
    expect(refusals[0]?.message.zh).toContain('《行政许可法》第十七条')
  })

  it('leaves the body without power once withdrawn, and a new item in use before its publication unpublished', async () => {
    await published([{ change: 'withdraw', item: 'expired', reason: '划转' }], '2026-03-02')
    const matter = await cases.upTo('assigned')
    const { body } = await cases.act('officer', matter, 'propose-filing', { parties: ['shop'], violations: [{ id: 'v1', item: 'expired', conduct: '销售过期牛奶', place: '城关镇', from: '2026-02-01', until: '2026-02-27', parties: ['shop'], harm: false }], team: ['officer', 'second'], reason: '有违法事实' })
    expect(body.refusals?.map(({ guard }) => guard)).toContain('competent-on-date')

    const { matter: provisional } = await proposed([{ ...added, title: '先行录入的事项' }])
    await cases.must('legal-reviewer', provisional, 'pass-legal-review', { opinion: '合法' })
    await cases.must('legal-reviewer', provisional, 'enter-provisionally', { reason: '新法已施行' })
    const item = await idOf(provisional)
    expect(await on(item, '2026-03-02')).toMatchObject({ published: false })
    await cases.must('head', provisional, 'approve-adjustment', { opinion: '同意' })
    await cases.must('supervisor', provisional, 'refuse-adjustment', { reason: '重复' })
    expect(await on(item, '2026-03-02')).toBeUndefined()
    const { documents, procedures } = cases.server.house.acts
    expect(await rebuild({ documents, procedures }, cases.server.db.pools.worker, testRegion, { check: true })).toEqual([])
  })
})
