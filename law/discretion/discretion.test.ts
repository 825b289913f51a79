import { describe, expect, test } from 'vitest'
import type { Branch, Fine } from '../penalties/branch.ts'
import { type Benchmark, isWithin, tierOf } from './benchmark.ts'
import { explain } from './explain.ts'
import { beyondLaw } from './legal-range.ts'
import { rangeWords } from './range-words.ts'
import { readBenchmarkRow, refuseRepeated } from './read-table.ts'
import { weigh } from './weigh.ts'

const absolute = (floor: number, ceiling: number): Fine => ({ base: 'absolute', floor, ceiling, floorInclusive: true })
const times = (floor: number, ceiling: number): Fine => ({ base: 'illegal-gains', baseText: '违法所得', floor: { n: floor, d: 1 }, ceiling: { n: ceiling, d: 1 }, floorInclusive: true })
const norm = (fine: Fine): Branch => ({ condition: '', subject: 'any', kinds: [], fine, status: 'parsed', text: '' })
const line = (id: string, rank: number, range: Fine | null): Benchmark => ({ id, tier: id, rank, circumstance: id, branch: 0, range, standard: '', mitigation: false, maker: '' })

describe('the tier', () => {
  const [light, usual, grave] = [line('light', 1, absolute(100, 200)), line('usual', 2, absolute(200, 300)), line('grave', 3, times(3, 5))]

  test('is the gravest of what is ticked; nothing ticked is no tier', () => {
    expect(tierOf([light, usual], {})).toMatchObject({ benchmark: { id: 'usual' }, bounds: { floor: 200, ceiling: 300 } })
    expect(tierOf([], {})).toBeUndefined()
  })

  test('of a multiple follows its base, and is unknown without it', () => {
    expect(tierOf([light, grave], { illegalGains: 1_000 })?.bounds).toEqual({ floor: 3_000, ceiling: 5_000 })
    expect(tierOf([grave], {})?.bounds).toBe('unknown-base')
  })

  test('holds an amount on both its edges', () => {
    const tier = tierOf([usual], {})
    expect([199, 200, 300, 301].map((amount) => tier && isWithin(tier, amount))).toEqual([false, true, true, false])
  })
})

describe('a penalty on licence or business', () => {
  const lines = [line('light', 1, absolute(100, 200)), { ...line('grave', 3, absolute(300, 500)), standard: '责令停产停业，并处三元以上五元以下罚款；情节严重的，吊销许可证' }]
  const weighed = (kind: string, ...ticked: string[]) =>
    weigh([{ id: 'v', item: 'i', until: '2026-01-01' }], [{ party: 'p', violation: 'v', kind }], { ticks: ticked.map((circumstance) => ({ violation: 'v', circumstance })), departures: [] }, { i: lines })

  test.each<[string, string[], boolean | undefined]>([
    ['stop-business', ['grave'], true], ['revoke-licence', ['grave'], true], ['revoke-licence', ['light'], false], ['revoke-licence', [], undefined],
    ['close-down', ['grave'], undefined],
  ])('%s with %o', (kind, ticked, within) => expect(weighed(kind, ...ticked)).toMatchObject([{ within }]))

  test('is not weighed by what no tier grades, nor is a warning or confiscation', () => {
    expect(weighed('close-down', 'grave')).toMatchObject([{ lines: [] }])
    expect([weighed('warning', 'grave'), weighed('confiscate-goods', 'grave')]).toEqual([[], []])
  })

  test('is explained by the tier’s own words', () => {
    const [fits, beyond] = [weighed('revoke-licence', 'grave')[0], weighed('revoke-licence', 'light')[0]]
    expect(fits && explain(fits, { evidence: [] }).zh).toContain('该档次规定“责令停产停业，并处三元以上五元以下罚款；情节严重的，吊销许可证”，给予吊销许可证件与该档次相符')
    expect(beyond && explain(beyond, { evidence: [], reason: '后果严重' }).zh).toContain('给予吊销许可证件超出该档次。偏离裁量基准的理由：后果严重。')
  })
})

describe('a tier beside the norm', () => {
  test.each<[string, Fine, boolean, string | undefined]>([
    ['within', absolute(200, 400), false, undefined],
    ['above the maximum', absolute(200, 600), false, '高于法定上限'],
    ['below the minimum', absolute(50, 90), false, '低于法定下限'],
    ['below it as mitigation', absolute(50, 90), true, undefined],
    ['measured otherwise', times(1, 2), false, 'unknown'],
  ])('%s', (_, range, mitigation, says) => {
    const found = beyondLaw(range, [norm(absolute(100, 500))], mitigation)
    if (says === undefined || says === 'unknown') expect(found).toBe(says)
    else expect((found as { zh: string }).zh).toContain(says)
  })

  test('compares fractions exactly', () => {
    expect(beyondLaw(times(3, 5), [norm(times(3, 5))], false)).toBeUndefined()
    expect(beyondLaw(times(3, 6), [norm(times(3, 5))], false)).toMatchObject({ en: expect.stringContaining('maximum') })
  })
})

describe('a row of a table', () => {
  const row = { violation: '擅自开工', basis: '《样例法》第三条：擅自开工的，处投资额百分之一以上百分之五以下的罚款。', grade: '2', circumstance: '主体已建成', standard: '责令停止建设，处投资额百分之二以上百分之三以下的罚款' }
  const read = (changed: Partial<typeof row>) => readBenchmarkRow({ ...row, ...changed }, 7)

  test('in words yields tier, circumstance and range', () => {
    const one = read({})
    expect(one).toMatchObject({ benchmark: { tier: '2级', rank: 2, circumstance: '主体已建成', status: 'parsed', range: { base: 'investment', floor: { n: 1, d: 50 }, ceiling: { n: 3, d: 100 } } } })
    expect('benchmark' in one && rangeWords(one.benchmark.range).zh).toBe('投资额2%以上3%以下')
  })

  test.each<[string, Partial<typeof row>, string]>([
    ['no violation', { violation: ' ' }, '没有违法行为'],
    ['no standard', { standard: '' }, '没有裁量标准'],
    ['no article', { basis: '逾期不改正的' }, '没有写明依据'],
    ['more than the law', { standard: '处投资额百分之二以上百分之六以下的罚款' }, '高于法定上限'],
    ['less than the law', { standard: '处投资额百分之零点五以下的罚款' }, '低于法定下限'],
  ])('is refused with %s', (_, changed, says) => expect(read(changed)).toMatchObject({ refused: { row: 7, reason: { zh: expect.stringContaining(says) } } }))

  test('less than the law is taken where it says mitigation', () =>
    expect(read({ grade: '减轻', standard: '减轻处罚，处投资额百分之零点五以下的罚款' })).toMatchObject({ benchmark: { mitigation: true } }))

  test('with codes and figures yields the amount set', () => {
    const coded = { code: '10181', violation: '不走机动车道', basis: '道路交通安全法第90条', fine_min: '20', fine_max: '200', fine_default: '60', detain_default: '0', warning: '可警告' }
    expect(readBenchmarkRow(coded, 2)).toMatchObject({ benchmark: { range: { floor: 6000, ceiling: 6000 }, standard: '罚款60元；可警告', status: 'parsed' } })
    expect(readBenchmarkRow({ ...coded, fine_default: '300' }, 2)).toMatchObject({ refused: { row: 2 } })
  })

  test('comes once in a file', () => {
    const [, second] = refuseRepeated([{ row: 2, read: read({}) }, { row: 3, read: read({}) }])
    expect(second).toMatchObject({ refused: { row: 3, reason: { zh: expect.stringContaining('第2行') } } })
  })
})
