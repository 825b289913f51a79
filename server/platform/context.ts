import type { Instant } from '@faheng/law/time/day.ts'
import type { Database } from './database/supervisor.ts'
import type { Pools } from './database/pool.ts'
import type { Identity } from './identity/identity.ts'
import type { Metrics } from './http/metrics.ts'

/** What the rooms are given: made once by `serve`, or by a test. Nothing here is global. */
export interface Context {
  readonly database: Database
  readonly pools: Pools
  /** The county this process was started for: where a person without a session (a citizen) is. Six digits. */
  readonly region: string
  /** Now, in whole milliseconds. The only clock. */
  readonly clock: () => Instant
  readonly dataDir: string
  /** Without a trailing slash; goes into QR codes and is the only origin that may write. */
  readonly publicUrl: string
  readonly production: boolean
  readonly identity: Identity
  readonly metrics: Metrics
  /** Who reads `/metrics` from elsewhere must bear it. */
  readonly metricsToken?: string
  readonly log: (line: string) => void
}
