import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestCases } from '../server/cases/test-cases.ts'
import { testPassword } from '../server/test-server.ts'
import { openCases } from './cases.ts'
import type { County } from './county.ts'
import { openWindow, pick } from './steps.ts'
import { violations } from './violations.ts'

/** How a county's offices come to work in the browser alone: bodies, people, sign-ins, locks, and who looks on. */

let cases: TestCases
let county: County
beforeAll(async () => {
  ;({ cases, county } = await openCases())
}, 120_000)
afterAll(() => county?.close())

async function signIn(username: string, password = testPassword): Promise<Page> {
  const page = await openWindow(county)
  await page.goto('/sign-in')
  await page.locator('#username').fill(username)
  await page.locator('#password').fill(password)
  await page.keyboard.press('Enter')
  return page
}

const panel = (page: Page, title: string) => page.locator('section.panel', { has: page.getByRole('heading', { name: title, exact: true }) })

describe('administration', { timeout: 120_000 }, () => {
  let page: Page
  let password = ''

  it('adds a body with its unit, review organ and court', async () => {
    page = await signIn('system-administrator')
    await page.getByRole('navigation').getByRole('link', { name: '机关与职务' }).click()
    const adding = panel(page, '新增执法主体')
    for (const [label, text] of [['机关全称', '测试县水利局'], ['简称', '水利局'], ['机关代字', '测水'], ['代码', 'slj']] as const) await adding.getByLabel(label, { exact: true }).fill(text)
    await adding.getByRole('button', { name: '新增执法主体' }).click()
    await page.getByRole('heading', { name: '测试县水利局' }).waitFor()
    await page.getByLabel('办案机构名称').fill('水政监察大队')
    await page.getByRole('button', { name: '新增办案机构' }).click()
    await page.locator('dl.facts', { hasText: '水政监察大队' }).waitFor()
    const settings = panel(page, '救济途径和办案参数')
    await settings.getByText('没有配置复议机关和管辖法院').waitFor()
    await settings.getByLabel('复议机关', { exact: true }).fill('测试县人民政府')
    await settings.getByLabel('管辖法院', { exact: true }).fill('测试县人民法院')
    await settings.getByRole('button', { name: '设定' }).click()
    await settings.getByText('测试县人民政府 · 测试县人民法院').waitFor()
    await settings.getByText('没有配置复议机关和管辖法院').waitFor({ state: 'detached' })
  })

  it('adds a person, whose password is shown once, and gives him a post', async () => {
    const accounts = panel(page, '登录账户')
    const form = accounts.getByRole('form', { name: '新增人员' })
    await form.getByLabel('姓名').fill('章水')
    await form.getByLabel('用户名').fill('zhang.shui')
    await form.getByRole('button', { name: '新增人员' }).click()
    const once = accounts.getByRole('status')
    password = await once.getByRole('row', { name: /zhang\.shui/ }).getByRole('cell').nth(2).innerText()
    expect(password).toMatch(/^[\w-]{15,}$/)
    expect(await violations(page)).toEqual([])
    await once.getByRole('button', { name: '已交给本人' }).click()
    await once.waitFor({ state: 'detached' })
    const assigning = panel(page, '任命')
    await pick(assigning, '人员', '章水')
    await pick(assigning, '职务', '执法人员')
    await pick(assigning, '办案机构', '水政监察大队')
    await assigning.getByRole('button', { name: '任命' }).click()
    await page.getByRole('row', { name: /章水.*执法人员/ }).waitFor()
  })

  it('lets him in to choose his own password, and nothing else before', async () => {
    const his = await signIn('zhang.shui', password)
    await his.getByRole('heading', { level: 1, name: '先设定您自己的密码' }).waitFor()
    expect(await his.getByRole('navigation').getByRole('link').count()).toBe(0)
    expect(await violations(his)).toEqual([])
    await his.locator('#current').fill(password)
    await his.locator('#next').fill('shui-zheng-2026')
    await his.keyboard.press('Enter')
    await his.getByRole('heading', { level: 1, name: '今天要紧的事' }).waitFor()
    await his.context().close()
  })

  it('gives a sign-in to who came by an import, and a new password to who forgot his', async () => {
    await cases.server.db.pools.worker.query(`insert into faheng.person (region, id, name) select distinct region, 'p-imported', '李导入' from faheng.person`)
    await page.reload()
    await page.locator('#people-body').hover()
    const clear = page.locator('.ant-select:has(#people-body) .ant-select-clear')
    if (await clear.isVisible()) await clear.click()
    const accounts = panel(page, '登录账户')
    await accounts.getByRole('checkbox', { name: '只看没有账户的人员' }).check()
    await accounts.getByRole('button', { name: '开通账户 李导入' }).click()
    await accounts.getByRole('status').getByRole('row', { name: /李导入/ }).waitFor()
    await accounts.getByRole('checkbox', { name: '只看没有账户的人员' }).uncheck()
    await accounts.getByLabel('姓名').first().fill('章水')
    await accounts.getByRole('button', { name: '重置密码 章水' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '重置密码' }).click()
    const row = accounts.getByRole('status').getByRole('row', { name: /zhang\.shui/ })
    await expect.poll(() => row.getByRole('cell').nth(2).innerText()).not.toBe(password)
    await page.context().close()
  })

  it('lifts a lock, and the auditor sees who did what', async () => {
    const stranger = cases.server.client()
    for (let i = 0; i < 5; i++) await stranger.send('POST', '/api/auth/sign-in/username', { username: 'officer', password: 'not the password' })
    const guardian = await signIn('security-administrator')
    await guardian.getByRole('navigation').getByRole('link', { name: '安全管理' }).click()
    expect(await violations(guardian)).toEqual([])
    await guardian.getByRole('button', { name: '解除锁定 officer' }).click()
    await guardian.getByText('现在没有锁定的账户或者地址').waitFor()
    const officer = await signIn('officer')
    await officer.getByRole('heading', { level: 1, name: '今天要紧的事' }).waitFor()

    const auditor = await signIn('audit-administrator')
    await auditor.getByRole('navigation').getByRole('link', { name: '审计', exact: true }).click()
    await auditor.getByRole('row', { name: /add-person/ }).first().waitFor()
    expect(await violations(auditor)).toEqual([])
    await auditor.getByRole('tab', { name: '登录记录' }).click()
    await auditor.getByRole('row', { name: /officer.*用户名或者密码错误/ }).first().waitFor()
  })
})
