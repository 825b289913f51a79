import type { Words } from '@faheng/law/words.ts'

export type LogFaultKind =
  | 'log-missing'
  | 'leaf-missing' | 'leaf-altered' | 'leaf-surplus'
  | 'node-missing' | 'node-altered' | 'node-surplus'
  | 'checkpoint-missing' | 'checkpoint-unsigned' | 'checkpoint-differs' | 'checkpoint-surplus'

/** The first thing wrong. It lies among the leaves [from, to), as narrow as what is stored allows to say. */
export interface LogFault {
  readonly ok: false
  readonly fault: LogFaultKind
  readonly from: number
  readonly to: number
  readonly reason: Words
}

export const fault = (kind: LogFaultKind, from: number, to: number, reason: Words): LogFault => ({ ok: false, fault: kind, from, to, reason })
