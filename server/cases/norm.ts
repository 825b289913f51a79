import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { DiscretionAnswer } from '@faheng/api/discretion.ts'
import { type Citation, citationWords } from '@faheng/law/citation.ts'
import { rangeWords } from '@faheng/law/discretion/range-words.ts'
import type { ItemFact } from '@faheng/law/facts.ts'
import { penaltyKinds } from '@faheng/law/penalties/kinds.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { run, statement } from '../platform/database/run.ts'

/** The norm a violation is judged by, in its own words: what the officer chooses a branch of, and the reviewer compares with (R17). */
export async function normOf(client: PoolClient, region: string, item: string, norm: ItemFact | undefined): Promise<Static<typeof DiscretionAnswer>['violations'][number]['norm']> {
  if (norm === undefined) return null
  const [row] = await run<{ bases: readonly { citation: Citation; text: string }[] }>(
    client, statement('select bases from faheng.item_version where region = $1 and item = $2 and version = $3'), [region, item, norm.version])
  return {
    bases: (row?.bases ?? []).map(({ citation, text }) => ({ reference: citationWords(citation), text })),
    kinds: norm.kinds.map(titleOf),
    unregistered: norm.unregistered ?? false,
    branches: norm.branches.map(({ condition, kinds, fine, text, status }) => ({
      condition, kinds: kinds.map(({ kind }) => titleOf(kind)), range: rangeWords(fine ?? null), text, parsed: status === 'parsed',
    })),
  }
}

const titleOf = (kind: string): Words => penaltyKinds.kinds.find(({ code }) => code === kind)?.words ?? words(kind, kind)
