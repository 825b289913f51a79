import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { serve } from '../server/main.ts'
import { launchBrowser } from './browser.ts'

/** The demonstration county, in this process, and a browser to reach it. */
export interface County {
  readonly url: string
  readonly browser: Browser
  close(): Promise<void>
}

/**
 * A county on a cluster of its own: what one test leaves behind is not met by the next.
 * @param run a folder that lives as long as the run; the county is loaded there once, and copied from then on
 */
export async function openCounty(run: string, cases = 5): Promise<County> {
  const dataDir = mkdtempSync(join(tmpdir(), 'faheng-e2e-'))
  const starting = launchBrowser()
  // With its owners: as root the database runs in another's name.
  execFileSync('cp', ['-a', `${await loaded(join(run, `county-${cases}`), cases)}/.`, dataDir])
  const running = await started(dataDir, cases)
  const browser = await starting
  return {
    url: running.url,
    browser,
    async close() {
      await browser.close()
      await running.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The folder of a county that was loaded and stopped. Whoever comes first makes it, the others wait. */
async function loaded(folder: string, cases: number): Promise<string> {
  const making = `${folder}-making`
  while (!existsSync(folder)) {
    try {
      mkdirSync(making)
    } catch {
      await setTimeout(200)
      continue
    }
    try {
      // Between the look for it and the claim another may have finished.
      if (existsSync(folder)) {
        rmSync(making, { recursive: true })
        break
      }
      const running = await started(making, cases)
      await papersWritten(running.url)
      await running.stop()
      renameSync(making, folder)
    } catch (error) {
      rmSync(making, { recursive: true, force: true })
      throw error
    }
  }
  return folder
}

function started(dataDir: string, cases: number) {
  const env = { ...process.env, FAHENG_DEMO_CASES: String(cases) }
  delete (env as NodeJS.ProcessEnv)['DATABASE_URL']
  return serve({ dataDir, port: 0, host: '127.0.0.1', publicUrl: undefined, demoDate: undefined, demoSeed: undefined, production: false, answerOnly: false, env, now: () => Date.now(), say: () => undefined })
}

/** Else each copy would write them anew. */
async function papersWritten(url: string): Promise<void> {
  for (;;) {
    const metrics = await (await fetch(`${url}/metrics`)).text()
    if (!/^faheng_follower_lag\{[^}]*\} [1-9]/m.test(metrics)) return
    await setTimeout(200)
  }
}
