import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import type { Desk } from './case.ts'

/** What the load generator is told. */
export interface Load {
  readonly url: string
  readonly clients: number
  readonly desks: readonly Desk[]
  /** Where an approval's proposal is looked up: what the page would have shown. */
  readonly proposals?: ClientConfig
  readonly bare: boolean
  readonly firstParty: number
  readonly warmMs: number
  readonly forMs: number
}

export interface Measured {
  /** Milliseconds of each act, by kind. */
  readonly took: Record<string, number[]>
  readonly seconds: number
  /** The last party used. */
  readonly parties: number
  /** Seconds of processor of the generator itself. */
  readonly ownProcessor: number
}

/** Runs the generator; `during` is called as the measuring begins and again as it ends. */
export function generate(load: Load, during: (moment: 'measuring' | 'measured') => void = () => undefined): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'load-process.ts'))
  return new Promise((resolve, reject) => {
    child.on('message', (message: Measured | 'measuring' | 'measured') => (typeof message === 'string' ? during(message) : resolve(message)))
    child.on('exit', (code) => code !== 0 && reject(new Error('the load generator failed')))
    child.send(load)
  })
}
