import type { PoolClient } from 'pg'
import type { Procedure } from '@faheng/law/procedure.ts'
import { IdReused } from '../platform/errors.ts'
import { run, statement } from '../platform/database/run.ts'
import type { StoredAct } from './acts.ts'
import { contentHash, type Content } from './content.ts'
import { together, wholeHistory } from './load.ts'
import { newFindings, type Recorded, type RecordedDocument } from './record.ts'
import { replayTo } from './state-at.ts'

/**
 * The first result of an act that was sent again (D14).
 * @throws IdReused when the content, the matter or the sender is another
 */
export async function repeated(
  client: PoolClient,
  region: string,
  procedure: Procedure,
  stored: StoredAct,
  sent: Parameters<typeof contentHash>[0],
  content: Content,
): Promise<Recorded> {
  if (stored.matter !== sent.matter || !isSame(stored, sent, content)) throw new IdReused(`another act has the id ${stored.id}`)
  const [acts, documents] = await together([
    wholeHistory(client, region, stored.matter),
    run<RecordedDocument & object>(client, documentsOf, [region, stored.matter, stored.id]),
    client.query('commit'),
  ])
  const { before, after } = replayTo(procedure, acts, stored.seq)
  return { act: stored.id, matter: stored.matter, seq: stored.seq, stage: after.state.stage, documents, findings: newFindings(before.state, after.state) }
}

/** Compared under the salts of the first; a field without one was not there then. */
function isSame(stored: StoredAct, sent: Parameters<typeof contentHash>[0], content: Content): boolean {
  if (Object.keys(content.personal).some((field) => !Object.hasOwn(stored.salts, field))) return false
  return contentHash(sent, { ...content, salts: stored.salts }) === stored.hash
}

const documentsOf = statement(`
  select id, kind, subject, number, code from faheng.document where region = $1 and matter = $2 and act = $3 order by id`)
