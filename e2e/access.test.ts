import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type County, openCounty } from './county.ts'
import { read } from './lead.ts'
import { openMatter, signIn } from './steps.ts'

let county: County
let matter = ''

beforeAll(async () => {
  county = await openCounty(inject('testCluster'))
}, 120_000)
afterAll(() => county?.close())

describe('who sees what', { timeout: 120_000 }, () => {
  it('shows the county to its supervisor, and opens a case', async () => {
    const page = await signIn(county, 'ding.supervisor.justice')
    await page.getByRole('link', { name: '案件', exact: true }).click()
    const rows = page.locator('table.rows tbody tr')
    await rows.first().waitFor()
    const { rows: whole } = await read<{ rows: { body: string }[] }>(page.request.get('/api/matters?procedure=penalty-ordinary&limit=50'))
    expect(whole).toHaveLength(5)
    expect(new Set(whole.map((each) => each.body)).size).toBeGreaterThan(1)
    const market = rows.filter({ hasText: '市场监督管理局' }).first()
    matter = (await market.getByRole('link').getAttribute('href'))?.split('/').at(-1) ?? ''
    await openMatter(page, matter)
    expect(await page.getByRole('region', { name: '经过' }).locator('li').count()).toBeGreaterThan(0)
    expect(await page.getByRole('region', { name: '法', exact: true }).getByRole('button', { disabled: false }).count()).toBe(0)
  })

  it('is one page for what does not exist and what an officer of another body may not see', async () => {
    const page = await signIn(county, 'zhang.officer.emergency')
    const texts: string[] = []
    for (const id of [matter, 'no-such-matter']) {
      await page.goto(`/matters/${id}`)
      await page.getByText('没有这个页面，或者您无权查看').first().waitFor()
      texts.push(await page.locator('main').innerText())
    }
    expect(texts[0]).toBe(texts[1])
    await page.getByRole('link', { name: '回到我的工作台' }).click()
    await page.getByRole('heading', { level: 1, name: '今天要紧的事' }).waitFor()
  })

  it('shows no case to the system administrator', async () => {
    const page = await signIn(county, 'ye.system.justice')
    await page.getByText('您的职务不查看案件内容').waitFor()
    expect(await page.getByRole('navigation').getByRole('link', { name: '案件', exact: true }).count()).toBe(0)
    await page.goto('/cases')
    await page.getByText(/没有符合条件的事项|没有这个页面，或者您无权查看/).first().waitFor()
    await page.goto(`/matters/${matter}`)
    await page.getByText('没有这个页面，或者您无权查看').first().waitFor()
  })

  it('says at the sign-in that a password is wrong, and leads on to the page that was asked for', async () => {
    const page = await signIn(county, 'ding.supervisor.justice')
    await page.getByRole('button', { name: '退出' }).click()
    await page.waitForURL(/sign-in/)
    await page.goto('/rules?q=回避')
    await page.locator('#username').fill('ding.supervisor.justice')
    await page.locator('#password').fill('not the password')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: '用户名或者密码不正确' }).waitFor()
    await page.locator('#password').fill('qinghe-2026')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/rules\?q=/)
  })
})
