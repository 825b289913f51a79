import type { Acts, Drafts } from '../acts/index.ts'
import type { Context } from '../platform/context.ts'
import type { DocumentEngine } from '../platform/documents/engine.ts'
import type { FileStore } from '../platform/files/store.ts'

/** What the rooms of cases need beside the platform. */
export interface CasesContext extends Context {
  readonly acts: Acts
  readonly documents: Drafts
  readonly files: FileStore
  readonly engine: DocumentEngine
}
