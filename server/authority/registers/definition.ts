import type { PoolClient } from 'pg'
import type { Static, TObject } from 'typebox'
import type { Words } from '@faheng/law/words.ts'
import { parseWith } from '../../platform/http/schemas.ts'

/**
 * How rows of a register relate to those before:
 * `series`  dated versions of one key: a later one ends the one before (bodies, items, benchmarks, settings);
 * `entry`   one thing with its own term: it stays as entered, but for the columns that end or interrupt it (posts, certificates);
 * `name`    a name for an id: the last one stands (units, persons).
 */
export interface Register {
  readonly kind: string
  readonly table: string
  readonly nature: 'series' | 'entry' | 'name'
  /** Columns that tell one series, entry or name from another, besides region. */
  readonly key: readonly string[]
  /** The table counts versions. */
  readonly versioned: boolean
  /** Of an entry: columns that may still be set or brought forward. */
  readonly closing: readonly string[]
  /** Columns that name a row of another register: column → table and its column. */
  readonly refers: Readonly<Record<string, readonly [table: string, column: string]>>
  readonly schema: TObject
  /** What the law itself refuses in a row, compared with other registers. */
  readonly refuses?: (client: PoolClient, row: Readonly<Record<string, unknown>>) => Promise<Words | undefined>
  /** Columns of the table, all of them but region, version and recorded. @throws Malformed */
  readonly read: (value: unknown) => Readonly<Record<string, unknown>>
}

interface Spec<T extends TObject> extends Partial<Pick<Register, 'versioned' | 'closing' | 'refers' | 'refuses'>> {
  readonly table: string
  readonly nature: Register['nature']
  readonly key: readonly string[]
  readonly schema: T
  readonly columns: (entry: Static<T>) => Readonly<Record<string, unknown>>
}

export function register<T extends TObject>(kind: string, spec: Spec<T>): Register {
  let parse: ((value: unknown) => Static<T>) | undefined
  const { columns, ...rest } = spec
  return { versioned: false, closing: [], refers: {}, ...rest, kind, read: (value) => columns((parse ??= parseWith(spec.schema))(value)) }
}
