import { setTimeout as sleep } from 'node:timers/promises'
import type { Desk } from '../acts-http/case.ts'
import type { Note } from '../acts-http/real-case.ts'
import { openClient } from '../shared/client.ts'
import * as directus from './directus.ts'
import * as faheng from './faheng.ts'
import * as nocobase from './nocobase.ts'
import type { List, OneCase, Told } from './side.ts'

export interface Load {
  readonly side: string
  readonly told: Told
  readonly work: List | 'acts'
  readonly clients: number
  readonly warmMs: number
  readonly forMs: number
  /** Cases that were begun before. */
  readonly cases: number
}

export interface Measured {
  /** Milliseconds of each that was begun in the measured time, by kind. */
  readonly took: Readonly<Record<string, number[]>>
  /** Acts or lists a second, of those that ended in it. */
  readonly rate: number
  readonly cases: number
  /** Acts or lists, the unmeasured ones before and after with them. */
  readonly done: number
}

const oneCaseOf: Readonly<Record<string, OneCase>> = { faheng: faheng.oneCase, directus: directus.oneCase, nocobase: nocobase.oneCase }

/** The load generator of all sides, a process of its own: so many clients at once, each waiting for its answer before it goes on. */
process.on('message', (load: Load) => void generate(load).then(
  (measured) => process.send?.(measured),
  (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
))

async function generate({ side, told, work, clients, warmMs, forMs, cases: before }: Load): Promise<Measured> {
  const took: Record<string, number[]> = {}
  let [from, until, cases, done, ended] = [Infinity, Infinity, before, 0, 0]
  const note: Note = (kind, begun) => {
    const now = performance.now()
    // A whole approval is three steps that were counted.
    if (kind !== 'approval') done++
    if (kind !== 'approval' && now >= from && now < until) ended++
    if (begun >= from && begun < until) (took[kind] ??= []).push(now - begun)
  }
  const crowd = Promise.all(Array.from({ length: clients }, async (_, n) => {
    const client = openClient(told.url)
    while (until === Infinity) {
      if (work === 'acts') await oneCaseOf[side]?.(client, told, told.desks[n % told.desks.length] as Desk, ++cases, note)
      else {
        const { method, path, who, body } = told.lists[work]
        const begun = performance.now()
        const { status, text } = await client.send(method, path, who, body)
        note(work, begun)
        // What is empty would be fast; looked at before the measuring alone, since it costs the machine something.
        if (status !== 200 || (from === Infinity && !holdsRows(text))) throw new Error(`${path}: ${status} ${text}`)
      }
    }
    client.close()
  }))
  const time = (async () => {
    await sleep(warmMs)
    from = performance.now()
    await sleep(forMs)
    until = performance.now()
    return (1000 * ended) / (until - from)
  })()
  const rate = await Promise.race([time, crowd.then(() => time)])
  await crowd
  return { took, rate, cases, done }
}

function holdsRows(text: string): boolean {
  const { rows, data, indicators } = JSON.parse(text) as { rows?: unknown[]; data?: unknown[]; indicators?: unknown[] }
  return (rows ?? data ?? indicators ?? []).length > 0
}
