import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { serve } from '../server/main.ts'
import { launchBrowser } from './browser.ts'

/** The demonstration county, in this process, and a browser to reach it. */
export interface County {
  readonly url: string
  readonly browser: Browser
  close(): Promise<void>
}

export async function openCounty(cases = 5): Promise<County> {
  const dataDir = mkdtempSync(join(tmpdir(), 'faheng-e2e-'))
  const env = { ...process.env, FAHENG_DEMO_CASES: String(cases) }
  // A cluster of its own: what this run leaves behind must not be met by the next.
  delete (env as NodeJS.ProcessEnv)['DATABASE_URL']
  const starting = launchBrowser()
  const running = await serve({ dataDir, port: 0, host: '127.0.0.1', publicUrl: undefined, demoDate: undefined, demoSeed: undefined, production: false, env, now: () => Date.now(), say: () => undefined })
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
