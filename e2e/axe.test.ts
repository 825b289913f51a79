import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type County, openCounty } from './county.ts'
import { bringLead, read } from './lead.ts'
import { openWindow, signIn } from './steps.ts'
import { violations } from './violations.ts'

let county: County
let matter = ''
let code = ''
let hash = ''
const lead = 'e2e-axe'
beforeAll(async () => {
  county = await openCounty(inject('testCluster'))
  const { officer } = await bringLead(county, lead)
  hash = await uploaded(officer)
  const page = await signIn(county, 'ding.supervisor.justice')
  const { rows } = await read<{ rows: { id: string; body: string }[] }>(page.request.get('/api/matters?procedure=penalty-ordinary&limit=50'))
  matter = rows.find((each) => each.body === 'market' && each.id !== lead)?.id ?? ''
  for (const { id } of rows) {
    const { documents } = await read<{ documents: { code: string | null }[] }>(page.request.get(`/api/matters/${id}`))
    code ||= documents.find((each) => each.code)?.code ?? ''
  }
}, 120_000)
afterAll(() => county?.close())

/** A white point: the smallest PNG there is. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64')

const sizes = [
  // At 200 % laid out as on a phone, so that only its width is in question.
  { viewport: { width: 1366, height: 768 }, language: 'zh', enlarged: { width: 683, height: 384 } },
  { viewport: { width: 375, height: 812 }, language: 'en', enlarged: undefined },
] as const

/** Each page with the person who uses it. */
const pages: readonly (readonly [person: string | undefined, path: () => string])[] = [
  [undefined, () => '/sign-in'],
  [undefined, () => `/verify/${code}`],
  [undefined, () => '/verify/no-such-code'],
  [undefined, () => '/plan-summary'],
  [undefined, () => '/catalogue'],
  [undefined, () => '/discretion'],
  [undefined, () => '/discretion?list=exempt'],
  ['chen.officer', () => '/'],
  ['chen.officer', () => '/leads'],
  ['chen.officer', () => '/leads/new'],
  ['chen.officer', () => `/matters/${lead}`],
  ['chen.officer', () => `/matters/${lead}?act=interview`],
  ['chen.officer', () => `/matters/${lead}?act=propose-filing`],
  ['chen.officer', () => '/items'],
  ['chen.officer', () => '/items/food-label'],
  ['chen.officer', () => '/statutes?q=食品'],
  ['chen.officer', () => '/statutes/食品安全法'],
  ['chen.officer', () => '/statute-changes'],
  ['chen.officer', () => '/leniency'],
  ['chen.officer', () => '/townships'],
  ['chen.officer', () => '/townships?view=entrustments'],
  ['chen.officer', () => '/begin/catalogue-adjustment'],
  ['chen.officer', () => '/begin/entrustment'],
  ['chen.officer', () => '/rules'],
  ['chen.officer', () => '/account'],
  ['chen.officer', () => `/files/${hash}`],
  ['chen.officer', () => '/exams'],
  ['chen.officer', () => '/training'],
  ['chen.officer', () => '/people/chen-officer'],
  ['chen.officer', () => '/people/chen-officer/card'],
  ['chen.officer', () => '/matters/no-such-matter'],
  ['deng.chief', () => '/cases'],
  ['deng.chief', () => '/benchmarks'],
  ['deng.chief', () => '/items/cleaning'],
  ['deng.chief', () => `/matters/${matter}`],
  ['deng.chief', () => `/matters/${matter}/documents`],
  ['ding.supervisor.justice', () => '/ledger'],
  ['ding.supervisor.justice', () => '/statutes/import'],
  ['ding.supervisor.justice', () => '/items/cleaning'],
  ['ding.supervisor.justice', () => '/townships?view=evaluation'],
  ['ding.supervisor.justice', () => '/townships?view=pilots'],
  ['ding.supervisor.justice', () => '/begin/township-grant'],
  ['ding.supervisor.justice', () => '/plan'],
  ['ding.supervisor.justice', () => '/plan/measures/9'],
  ['ding.supervisor.justice', () => '/plan/measures/16'],
  ['ding.supervisor.justice', () => '/plan/bodies/market'],
  ['ding.supervisor.justice', () => '/plan/manage'],
  ['ding.supervisor.justice', () => '/plan/counties'],
  ['ding.supervisor.justice', () => '/exam-questions'],
  ['ding.supervisor.justice', () => '/set-exam'],
  ['ding.supervisor.justice', () => '/staff'],
  ['ding.supervisor.justice', () => '/certificates'],
  ['ding.supervisor.justice', () => '/county-people'],
  ['ding.supervisor.justice', () => '/training'],
  ['ye.system.justice', () => '/'],
  ['ye.system.justice', () => '/imports'],
  ['ye.system.justice', () => '/people'],
  ['yan.security.justice', () => '/security'],
  ['yu.audit.justice', () => '/audit'],
]

describe.each(sizes)('axe finds nothing at $viewport.width pixels in $language', { timeout: 120_000 }, ({ enlarged, ...size }) => {
  for (const person of new Set(pages.map(([each]) => each)))
    it(`for ${person ?? 'anybody'}`, async () => {
      const page = person === undefined ? await openWindow(county, size) : await signIn(county, person, size)
      const found = []
      for (const [, path] of pages.filter(([each]) => each === person)) {
        await page.goto(path())
        await settled(page)
        found.push(...(await violations(page)).map((each) => `${path()} ${each}`))
        for (const viewport of [enlarged, size.viewport]) {
          if (viewport) await page.setViewportSize(viewport)
          if (await isTooWide(page)) found.push(`${path()} is wider than ${page.viewportSize()?.width} pixels`)
        }
      }
      await page.context().close()
      expect(found).toEqual([])
    })

  it('with a list and a dialog open over a form', async () => {
    const page = await signIn(county, 'chen.officer', size)
    await page.goto('/leads/new')
    await page.locator('#f-source').click()
    await page.locator('.ant-select-item-option').first().waitFor()
    const found = (await violations(page)).map((each) => `list: ${each}`)
    await page.keyboard.press('Escape')
    await page.locator('#f-suspects ~ button, .field:has(#f-suspects) button').first().click()
    await page.getByRole('dialog').locator('#party-code').fill('1')
    await page.getByRole('dialog').locator('.gap-text').waitFor()
    found.push(...(await violations(page)).map((each) => `dialog: ${each}`))
    await page.context().close()
    expect(found).toEqual([])
  })
})

/** Nothing is loading any more; the act in hand has its form. */
async function settled(page: Page): Promise<void> {
  if (page.url().includes('?act=')) await page.locator('form.hand-form').waitFor({ state: 'attached' })
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.querySelector('.bars, [aria-busy=true]') === null)
}

/** What is wider than the screen must scroll in its own box, not move the page; to lay it out anew may take a moment. */
async function isTooWide(page: Page): Promise<boolean> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  return page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, undefined, { timeout: 2000 }).then(() => false, () => true)
}

/** A photograph he sent, as the viewer shows it. */
async function uploaded(officer: Page): Promise<string> {
  const id = 'axe-photograph'
  await read(officer.request.post('/api/files', { data: { id, name: '现场.png', type: 'image/png', bytes: png.length } }))
  return (await read<{ hash: string }>(officer.request.put(`/api/files/${id}?from=0`, { data: png, headers: { 'content-type': 'application/octet-stream' } }))).hash
}
