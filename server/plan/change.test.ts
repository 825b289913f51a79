import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCases, type TestCases } from '../cases/test-cases.ts'
import { zip } from '../platform/tables/zip.ts'

/** A county changes its plan: by page and by file, with versions, from a day on. Its clock stands on 2026-03. */

let cases: TestCases
let supervisor: Awaited<ReturnType<TestCases['as']>>
beforeAll(async () => {
  cases = await testCases()
  supervisor = await cases.as('supervisor')
})
afterAll(() => cases.close())

const change = (measure: number, content: object, from?: string) =>
  supervisor.send<{ version?: number; field?: string }>('POST', '/api/plan/versions', { id: cases.fresh('v'), measure, ...(from ? { from } : {}), change: content })
const numbers = async (year: number) => (await supervisor.get<{ rows: { number: number }[] }>(`/api/plan?year=${year}`)).body.rows.map(({ number }) => number)
const measure = async (number: number, year = 2026) =>
  (await supervisor.get<{ due: string; term: object | null; responsibleBodies: string[]; part: { number: number }; indicators: { id: string; unit: string; part?: string; target?: number; better: { zh: string } }[]; versions: { version: number }[] }>(`/api/plan/measures/${number}?year=${year}`)).body
const both = (text: string) => ({ zh: text, en: text })

describe('a measure of the county’s own', () => {
  it('has the share that daily work computes for it, and only one of quality (R35)', async () => {
    const named = { title: both('裁量基准全覆盖'), demand: both('所有处罚事项都有裁量基准'), part: 2, group: 6, bodies: ['scjg'] }
    expect((await change(51, { ...named, live: { part: 'decided', better: both('多办') } })).body).toMatchObject({ field: '/change/live' })
    expect((await change(9, { live: { part: 'items-benchmarked', better: both('更一致') } })).body).toMatchObject({ field: '/change/live' })
    expect((await change(51, { ...named, live: { part: 'items-benchmarked', better: both('同样的违法得到同样的处理。') }, target: 80 })).status).toBe(201)
    expect(await measure(51)).toMatchObject({ part: { number: 2 }, responsibleBodies: ['scjg'], indicators: [{ id: '51.share', unit: 'percent', part: 'items-benchmarked', target: 80, better: { zh: '同样的违法得到同样的处理。' } }] })
  })

  it('is ended, is not changed while it is, and goes on; so is a measure of the plan as issued', async () => {
    for (const number of [51, 8]) {
      expect((await change(number, { ended: true })).status).toBe(201)
      expect(await numbers(2026)).not.toContain(number)
      expect((await change(number, { yearly: '06-30' })).body).toMatchObject({ field: '/change/ended' })
    }
    expect((await supervisor.get<{ rows: { number: number }[] }>('/api/plan/ended')).body.rows.map(({ number }) => number)).toEqual([8, 51])
    expect((await (await cases.as('head')).get('/api/plan/ended')).status).toBe(404)
    for (const number of [51, 8]) expect((await change(number, { ended: false })).status).toBe(201)
    expect(await numbers(2026)).toEqual(expect.arrayContaining([8, 51]))
    expect((await measure(51)).indicators).toMatchObject([{ part: 'items-benchmarked' }])
  })
})

describe('a change', () => {
  it('takes effect on its day, never before today, and is written again for another day', async () => {
    expect((await change(10, { yearly: '05-31' }, '2025-12-31')).body).toMatchObject({ field: '/from' })
    expect((await change(10, { yearly: '05-31' }, '2027-01-01')).body).toMatchObject({ version: 1 })
    expect([(await measure(10)).due, (await measure(10, 2027)).due]).toEqual(['2026-12-31', '2027-05-31'])
    expect((await change(10, { yearly: '05-31' }, '2027-01-01')).body).toMatchObject({ version: 1 })
    expect((await change(10, { yearly: '05-31' }, '2026-07-01')).body).toMatchObject({ version: 2 })
    // Recorded later, in force earlier: the later day has the last word.
    expect((await change(10, { yearly: '04-30' }, '2026-12-01')).body).toMatchObject({ version: 3 })
    expect((await measure(10, 2027)).due).toBe('2027-05-31')
  })

  it('gives the whole plan a new term, outside of which no year asks for it', async () => {
    const term = (from: string, until: string) => supervisor.send<{ changed: number; field?: string }>('POST', '/api/plan/term', { id: cases.fresh('t'), from, until })
    expect((await term('2028-01-01', '2026-01-01')).body).toMatchObject({ field: '/until' })
    expect((await term('2026-01-01', '2028-06-30')).body.changed).toBe(51)
    expect((await term('2026-01-01', '2028-06-30')).body.changed).toBe(0)
    expect(await measure(9, 2028)).toMatchObject({ term: { from: '2026-01-01', until: '2028-06-30' }, due: '2028-06-30' })
    expect(await numbers(2028)).toHaveLength(51)
    expect(await numbers(2029)).toEqual([])
    expect(await numbers(2025)).toHaveLength(50)
  })
})

it('is read from a workbook, too, cell by cell', async () => {
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const row = (...cells: readonly string[]) => `<row>${cells.map(text).join('')}</row>`
  const sheet = [
    row('编号', '名称', '要求', 'Demand', '本轮起', '本轮止', '指标', '指标说明', '目标', '终止', '生效日期'),
    row('60', '案卷文书规范', '文书按期送达', 'Papers served in time', '46388', '2027-12-31', '文书按期送达的案件', '当事人越早知道决定。', '90', '', ''),
    row('61', '办好案', '规范办案', '', '', '', 'decided', '越多越好', '', '', ''),
    row('62', '办好案', '规范办案', '', '', '', 'decided-sound', '', '', '', ''),
    row('7', '', '', '', '2027-01-01', '', '', '', '', '', ''),
    row('8', '', '', '', '', '', '', '', '', '是', '2026-01-01'),
    row('9', '', '', '', '', '', '', '', '', '', '明天'),
  ].join('')
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const file = zip({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>` })
  const { body } = await supervisor.send<{ changed: number; refused: { row: number; column: string }[] }>('POST', `/api/plan/import?id=${cases.fresh('i')}`, file, { 'content-type': type })
  expect(body).toMatchObject({ changed: 1, refused: [{ row: 3, column: '指标' }, { row: 4, column: '指标说明' }, { row: 5, column: '本轮止' }, { row: 6, column: '生效日期' }, { row: 7, column: '生效日期' }] })
  expect(await measure(60, 2027)).toMatchObject({ term: { from: '2027-01-01', until: '2027-12-31' }, indicators: [{ part: 'decided-served', target: 90 }] })
})
