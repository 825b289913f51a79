import type { PoolClient } from 'pg'
import type { Citation } from '@faheng/law/citation.ts'
import type { ItemKind } from '@faheng/law/items/content.ts'
import { type Coercion, isNormativeDocument, standingRank, unlawfulBases } from '@faheng/law/items/lawful-bases.ts'
import type { Words } from '@faheng/law/words.ts'
import { run, statement } from '../../platform/database/run.ts'

/**
 * An item whose norms may not set its power is refused by whatever way it comes in (R18); a lower document may stand beside them,
 * never alone. Where the rank of one is not known, it comes in and a person confirms it. That a rule names kinds which only its law can set
 * (处罚法 13(1): it spells the law out) is for the adjustment to judge: a table cites the rule and leaves the law out.
 */
export async function unlawfulItem(client: PoolClient, row: Readonly<Record<string, unknown>>): Promise<Words | undefined> {
  const { region, kind, bases, details } = row
  const statutes = [...new Set((bases as readonly { readonly citation: Citation }[]).map(({ citation }) => citation.statute))]
  const registered = await run<{ statute: string; rank: string }>(client, statement(`
    select distinct on (statute) statute, rank from faheng.statute_version where region = $1 and statute = any ($2) order by statute, in_force desc`), [region, statutes])
  const ranks = new Map(registered.map((each) => [each.statute, each.rank]))
  const norms = statutes.map((each) => ({ statute: each, rank: standingRank(each, ranks.get(each)) }))
  const above = norms.filter(({ statute: name, rank }) => rank !== 'unknown' || !isNormativeDocument(name))
  if (above.some(({ rank }) => rank === 'unknown')) return undefined
  const coercion = (details as { readonly coercion?: Coercion } | undefined)?.coercion
  return unlawfulBases({ kind: kind as ItemKind, ...(coercion ? { coercion } : {}), kinds: [], norms: above.length > 0 ? above : norms, temporary: true })?.message
}
