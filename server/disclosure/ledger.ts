import type { Static } from 'typebox'
import type { CheckpointAnswer, ConsistencyAnswer, ConsistencyQuery, ProofAnswer } from '@faheng/api/ledger.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { reading } from '../platform/access/scope.ts'
import { words } from '@faheng/law/words.ts'
import { Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { findLog } from '../platform/ledger/log.ts'
import { consistencyBetween, inclusionFor, latestCheckpoint } from '../platform/ledger/proof.ts'
import { formatTlogProof } from '../platform/ledger/tlog-proof.ts'
import { formatVkey, type VerifierKey } from '../platform/ledger/verifier-key.ts'
import type { Context } from '../platform/context.ts'

/** The region's newest signed checkpoint, for anybody to keep and compare. */
export async function checkpoint(context: Context, vkey: VerifierKey): Promise<Static<typeof CheckpointAnswer>> {
  return inTransaction(context.pools.app, async (client) => {
    await run(client, statement(`select set_config('app.region', $1, true)`), [context.region])
    const [log, newest] = await Promise.all([findLog(client, context.region), latestCheckpoint(client, context.region)])
    if (!log || !newest) throw new NotFound()
    return {
      origin: log.origin,
      hash: log.hash,
      size: newest.size,
      root: base64(newest.root),
      note: newest.note,
      vkey: formatVkey(vkey),
      madeAt: newest.madeAt,
    }
  })
}

/** That the log only grew between two sizes, for whoever kept an earlier checkpoint. */
export async function consistencyOf(context: Context, { from, to }: Static<typeof ConsistencyQuery>): Promise<Static<typeof ConsistencyAnswer>> {
  return inTransaction(context.pools.app, async (client) => {
    await run(client, statement(`select set_config('app.region', $1, true)`), [context.region])
    const newest = await latestCheckpoint(client, context.region)
    if (!newest) throw new NotFound()
    const until = to ?? newest.size
    if (until > newest.size) throw new Malformed('/to', words(`账本只有 ${newest.size} 条记录`, `The log has ${newest.size} entries`))
    if (from > until) throw new Malformed('/from', words(`起始记录数不能大于 ${until}`, `It cannot be more than ${until}`))
    const found = await consistencyBetween(client, context.region, from, until)
    if (!found) throw new NotFound()
    const { origin, hash, firstRoot, secondRoot, proof } = found
    return { origin, hash, from, fromRoot: base64(firstRoot), to: until, toRoot: base64(secondRoot), proof: proof.map(base64) }
  })
}

/** That an act stands in the record, for who may read the act. */
export async function proofOf(context: Context, session: Session, act: string): Promise<Static<typeof ProofAnswer>> {
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [found, inclusion] = await Promise.all([
      run(client, statement('select id from faheng.act where region = $1 and id = $2'), [session.region, act]),
      inclusionFor(client, session.region, 'act', act),
    ])
    if (found.length === 0 || !inclusion) throw new NotFound()
    return {
      act,
      index: inclusion.index,
      leafHash: base64(inclusion.leafHash),
      leaf: base64(inclusion.leaf),
      proof: formatTlogProof({ index: inclusion.index, proof: inclusion.proof, checkpoint: inclusion.checkpoint.note }),
      recordedAt: inclusion.recordedAt,
    }
  })
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
