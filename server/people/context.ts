import type { Context } from '../platform/context.ts'
import type { Key } from '../platform/secrets/seal.ts'

/** Officers' ID numbers are sealed under the master key. */
export interface PeopleContext extends Context {
  readonly masterKey: Key
}
