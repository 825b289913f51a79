import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { procedures } from '@faheng/law/procedures/index.ts'
import { penaltyOrdinary } from '@faheng/law/procedures/penalty-ordinary.ts'
import type { MatterState, Refusal } from '@faheng/law/procedure.ts'
import { NotFound, Refused } from '../platform/errors.ts'
import type { Acts } from './acts.ts'
import { available } from './available.ts'
import { perform, type PerformRequest } from './perform.ts'
import { randomPayload } from './random-payload.ts'
import { rebuild } from './rebuild.ts'
import { asker, region, testCounty, type TestCounty } from './test-county.ts'

let county: TestCounty
let acts: Acts
let n = 0
beforeAll(async () => {
  county = await testCounty()
  acts = { ...county.acts, procedures }
  // A file everybody has brought in, so that everybody may name it.
  for (const person of persons)
    await county.db.pools.worker.query(`insert into faheng.upload (region, id, person, name, type, bytes, received, started, hash) values ($1, $2, $2, 'a', 'text/plain', 1, 1, now(), $3)`, [region, person, 'f'.repeat(64)])
})
afterAll(() => county.db.drop())

const known = { party: ['p1', 'p2'], item: ['item-1'], officer: ['officer', 'second', 'uncertified'], evidence: ['e1', 'e2'], violation: ['v1'], held: ['h1'], act: ['none'], decision: ['none'], matter: ['none', 'w-1'], document: ['none'], file: ['f'.repeat(64)] }
const persons = ['officer', 'second', 'clerk', 'unitHead', 'head', 'reviewer']

/** Tries acts of every kind with payloads of every shape; powers mostly fail on their guards, facts never on anything but the post. */
test('a random walk through the ordinary procedure: refusals have article and cure, facts are recorded, rebuild equals the tables', async () => {
  const kinds = Object.keys(penaltyOrdinary.acts).filter((kind) => !penaltyOrdinary.first.includes(kind))
  const step = fc.record({ person: fc.constantFrom(...persons), kind: fc.constantFrom(...kinds), late: fc.boolean() })
    .chain((base) => randomPayload(penaltyOrdinary.acts[base.kind]?.payload as never, known).map((payload) => ({ ...base, payload })))
  const first = fc.constantFrom(...penaltyOrdinary.first).chain((kind) => randomPayload(penaltyOrdinary.acts[kind]?.payload as never, known).map((payload) => ({ kind, payload })))
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(first, fc.array(step, { minLength: 5, maxLength: 30 }), async (opening, steps) => {
      const matter = `w-${++n}`
      const opened = await perform(acts, asker('clerk'), {
        matter, opens: { procedure: penaltyOrdinary.name, body: 'a', unit: 'a1' }, act: { id: `a-${++n}`, ...opening },
      })
      done.add(opening.kind)
      expect(opened.seq).toBe(1)
      for (const { person, kind, late, payload } of steps) {
        const fact = penaltyOrdinary.acts[kind]?.nature === 'fact'
        const { rows: [row] } = await county.db.pools.worker.query<{ state: MatterState }>('select state from faheng.matter_state where matter = $1', [matter])
        const answered = penaltyOrdinary.acts[kind]?.answers
        const proposal = answered ? row?.state.proposals[answered] : undefined
        const sent = proposal ? { ...(payload as object), proposal: { act: proposal.act, hash: proposal.hash } } : payload
        const time = fact && late ? { occurredAt: new Date(Date.parse(county.time.read()) - 2500).toISOString() } : {}
        for (const someone of [person, ...persons.filter((each) => each !== person)]) {
          const refusals = await tried({ matter, act: { id: `a-${++n}`, kind, payload: sent, ...time } }, someone)
          if (refusals === 'performed') done.add(kind)
          else if (refusals === 'unseen' || refusals.some(({ guard }) => guard === 'by')) continue
          else expect(fact).toBe(false)
          break
        }
        const { offers } = await available(acts, asker('head'), matter)
        expect(offers.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 15 },
  )
  expect(await rebuild(acts, county.db.pools.worker, region, { check: true })).toEqual([])
  expect(done.size).toBeGreaterThan(10)
}, 120_000)

/** Every refusal has an article and a cure. */
async function tried(request: PerformRequest, person: string): Promise<'performed' | 'unseen' | readonly Refusal[]> {
  try {
    await perform(acts, asker(person), request)
    return 'performed'
  } catch (error) {
    if (error instanceof NotFound) return 'unseen'
    if (!(error instanceof Refused)) throw error
    expect(error.refusals.length).toBeGreaterThan(0)
    for (const { article, cure, message } of error.refusals)
      expect([article.article > 0, cure.zh !== '', cure.en !== '', message.zh !== '']).toEqual([true, true, true, true])
    return error.refusals
  }
}
