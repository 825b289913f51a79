import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { corpusFolder, stateHash, type Corpus } from '../law/procedures/test-corpus.ts'
import { live } from '../law/procedures/lives.test-data.ts'

/**
 * Keeps some lives of cases as this release records them, in `law/corpus/<version>.json.gz`, with the hash of the state each came to
 * (D2): once with every release, before it goes out. A file that is there is never written again.
 */
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { version: string }
const file = join(corpusFolder, `${version}.json.gz`)
if (existsSync(file)) throw new Error(`the corpus of ${version} is there already; what was released keeps its meaning`)
const lives = Array.from({ length: 24 }, (_, i) => {
  const one = live(i + 1)
  return { seed: i + 1, place: { body: one.state.body, unit: one.state.unit }, acts: one.acts, hash: stateHash(one.refolded()) }
})
mkdirSync(corpusFolder, { recursive: true })
writeFileSync(file, gzipSync(JSON.stringify({ release: version, lives } satisfies Corpus), { level: 9 }))
console.log(`${lives.length} lives, ${lives.reduce((n, { acts }) => n + acts.length, 0)} acts kept in law/corpus/${version}.json.gz`)
