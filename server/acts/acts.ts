import type { Pool } from 'pg'
import type { Act, Procedure } from '@faheng/law/procedure.ts'
import type { Instant } from '@faheng/law/time/day.ts'
import type { Key } from '../platform/secrets/seal.ts'
import type { Documents } from './compose.ts'

/** What performing needs, made once by the composition; nothing here is global. */
export interface Acts {
  readonly pool: Pool
  readonly procedures: Readonly<Record<string, Procedure>>
  readonly documents: Documents
  readonly masterKey: Key
  /** The edge's clock, whole milliseconds. */
  readonly clock: () => Instant
  /** Version of the law that judges, stored in each act (D2). */
  readonly law: string
  /** Called after a commit: followers need not wait for their next look. */
  readonly wake?: () => void
}

/** Where a matter begins: written into its first act. */
export interface Opening {
  readonly procedure: string
  readonly body: string
  readonly unit: string
}

/** An act as it stands in the log. */
export interface StoredAct extends Act {
  readonly matter: string
  readonly source: string
  readonly lateReason: string | null
  readonly law: string
  readonly opens: Opening | null
  readonly salts: Readonly<Record<string, string>>
}

/** Columns of faheng.act as {@link StoredAct} reads them. */
export const actColumns = `id, matter, seq, kind, actor, post, occurred as "occurredAt", recorded as "recordedAt", source,
  late_reason as "lateReason", payload, facts, hash, law, opens, salts`

export interface ActRow extends Omit<StoredAct, 'post'> {
  readonly post: NonNullable<Act['post']> | null
}

export const storedAct = ({ post, ...row }: ActRow): StoredAct => ({ ...row, ...(post ? { post } : {}) })

export function procedureOf({ procedures }: Pick<Acts, 'procedures'>, name: string): Procedure {
  const procedure = Object.hasOwn(procedures, name) ? procedures[name] : undefined
  if (!procedure) throw new Error(`no procedure ${name}`)
  return procedure
}
