import type { Context } from '../platform/context.ts'
import type { SignNote } from '../platform/ledger/note.ts'

/** Exams also write to the ledger: seeds, and papers with their final answers (D13). */
export interface ExamContext extends Context {
  readonly sign: SignNote
}
