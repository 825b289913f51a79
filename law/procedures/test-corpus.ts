import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { canonical } from '../canonical.ts'

export const corpusFolder = join(import.meta.dirname, '../corpus')

/** Acts as a release recorded them, life by life, and the hash of the state each life came to. */
export interface Corpus {
  readonly release: string
  readonly lives: readonly { readonly seed: number; readonly place: { readonly body: string; readonly unit: string }; readonly acts: readonly object[]; readonly hash: string }[]
}

export const stateHash = (state: object): string => createHash('sha256').update(canonical(JSON.parse(JSON.stringify(state)))).digest('hex')
