import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { checkCreditCode } from '@faheng/law/identifiers/credit-code.ts'
import { checkResidentId } from '@faheng/law/identifiers/resident-id.ts'
import { penaltyOrdinary } from '@faheng/law/procedures/penalty-ordinary.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { citationsOf, countyOf } from './county.ts'
import { planOf } from './plan.ts'

const county = countyOf(1, '2026-11-23')
const plan = await planOf(county)

describe('the plan of the demonstration county', () => {
  test('every power in it is lawful, whatever the seed and the date', async () => {
    for (const [seed, date] of [[2, '2026-11-23'], [3, '2026-03-02'], [4, '2025-11-10']] as const) await planOf(countyOf(seed, date), 120)
  })

  test('is the same for the same seed and date, and another for another', async () => {
    expect((await planOf(countyOf(1, '2026-11-23'))).acts).toEqual(plan.acts)
    expect((await planOf(countyOf(2, '2026-11-23'))).acts).not.toEqual(plan.acts)
  })

  test('has three hundred cases in every stage of the main road, all before its own day, in the order of time', () => {
    expect(Object.keys(plan.stages)).toHaveLength(300)
    const aside = new Set([...(penaltyOrdinary.detours ?? []), 'terminated', 'cancelled', 'transferred', 'judged', 'merged', 'recorded'])
    expect([...new Set(Object.values(plan.stages))].sort()).toEqual(Object.keys(penaltyOrdinary.stages).filter((each) => !aside.has(each)).sort())
    expect(plan.acts.every(({ at }) => dayOf(at) < county.date)).toBe(true)
    expect(plan.acts.map(({ at }) => at)).toEqual(plan.acts.map(({ at }) => at).sort())
  })

  test('sends what the schemas take', () => {
    for (const { act } of plan.acts) {
      const schema = penaltyOrdinary.acts[act.kind]?.payload
      expect(schema && Value.Check(schema, act.payload), `${act.id} ${act.kind}`).toBe(true)
    }
  })

  test('shows what supervision finds', () => {
    for (const rule of [
      'mark:two-officers', 'mark:left-with-witness', 'mark:paid-to-the-bank', 'mark:registration-approved', 'flag:defence-rechecked', 'entered-late', 'filed-late',
      'decided-late', 'served-late', 'paid-late', 'registered-too-long', 'recusal-not-told', 'no-order-to-correct', 'no-education', 'held-not-same-act',
    ]) expect(plan.findings[rule], rule).toBeGreaterThan(0)
  })
})

describe('the registers', () => {
  test('hold valid codes, one person each post needs, and two minors', () => {
    for (const { kind, code } of county.parties) expect(kind === 'person' ? checkResidentId(code).ok : checkCreditCode(code).ok, code).toBe(true)
    expect(new Set(county.people.map((each) => each.username)).size).toBe(county.people.length)
    expect(county.people.map((each) => each.username)).toEqual(expect.arrayContaining(['chen.officer', 'li.officer', 'zhao.unit', 'dong.expired', 'cao.review', 'yuan.trainee', 'deng.chief']))
    expect(county.posts.filter((each) => each.body === 'market' && each.kind === 'head')).toHaveLength(4)
    expect(county.parties.filter((each) => (each.birth ?? '') > '2008-11-23')).toHaveLength(2)
  })

  test('cite articles that exist', () => {
    const folder = join(import.meta.dirname, '../../../shared/data/laws/expected')
    if (!existsSync(folder)) return console.log('the citations of the demonstration are not compared with the statutes: ../shared is not there')
    const files = readdirSync(folder)
    for (const { statute, article, paragraph, item } of citationsOf(county)) {
      const versions = files.filter((file) => file.replace(/_\d+\.json$/, '') === statute)
      if (versions.length === 0) continue
      const found = versions.some((file) => {
        const { articles } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { articles: { no: number; sub: number | null; paragraphs: { items: unknown[] }[] }[] }
        const place = articles.find((each) => each.no === article && !each.sub)?.paragraphs[(paragraph ?? 1) - 1]
        return place !== undefined && (item === undefined || item <= place.items.length)
      })
      expect(found, `${statute} ${article} ${paragraph ?? ''} ${item ?? ''}`).toBe(true)
    }
  })
})
