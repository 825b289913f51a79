import type { ChildProcess } from 'node:child_process'
import type { ClientConfig, Pool } from 'pg'
import type { Desk } from '../acts-http/case.ts'
import type { Connection, Note } from '../acts-http/real-case.ts'

/** What all stand on: one PostgreSQL, the rows of our world, and who works in it. */
export interface Ground {
  /** Of this bench; each side has a folder of its own in it. */
  readonly folder: string
  readonly worker: Pool
  readonly auth: Pool
  /** As the account that may make databases, to one of them. */
  readonly connection: (database?: string) => ClientConfig
  readonly region: string
  /** The bodies of the county that handle cases, the one with most rows first: its head asks for the lists. */
  readonly bodies: readonly string[]
  /** The last row before a page that lies deep in the county's list, and how many stand before that page. */
  readonly deep: { readonly filed: string; readonly id: string; readonly rows: number }
}

export const lists = ['filtered', 'deep', 'grouped'] as const
export type List = (typeof lists)[number]

export interface Question {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Cookies or a token, as the client sends them. */
  readonly who: string
  readonly body?: unknown
}

/** What the load generator is told of a side that runs. */
export interface Told {
  readonly url: string
  readonly desks: readonly Desk[]
  readonly lists: Readonly<Record<List, Question>>
  /** Ours: where an approval's proposal is looked up. */
  readonly proposals?: ClientConfig
}

export const traits = ['history', 'guards', 'tamper evidence', 'row rule', 'approval'] as const

/** One of those compared. */
export interface Side {
  readonly name: string
  /** What it does, and does not do, while it is measured. */
  readonly does: Readonly<Record<(typeof traits)[number], string>>
  /** Prepared the first time, then started. */
  start(ground: Ground): Promise<{ readonly process: ChildProcess; readonly told: Told }>
}

/** One case from its creation to the end of its approval, four acts by four people; `note` is told `create`, `step` and the whole `approval`. */
export type OneCase = (client: Connection, told: Told, desk: Desk, n: number, note: Note) => Promise<void>
