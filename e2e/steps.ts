import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { County } from './county.ts'

/** What people do at the screen, in their words. Labels are the Chinese ones people read. */

export const password = 'qinghe-2026'
const patience = 30_000

/** A window of his own, not signed in. */
export async function openWindow({ browser, url }: County, options: BrowserContextOptions & { readonly language?: 'zh' | 'en' } = {}): Promise<Page> {
  const { language = 'zh', ...given } = options
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...given })
  await context.addInitScript((chosen) => localStorage.setItem('faheng:language', chosen), language)
  context.setDefaultTimeout(patience)
  return context.newPage()
}

/** Somebody sits down and signs in; he sees his desk. */
export async function signIn(county: County, username: string, options?: Parameters<typeof openWindow>[1]): Promise<Page> {
  const page = await openWindow(county, options)
  await page.goto('/')
  await page.locator('#username').fill(username)
  await page.locator('#password').fill(password)
  await page.keyboard.press('Enter')
  await page.locator('nav a[href="/account"]').waitFor({ state: 'attached' })
  return page
}

export async function openMatter(page: Page, matter: string): Promise<void> {
  await page.goto(`/matters/${matter}`)
  await page.getByRole('region', { name: '法', exact: true }).locator('h3').first().waitFor()
}

/** Takes an act in hand by its button in the law's part of the page. */
export async function takeUp(page: Page, title: string): Promise<Locator> {
  const law = page.getByRole('region', { name: '法', exact: true })
  const button = law.getByRole('button', { name: title, exact: true })
  await law.getByRole('button').first().waitFor()
  if (!(await button.isVisible())) await law.locator('details', { hasText: title }).locator('summary').click()
  await button.click()
  return formOf(page, title)
}

export const formOf = (page: Page, title: string): Locator => page.getByRole('form', { name: title, exact: true })

/** Presses the form's own button. */
export const submit = (form: Locator): Promise<void> => form.locator('button[type=submit]').click()

/** Submits and sees the page say that it is done. */
export async function done(form: Locator, title: string): Promise<void> {
  const page = form.page()
  await submit(form)
  await page.getByText(`已办理：${title}`).first().waitFor()
  await form.waitFor({ state: 'hidden' })
}

/** Opens the matter, takes the act up, fills it in and sees it done. */
export async function act(page: Page, matter: string, title: string, fill: (form: Locator) => Promise<void> = async () => undefined): Promise<void> {
  await openMatter(page, matter)
  const form = await takeUp(page, title)
  await fill(form)
  await done(form, title)
}

/** The law says no: its message, its article and its cure stand on the page. */
export async function expectRefusal(form: Locator, said: { readonly message: string; readonly article: string; readonly cure: string }): Promise<void> {
  const notice = form.getByRole('alert').filter({ hasText: said.message })
  await notice.waitFor()
  const text = await notice.innerText()
  expect(text).toContain(said.article)
  expect(text).toContain(said.cure)
}

// Filling in ---------------------------------------------------------------------------------------------------------------

const named = (label: string): RegExp => new RegExp(`^${label.replaceAll(/[()（）]/g, String.raw`\$&`)}( 选填)?$`)

export const field = (form: Locator, label: string): Locator => form.getByLabel(named(label)).first()
/** Fields that belong together under one name. */
export const group = (form: Locator, label: string): Locator => form.getByRole('group', { name: named(label) })

export const write = (form: Locator, label: string, text: string): Promise<void> => field(form, label).fill(text)

export async function day(form: Locator, label: string, text: string): Promise<void> {
  await field(form, label).fill(text)
  await field(form, label).press('Enter')
}

export const tick = (form: Locator, label: string): Promise<void> => form.getByRole('checkbox', { name: label }).check()

/** One of a few, all in sight. */
export const choose = (form: Locator, label: string, option: string): Promise<void> => group(form, label).getByRole('radio', { name: option }).check()

/** The first that the list offers; of its own list, while another may still be closing. */
export async function pickFirst(form: Locator, label: string): Promise<void> {
  const box = field(form, label)
  await box.click()
  const list = await box.getAttribute('aria-controls')
  await form.page().locator(`.ant-select-dropdown:has([id="${list}"]) .ant-select-item-option`).first().click()
  await box.press('Escape')
}

/** From a list that opens, by searching it. */
export async function pick(form: Locator, label: string, ...options: readonly string[]): Promise<void> {
  const box = field(form, label)
  for (const option of options) {
    await box.click()
    if (await box.evaluate((each) => !(each as HTMLInputElement).readOnly)) await box.fill(option)
    await form.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option }).first().click()
  }
  await box.press('Escape')
}
