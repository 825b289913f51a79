import { instantAt } from '@faheng/law/time/day.ts'
import { readAddress } from './address.ts'
import { regionOf } from './cli/region-of.ts'
import { compose } from './compose.ts'
import { openDatabase } from './platform/database/open.ts'

export interface WorkerOptions {
  readonly dataDir: string
  readonly region: string | undefined
  readonly env: NodeJS.ProcessEnv
  readonly now: () => number
  readonly say: (line: string) => void
}

export interface Working {
  readonly region: string
  stop(): Promise<void>
}

/**
 * Does what follows acts, and what the minute and the hour bring, beside servers that only answer: ledger, papers, words, findings,
 * counts. Several take turns by locks in the database; one that dies leaves nothing half done.
 * @throws with one clear line: no county, no server yet that said what address papers bear
 */
export async function startWorker({ dataDir, region: asked, env, now, say }: WorkerOptions): Promise<Working> {
  const clock = () => instantAt(now())
  const opened = await openDatabase({ dataDir, env, log: say, as: 'worker', at: clock() })
  try {
    const region = await regionOf(opened.pools.worker, asked)
    // Nobody signs in here, so that it makes no difference whether this is production.
    const house = await compose(opened, { dataDir, env, publicUrl: readAddress(dataDir).public, production: false, region, clock, say })
    house.follow()
    return {
      region,
      async stop() {
        await house.close()
        await opened.close()
      },
    }
  } catch (error) {
    await opened.close()
    throw error
  }
}
