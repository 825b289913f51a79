import type { Context } from '../platform/context.ts'
import type { DocumentEngine } from '../platform/documents/engine.ts'
import type { Key } from '../platform/secrets/seal.ts'

/** Officers' ID numbers are sealed under the master key. */
export interface PeopleContext extends Context {
  readonly masterKey: Key
  /** Makes the card on paper. */
  readonly engine: DocumentEngine
}
