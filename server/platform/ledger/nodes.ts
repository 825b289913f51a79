import type { ClientBase } from 'pg'
import { LedgerError } from './log.ts'
import type { NodeRef } from './merkle.ts'
import type { ReadNodes } from './merkle-proof.ts'

/** Reads stored subtrees in one query. Level 0 stands with the leaves, everything above in ledger_node. */
export const storedNodes =
  (client: ClientBase, region: string): ReadNodes =>
  async (refs) => {
    if (refs.length === 0) return []
    const { rows } = await client.query<{ hash: Buffer | null }>({
      name: 'ledger-nodes',
      text: `
        select case when r.level = 0
            then (select hash from faheng.ledger_leaf where region = $1 and position = r.index)
            else (select hash from faheng.ledger_node where region = $1 and level = r.level and index = r.index)
          end as hash
        from unnest($2::smallint[], $3::bigint[]) with ordinality r (level, index, place)
        order by place`,
      values: [region, refs.map(({ level }) => level), refs.map(({ index }) => index)],
    })
    return refs.map((ref, i) => rows[i]?.hash ?? missing(region, ref))
  }

const missing = (region: string, { level, index }: NodeRef): never => {
  throw new LedgerError(`the log of ${region} lacks its node ${level}/${index}; run faheng verify`)
}
