import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Link, linkTo } from '../../server/platform/database/test-link.ts'
import { end, startServer, type Server } from '../shared/server.ts'
import { clerkOf } from './clerk.ts'
import { withDatabase } from './kinds.ts'
import { openLoad, type Send } from './load.ts'
import { sound } from './sound.ts'

interface Elsewhere {
  readonly acknowledged: number
  /** From the silence until everything was there again, in milliseconds. */
  readonly silenceMs: number
}

/**
 * The database is on another machine (DATABASE_URL), and two servers share it and the data folder; every request goes to either.
 * Under load the network between falls silent, where no connection is closed and none answers, and then one server is killed.
 * @returns what was acknowledged, none of which was lost
 */
export async function elsewhere(env: NodeJS.ProcessEnv): Promise<Elsewhere> {
  const dataDir = mkdtempSync(join(tmpdir(), 'faheng-faults-elsewhere-'))
  try {
    return await withDatabase(dataDir, async ({ database }) => {
      const link = await linkTo(database)
      const start = () => startServer(dataDir, { ...env, DATABASE_URL: link.url('faheng') })
      // One after the other: the first founds the demonstration.
      const servers = [await start(), await start()] as const
      try {
        return await twoScenes(servers, link, dataDir)
      } finally {
        for (const each of servers) await end(each.process, 'SIGKILL')
        link.close()
      }
    })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function twoScenes(servers: readonly [Server, Server], link: Link, dataDir: string): Promise<Elsewhere> {
  const clerks = [await clerkOf(servers[0]), await clerkOf(servers[0], servers[1].url)] as const
  let turn = 0
  const send: Send = (...asked) => (clerks[turn++ % 2] ?? clerks[0])(...asked)
  const under = async (trouble: () => Promise<void>) => {
    const loads = await Promise.all(Array.from({ length: 4 }, () => openLoad(send)))
    await sleep(1000)
    await trouble()
    let acknowledged = 0
    for (const load of loads) acknowledged += await load.settle()
    return acknowledged
  }
  let pulled = 0
  let acknowledged = await under(async () => {
    link.pull()
    pulled = performance.now()
    await sleep(5000)
  })
  const silenceMs = performance.now() - pulled
  acknowledged += await under(() => end(servers[1].process, 'SIGKILL'))
  await sound(servers[0], dataDir)
  return { acknowledged, silenceMs }
}
