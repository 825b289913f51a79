import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cite } from '../citation.ts'
import { analyse } from './analysis.ts'
import { type Blueprint, drawPaper, fullMarks, type PaperQuestion, type PoolQuestion } from './blueprint.ts'
import { type Given, isRight, scoreObjective, settle } from './score.ts'

const pool: PoolQuestion[] = Array.from({ length: 120 }, (_, i) => ({
  id: `q${i}`, kind: i % 3 === 0 ? 'judge' : 'single', field: i % 2 === 0 ? '处罚' : '复议', difficulty: ((i % 3) + 1) as 1 | 2 | 3, gist: `g${Math.floor(i / 2)}`,
  citations: i % 20 === 1 ? [cite('行政处罚法', 42, 1)] : [], options: i % 3 === 0 ? [{ key: 'T', text: '正确' }, { key: 'F', text: '错误' }] : 'ABCD'.split('').map((key) => ({ key, text: `${key}${i}` })),
}))
const blueprint: Blueprint = {
  sections: [{ kind: 'single', count: 10, points: 2, fields: ['处罚'], difficulty: { 2: 3 } }, { kind: 'single', count: 5, points: 4, fields: [], difficulty: {} }, { kind: 'judge', count: 6, points: 1, fields: [], difficulty: {} }],
  compulsory: [{ statute: '行政处罚法', article: 42 }],
}
const seeded = (seed: number) => () => ((seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31)
const drawn = (seed: number) => drawPaper(blueprint, pool, seeded(seed)) as readonly PaperQuestion[]

describe('a paper', () => {
  it('keeps to its blueprint whatever the seed, and never asks the same twice', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const paper = drawn(seed).map((each) => ({ ...each, of: pool.find(({ id }) => id === each.question) as PoolQuestion }))
      expect(paper.map(({ section }) => section)).toEqual([...Array(10).fill(0), ...Array(5).fill(1), ...Array(6).fill(2)])
      expect(paper.every(({ of, section }) => of.kind === blueprint.sections[section]?.kind && (section !== 0 || of.field === '处罚'))).toBe(true)
      expect(paper.filter(({ of, section }) => section === 0 && of.difficulty === 2).length).toBeGreaterThanOrEqual(3)
      expect(paper.some(({ of }) => of.citations.some(({ article }) => article === 42))).toBe(true)
      expect(new Set(paper.map(({ of }) => of.gist)).size).toBe(21)
      expect(paper.every(({ of, options }) => [...options].sort().join() === of.options.map(({ key }) => key).sort().join())).toBe(true)
      expect(drawn(seed)).toEqual(drawn(seed))
    }), { numRuns: 30 })
    expect(fullMarks(blueprint)).toBe(46)
    expect(drawn(1)).not.toEqual(drawn(2))
  })

  it('says what the pool lacks', () => {
    expect(drawPaper(blueprint, pool.slice(0, 10), seeded(1))).toHaveProperty('lacks')
    expect(drawPaper({ ...blueprint, compulsory: [{ statute: '行政处罚法', article: 99 }] }, pool, seeded(1))).toMatchObject({ lacks: { zh: '没有依据《行政处罚法》第99条的可用试题' } })
  })
})

it('scores all or nothing, and leaves a case to its markers', () => {
  expect([isRight(['A', 'C'], ['C', 'A']), isRight(['A', 'C'], ['A']), isRight(['A'], undefined), isRight(['T'], 'T')]).toEqual([true, false, false, false])
  const paper = ['a', 'b', 'c'].map((question) => ({ question, section: 0, points: 5, options: [] }))
  const keys = new Map([['a', { kind: 'single' as const, answer: ['A'] }], ['b', { kind: 'judge' as const, answer: ['T'] }], ['c', { kind: 'case' as const, answer: [] }]])
  expect(scoreObjective(paper, keys, new Map<string, Given>([['a', ['A']], ['b', ['F']], ['c', '立案']]))).toBe(5)
})

it('settles two marks that agree, and lets a third decide where they do not', () => {
  const mark = (points: number, third = false) => ({ marker: String(points), points, third })
  expect(settle([mark(15)], 20)).toBeUndefined()
  expect(settle([mark(15), mark(18)], 20)).toEqual({ points: 17 })
  expect(settle([mark(5), mark(18)], 20)).toBe('third')
  expect(settle([mark(5), mark(18), mark(10, true)], 20)).toEqual({ points: 10 })
})

it('measures how hard a question was and whether it tells the strong from the weak', () => {
  const results = Array.from({ length: 20 }, (_, i) => ({ total: i / 20, share: i >= 10 ? 1 : 0 }))
  expect(analyse(results)).toEqual({ n: 20, difficulty: 0.5, discrimination: 1 })
  expect(analyse(results.slice(0, 4))).toEqual({ n: 4, difficulty: 0, discrimination: null })
})
