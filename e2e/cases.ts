import { testCases, type TestCases } from '../server/cases/test-cases.ts'
import { launchBrowser } from './browser.ts'
import type { County } from './county.ts'

/** The small county of the tests, where cases are brought to a stage over HTTP, and a browser to go on there. */
export async function openCases(): Promise<{ readonly cases: TestCases; readonly county: County }> {
  const [cases, browser] = await Promise.all([testCases(), launchBrowser()])
  return { cases, county: { browser, url: cases.server.url, close: () => browser.close().then(() => cases.close()) } }
}
