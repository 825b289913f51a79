import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { canonical } from '../canonical.ts'
import { fold } from '../fold.ts'
import type { Act } from '../procedure.ts'
import { newCase } from './penalty-case.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { corpusFolder, stateHash, type Corpus } from './test-corpus.ts'

/** What a release recorded must replay to the same state for ever (D2): a changed meaning is a new version of the act. */
const releases = readdirSync(corpusFolder)

test.each(releases)('the acts of %s replay to the states they led to', (file) => {
  const { lives } = JSON.parse(gunzipSync(readFileSync(join(corpusFolder, file))).toString()) as Corpus
  expect(lives.length).toBeGreaterThan(0)
  for (const { seed, place, acts, hash } of lives) expect([seed, stateHash(fold(penaltyOrdinary, newCase(place), acts as unknown as Act[]).state)]).toEqual([seed, hash])
})

test('a changed state is noticed', () => {
  const state = newCase({ body: 'b', unit: 'u' })
  expect(stateHash({ ...state, stage: 'filed' })).not.toBe(stateHash(state))
  expect(stateHash(state)).toBe(createHash('sha256').update(canonical(JSON.parse(JSON.stringify(state)))).digest('hex'))
})
