import { expect, test } from 'vitest'
import { waitingFor } from '../judge.ts'
import { live } from './lives.test-data.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'

/** `npm run lives` lives 10,000; every run lives some. */
const lives = Number(process.env['FAHENG_LIVES'] ?? 500)

test('every lawful life ends in an ending the law knows, with every thing disposed of, every clock closed and nobody waiting', () => {
  const endings = new Map<string, number>()
  for (let seed = 1; seed <= lives; seed++) {
    const { state, acts, refolded } = live(seed)
    const told = `life ${seed} at ${state.stage} after ${acts.slice(-6).map((each) => each.kind).join(', ')}`
    expect(penaltyOrdinary.endings, told).toContain(state.stage)
    expect(state.clocks.filter((each) => each.closed === undefined).map((each) => `${each.clock} ${each.subject}`), told).toEqual([])
    expect(state.held.filter((each) => !each.disposal || !each.carriedOut), told).toEqual([])
    expect(waitingFor(penaltyOrdinary, state), told).toEqual([])
    expect(Object.entries(state.proposals).filter(([, each]) => each.status === 'open').map(([kind]) => kind).filter((kind) => kind !== 'submit-report'), told).toEqual([])
    if (state.decision) expect(state.parties.every(({ id }) => state.services.some((each) => each.of === state.decision?.act && each.party === id && each.completed)), told).toBe(true)
    if (seed % 20 === 0) expect(refolded(), told).toEqual(state)
    endings.set(state.stage, (endings.get(state.stage) ?? 0) + 1)
  }
  expect(Object.keys(Object.fromEntries(endings)).length, 'lives are of several kinds').toBeGreaterThan(1)
}, Math.max(300_000, lives * 200))
