import type { ClientBase } from 'pg'
import { words } from '@faheng/law/words.ts'
import { openCheckpoint } from './checkpoint.ts'
import type { Checkpoint } from './checkpoint.ts'
import { sameBytes } from './hash.ts'
import { fault } from './log-fault.ts'
import type { LogFault } from './log-fault.ts'
import type { Log } from './log.ts'
import { NoteError } from './note-error.ts'
import type { VerifierKey } from './verifier-key.ts'

/** The checkpoints, opened and in order of size; the newest stored one must be the log's own size. */
export async function openCheckpoints(
  client: ClientBase,
  region: string,
  log: Log,
  trusted: readonly VerifierKey[],
  published: readonly string[],
): Promise<readonly Checkpoint[] | LogFault> {
  const { rows: stored } = await client.query<{ size: number; root: Uint8Array; note: string }>(
    'select size, root, note from faheng.ledger_checkpoint where region = $1 and size <= $2 order by size', [region, log.size])
  if (log.size > 0 && stored.at(-1)?.size !== log.size)
    return fault('checkpoint-missing', stored.at(-1)?.size ?? 0, log.size, words('最新的检查点缺失。', 'The newest checkpoint is missing.'))
  const opened: Checkpoint[] = []
  for (const { note, ...row } of [...stored, ...published.map((text): { note: string; size?: number; root?: Uint8Array } => ({ note: text }))]) {
    const at = row.size ?? log.size
    try {
      const checkpoint = openCheckpoint(note, trusted)
      const { origin, size, root } = { ...checkpoint, ...row }
      if (origin !== log.origin || size !== checkpoint.size || !sameBytes(root, checkpoint.root)) return fault('checkpoint-differs', 0, at, words(`检查点 ${at} 与其签名内容不符。`, `Checkpoint ${at} is not what its note says.`))
      if (checkpoint.size > log.size)
        return fault('leaf-missing', log.size, checkpoint.size, words('已公布的检查点大于台账：末尾的记录被删除。', 'A published checkpoint is larger than the log: its end was removed.'))
      opened.push(checkpoint)
    } catch (error) {
      if (!(error instanceof NoteError)) throw error
      return fault('checkpoint-unsigned', 0, at, words(`检查点 ${at} 的签名无效。`, `Checkpoint ${at} carries no valid signature: ${error.message}.`))
    }
  }
  return opened.sort((a, b) => a.size - b.size)
}
