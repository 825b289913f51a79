import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { step } from '../fold.ts'
import { judge } from '../judge.ts'
import type { Act, Post } from '../procedure.ts'
import { newAppraisal, pointsOf, type AppraisalLife } from './appraisal-life.ts'
import { appraisal } from './appraisal.ts'

const place = { body: 'market', unit: 'squad' }
const posts: Readonly<Record<string, Post>> = {
  chen: { kind: 'officer', ...place }, zhou: { kind: 'unit-head', ...place }, deng: { kind: 'head', body: 'market', rank: 'chief' },
}
const scores = (points: number) => ['integrity', 'terms'].map((indicator) => ({ indicator, points }))
const indicators = [{ id: 'integrity', title: '廉洁自律', inputs: ['party-building'], weight: 40 }, { id: 'terms', title: '法定期限内办结率', inputs: ['clocks-kept'], weight: 60 }]

/** One appraisal in memory; days go by. */
class Year {
  state: AppraisalLife = newAppraisal(place)
  at = Date.parse('2026-12-01T01:00:00.000Z')
  n = 0
  act(actor: string, kind: string, payload: object): Act {
    const at = new Date(this.at).toISOString()
    return { id: `a${++this.n}`, kind, seq: this.n, occurredAt: at, recordedAt: at, actor, post: posts[actor] as Post, payload, facts: {}, hash: 'h' }
  }
  do(actor: string, kind: string, payload: object = {}): string[] {
    const act = this.act(actor, kind, payload)
    const refusals = judge(appraisal, this.state, act, { person: actor, posts: posts[actor] ? [posts[actor]] : [] }, {})
    if (refusals.length === 0) this.state = step(appraisal, this.state, act).state
    return refusals.map(({ guard }) => guard)
  }
}

const opened = (): Year => {
  const year = new Year()
  expect(year.do('zhou', 'open-appraisal', { person: 'chen', year: 2026, indicators })).toEqual([])
  return year
}
const published = (): Year => {
  const year = opened()
  expect(year.do('chen', 'report-oneself', { summary: '履职情况', scores: scores(90) })).toEqual([])
  expect(year.do('zhou', 'evaluate-in-unit', { scores: scores(85), heard: true, proposed: 'competent', opinion: '同意' })).toEqual([])
  expect(year.do('deng', 'decide-grade', { grade: 'competent', opinion: '同意' })).toEqual([])
  return year
}

describe('a yearly appraisal', () => {
  test('goes from the indicators to the result, its points by weight', () => {
    const year = published()
    expect(pointsOf(year.state)).toBe(85)
    expect(year.do('deng', 'confirm-result', { uses: ['reward'] })).toContain('publicity-over')
    year.at += 10 * 86_400_000
    expect(year.do('deng', 'confirm-result', { uses: ['reward'] })).toEqual([])
    expect(year.state).toMatchObject({ stage: 'confirmed', ended: true, grade: 'competent', uses: ['reward'], findings: [] })
    expect(year.state.clocks.every(({ closed }) => closed !== undefined)).toBe(true)
  })

  test.each([
    ['in its words', { title: '检查次数', inputs: ['file-quality'] }],
    ['in its standard', { title: '工作成效', standard: '每年办案不少于30件得满分', inputs: ['file-quality'] }],
    ['in what it is computed from', { title: '工作成效', inputs: ['fines'] }],
  ])('cannot be opened with a target on volume %s', (_, bad) => {
    expect(new Year().do('zhou', 'open-appraisal', { person: 'chen', year: 2026, indicators: [{ id: 'x', weight: 100, ...bad }] })).toEqual(['no-volume-target'])
  })

  test('has whole weights, is nobody’s own, and scores every indicator once', () => {
    expect(new Year().do('zhou', 'open-appraisal', { person: 'chen', year: 2026, indicators: indicators.slice(1) })).toEqual(['weights-whole'])
    expect(new Year().do('zhou', 'open-appraisal', { person: 'zhou', year: 2026, indicators })).toEqual(['not-oneself'])
    const year = opened()
    expect(year.do('chen', 'report-oneself', { summary: '一', scores: scores(90).slice(1) })).toEqual(['every-indicator-scored'])
    expect(year.do('chen', 'report-oneself', { summary: '一', scores: scores(101) })).toEqual(['every-indicator-scored'])
    expect(year.do('zhou', 'report-oneself', { summary: '一', scores: scores(90) })).not.toEqual([])
  })

  test('is not confirmed before an objection is answered, and a late answer is found', () => {
    const year = published()
    expect(year.do('chen', 'object', { reason: '评分与事实不符' })).toEqual([])
    year.at += 40 * 86_400_000
    expect(year.do('deng', 'confirm-result', { uses: ['none'] })).toEqual(['objection-answered'])
    expect(year.do('deng', 'answer-objection', { outcome: 'changed', grade: 'excellent', answer: '复核后变更' })).toEqual([])
    expect(year.state).toMatchObject({ grade: 'excellent', findings: [{ rule: 'objection-answered-late' }] })
    expect(year.do('deng', 'confirm-result', { uses: ['none'] })).toEqual([])
  })

  test('starts with indicators that the law allows', () => {
    const year = new Year()
    const filled = appraisal.acts['open-appraisal']?.prefill(year.state, {}) ?? {}
    expect(year.do('zhou', 'open-appraisal', { person: 'chen', year: 2026, ...filled })).toEqual([])
  })
})

test('no act fails, whatever it is told', () => {
  fc.assert(fc.property(fc.constantFrom(...Object.keys(appraisal.acts)), fc.dictionary(fc.string({ maxLength: 8 }), fc.anything()), (kind, payload) => {
    expect(() => step(appraisal, newAppraisal(place), new Year().act('zhou', kind, payload))).not.toThrow()
  }))
})
