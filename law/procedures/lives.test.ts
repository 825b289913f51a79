import { expect, test } from 'vitest'
import { waitingFor } from '../judge.ts'
import { live, unanswered } from './lives.test-data.ts'
import { partiesToServe } from './penalty-effects.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'

/** `npm run lives` lives 10,000 and asks that they hold every act; every run lives some. */
const lives = Number(process.env['FAHENG_LIVES'] ?? 200)
/** From so many on every act has its chance. */
const enough = 500

/** What these lives cannot hold, and where it is tested. */
const elsewhere: Readonly<Record<string, string>> = {
  'ask-pool-reviewer': 'this body has a reviewer; penalty-posts.test.ts has none',
  'assign-reviewer': 'this body has a reviewer; penalty-posts.test.ts has none',
  'take-in': 'another case gives; penalty-joinder.test.ts has both',
  'return-joinder': 'a merger is seldom proposed, and more seldom refused; penalty-joinder.test.ts',
  'move-with-power': 'the hand-over of a power moves it; server/authority/townships/move-cases.test.ts',
  'attach-scan': 'speaks of a printed paper by its file; penalty-slips.test.ts',
}

test('every lawful life ends in an ending the law knows, with every thing disposed of, every clock closed and nobody waiting; together they hold every act and every ending', () => {
  const endings = new Set<string>()
  const kinds = new Set<string>()
  for (let seed = 1; seed <= lives; seed++) {
    const { state, acts, refolded } = live(seed)
    const told = `life ${seed} at ${state.stage} after ${acts.slice(-6).map((each) => each.kind).join(', ')}`
    expect(penaltyOrdinary.endings, told).toContain(state.stage)
    expect(state.clocks.filter((each) => each.closed === undefined).map((each) => `${each.clock} ${each.subject}`), told).toEqual([])
    expect(state.held.filter((each) => !each.disposal || !each.carriedOut), told).toEqual([])
    expect(waitingFor(penaltyOrdinary, state), told).toEqual([])
    expect(unanswered(state), told).toEqual([])
    if (state.decision && state.stage === 'archived') expect(partiesToServe(state).filter((id) => !state.services.some((each) => each.of === state.decision?.act && each.party === id && each.completed)), told).toEqual([])
    if (seed % 20 === 0) expect(refolded(), told).toEqual(state)
    endings.add(state.stage)
    for (const { kind } of acts) kinds.add(kind)
  }
  if (lives < enough) return
  expect(penaltyOrdinary.endings.filter((each) => !endings.has(each)), 'endings no life came to').toEqual([])
  expect(Object.keys(penaltyOrdinary.acts).filter((each) => !kinds.has(each) && !elsewhere[each]), 'acts in no life').toEqual([])
}, Math.max(300_000, lives * 600))
