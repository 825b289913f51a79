import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../e2e/browser.ts'
import { demoPassword } from '../server/demo/load.ts'
import { figure, report, type Figure } from './shared/report.ts'
import { end, startServer } from './shared/server.ts'
import { people } from './shared/world.ts'

/**
 * What a browser that was never here downloads until a page stands, as it comes over the wire with headers, and how many requests
 * that takes: `npm run bench -- downloads`. In a real browser with an empty cache, on a demonstration county of twenty cases.
 */
const pages: readonly (readonly [what: string, visit: (page: Page, url: string) => Promise<unknown>])[] = [
  ['workbench: sign in', (page, url) => still(page, url)],
  ['workbench: sign in and the desk', async (page, url) => {
    await still(page, url)
    await page.fill('#username', people.officer)
    await page.fill('#password', demoPassword)
    await page.keyboard.press('Enter')
    await page.locator('nav a[href="/account"]').waitFor({ state: 'attached' })
    await page.waitForTimeout(3000)
  }],
  ...['/verify', '/card/x', '/catalogue', '/discretion', '/plan-summary'].map((path) => [`public: ${path}`, (page: Page, url: string) => still(page, url + path)] as const),
]

/** Loaded, and what the page asks for itself three seconds long. */
async function still(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(3000)
}

const dataDir = mkdtempSync(join(tmpdir(), 'faheng-bench-downloads-'))
try {
  const server = await startServer(dataDir, { ...process.env, FAHENG_DEMO_CASES: '20', DATABASE_URL: '' })
  const browser = await launchBrowser()
  try {
    const figures: Figure[] = []
    for (const [what, visit] of pages) {
      const context = await browser.newContext({ locale: 'zh-CN' })
      const page = await context.newPage()
      const network = await context.newCDPSession(page)
      const got: number[] = []
      network.on('Network.loadingFinished', ({ encodedDataLength }) => void got.push(encodedDataLength))
      await network.send('Network.enable')
      await visit(page, server.url)
      await context.close()
      figures.push(figure(what, 'kB', [got.reduce((sum, each) => sum + each, 0) / 1024]), figure(what, 'requests', [got.length]))
    }
    report('downloads', {}, figures)
  } finally {
    await browser.close()
    await end(server.process, 'SIGTERM')
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
