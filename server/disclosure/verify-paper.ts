import type { Static } from 'typebox'
import type { VerifyAnswer } from '@faheng/api/documents.ts'
import { documents as catalogue } from '@faheng/law/documents/index.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import { findLog } from '../platform/ledger/log.ts'
import { latestCheckpoint } from '../platform/ledger/proof.ts'

/** Whether a paper is genuine, by the code on it (D9): its kind, number, body, date and place in the record. Never a party, never the file. */
export async function verifyPaper(context: Context, code: string): Promise<Static<typeof VerifyAnswer>> {
  return inTransaction(context.pools.app, async (client) => {
    const [paper] = await run<Paper & object>(client, statement('select p.*, faheng.paper_is_void(p.region, p.act) as void from faheng.paper_by_code($1) p'), [code.toUpperCase().replace(/[^0-9A-Z]/g, '')])
    if (!paper) throw new NotFound()
    await run(client, statement(`select set_config('app.region', $1, true)`), [paper.region])
    const [log, checkpoint] = await Promise.all([findLog(client, paper.region), latestCheckpoint(client, paper.region)])
    return {
      kind: catalogue[paper.kind]?.title ?? words(paper.kind, paper.kind),
      number: paper.number,
      body: paper.body,
      date: dayOf(paper.made),
      fieldsHash: paper.fields_hash,
      fileHash: paper.file,
      recordedAt: paper.made,
      status: paper.void ? 'void' : 'valid',
      ledger: {
        origin: log?.origin ?? '',
        position: paper.act_position,
        size: checkpoint?.size ?? 0,
        root: checkpoint ? Buffer.from(checkpoint.root).toString('base64') : '',
        integratedAt: paper.integrated,
      },
    }
  })
}

interface Paper {
  readonly region: string
  readonly kind: string
  readonly number: string | null
  readonly body: string
  readonly made: string
  readonly fields_hash: string
  readonly file: string | null
  readonly void: boolean
  readonly act_position: number | null
  readonly integrated: string | null
}
