import { expect, test } from 'vitest'
import { newCase, type PenaltyCase } from './penalty-case.ts'
import { standingsOf } from './penalty-standing.ts'

const fine = { violation: 'v1', kind: 'fine', amount: 5 } as const
const base: PenaltyCase = {
  ...newCase({ body: 'b', unit: 'u' }),
  parties: [{ id: 'shop', role: 'party' }, { id: 'boss', role: 'responsible', agents: ['a1'] }, { id: 'kid', role: 'party', guardian: '2026-03-02' }],
}
const noticed: PenaltyCase = {
  ...base,
  notices: [{ act: 'n', of: 'h', penalties: [], hearing: ['boss'], parties: [{ party: 'shop', served: '2026-03-02' }, { party: 'boss', served: '2026-03-02', waived: '2026-03-03', hearingRequested: '2026-03-03' }] }],
}
const decided: PenaltyCase = {
  ...noticed,
  decision: { act: 'd', outcome: 'penalty', on: '2026-04-01', penalties: [{ party: 'shop', ...fine }, { party: 'boss', ...fine }] },
  services: [{ of: 'd', party: 'shop', method: 'direct', attempted: '2026-04-02', completed: '2026-04-02' }],
  performance: [{ id: 'd.1', decision: 'd', violation: 'v1', party: 'shop', kind: 'fine', owed: 5, paid: 5, done: '2026-04-03' }, { id: 'd.2', decision: 'd', violation: 'v1', party: 'boss', kind: 'fine', owed: 5, paid: 2 }],
}

test('each party stands for himself, from the notice to the performance', () => {
  expect(standingsOf(base).map(({ defence, hearing, outcome }) => [defence, hearing, outcome])).toEqual([['none', 'none', 'none'], ['none', 'none', 'none'], ['none', 'none', 'none']])
  expect(standingsOf(noticed).map(({ defence, hearing }) => [defence, hearing])).toEqual([['open', 'none'], ['waived', 'asked'], ['none', 'none']])
  expect(standingsOf(decided)).toMatchObject([
    { party: 'shop', defence: 'silent', outcome: 'penalty', served: '2026-04-02', owed: 5, paid: 5, settled: true },
    { party: 'boss', role: 'responsible', agents: 1, hearing: 'asked', outcome: 'penalty', paid: 2, settled: false },
    { party: 'kid', guardian: true, outcome: 'spared', owed: 0 },
  ])
})
