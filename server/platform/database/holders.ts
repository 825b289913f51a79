import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startOf } from './process.ts'

/** How a process uses a data folder: one is its `server`; any number of `worker`s and `command`s share the database with it. */
export type Use = 'server' | 'worker' | 'command'

/** The right to use a data folder. */
export interface Hold {
  /** Other live processes that use the folder now. */
  others(): number
  release(): void
}

/** @throws when another live server holds the folder. What a killed process left behind is taken over. */
export function hold(folder: string, as: Use): Hold {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = as === 'server' ? as : `${as}-${randomUUID()}`
  const holder = claim(join(folder, name))
  if (holder !== undefined)
    throw new Error(`Faheng already runs on this data folder (process ${holder}); stop it or choose another --data`)
  return {
    others: () =>
      readdirSync(folder)
        .filter((other) => other !== name && /^(server|(worker|command)-[^.]+)$/.test(other))
        .filter((other) => liveHolder(join(folder, other)) !== undefined).length,
    release: () => rmSync(join(folder, name), { force: true }),
  }
}

/** Runs `work` while no other process starts or stops the database of this folder; waits for up to a minute. */
export async function exclusively<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, 'starting')
  for (let waited = 0; ; waited += 50) {
    const holder = claim(file)
    if (holder === undefined) break
    if (waited >= 60_000) throw new Error(`process ${holder} has been starting or stopping the database for a minute`)
    await sleep(50)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** Takes the file, or answers the pid of the live process that has it. link(2) is atomic: one of two wins. */
function claim(file: string): number | undefined {
  const own = `${file}.${randomUUID()}`
  writeFileSync(own, `${process.pid} ${startOf(process.pid)}`, { mode: 0o600 })
  try {
    for (;;) {
      try {
        linkSync(own, file)
        return undefined
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        const holder = liveHolder(file)
        if (holder !== undefined) return holder
        rmSync(file, { force: true })
      }
    }
  } finally {
    rmSync(own, { force: true })
  }
}

function liveHolder(file: string): number | undefined {
  try {
    const [pid, start] = readFileSync(file, 'utf8').split(' ')
    return startOf(Number(pid)) === start ? Number(pid) : undefined
  } catch {
    return undefined
  }
}
