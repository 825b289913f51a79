import type { Static } from 'typebox'
import type { CheckpointAnswer, ProofAnswer } from '@faheng/api/ledger.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { reading } from '../platform/access/scope.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { findLog } from '../platform/ledger/log.ts'
import { inclusionFor, latestCheckpoint } from '../platform/ledger/proof.ts'
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
