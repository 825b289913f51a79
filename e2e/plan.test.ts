import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type County, openCounty } from './county.ts'
import { act, openWindow, signIn, write } from './steps.ts'
import { violations } from './violations.ts'

let county: County
let lead: Page
let head: Page
beforeAll(async () => {
  county = await openCounty(inject('testCluster'))
  ;[lead, head] = [await signIn(county, 'ding.supervisor.justice'), await signIn(county, 'deng.chief')]
}, 180_000)
afterAll(() => county?.close())

/** The plan goes its year: asked, answered with proof, returned, accepted, reported. */
describe('the plan', { timeout: 240_000 }, () => {
  it('is fifty cells in six parts on one screen', async () => {
    await lead.goto('/plan')
    await lead.locator('.plan-cell').first().waitFor()
    expect(await lead.locator('.plan-cell').count()).toBe(50)
    const last = await lead.locator('.plan-cell').last().boundingBox()
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(768)
  })

  it('is asked of a body, answered with proof, returned and accepted', async () => {
    await lead.goto('/plan/measures/18')
    await lead.locator('#ask-bodies').click()
    await lead.locator('.ant-select-item-option', { hasText: '市场监督管理局' }).first().click()
    await lead.keyboard.press('Escape')
    await lead.getByRole('button', { name: '布置', exact: true }).click()
    await lead.getByRole('table').getByRole('link', { name: /市场监督管理局/ }).first().waitFor()

    await head.goto('/plan/bodies/market')
    const task = head.getByRole('link', { name: /探索涉企行政合规指导/ }).first()
    await task.waitFor()
    const matter = ((await task.getAttribute('href')) ?? '').split('/').at(-1) ?? ''
    const send = (text: string) => act(head, matter, '报送完成证明', (form) => write(form, '完成情况', text))
    await send('已经指导两家企业')
    await act(lead, matter, '退回补充', (form) => form.locator('textarea').first().fill('缺少名单'))
    await send('补充名单')
    await act(lead, matter, '采纳证明', (form) => form.locator('textarea').first().fill('属实'))
    await lead.goto('/plan/measures/18')
    await lead.getByRole('heading', { name: '证明与办理' }).waitFor()
    for (const step of ['布置举措任务', '退回补充', '采纳证明']) await lead.getByText(step, { exact: true }).first().waitFor()
  })

  it('is reported, and shown to anybody on one page', async () => {
    await lead.goto('/plan/manage')
    await lead.getByRole('button', { name: '生成报告' }).click()
    await lead.getByRole('link', { name: '可编辑（Word）' }).waitFor()
    const anybody = await openWindow(county)
    await anybody.goto('/plan-summary')
    await anybody.getByRole('heading', { name: /年度进展/ }).waitFor()
    expect(await anybody.locator('.public-measures li').count()).toBe(40)
    expect(await violations(anybody)).toEqual([])
    await anybody.context().close()
  })
})
